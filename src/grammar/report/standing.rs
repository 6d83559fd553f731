//! Whose word a report gives, and whether it stands: said by somebody, of a draft, taken back by what follows.
//! Source: grammar-notes/reports.md.

use crate::grammar::carry::MODALS;
use crate::grammar::page::Page;
use crate::grammar::prim::{PARTY, party_of};
use crate::grammar::sentence::ASIDE;
use crate::model::{Party, Standing};
use crate::span::Span;
use crate::token::{Concept, Senses, Token};

/// How a report tells what a sentence says: of a draft, or as somebody's word, with the words that name them.
pub(in crate::grammar) fn standing(page: &Page<'_>, tokens: &[Token]) -> (Option<Standing>, Option<Span>) {
    if tokens.iter().any(|t| t.is(Concept::Draft)) {
        return (Some(Standing::Draft), None);
    }
    // "France is expected to send troops": nobody says that it will.
    if tokens.iter().any(|t| t.is(Concept::Expected)) {
        return (Some(Standing::Attributed), None);
    }
    const WORD: Senses = Senses::of(&[Concept::Said, Concept::Consider]);
    // "Moscow considers …", "…, Berlin said": a name right before the verb, and no document between.
    let named = |verb: usize| {
        let before = tokens[verb.saturating_sub(3)..verb].iter().rev();
        let mut near = before.take_while(|t| !t.any(Senses::of(&[Concept::Declaration, Concept::Comma])));
        near.find(|t| t.any(PARTY) || t.capital() && t.is(Concept::Unknown)).map(|t| t.span())
    };
    let said_by = (0..tokens.len()).filter(|&at| tokens[at].any(WORD)).find_map(named);
    (said_by.map(|_| Standing::Attributed), said_by.filter(|span| span.of(page.text).is_some()))
}

/// Does the next stretch take back what this one says: "That promise was struck out", "; the White House denied this"?
///
/// One that names a subject of its own speaks for itself and takes nothing back.
pub(in crate::grammar) fn taken_back(page: &Page<'_>, at: usize) -> bool {
    let (Some(this), Some(next)) = (page.stretches.get(at), page.stretches.get(at + 1)) else { return false };
    let answer = this.sign == Concept::Colon && next.block == this.block && says_no(page.of(next));
    const TURNS: Senses = Senses::of(&[Concept::Removed, Concept::NotForeseen, Concept::Refuse]);
    let next_says = page.of(next);
    answer
        || next.block <= this.block + 1
            && (next.sum.met.meets(TURNS) && takes_back(next_says) || next.range().len() <= 4 && says_not(next_says))
}

/// "It will not.", "They would not."
fn says_not(tokens: &[Token]) -> bool {
    const VERBS: Senses = MODALS.and(Senses::of(&[Concept::Be, Concept::Function]));
    match tokens {
        [it, verbs @ .., not] => {
            it.is(Concept::Pronoun) && not.is(Concept::Not) && verbs.len() <= 2 && verbs.iter().all(|t| t.any(VERBS))
        }
        _ => false,
    }
}

/// "Access to depots: no."
fn says_no(tokens: &[Token]) -> bool {
    const NO: Senses = Senses::of(&[Concept::Not, Concept::No, Concept::Removed]);
    matches!(tokens, [no] if no.any(NO))
}

/// "This promise was struck out", "in the final text that commitment has been removed", "… is silent on this".
fn takes_back(tokens: &[Token]) -> bool {
    const NAMED: Senses =
        Senses::of(&[Concept::Pronoun, Concept::Commit, Concept::Commitments, Concept::Relative, Concept::Passage]);
    const GONE: Senses = Senses::of(&[Concept::Removed, Concept::NotForeseen]);
    let Some(at) = tokens.iter().position(|t| t.any(GONE.and(Senses::of(&[Concept::Refuse])))) else { return false };
    // "The sentence about Crimea was removed" speaks of something else, and takes nothing back.
    let topic = |t: &Token| t.any(PARTY.and(Senses::of(&[Concept::Place]))) || t.capital() && t.is(Concept::Unknown);
    let wording = tokens[..at].iter().position(|t| t.any(Senses::of(&[Concept::Passage, Concept::Commitments])));
    let own = tokens.iter().any(|t| t.any(OWN)) || wording.is_some_and(|from| tokens[from + 1..at].iter().any(topic));
    // "The 'commit' of the draft was dropped" speaks of that word.
    let of_draft = |at: usize| tokens[at + 1..].iter().take(3).any(|t| t.is(Concept::Draft));
    let named = |at: usize| tokens[at].any(NAMED) && !(tokens[at].is(Concept::Commit) && of_draft(at));
    let denied = !tokens[at].any(GONE) && tokens.get(at + 1).is_some_and(|t| t.is(Concept::Pronoun));
    let gone = tokens[at].any(GONE)
        && ((0..=at).any(named)
            || tokens[..at].iter().any(|t| t.any(Senses::of(&[Concept::Declaration, Concept::Final]))))
        && !tokens[..at].iter().any(|t| t.any(Senses::of(&[Concept::Not])));
    !own && (gone || denied)
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
pub(super) fn moscow_says(tokens: &[Token]) -> bool {
    let russia = |t: &&Token| party_of(t) == Some(Party::Russia);
    // "In case of an attack by Russia the document speaks of …": the document says it.
    let other = |t: &&Token| t.any(Senses::of(&[Concept::Declaration, Concept::Comma]));
    // "The Kremlin, by its spokesman, says …"
    let aside = |at: usize| {
        let comma = |t: &Token| t.is(Concept::Comma);
        let Some(close) = at.checked_sub(1).filter(|&close| comma(&tokens[close])) else { return false };
        let open = (close.saturating_sub(8)..close).rev().find(|&open| !tokens[open].any(ASIDE));
        open.is_some_and(|open| comma(&tokens[open]) && open > 0 && russia(&&tokens[open - 1]))
    };
    // "Russia on Wednesday rejected the guarantees, claiming that …": its own sentence, in which nobody else speaks.
    const REJECTS: Senses = Senses::of(&[Concept::Refuse, Concept::Consider]);
    let opens = tokens.iter().take(2).any(|t| t.is(Concept::Party) && russia(&t));
    let claims = tokens.iter().position(|t| t.is(Concept::Said)).is_some_and(|at| {
        let near = &tokens[at.saturating_sub(1)..tokens.len().min(at + 3)];
        at > 2 && tokens[..at].iter().any(|t| t.any(REJECTS)) && !near.iter().any(|t| t.any(PARTY) && !russia(&t))
    });
    if opens && claims {
        return true;
    }
    tokens.iter().enumerate().any(|(at, token)| {
        token.is(Concept::Said)
            && (aside(at)
                || tokens[at.saturating_sub(3)..at].iter().rev().take_while(|t| !other(t)).any(|t| russia(&t))
                || tokens[at + 1..].iter().take(1).any(|t| russia(&t)))
    })
}
