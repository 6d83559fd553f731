//! When the measures of the force are carried out.

use crate::grammar::multinational_force::CONTEXT;
use crate::grammar::prim::{BARRIER, Miss, PARTY, Read, any, c, governs, light, party_of, within, within_not};
use crate::grammar::sentence::{Sentence, add};
use crate::grammar::shared::WHEN;
use crate::model::{Fact, ForceCondition, Party};
use crate::token::{Concept, Senses, Tokens};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use nom::sequence::preceded;

/// Reads the conditions: a request of Ukraine, and what must have come before. Denied, they are conditions too.
pub(super) fn read(s: &Sentence<'_>, list: &mut Vec<Fact<ForceCondition>>) {
    let mut asked = |condition, at| add(list, s.fact(condition, at).map(|f| Fact { negated: false, ..f }));
    // "not without a request from Ukraine" asks for one.
    s.each_with(Senses::of(&[Concept::Request]), request, |(), at| asked(ForceCondition::UkraineRequest, at));
    if !s.told || s.has(CONTEXT) {
        // What is only possible once there is an order "only after a ceasefire" is a condition, not a denial.
        s.each_with(WHEN, after_event, asked);
    }
}

/// `request = "at the request of" Ukraine | Ukraine's request | Ukraine asks | "if" asks Ukraine`.
fn request(i: Tokens<'_>) -> Read<'_, ()> {
    let own = |i| {
        let (rest, token) = any(PARTY).parse(i)?;
        if party_of(&token) == Some(Party::Ukraine) { Ok((rest, ())) } else { Err(nom::Err::Error(Miss)) }
    };
    let of =
        (c(Concept::Request), within(3, governs(Senses::of(&[Concept::Of, Concept::From, Concept::By]))), light, own);
    let its = (own, opt(c(Concept::Possessive)), within(2, c(Concept::Request)));
    // "gdy zwróci się o to Kijów", "если попросит Киев"
    const OTHER: Senses = Senses::of(&[
        Concept::And,
        Concept::Comma,
        Concept::Cessation,
        Concept::Ceasefire,
        Concept::PeaceAgreement,
        Concept::Party,
    ]);
    let asks = (any(WHEN), within_not(2, OTHER, c(Concept::Request)), within_not(2, OTHER, own));
    alt((value((), of), value((), its), value((), asks))).parse(i)
}

/// `after_event = when … (cessation | ceasefire | peace agreement)`, "post-ceasefire".
fn after_event(i: Tokens<'_>) -> Read<'_, ForceCondition> {
    let event = || {
        alt((
            value(ForceCondition::CessationOfHostilities, c(Concept::Cessation)),
            value(ForceCondition::Ceasefire, c(Concept::Ceasefire)),
            value(ForceCondition::PeaceAgreement, c(Concept::PeaceAgreement)),
        ))
    };
    let attack = BARRIER.and(Senses::of(&[Concept::Attack, Concept::Meet, Concept::Relative]));
    preceded(any(WHEN), within_not(9, attack, event())).parse(i)
}
