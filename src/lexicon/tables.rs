//! The compiled form of a lexicon: flat tables, which a program can carry as constants.
//!
//! The first gives a folded word its *symbol*, the set of lexicon words that it matches: whole words by a hash, those that
//! only begin as a stem does by an automaton over their bytes. The second walks symbols to the longest phrase. Nothing is
//! built when the program starts.

use super::key::Index;

/// Marks, behind the bytes of a word, that the entry asks for capitals throughout.
pub(crate) const UPPER: u8 = 1;
/// Marks, behind the bytes of a word, that the entry asks for a capital at the start.
pub(crate) const INITIAL: u8 = 2;

/// One lexicon, ready to walk.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tables<'a> {
    /// The words that stand in it whole. The numbers of each are its symbols, sixteen bits each (in small letters, with a
    /// capital at its start, in capitals), and what the first of them may begin.
    pub(crate) words: Index<'a>,
    /// Double array over the bytes of the stems: `[base, check]` of each state; the start is state 1.
    pub(crate) states: &'a [[u32; 2]],
    /// The symbol of the longest stem on the way to each state.
    pub(crate) stems: &'a [u16],
    /// What a phrase may begin with, by symbol.
    pub(crate) heads: &'a [Head],
    /// Open hash of the phrase automaton: `[state << 16 | symbol, hints << 16 | next]`, where the [`hint16`]s are of the
    /// symbols that the next state goes on with; a power of two long, 0 is empty.
    pub(crate) edges: &'a [[u32; 2]],
    /// The place of what each phrase state means; 0 is nothing.
    pub(crate) accepts: &'a [u16],
    /// What words and phrases mean. The signs come first; the one at 0 is the unknown word's.
    pub(crate) meanings: &'a [Meaning],
}

/// Concepts, as bits by their codes; one bit more for what rules [start](STARTS) at. The top byte says which party, place or
/// month is named, counted from 1, and 0 for none.
pub(crate) type Meaning = [u64; 4];

/// From this bit on the last number of a [`Meaning`] says what is named.
pub(crate) const NAMED: u32 = 56;

/// In that number, a bit that is asked of every word: may it mean anything but [`WATER`](super::concept::WATER)?
pub(crate) const STARTS: u64 = 1 << 55;

/// The bits of that number that stand for concepts.
pub(crate) const CONCEPT_BITS: u64 = STARTS - 1;

/// What a word means alone, and how a phrase goes on from it.
///
/// A number: sixteen bits for the place of its meaning, sixteen for its state in the phrase automaton (0 where no phrase
/// goes on), and thirty-two for the [`hint`]s of the symbols that it goes on with.
pub(crate) type Head = u64;

/// The head of a word.
pub(crate) const fn head(meaning: u16, state: u16, hints: u32) -> Head {
    meaning as u64 | (state as u64) << 16 | (hints as u64) << 32
}

/// The bit by which a head knows a symbol that may follow it: most words that follow need no look at the edges.
#[inline]
pub(crate) const fn hint(symbol: u16) -> u32 {
    1 << (symbol & 31)
}

/// The bit by which an edge knows a symbol that may follow behind it; with none of them the phrase is at its end.
#[inline]
pub(crate) const fn hint16(symbol: u16) -> u16 {
    1 << (symbol & 15)
}

/// Where an edge is looked for first.
#[inline]
pub(crate) const fn edge_slot(key: u32, slots: usize) -> usize {
    ((key as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & (slots - 1)
}

/// How a language builds its sentences, as far as rules must know it; all off is the plain case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shape {
    /// A title is set in capitals, word by word.
    pub(crate) title_capitals: bool,
    /// "should it be attacked": the verb before its subject makes a condition.
    pub(crate) inverted_condition: bool,
    /// Subject and object stand on either side of their verb.
    pub(crate) free_order: bool,
    /// An adjective may stand behind its noun: "soutien américain".
    pub(crate) adjective_behind: bool,
    /// A denied verb denies its whole clause, what stands before it too.
    pub(crate) denies_clause: bool,
}
