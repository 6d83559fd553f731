//! Questions of a report and their answers: what a question asks for, and what a short answer gives.
//! Source: grammar-notes/reports.md.

use crate::grammar::Asked;
use crate::grammar::carry::MODALS;
use crate::grammar::prim::{PARTY, party_of};
use crate::grammar::shared::future_attack;
use crate::grammar::words::Words;
use crate::model::Party;
use crate::token::{Concept, Senses, Token, Tokens};
use std::ops::Range;

/// Does a question ask what becomes of the Ukrainian army, or a few words before a colon set it something?
pub(super) fn asks_of_army(said: Words<'_>) -> bool {
    const FATE: Senses = MODALS.and(Senses::of(&[Concept::Attribute]));
    const OTHER: Senses = Senses::of(&[Concept::Attack, Concept::Force, Concept::Troops, Concept::Said]);
    /// A longer sentence speaks of more than the army.
    const FEW: usize = 10;
    // "What is left for the Ukrainian army?"
    let what = || said.opens(Concept::Relative) && said.has_pair(Concept::For, Concept::Afu);
    said.at_most(FEW) && said.has(Concept::Afu) && !said.has(OTHER) && (said.has(FATE) || what())
}

/// Does a question begin with the case of an attack?
pub(super) fn names_case(tokens: &[Token]) -> bool {
    (0..tokens.len().min(3)).any(|from| future_attack(Tokens(&tokens[from..])).is_ok())
}

/// Does an answer speak of something else that is led, met or negotiated?
pub(super) fn names_other(said: Words<'_>) -> bool {
    said.has(Senses::of(&[Concept::Undertaking, Concept::Meet]))
}

/// Words for leading, as a verb or a noun.
pub(super) const LEADS: Senses = Senses::of(&[Concept::Lead, Concept::Led, Concept::Leadership]);
const SENDS: Senses = Senses::of(&[Concept::Deploy]);
/// Words by which a question asks for those who do not, or who do something else.
const TURNS: Senses = Senses::of(&[
    Concept::Not,
    Concept::No,
    Concept::Refuse,
    Concept::Removed,
    Concept::NotForeseen,
    Concept::DoubleNegation,
    Concept::But,
    Concept::If,
    Concept::Said,
    Concept::Proposed,
    Concept::Request,
]);

/// "Who would lead the force? Europe.", "Who sends troops? Sweden and Belgium, diplomats say.": the names that an answer
/// consists of, where the question asks for who leads or who sends.
pub(super) fn names_in_answer(question: &[Token], answer: &[Token]) -> Option<(Asked, Range<usize>)> {
    const NAMES: Senses = Senses::of(&[
        Concept::Function,
        Concept::And,
        Concept::Comma,
        Concept::Possessive,
        Concept::By,
        Concept::Under,
        Concept::Member,
    ]);
    const ASIDE: Senses = Senses::of(&[Concept::Unknown, Concept::Function, Concept::Said]);
    let has = |senses: Senses| question.iter().any(|t| t.any(senses));
    let who = question.iter().take(3).any(|t| t.is(Concept::Relative));
    let asked = if has(LEADS) {
        Asked::Leads
    } else if has(SENDS) && has(Senses::of(&[Concept::Troops])) {
        Asked::Sends
    } else {
        return None;
    };
    // "Who refused to send troops?", "Who asked the US to lead it?", "Who leads the opposition to it?" ask for other names.
    let named = |t: &Token| t.any(PARTY) && party_of(t) != Some(Party::Ukraine);
    let other = |t: &Token| t.any(TURNS) || named(t) || t.words() > 0 && t.is(Concept::Unknown) && !t.capital();
    if question.iter().any(other) {
        return None;
    }
    let end = answer.iter().position(|t| !t.any(NAMES.and(PARTY))).unwrap_or(answer.len());
    // "…, jointly", "…, diplomats say": nothing else is said.
    let aside = end > 0 && answer[end - 1].is(Concept::Comma) && answer[end..].iter().all(|t| t.any(ASIDE));
    let whole = end == answer.len() || answer[end].is(Concept::Dash) || aside;
    (who && whole && answer[..end].iter().any(|t| t.any(PARTY))).then_some((asked, 0..end))
}
