//! What the force is made up of: contributions of the states of the Coalition.

use crate::grammar::multinational_force::with_subject;
use crate::grammar::prim::{BARRIER, Miss, PARTY, Read, any, c, governs, party_of, within, within_not};
use crate::grammar::sentence::{Sentence, add};
use crate::model::{Fact, FormedFrom, Party};
use crate::token::{Concept, Senses, Tokens};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::value;
use nom::sequence::pair;

const COALITION: Party = Party::CoalitionOfTheWilling;

/// Reads what the force is formed from.
pub(super) fn read(s: &Sentence<'_>, list: &mut Vec<Fact<FormedFrom>>) {
    s.each_with(Senses::of(&[Concept::Contribution, Concept::Formed]), formed_from, |v, at| add(list, s.fact(v, at)));
    // "The states of the Coalition will contribute men and means to it", under the component's heading.
    if !s.told {
        s.each_of(Senses::of(&[Concept::Contribution]), |_, at| {
            let given = s.subject(at.start).filter(|(found, _)| found.iter().any(|(p, _)| *p == COALITION));
            if let Some((_, first)) = given.filter(|(_, first)| at.start.abs_diff(*first) <= 8) {
                add(list, s.fact(FormedFrom::CoalitionContributions, with_subject(first, at)));
            }
        });
    }
}

/// `formed_from = formed … contributions … (coalition | "willing nations")`, or "coalition contributions".
fn formed_from(i: Tokens<'_>) -> Read<'_, FormedFrom> {
    let members = || alt((value((), c(Concept::WillingNations)), value((), coalition)));
    let from = pair(c(Concept::Contribution), within(6, members()));
    let of = pair(coalition, within(4, c(Concept::Contribution)));
    let willing = pair(c(Concept::WillingNations), within(1, c(Concept::Contribution)));
    let drawn = pair(c(Concept::Formed), within(6, alt((value((), from), value((), of), value((), willing)))));
    let plain = pair(
        c(Concept::Contribution),
        pair(governs(Senses::of(&[Concept::From, Concept::Of, Concept::By])), within(4, members())),
    );
    // "made up of contingents of the states of the Coalition"
    let units = (c(Concept::Formed), within_not(3, BARRIER.and(PARTY), c(Concept::Troops)), within(4, members()));
    let national = pair(c(Concept::Formed), within_not(4, BARRIER.and(PARTY), c(Concept::Contribution)));
    value(
        FormedFrom::CoalitionContributions,
        alt((value((), drawn), value((), plain), value((), units), value((), national))),
    )
    .parse(i)
}

fn coalition(i: Tokens<'_>) -> Read<'_, Party> {
    let (rest, token) = any(PARTY).parse(i)?;
    party_of(&token).filter(|p| *p == COALITION).map(|p| (rest, p)).ok_or(nom::Err::Error(Miss))
}
