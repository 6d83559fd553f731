//! Ctrl-C while a file is written: what was begun is taken away first.

use std::io;

/// Listens for Ctrl-C and for being told to end. Once it has been made, these wait for [`Stop::obey`]; a second one ends
/// the command at once, for a disk may not answer. SIGHUP is left alone: `nohup` has it ignored, and that must stay so.
#[cfg(unix)]
pub(super) struct Stop(Vec<(i32, std::sync::Arc<std::sync::atomic::AtomicBool>)>);

#[cfg(unix)]
impl Stop {
    pub(super) fn listen() -> io::Result<Stop> {
        use signal_hook::{consts, flag};
        let mut asked = Vec::new();
        for signal in [consts::SIGINT, consts::SIGTERM] {
            let flag = std::sync::Arc::default();
            // In this order, the first signal finds its flag down and raises it.
            flag::register_conditional_default(signal, std::sync::Arc::clone(&flag))?;
            flag::register(signal, std::sync::Arc::clone(&flag))?;
            asked.push((signal, flag));
        }
        Ok(Stop(asked))
    }

    fn asked(&self) -> Option<i32> {
        let raised = self.0.iter().find(|(_, flag)| flag.load(std::sync::atomic::Ordering::SeqCst));
        raised.map(|(signal, _)| *signal)
    }

    /// An error where somebody has asked to stop.
    pub(super) fn check(&self) -> io::Result<()> {
        self.asked().map_or(Ok(()), |_| Err(io::ErrorKind::Interrupted.into()))
    }

    /// Ends the command as the signal would have ended it, where there was one.
    pub(super) fn obey(&self) {
        if let Some(signal) = self.asked() {
            let _ = signal_hook::low_level::emulate_default_handler(signal);
        }
    }
}

/// Where there are no such signals.
#[cfg(not(unix))]
pub(super) struct Stop;

#[cfg(not(unix))]
impl Stop {
    pub(super) fn listen() -> io::Result<Stop> {
        Ok(Stop)
    }

    pub(super) fn check(&self) -> io::Result<()> {
        Ok(())
    }

    pub(super) fn obey(&self) {}
}

#[cfg(all(test, unix))]
mod tests {
    use super::Stop;

    #[test]
    fn a_signal_waits_until_it_is_obeyed() -> std::io::Result<()> {
        let stop = Stop::listen()?;
        assert!(stop.check().is_ok());
        signal_hook::low_level::raise(signal_hook::consts::SIGTERM)?;
        assert!(stop.check().is_err());
        assert_eq!(stop.asked(), Some(signal_hook::consts::SIGTERM));
        Ok(())
    }
}
