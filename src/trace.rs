//! Words over concepts: what the lexicon makes of a text, for tests and for those who add words to it.

use crate::grammar::Page;
use crate::lexicon::Languages;
use crate::lexicon::concept::CONCEPTS;
use crate::token::Token;
use std::fmt::Write as _;

/// Each stretch as a block of lines: the words, a colon, what they may mean; a blank line between stretches.
pub(crate) fn tokens(text: &str, languages: Languages<'_>) -> String {
    let page = Page::read(text, languages);
    let mut out = String::with_capacity(text.len() * 3);
    for (at, stretch) in page.stretches.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        for token in page.of(stretch) {
            let words = token.span().of(text).unwrap_or_default();
            let words: Vec<&str> = words.split_whitespace().collect();
            let _ = writeln!(out, "{}: {}", words.join(" "), meanings(token));
        }
    }
    out
}

fn meanings(token: &Token) -> String {
    let named = CONCEPTS.iter().filter(|(concept, _)| token.is(*concept)).map(|(concept, name)| {
        if name.is_empty() { format!("{concept:?}").to_lowercase() } else { (*name).to_owned() }
    });
    let mut names: Vec<String> = named.collect();
    if token.value() > 0 {
        names.push(token.value().to_string());
    }
    names.join(" ")
}
