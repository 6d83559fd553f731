//! The words of a stretch, for rules that ask what it says as a whole or what stands near a word of it.
//!
//! A stretch ends at every stop, semicolon and colon, so that none of these lies between two of its words.

use crate::grammar::prim::Miss;
use crate::token::{Senses, Token, Tokens};
use nom::Parser;

/// The tokens of a stretch, and all that they may mean: most questions are answered without a look at each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words<'t> {
    pub(crate) tokens: &'t [Token<'t>],
    pub(crate) met: Senses,
}

impl<'t> Words<'t> {
    /// Is there such a word anywhere?
    pub(crate) fn has(&self, words: impl Into<Senses>) -> bool {
        self.met.meets(words.into())
    }

    /// Is there nothing but such words?
    pub(crate) fn all(&self, words: Senses) -> bool {
        self.tokens.iter().all(|t| t.any(words))
    }

    /// No more than so many tokens: little else than what a rule asks for is said.
    pub(crate) const fn at_most(&self, most: usize) -> bool {
        self.tokens.len() <= most
    }

    /// Is the first word one of these?
    pub(crate) fn opens(&self, words: impl Into<Senses>) -> bool {
        let words = words.into();
        self.tokens.first().is_some_and(|t| t.any(words))
    }

    /// Is the last word one of these?
    pub(crate) fn ends(&self, words: impl Into<Senses>) -> bool {
        let words = words.into();
        self.tokens.last().is_some_and(|t| t.any(words))
    }

    /// Does `rule` read its first words?
    pub(crate) fn begins<V>(&self, mut rule: impl Parser<Tokens<'t>, Output = V, Error = Miss>) -> bool {
        rule.parse(Tokens(self.tokens)).is_ok()
    }

    /// The first `most` words.
    pub(crate) fn head(&self, most: usize) -> &'t [Token<'t>] {
        &self.tokens[..self.tokens.len().min(most)]
    }

    /// Where such words stand.
    pub(crate) fn positions(self, words: impl Into<Senses>) -> impl Iterator<Item = usize> {
        let words = words.into();
        let tokens = if self.has(words) { self.tokens } else { &[] };
        tokens.iter().enumerate().filter(move |(_, t)| t.any(words)).map(|(at, _)| at)
    }

    /// Does a word of `then` stand right behind one of `first`?
    pub(crate) fn has_pair(&self, first: impl Into<Senses>, then: impl Into<Senses>) -> bool {
        let (first, then) = (first.into(), then.into());
        let pair = |pair: &[Token]| matches!(pair, [one, two] if one.any(first) && two.any(then));
        self.has(first) && self.has(then) && self.tokens.windows(2).any(pair)
    }

    /// The `most` tokens before `at`.
    pub(crate) fn before(&self, at: usize, most: usize) -> &'t [Token<'t>] {
        &self.tokens[at.saturating_sub(most)..at]
    }

    /// The `most` tokens behind `at`.
    pub(crate) fn behind(&self, at: usize, most: usize) -> &'t [Token<'t>] {
        &self.tokens[at + 1..self.tokens.len().min(at + 1 + most)]
    }

    /// The word at `at` with the `before` tokens before it and the `behind` tokens behind it.
    pub(crate) fn about(&self, at: usize, before: usize, behind: usize) -> &'t [Token<'t>] {
        &self.tokens[at.saturating_sub(before)..self.tokens.len().min(at + 1 + behind)]
    }
}

/// Is there such a word in part of a stretch?
pub(crate) fn among(part: &[Token], words: impl Into<Senses>) -> bool {
    let words = words.into();
    part.iter().any(|t| t.any(words))
}

/// What stands in part of a stretch behind the last of `words`: with [`Words::before`], what is that near to a word and has none
/// of them between.
pub(crate) fn behind_last<'p, 't>(part: &'p [Token<'t>], words: Senses) -> &'p [Token<'t>] {
    let last = part.iter().rposition(|t| t.any(words));
    &part[last.map_or(0, |last| last + 1)..]
}
