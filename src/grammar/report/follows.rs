//! Whether a stretch of a report goes on with the subject of the one before: by a pronoun, by a word that only that
//! subject has, by what it leaves out, or as the list behind a colon. Source: grammar-notes/reports.md.

use super::named::Named;
use super::questions::LEADS;
use super::subjects::Subject;
use crate::grammar::carry::MODALS;
use crate::grammar::multinational_force::{answers_by_name, sends_none};
use crate::grammar::prim::PARTY;
use crate::grammar::words::Words;
use crate::token::{Concept, Senses, Token};

/// Does a sentence go on with the subject of the one before: "They will …", "The system is to be …"?
pub(super) fn refers_back(tokens: &[Token], subject: Subject, opened: bool) -> bool {
    let has = |senses: Senses| tokens.iter().any(|t| t.any(senses));
    let first = |senses: Senses| tokens.first().is_some_and(|t| t.any(senses));
    let head = tokens.iter().find(|t| t.beyond(Senses::of(&[Concept::Function, Concept::Unknown])));
    if first(Senses::of(&[Concept::Pronoun])) || head.is_some_and(|t| t.any(kind_of(subject))) {
        return true;
    }
    // What opens a paragraph is tied to the one before by no less.
    if opened {
        return false;
    }
    // "Tendrá …", "Su mando …": the subject of before, dropped or owned.
    if first(DROPPED) || has(Senses::of(&[Concept::Pronoun])) || leads_alone(tokens, subject) {
        return true;
    }
    match subject {
        Subject::Monitoring => has(WATCHERS) || takes_part_in_it(tokens),
        Subject::AfuSupport => has(MONEY.and(LISTS)) || supplies_arms(tokens),
        // "Japan will not.": who sends troops, and who does not.
        Subject::MultinationalForce => {
            has(TERMS)
                || (0..tokens.len()).any(|at| sends_none(tokens, at))
                || likewise(tokens)
                || answers_by_name(tokens)
        }
        Subject::AttackResponse => has(MEASURES),
        Subject::Cooperation => has(Senses::of(&[Concept::Cooperation, Concept::Training])),
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

/// "W mechanizmie uczestniczyć będzie także Kanada": the mechanism of before, opened by its preposition.
fn takes_part_in_it(tokens: &[Token]) -> bool {
    const SMALL: Senses = Senses::of(&[Concept::In, Concept::To, Concept::Function]);
    let small = tokens.iter().take_while(|t| t.any(SMALL)).count();
    (1..=2).contains(&small)
        && tokens.get(small).is_some_and(|t| t.is(Concept::Mechanism))
        && tokens.iter().any(|t| t.is(Concept::TakePart))
}

/// "Поставлять вооружение начнут сразу": the army of before is given arms, and nobody else is named.
fn supplies_arms(tokens: &[Token]) -> bool {
    tokens.len() <= 6
        && tokens.first().is_some_and(|t| t.is(Concept::Supply))
        && tokens.get(1).is_some_and(|t| t.is(Concept::Armament))
        && !tokens.iter().any(|t| t.any(PARTY))
}

/// "Nor will Slovakia": a short sentence that passes on what the one before denied.
fn likewise(tokens: &[Token]) -> bool {
    // "Italy won't."
    let short = tokens.len() <= 4
        && tokens.first().is_some_and(|t| t.is(Concept::Party))
        && tokens.last().is_some_and(|t| t.is(Concept::Not));
    short
        || tokens.len() <= 8
            && tokens.first().is_some_and(|t| t.any(Senses::of(&[Concept::Not, Concept::As])))
            && tokens.iter().take(4).any(|t| t.is(Concept::Party))
}

/// "…; the United States leads": a verb without an object has that of the sentence before.
fn leads_alone(tokens: &[Token], subject: Subject) -> bool {
    let led = matches!(subject, Subject::Monitoring | Subject::MultinationalForce);
    if led && leads_bare(tokens) {
        return true;
    }
    // "Vorgeschlagen wurde er von den Amerikanern"
    let proposed = subject == Subject::Monitoring
        && tokens.first().is_some_and(|t| t.is(Concept::Proposed))
        && tokens.iter().take(3).any(|t| t.is(Concept::By));
    if proposed {
        return true;
    }
    let ends = |at: usize| tokens.get(at + 1).is_none_or(|t| t.any(Senses::of(&[Concept::Comma, Concept::Stop])));
    led && (1..tokens.len().min(8)).any(|at| tokens[at].is(Concept::Lead) && ends(at))
}

/// "Die Federführung hat Washington", "the command falls to Europe": leadership and names, and nothing else.
fn leads_bare(tokens: &[Token]) -> bool {
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
    tokens.len() <= 8
        && tokens.iter().any(|t| t.any(LEADS))
        && tokens.iter().any(|t| t.any(PARTY))
        && tokens.iter().all(|t| t.any(SMALL))
}

/// "They will support the force: intelligence, logistics.": the list behind the colon of `opening`, and nothing else.
pub(super) fn means_of(opening: Option<Words<'_>>, said: Words<'_>) -> bool {
    const MEANS: Senses = Senses::of(&[Concept::Intelligence, Concept::Logistics]);
    const ALL: Senses = MEANS.and(Senses::of(&[Concept::Comma, Concept::And, Concept::Function]));
    const HELP: Senses = Senses::of(&[Concept::Support, Concept::Backed]);
    said.has(MEANS) && said.all(ALL) && opening.is_some_and(|opening| opening.has(HELP))
}

/// "The United States committed to support it if it is attacked": it is the force of the sentence before.
pub(super) fn backs_it(tokens: &[Token], named: &Named, subject: Option<Subject>) -> bool {
    let alone = named.names(Subject::AttackResponse) && named.only(Some(Subject::AttackResponse));
    let helps =
        |pair: &[Token]| pair[0].any(Senses::of(&[Concept::Support, Concept::Backed])) && pair[1].is(Concept::Pronoun);
    let in_one = |t: &Token| t.is(Concept::Pronoun) && t.any(Senses::of(&[Concept::Support, Concept::Backed]));
    let helped = tokens.windows(2).any(helps) || tokens.iter().any(in_one);
    subject == Some(Subject::MultinationalForce) && alone && helped
}
