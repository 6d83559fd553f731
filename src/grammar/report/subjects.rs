//! What a report may be about, the label that says it of a paragraph, and what is none of it.
//! Source: grammar-notes/reports.md.

use crate::grammar::carry::{MODALS, NEGATORS};
use crate::grammar::page::Stretch;
use crate::grammar::prim::party_of;
use crate::grammar::words::Words;
use crate::model::{ComponentKind, Party};
use crate::token::{Concept, Senses, Token};

/// What a stretch of prose may be about: the five components, and the guarantees as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    Monitoring,
    AfuSupport,
    MultinationalForce,
    AttackResponse,
    Cooperation,
    Guarantees,
}

impl Subject {
    /// Every subject, in the order of the declaration.
    pub(super) const ALL: [Subject; 6] = [
        Subject::Monitoring,
        Subject::AfuSupport,
        Subject::MultinationalForce,
        Subject::AttackResponse,
        Subject::Cooperation,
        Subject::Guarantees,
    ];
}

impl From<ComponentKind> for Subject {
    fn from(kind: ComponentKind) -> Self {
        match kind {
            ComponentKind::Monitoring => Subject::Monitoring,
            ComponentKind::AfuSupport => Subject::AfuSupport,
            ComponentKind::MultinationalForce => Subject::MultinationalForce,
            ComponentKind::AttackResponse => Subject::AttackResponse,
            ComponentKind::Cooperation => Subject::Cooperation,
        }
    }
}

/// Does a stretch speak of another war or another mission, or go on with one that the stretch before spoke of (`away`)?
pub(super) fn is_elsewhere(stretch: &Stretch, said: Words<'_>, away: bool) -> bool {
    said.has(Concept::Elsewhere) || away && !stretch.opens_block && !said.has(OURS) && !names_us(said)
}

/// Words of our own subjects: behind a sentence on another mission they come back to ours.
const OURS: Senses = Senses::of(&[
    Concept::Afu,
    Concept::UkrainianSoil,
    Concept::Force,
    Concept::Guarantees,
    Concept::MilitaryAssistance,
    Concept::DefenceCooperation,
    Concept::Commitments,
    Concept::SpecialCommission,
    Concept::Declaration,
    Concept::Cell,
]);

/// Does it name Ukraine or the Coalition?
fn names_us(said: Words<'_>) -> bool {
    said.tokens.iter().any(|t| matches!(party_of(t), Some(Party::Ukraine | Party::CoalitionOfTheWilling)))
}

/// A label has no more words than this: "Multinational Force for Ukraine:".
const LABEL: usize = 6;

/// The subject that a label opens: a head of few words before a colon or a stop that names one subject and has no verb.
pub(super) fn label(stretch: &Stretch, said: Words<'_>) -> Option<Subject> {
    const LABELS: [(Senses, Subject); 7] = [
        (Senses::of(&[Concept::Guarantees]), Subject::Guarantees),
        (Senses::of(&[Concept::Monitoring, Concept::SpecialCommission]), Subject::Monitoring),
        (Senses::of(&[Concept::Attack]), Subject::AttackResponse),
        (Senses::of(&[Concept::Force]), Subject::MultinationalForce),
        (Senses::of(&[Concept::Afu, Concept::ArmedForces]), Subject::AfuSupport),
        (Senses::of(&[Concept::MilitaryAssistance]), Subject::AfuSupport),
        (Senses::of(&[Concept::DefenceCooperation, Concept::Cooperation]), Subject::Cooperation),
    ];
    const NOT_A_LABEL: Senses = MODALS.and(NEGATORS).and(Senses::of(&[
        Concept::Be,
        Concept::Pronoun,
        Concept::Said,
        Concept::Relative,
        Concept::Demonym,
    ]));
    let ends = matches!(stretch.sign, Concept::Colon | Concept::Stop);
    let foreign = |t: &Token| t.is(Concept::Party) && party_of(t) != Some(Party::Ukraine);
    if !ends || !said.at_most(LABEL) || said.has(NOT_A_LABEL) || said.tokens.iter().any(foreign) {
        return None;
    }
    LABELS.iter().find(|(words, _)| said.has(*words)).map(|(_, subject)| *subject)
}
