//! Writes a declaration: facts, words, sentences and layout as a tape of numbers chooses them.

use super::clauses::{BEFORE, BEHIND, CLAUSES, COMPONENTS, Clause, Values};
use super::frames::{Forms, Frames, Sentence};
use super::layout::Layout;
use super::tape::{Tape, Tapes};
use super::words::Words;
use std::collections::BTreeSet;

/// A text and all that it says.
pub(crate) struct Written {
    pub(crate) text: String,
    pub(crate) facts: BTreeSet<String>,
}

/// A fact as both sides write it.
pub(crate) fn told(path: &str, value: &str, modality: &str, negated: bool) -> String {
    format!("{path} = {value} [{modality}{}]", if negated { "; not" } else { "" })
}

/// States that send forces, each one body: the verb behind its name is singular in every language.
const SENDERS: &[&str] = &["france", "united_kingdom", "turkiye"];

/// A whole declaration: three components at least, each with some of its sentences.
///
/// With `shared`, of the verbs only those of these modalities, so that another language can say the same.
pub(crate) fn whole(frames: &Frames, words: &Words, tapes: &mut Tapes<'_>, shared: Option<&Shared>) -> Written {
    let layout = Layout::draw(&mut tapes.forms);
    let mut components: Vec<&str> = COMPONENTS.to_vec();
    let turn = tapes.facts.below(components.len());
    components.rotate_left(turn);
    components.truncate(3 + tapes.facts.below(3));
    let mut writer = Writer::new(frames, words, shared);
    let some = |of: &str, tapes: &mut Tapes<'_>, writer: &mut Writer<'_>| {
        let mut body = Vec::new();
        for clause in CLAUSES.iter().filter(|clause| clause.component == of) {
            if tapes.facts.below(3) < 2 {
                body.push(writer.sentence(clause, tapes, Choice::default()));
            }
        }
        body.join(" ")
    };
    let items: Vec<String> = components
        .iter()
        .enumerate()
        .map(|(at, component)| {
            let body = some(component, tapes, &mut writer);
            layout.item(at + 1, writer.heading(component), &body)
        })
        .collect();
    let before = BEFORE.iter().map(|of| some(of, tapes, &mut writer)).collect::<Vec<_>>();
    let behind = some(BEHIND, tapes, &mut writer);
    let text = laid_out(frames, &layout, &before, &items.concat(), &behind);
    Written { text, facts: writer.facts }
}

fn laid_out(frames: &Frames, layout: &Layout, before: &[String], items: &str, behind: &str) -> String {
    let paragraph = |text: &str| if text.is_empty() { String::new() } else { format!("{}\n\n", layout.wrapped(text)) };
    let before: String = before.iter().map(|text| paragraph(text)).collect();
    format!("{}\n\n{before}{}{items}{}", frames.title, paragraph(&frames.opens), paragraph(behind))
}

/// What is not left to the tape.
#[derive(Clone, Copy, Default)]
pub(crate) struct Choice<'c> {
    /// One word of one concept.
    pub(crate) word: Option<(&'c str, &'c str)>,
    /// The number of a sentence, of a verb or of a denial among those of the clause.
    pub(crate) sentence: Option<(usize, usize, bool)>,
}

/// A declaration that says one clause as chosen, and nothing else but the least that its list asks for.
pub(crate) fn alone(frames: &Frames, words: &Words, clause: &Clause, choice: Choice<'_>) -> Written {
    let layout = Layout::draw(&mut Tape::new(&[]));
    let mut writer = Writer::new(frames, words, None);
    let sentence = writer.sentence(clause, &mut Tapes::new(&[], &[]), choice);
    let mut items = String::new();
    let listed = COMPONENTS.contains(&clause.component).then_some(clause.component);
    let others = COMPONENTS.iter().copied().filter(|other| *other != clause.component);
    for (at, component) in listed.into_iter().chain(others).take(3).enumerate() {
        let body = if component == clause.component { &*sentence } else { "" };
        items += &layout.item(at + 1, writer.heading(component), body);
    }
    let place = |here: bool| if here { sentence.clone() } else { String::new() };
    let text = laid_out(
        frames,
        &layout,
        &[place(BEFORE.contains(&clause.component))],
        &items,
        &place(clause.component == BEHIND),
    );
    Written { text, facts: writer.facts }
}

/// The modalities that several languages have a verb for: affirmed, and denied.
pub(crate) struct Shared {
    affirmed: Vec<String>,
    denied: Vec<String>,
}

impl Shared {
    pub(crate) fn by(one: &Frames, two: &Frames) -> Shared {
        let names = |one: &[Forms], two: &[Forms]| {
            let shared = one.iter().map(|verb| verb.name.clone());
            shared.filter(|name| two.iter().any(|verb| verb.name == *name)).collect()
        };
        Shared { affirmed: names(&one.verbs, &two.verbs), denied: names(&one.denials, &two.denials) }
    }
}

struct Writer<'f> {
    frames: &'f Frames,
    words: &'f Words,
    verbs: Vec<&'f Forms>,
    denials: Vec<&'f Forms>,
    facts: BTreeSet<String>,
}

impl<'f> Writer<'f> {
    fn new(frames: &'f Frames, words: &'f Words, shared: Option<&Shared>) -> Self {
        let facts = [
            told("document.kind", "declaration", "none", false),
            told("document.language", frames.language, "none", false),
        ];
        let (verbs, denials) = match shared {
            None => (frames.verbs.iter().collect(), frames.denials.iter().collect()),
            Some(shared) => (named(&frames.verbs, &shared.affirmed), named(&frames.denials, &shared.denied)),
        };
        Writer { frames, words, verbs, denials, facts: facts.into() }
    }

    fn heading(&mut self, component: &str) -> &'f str {
        let heading = self.frames.heading(component);
        self.facts.extend(heading.facts.iter().cloned());
        &heading.text
    }

    /// Writes a sentence and notes its facts.
    fn sentence(&mut self, clause: &Clause, tapes: &mut Tapes<'_>, choice: Choice<'_>) -> String {
        let frames = self.frames;
        let only = choice.word;
        let all: Vec<&Sentence> = frames.sentences(clause.id).collect();
        // The sentences that list their facts stand in the same order in every language.
        let Tapes { facts, forms } = tapes;
        let drawn = *if matches!(clause.values, Values::Said) { &mut *facts } else { &mut *forms }.pick(&all);
        let denied = clause.denied && facts.below(4) == 3;
        let verb = *facts.pick(if denied { &self.denials } else { &self.verbs });
        let (sentence, verb, denied) = match choice.sentence {
            Some((at, verb, denied)) => (all[at], (if denied { &self.denials } else { &self.verbs })[verb], denied),
            None => (drawn, verb, denied),
        };
        let pattern = &*sentence.text;
        let joint = &frames.joints[usize::from(denied)];
        match clause.values {
            Values::Party => {
                let party = facts.pick(&frames.parties);
                self.note(clause, &party.name, verb, denied);
                fill(pattern, verb, Some(party), "")
            }
            Values::Said => {
                let parties: Vec<&Forms> = frames.parties.iter().filter(|p| SENDERS.contains(&&*p.name)).collect();
                let party = *facts.pick(&parties);
                let strength = format!("[{}{}]", verb.name, if denied { "; not" } else { "" });
                let denial = if denied { "[none; not]" } else { "[none]" };
                let told =
                    |f: &String| f.replace("[*]", &strength).replace("[-]", denial).replace("{party}", &party.name);
                self.facts.extend(sentence.facts.iter().map(told));
                fill(pattern, verb, Some(party), "")
            }
            Values::Number => {
                let number = ["800 000", "800,000", "600.000", "750000"][facts.below(4)];
                self.note(clause, &number.replace([' ', ',', '.'], ""), verb, denied);
                fill(pattern, verb, None, number)
            }
            Values::Word(concept, value) => {
                let word = only.map_or_else(|| self.word(concept, forms), |(_, word)| word.to_owned());
                self.note(clause, value, verb, denied);
                fill(pattern, verb, None, &word)
            }
            Values::List(least, list) => {
                let mut said = Vec::new();
                let from = only.and_then(|(concept, _)| list.iter().position(|(key, _)| *key == concept));
                let from = from.unwrap_or_else(|| facts.below(list.len()));
                let count = least + if only.is_some() { 0 } else { facts.below(list.len() - least + 1) };
                for (concept, value) in list.iter().cycle().skip(from).take(count) {
                    let asked = only.filter(|(key, _)| key == concept).map(|(_, word)| word.to_owned());
                    said.push(asked.unwrap_or_else(|| self.word(concept, forms)));
                    self.note(clause, value, verb, denied);
                }
                let one_sentence = pattern.contains("{list}");
                fill(pattern, verb, None, &joined(&said, if one_sentence { Some(joint) } else { None }))
            }
        }
    }

    fn word(&self, concept: &str, forms: &mut Tape<'_>) -> String {
        forms.pick(self.words.all(concept)).clone()
    }

    fn note(&mut self, clause: &Clause, value: &str, verb: &Forms, denied: bool) {
        self.facts.insert(told(clause.path, value, &verb.name, denied));
    }
}

/// The verbs of these modalities, in the order of these.
fn named<'f>(verbs: &'f [Forms], names: &[String]) -> Vec<&'f Forms> {
    names.iter().filter_map(|name| verbs.iter().find(|verb| verb.name == *name)).collect()
}

/// "a, b and c", or "a; b; c".
fn joined(said: &[String], joint: Option<&str>) -> String {
    match (joint, said) {
        (None, _) => said.join("; "),
        (Some(joint), [most @ .., last]) if !most.is_empty() => format!("{} {joint} {last}", most.join(", ")),
        (Some(_), _) => said.join(", "),
    }
}

/// Puts verb, party and words into a sentence.
fn fill(pattern: &str, verb: &Forms, party: Option<&Forms>, words: &str) -> String {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some((before, behind)) = rest.split_once('{') {
        let (slot, behind) = behind.split_once('}').unwrap_or_else(|| panic!("`{pattern}`: a slot is not closed"));
        out += before;
        match (slot, party) {
            ("word" | "list" | "items" | "number", _) => out += words,
            (slot, Some(party)) if slot.starts_with("party") => {
                out += party.get(slot.trim_start_matches("party").trim_start_matches('.'))
            }
            (form, _) => out += verb.get(form),
        }
        rest = behind;
    }
    let out = out + rest;
    let mut letters = out.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
