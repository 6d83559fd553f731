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
/// A denial stands this near before its exception, at most.
const NEAR: usize = 8;
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
            let near = || before.iter().rev().take(NEAR).take_while(|t| !t.is(Concept::And));
            names(behind).filter(|_| !near().any(|t| t.any(DENIES)))
        } else {
            None
        };
        if let Some(end) = end {
            tokens[at..at + 1 + end].iter_mut().for_each(Token::make_small);
        }
    }
}

/// Where a list of names ends that opens here: names joined by "and"; by commas too where a comma closes the list, for the
/// next name may be the subject: "Unlike Germany, Spain will send troops", "Unlike Poland, Germany and Spain, France will".
fn names(i: Tokens<'_>) -> Option<usize> {
    let end = name(i, 0)?;
    let (mut at, mut only_and, mut list) = (end, true, end);
    while let Some((on, and)) = next_name(i, at).filter(|(on, _)| *on <= LONGEST) {
        only_and &= and && !comma(&i.0[at]);
        if only_and || and && i.0.get(on).is_none_or(comma) {
            list = on;
        }
        at = on;
    }
    Some(list)
}

/// Where a name ends that begins at `at`, small words before it.
fn name(i: Tokens<'_>, at: usize) -> Option<usize> {
    let (rest, ()) = light(Tokens(&i.0[at..])).ok()?;
    rest.first().filter(|t| t.any(PARTY)).map(|_| i.0.len() - rest.0.len() + 1)
}

/// Where the next name of a list ends, and whether "and" or "or" stands before it.
fn next_name(i: Tokens<'_>, at: usize) -> Option<(usize, bool)> {
    let behind = at + usize::from(i.0.get(at).is_some_and(comma));
    let and = i.0.get(behind).is_some_and(|t| t.any(JOINTS));
    let from = behind + usize::from(and);
    (from > at).then(|| name(i, from)).flatten().map(|end| (end, and))
}

fn comma(token: &Token) -> bool {
    token.is(Concept::Comma)
}
