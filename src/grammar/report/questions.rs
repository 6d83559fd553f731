//! Questions of a report and their answers: what a question asks for, and what a short answer gives.
//! Source: grammar-notes/reports.md.

use crate::grammar::Asked;
use crate::grammar::carry::MODALS;
use crate::grammar::prim::{PARTY, party_of, within};
use crate::grammar::shared::future_attack;
use crate::grammar::words::{Words, among};
use crate::model::Party;
use crate::token::{Concept, Senses, Token};
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

/// Words of a question that stand before what it asks for: "and", "so", "what".
const OPENING: usize = 3;

/// Does a question begin with the case of an attack: "And what if Russia attacks again?"
pub(super) fn names_case(said: Words<'_>) -> bool {
    said.begins(within(OPENING - 1, future_attack))
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
pub(super) fn names_in_answer(question: Words<'_>, answer: Words<'_>) -> Option<(Asked, Range<usize>)> {
    let asked = asks_who(question)?;
    nothing_but_names(answer).map(|names| (asked, names))
}

/// What a question asks for, if it asks who does it, and of nobody by name.
fn asks_who(question: Words<'_>) -> Option<Asked> {
    let asked = if question.has(LEADS) {
        Asked::Leads
    } else if question.has(SENDS) && question.has(Concept::Troops) {
        Asked::Sends
    } else {
        return None;
    };
    // "Who refused to send troops?", "Who asked the US to lead it?", "Who leads the opposition to it?" ask for other names.
    let named = |t: &Token| t.any(PARTY) && party_of(t) != Some(Party::Ukraine);
    let other = |t: &Token| named(t) || t.words() > 0 && t.is(Concept::Unknown) && !t.capital();
    let who = among(question.head(OPENING), Concept::Relative);
    (who && !question.has(TURNS) && !question.tokens.iter().any(other)).then_some(asked)
}

/// The names that an answer opens with, where nothing else is said: "…, jointly", "…, diplomats say" may follow.
fn nothing_but_names(answer: Words<'_>) -> Option<Range<usize>> {
    const NAMES: Senses = PARTY.and(Senses::of(&[
        Concept::Function,
        Concept::And,
        Concept::Comma,
        Concept::Possessive,
        Concept::By,
        Concept::Under,
        Concept::Member,
    ]));
    const ASIDE: Senses = Senses::of(&[Concept::Unknown, Concept::Function, Concept::Said]);
    let end = answer.tokens.iter().take_while(|t| t.any(NAMES)).count();
    let (names, behind) = answer.tokens.split_at(end);
    let aside = || names.last().is_some_and(|t| t.is(Concept::Comma)) && behind.iter().all(|t| t.any(ASIDE));
    let whole = behind.first().is_none_or(|t| t.is(Concept::Dash)) || aside();
    (whole && among(names, PARTY)).then_some(0..end)
}
