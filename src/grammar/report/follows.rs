//! Whether a stretch of a report goes on with the subject of the one before: by a pronoun, by a word that only that
//! subject has, by what it leaves out, or as the list behind a colon. Source: grammar-notes/reports.md.

use super::named::Named;
use super::questions::LEADS;
use super::subjects::Subject;
use crate::grammar::carry::MODALS;
use crate::grammar::multinational_force::{answers_by_name, sends_none};
use crate::grammar::prim::{PARTY, any, c};
use crate::grammar::words::{Words, among};
use crate::token::{Concept, Senses, Token};
use nom::combinator::{not, opt};
use nom::sequence::pair;

/// Does a sentence go on with the subject of the one before: "They will …", "The system is to be …"?
pub(super) fn refers_back(said: Words<'_>, subject: Subject, opened: bool) -> bool {
    let head = said.tokens.iter().find(|t| t.beyond(Senses::of(&[Concept::Function, Concept::Unknown])));
    if said.opens(Concept::Pronoun) || head.is_some_and(|t| t.any(kind_of(subject))) {
        return true;
    }
    // What opens a paragraph is tied to the one before by no less.
    if opened {
        return false;
    }
    // "Tendrá …", "Su mando …": the subject of before, dropped or owned.
    if said.opens(DROPPED) || said.has(Concept::Pronoun) || leads_alone(said, subject) {
        return true;
    }
    match subject {
        Subject::Monitoring => said.has(WATCHERS) || takes_part_in_it(said),
        Subject::AfuSupport => said.has(MONEY.and(LISTS)) || supplies_arms(said),
        // "Japan will not.": who sends troops, and who does not.
        Subject::MultinationalForce => {
            said.has(TERMS)
                || (0..said.tokens.len()).any(|at| sends_none(said.tokens, at))
                || likewise(said)
                || answers_by_name(said.tokens)
        }
        Subject::AttackResponse => said.has(MEASURES),
        Subject::Cooperation => said.has(Senses::of(&[Concept::Cooperation, Concept::Training])),
        Subject::Guarantees => false,
    }
}

/// What a subject is called by its kind, once the text has said which is meant: "The system …", "The support …".
const fn kind_of(subject: Subject) -> Senses {
    match subject {
        Subject::Monitoring => Senses::of(&[Concept::System, Concept::Mechanism, Concept::Verification]),
        Subject::AfuSupport => Senses::of(&[Concept::Support, Concept::MilitaryAssistance]),
        Subject::MultinationalForce => Senses::of(&[Concept::ForceWord, Concept::Force, Concept::Measures]),
        Subject::AttackResponse => Senses::of(&[Concept::Commitments]),
        Subject::Cooperation => Senses::of(&[Concept::Cooperation]),
        Subject::Guarantees => Senses::of(&[Concept::System]),
    }
}

/// What else is said of a mechanism and its Commission, and of a force, where the sentence names no other subject.
const WATCHERS: Senses = Senses::of(&[
    Concept::Contribution,
    Concept::International,
    Concept::Represented,
    Concept::Breach,
    Concept::Responsibility,
    Concept::Remedies,
    Concept::ResponseMeasures,
]);

const TERMS: Senses = Senses::of(&[Concept::NonEuropean, Concept::Request, Concept::Credible]);

const MEASURES: Senses = Senses::of(&[
    Concept::Sanctions,
    Concept::Diplomatic,
    Concept::MilitaryCapabilities,
    Concept::Economic,
    Concept::NationalApproval,
]);

const MONEY: Senses = Senses::of(&[Concept::Budget, Concept::Finance]);
const LISTS: Senses = Senses::of(&[Concept::NotLimited, Concept::Exhaustive]);
const DROPPED: Senses = Senses::of(&[Concept::Will, Concept::Shall, Concept::May, Concept::Be, Concept::Possessive]);

/// A sentence of no more than this has room for a verb and what it says of the subject of before, and for no other subject.
const SHORT: usize = 8;

/// "W mechanizmie uczestniczyć będzie także Kanada": the mechanism of before, opened by its preposition.
fn takes_part_in_it(said: Words<'_>) -> bool {
    const SMALL: Senses = Senses::of(&[Concept::In, Concept::To, Concept::Function]);
    let in_it = (any(SMALL), opt(any(SMALL)), not(any(SMALL)), c(Concept::Mechanism));
    said.has(Concept::TakePart) && said.begins(in_it)
}

/// "Поставлять вооружение начнут сразу": the army of before is given arms, and nobody else is named.
fn supplies_arms(said: Words<'_>) -> bool {
    /// The verb, its object, and when or how: more words would say to whom.
    const FEW: usize = 6;
    said.at_most(FEW) && said.begins(pair(c(Concept::Supply), c(Concept::Armament))) && !said.has(PARTY)
}

/// "Nor will Slovakia": a short sentence that passes on what the one before denied.
fn likewise(said: Words<'_>) -> bool {
    /// A name, an auxiliary and a denial, and one word more.
    const FEW: usize = 4;
    // "Italy won't."
    let denies = said.at_most(FEW) && said.opens(Concept::Party) && said.ends(Concept::Not);
    let passes_on = said.at_most(SHORT)
        && said.opens(Senses::of(&[Concept::Not, Concept::As]))
        && among(said.head(FEW), Concept::Party);
    denies || passes_on
}

/// "…; the United States leads": a verb without an object has that of the sentence before.
fn leads_alone(said: Words<'_>, subject: Subject) -> bool {
    match subject {
        Subject::Monitoring => leads_bare(said) || proposed_by(said) || leads_nothing(said),
        Subject::MultinationalForce => leads_bare(said) || leads_nothing(said),
        _ => false,
    }
}

/// "Vorgeschlagen wurde er von den Amerikanern"
fn proposed_by(said: Words<'_>) -> bool {
    /// The participle, its auxiliary, and "by".
    const BY: usize = 3;
    said.opens(Concept::Proposed) && among(said.head(BY), Concept::By)
}

/// "The United States leads", "the United States leads, …": behind the verb of the first clause stands no object.
fn leads_nothing(said: Words<'_>) -> bool {
    const ENDS: Senses = Senses::of(&[Concept::Comma, Concept::Stop]);
    let ends = |verb: usize| said.behind(verb, 1).iter().all(|t| t.any(ENDS));
    said.head(SHORT).iter().enumerate().skip(1).any(|(at, t)| t.is(Concept::Lead) && ends(at))
}

/// "Die Federführung hat Washington", "the command falls to Europe": leadership and names, and nothing else.
fn leads_bare(said: Words<'_>) -> bool {
    const SMALL: Senses = LEADS.and(PARTY).and(MODALS).and(Senses::of(&[
        Concept::Function,
        Concept::And,
        Concept::By,
        Concept::With,
        Concept::In,
        Concept::Pronoun,
        Concept::Be,
        Concept::Dash,
        Concept::Not,
    ]));
    said.at_most(SHORT) && said.has(LEADS) && said.has(PARTY) && said.all(SMALL)
}

/// "They will support the force: intelligence, logistics.": the list behind the colon of `opening`, and nothing else.
pub(super) fn means_of(opening: Option<Words<'_>>, said: Words<'_>) -> bool {
    const MEANS: Senses = Senses::of(&[Concept::Intelligence, Concept::Logistics]);
    const ALL: Senses = MEANS.and(Senses::of(&[Concept::Comma, Concept::And, Concept::Function]));
    said.has(MEANS) && said.all(ALL) && opening.is_some_and(|opening| opening.has(BACKS))
}

/// "The United States committed to support it if it is attacked": it is the force of the sentence before.
pub(super) fn backs_it(said: Words<'_>, named: &Named, subject: Option<Subject>) -> bool {
    // "apoyarla": the verb with its pronoun.
    let in_one = |t: &Token| t.is(Concept::Pronoun) && t.any(BACKS);
    subject == Some(Subject::MultinationalForce)
        && named.names(Subject::AttackResponse)
        && named.only(Some(Subject::AttackResponse))
        && said.has(BACKS)
        && (said.has_pair(BACKS, Concept::Pronoun) || said.tokens.iter().any(in_one))
}

/// Words for helping the force.
const BACKS: Senses = Senses::of(&[Concept::Support, Concept::Backed]);
