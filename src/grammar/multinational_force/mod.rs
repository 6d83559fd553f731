//! The multinational force for Ukraine: the order in which a sentence about it is read, a file for each subject, and the
//! words and ranges that several of them need. Source: grammar-notes/multinational_force.md.

mod answer;
mod backed;
mod cessation;
mod condition;
mod contributor;
mod demonym;
mod domain;
mod formed_from;
mod led_by;
mod location;
mod planning;
mod purpose;
mod support;

pub(crate) use answer::{answers_by_name, sends_none};
pub(crate) use contributor::sends;

use crate::grammar::sentence::{Sentence, add};
use crate::model::{ForceParticipant, MultinationalForce};
use crate::token::{Concept, Senses};
use std::ops::Range;

const FORCE: Senses = Senses::of(&[Concept::Force, Concept::Troops, Concept::ForceWord]);
/// The force, or a word that stands for it.
const FORCE_OR_IT: Senses = FORCE.and(Senses::of(&[Concept::Pronoun]));
/// Troops that a state has of its own.
const SOLDIERS: Senses = Senses::of(&[Concept::Troops]);
const AFU: Senses = Senses::of(&[Concept::Afu, Concept::ArmedForces]);
const CONTEXT: Senses =
    Senses::of(&[Concept::Force, Concept::Troops, Concept::Reassurance, Concept::ForceWord, Concept::Deploy]);
const LEADING: Senses = Senses::of(&[Concept::Leadership, Concept::Lead]);
/// What joins the items of a list.
const JOINT: Senses = Senses::of(&[Concept::Comma, Concept::And]);

/// Reads one sentence about the force.
pub(crate) fn read(s: &Sentence<'_>, out: &mut MultinationalForce) {
    formed_from::read(s, &mut out.formed_from);
    let known = out.contributor.len();
    contributor::read(s, &mut out.contributor);
    answer::read(s, out);
    let refused = out.contributor.iter().skip(known).any(|fact| fact.negated);
    purpose::read(s, &mut out.purpose);
    planning::read(s, &mut out.planning);
    domain::read(s, &mut out.domain);
    location::read(s, refused, &mut out.location);
    condition::read(s, &mut out.condition);
    cessation::read(s, &mut out.cessation);
    led_by::read(s, &mut out.led_by);
    s.each_of(Senses::of(&[Concept::NonEuropean]), |_, at| {
        add(&mut out.participant, s.fact(ForceParticipant::NonEuropeanMembers, at));
    });
    support::read(s, out);
}

/// The words at `range`, stretched so far that the subject's first word, before or behind them, is among them.
fn with_subject(first: usize, range: Range<usize>) -> Range<usize> {
    first.min(range.start)..range.end.max(first + 1)
}
