//! A page written otherwise says the same: other bullets, wraps, quotation marks, blanks, encodings, surroundings.
#![allow(clippy::unwrap_used, reason = "a sample that cannot be read is to fail the test")]

#[path = "metamorphic/around.rs"]
mod around;
#[path = "metamorphic/known.rs"]
mod known;
#[path = "metamorphic/turn.rs"]
mod turn;

use declparse::{Options, Parsed};
use known::KNOWN;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use turn::TURNS;

/// The page of each language.
const PAGES: &[(&str, &str)] = &[
    ("en", "en/full_arrows.txt"),
    ("uk", "uk/full.txt"),
    ("ru", "ru/full.txt"),
    ("fr", "fr/full.txt"),
    ("de", "de/full.txt"),
    ("it", "it/full.txt"),
    ("pl", "pl/full.txt"),
    ("es", "es/full.txt"),
    ("pt", "pt/full.txt"),
];

fn page(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)).unwrap()
}

/// Each fact by its path, with all that it says but for the place.
fn facts(parsed: &Parsed) -> BTreeSet<(String, String)> {
    let told = |fact: declparse::FactRef<'_>| {
        let modality = fact.modality.map_or("none", |modality| modality.as_str());
        let denied = if fact.negated { "; not" } else { "" };
        (fact.path.to_owned(), format!("{} = {} [{modality}{denied}]", fact.path, fact.value))
    };
    parsed.facts().map(told).collect()
}

/// What the page of a language says otherwise after a turn: `- fact` lost, `+ fact` new.
fn differences(language: &str, text: &str, bytes: &[u8], exempt: &[&str]) -> Vec<String> {
    let (before, after) = (facts(&declparse::parse(text)), facts(&Options::new().parse_bytes(bytes)));
    assert!(before.len() > 50, "{language}: the page is not read");
    let lost = before.difference(&after).map(|(path, fact)| (path, format!("- {fact}")));
    let new = after.difference(&before).map(|(path, fact)| (path, format!("+ {fact}")));
    let all = lost.chain(new).filter(|(path, _)| !exempt.contains(&path.as_str()));
    all.map(|(_, fact)| fact).collect()
}

#[test]
fn a_page_written_otherwise_says_the_same() {
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for (language, name) in PAGES {
        let text = page(name);
        for (turn, make, exempt) in TURNS {
            let Some(bytes) = make(&text, language) else { continue };
            for fact in differences(language, &text, &bytes, exempt) {
                match KNOWN.iter().position(|(l, t, f, _)| l == language && t == turn && *f == fact) {
                    Some(known) => drop(seen.insert(known)),
                    None => wrong.push(format!("{language} {turn}: {fact}")),
                }
            }
        }
    }
    for (at, (language, turn, fact, _)) in KNOWN.iter().enumerate() {
        if !seen.contains(&at) {
            wrong.push(format!("{language} {turn}: {fact}: no longer, take it off the list"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} pages:\n{}", wrong.len(), PAGES.len() * TURNS.len(), wrong.join("\n"));
}

#[test]
fn what_a_turn_changes_is_seen() {
    let text = page("en/full_arrows.txt");
    let other = text.replace("American leadership", "French leadership");
    assert_eq!(
        differences("en", &text, other.as_bytes(), &[]),
        ["- monitoring.mechanism.led_by = united_states [none]", "+ monitoring.mechanism.led_by = france [none]",]
    );
}
