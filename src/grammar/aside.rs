//! Names that a sentence sets aside: "unlike Germany", "instead of the United States", "all members except Hungary".
//!
//! The clause says nothing of them. They become small words, over which every rule reads: "Spain, unlike Germany, will not
//! send troops" is read as if only Spain stood there. Source: grammar-notes/modality.md.

use crate::grammar::prim::{PARTY, light};
use crate::token::{Concept, Senses, Token, Tokens};

/// Words that set aside what they name.
pub(super) const SETS_ASIDE: Senses = Senses::of(&[Concept::Aside, Concept::Except]);
/// Words that deny, as "no country" does.
const DENIES: Senses = Senses::of(&[Concept::Not, Concept::No, Concept::Refuse]);
const JOINTS: Senses = Senses::of(&[Concept::And, Concept::Or]);
/// As many words are set aside, at most.
const LONGEST: usize = 24;

/// Makes small words of the names that the tokens of a stretch set aside.
pub(super) fn set_aside(tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        let (before, behind) = (&tokens[..at], Tokens(&tokens[at + 1..]));
        let token = &tokens[at];
        let end = if token.is(Concept::Aside) {
            names(behind)
        } else if token.is(Concept::Except) {
            // "No country except France will send troops": France will.
            names(behind).filter(|_| !before.iter().any(|t| t.any(DENIES)))
        } else {
            None
        };
        if let Some(end) = end {
            tokens[at..at + 1 + end].iter_mut().for_each(Token::make_small);
        }
    }
}

/// Where a list of names ends that opens here: names joined by "and"; by commas too where a comma closes the list, for the
/// next name may be the subject: "Unlike Germany, Spain will send troops".
fn names(i: Tokens<'_>) -> Option<usize> {
    let name = |i: Tokens<'_>| {
        let (rest, ()) = light(i).ok()?;
        rest.first().filter(|t| t.any(PARTY)).map(|_| i.0.len() - rest.0.len() + 1)
    };
    let joint = |at: usize, joints: Senses| i.0.get(at).filter(|t| t.any(joints)).map(|_| at + 1);
    let next = |at: usize, joints| joint(at, joints).and_then(|at| Some(at + name(Tokens(&i.0[at..]))?));
    let mut end = name(i)?;
    while let Some(on) = next(end, JOINTS) {
        end = on;
    }
    let mut long = end;
    while let Some(on) = next(long, JOINTS.and(Senses::of(&[Concept::Comma]))).filter(|on| *on <= LONGEST) {
        long = on;
    }
    let closed = i.0[..long].iter().rev().take(3).any(|t| t.any(JOINTS)) && i.0.get(long).is_none_or(comma);
    Some(if closed { long } else { end })
}

fn comma(token: &Token) -> bool {
    token.is(Concept::Comma)
}
