//! Troops that are named by their country, "British and French forces", and that a sentence sends or refuses to send.

use crate::grammar::multinational_force::JOINT;
use crate::grammar::multinational_force::contributor::{SEND, push};
use crate::grammar::prim::{LONGEST, PARTY, Read, any, party_of};
use crate::grammar::sentence::Sentence;
use crate::model::{Fact, Party};
use crate::token::{Concept, Senses, Token, Tokens};
use nom::Parser;
use nom::combinator::{opt, verify};
use nom::sequence::pair;

/// "soldados franceses podrían ser desplegados": troops at `at` with their country behind them.
pub(super) fn named_behind(s: &Sentence<'_>, at: usize, list: &mut Vec<Fact<Party>>) -> Option<bool> {
    let near = s.tokens[at + 1..].iter().take(2).position(|t| t.is(Concept::Demonym))?;
    let adjective = at + 1 + near;
    let moved = s.after(adjective + 1, 6, SEND).is_some() || s.before(at, 6, SEND).is_some();
    let denied = s.carriers[adjective].negated;
    if !(moved || denied) || !placed_here(s) {
        return None;
    }
    let found = demonyms(s, adjective);
    let end = found.last().map_or(adjective, |(_, at)| *at) + 1;
    push(s, found.into_iter().map(|(party, _)| party), at..end, list);
    Some(denied)
}

/// "British, French and partner forces could operate", "no Italian troops": the country's name at `at`, then the troops.
pub(super) fn named_before(s: &Sentence<'_>, at: usize, list: &mut Vec<Fact<Party>>) -> Option<bool> {
    let (rest, found) = demonyms_with_troops(Tokens(&s.tokens[at..])).ok()?;
    let end = s.tokens.len() - rest.0.len();
    let far = if s.shape.free_order { 9 } else { 6 };
    let moved = s.after(end, far, SEND).is_some() || s.before(at, 6, SEND).is_some();
    // "American soldiers will not belong to it": the denial stands behind them.
    let not = s.after(end, 4, Senses::of(&[Concept::Not])).map_or(end, |not| not + 1);
    let denied = s.carriers[not - 1].negated;
    if !(moved || denied) || !placed_here(s) {
        return None;
    }
    push(s, found, at..not, list);
    Some(denied)
}

/// Troops that are named by their country alone are ours where the sentence places them.
fn placed_here(s: &Sentence<'_>) -> bool {
    const HERE: Senses = Senses::of(&[Concept::Force, Concept::UkrainianSoil, Concept::Afu]);
    !s.told || s.tokens.iter().any(|t| t.any(HERE) || party_of(t) == Some(Party::Ukraine))
}

/// The adjectives from `first` on: "soldats français et britanniques".
fn demonyms(s: &Sentence<'_>, first: usize) -> Vec<(Party, usize)> {
    let mut found = Vec::new();
    for (at, token) in s.tokens.iter().enumerate().skip(first).take(LONGEST) {
        if token.is(Concept::Demonym) {
            found.extend(party_of(token).map(|party| (party, at)));
        } else if !token.any(JOINT.and(Senses::of(&[Concept::Or]))) {
            break;
        }
    }
    found
}

/// `demonym { joint demonym } ["and" … "partner"] troops`.
fn demonyms_with_troops(i: Tokens<'_>) -> Read<'_, Vec<Party>> {
    const BETWEEN: Senses = JOINT.and(Senses::of(&[Concept::Or, Concept::Member]));
    let mut named = 0;
    let ends = |token: &Token| {
        let name = token.any(PARTY) && named < LONGEST;
        named += usize::from(name);
        !name && !token.any(BETWEEN)
    };
    let (names, rest) = i.0.split_at(i.0.iter().position(ends).unwrap_or(i.0.len()));
    let (rest, _) = pair(
        // A word may mean both: "військових".
        opt(verify(any(Senses::of(&[Concept::Military, Concept::Function])), |t: &Token| !t.is(Concept::Troops))),
        any(Senses::of(&[Concept::Troops, Concept::ForceWord])),
    )
    .parse(Tokens(rest))?;
    Ok((rest, names.iter().filter(|token| token.any(PARTY)).filter_map(party_of).take(LONGEST).collect()))
}
