//! Words to concepts: one data file a language, longest match first.
//!
//! A lexicon ships compiled (see `build.rs`): reading a text allocates nothing a word and looks each word up once.

mod choose;
mod compile;
pub(crate) mod concept;
mod key;
mod lines;
mod phrase;
pub(crate) mod tables;
mod taught;
pub(crate) mod word;

use crate::model::{PLACES, Party};
use crate::span::Span;
use crate::token::Token;
pub(crate) use choose::Languages;
use key::Index;
pub(crate) use lines::Fault;
use phrase::Phrases;
pub(crate) use phrase::Room;
use std::sync::LazyLock;
pub(crate) use tables::Shape;
use tables::Tables;
pub(crate) use taught::Taught;
use word::scan;

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

/// Bytes that lie as numbers must, at the start of a line of the cache.
#[repr(C, align(64))]
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
    pub(crate) fn tokenize(&self, text: &str, span: Span, room: &mut Room, tokens: &mut Vec<Token<'l>>) {
        let mut phrases = Phrases::new(&self.tables, room, tokens);
        scan(text, span.start, span.end, &mut phrases);
        phrases.end();
    }
}
