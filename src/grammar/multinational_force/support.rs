//! Who supports the force, and with what. What is only for the case of attack is [`backed`]'s.

use crate::grammar::multinational_force::{FORCE, FORCE_OR_IT, JOINT, LEADING, SOLDIERS, backed, with_subject};
use crate::grammar::prim::{PARTY, Read, any, c, light, parties, within_not};
use crate::grammar::sentence::{Sentence, add};
use crate::grammar::shared::{HELPS, supporters, supporters_behind};
use crate::model::{Fact, MultinationalForce, Party, SupportMeans};
use crate::token::{Concept, Senses, Tokens};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use nom::sequence::{pair, preceded};
use std::ops::Range;

const MEANS: Senses = Senses::of(&[Concept::Intelligence, Concept::Logistics]);

/// Who supports the force, with what, and who backs it if it is attacked.
pub(super) fn read(s: &Sentence<'_>, out: &mut MultinationalForce) {
    // The case of attack may stand nearer to another subject's words: it is looked for everywhere.
    let mut attack = None;
    if s.has(Senses::of(&[Concept::Attack])) {
        attack = backed::cases(s).next();
        backed::read(s, &mut out.backed_if_attacked_by);
    }
    if s.told && !s.has(FORCE) {
        return;
    }
    let mut support = Support { s, attack, list: &mut out.supported_by, found: false };
    support.by_noun();
    support.by_verb();
    support.left_out();
    support.provided();
    support.comes_from();
    if support.found || !s.told || !out.supported_by.is_empty() || !out.backed_if_attacked_by.is_empty() {
        s.each_from(MEANS, means, |v, at| add(&mut out.support_means, s.fact(v, at)));
    }
}

/// May the party support the force from outside?
fn supports(party: Party) -> bool {
    !matches!(party, Party::Ukraine | Party::CoalitionOfTheWilling | Party::Russia | Party::Europe)
}

/// The reading of one sentence: each step adds the supporters that its kind of phrase names.
struct Support<'s, 't> {
    s: &'s Sentence<'t>,
    /// The words of the case of attack.
    attack: Option<Range<usize>>,
    list: &'s mut Vec<Fact<Party>>,
    /// Was a supporter named?
    found: bool,
}

impl<'t> Support<'_, 't> {
    /// "with the support of the United States", "US-backed".
    fn by_noun(&mut self) {
        let s = self.s;
        let either = |i: Tokens<'t>| match supporters(i) {
            Err(_) if s.shape.adjective_behind => supporters_behind(i),
            other => other,
        };
        s.each_with(HELPS, either, |found, at| {
            let others = Senses::of(&[Concept::Afu, Concept::Monitoring, Concept::Ceasefire]);
            if s.after(at.end, 4, others).is_none() && !self.in_attack(at.end) {
                self.found |= add_supporters(s, found, at, self.list);
            }
        });
    }

    /// "Canada will support the force".
    fn by_verb(&mut self) {
        let s = self.s;
        s.each_of(Senses::of(&[Concept::Support, Concept::TakePart]), |_, at| {
            if !helps_force(s, at.start) || self.in_attack(at.end) {
                return;
            }
            if let Some((found, first)) = s.subject_or_actor(at.start).or_else(|| dropped(s, at.start)) {
                let found = found.into_iter().map(|(party, _)| party);
                self.found |= add_supporters(s, found, with_subject(first, at), self.list);
            }
        });
    }

    /// "The United States will support the force, Canada will not".
    fn left_out(&mut self) {
        let s = self.s;
        if self.found && !s.has(Senses::of(&[Concept::Troops, Concept::Lead, Concept::Led])) {
            for (party, at) in s.left_out().filter(|(party, _)| supports(*party)) {
                add(self.list, s.fact(party, at..at + 1));
            }
        }
    }

    /// "the US will provide it with intelligence": what is provided tells that it is support, where nothing else did.
    fn provided(&mut self) {
        const OTHER: Senses = Senses::of(&[Concept::Afu, Concept::Troops, Concept::Monitoring, Concept::Support]);
        const APART: Senses = Senses::of(&[Concept::Comma, Concept::Subordinate, Concept::But]);
        if self.found {
            return;
        }
        let s = self.s;
        s.each_of(Senses::of(&[Concept::Supply, Concept::Deploy]), |_, at| {
            let verb = at.start;
            let Some(object) = s.object(verb, 6, MEANS) else { return };
            let between = verb.min(object)..verb.max(object);
            let apart = object < verb && s.find(between.clone(), APART).is_some();
            if apart || self.in_attack(between.end) || s.find(between.clone(), OTHER).is_some() {
                return;
            }
            if let Some((found, first)) = s.subject(verb) {
                let range = with_subject(first, between.start..between.end + 1);
                add_supporters(s, found.into_iter().map(|(party, _)| party), range, self.list);
            }
        });
    }

    /// "Satellite intelligence for the force will come from the United States."
    fn comes_from(&mut self) {
        let s = self.s;
        s.each_from(MEANS, means_from, |found, at| {
            if !self.in_attack(at.end) {
                self.found |= add_supporters(s, found, at, self.list);
            }
        });
    }

    /// Is what ends at `end` said of the case of attack?
    fn in_attack(&self, end: usize) -> bool {
        let s = self.s;
        let Some(case) = &self.attack else { return false };
        // "… to support the force, should it be attacked": the comma before the case is its own.
        let own = usize::from(case.start > end && s.tokens[case.start - 1].is(Concept::Comma));
        let behind = case.start >= end && case.start - end < 12 && s.find(end..case.start - own, JOINT).is_none();
        // "In case of an attack on the force, …": the comma that ends the case.
        let comma = s.after(case.end, 4, Senses::of(&[Concept::Comma])).filter(|_| case.start <= 1);
        let from = comma.map_or(case.end, |comma| comma + 1).min(end);
        // "…, die Truppe im Falle eines Angriffs zu unterstützen", "If it is attacked, they will support it."
        behind || s.shape.free_order && case.end < end && s.find(from..end, JOINT).is_none()
    }
}

/// Adds those of `found` that may support the force, and says whether there is one.
pub(super) fn add_supporters(
    s: &Sentence<'_>,
    found: impl IntoIterator<Item = Party>,
    range: Range<usize>,
    list: &mut Vec<Fact<Party>>,
) -> bool {
    let mut any = false;
    for party in found.into_iter().filter(|party| supports(*party)) {
        any = true;
        add(list, s.fact(party, range.clone()));
    }
    any
}

/// Is it the force that the verb at `verb` helps, and is it help?
fn helps_force(s: &Sentence<'_>, verb: usize) -> bool {
    const OTHER: Senses = Senses::of(&[
        Concept::Afu,
        Concept::By,
        Concept::From,
        Concept::Of,
        Concept::Monitoring,
        Concept::Rebuild,
        Concept::Deterrence,
    ]);
    let object = s.object(verb, 5, if s.told { FORCE } else { FORCE_OR_IT });
    let others = s.after(verb + 1, if s.told { 3 } else { 6 }, OTHER).is_some();
    let considered = s.before(verb, 3, Senses::of(&[Concept::Consider])).is_some();
    (object.is_some() || !s.told) && !others && !considered && !joins(s, verb, object)
}

/// Is it a taking part that is no support?
fn joins(s: &Sentence<'_>, verb: usize, object: Option<usize>) -> bool {
    if !s.tokens[verb].is(Concept::TakePart) {
        return false;
    }
    // "take part with soldiers of their own" contributes.
    let sends = s.after(verb + 1, 4, SOLDIERS).or_else(|| s.before(verb, 3, SOLDIERS)).is_some();
    // "… take no part in leading them" is of who leads.
    let leads = s.before(verb, 4, LEADING).is_some();
    // "Spain is ready to join them": those who send soldiers, and not the force.
    let them = object == Some(verb + 1) && !s.tokens[verb + 1].any(FORCE) && !s.shape.free_order;
    s.told || sends || leads || them
}

/// "…; sosterranno però la forza": a verb in front, without a subject, is said of who acted before.
fn dropped(s: &Sentence<'_>, verb: usize) -> Option<(Vec<(Party, usize)>, usize)> {
    let finite = verb == 0 && s.shape.free_order && s.tokens[0].is(Concept::Will);
    let object = s.after(1, 4, FORCE).is_some_and(|force| s.find(1..force, PARTY.and(JOINT)).is_none());
    (finite && object && !s.actor.is_empty()).then(|| (s.actor.iter().map(|party| (*party, 0)).collect(), 0))
}

/// `means = intelligence | logistics`.
fn means(i: Tokens<'_>) -> Read<'_, SupportMeans> {
    alt((
        value(SupportMeans::Intelligence, c(Concept::Intelligence)),
        value(SupportMeans::Logistics, c(Concept::Logistics)),
    ))
    .parse(i)
}

/// `means_from = means "for" [force] … "from" parties`.
fn means_from(i: Tokens<'_>) -> Read<'_, Vec<Party>> {
    let (rest, _) = pair(any(MEANS), within_not(1, JOINT, c(Concept::For))).parse(i)?;
    let (rest, _) = pair(light, opt(any(FORCE_OR_IT))).parse(rest)?;
    preceded(within_not(4, JOINT, c(Concept::From)), parties).parse(rest)
}
