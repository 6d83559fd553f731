//! Writes a declaration: facts, words, sentences and layout as a tape of numbers chooses them.

use super::clauses::{BEFORE, BEHIND, CLAUSES, COMPONENTS, Clause, Values};
use super::frames::{Forms, Frames, Sentence};
use super::words::Words;
use std::collections::BTreeSet;

/// Numbers to choose by; behind its end all are 0, the first of every choice.
pub(crate) struct Tape<'d> {
    draws: &'d [u16],
    at: usize,
}

impl<'d> Tape<'d> {
    pub(crate) fn new(draws: &'d [u16]) -> Self {
        Tape { draws, at: 0 }
    }

    fn below(&mut self, end: usize) -> usize {
        let draw = self.draws.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        usize::from(draw) % end.max(1)
    }

    fn pick<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }
}

/// A text and all that it says.
pub(crate) struct Written {
    pub(crate) text: String,
    pub(crate) facts: BTreeSet<String>,
}

/// A fact as both sides write it.
pub(crate) fn told(path: &str, value: &str, modality: &str, negated: bool) -> String {
    format!("{path} = {value} [{modality}{}]", if negated { "; not" } else { "" })
}

/// What opens an item.
const MARKERS: &[&str] = &["→ ", "• ", "– ", "1. ", "▪\u{fe0f} ", "a) ", ""];

/// States that send forces, each one body: the verb behind its name is singular in every language.
const SENDERS: &[&str] = &["france", "united_kingdom", "turkiye"];

/// One way to lay a declaration out.
struct Layout {
    marker: &'static str,
    /// The heading on a line of its own, the rest in the paragraph below.
    apart: bool,
    /// Wrapped by hand at this column.
    width: Option<usize>,
}

impl Layout {
    fn draw(tape: &mut Tape<'_>) -> Layout {
        let marker = *tape.pick(MARKERS);
        let apart = tape.below(4) == 3;
        let width = *tape.pick(&[None, None, Some(72)]);
        Layout { marker, apart, width }
    }

    fn item(&self, number: usize, heading: &str, body: &str) -> String {
        let marker = match self.marker {
            "1. " => format!("{number}. "),
            "a) " => format!("{}) ", ["a", "b", "c", "d", "e"][number - 1]),
            other => other.to_owned(),
        };
        let joint = if body.is_empty() {
            ""
        } else if self.apart {
            "\n\n"
        } else {
            " "
        };
        format!("{}\n\n", self.wrapped(&format!("{marker}{heading}{joint}{body}")))
    }

    fn wrapped(&self, text: &str) -> String {
        let Some(width) = self.width else { return text.to_owned() };
        let mut out = String::new();
        let mut column = 0;
        for word in text.split_inclusive([' ', '\n']) {
            let length = word.trim_end().chars().count();
            if column > 0 && column + length > width {
                out.truncate(out.trim_end_matches(' ').len());
                out.push('\n');
                column = 0;
            }
            out += word;
            column = if word.ends_with('\n') { 0 } else { column + word.chars().count() };
        }
        out
    }
}

/// A whole declaration: three components at least, each with some of its sentences.
pub(crate) fn whole(frames: &Frames, words: &Words, tape: &mut Tape<'_>) -> Written {
    let layout = Layout::draw(tape);
    let mut components: Vec<&str> = COMPONENTS.to_vec();
    let turn = tape.below(components.len());
    components.rotate_left(turn);
    components.truncate(3 + tape.below(3));
    let mut writer = Writer::new(frames, words);
    let some = |of: &str, tape: &mut Tape<'_>, writer: &mut Writer<'_>| {
        let mut body = Vec::new();
        for clause in CLAUSES.iter().filter(|clause| clause.component == of) {
            if tape.below(3) < 2 {
                body.push(writer.sentence(clause, tape, Choice::default()));
            }
        }
        body.join(" ")
    };
    let items: Vec<String> = components
        .iter()
        .enumerate()
        .map(|(at, component)| {
            let body = some(component, tape, &mut writer);
            layout.item(at + 1, writer.heading(component), &body)
        })
        .collect();
    let before = BEFORE.iter().map(|of| some(of, tape, &mut writer)).collect::<Vec<_>>();
    let behind = some(BEHIND, tape, &mut writer);
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
    let mut writer = Writer::new(frames, words);
    let sentence = writer.sentence(clause, &mut Tape::new(&[]), choice);
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

struct Writer<'f> {
    frames: &'f Frames,
    words: &'f Words,
    facts: BTreeSet<String>,
}

impl<'f> Writer<'f> {
    fn new(frames: &'f Frames, words: &'f Words) -> Self {
        let facts = [
            told("document.kind", "declaration", "none", false),
            told("document.language", frames.language, "none", false),
        ];
        Writer { frames, words, facts: facts.into() }
    }

    fn heading(&mut self, component: &str) -> &'f str {
        let heading = self.frames.heading(component);
        self.facts.extend(heading.facts.iter().cloned());
        &heading.text
    }

    /// Writes a sentence and notes its facts.
    fn sentence(&mut self, clause: &Clause, tape: &mut Tape<'_>, choice: Choice<'_>) -> String {
        let frames = self.frames;
        let only = choice.word;
        let all: Vec<&Sentence> = frames.sentences(clause.id).collect();
        let drawn = *tape.pick(&all);
        let denied = clause.denied && tape.below(4) == 3;
        let verb = tape.pick(if denied { &frames.denials } else { &frames.verbs });
        let (sentence, verb, denied) = match choice.sentence {
            Some((at, verb, denied)) => {
                (all[at], &(if denied { &frames.denials } else { &frames.verbs })[verb], denied)
            }
            None => (drawn, verb, denied),
        };
        let pattern = &*sentence.text;
        let joint = &frames.joints[usize::from(denied)];
        match clause.values {
            Values::Party => {
                let party = tape.pick(&frames.parties);
                self.note(clause, &party.name, verb, denied);
                fill(pattern, verb, Some(party), "")
            }
            Values::Said => {
                let parties: Vec<&Forms> = frames.parties.iter().filter(|p| SENDERS.contains(&&*p.name)).collect();
                let party = *tape.pick(&parties);
                let strength = format!("[{}{}]", verb.name, if denied { "; not" } else { "" });
                let denial = if denied { "[none; not]" } else { "[none]" };
                let told =
                    |f: &String| f.replace("[*]", &strength).replace("[-]", denial).replace("{party}", &party.name);
                let facts = sentence.facts.iter().map(told);
                self.facts.extend(facts);
                fill(pattern, verb, Some(party), "")
            }
            Values::Number => {
                let number = ["800 000", "800,000", "600.000", "750000"][tape.below(4)];
                self.note(clause, &number.replace([' ', ',', '.'], ""), verb, denied);
                fill(pattern, verb, None, number)
            }
            Values::Word(concept, value) => {
                let word = only.map_or_else(|| self.word(concept, tape), |(_, word)| word.to_owned());
                self.note(clause, value, verb, denied);
                fill(pattern, verb, None, &word)
            }
            Values::List(least, list) => {
                let mut said = Vec::new();
                let from = only.and_then(|(concept, _)| list.iter().position(|(key, _)| *key == concept));
                let from = from.unwrap_or_else(|| tape.below(list.len()));
                let count = least + if only.is_some() { 0 } else { tape.below(list.len() - least + 1) };
                for (concept, value) in list.iter().cycle().skip(from).take(count) {
                    let asked = only.filter(|(key, _)| key == concept).map(|(_, word)| word.to_owned());
                    said.push(asked.unwrap_or_else(|| self.word(concept, tape)));
                    self.note(clause, value, verb, denied);
                }
                let one_sentence = pattern.contains("{list}");
                fill(pattern, verb, None, &joined(&said, if one_sentence { Some(joint) } else { None }))
            }
        }
    }

    fn word(&self, concept: &str, tape: &mut Tape<'_>) -> String {
        tape.pick(self.words.all(concept)).clone()
    }

    fn note(&mut self, clause: &Clause, value: &str, verb: &Forms, denied: bool) {
        self.facts.insert(told(clause.path, value, &verb.name, denied));
    }
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
