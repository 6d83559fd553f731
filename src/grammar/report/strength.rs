//! How many soldiers the Ukrainian army is to have, and how a stretch of a report says that it is the army's number: of
//! itself, as the answer to a question, or behind a colon. Source: grammar-notes/reports.md.

use super::questions::asks_of_army;
use super::subjects::Subject;
use crate::grammar::carry::MODALS;
use crate::grammar::prim::party_of;
use crate::grammar::words::{Words, among, behind_last};
use crate::model::Party;
use crate::token::{Concept, Senses, Token};

/// How a stretch gives the army's strength.
#[derive(Clone, Copy, Debug)]
pub(super) struct Strength {
    /// It does, or speaks of one.
    pub(super) told: bool,
    /// "The armed forces of Ukraine will number …": with the army's name.
    its: bool,
    /// "Ukraine will maintain a peacetime force of 600,000 personnel": with a number for an army.
    many: bool,
    /// "The Ukrainian army is to keep 800,000 soldiers."
    keeps: bool,
}

impl Strength {
    pub(super) fn of(said: Words<'_>) -> Strength {
        const ARMY: Senses = Senses::of(&[Concept::Afu, Concept::Thousand]);
        let people = said.has(Concept::Personnel);
        let ukraine =
            people && said.has(Concept::Number) && said.tokens.iter().any(|t| party_of(t) == Some(Party::Ukraine));
        let its = ukraine && said.has(Concept::ArmedForces);
        let many = ukraine && said.tokens.iter().any(is_strength);
        let keeps = keeps(said);
        Strength { told: people && said.has(ARMY) || its || many || keeps, its, many, keeps }
    }

    /// Is the word one of those that give it?
    pub(super) fn counts(self, token: &Token) -> bool {
        self.its && token.is(Concept::ArmedForces)
            || self.many && token.is(Concept::Personnel)
            || self.keeps && token.is(Concept::Number)
    }
}

/// An army has a number of six digits: "600000", "600,000". What is shorter may be a year, a day, or a brigade.
const DIGITS: u32 = 6;

/// May the word be the strength of an army?
pub(super) fn is_strength(token: &Token) -> bool {
    token.is(Concept::Number) && token.end() - token.start >= DIGITS
}

/// "The Ukrainian army is to keep 800,000 soldiers", not "… asked the army for 30,000 soldiers".
fn keeps(said: Words<'_>) -> bool {
    const APART: Senses = Senses::of(&[Concept::For, Concept::By, Concept::Comma, Concept::And]);
    /// From the army to its number, over a verb of several words.
    const VERB: usize = 8;
    /// From the number to its soldiers, over one adjective.
    const NOUN: usize = 2;
    said.has(Concept::Afu)
        && said.has(Concept::Troops)
        && said.tokens.iter().enumerate().any(|(at, token)| {
            is_strength(token)
                && among(said.behind(at, NOUN), Concept::Troops)
                && among(behind_last(said.before(at, VERB), APART), Concept::Afu)
        })
}

/// Does an answer about the army say how many it may number?
pub(super) fn gives_strength(said: Words<'_>, subject: Option<Subject>) -> bool {
    const SENT: Senses = Senses::of(&[Concept::Force, Concept::Deploy, Concept::UkrainianSoil, Concept::Attack]);
    subject == Some(Subject::AfuSupport)
        && said.has(Concept::Number)
        && said.has(Concept::Personnel)
        && said.has(MODALS)
        && !said.has(SENT)
        && !said.tokens.iter().any(|t| party_of(t).is_some_and(|party| party != Party::Ukraine))
}

/// "800,000 soldiers" and nothing else, behind a colon: the strength of the army that the words before it (`opening`) name.
pub(super) fn strength_of(opening: Option<Words<'_>>, said: Words<'_>) -> bool {
    const PEOPLE: Senses = Senses::of(&[Concept::Personnel, Concept::Troops]);
    const ALL: Senses = PEOPLE.and(Senses::of(&[Concept::Number, Concept::Thousand, Concept::Function, Concept::To]));
    const OPENS: Senses = Senses::of(&[Concept::Number, Concept::To, Concept::Function]);
    /// "up to 800 thousand soldiers"
    const FIGURE: usize = 5;
    let figure =
        said.at_most(FIGURE) && said.opens(OPENS) && said.has(Concept::Number) && said.has(PEOPLE) && said.all(ALL);
    figure && opening.is_some_and(asks_of_army)
}
