//! Who backs the force if it is attacked, and where a sentence says that case.

use crate::grammar::multinational_force::support::add_supporters;
use crate::grammar::multinational_force::{FORCE, FORCE_OR_IT, with_subject};
use crate::grammar::prim::{PARTY, party_of};
use crate::grammar::sentence::Sentence;
use crate::grammar::shared::future_attack;
use crate::model::{Fact, Party};
use crate::token::{Concept, Senses, Tokens};
use std::ops::Range;

/// The words of every case of attack, in order.
pub(super) fn cases(s: &Sentence<'_>) -> impl Iterator<Item = Range<usize>> {
    (0..s.tokens.len()).filter_map(|at| {
        let (rest, ()) = future_attack(Tokens(&s.tokens[at..])).ok()?;
        Some(at..s.tokens.len() - rest.0.len())
    })
}

/// `backed_if_attacked = parties … (support | commit) … force … if attacked`, or the case first.
pub(super) fn read(s: &Sentence<'_>, list: &mut Vec<Fact<Party>>) {
    const VERB: Senses =
        Senses::of(&[Concept::Support, Concept::Commit, Concept::Commitments, Concept::Security, Concept::Backed]);
    for case in cases(s) {
        let named = s.find(case.clone(), FORCE).is_some();
        let object = s.before(case.start, 10, FORCE_OR_IT);
        let ours = named || object.is_some_and(|o| s.tokens[o].any(FORCE) || !s.told);
        match s.before(case.start, 14, VERB) {
            Some(verb) if ours && !helps_ukraine(s, verb) => push(s, verb, case.end, list),
            Some(_) => {}
            None => case_first(s, case, named, ours, list),
        }
    }
}

/// "In case of an attack the United States would support the force": `named` where the case names the force, `ours` where
/// it is spoken of.
fn case_first(s: &Sentence<'_>, case: Range<usize>, named: bool, ours: bool, list: &mut Vec<Fact<Party>>) {
    // "In case of an attack on the force the United States commit to its support."
    let attacked = s.after(case.end, 4, FORCE);
    if let Some(verb) = attacked.and_then(|force| s.after(force, 6, Senses::of(&[Concept::Commit]))) {
        push(s, verb, verb + 1, list);
        return;
    }
    let verb = s.after(case.end, 8, Senses::of(&[Concept::Support, Concept::Backed]));
    let Some(verb) = verb.or_else(|| defends(s, case)) else { return };
    // "If these forces are attacked, the United States undertakes to support them."
    let ukraine = helps_ukraine(s, verb);
    if ukraine && !named && !s.told {
        return;
    }
    let it = if ours || !s.told { FORCE_OR_IT } else { FORCE };
    if let Some(force) = s.object(verb, 4, it).or_else(|| (named && !ukraine).then_some(verb)) {
        push(s, verb, force.max(verb) + 1, list);
    }
}

/// "En cas d'attaque, les États-Unis défendraient la force": a verb of protection whose object is the force.
fn defends(s: &Sentence<'_>, case: Range<usize>) -> Option<usize> {
    const SMALL: Senses = PARTY.and(Senses::of(&[Concept::Function]));
    let verb = s.after(case.end, 8, Senses::of(&[Concept::Security]))?;
    // "Якщо сили зазнають нападу, США їх захистять"
    let it = |at: usize| s.tokens.get(at).is_some_and(|t| t.is(Concept::Pronoun));
    if s.find(case, FORCE).is_some() && (it(verb - 1) || it(verb + 1)) {
        return Some(verb);
    }
    let force = s.after(verb + 1, 4, FORCE)?;
    let plain = s.tokens[verb + 1..force].iter().all(|t| t.any(SMALL) && !t.is(Concept::Of));
    plain.then_some(verb)
}

/// "support Ukraine": the object is the country, not the force.
fn helps_ukraine(s: &Sentence<'_>, verb: usize) -> bool {
    s.after(verb + 1, 3, PARTY.and(FORCE)).is_some_and(|at| party_of(&s.tokens[at]) == Some(Party::Ukraine))
}

/// Adds the subject of the verb, or the party that stands nearest before it ("an American commitment").
fn push(s: &Sentence<'_>, verb: usize, end: usize, list: &mut Vec<Fact<Party>>) {
    let found = s.subject(verb).or_else(|| {
        // "an American commitment", "the commitment of the United States"
        let of = s.after(verb + 1, 3, PARTY).filter(|_| s.tokens[verb].is(Concept::Commitments));
        let at = s.before(verb + 1, 8, PARTY).or(of)?;
        Some((vec![(party_of(&s.tokens[at])?, at)], at))
    });
    let Some((found, first)) = found else { return };
    add_supporters(s, found.into_iter().map(|(party, _)| party), with_subject(first, verb..end), list);
}
