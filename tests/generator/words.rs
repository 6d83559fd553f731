//! The words of a language that say one thing alone, from its lexicon and from the full forms beside the sentences.

use super::clauses::{CLAUSES, Clause};
use super::frames::Frames;
use super::left_out::LEFT_OUT;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;

/// Words of one concept, at most: every so many-th of a longer list, so that all of it is met.
const MOST: usize = 40;

/// Concepts with the folded words of their forms, by how many words these are and how the first begins.
type Index<'l> = HashMap<(usize, String), Vec<(&'l str, Vec<String>)>>;

/// For each concept that a clause may ask for, the words that say nothing else.
pub(crate) struct Words(BTreeMap<&'static str, Vec<String>>);

impl Words {
    pub(crate) fn of(language: &'static str, frames: &Frames) -> Words {
        let all: Vec<(String, String)> = lexicon(language).collect();
        let mut index = Index::new();
        for (concept, form) in &all {
            let words = folded(form);
            let Some(first) = words.first() else { continue };
            index.entry((words.len(), head(first))).or_default().push((concept, words));
        }
        // "and to produce" goes on with what was said: no list holds it.
        let joints: BTreeSet<&str> =
            all.iter().filter(|(key, _)| matches!(&**key, "and" | "or")).map(|(_, word)| word.as_str()).collect();
        let joins = |form: &str| form.split_once(' ').is_some_and(|(first, _)| joints.contains(first));
        let mut found: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
        for concept in CLAUSES.iter().flat_map(Clause::concepts) {
            let own = frames.forms.iter().filter(|(key, _)| key == concept).map(|(_, word)| word.clone());
            let known =
                all.iter().filter(|(key, form)| key == concept && whole_form(form)).map(|(_, form)| form.clone());
            let known = known.filter(|word| single(concept, word, &index) && !joins(word));
            let mut words: Vec<String> = own.chain(known).collect();
            words.retain(|word| !LEFT_OUT.iter().any(|(l, c, w, _)| *l == language && *c == concept && *w == word));
            words.dedup();
            let step = words.len().div_ceil(MOST).max(1);
            found.insert(concept, words.into_iter().step_by(step).collect());
        }
        Words(found)
    }

    pub(crate) fn all(&self, concept: &str) -> &[String] {
        self.0.get(concept).map_or(&[], Vec::as_slice)
    }

    /// Every concept of a clause with every word of it.
    pub(crate) fn of_clause(&self, clause: &Clause) -> impl Iterator<Item = (&'static str, &str)> {
        clause
            .concepts()
            .into_iter()
            .flat_map(|concept| self.all(concept).iter().map(move |word| (concept, word.as_str())))
    }
}

/// Every form of a lexicon's phrases with its concept, alternatives written out.
pub(crate) fn lexicon(language: &str) -> impl Iterator<Item = (String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/lexicon/{language}.tsv"));
    let text = fs::read_to_string(path).unwrap();
    let mut all = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with(['#', '@'])) {
        let Some((concepts, phrase)) = line.split_once('\t') else { continue };
        for form in expand(phrase.trim()) {
            let form = form.split_whitespace().collect::<Vec<_>>().join(" ");
            all.extend(concepts.split('+').map(|concept| (concept.to_owned(), form.clone())));
        }
    }
    all.into_iter()
}

/// `[x]` with and without, `(a|b)` each.
fn expand(phrase: &str) -> Vec<String> {
    let Some(open) = phrase.find(['[', '(']) else { return vec![phrase.to_owned()] };
    let optional = phrase.as_bytes()[open] == b'[';
    let Some(length) = phrase[open..].find(if optional { ']' } else { ')' }) else { return vec![phrase.to_owned()] };
    let (head, body, tail) = (&phrase[..open], &phrase[open + 1..open + length], &phrase[open + length + 1..]);
    let choices = body.split('|').chain(optional.then_some(""));
    let tails = expand(tail);
    choices.flat_map(|choice| tails.iter().map(move |tail| format!("{head}{choice}{tail}"))).collect()
}

/// Is it written out: no stem, no word in capitals, no number?
fn whole_form(form: &str) -> bool {
    let shouts = form.chars().filter(|c| c.is_uppercase()).count() > 1;
    !form.is_empty() && !form.contains(['*', '\'', 'ʼ']) && !shouts && !form.contains(|c: char| c.is_ascii_digit())
}

/// Does no line of another concept fit the same words?
fn single(concept: &str, word: &str, index: &Index<'_>) -> bool {
    let words = folded(word);
    let Some(first) = words.first() else { return false };
    // A stem may be shorter than the letters that the index goes by.
    let heads = (0..=2).map(|length| first.chars().take(length).collect::<String>());
    let mut near = heads.filter_map(|head| index.get(&(words.len(), head))).flatten();
    !near.any(|(other, form)| {
        *other != concept && *other != "function" && form.iter().zip(&words).all(|(f, w)| fits(f, w))
    })
}

fn fits(form: &str, word: &str) -> bool {
    form.strip_suffix('*').map_or(form == word, |stem| word.starts_with(stem))
}

fn head(word: &str) -> String {
    word.trim_end_matches('*').chars().take(2).collect()
}

/// The words of a phrase as the tokenizer folds them, more or less.
fn folded(phrase: &str) -> Vec<String> {
    let phrase = phrase.to_lowercase().replace('ß', "ss").replace('ё', "е").replace('-', " ");
    phrase.split_whitespace().map(|word| word.replace(['\'', '’', 'ʼ'], "")).collect()
}
