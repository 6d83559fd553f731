//! A lexicon that a user brings: words for a language that is read already, or a language of its own.

use super::compile::{Compiled, compile, small_words};
use super::concept::number;
use super::key::Key;
use super::lines::{Fault, Lines, read};
use super::tables::Shape;
use super::{LEXICONS, Lexicon};
use crate::model::{PLACES, Party};

/// A lexicon that owns its tables.
#[derive(Debug)]
pub(crate) struct Taught {
    language: String,
    name: String,
    shape: Shape,
    lines: String,
    compiled: Compiled,
    /// What its language is told by, in order.
    pub(super) small: Vec<Key>,
}

impl Taught {
    /// Compiles a lexicon's file; where its language is one of those that ship, its words are added to those. Errors: every
    /// faulty line, with its place in the file.
    pub(crate) fn compile(file: &str) -> Result<Taught, Vec<Fault>> {
        let parties: Vec<&str> = Party::ALL.iter().map(|party| party.as_str()).collect();
        let parse = |text: &str| read(text, |name| number(name, &parties, PLACES));
        let own = parse(file)?;
        let known = LEXICONS.iter().find(|lexicon| lexicon.language == own.language);
        let alone = compile(&own)?;
        let (text, lines, compiled) = match known {
            None => (file.to_owned(), own, alone),
            Some(known) => {
                let text = format!("{file}\n{}", known.lines);
                let lines = parse(&text)?;
                // The phrase stands in both: it is this file that gives it another name, and what ships has no place here.
                let told =
                    |fault: Fault| if fault.at.start >= file.len() { Fault { at: 0..0, ..fault } } else { fault };
                let compiled = compile(&lines).map_err(|faults| faults.into_iter().map(told).collect::<Vec<_>>())?;
                (text, lines, compiled)
            }
        };
        let mut small: Vec<Key> = small_words(&lines).iter().map(|word| Key::of(word.as_bytes())).collect();
        small.sort_unstable();
        let Lines { language, name, shape, .. } = lines;
        let name = if name.is_empty() { language.clone() } else { name };
        Ok(Taught { language, name, shape, lines: text, compiled, small })
    }

    /// BCP 47 primary subtag.
    pub(crate) fn language(&self) -> &str {
        &self.language
    }

    /// The lexicon, to read with.
    pub(crate) fn lexicon(&self) -> Lexicon<'_> {
        let tables = self.compiled.tables();
        Lexicon { language: &self.language, name: &self.name, shape: self.shape, lines: &self.lines, tables }
    }
}
