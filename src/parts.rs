//! A long text is read in parts, one for each processor; what comes out is what one part would give.

use std::iter;
use std::num::NonZeroUsize;
use std::ops::Range;
use std::panic::resume_unwind;
use std::thread::{self, Builder};

/// Bytes of text that are worth a thread.
const WORTH: usize = 1 << 20;

/// How many parts a text of so many bytes is read in.
pub(crate) fn count(bytes: usize) -> usize {
    // To ask for the processors takes longer than a page does.
    if bytes < 2 * WORTH { 1 } else { thread::available_parallelism().map_or(1, NonZeroUsize::get).min(bytes / WORTH) }
}

/// Does `work` on each part of `0..len` at the same time, and gives what they came to in order.
pub(crate) fn in_parts<R: Send>(
    len: usize,
    parts: usize,
    work: impl Fn(Range<usize>) -> R + Sync,
) -> impl Iterator<Item = R> {
    let range = |part: usize| len * part / parts..len * (part + 1) / parts;
    if parts <= 1 {
        return iter::once(work(0..len)).chain(Vec::new());
    }
    let work = &work;
    thread::scope(|scope| {
        let others: Vec<_> = (1..parts)
            .map(range)
            .map(|own| (own.clone(), Builder::new().spawn_scoped(scope, move || work(own))))
            .collect();
        let first = work(range(0));
        let others = others.into_iter().map(|(own, thread)| match thread {
            Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
            // The system gives no more threads.
            Err(_) => work(own),
        });
        iter::once(first).chain(others.collect::<Vec<_>>())
    })
}

#[cfg(test)]
mod tests {
    use super::in_parts;

    #[test]
    fn parts_come_to_the_whole_in_order() {
        for (len, parts) in [(0, 1), (0, 3), (1, 4), (7, 1), (7, 2), (7, 7), (100, 9)] {
            let all: Vec<usize> = in_parts(len, parts, |range| range).flatten().collect();
            assert_eq!(all, (0..len).collect::<Vec<_>>(), "{len} in {parts}");
        }
    }
}
