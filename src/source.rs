//! The text with its name and its origin: quotes, lines and columns, and the three units of offsets.

use crate::span::Span;
use schemars::JsonSchema;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// The unit that spans count in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Offsets {
    /// Bytes of the decoded text as UTF-8: Rust, Go, C.
    #[default]
    Bytes,
    /// Code points: Python, R.
    Chars,
    /// UTF-16 code units: JavaScript, Java, C#.
    Utf16,
}

impl Offsets {
    /// Every unit.
    pub const ALL: &'static [Offsets] = &[Offsets::Bytes, Offsets::Chars, Offsets::Utf16];

    /// The unit as the JSON writes it and as the command takes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Offsets::Bytes => "bytes",
            Offsets::Chars => "chars",
            Offsets::Utf16 => "utf16",
        }
    }

    /// How many units a character takes.
    pub(crate) const fn of(self, c: char) -> usize {
        match self {
            Offsets::Bytes => c.len_utf8(),
            Offsets::Chars => 1,
            Offsets::Utf16 => c.len_utf16(),
        }
    }
}

/// What was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Content {
    /// A text: it is read as it stands.
    #[default]
    Text,
    /// A saved page: its text is read, with its lists as lines and markers, without menus, forms and scripts.
    Html,
}

/// Where the text comes from, and the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// The file's name, where it has one.
    pub name: Option<String>,
    /// How many bytes were read.
    pub bytes: usize,
    /// The encoding they were in, by its WHATWG name in lower case: `utf-8`, `utf-16le`, `windows-1251`.
    pub encoding: &'static str,
    /// What the bytes were: where a page, [`Parsed::text`](crate::Parsed::text) is what stood in it.
    pub content: Content,
    /// The unit that the document's spans count in.
    pub offsets: Offsets,
    /// The text that spans count in: decoded, and taken out of its page.
    pub(crate) text: String,
    /// The bytes as they were read, where they are not those of the text.
    pub(crate) original: Option<Box<[u8]>>,
}

/// A place as an editor counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Place {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

impl Source {
    /// SHA-256 of the bytes as they were read, in hexadecimal; computed when asked for.
    pub fn sha256(&self) -> String {
        let bytes = self.original.as_deref().unwrap_or(self.text.as_bytes());
        digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }

    /// The words under a span that counts in [`Source::offsets`]; `None` where it does not fit the text.
    pub fn quote(&self, span: Span) -> Option<&str> {
        Span::new(self.byte(span.start)?, self.byte(span.end)?).of(&self.text)
    }

    /// The line and column of an offset that counts in [`Source::offsets`]; `None` where the text is shorter.
    ///
    /// A line ends at a line feed, a carriage return, or both.
    pub fn place(&self, offset: usize) -> Option<Place> {
        let before = self.text.get(..self.byte(offset)?)?;
        let start = line_start(before);
        let line = 1 + before.matches('\n').count() + lone_returns(before);
        Some(Place { line, column: 1 + before[start..].chars().count() })
    }

    /// An offset in the document's unit as a byte of the text.
    pub(crate) fn byte(&self, offset: usize) -> Option<usize> {
        if self.offsets == Offsets::Bytes {
            return (offset <= self.text.len()).then_some(offset);
        }
        let mut count = 0;
        for (byte, c) in self.text.char_indices() {
            if count >= offset {
                return (count == offset).then_some(byte);
            }
            count += self.offsets.of(c);
        }
        (count == offset).then_some(self.text.len())
    }
}

/// SHA-256 of some bytes.
pub(crate) fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// The last boundary of a character that is no farther on than `at`.
pub(crate) fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn line_start(before: &str) -> usize {
    before.rfind(['\n', '\r']).map_or(0, |end| end + 1)
}

/// Carriage returns that end a line by themselves.
fn lone_returns(text: &str) -> usize {
    text.matches('\r').count() - text.matches("\r\n").count()
}

#[cfg(test)]
mod tests {
    use super::{Offsets, Place, Source};
    use crate::span::Span;

    fn source(text: &str, offsets: Offsets) -> Source {
        Source { text: text.into(), offsets, ..Source::default() }
    }

    #[test]
    fn a_quote_is_the_same_in_every_unit() {
        let text = "→ Київ 🇺🇦 peace";
        for (offsets, start, end) in [(Offsets::Bytes, 4, 12), (Offsets::Chars, 2, 6), (Offsets::Utf16, 2, 6)] {
            assert_eq!(source(text, offsets).quote(Span::new(start, end)), Some("Київ"));
        }
        assert_eq!(source(text, Offsets::Utf16).quote(Span::new(12, 17)), Some("peace"));
        assert_eq!(source(text, Offsets::Chars).quote(Span::new(10, 15)), Some("peace"));
    }

    #[test]
    fn half_a_character_is_no_quote() {
        assert_eq!(source("→", Offsets::Bytes).quote(Span::new(0, 1)), None);
        assert_eq!(source("🕊", Offsets::Utf16).quote(Span::new(0, 1)), None);
        assert_eq!(source("a", Offsets::Bytes).quote(Span::new(0, 2)), None);
    }

    #[test]
    fn columns_count_characters_and_any_line_end_counts() {
        let source = source("é\r\n→ x\ry", Offsets::Bytes);
        assert_eq!(source.place(2), Some(Place { line: 1, column: 2 }));
        assert_eq!(source.place(8), Some(Place { line: 2, column: 3 }));
        assert_eq!(source.place(10), Some(Place { line: 3, column: 1 }));
        assert_eq!(source.place(99), None);
    }

    #[test]
    fn the_digest_is_that_of_the_original_bytes() {
        let mut source = source("abc", Offsets::Bytes);
        assert!(source.sha256().starts_with("ba7816bf"));
        source.original = Some(Box::from(*b"\xef\xbb\xbfabc"));
        assert!(!source.sha256().starts_with("ba7816bf"));
    }
}
