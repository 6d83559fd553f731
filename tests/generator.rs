//! Declarations written from facts, and read back: nothing may be missed, nothing invented.
//!
//! A tape of numbers, which proptest draws and shrinks, chooses the facts, the words of a lexicon that say them, the
//! sentences around these words and the layout. `tests/generator/XX.txt` holds the sentences of a language.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "generator/clauses.rs"]
mod clauses;
#[path = "generator/frames.rs"]
mod frames;
#[path = "generator/layout.rs"]
mod layout;
#[path = "generator/left_out.rs"]
mod left_out;
#[path = "generator/tape.rs"]
mod tape;
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
use std::sync::OnceLock;
use tape::Tapes;
use words::Words;
use write::{Choice, Shared, Written, alone, whole};

/// Declarations a language.
const CASES: u32 = 200;
/// Declarations a pair of languages.
const PAIRS: u32 = 100;
/// Numbers on a tape: more than the longest declaration draws.
const DRAWS: usize = 160;

/// The sentences and words of every language.
fn languages() -> &'static [(Frames, Words)] {
    static ALL: OnceLock<Vec<(Frames, Words)>> = OnceLock::new();
    ALL.get_or_init(|| {
        let of = |language: &&'static str| {
            let frames = Frames::of(language);
            let words = Words::of(language, &frames);
            (frames, words)
        };
        LANGUAGES.iter().map(of).collect()
    })
}

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

fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 2000, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(prop::test_runner::RngAlgorithm::ChaCha))
}

fn tape() -> impl Strategy<Value = Vec<u16>> {
    prop::collection::vec(any::<u16>(), 0..DRAWS)
}

#[test]
fn what_is_written_is_read() {
    let mut wrong = Vec::new();
    for (frames, words) in languages() {
        let language = frames.language;
        let result = runner(CASES).run(&(tape(), tape()), |(facts, forms)| {
            let written = whole(frames, words, &mut Tapes::new(&facts, &forms), None);
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
fn the_same_in_other_words_does_not_differ() {
    let mut wrong = Vec::new();
    for (at, first) in languages().iter().enumerate() {
        let pair = [first, &languages()[(at + 1) % LANGUAGES.len()]];
        let [one, two] = pair.map(|(frames, _)| frames.language);
        let shared = Shared::by(&pair[0].0, &pair[1].0);
        let result = runner(PAIRS).run(&(tape(), tape(), tape(), tape()), |(facts, first, second, third)| {
            let text = |at: usize, forms: &[u16]| {
                let (frames, words) = pair[at];
                whole(frames, words, &mut Tapes::new(&facts, forms), Some(&shared)).text
            };
            let (old, layout, other) = (text(0, &first), text(0, &second), text(1, &third));
            for new in [layout, other] {
                let diff = declparse::diff(&declparse::parse(&old), &declparse::parse(&new));
                if !diff.is_empty() {
                    let changes: Vec<String> = diff.of_meaning().map(|change| format!("{change:?}")).collect();
                    return Err(TestCaseError::fail(format!("{}\n{old}\n{new}", changes.join("\n"))));
                }
            }
            Ok(())
        });
        if let Err(error) = result {
            wrong.push(format!("{one} {two}: {error}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_word_is_read_in_its_sentence() {
    let mut wrong = Vec::new();
    for (frames, words) in languages() {
        let language = frames.language;
        for clause in CLAUSES {
            for (concept, word) in words.of_clause(clause) {
                let written = alone(frames, words, clause, Choice { word: Some((concept, word)), ..Choice::default() });
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
    for (frames, words) in languages() {
        let language = frames.language;
        for clause in CLAUSES {
            let affirmed = (0..frames.verbs.len()).map(|verb| (verb, false));
            let denied = (0..frames.denials.len()).map(|verb| (verb, true)).filter(|_| clause.denied);
            for (verb, denied) in affirmed.chain(denied) {
                for at in 0..frames.sentences(clause.id).count() {
                    let choice = Choice { sentence: Some((at, verb, denied)), ..Choice::default() };
                    let written = alone(frames, words, clause, choice);
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
    for (frames, words) in languages() {
        let language = frames.language;
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
