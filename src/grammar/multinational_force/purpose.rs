//! What the force is for.

use crate::grammar::multinational_force::{AFU, CONTEXT};
use crate::grammar::prim::{BARRIER, Read, any, c, within_not};
use crate::grammar::sentence::{Sentence, add};
use crate::model::{Fact, ForcePurpose};
use crate::token::{Concept, Senses, Tokens};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::value;
use nom::sequence::pair;

/// Words that a purpose may start with.
const PURPOSE: Senses =
    AFU.and(Senses::of(&[Concept::Rebuild, Concept::Restore, Concept::Deterrence, Concept::Reassurance]));

/// Reads the purposes of the force.
pub(super) fn read(s: &Sentence<'_>, list: &mut Vec<Fact<ForcePurpose>>) {
    s.each_from(PURPOSE, purpose, |v, at| {
        let rebuilds = s.has(Senses::of(&[Concept::Rebuild])) && s.has(AFU);
        if !s.told || rebuilds || s.has(CONTEXT) {
            add(list, s.fact(v, at));
        }
    });
}

/// `purpose = rebuild … armed forces | deterrence | reassurance`.
fn purpose(i: Tokens<'_>) -> Read<'_, ForcePurpose> {
    const REBUILD: Senses = Senses::of(&[Concept::Rebuild, Concept::Restore]);
    let other = BARRIER.and(Senses::of(&[Concept::Economic, Concept::Peace]));
    let rebuild = pair(any(REBUILD), within_not(6, other, any(AFU)));
    let army_first = pair(any(AFU), within_not(3, other, any(Senses::of(&[Concept::Rebuild]))));
    alt((
        value(ForcePurpose::RebuildArmedForces, alt((rebuild, army_first))),
        value(ForcePurpose::Deterrence, c(Concept::Deterrence)),
        value(ForcePurpose::Reassurance, c(Concept::Reassurance)),
    ))
    .parse(i)
}
