//! The facts of each sample against those that were noted by hand: `samples/**/NAME.facts`, and a corpus beside the
//! repository where there is one.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test tells what it misses")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Path, value, and whether it is denied.
type Key = (String, String, bool);

/// What a person noted.
#[derive(Default)]
struct Gold {
    need: BTreeSet<Key>,
    /// May be found and need not be; `*` stands for anything.
    may: Vec<(String, String)>,
    /// The verb, where one is noted; empty for none.
    modality: BTreeMap<Key, String>,
}

/// Reads lines `path = value`, with a modality, `none` or `not` in brackets, and `?` before what need not be found.
fn gold(text: &str) -> Gold {
    let mut gold = Gold::default();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (optional, line) = line.strip_prefix('?').map_or((false, line), |rest| (true, rest));
        let Some((path, value)) = line.split_once('=') else { panic!("no gold line: {line}") };
        let (value, mark) = match value.trim().strip_suffix(']').and_then(|rest| rest.rsplit_once('[')) {
            Some((value, mark)) => (value.trim(), Some(mark)),
            None => (value.trim(), None),
        };
        let path = path.trim().to_owned();
        let key = (path.clone(), value.to_owned(), mark == Some("not"));
        if let Some(mark) = mark.filter(|mark| *mark != "not") {
            gold.modality.insert(key.clone(), if mark == "none" { String::new() } else { mark.to_owned() });
        }
        if optional {
            gold.may.push((path, value.to_owned()));
        } else {
            gold.need.insert(key);
        }
    }
    gold
}

/// Does `text` fit a pattern in which `*` stands for anything?
fn fits(text: &str, pattern: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = text.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else { return rest.is_empty() };
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

#[derive(Default)]
struct Score {
    hit: usize,
    missed: usize,
    invented: usize,
    modality: (usize, usize),
    bad_spans: usize,
}

impl Score {
    fn precision(&self) -> f64 {
        share(self.hit, self.hit + self.invented)
    }

    fn recall(&self) -> f64 {
        share(self.hit, self.hit + self.missed)
    }

    fn add(&mut self, text: &str, gold: &Gold) -> Vec<String> {
        let parsed = declparse::parse(text);
        let mut found: BTreeMap<Key, BTreeSet<&str>> = BTreeMap::new();
        for fact in parsed.facts() {
            let key = (fact.path.to_owned(), fact.value.clone().into_owned(), fact.negated);
            found.entry(key).or_default().insert(fact.modality.map_or("", |modality| modality.as_str()));
            self.bad_spans +=
                usize::from(fact.span.is_some_and(|span| text.get(span.start..span.end) != Some(fact.quote)));
        }
        let shown = |key: &Key| format!("{} = {}{}", key.0, key.1, if key.2 { " [not]" } else { "" });
        let mut wrong = Vec::new();
        for key in &gold.need {
            if found.contains_key(key) {
                self.hit += 1;
            } else {
                self.missed += 1;
                wrong.push(format!("missed   {}", shown(key)));
            }
        }
        for key in found.keys().filter(|key| !gold.need.contains(key)) {
            if !gold.may.iter().any(|(path, value)| fits(&key.0, path) && fits(&key.1, value)) {
                self.invented += 1;
                wrong.push(format!("invented {}", shown(key)));
            }
        }
        for (key, modality) in gold.modality.iter().filter(|(key, _)| found.contains_key(*key)) {
            let right = found[key].contains(modality.as_str());
            self.modality.0 += usize::from(right);
            self.modality.1 += 1;
            if !right {
                wrong.push(format!("modality {} is {:?}, not {modality:?}", shown(key), found[key]));
            }
        }
        wrong
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

fn score(folder: &Path) -> Score {
    let mut score = Score::default();
    let mut noted = 0;
    for (name, text) in common::texts(folder) {
        let Ok(facts) = fs::read_to_string(folder.join(format!("{name}.facts"))) else { continue };
        noted += 1;
        for wrong in score.add(&text, &gold(&facts)) {
            eprintln!("{name}: {wrong}");
        }
    }
    assert!(noted > 0, "{} has no annotated text", folder.display());
    let (right, asked) = score.modality;
    eprintln!(
        "{}: {noted} texts, precision {:.3}, recall {:.3}, modality {right}/{asked}, bad spans {}",
        folder.display(),
        score.precision(),
        score.recall(),
        score.bad_spans
    );
    score
}

fn holds(score: &Score, precision: f64, recall: f64) {
    assert_eq!(score.bad_spans, 0, "quotes that are not the words under their span");
    assert!(score.precision() >= precision, "precision {:.3} is below {precision}", score.precision());
    assert!(score.recall() >= recall, "recall {:.3} is below {recall}", score.recall());
    let (right, asked) = score.modality;
    assert!(share(right, asked) >= 0.85, "modality: {right} of {asked} are right");
}

#[test]
fn the_samples_read_as_noted_in_every_language() {
    for language in languages(&common::folder()) {
        holds(&score(&language), 0.97, 0.93);
    }
}

/// Texts whose wording no lexicon was written after: what the next rendering may look like. The floors are below what is
/// reached; see `tests/renderings/README.md`.
#[test]
fn renderings_of_others_are_read_in_every_language() {
    for language in languages(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/renderings")) {
        holds(&score(&language), 0.98, 0.93);
    }
}

/// Reports that say as much as they can in as many ways; see `tests/dense/README.md`.
#[test]
fn dense_reports_are_read_in_every_language() {
    for language in languages(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dense")) {
        holds(&score(&language), 0.98, 0.88);
    }
}

/// The folders of the languages.
fn languages(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.is_dir());
    found.sort();
    assert!(found.len() >= 8, "the languages are not where they were");
    found
}

#[test]
fn the_corpus_reads_as_noted() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    if corpus.is_dir() {
        holds(&score(&corpus), 0.97, 0.93);
    } else {
        eprintln!("no corpus beside the repository: {} is not there, nothing was scored", corpus.display());
    }
}

#[test]
fn the_scorer_tells_right_from_wrong() {
    let noted = gold(
        "cooperation.area = training\ncooperation.term = long_term [none]\n? document.* = *\n? guarantees.* = *\n# nothing\n",
    );
    let mut score = Score::default();
    let text = "The Coalition stands ready to commit to binding guarantees:\n\n\
                1. Multinational Force for Ukraine\n\
                2. Long-term defence cooperation with Ukraine, including joint production.";
    let wrong = score.add(text, &noted);
    assert_eq!((score.hit, score.missed, score.invented, score.modality), (1, 1, 1, (1, 1)), "{wrong:?}");
    assert_eq!(wrong, ["missed   cooperation.area = training", "invented cooperation.area = joint_production"]);
    assert!(fits("document.kind", "document.*") && fits("abc", "*") && fits("abc", "a*c") && !fits("abc", "b*"));
}
