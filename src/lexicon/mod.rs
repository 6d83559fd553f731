//! Words to concepts: one data file a language, longest match first.
//!
//! A lexicon ships compiled (see `build.rs`): reading a text allocates nothing a word and looks each word up once.

mod choose;
mod compile;
pub(crate) mod concept;
mod key;
mod lines;
pub(crate) mod tables;
mod taught;
pub(crate) mod word;

use crate::model::{PLACES, Party};
use crate::span::Span;
use crate::token::Token;
pub(crate) use choose::Languages;
use choose::SmallWords;
use concept::Concept;
use key::Index;
pub(crate) use lines::Fault;
use std::sync::LazyLock;
pub(crate) use tables::Shape;
use tables::{Tables, edge_slot, hint};
pub(crate) use taught::Taught;
use word::{Case, Folded, Sign, Sink, scan};

/// The words of one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lexicon<'l> {
    /// BCP 47 primary subtag.
    pub(crate) language: &'l str,
    /// The language's English name.
    pub(crate) name: &'l str,
    /// How its sentences are built.
    pub(crate) shape: Shape,
    /// The file it was compiled from.
    lines: &'l str,
    tables: Tables<'l>,
}

/// A token has a byte for what it names.
const _: () = assert!(Party::ALL.len() < 256 && PLACES.len() < 256);

/// Bytes that lie as numbers must.
#[repr(C, align(8))]
struct Aligned<T: ?Sized>(T);

/// A table that the build script wrote, as the numbers it holds.
macro_rules! table {
    ($file:literal) => {{
        static TABLE: &Aligned<[u8]> = &Aligned(*include_bytes!($file));
        bytemuck::cast_slice(&TABLE.0)
    }};
}

include!(concat!(env!("OUT_DIR"), "/lexicons.rs"));

impl<'l> Lexicon<'l> {
    /// Appends the tokens of `span` of `text`.
    pub(crate) fn tokenize(&self, text: &str, span: Span, words: &mut Words, tokens: &mut Vec<Token<'l>>) {
        words.0.clear();
        scan(text, span.start, span.end, &mut Walk { tables: &self.tables, words });
        self.phrases(&words.0, tokens);
    }

    /// Groups words into the longest phrases that the lexicon knows.
    fn phrases(&self, words: &[Word], tokens: &mut Vec<Token<'l>>) {
        let tables = &self.tables;
        let mut at = 0;
        while let Some(first) = words.get(at) {
            let (sense, value, length) = match first.kind {
                Kind::Sign => (first.symbol, 0, 0),
                Kind::Word => self.phrase(first, &words[at + 1..]),
            };
            let end = if length > 1 { words[at + length - 1].end } else { first.end };
            let senses = &tables.senses[usize::from(sense)];
            tokens.push(Token::new(senses, first.start, end, length, value as u8, first.capital));
            at += length.max(1);
        }
    }

    /// The longest phrase that begins with a word: its sense, its value, and how many words it has.
    #[inline]
    fn phrase(&self, first: &Word, behind: &[Word]) -> (u16, u16, usize) {
        let tables = &self.tables;
        let [sense, value, mut state, follow] = tables.heads[usize::from(first.symbol)];
        let mut found = (sense, value, 1);
        if behind.first().is_none_or(|next| follow & hint(next.symbol) == 0) {
            return found;
        }
        for (ahead, next) in behind.iter().enumerate() {
            if state == 0 || next.kind == Kind::Sign || next.symbol == 0 {
                break;
            }
            state = self.step(state, next.symbol);
            let [sense, value] = tables.accepts[usize::from(state)];
            if sense != 0 && (next.end - first.start) as usize <= Token::LONGEST {
                found = (sense, value, ahead + 2);
            }
        }
        found
    }

    fn step(&self, state: u16, symbol: u16) -> u16 {
        let key = u32::from(state) << 16 | u32::from(symbol);
        let mut slot = edge_slot(key, self.tables.edges.len());
        loop {
            let [found, next] = self.tables.edges[slot];
            if found == key {
                return next as u16;
            }
            if found == 0 {
                return 0;
            }
            slot = (slot + 1) & (self.tables.edges.len() - 1);
        }
    }
}

/// Room for the words of one stretch, kept between calls.
#[derive(Debug)]
pub(crate) struct Words(Vec<Word>);

impl Words {
    /// Room for what most paragraphs have.
    pub(crate) fn new() -> Words {
        Words(Vec::with_capacity(256))
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Word,
    Sign,
}

/// A word by its symbol, or a sign by its concept's code.
#[derive(Clone, Copy, Debug)]
struct Word {
    start: u32,
    end: u32,
    symbol: u16,
    kind: Kind,
    capital: bool,
}

/// Looks up each word as the scanner hands it over.
struct Walk<'a> {
    tables: &'a Tables<'a>,
    words: &'a mut Words,
}

impl Walk<'_> {
    /// The symbol of the longest stem that a word begins with, for one that does not stand in the lexicon whole.
    #[inline(never)]
    fn stem(&self, word: Folded<'_>) -> u16 {
        let states = self.tables.states;
        let mut state = 1;
        for byte in word.bytes() {
            let next = states[state as usize][0] + u32::from(byte);
            if states[next as usize][1] != state {
                break;
            }
            state = next;
        }
        self.tables.stems[state as usize]
    }
}

impl Sink for Walk<'_> {
    #[inline(always)]
    fn word(&mut self, word: Folded<'_>, start: usize, end: usize, case: Case) {
        let symbol = match self.tables.words.find(word.key) {
            Some(place) => self.tables.symbols[place][case as usize],
            None => self.stem(word),
        };
        let capital = case != Case::Lower;
        self.words.0.push(Word { start: start as u32, end: end as u32, symbol, kind: Kind::Word, capital });
    }

    #[inline]
    fn sign(&mut self, sign: Sign, start: usize, end: usize) {
        let concept = match sign {
            Sign::Comma => Concept::Comma,
            Sign::Semicolon => Concept::Semicolon,
            Sign::Colon => Concept::Colon,
            Sign::Stop => Concept::Stop,
            Sign::Dash => Concept::Dash,
            Sign::Slash => Concept::Slash,
            Sign::Open => Concept::Open,
            Sign::Close => Concept::Close,
            Sign::Number => Concept::Number,
        };
        let symbol = concept as u16;
        self.words.0.push(Word { start: start as u32, end: end as u32, symbol, kind: Kind::Sign, capital: false });
    }
}
