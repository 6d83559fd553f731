//! Declarations written from facts, and read back: nothing may be missed, nothing invented.
//!
//! A tape of numbers, which proptest draws and shrinks, chooses the facts, the words of a lexicon that say them, the
//! sentences around these words and the layout. `tests/generator/XX.txt` holds the sentences of a language.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "generator/clauses.rs"]
mod clauses;
#[path = "generator/frames.rs"]
mod frames;
#[path = "generator/left_out.rs"]
mod left_out;
#[path = "generator/words.rs"]
mod words;
#[path = "generator/write.rs"]
mod write;

use clauses::CLAUSES;
use frames::{Frames, LANGUAGES};
use left_out::LEFT_OUT;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRng, TestRunner};
use std::collections::BTreeSet;
use words::Words;
use write::{Choice, Tape, Written, alone, whole};

/// Declarations a language.
const CASES: u32 = 400;
/// Numbers on a tape: more than the longest declaration draws.
const DRAWS: usize = 240;

/// All that a text says: `path = value [modality; not]`.
fn read(text: &str) -> BTreeSet<String> {
    let parsed = declparse::parse(text);
    let told = parsed.facts().map(|fact| {
        let modality = fact.modality.map_or("none", |modality| modality.as_str());
        write::told(fact.path, &fact.value, modality, fact.negated)
    });
    told.collect()
}

/// What came otherwise than it was written.
fn faults(written: &Written) -> Vec<String> {
    let came = read(&written.text);
    let missed = written.facts.difference(&came).map(|fact| format!("missed   {fact}"));
    let invented = came.difference(&written.facts).map(|fact| format!("invented {fact}"));
    missed.chain(invented).collect()
}

#[test]
fn what_is_written_is_read() {
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        let frames = Frames::of(language);
        let words = Words::of(language, &frames);
        let config = Config { cases: CASES, failure_persistence: None, max_shrink_iters: 2000, ..Config::default() };
        let mut runner =
            TestRunner::new_with_rng(config, TestRng::deterministic_rng(prop::test_runner::RngAlgorithm::ChaCha));
        let tapes = prop::collection::vec(any::<u16>(), 0..DRAWS);
        let result = runner.run(&tapes, |draws| {
            let written = whole(&frames, &words, &mut Tape::new(&draws));
            let faults = faults(&written);
            if faults.is_empty() {
                return Ok(());
            }
            Err(TestCaseError::fail(format!("{}\n{}", faults.join("\n"), written.text)))
        });
        if let Err(error) = result {
            wrong.push(format!("{language}: {error}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_word_is_read_in_its_sentence() {
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        let frames = Frames::of(language);
        let words = Words::of(language, &frames);
        for clause in CLAUSES {
            for (concept, word) in words.of_clause(clause) {
                let written =
                    alone(&frames, &words, clause, Choice { word: Some((concept, word)), ..Choice::default() });
                for fault in faults(&written) {
                    wrong.push(format!("{language} {} {concept} `{word}`: {fault}", clause.id));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} faults\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_sentence_is_read_with_every_verb() {
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        let frames = Frames::of(language);
        let words = Words::of(language, &frames);
        for clause in CLAUSES {
            let affirmed = (0..frames.verbs.len()).map(|verb| (verb, false));
            let denied = (0..frames.denials.len()).map(|verb| (verb, true)).filter(|_| clause.denied);
            for (verb, denied) in affirmed.chain(denied) {
                for at in 0..frames.sentences(clause.id).count() {
                    let choice = Choice { sentence: Some((at, verb, denied)), ..Choice::default() };
                    let written = alone(&frames, &words, clause, choice);
                    for fault in faults(&written) {
                        wrong.push(format!("{language} {} {at} {fault}", clause.id));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} faults\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_clause_is_written_in_every_language() {
    for language in LANGUAGES {
        let frames = Frames::of(language);
        let words = Words::of(language, &frames);
        for clause in CLAUSES {
            assert!(frames.sentences(clause.id).count() > 0, "{language}: no sentence says {}", clause.id);
            for concept in clause.concepts() {
                assert!(!words.all(concept).is_empty(), "{language}: no word says {concept}");
            }
        }
    }
}

#[test]
fn what_is_left_out_is_in_its_lexicon() {
    for (language, concept, word, reason) in LEFT_OUT {
        assert!(
            words::lexicon(language).any(|(key, form)| key == *concept && form == *word),
            "{language} {concept} {word}"
        );
        assert!(!reason.is_empty());
    }
}
