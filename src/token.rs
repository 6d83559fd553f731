//! Concept tokens: what the grammar reads, and the nom input over them.

use crate::lexicon::concept::CONCEPTS;
pub(crate) use crate::lexicon::concept::Concept;
use crate::lexicon::tables::{CONCEPT_BITS, Meaning, NAMED, STARTS};
use crate::span::Span;
use nom::{Input, Needed};
use std::iter::{Copied, Enumerate};
use std::slice::Iter;

/// A set of concepts: what a word may mean, or what a rule asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Senses([u64; 4]);

impl Senses {
    /// The set of these concepts.
    pub(crate) const fn of(concepts: &[Concept]) -> Self {
        let mut bits = [0; 4];
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
        meet(&self.0, other)
    }

    /// The concepts of both.
    pub(crate) const fn and(self, other: Senses) -> Senses {
        let (one, other) = (self.0, other.0);
        Senses([one[0] | other[0], one[1] | other[1], one[2] | other[2], one[3] | other[3]])
    }

    /// The concepts of all these tokens.
    #[inline]
    pub(crate) fn of_all(tokens: &[Token<'_>]) -> Senses {
        let mut all = tokens.iter().fold(Senses::default(), |all, token| all.and(Senses(*token.meaning)));
        all.0[3] &= CONCEPT_BITS;
        all
    }
}

impl From<Concept> for Senses {
    #[inline]
    fn from(concept: Concept) -> Self {
        Senses::of(&[concept])
    }
}

const _: () = assert!(CONCEPTS.len() <= 3 * 64 + CONCEPT_BITS.count_ones() as usize);

const fn meet(bits: &[u64; 4], senses: Senses) -> bool {
    let senses = senses.0;
    (bits[0] & senses[0]) | (bits[1] & senses[1]) | (bits[2] & senses[2]) | (bits[3] & senses[3]) != 0
}

/// A word, a phrase or a sign, by what it may mean: sixteen bytes, for a page has many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token<'l> {
    /// What it may mean, as its lexicon has it, and what it names; the rule that meets it decides.
    meaning: &'l Meaning,
    /// First byte of the text that it covers.
    pub(crate) start: u32,
    length: u16,
    /// How many words, and [`CAPITAL`].
    words: u8,
}

const CAPITAL: u8 = 0x80;

impl<'l> Token<'l> {
    /// No token is longer; the scanner cuts a word that is.
    pub(crate) const LONGEST: usize = u16::MAX as usize;

    /// A token of `words` words over bytes of the text that are no more than [`LONGEST`](Self::LONGEST).
    #[inline]
    pub(crate) fn new(meaning: &'l Meaning, start: u32, end: u32, words: usize, capital: bool) -> Self {
        let words = words.min(0x7F) as u8 | if capital { CAPITAL } else { 0 };
        Token { meaning, start, length: (end - start) as u16, words }
    }

    /// May it mean `concept`?
    pub(crate) const fn is(&self, concept: Concept) -> bool {
        self.meaning[concept as usize / 64] >> (concept as usize % 64) & 1 == 1
    }

    /// May it mean one of these?
    pub(crate) const fn any(&self, senses: Senses) -> bool {
        meet(self.meaning, senses)
    }

    /// May it mean anything but these?
    pub(crate) const fn beyond(&self, water: Senses) -> bool {
        let (bits, water) = (self.meaning, water.0);
        (bits[0] & !water[0]) | (bits[1] & !water[1]) | (bits[2] & !water[2]) | (bits[3] & CONCEPT_BITS & !water[3])
            != 0
    }

    /// May a rule start at it?
    #[inline]
    pub(crate) const fn starts(&self) -> bool {
        self.meaning[3] & STARTS != 0
    }

    /// Takes its meaning for that of a small word.
    pub(crate) fn make_small(&mut self) {
        const SMALL: Senses = Senses::of(&[Concept::Function]);
        const MEANING: Meaning = SMALL.0;
        self.meaning = &MEANING;
    }

    /// Byte of the text behind it.
    pub(crate) const fn end(&self) -> u32 {
        self.start + self.length as u32
    }

    /// Which party, place or month it names, counted from 1; 0 for none.
    pub(crate) const fn value(&self) -> usize {
        (self.meaning[3] >> NAMED) as usize
    }

    /// How many words it has; 0 for a sign.
    pub(crate) const fn words(&self) -> usize {
        (self.words & !CAPITAL) as usize
    }

    /// Does it open with a capital?
    pub(crate) const fn capital(&self) -> bool {
        self.words & CAPITAL != 0
    }

    /// The bytes it covers.
    pub(crate) const fn span(&self) -> Span {
        Span::new(self.start as usize, self.end() as usize)
    }
}

/// Tokens still to read: the input of the grammar's rules.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Tokens<'t>(pub(crate) &'t [Token<'t>]);

impl<'t> Tokens<'t> {
    /// The next token.
    pub(crate) fn first(&self) -> Option<&'t Token<'t>> {
        self.0.first()
    }
}

impl<'t> Input for Tokens<'t> {
    type Item = Token<'t>;
    type Iter = Copied<Iter<'t, Token<'t>>>;
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

    fn position<P: Fn(Token<'t>) -> bool>(&self, predicate: P) -> Option<usize> {
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
