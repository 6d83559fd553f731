//! Words to concepts: one data file a language, longest match first.
//!
//! A lexicon ships compiled (see `build.rs`): reading a text allocates nothing a word and looks each word up once.

mod choose;
mod compile;
pub(crate) mod concept;
mod lines;
pub(crate) mod tables;
mod taught;
pub(crate) mod word;

use crate::span::Span;
use crate::token::{Senses, Token};
pub(crate) use choose::Languages;
use concept::Concept;
pub(crate) use lines::Fault;
use std::sync::LazyLock;
pub(crate) use tables::Shape;
use tables::{INITIAL, Tables, UPPER, edge_slot};
pub(crate) use taught::Taught;
use word::{Case, Sign, Sink, is_word, scan};

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

impl Lexicon<'_> {
    /// Appends the tokens of `span` of `text`.
    pub(crate) fn tokenize(&self, text: &str, span: Span, words: &mut Words, tokens: &mut Vec<Token>) {
        words.0.clear();
        let mut walk = Walk { tables: &self.tables, state: 1, fell: None, words };
        scan(text, span.start, span.end, &mut walk);
        self.phrases(&words.0, tokens);
    }

    /// Groups words into the longest phrases that the lexicon knows.
    fn phrases(&self, words: &[Word], tokens: &mut Vec<Token>) {
        let tables = &self.tables;
        let mut at = 0;
        while let Some(first) = words.get(at) {
            let mut state = match first.kind {
                Kind::Word => tables.starts[first.symbol as usize],
                Kind::Sign => 0,
            };
            let (mut accepted, mut length) = ([0, 0], 1);
            let mut ahead = at + 1;
            while state != 0 {
                let accept = tables.accepts[state as usize];
                if accept[0] != 0 {
                    (accepted, length) = (accept, ahead - at);
                }
                state = match words.get(ahead) {
                    Some(Word { kind: Kind::Word, symbol, .. }) if *symbol != 0 => self.step(state, *symbol),
                    _ => break,
                };
                ahead += 1;
            }
            let last = words[at + length - 1];
            let (sense, counted) = match first.kind {
                Kind::Word => (accepted[0], length.min(255) as u8),
                Kind::Sign => (first.symbol, 0),
            };
            tokens.push(Token {
                senses: Senses(tables.senses[sense as usize]),
                start: first.start,
                end: last.end,
                value: accepted[1],
                words: counted,
                capital: first.capital,
            });
            at += length;
        }
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
#[derive(Debug, Default)]
pub(crate) struct Words(Vec<Word>);

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

/// Walks the word automaton along with the scanner.
struct Walk<'a> {
    tables: &'a Tables<'a>,
    state: u32,
    /// The symbol to take when the word has left every entry: that of the longest stem it began with.
    fell: Option<u16>,
    words: &'a mut Words,
}

impl Walk<'_> {
    fn child(&self, byte: u8) -> Option<u32> {
        let next = self.tables.states[self.state as usize][0] + u32::from(byte);
        (self.tables.states[next as usize][1] == self.state).then_some(next)
    }
}

impl Sink for Walk<'_> {
    #[inline]
    fn byte(&mut self, byte: u8) {
        if self.fell.is_none() {
            match self.child(byte) {
                Some(next) => self.state = next,
                None => self.fell = Some(self.tables.symbols[self.state as usize][1]),
            }
        }
    }

    #[inline]
    fn run(&mut self, bytes: &[u8]) -> usize {
        let states = self.tables.states;
        let mut state = self.state;
        for (at, &byte) in bytes.iter().enumerate() {
            if !is_word(byte) {
                self.state = state;
                return at;
            }
            let next = states[state as usize][0] + u32::from(byte | 0x20);
            if states[next as usize][1] != state {
                self.state = state;
                self.fell = Some(self.tables.symbols[state as usize][1]);
                return at + bytes[at..].iter().take_while(|byte| is_word(**byte)).count();
            }
            state = next;
        }
        self.state = state;
        bytes.len()
    }

    fn forget(&mut self) {
        self.state = 1;
        self.fell = None;
    }

    #[inline]
    fn word(&mut self, start: usize, end: usize, case: Case) {
        let symbol = self.fell.unwrap_or_else(|| {
            let marked = match case {
                Case::Upper => self.child(UPPER).or_else(|| self.child(INITIAL)),
                Case::Initial => self.child(INITIAL),
                Case::Lower => None,
            };
            self.tables.symbols[marked.unwrap_or(self.state) as usize][0]
        });
        self.state = 1;
        self.fell = None;
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
