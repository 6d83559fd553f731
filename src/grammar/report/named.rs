//! Which subjects a stretch of a report names, and by which of its words: each subject has words of its own, and many of
//! them are its own only beside others of the same stretch. Source: grammar-notes/reports.md.

use super::strength::{Strength, is_strength};
use super::subjects::Subject;
use crate::grammar::afu_support::opens_depot;
use crate::grammar::page::Page;
use crate::grammar::prim::party_of;
use crate::grammar::shared::{DOMAINS, future_attack};
use crate::grammar::words::{Words, among};
use crate::model::Party;
use crate::token::{Concept, Senses, Token, Tokens};

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
#[derive(Debug)]
pub(super) struct Named(Vec<(usize, Subject)>);

impl Named {
    /// Looks for them in a stretch, on a page of which so much is `known`.
    pub(super) fn of(said: Words<'_>, known: Known) -> Named {
        let whole = Whole { said, known, strength: Strength::of(said) };
        let mut named = Vec::new();
        for (at, token) in said.tokens.iter().enumerate().filter(|(_, token)| token.starts()) {
            let own = Subject::ALL.into_iter().filter(|subject| whole.owns(*subject, token, at));
            named.extend(own.map(|subject| (at, subject)));
        }
        Named(named)
    }

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
}

/// A stretch as a whole, by which its single words are judged.
#[derive(Clone, Copy)]
struct Whole<'t> {
    said: Words<'t>,
    known: Known,
    strength: Strength,
}

impl Whole<'_> {
    /// Is `token`, the word at `at`, one of the subject's own?
    fn owns(&self, subject: Subject, token: &Token, at: usize) -> bool {
        match subject {
            Subject::Monitoring => self.watches(token, at),
            Subject::AfuSupport => self.aids(token) || self.is_helped(token, at) || self.is_counted(token),
            Subject::MultinationalForce => self.is_force(token, at),
            Subject::AttackResponse => self.meets_attack(token, at),
            Subject::Cooperation => token.any(TIES),
            Subject::Guarantees => self.guarantees(token),
        }
    }

    /// What watches is ours beside the ceasefire, for much else is monitored; the Special Commission is by its name.
    fn watches(&self, token: &Token, at: usize) -> bool {
        const WATCH: Senses = Senses::of(&[Concept::Monitoring, Concept::Verification, Concept::Mechanism]);
        const WATCHED: Senses = Senses::of(&[Concept::Ceasefire, Concept::Monitoring, Concept::SpecialCommission]);
        token.any(WATCH) && self.said.has(WATCHED)
            // "The United States would lead the mechanism", once the page has said what is watched.
            || self.known.watch && the_mechanism(self.said, at)
            || token.is(Concept::SpecialCommission)
    }

    /// What an army is given is aid by its name; a depot is a mere place to a page with a force, until somebody may use it.
    fn aids(&self, token: &Token) -> bool {
        const AID: Senses = Senses::of(&[
            Concept::MilitaryAssistance,
            Concept::DefencePackages,
            Concept::FirstLine,
            Concept::Fortification,
            Concept::Depot,
        ]);
        const OPENED_TO: Senses = Senses::of(&[Concept::Access, Concept::Afu, Concept::ArmedForces, Concept::Armament]);
        let place = || token.is(Concept::Depot) && self.known.force && !self.said.has(OPENED_TO);
        token.any(AID) && !place()
    }

    /// The army is the subject where it is helped; where a force is sent, or rebuilds it, the force is.
    fn is_helped(&self, token: &Token, at: usize) -> bool {
        const HELP: Senses = Senses::of(&[
            Concept::Support,
            Concept::Armament,
            Concept::Personnel,
            Concept::Finance,
            Concept::Capability,
            Concept::Deterrence,
        ]);
        const ENLARGES: Senses = Senses::of(&[Concept::Supply, Concept::Continue, Concept::Increase, Concept::Begin]);
        const SENT: Senses = Senses::of(&[Concept::Troops, Concept::Force]);
        let by_force =
            || self.said.has(SENT) && !self.strength.told || among(self.said.before(at, PHRASE), Concept::Rebuild);
        let helped = token.is(Concept::Afu) && self.said.has(HELP)
            // "For the armed forces, …": Ukraine's, where no other state is named with them.
            || token.is(Concept::ArmedForces)
                && self.said.has(Concept::Armament)
                && self.said.has(ENLARGES)
                && !foreign(self.said, at);
        helped && !by_force()
    }

    /// What gives the army's strength is the army's, its name and its figure too.
    fn is_counted(&self, token: &Token) -> bool {
        const PEOPLE: Senses = Senses::of(&[Concept::Troops, Concept::Personnel]);
        const GONE: Senses = Senses::of(&[Concept::Removed, Concept::NotForeseen]);
        // "The sentence on 800,000 troops has gone": a strength that a text gave.
        let given = || self.said.has(Concept::Passage) && self.said.has(PEOPLE) && self.said.has(GONE);
        self.strength.counts(token) || is_strength(token) && given()
    }

    /// Who is sent is the force, and so is what only a force does: to act by air, sea and land, to rebuild an army.
    fn is_force(&self, token: &Token, at: usize) -> bool {
        const FORCE: Senses = Senses::of(&[Concept::Force, Concept::Troops, Concept::Reassurance]);
        const DRAWN_UP: Senses = Senses::of(&[Concept::Conducted, Concept::Completed]);
        // Where a strength is told, troops are the army's.
        token.any(FORCE) && !(self.strength.told && token.is(Concept::Troops))
            || self.known.force && the_force(self.said, at)
            // "Military planning among the staffs has been carried out": the force's, once the page has named it.
            || self.known.force && token.is(Concept::Planning) && self.said.has(DRAWN_UP)
            || token.any(DOMAINS) && domains(self.said, at)
            || token.is(Concept::Rebuild) && self.said.has(Concept::Afu)
    }

    /// An attack counts where something is to be done about it, and commitments where only their form is told: "binding".
    fn meets_attack(&self, token: &Token, at: usize) -> bool {
        const SETTLED: Senses = Senses::of(&[Concept::Binding, Concept::Finalise]);
        let settled = || self.said.has(SETTLED) && !self.said.has(Concept::Guarantees) && !self.binds_whole();
        token.is(Concept::Attack) && provided_for(self.said, at) || token.is(Concept::Commitments) && settled()
    }

    /// The guarantees as a whole have their name; "commitments" may mean them.
    fn guarantees(&self, token: &Token) -> bool {
        token.is(Concept::Guarantees) || token.is(Concept::Commitments) && self.binds_whole()
    }

    /// Commitments that bind politically, or come on top of the bilateral agreements, are the guarantees.
    fn binds_whole(&self) -> bool {
        const WHOLE: Senses = Senses::of(&[Concept::BilateralAgreements, Concept::Politically]);
        self.said.has(Concept::Binding) && !self.said.has(Concept::Attack) && self.said.has(WHOLE)
    }
}

/// What cooperation is called; "cooperation" alone is not enough.
const TIES: Senses = Senses::of(&[Concept::DefenceCooperation, Concept::JointProduction, Concept::JointDevelopment]);

/// Words of one phrase stand no farther apart: "to help rebuild the Ukrainian army", "in the air, at sea and on land".
const PHRASE: usize = 6;
/// What an attack is the case of opens its phrase: "in the event of a renewed armed attack", with some words more for who attacks.
const CASE: usize = 8;
/// So far before its object a sentence has a verb with its subject: "the United States would take the lead in the mechanism".
const SUBJECT: usize = 8;
/// Nearer than its case stands the verb whose object an attack is: "to deter a new attack".
const OBJECT: usize = 4;
/// The clause before an attack, with its verb and its object: "depots will be opened to Kyiv in case of …".
const CLAUSE: usize = 14;
/// Whose an army is stands right at its name: "the Greek armed forces", "the armed forces of Greece".
const OWNER: usize = 3;

/// Are the armed forces at `at` those of another state: "the Greek armed forces", "the army of Russia"?
fn foreign(said: Words<'_>, at: usize) -> bool {
    said.about(at, OWNER, OWNER).iter().any(|t| party_of(t).is_some_and(|party| party != Party::Ukraine))
}

/// Is the attack at `at` one that something is to be done about?
fn provided_for(said: Words<'_>, at: usize) -> bool {
    const WHEN: Senses = Senses::of(&[Concept::CaseOf, Concept::If, Concept::Future]);
    // What deters from an attack is the force, or the army.
    if among(said.before(at, OBJECT), Concept::Deterrence) {
        return false;
    }
    // "Depots will be opened to Kyiv in case of renewed aggression": what the access is for.
    let before = said.before(at, CLAUSE);
    if among(before, Concept::Depot) && among(before, Concept::Access) {
        return false;
    }
    // "In case of a new attack the opening of depots" is likewise the access.
    if opens_depot(&said.tokens[at + 1..]) {
        return false;
    }
    // "Should Russia attack again": the verb in front makes it a condition.
    let inverted = |from: usize| {
        let read = future_attack(Tokens(&said.tokens[from..]));
        read.is_ok_and(|(rest, ())| said.tokens.len() - rest.0.len() > at)
    };
    among(said.before(at, CASE), WHEN) || (at.saturating_sub(CASE)..=at).any(inverted)
}

/// "the force", once the text has said which; not "Russian forces".
fn the_force(said: Words<'_>, at: usize) -> bool {
    const PLAIN: Senses = Senses::of(&[Concept::Function, Concept::Support, Concept::Backed]);
    said.tokens[at].is(Concept::ForceWord) && among(said.before(at, 1), PLAIN)
}

/// "the mechanism", with who leads it, proposes it or takes part in it in the same sentence; a mission may be the force.
fn the_mechanism(said: Words<'_>, at: usize) -> bool {
    const OTHER: Senses =
        Senses::of(&[Concept::Measures, Concept::Force, Concept::ForceWord, Concept::Cell, Concept::Support]);
    const PLAIN: Senses = Senses::of(&[Concept::Function, Concept::Possessive]);
    const TOLD: Senses = Senses::of(&[
        Concept::Lead,
        Concept::Led,
        Concept::Leadership,
        Concept::Proposed,
        Concept::TakePart,
        Concept::Participation,
    ]);
    let token = &said.tokens[at];
    token.is(Concept::Mechanism)
        && !token.any(OTHER)
        && said.before(at, 1).iter().all(|t| t.any(PLAIN))
        && among(said.about(at, SUBJECT, PHRASE), TOLD)
}

/// Two of air, sea and land near each other.
fn domains(said: Words<'_>, at: usize) -> bool {
    said.about(at, PHRASE, PHRASE).iter().filter(|t| t.any(DOMAINS)).count() >= 2
}
