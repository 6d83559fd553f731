//! Conditions: where one opens, and how far it reaches. What it supposes is neither said nor denied. See
//! grammar-notes/modality.md.

use super::denial::opens_alone;
use super::{MODALS, NEGATORS, OPENS, SUBORDINATE};
use crate::grammar::prim::{BARRIER, PARTY};
use crate::lexicon::Shape;
use crate::token::{Concept, Senses, Token};

/// What a conjunction may mean: "only if", "provided that" wait for something too. A word that may mean more may be none
/// ("assistance provided").
const CONJUNCTION: Senses =
    SUBORDINATE.and(Senses::of(&[Concept::If, Concept::CaseOf, Concept::After, Concept::Function]));
/// What a list of names right behind the conjunction holds: "if both France and Britain …".
pub(in crate::grammar) const LISTED: Senses = PARTY.and(Senses::of(&[
    Concept::And,
    Concept::Or,
    Concept::Comma,
    Concept::Not,
    Concept::Function,
    Concept::Between,
]));
/// Where another clause begins.
const APART: Senses = BARRIER.and(SUBORDINATE).and(Senses::of(&[Concept::But, Concept::Said]));
/// Verbs that, where no comma closes the condition, are those of the main clause.
const MAIN: Senses = MODALS.and(Senses::of(&[Concept::Pending]));
/// A condition is no longer than this many words.
const LONGEST: usize = 32;
/// A parenthesis is no longer than this many.
const PARENTHESIS: usize = 6;

/// Does the word at `at` open a condition: "if", "provided" right before its subject, "should" at the head of its clause?
pub(in crate::grammar) fn opens(tokens: &[Token], shape: Shape, at: usize) -> bool {
    let inverted = || shape.inverted_condition && (at == 0 || tokens[at - 1].any(OPENS)) && named(&tokens[at + 1..]);
    let token = &tokens[at];
    token.is(Concept::If) && !token.is(Concept::Be) || token.is(Concept::Should) && inverted()
}

/// Does a name or a pronoun come first?
fn named(tokens: &[Token]) -> bool {
    let first = tokens.iter().find(|t| !t.is(Concept::Function) || t.is(Concept::Pronoun));
    first.is_some_and(|t| t.any(PARTY.and(Senses::of(&[Concept::Pronoun]))))
}

/// May it be nothing else than the word that opens a condition?
pub(in crate::grammar) fn is_plain(token: &Token) -> bool {
    !token.beyond(CONJUNCTION.and(Senses::of(&[Concept::Should])))
}

/// Where the condition ends that opens at `at`: at its comma, but for those of a list of names and of a parenthesis right
/// behind the conjunction ("if, as expected, …").
///
/// Without a comma it reaches up to a verb of the ladder; with none of these, one that opens its sentence is not told from the
/// main clause, and ends at once.
pub(in crate::grammar) fn end(tokens: &[Token], at: usize) -> usize {
    let from = past_parenthesis(tokens, at + 1);
    let last = tokens.len().min(from + LONGEST);
    let mut list = true;
    for next in from..last {
        let token = &tokens[next];
        let goes_on = || list && named(&tokens[next + 1..]);
        if token.any(APART) || token.is(Concept::Comma) && !goes_on() {
            return next;
        }
        list &= token.any(LISTED);
    }
    match tokens[from..last].iter().position(|t| t.any(MAIN)) {
        Some(on) => before_denial(tokens, from, from + on),
        None if opens_alone(tokens, 0, at) => from,
        None => last,
    }
}

/// "no habrá", "ne sera pas": where the denial of the verb at `verb` begins, or the verb itself.
fn before_denial(tokens: &[Token], from: usize, verb: usize) -> usize {
    const SMALL: Senses = NEGATORS.and(Senses::of(&[Concept::Function, Concept::Pronoun]));
    let small = tokens[from..verb].iter().rev().take_while(|t| t.any(SMALL));
    let denial = small.zip(1..).filter(|(t, _)| t.any(NEGATORS)).last();
    denial.map_or(verb, |(_, back)| verb - back)
}

/// The word behind two commas that the words from `from` on open with, or else `from`.
pub(in crate::grammar) fn past_parenthesis(tokens: &[Token], from: usize) -> usize {
    let mut rest = tokens.iter().enumerate().skip(from).take(PARENTHESIS + 1);
    if !rest.next().is_some_and(|(_, t)| t.is(Concept::Comma)) {
        return from;
    }
    rest.find(|(_, t)| t.is(Concept::Comma)).map_or(from, |(comma, _)| comma + 1)
}

/// Is it a condition of something denied: "will not hold if …"? Its own comma parts it from nothing.
pub(super) fn is_of_denied(tokens: &[Token], at: usize) -> bool {
    let before = tokens[..at].iter().rev().take(LONGEST).skip_while(|t| t.is(Concept::Comma));
    before.take_while(|t| !t.is(Concept::Comma)).any(|t| t.any(NEGATORS))
}
