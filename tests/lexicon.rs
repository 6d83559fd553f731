//! What holds a lexicon: its lines are sorted and say nothing twice, and every concept has both words and a rule.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;

/// Concepts that only a language with cases has words for.
const CASES: &[&str] = &["oblique", "any_case"];

/// The languages that ship: one file each.
fn languages() -> Vec<String> {
    let files = fs::read_dir("src/lexicon").unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut languages: Vec<String> = files.filter_map(|file| Some(file.strip_suffix(".tsv")?.to_owned())).collect();
    languages.sort();
    assert!(languages.contains(&"en".to_owned()));
    languages
}

fn lines(language: &str) -> Vec<(String, String)> {
    let text = fs::read_to_string(format!("src/lexicon/{language}.tsv")).unwrap();
    let entries = text.lines().filter(|line| !line.starts_with(['#', '@']));
    entries
        .map(|line| line.split_once('\t').unwrap_or_else(|| panic!("no tab: {line}")))
        .map(|(c, p)| (c.into(), p.into()))
        .collect()
}

/// The concepts that have words, by their Rust names and their names in lexicons.
fn concepts() -> Vec<(String, String)> {
    let text = fs::read_to_string("src/lexicon/concept.rs").unwrap();
    let pairs = text.lines().filter_map(|line| line.trim().strip_suffix("\",")?.split_once(" = \""));
    pairs.map(|(rust, name)| (rust.into(), name.into())).collect()
}

#[test]
fn lines_are_sorted_and_said_once() {
    for language in languages() {
        let lines = lines(&language);
        for pair in lines.windows(2) {
            assert!(pair[0] < pair[1], "{language}: {:?} stands before {:?}", pair[0], pair[1]);
        }
    }
}

#[test]
fn every_concept_has_words_in_every_language() {
    for language in languages() {
        let lines = lines(&language);
        let named = lines.iter().flat_map(|(concepts, _)| concepts.split('+'));
        let known: BTreeSet<String> = named.map(|c| c.split('.').next().unwrap().to_owned()).collect();
        let lacking: Vec<_> = concepts().into_iter().filter(|(_, name)| !known.contains(name)).collect();
        let lacking: Vec<_> = lacking.iter().filter(|(_, name)| !CASES.contains(&name.as_str())).collect();
        assert!(lacking.is_empty(), "{language} has no word for {lacking:?}");
    }
}

#[test]
fn every_concept_is_asked_for() {
    let mut code = String::new();
    let grammar = ["src/grammar", "src/grammar/carry", "src/grammar/multinational_force", "src/grammar/report"];
    for folder in grammar.into_iter().chain(["src", "src/validate", "src/lexicon"]) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|e| e == "rs") {
                code.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    let words: BTreeSet<&str> = code
        .split("Concept::")
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap())
        .collect();
    let idle: Vec<_> = concepts().into_iter().filter(|(rust, _)| !words.contains(rust.as_str())).collect();
    assert!(idle.is_empty(), "no rule asks for {idle:?}");
}
