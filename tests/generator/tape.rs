//! Chooses by a tape of numbers, which can be shrunk and repeated.

/// Numbers to choose by; behind its end all are 0, the first of every choice.
pub(crate) struct Tape<'d> {
    draws: &'d [u16],
    at: usize,
}

impl<'d> Tape<'d> {
    pub(crate) fn new(draws: &'d [u16]) -> Self {
        Tape { draws, at: 0 }
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        let draw = self.draws.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        usize::from(draw) % end.max(1)
    }

    pub(crate) fn pick<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }
}

/// What is said, and how: the same facts may be told with other words and in another layout.
pub(crate) struct Tapes<'d> {
    pub(crate) facts: Tape<'d>,
    pub(crate) forms: Tape<'d>,
}

impl<'d> Tapes<'d> {
    pub(crate) fn new(facts: &'d [u16], forms: &'d [u16]) -> Self {
        Tapes { facts: Tape::new(facts), forms: Tape::new(forms) }
    }
}
