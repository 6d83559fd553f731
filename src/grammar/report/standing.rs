//! Whose word a report gives, and whether it stands: said by somebody, of a draft, taken back by what follows.
//! Source: grammar-notes/reports.md.

use crate::grammar::page::Page;
use crate::grammar::prim::{PARTY, party_of};
use crate::grammar::sentence::ASIDE;
use crate::grammar::words::{Words, among, behind_last};
use crate::model::{Party, Standing};
use crate::span::Span;
use crate::token::{Concept, Senses, Token};

/// How a report tells what a sentence says: of a draft, or as somebody's word, with the words that name them.
pub(in crate::grammar) fn standing(page: &Page<'_>, said: Words<'_>) -> (Option<Standing>, Option<Span>) {
    if said.has(Concept::Draft) {
        return (Some(Standing::Draft), None);
    }
    // "France is expected to send troops": nobody says that it will.
    if said.has(Concept::Expected) {
        return (Some(Standing::Attributed), None);
    }
    let said_by = said_by(said);
    (said_by.map(|_| Standing::Attributed), said_by.filter(|span| span.of(page.text).is_some()))
}

/// "Moscow considers …", "…, Berlin said": the name right before the verb.
fn said_by(said: Words<'_>) -> Option<Span> {
    const WORD: Senses = Senses::of(&[Concept::Said, Concept::Consider]);
    let name = |t: &&Token| t.any(PARTY) || t.capital() && t.is(Concept::Unknown);
    let speaker = |verb: usize| subject_of(said, verb).iter().rev().find(name);
    said.positions(WORD).find_map(speaker).map(Token::span)
}

/// The few words before a verb of saying that may be its subject: where a document or another clause stands between, that speaks.
fn subject_of<'t>(said: Words<'t>, verb: usize) -> &'t [Token<'t>] {
    /// A name, with an auxiliary or two behind it: "the Kremlin has also said".
    const NEAR: usize = 3;
    // "In case of an attack by Russia the document speaks of …": the document says it.
    behind_last(said.before(verb, NEAR), Senses::of(&[Concept::Declaration, Concept::Comma]))
}

/// Does the next stretch take back what this one says: "That promise was struck out", "; the White House denied this"?
///
/// One that names a subject of its own speaks for itself and takes nothing back.
pub(in crate::grammar) fn taken_back(page: &Page<'_>, at: usize) -> bool {
    let (Some(this), Some(next)) = (page.stretches.get(at), page.stretches.get(at + 1)) else { return false };
    let said = page.words(next);
    let answer = this.sign == Concept::Colon && next.block == this.block && says_no(said);
    let behind = page.stretches.get(at + 2).filter(|behind| behind.block == next.block);
    let quoted = behind.is_some_and(|behind| page.of(behind).first().is_some_and(|t| t.is(Concept::Said)));
    let wrong = || next.block == this.block && !next.asks && !quoted && says_false(said);
    answer || next.block <= this.block + 1 && (takes_back(said) || says_not(said)) || wrong()
}

/// "It will not.", "They would not."
fn says_not(said: Words<'_>) -> bool {
    // "It may not.", "It is not." answer something else.
    const VERBS: Senses = Senses::of(&[Concept::Will, Concept::Shall, Concept::Function]);
    /// The pronoun and the denial, and between them an auxiliary and a small word.
    const FEW: usize = 4;
    match said.tokens {
        [it, verbs @ .., not] if said.at_most(FEW) => {
            it.is(Concept::Pronoun) && not.is(Concept::Not) && verbs.iter().all(|t| t.any(VERBS))
        }
        _ => false,
    }
}

/// "Wrong again.", "Nonsense."; but not "Wrong signals", "Not so Italy", nor "'Nonsense!' said a spokesman".
fn says_false(said: Words<'_>) -> bool {
    const SMALL: Senses = Senses::of(&[Concept::False, Concept::Future, Concept::Function]);
    said.at_most(3)
        && said.tokens.first().is_some_and(|t| t.is(Concept::False))
        && said.tokens.iter().all(|t| t.any(SMALL))
}

/// "Access to depots: no."
fn says_no(said: Words<'_>) -> bool {
    said.at_most(1) && said.has(Senses::of(&[Concept::Not, Concept::No, Concept::Removed]))
}

/// "This promise was struck out", "in the final text that commitment has been removed", "… is silent on this".
fn takes_back(said: Words<'_>) -> bool {
    const GONE: Senses = Senses::of(&[Concept::Removed, Concept::NotForeseen, Concept::False]);
    const REFUSED: Senses = Senses::of(&[Concept::Refuse]);
    let Some(verb) = said.positions(GONE.and(REFUSED)).next() else { return false };
    if said.has(OWN) || is_of_other(&said.tokens[..verb]) {
        return false;
    }
    if said.tokens[verb].any(GONE) {
        let denied = among(&said.tokens[..verb], Concept::Not);
        !denied && (is_of_text(&said.tokens[..verb]) || (0..=verb).any(|at| points_back(said, at)))
    } else {
        // "the White House denied this"
        among(said.behind(verb, 1), Concept::Pronoun)
    }
}

/// "The sentence about Crimea was removed" speaks of something else, and takes nothing back.
fn is_of_other(before: &[Token]) -> bool {
    const TOPIC: Senses = PARTY.and(Senses::of(&[Concept::Place]));
    let topic = |t: &Token| t.any(TOPIC) || t.capital() && t.is(Concept::Unknown);
    let wording = before.iter().position(|t| t.any(Senses::of(&[Concept::Passage, Concept::Commitments])));
    wording.is_some_and(|from| before[from..].iter().skip(1).any(topic))
}

/// "In the final text that has been removed": the text that lacks it.
fn is_of_text(before: &[Token]) -> bool {
    among(before, Senses::of(&[Concept::Declaration, Concept::Final]))
}

/// Does the word at `at` mean what was said before: "this", "that promise", "the sentence"?
fn points_back(said: Words<'_>, at: usize) -> bool {
    const BACK: Senses =
        Senses::of(&[Concept::Pronoun, Concept::Commit, Concept::Commitments, Concept::Relative, Concept::Passage]);
    /// "The 'commit' in the first draft": a preposition, an article, and the draft.
    const OF_DRAFT: usize = 3;
    // "The 'commit' of the draft was dropped" speaks of that word.
    let quoted = |t: &Token| t.is(Concept::Commit) && among(said.behind(at, OF_DRAFT), Concept::Draft);
    said.tokens[at].any(BACK) && !quoted(&said.tokens[at])
}

/// Words of the subjects: a stretch that has one speaks for itself.
const OWN: Senses = Senses::of(&[
    Concept::Force,
    Concept::ForceWord,
    Concept::Troops,
    Concept::Afu,
    Concept::Monitoring,
    Concept::Verification,
    Concept::Ceasefire,
    Concept::Sanctions,
    Concept::Intelligence,
    Concept::Logistics,
    Concept::Guarantees,
    Concept::Attack,
    Concept::Support,
    Concept::MilitaryAssistance,
    Concept::Cooperation,
    Concept::DefenceCooperation,
    Concept::Finance,
    Concept::Depot,
    Concept::Personnel,
    Concept::Thousand,
    Concept::Armament,
    Concept::Purchase,
    Concept::Fortification,
    Concept::DefencePackages,
    Concept::SpecialCommission,
    Concept::MilitaryCapabilities,
    Concept::Economic,
    Concept::Diplomatic,
    Concept::Training,
    Concept::JointProduction,
    Concept::JointDevelopment,
    Concept::Breach,
    Concept::Responsibility,
    Concept::Remedies,
    Concept::Budget,
    Concept::EuropeanInstruments,
    Concept::BilateralAgreements,
    Concept::Cell,
]);

/// What Moscow says of the guarantees is not what they are.
pub(super) fn moscow_says(said: Words<'_>) -> bool {
    let says = |verb: usize| {
        among_russia(subject_of(said, verb)) || among_russia(said.behind(verb, 1)) || says_past_aside(said, verb)
    };
    said.positions(Concept::Said).any(says) || rejects_and_claims(said)
}

fn is_russia(token: &Token) -> bool {
    party_of(token) == Some(Party::Russia)
}

fn among_russia(part: &[Token]) -> bool {
    part.iter().any(is_russia)
}

/// "The Kremlin, by its spokesman, says …"
fn says_past_aside(said: Words<'_>, verb: usize) -> bool {
    /// The longest aside: "by its spokesman on the evening of that day".
    const LONGEST: usize = 8;
    let comma = |at: usize| said.tokens[at].is(Concept::Comma);
    let Some(close) = verb.checked_sub(1).filter(|&close| comma(close)) else { return false };
    let open = (close.saturating_sub(LONGEST)..close).rfind(|&open| !said.tokens[open].any(ASIDE));
    open.is_some_and(|open| comma(open) && among_russia(said.before(open, 1)))
}

/// "Russia on Wednesday rejected the guarantees, claiming that …": its own sentence, in which nobody else speaks.
fn rejects_and_claims(said: Words<'_>) -> bool {
    const REJECTS: Senses = Senses::of(&[Concept::Refuse, Concept::Consider]);
    /// An article, and the name that opens the sentence.
    const NAME: usize = 2;
    let Some(claims) = said.positions(Concept::Said).next() else { return false };
    let other = |t: &Token| t.any(PARTY) && !is_russia(t);
    said.head(NAME).iter().any(|t| t.is(Concept::Party) && is_russia(t))
        && claims > NAME
        && among(&said.tokens[..claims], REJECTS)
        // "…, Kyiv said", "…, said the French minister"
        && !said.about(claims, 1, 2).iter().any(other)
}
