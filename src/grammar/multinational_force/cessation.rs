//! What the cessation of hostilities must be before the force goes in: credible.

use crate::grammar::multinational_force::{CONTEXT, JOINT};
use crate::grammar::prim::{Read, any, c, within, within_not};
use crate::grammar::sentence::{Sentence, add};
use crate::model::{CessationQuality, Fact};
use crate::token::{Concept, Senses, Tokens};
use nom::Parser;
use nom::combinator::{opt, value};
use nom::sequence::pair;

const EVENT: Senses = Senses::of(&[Concept::Cessation, Concept::Ceasefire]);
const QUALITY: Senses = Senses::of(&[Concept::Credible, Concept::Reliable]);

/// Reads the quality that is asked of the cessation.
pub(super) fn read(s: &Sentence<'_>, list: &mut Vec<Fact<CessationQuality>>) {
    if s.told && !s.has(CONTEXT) {
        return;
    }
    let mut credible = |at| add(list, s.fact(CessationQuality::Credible, at));
    // "cesen de manera creíble las hostilidades": one phrase that says both.
    s.each_of(Senses::of(&[Concept::Cessation]), |token, at| {
        if token.is(Concept::Credible) {
            credible(at);
        }
    });
    s.each_with(Senses::of(&[Concept::Credible]), set_apart, |(), at| credible(at));
    s.each_from(QUALITY, in_front, |(), at| credible(at));
    if s.shape.adjective_behind {
        s.each_from(EVENT, behind, |(), at| credible(at));
    }
}

/// `in_front = (credible | reliable) … (cessation | ceasefire)`.
fn in_front(i: Tokens<'_>) -> Read<'_, ()> {
    value((), pair(any(QUALITY), within(2, any(EVENT)))).parse(i)
}

/// `behind = (cessation | ceasefire) … credible`, where the language puts its adjectives there.
fn behind(i: Tokens<'_>) -> Read<'_, ()> {
    value((), pair(any(EVENT), within_not(3, JOINT, c(Concept::Credible)))).parse(i)
}

/// `set_apart = (cessation | ceasefire) "," ["which"] credible`: "после прекращения боевых действий, заслуживающего доверия".
fn set_apart(i: Tokens<'_>) -> Read<'_, ()> {
    value((), (any(EVENT), c(Concept::Comma), opt(c(Concept::Relative)), c(Concept::Credible))).parse(i)
}
