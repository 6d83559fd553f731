//! Whether the planning for the force has been done.

use crate::grammar::prim::{Read, any, c, within};
use crate::grammar::sentence::{Sentence, add};
use crate::model::{Fact, ForcePlanning};
use crate::token::{Concept, Senses, Token, Tokens};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{value, verify};
use nom::sequence::pair;

/// Reads the planning that was conducted; what only will be planned is none.
pub(super) fn read(s: &Sentence<'_>, list: &mut Vec<Fact<ForcePlanning>>) {
    s.each_with(Senses::of(&[Concept::Planning]), planning, |v, at| {
        if s.before(at.end - 1, 4, Senses::of(&[Concept::Will, Concept::Shall, Concept::Should])).is_none() {
            add(list, s.fact(v, at));
        }
    });
}

/// `planning = planning … conducted | conducted … planning`.
fn planning(i: Tokens<'_>) -> Read<'_, ForcePlanning> {
    const DONE: Senses = Senses::of(&[Concept::Conducted, Concept::Completed]);
    let passive = pair(c(Concept::Planning), within(12, any(DONE)));
    let active = pair(any(DONE), within(8, c(Concept::Planning)));
    // "gemeinsam geplant": one phrase.
    let planned = verify(c(Concept::Planning), |t: &Token| t.any(DONE));
    value(ForcePlanning::Conducted, alt((value((), planned), value((), passive), value((), active)))).parse(i)
}
