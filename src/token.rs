//! Concept tokens: what the grammar reads, and the nom input over them.

pub(crate) use crate::lexicon::concept::Concept;
use crate::span::Span;
use nom::{Input, Needed};
use std::iter::{Copied, Enumerate};
use std::slice::Iter;

/// A set of concepts: what a word may mean, or what a rule asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Senses(pub(crate) [u64; 3]);

impl Senses {
    /// The set of these concepts.
    pub(crate) const fn of(concepts: &[Concept]) -> Self {
        let mut bits = [0; 3];
        let mut i = 0;
        while i < concepts.len() {
            let code = concepts[i] as usize;
            bits[code / 64] |= 1 << (code % 64);
            i += 1;
        }
        Senses(bits)
    }

    /// Have the two a concept in common?
    pub(crate) const fn meets(self, other: Senses) -> bool {
        (self.0[0] & other.0[0]) | (self.0[1] & other.0[1]) | (self.0[2] & other.0[2]) != 0
    }

    /// The concepts of both.
    pub(crate) const fn and(self, other: Senses) -> Senses {
        Senses([self.0[0] | other.0[0], self.0[1] | other.0[1], self.0[2] | other.0[2]])
    }
}

/// A word, a phrase or a sign, by what it may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// What it may mean; the rule that meets it decides.
    pub(crate) senses: Senses,
    /// First byte of the text that it covers.
    pub(crate) start: u32,
    /// Byte of the text behind it.
    pub(crate) end: u32,
    /// Which party, place or month it names, counted from 1; 0 for none.
    pub(crate) value: u16,
    /// How many words it has; 0 for a sign.
    pub(crate) words: u8,
    /// It opens with a capital.
    pub(crate) capital: bool,
}

impl Token {
    /// May it mean `concept`?
    pub(crate) const fn is(&self, concept: Concept) -> bool {
        self.senses.0[concept as usize / 64] >> (concept as usize % 64) & 1 == 1
    }

    /// May it mean one of these?
    pub(crate) const fn any(&self, senses: Senses) -> bool {
        self.senses.meets(senses)
    }

    /// May it mean anything but these?
    pub(crate) const fn beyond(&self, water: Senses) -> bool {
        (self.senses.0[0] & !water.0[0]) | (self.senses.0[1] & !water.0[1]) | (self.senses.0[2] & !water.0[2]) != 0
    }

    /// The bytes it covers.
    pub(crate) const fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// Tokens still to read: the input of the grammar's rules.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Tokens<'t>(pub(crate) &'t [Token]);

impl<'t> Tokens<'t> {
    /// The next token.
    pub(crate) fn first(&self) -> Option<&'t Token> {
        self.0.first()
    }
}

impl<'t> Input for Tokens<'t> {
    type Item = Token;
    type Iter = Copied<Iter<'t, Token>>;
    type IterIndices = Enumerate<Self::Iter>;

    fn input_len(&self) -> usize {
        self.0.len()
    }

    fn take(&self, index: usize) -> Self {
        Tokens(&self.0[..index])
    }

    fn take_from(&self, index: usize) -> Self {
        Tokens(&self.0[index..])
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Token) -> bool>(&self, predicate: P) -> Option<usize> {
        self.0.iter().position(|token| predicate(*token))
    }

    fn iter_elements(&self) -> Self::Iter {
        self.0.iter().copied()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.0.len() { Ok(count) } else { Err(Needed::new(count - self.0.len())) }
    }
}
