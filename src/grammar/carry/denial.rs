//! How a word of denial denies: which verb or noun it is of, and when it is of neither. See grammar-notes/modality.md.

use super::part::{PLACES, VERB};
use super::{Carrier, MODALS, NEGATORS};
use crate::token::{Concept, Senses, Token};

/// "stops short of wording under which …", "no line that …": the denial goes on into what the wording says.
pub(super) fn denies_into(tokens: &[Token], start: usize, carriers: &[Carrier]) -> bool {
    const WORDING: Senses = Senses::of(&[
        Concept::Passage,
        Concept::Commit,
        Concept::Commitments,
        Concept::Refuse,
        Concept::Removed,
        Concept::False,
    ]);
    start > 0
        && tokens[start].is(Concept::Relative)
        && carriers[start - 1].negated
        && tokens[start.saturating_sub(9)..start].iter().any(|t| t.any(WORDING))
}

/// Where "…, no longer will, …" ends: a denial between two commas, or marks of quotation, of a verb of the ladder alone.
pub(super) fn only_a_verb(tokens: &[Token], start: usize, at: usize, end: usize) -> Option<usize> {
    const MARK: Senses = Senses::of(&[Concept::Open, Concept::Close, Concept::Unknown]);
    let before = tokens[start..at].iter().rev().find(|t| !t.any(Senses::of(&[Concept::Open, Concept::Close])))?;
    if !before.is(Concept::Comma) {
        return None;
    }
    let on = tokens[at + 1..end].iter().take(5).position(|t| t.is(Concept::Comma))?;
    let inside = &tokens[at + 1..at + 1 + on];
    let verbs = inside.iter().filter(|t| t.any(MODALS)).count();
    (verbs == 1 && inside.iter().all(|t| t.any(MODALS.and(MARK)))).then_some(at + 1 + on)
}

/// "…, nicht der Wiederaufbau", "…, nicht aber auf See": what follows is denied, and nothing before it.
pub(super) fn contrasts(tokens: &[Token], start: usize, at: usize) -> bool {
    const VERBS: Senses = VERB.and(Senses::of(&[
        Concept::Unknown,
        Concept::Party,
        Concept::Pronoun,
        Concept::TakePart,
        Concept::Contribution,
        Concept::Begin,
        Concept::Continue,
        Concept::Deepen,
        Concept::Establish,
        Concept::Established,
        Concept::Finalise,
        Concept::Represented,
        Concept::Binding,
        Concept::Proposed,
    ]));
    at > start && tokens[at - 1].is(Concept::Comma) && tokens.get(at + 1).is_some_and(|t| !t.any(VERBS))
}

/// "… led by Europe [deleted": do the last words open a note on what is gone, which stands behind them?
pub(in crate::grammar) fn opens_note(tokens: &[Token]) -> bool {
    const GONE: Senses = Senses::of(&[Concept::Removed, Concept::NotForeseen]);
    let mut words = tokens.iter().rev();
    let gone = words.next().is_some_and(|t| t.any(GONE));
    gone && words.take(2).find(|t| !t.is(Concept::Function)).is_some_and(|t| t.is(Concept::Open))
}

/// Is the verb at `at` the last word of its clause, with its object before it?
pub(super) fn ends_clause(tokens: &[Token], at: usize, end: usize) -> bool {
    let before = tokens[..at].iter().rev().take(6).any(|t| t.any(Senses::of(&[Concept::Deploy, Concept::Support])));
    before && (at + 1 >= end || tokens[at + 1].is(Concept::Comma))
}

/// Does a verb of what stays open this part: "…, there remain packages"?
pub(super) fn remains(part: &[Token]) -> bool {
    const STAYS: Senses = MODALS.and(Senses::of(&[Concept::Be, Concept::Continue, Concept::Sustain, Concept::Include]));
    part.iter().find(|t| t.beyond(Senses::of(&[Concept::Function]))).is_some_and(|t| t.any(STAYS))
}

/// Does nothing but small words stand before the word at `at` in its clause?
pub(super) fn opens_alone(tokens: &[Token], start: usize, at: usize) -> bool {
    const SMALL: Senses = Senses::of(&[Concept::Function, Concept::But, Concept::Semicolon, Concept::Colon]);
    tokens[start..at].iter().all(|t| t.any(SMALL))
}

/// "Gone, too, is the pledge": where the verb stands behind what opens its clause.
pub(super) fn inverted(tokens: &[Token], start: usize, at: usize) -> Option<usize> {
    const SMALL: Senses = Senses::of(&[Concept::Comma, Concept::Function, Concept::Likewise]);
    let opens = tokens[at].is(Concept::Removed) && opens_alone(tokens, start, at);
    let behind = tokens[at + 1..].iter().take(4).take_while(|t| t.any(SMALL) && !t.is(Concept::Be)).count();
    let be = at + 1 + behind;
    (opens && tokens.get(be).is_some_and(|t| t.is(Concept::Be))).then_some(be)
}

/// "disappeared", "is missing", at the clause's end or before "from": what was removed stands before it.
pub(super) fn is_predicate(tokens: &[Token], start: usize, at: usize) -> bool {
    at > start
        && tokens[at].is(Concept::Removed)
        && tokens.get(at + 1).is_none_or(|t| {
            // "fell victim to them"
            t.any(Senses::of(&[Concept::From, Concept::Comma, Concept::Stop]))
                || t.is(Concept::To) && tokens[at].words() > 1
        })
}

/// Does a clause say of nothing but a passage that it is gone?
pub(super) fn strikes_out(tokens: &[Token]) -> bool {
    const NAMED: Senses = Senses::of(&[Concept::Passage, Concept::Commit, Concept::Commitments]);
    let Some(gone) = tokens.iter().position(|t| t.is(Concept::Removed)) else { return false };
    let named = tokens[..gone].iter().any(|t| t.any(NAMED));
    let denied = tokens[..gone].iter().any(|t| t.any(NEGATORS));
    // "…, but the American pledge in case of attack was struck out" speaks of itself.
    const OWN: Senses = Senses::of(&[
        Concept::Attack,
        Concept::Support,
        Concept::Force,
        Concept::ForceWord,
        Concept::Troops,
        Concept::Party,
        Concept::Demonym,
        Concept::Intelligence,
        Concept::Logistics,
    ]);
    let own = tokens[..gone].iter().any(|t| t.any(OWN));
    named && !denied && !own && tokens[..gone].iter().take(3).any(|t| t.any(NAMED.and(Senses::of(&[Concept::Pronoun]))))
}

/// "politically but not legally binding, to be activated …": does a clause set something aside, up to its comma?
pub(super) fn sets_aside(clause: &[Token]) -> bool {
    match clause {
        [but, not, rest @ ..] => {
            but.is(Concept::But)
                && not.is(Concept::Not)
                && !rest.first().is_some_and(|t| t.any(VERB) || t.is(Concept::To))
        }
        _ => false,
    }
}

/// "no troops, sanctions and …" denies the first alone, "ne comprendra pas de …, … ni …" the whole list.
pub(super) fn denies_first_alone(tokens: &[Token], start: usize, at: usize) -> bool {
    let near = start.max(at.saturating_sub(8));
    let no = (near..at).rev().find(|&no| tokens[no].is(Concept::No));
    no.is_some_and(|no| !tokens[start.max(no.saturating_sub(4))..no].iter().any(|t| t.is(Concept::Not)))
}

/// How many words before the denial at `at` it denies, last in its part: "… wiążących zobowiązań brak".
pub(super) fn noun_before(tokens: &[Token], start: usize, at: usize) -> usize {
    tokens[start..at].iter().rev().take(3).take_while(|t| t.beyond(BOUNDS)).count()
}

/// Words that the noun before a denial does not reach over.
const BOUNDS: Senses = PLACES.and(Senses::of(&[Concept::Comma, Concept::And, Concept::Party, Concept::Function]));
