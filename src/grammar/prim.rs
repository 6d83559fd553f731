//! The generic parsers: one concept, one of several, water up to something, and lists of parties.

use crate::model::{PLACES, Party};
use crate::token::{Concept, Senses, Token, Tokens};
use nom::error::{ErrorKind, ParseError};
use nom::{IResult, Parser};

/// A rule did not fit here. Rules are tried at every word, so the miss carries nothing and costs nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Miss;

impl<'t> ParseError<Tokens<'t>> for Miss {
    fn from_error_kind(_: Tokens<'t>, _: ErrorKind) -> Self {
        Miss
    }

    fn append(_: Tokens<'t>, _: ErrorKind, other: Self) -> Self {
        other
    }
}

/// What a rule gives: the tokens behind it and the value.
pub(crate) type Read<'t, V> = IResult<Tokens<'t>, V, Miss>;

/// Where a clause can end: nothing reads over it.
pub(crate) const BARRIER: Senses = Senses::of(&[Concept::Stop, Concept::Semicolon, Concept::Colon]);

const LIGHT: Senses = Senses::of(&[
    Concept::Function,
    Concept::Of,
    Concept::To,
    Concept::From,
    Concept::By,
    Concept::In,
    Concept::For,
    Concept::With,
    Concept::Member,
    Concept::Pronoun,
    Concept::Possessive,
    Concept::Proposed,
]);

/// One token that may mean `concept`.
pub(crate) fn c<'t>(concept: Concept) -> impl Parser<Tokens<'t>, Output = Token<'t>, Error = Miss> + Copy {
    move |i: Tokens<'t>| match i.0.split_first() {
        Some((token, rest)) if token.is(concept) => Ok((Tokens(rest), *token)),
        _ => Err(nom::Err::Error(Miss)),
    }
}

/// One token that may mean one of `senses`.
pub(crate) fn any<'t>(senses: Senses) -> impl Parser<Tokens<'t>, Output = Token<'t>, Error = Miss> + Copy {
    move |i: Tokens<'t>| match i.0.split_first() {
        Some((token, rest)) if token.any(senses) => Ok((Tokens(rest), *token)),
        _ => Err(nom::Err::Error(Miss)),
    }
}

/// Up to `most` tokens of water, then `rule`; no water over a barrier.
pub(crate) fn within<'t, V>(
    most: usize,
    rule: impl Parser<Tokens<'t>, Output = V, Error = Miss>,
) -> impl Parser<Tokens<'t>, Output = V, Error = Miss> {
    within_not(most, BARRIER, rule)
}

/// As [`within`], and no water over `barrier` either.
pub(crate) fn within_not<'t, V>(
    most: usize,
    barrier: Senses,
    mut rule: impl Parser<Tokens<'t>, Output = V, Error = Miss>,
) -> impl Parser<Tokens<'t>, Output = V, Error = Miss> {
    let barrier = barrier.and(BARRIER);
    move |i: Tokens<'t>| {
        let mut rest = i;
        for _ in 0..=most {
            if let Ok(hit) = rule.parse(rest) {
                return Ok(hit);
            }
            match rest.0.split_first() {
                Some((token, behind)) if !token.any(barrier) => rest = Tokens(behind),
                _ => break,
            }
        }
        Err(nom::Err::Error(Miss))
    }
}

/// Articles, prepositions and the like, as many as there are.
pub(crate) fn light(i: Tokens<'_>) -> Read<'_, ()> {
    let count = i.0.iter().take_while(|t| t.any(LIGHT) && !t.is(Concept::Party)).count();
    Ok((Tokens(&i.0[count..]), ()))
}

/// A party by its name: "the United States", "members of the Coalition".
pub(crate) fn party(i: Tokens<'_>) -> Read<'_, Party> {
    let (rest, token) = c(Concept::Party).parse(i)?;
    Ok((rest, party_of(&token).ok_or(nom::Err::Error(Miss))?))
}

/// A party by its name or its adjective: "American".
pub(crate) fn party_or_demonym(i: Tokens<'_>) -> Read<'_, Party> {
    let (rest, token) = any(PARTY).parse(i)?;
    Ok((rest, party_of(&token).ok_or(nom::Err::Error(Miss))?))
}

/// Names and adjectives of parties.
pub(crate) const PARTY: Senses = Senses::of(&[Concept::Party, Concept::Demonym]);

/// Its case may say what a preposition says elsewhere: of whom, by whom.
const IN_CASE: Senses = Senses::of(&[Concept::Oblique, Concept::AnyCase]);

/// Is it a party in such a case?
pub(crate) fn in_case(token: &Token) -> bool {
    token.is(Concept::Party) && token.any(IN_CASE)
}

/// One of the prepositions `words`; or nothing, where the name that follows has a case for it.
pub(crate) fn governs<'t>(words: Senses) -> impl Parser<Tokens<'t>, Output = (), Error = Miss> + Copy {
    move |i: Tokens<'t>| match i.0.split_first() {
        Some((token, rest)) if token.any(words) => Ok((Tokens(rest), ())),
        _ => {
            let name = i.0.iter().take(4).find(|t| !t.any(Senses::of(&[Concept::Function, Concept::Member])));
            if name.is_some_and(in_case) { Ok((i, ())) } else { Err(nom::Err::Error(Miss)) }
        }
    }
}

/// Which party a token names.
pub(crate) fn party_of(token: &Token) -> Option<Party> {
    if !token.any(PARTY) {
        return None;
    }
    Party::ALL.get(token.value().checked_sub(1)?).copied()
}

/// The state whose government a capital stands for: "London will send troops".
pub(crate) fn government(token: &Token) -> Option<Party> {
    const SEATS: &[(&str, Party)] = &[
        ("ankara", Party::Turkiye),
        ("berlin", Party::Germany),
        ("copenhagen", Party::Denmark),
        ("helsinki", Party::Finland),
        ("london", Party::UnitedKingdom),
        ("paris", Party::France),
        ("riga", Party::Latvia),
        ("rome", Party::Italy),
        ("stockholm", Party::Sweden),
        ("tallinn", Party::Estonia),
        ("the hague", Party::Netherlands),
        ("vienna", Party::Austria),
        ("vilnius", Party::Lithuania),
        ("warsaw", Party::Poland),
    ];
    if !token.is(Concept::Place) {
        return None;
    }
    let place = PLACES.get(token.value().checked_sub(1)?)?;
    SEATS.iter().find(|(seat, _)| seat == place).map(|(_, party)| *party)
}

const JOINT: Senses = Senses::of(&[Concept::And, Concept::Or, Concept::Comma, Concept::Slash, Concept::Dash]);

const FINITE: Senses =
    Senses::of(&[Concept::Will, Concept::Shall, Concept::Should, Concept::May, Concept::Be, Concept::Agreed]);

/// Parties in one list, at most: there are not many more.
pub(crate) const LONGEST: usize = 64;

/// `parties = party { joint party }`, articles and leaders' names between them stepped over.
pub(crate) fn parties(i: Tokens<'_>) -> Read<'_, Vec<Party>> {
    list(i, party)
}

fn list<'t>(i: Tokens<'t>, one: impl Fn(Tokens<'t>) -> Read<'t, Party>) -> Read<'t, Vec<Party>> {
    let (mut rest, _) = light(i)?;
    let (behind, first) = one(rest)?;
    let mut found = vec![first];
    rest = behind;
    while found.len() < LONGEST {
        // "Ukraine, the United States and members of the Coalition"; "US-Ukraine-Coalition" has no joint at all.
        let mut ahead = rest;
        let mut joints = 0;
        while let Some((token, behind)) = ahead.0.split_first() {
            if token.any(JOINT) {
                joints += 1;
            } else if !token.any(LIGHT) || token.any(PARTY) {
                break;
            }
            ahead = Tokens(behind);
        }
        let glued = joints == 0 && ahead.0.first().zip(i.0.first()).is_some() && ahead.0.len() == rest.0.len();
        if joints == 0 && !glued || joints > 2 {
            break;
        }
        let Ok((behind, next)) = one(ahead) else { break };
        // "led by the United States, and members of the Coalition will …": the next clause, not the list.
        let oblique =
            behind.0.len() < ahead.0.len() && ahead.0[ahead.0.len() - behind.0.len() - 1].is(Concept::Oblique);
        if joints > 0 && !oblique && behind.first().is_some_and(|t| t.any(FINITE)) {
            break;
        }
        found.push(next);
        rest = behind;
    }
    Ok((rest, found))
}
