//! Reads a lexicon's file: its settings, its phrases, and every fault of it at once.
//!
//! Used by the build script for the lexicons that ship, and by the program for one that a user brings; nothing in it
//! depends on the rest of the crate. Source: grammar-notes/lexicon.md.

use super::tables::Shape;

/// What a file says: `@setting <TAB> value`, and `concept { "+" concept } <TAB> phrase`.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    /// BCP 47 primary subtag.
    pub(crate) language: String,
    /// The language's English name; empty where the file adds words to a lexicon that names it.
    pub(crate) name: String,
    /// How the language builds its sentences.
    pub(crate) shape: Shape,
    /// The phrases, in the file's order.
    pub(crate) entries: Vec<Entry>,
}

/// One phrase with the codes of what it may mean.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The bytes of the file that its line takes.
    pub(crate) line: std::ops::Range<usize>,
    /// As it is written, with its alternatives.
    pub(crate) phrase: String,
    /// Concepts by their codes; above bit 16 which party, place or month.
    pub(crate) codes: Vec<u32>,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The bytes of the file that it is about.
    pub(crate) at: std::ops::Range<usize>,
    /// What was expected.
    pub(crate) message: String,
}

/// Reads `text`; `number` gives the code of a concept's name. Errors: all faults, in order.
pub(crate) fn read(text: &str, number: impl Fn(&str) -> Option<u32>) -> Result<Lines, Vec<Fault>> {
    let mut lines = Lines::default();
    let mut faults = Vec::new();
    let mut from = 0;
    for raw in text.split_inclusive('\n') {
        let line = raw.trim_end_matches(['\n', '\r']);
        // A mark at the head of the file is none of its words.
        let line_at = from..from + line.len();
        let line = line.trim_start_matches('\u{feff}');
        from += raw.len();
        let mut fault = |message: String| faults.push(Fault { at: line_at.clone(), message });
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let Some((key, value)) = line.split_once('\t') else {
            fault(format!("expected `concept<TAB>phrase`, found `{line}`"));
            continue;
        };
        if let Some(setting) = key.strip_prefix('@') {
            if let Err(message) = lines.set(setting, value.trim()) {
                fault(message);
            }
            continue;
        }
        let mut codes = Vec::with_capacity(1);
        for concept in key.split('+') {
            match number(concept) {
                Some(code) => codes.push(code),
                None => fault(format!("no concept is called `{concept}`")),
            }
        }
        lines.entries.push(Entry { line: line_at, phrase: value.trim().to_owned(), codes });
    }
    if lines.language.is_empty() {
        faults.insert(
            0,
            Fault { at: 0..0, message: "expected a line `@language<TAB>xx`, xx being the language's subtag".into() },
        );
    }
    if faults.is_empty() { Ok(lines) } else { Err(faults) }
}

impl Lines {
    fn set(&mut self, setting: &str, value: &str) -> Result<(), String> {
        let wrong = |expected: &str| Err(format!("`@{setting}` is {expected}, not `{value}`"));
        match (setting, value) {
            ("language", subtag) => {
                if !(2..=3).contains(&subtag.len()) || !subtag.bytes().all(|b| b.is_ascii_lowercase()) {
                    return wrong("a primary subtag of two or three small letters");
                }
                self.language = subtag.to_owned();
            }
            ("name", "") => return wrong("the language's English name"),
            ("name", name) => self.name = name.to_owned(),
            ("title", "capitals") => self.shape.title_capitals = true,
            ("title", _) => return wrong("`capitals`"),
            ("condition", "inverted") => self.shape.inverted_condition = true,
            ("condition", _) => return wrong("`inverted`"),
            ("adjective", "either_side") => self.shape.adjective_behind = true,
            ("adjective", _) => return wrong("`either_side`"),
            ("subject", "either_side") => self.shape.free_order = true,
            ("subject", _) => return wrong("`either_side`"),
            ("denial", "clause") => self.shape.denies_clause = true,
            ("denial", _) => return wrong("`clause`"),
            _ => {
                return Err(format!(
                    "no setting is called `@{setting}`: language, name, title, condition, subject, adjective, denial"
                ));
            }
        }
        Ok(())
    }
}

/// All forms of a phrase: `[x]` with and without, `(a|b)` each.
pub(crate) fn expand(phrase: &str) -> Vec<String> {
    let Some(open) = phrase.find(['[', '(']) else {
        return vec![phrase.to_owned()];
    };
    let optional = phrase.as_bytes()[open] == b'[';
    let Some(length) = phrase[open..].find(if optional { ']' } else { ')' }) else {
        return vec![phrase.to_owned()];
    };
    let (head, body, tail) = (&phrase[..open], &phrase[open + 1..open + length], &phrase[open + length + 1..]);
    let mut choices: Vec<&str> = body.split('|').collect();
    if optional {
        choices.push("");
    }
    let tails = expand(tail);
    choices.iter().flat_map(|choice| tails.iter().map(move |tail| format!("{head}{choice}{tail}"))).collect()
}
