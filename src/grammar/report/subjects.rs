//! Which subjects a stretch of a report names, and by which of its words. Source: grammar-notes/reports.md.

use crate::grammar::afu_support::opens_depot;
use crate::grammar::carry::{MODALS, NEGATORS};
use crate::grammar::page::{Page, Stretch};
use crate::grammar::prim::party_of;
use crate::grammar::shared::{DOMAINS, future_attack};
use crate::model::{ComponentKind, Party};
use crate::token::{Concept, Senses, Token, Tokens};

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

/// What the page has said which of it is meant: later "the force" and "the mechanism" do.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    force: bool,
    watch: bool,
}

impl Known {
    pub(super) fn of(page: &Page<'_>) -> Known {
        let met = page.stretches.iter().fold(Senses::default(), |met, stretch| met.and(stretch.sum.met));
        let meets = |words: &[Concept]| met.meets(Senses::of(words));
        let force = meets(&[Concept::Force, Concept::Troops]);
        let watch = meets(&[Concept::Monitoring, Concept::Verification]) && meets(&[Concept::Ceasefire]);
        Known { force, watch }
    }
}

/// The words of a stretch that are a subject's own, each with its subject, in the order of the text; a word that is the own
/// one of several subjects comes in the order of these.
#[derive(Debug, Default)]
pub(super) struct Named(Vec<(usize, Subject)>);

impl Named {
    pub(super) fn names(&self, subject: Subject) -> bool {
        self.0.iter().any(|(_, named)| *named == subject)
    }

    /// Does it name no subject but this one?
    pub(super) fn only(&self, subject: Option<Subject>) -> bool {
        self.0.iter().all(|(_, named)| Some(*named) == subject)
    }

    /// The subject that is named last.
    pub(super) fn last_in_text(&self) -> Option<Subject> {
        self.0.last().map(|(_, subject)| *subject)
    }

    /// The subject whose words stand nearest to `word`; of two the one before it.
    pub(super) fn nearest(&self, word: usize) -> Option<Subject> {
        let (before, behind) = self.0.split_at(self.0.partition_point(|(at, _)| *at <= word));
        // Of several that have the same word for their own, the first.
        let last = before.chunk_by(|one, other| one.0 == other.0).next_back().and_then(<[_]>::first);
        match (last, behind.first()) {
            (Some((before, _)), Some((behind, subject))) if behind - word < word - before => Some(*subject),
            (Some((_, subject)), _) | (None, Some((_, subject))) => Some(*subject),
            (None, None) => None,
        }
    }

    /// Looks for them in `tokens`, on a page of which so much is `known`.
    pub(super) fn of(tokens: &[Token], known: Known) -> Named {
        let mut named = Vec::new();
        let has = |senses: Senses| tokens.iter().any(|t| t.any(senses));
        let watched = has(WATCHED);
        let spoken = has(Senses::of(&[Concept::Passage]))
            && has(Senses::of(&[Concept::Troops, Concept::Personnel]))
            && has(Senses::of(&[Concept::Removed, Concept::NotForeseen]));
        let drawn_up = has(Senses::of(&[Concept::Conducted, Concept::Completed]));
        let army = has(Senses::of(&[Concept::Afu]));
        let helped = has(HELP);
        let armed = has(Senses::of(&[Concept::Armament])) && has(ENLARGES);
        // A depot that nobody is given access to is a place.
        let opened_to = has(Senses::of(&[Concept::Access, Concept::Afu, Concept::ArmedForces, Concept::Armament]));
        // "military aid to Ukraine will go on, and the armed forces are to number …"
        let ukraine = || tokens.iter().any(|t| party_of(t) == Some(Party::Ukraine));
        let strength = has(Senses::of(&[Concept::Personnel])) && has(Senses::of(&[Concept::Number]));
        let its = strength && has(Senses::of(&[Concept::ArmedForces])) && ukraine();
        // A number of soldiers is the army's strength.
        // "Ukraine will maintain a peacetime force of 600,000 personnel."
        let many = strength && ukraine() && tokens.iter().any(|t| t.is(Concept::Number) && t.end() - t.start >= 6);
        // "The Ukrainian army is to keep 800,000 soldiers", not "… asked the army for 30,000 soldiers".
        const APART: Senses = Senses::of(&[Concept::For, Concept::By, Concept::Comma, Concept::And]);
        let keeps = army
            && tokens.iter().enumerate().any(|(at, token)| {
                token.is(Concept::Number)
                    && token.end() - token.start >= 6
                    && tokens[at + 1..].iter().take(2).any(|t| t.is(Concept::Troops))
                    && tokens[..at].iter().rev().take(8).take_while(|t| !t.any(APART)).any(|t| t.is(Concept::Afu))
            });
        let level = has(Senses::of(&[Concept::Personnel])) && (army || has(Senses::of(&[Concept::Thousand])))
            || its
            || many
            || keeps;
        let deployed = !level && has(Senses::of(&[Concept::Troops, Concept::Force]));
        let settled =
            has(Senses::of(&[Concept::Binding, Concept::Finalise])) && !has(Senses::of(&[Concept::Guarantees]));
        // Commitments that bind politically, or come on top of the bilateral agreements, are the guarantees.
        let whole = has(Senses::of(&[Concept::Binding]))
            && !has(Senses::of(&[Concept::Attack]))
            && (has(Senses::of(&[Concept::BilateralAgreements])) || has(Senses::of(&[Concept::Politically])));
        for (at, token) in tokens.iter().enumerate() {
            // "The United States would lead the mechanism", once the page has said what is watched.
            let the_mechanism = known.watch && the_mechanism(tokens, at);
            if token.any(WATCH) && watched || the_mechanism || token.is(Concept::SpecialCommission) {
                named.push((at, Subject::Monitoring));
            }
            // "Military planning among the staffs has been carried out": the force's, once the page has named it.
            let planned = known.force && drawn_up && token.is(Concept::Planning);
            let force = planned
                || token.any(FORCE) && !(level && token.is(Concept::Troops))
                || known.force && the_force(tokens, at);
            let force = force || token.any(DOMAINS) && domains(tokens, at) || token.is(Concept::Rebuild) && army;
            // "to help rebuild the Ukrainian army" is the force's.
            let rebuilt = tokens[at.saturating_sub(6)..at].iter().any(|t| t.is(Concept::Rebuild));
            let army =
                token.is(Concept::Afu) && helped && !deployed && !rebuilt || its && token.is(Concept::ArmedForces);
            // "For the armed forces, …": Ukraine's, where no other state is named with them.
            let plain = token.is(Concept::ArmedForces) && armed && !deployed && !rebuilt && !foreign(tokens, at);
            // "The sentence on 800,000 troops has gone": a strength that a text gave.
            let given = spoken && token.is(Concept::Number) && token.end() - token.start >= 6;
            let aid = given || token.any(AID) && !(token.is(Concept::Depot) && !opened_to && known.force);
            if aid || army || plain || many && token.is(Concept::Personnel) || keeps && token.is(Concept::Number) {
                named.push((at, Subject::AfuSupport));
            }
            if force {
                named.push((at, Subject::MultinationalForce));
            }
            if token.is(Concept::Attack) && provided_for(tokens, at) {
                named.push((at, Subject::AttackResponse));
            }
            if token.is(Concept::Commitments) && settled && !whole {
                named.push((at, Subject::AttackResponse));
            }
            if token.any(TIES) {
                named.push((at, Subject::Cooperation));
            }
            if token.is(Concept::Guarantees) || token.is(Concept::Commitments) && whole {
                named.push((at, Subject::Guarantees));
            }
        }
        Named(named)
    }
}

const WATCH: Senses = Senses::of(&[Concept::Monitoring, Concept::Verification, Concept::Mechanism]);
const WATCHED: Senses = Senses::of(&[Concept::Ceasefire, Concept::Monitoring, Concept::SpecialCommission]);
const FORCE: Senses = Senses::of(&[Concept::Force, Concept::Troops, Concept::Reassurance]);
const ENLARGES: Senses = Senses::of(&[Concept::Supply, Concept::Continue, Concept::Increase, Concept::Begin]);

const AID: Senses = Senses::of(&[
    Concept::MilitaryAssistance,
    Concept::DefencePackages,
    Concept::FirstLine,
    Concept::Fortification,
    Concept::Depot,
]);

const HELP: Senses = Senses::of(&[
    Concept::Support,
    Concept::Armament,
    Concept::Personnel,
    Concept::Finance,
    Concept::Capability,
    Concept::Deterrence,
]);

const TIES: Senses = Senses::of(&[Concept::DefenceCooperation, Concept::JointProduction, Concept::JointDevelopment]);

/// Are the armed forces at `at` those of another state: "the Greek armed forces", "the army of Russia"?
fn foreign(tokens: &[Token], at: usize) -> bool {
    let near = &tokens[at.saturating_sub(3)..tokens.len().min(at + 4)];
    near.iter().any(|t| party_of(t).is_some_and(|party| party != Party::Ukraine))
}

/// Is the attack at `at` one that something is to be done about?
fn provided_for(tokens: &[Token], at: usize) -> bool {
    let case = Senses::of(&[Concept::CaseOf, Concept::If, Concept::Future]);
    let from = at.saturating_sub(8);
    // What deters from an attack is the force, or the army.
    if tokens[at.saturating_sub(4)..at].iter().any(|t| t.is(Concept::Deterrence)) {
        return false;
    }
    // "Depots will be opened to Kyiv in case of renewed aggression": what the access is for.
    let before = &tokens[at.saturating_sub(14)..at];
    if before.iter().any(|t| t.is(Concept::Depot)) && before.iter().any(|t| t.is(Concept::Access)) {
        return false;
    }
    // "In case of a new attack the opening of depots" is likewise the access.
    if opens_depot(&tokens[at + 1..]) {
        return false;
    }
    // "Should Russia attack again": the verb in front makes it a condition.
    let inverted =
        |from: usize| future_attack(Tokens(&tokens[from..])).is_ok_and(|(rest, ())| tokens.len() - rest.0.len() > at);
    tokens[from..at].iter().any(|t| t.any(case)) || (from..=at).any(inverted)
}

/// "the force", once the text has said which; not "Russian forces".
fn the_force(tokens: &[Token], at: usize) -> bool {
    tokens[at].is(Concept::ForceWord)
        && at > 0
        && tokens[at - 1].any(Senses::of(&[Concept::Function, Concept::Support, Concept::Backed]))
}

/// "the mechanism", with who leads or proposes it in the same sentence; a mission may be the force.
fn the_mechanism(tokens: &[Token], at: usize) -> bool {
    const TOLD: Senses = Senses::of(&[Concept::Lead, Concept::Led, Concept::Leadership, Concept::Proposed]);
    let token = &tokens[at];
    token.is(Concept::Mechanism)
        && !token.any(Senses::of(&[
            Concept::Measures,
            Concept::Force,
            Concept::ForceWord,
            Concept::Cell,
            Concept::Support,
        ]))
        && (at == 0 || tokens[at - 1].any(Senses::of(&[Concept::Function, Concept::Possessive])))
        && tokens[at.saturating_sub(8)..tokens.len().min(at + 7)].iter().any(|t| t.any(TOLD))
}

/// Two of air, sea and land near each other.
fn domains(tokens: &[Token], at: usize) -> bool {
    let near = &tokens[at.saturating_sub(6)..tokens.len().min(at + 7)];
    near.iter().filter(|t| t.any(DOMAINS)).count() >= 2
}

/// Does a stretch speak of another war or another mission, or go on with one that the stretch before spoke of (`away`)?
pub(super) fn is_elsewhere(stretch: &Stretch, tokens: &[Token], away: bool) -> bool {
    stretch.sum.met.meets(Senses::of(&[Concept::Elsewhere]))
        || away && !stretch.opens_block && !stretch.sum.met.meets(OURS) && !names_us(tokens)
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
fn names_us(tokens: &[Token]) -> bool {
    tokens.iter().any(|t| matches!(party_of(t), Some(Party::Ukraine | Party::CoalitionOfTheWilling)))
}

/// The kind that a label opens: a head of few words before a colon or a stop that names one subject and has no verb.
pub(super) fn label(tokens: &[Token], stretch: &Stretch) -> Option<Subject> {
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
    let foreign = |t: &Token| t.is(Concept::Party) && party_of(t) != Some(Party::Ukraine);
    let short = tokens.len() <= 6 && matches!(stretch.sign, Concept::Colon | Concept::Stop);
    if !short || tokens.iter().any(|t| t.any(NOT_A_LABEL) || foreign(t)) {
        return None;
    }
    LABELS.iter().find(|(words, _)| tokens.iter().any(|t| t.any(*words))).map(|(_, kind)| *kind)
}
