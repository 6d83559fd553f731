//! How the formats for people call things: titles of sections, values with their verbs, and cells that stay cells.

use crate::compare::Claim;
use crate::model::Party;
use std::io::Write;

/// What a section of the document is called: "Multinational force".
pub(crate) fn section_title(section: &str) -> String {
    match section {
        "monitoring" => "Ceasefire monitoring".into(),
        "afu_support" => "Support to the Armed Forces of Ukraine".into(),
        "multinational_force" => "Multinational force".into(),
        "attack_response" => "Response to a future attack".into(),
        "cooperation" => "Long-term defence cooperation".into(),
        "guarantees" => "Guarantees as a whole".into(),
        other => {
            let mut letters = other.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        }
    }
}

/// A value with its verb and its denial: `united_states [proposed]`, `not france`.
pub(crate) fn claim_phrase(claim: &Claim) -> String {
    let fact = &claim.fact;
    let not = if fact.negated { "not " } else { "" };
    let verb = fact.modality.map(|modality| format!(" [{modality}]")).unwrap_or_default();
    format!("{not}{}{verb}", fact.value)
}

/// The verb that carries a claim, or that there is none.
pub(crate) fn verb(claim: &Claim) -> &'static str {
    claim.fact.modality.map_or("no verb", |modality| modality.as_str())
}

/// "1 word", "3 words".
pub(crate) fn count(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

/// A value as a reader has it: "United States" for a party, "to be established" for any other word of a list.
pub(crate) fn spelled(value: &str) -> String {
    if value.contains(char::is_whitespace) {
        return value.to_owned();
    }
    match Party::ALL.iter().find(|party| party.as_str() == value) {
        Some(party) => party_name(*party),
        None => value.replace('_', " "),
    }
}

/// A party's name in English: "Coalition of the Willing".
pub(crate) fn party_name(party: Party) -> String {
    if party == Party::Nato {
        return "NATO".into();
    }
    let small = |word: &str| matches!(word, "of" | "the" | "and");
    let words = party.as_str().split('_').enumerate().map(|(at, word)| {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if at == 0 || !small(word) => first.to_uppercase().chain(letters).collect::<String>(),
            _ => word.to_owned(),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A cell that no spreadsheet takes for a formula, in whatever width its sign is written. A date without its year, which
/// can call nothing, stays as it is: programs look for `--01-06`.
pub(crate) fn safe(text: &str) -> String {
    const SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if text.starts_with(SIGNS) && !is_day(text) { format!("'{text}") } else { text.to_owned() }
}

/// Is it a day of a month as the codebook has it, `--MM-DD`?
fn is_day(text: &str) -> bool {
    matches!(text.as_bytes(), [b'-', b'-', month @ .., b'-', d1, d2]
        if month.len() == 2 && month.iter().chain([d1, d2]).all(u8::is_ascii_digit))
}

/// A writer of CSV as RFC 4180 has it: commas, lines that end with CR and LF, quotation marks where they are needed.
pub(crate) fn csv(out: &mut dyn Write) -> csv::Writer<&mut dyn Write> {
    csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out)
}

/// Text for a cell of a Markdown table: in one line, nothing in it is markup.
pub(crate) fn cell(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match c {
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{cell, safe};

    #[test]
    fn no_cell_begins_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"] {
            assert_eq!(safe(text), format!("'{text}"));
        }
        assert_eq!(safe("US-led"), "US-led");
        assert_eq!(safe("--01-06"), "--01-06");
        assert_eq!(safe("--01-06+A1"), "'--01-06+A1");
    }

    #[test]
    fn nothing_in_a_cell_is_markup() {
        assert_eq!(cell("a|b\n*c* <d>"), "a\\|b \\*c\\* \\<d\\>");
    }
}
