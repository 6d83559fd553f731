//! States that send forces: where a sentence says it, and the verbs of sending, with those that say the same of others.

use crate::grammar::multinational_force::answer::{likewise, refusers};
use crate::grammar::multinational_force::{FORCE, JOINT, SOLDIERS, demonym, with_subject};
use crate::grammar::prim::{BARRIER, Miss, PARTY, Read, c, parties, party_of};
use crate::grammar::sentence::{Sentence, add};
use crate::model::{Fact, Party};
use crate::token::{Concept, Senses, Token, Tokens};
use nom::Parser;
use nom::combinator::verify;
use nom::sequence::{pair, preceded};
use std::ops::Range;

/// Verbs of sending.
pub(super) const SEND: Senses = Senses::of(&[Concept::Deploy]);

/// `parties … send … troops | demonym troops … | troops from parties | sending of …`.
pub(super) fn read(s: &Sentence<'_>, list: &mut Vec<Fact<Party>>) {
    refusers(s, list);
    // A declaration of intent on sending troops sends none.
    if !s.has(FORCE) || s.told && s.has(Senses::of(&[Concept::OfIntent])) {
        return;
    }
    // Was the sending last read denied? What follows it in few words is of the same kind.
    let mut last = None;
    for &at in s.islands {
        let at = usize::from(at);
        let token = &s.tokens[at];
        if let (Some(negated), true) = (last, token.any(Senses::of(&[Concept::As, Concept::Not]))) {
            the_same(s, at, negated, list);
            continue;
        }
        if token.any(SEND) || promises(s, at) || joins_with(s, at) {
            let Some(object) = sent(s, at) else { continue };
            last = senders(s, at, object, list).or(last);
        }
        if s.shape.adjective_behind && token.is(Concept::Troops) {
            last = demonym::named_behind(s, at, list).or(last);
        }
        if token.any(PARTY) {
            last = demonym::named_before(s, at, list).or(last);
        }
    }
    // "Belgium sends soldiers, Hungary does not"
    if last.is_some() {
        for (party, at) in s.left_out().filter(|(party, _)| sends(*party)) {
            add(list, s.fact(party, at..at + 1));
        }
    }
}

/// May the party send troops of its own?
pub(crate) fn sends(party: Party) -> bool {
    !matches!(
        party,
        Party::CoalitionOfTheWilling | Party::Ukraine | Party::Russia | Party::Europe | Party::Nato | Party::G7
    )
}

/// "Italy has ruled it out, as have Greece and Poland", "and neither will Romania".
fn the_same(s: &Sentence<'_>, at: usize, negated: bool, list: &mut Vec<Fact<Party>>) {
    // "…, ebenso Polen": names alone, to the end
    let names = |i| verify(preceded(c(Concept::As), pair(parties, ended)), |_| set_off(s, at)).parse(i);
    let same = names(Tokens(&s.tokens[at..])).map(|(rest, (found, ()))| (rest, found));
    if let Ok((rest, found)) = same.or_else(|_| likewise(Tokens(&s.tokens[at..]))) {
        let end = s.tokens.len() - rest.0.len();
        // "France will send troops, Hungary will not, nor will Poland"
        let negated = negated || s.tokens[at].is(Concept::Not);
        for party in found.into_iter().filter(|p| sends(*p)) {
            add(list, s.fact(party, at..end).map(|fact| Fact { negated, ..fact }));
        }
    }
}

/// Is nothing left of the sentence, or of its part?
fn ended(i: Tokens<'_>) -> Read<'_, ()> {
    match i.first() {
        Some(token) if !token.any(BARRIER.and(Senses::of(&[Concept::Comma]))) => Err(nom::Err::Error(Miss)),
        _ => Ok((i, ())),
    }
}

/// Does a comma or "and" stand before the word at `at`?
fn set_off(s: &Sentence<'_>, at: usize) -> bool {
    at > 0 && s.tokens[at - 1].any(JOINT)
}

/// "has promised a company of infantry".
fn promises(s: &Sentence<'_>, at: usize) -> bool {
    /// Between a promise and the troops that it is of stands none of these.
    const APART: Senses = Senses::of(&[
        Concept::To,
        Concept::For,
        Concept::Support,
        Concept::Relative,
        Concept::Guarantees,
        Concept::Comma,
        Concept::Force,
        Concept::Rebuild,
        Concept::Training,
        Concept::Intelligence,
        Concept::Logistics,
    ]);
    s.tokens[at].is(Concept::Commit)
        && !s.tokens[at].is(Concept::Commitments)
        && s.after(at + 1, 5, SOLDIERS).is_some_and(|object| s.find(at + 1..object, APART).is_none())
}

/// "will not take part with troops".
fn joins_with(s: &Sentence<'_>, at: usize) -> bool {
    let with = Senses::of(&[Concept::With]);
    s.tokens[at].is(Concept::TakePart)
        && s.after(at + 1, 3, SOLDIERS).is_some_and(|object| s.find(at + 1..object, with).is_some())
}

/// The troops that the verb at `verb` sends.
fn sent(s: &Sentence<'_>, verb: usize) -> Option<usize> {
    let object = s.object(verb, 9, FORCE)?;
    // "Logistik für die Truppe bereitstellen"
    let for_it = s.shape.free_order.then(|| s.before(object, 2, Senses::of(&[Concept::For]))).flatten();
    let object = for_it.map_or(Some(object), |of| s.before(of, 4, FORCE))?;
    // "will provide the force with intelligence": the force is given something, not formed.
    let given = s.tokens[object].any(Senses::of(&[Concept::Force, Concept::ForceWord]))
        && s.after(object.max(verb) + 1, 4, Senses::of(&[Concept::Intelligence, Concept::Logistics]))
            .is_some_and(|means| s.find(object..means, JOINT).is_none());
    // "will provide logistics to the force"
    let means = Senses::of(&[Concept::Intelligence, Concept::Logistics]);
    let to = Senses::of(&[Concept::To, Concept::For]);
    let given = given
        || s.tokens[object].any(Senses::of(&[Concept::Force, Concept::ForceWord]))
            && verb < object
            && s.find(verb..object, means).is_some_and(|means| s.find(means..object, to).is_some());
    // "… sends no soldiers, but offers help": they are the first verb's.
    let others = object < verb
        && !s.carriers[verb].negated
        && s.find(object..verb, Senses::of(&[Concept::Comma, Concept::But])).is_some();
    (!given && !others).then_some(object)
}

/// Adds the subject of a verb of sending, and says whether the sending is denied.
fn senders(s: &Sentence<'_>, verb: usize, object: usize, list: &mut Vec<Fact<Party>>) -> Option<bool> {
    let about =
        !s.told || s.tokens[object].is(Concept::Troops) || s.has(Senses::of(&[Concept::Force, Concept::Troops]));
    let between = verb.min(object)..verb.max(object);
    let foreign = s.tokens[between.clone()].iter().any(|t| t.any(PARTY) && party_of(t) == Some(Party::Ukraine));
    if !about || foreign || sent_elsewhere(s, object) {
        return None;
    }
    let (found, first) = s.subject_or_actor(verb)?;
    let range = with_subject(first, between.start..between.end + 1);
    // "Instead of sending troops, Italy will provide logistics": the subject stands in another part.
    let apart = verb < first && s.find(verb..first, Senses::of(&[Concept::Comma])).is_some();
    if apart && s.carriers[verb].negated && !s.carriers[first].negated {
        return None;
    }
    let denied = s.carriers[range.end - 1].negated;
    push(s, found.into_iter().map(|(party, _)| party), range, list);
    Some(denied)
}

/// "will send soldiers to Latvia", "… to the Latvian border": to another state than Ukraine.
fn sent_elsewhere(s: &Sentence<'_>, object: usize) -> bool {
    /// Ukraine or the force is named no further behind than this.
    const FAR: usize = 48;
    let Some(to) = s.after(object + 1, 3, Senses::of(&[Concept::To, Concept::In])) else { return false };
    let ours =
        |t: &Token| t.any(Senses::of(&[Concept::Force, Concept::UkrainianSoil])) || party_of(t) == Some(Party::Ukraine);
    // "… to Poland, not to Ukraine"; but "no troops to Poland or to Ukraine"
    let sent = |at: usize| !s.carriers[at].negated || s.carriers[object].negated;
    if (object..s.tokens.len()).take(FAR).any(|at| ours(&s.tokens[at]) && sent(at)) {
        return false;
    }
    let mut behind = s.tokens[to + 1..].iter().take(6).filter(|t| !t.is(Concept::Function));
    let named = |t: Option<&Token>, senses: Senses| t.filter(|t| t.any(senses)).and_then(party_of).is_some_and(sends);
    let place = behind.next();
    if place.is_some_and(|t| t.is(Concept::Unknown)) {
        // "to the border of Poland"
        return behind.next().is_some_and(|t| t.is(Concept::Of)) && named(behind.next(), PARTY);
    }
    let adjective = s.tokens[to].is(Concept::To) && behind.next().is_some_and(|t| t.is(Concept::Unknown));
    named(place, if adjective { PARTY } else { Senses::of(&[Concept::Party]) })
}

/// Adds those who send troops, unless the sending is only considered.
pub(super) fn push(
    s: &Sentence<'_>,
    found: impl IntoIterator<Item = Party>,
    range: Range<usize>,
    list: &mut Vec<Fact<Party>>,
) {
    if s.before(range.end, range.len() + 3, Senses::of(&[Concept::Consider])).is_some() {
        return;
    }
    for party in found.into_iter().filter(|p| sends(*p)) {
        add(list, s.fact(party, range.clone()));
    }
}
