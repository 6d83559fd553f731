//! Where the parts of a clause begin: those with a subject of their own, or a verb, and those that a denial closes.
//! See grammar-notes/modality.md.

use super::condition::past_parenthesis;
use super::{FAR, MODALS, OPENS};
use crate::lexicon::Shape;
use crate::token::{Concept, Senses, Token};

/// Where the contrast at `at` ends the clause that begins at `start`, if it does: not between two commas, nor, where a comma
/// parts all clauses, behind none: "Soldaten schickt Italien allerdings nicht".
pub(super) fn contrast(tokens: &[Token], start: usize, at: usize, shape: Shape) -> Option<usize> {
    let comma = |t: Option<&Token>| t.is_some_and(|t| t.is(Concept::Comma));
    let Some(before) = at.checked_sub(1).and_then(|before| tokens.get(before)) else { return Some(at) };
    if before.is(Concept::Comma) {
        return (!comma(tokens.get(at + 1))).then_some(at);
    }
    if !shape.denies_clause || at <= start + 1 || before.any(OPENS) {
        return Some(at);
    }
    // "… prowadzi Francja, USA natomiast nie wysyłają …": it is the comma that ends the clause, not one of a list.
    let start = start.max(at.saturating_sub(FAR));
    let last = (start + 1..at).rev().find(|&at| tokens[at].is(Concept::Comma))?;
    tokens[start..last].iter().any(says).then_some(last)
}

/// May it be a verb?
fn says(token: &Token) -> bool {
    token.any(OWN_VERB.and(AUXILIARY)) && !token.is(Concept::Function) && !token.is(Concept::Finance)
}

/// Where the part begins that a denial at `at` denies by itself, at the end of its clause and with no verb but an auxiliary:
/// "…, Hungary will not", "…, Греция – нет"; and whether it is names alone, whose verb is left out.
pub(super) fn ends_short(tokens: &[Token], start: usize, at: usize, end: usize) -> Option<(usize, bool)> {
    const DASH: Senses = Senses::of(&[Concept::Comma, Concept::Dash]);
    const SMALL: Senses = Senses::of(&[Concept::Function, Concept::With]);
    const NAMES: Senses = SMALL.and(AUXILIARY).and(MODALS).and(OPENS).and(Senses::of(&[
        Concept::Party,
        Concept::Demonym,
        Concept::Pronoun,
        Concept::Not,
    ]));
    let token = &tokens[at];
    let set_off = at > start && tokens[at - 1].any(DASH);
    // "Греция – нет" leaves its verb out; "…, dropped" is one.
    let gone = token.is(Concept::Removed) && set_off && tokens[at - 1].is(Concept::Dash);
    if at == start || !(token.is(Concept::Not) || gone) {
        return None;
    }
    // "Ungarn macht nicht mit" too.
    let ends = |at: usize| at >= end || tokens[at].any(ENDS);
    // "Poland will not, Warsaw says, send troops": its verb stands behind an aside.
    let verb = past_parenthesis(tokens, at + 1);
    if verb > at + 1 && tokens.get(verb).is_some_and(|t| t.any(ACTS) && !t.is(Concept::Function)) {
        return None;
    }
    let particle = !set_off && tokens[at + 1..end].first().is_some_and(|t| t.is(Concept::With));
    if !(ends(at + 1) || particle && ends(at + 2)) {
        return None;
    }
    let last = at - usize::from(set_off);
    let bare = |part: &[Token]| part.iter().all(|t| t.any(NAMES) || t.capital() && t.is(Concept::Unknown));
    // "… and Germany will not": "and" joins lists too, and parts names alone from what is no name.
    let parts = |at: usize| {
        tokens[at].any(DASH.and(Senses::of(&[Concept::But])))
            || tokens[at].is(Concept::And) && at > start && !tokens[at - 1].any(PARTIES) && bare(&tokens[at + 1..last])
    };
    let joint = (start..last).rev().take(SHORT).find(|&at| parts(at));
    let part = &tokens[joint.map_or(start, |joint| joint + 1)..last];
    // A subject, or a thing; and no verb that the denial would be of.
    let thing = part.iter().any(|t| {
        t.beyond(NAMES.and(Senses::of(&[Concept::Unknown]))) || t.any(Senses::of(&[Concept::Party, Concept::Demonym]))
    });
    if !thing || part.iter().any(|t| t.any(OWN_VERB) && !t.is(Concept::Finance)) {
        return None;
    }
    let names = bare(part);
    let Some(joint) = joint else {
        // "; for the budget, no", "; cooperation on the budget is not"
        let alone = set_off || tokens[at - 1].any(Senses::of(&[Concept::Be, Concept::Will])) && at + 1 == tokens.len();
        return (alone && last - start <= SHORT).then_some((start, names));
    };
    // "Soldaten schicken Belgien, Polen und Ungarn nicht": one list.
    let named = |t: &Token| t.is(Concept::Party) && !t.is(Concept::Oblique);
    let list = joint > start
        && named(&tokens[joint - 1])
        && part.first().is_some_and(named)
        && !tokens[joint.saturating_sub(3)..joint - 1].iter().any(|t| t.any(PLACES));
    let verbs = joint == start
        || tokens[start.max(joint.saturating_sub(FAR))..joint].iter().any(|t| says(t) || t.is(Concept::Unknown));
    (!list && (verbs || tokens[joint].is(Concept::But))).then_some((joint + 1, names))
}

/// Where the names begin whose verb is left out behind an auxiliary that ends its clause: "…, but France and Estonia will".
pub(super) fn ends_in_auxiliary(tokens: &[Token], start: usize, at: usize, end: usize) -> Option<usize> {
    const NAMES: Senses = Senses::of(&[Concept::Party, Concept::And, Concept::Comma, Concept::Function]);
    let last = at + 1 >= end || tokens[at + 1].any(ENDS);
    if !(last && tokens[start].is(Concept::But) && tokens[at].any(Senses::of(&[Concept::Will, Concept::Shall]))) {
        return None;
    }
    let part = &tokens[start + 1..at];
    let named = part.iter().any(|t| t.is(Concept::Party)) && part.len() <= SHORT;
    (named && part.iter().all(|t| t.any(NAMES))).then_some(start + 1)
}

const PARTIES: Senses = Senses::of(&[Concept::Party, Concept::Demonym, Concept::Unknown]);
/// How long a part without a verb may be.
const SHORT: usize = 10;

/// What stands behind the last word of a clause, or of its part.
pub(super) const ENDS: Senses =
    Senses::of(&[Concept::Comma, Concept::Stop, Concept::And, Concept::But, Concept::Dash, Concept::Close]);

/// Prepositions of the place that troops are sent to.
pub(super) const PLACES: Senses = Senses::of(&[Concept::In, Concept::To, Concept::For, Concept::Of]);

/// Words that a denied verb may be.
pub(super) const VERB: Senses = MODALS.and(ACTS).and(Senses::of(&[Concept::Be]));

/// What parties do.
const ACTS: Senses =
    Senses::of(&[Concept::Deploy, Concept::Supply, Concept::Support, Concept::Lead, Concept::Include, Concept::Commit]);

/// Verbs that a denial may be of.
const OWN_VERB: Senses = ACTS.and(Senses::of(&[
    Concept::Contribution,
    Concept::Continue,
    Concept::Establish,
    Concept::Established,
    Concept::Binding,
    Concept::Finalise,
    Concept::Represented,
    Concept::Said,
    Concept::Activate,
]));

const AUXILIARY: Senses = Senses::of(&[
    Concept::Will,
    Concept::Shall,
    Concept::Should,
    Concept::May,
    Concept::Be,
    Concept::Function,
    Concept::Refuse,
]);

/// Where "and" joins a second verb to the first: "… will take effect, and are not binding" leaves the first alone.
pub(super) fn joined_verb(tokens: &[Token], start: usize, denial: usize) -> usize {
    const VERB: Senses = Senses::of(&[Concept::Will, Concept::Shall, Concept::May, Concept::Activate]);
    let right_before = |at: usize| denial - at <= 2;
    let joint = (start..denial).rev().find(|&at| tokens[at].is(Concept::And) && right_before(at));
    joint.filter(|&at| tokens[start..at].iter().any(|t| t.any(VERB))).unwrap_or(start)
}

/// Where the part of a clause begins that ends in "… was removed" at `at`: behind the last comma that another verb stands
/// before, as in "… may include sanctions, the use of force was removed".
pub(super) fn part_of(tokens: &[Token], start: usize, at: usize) -> usize {
    const VERB: Senses = MODALS.and(Senses::of(&[Concept::Include, Concept::Continue]));
    let own = (start..at).rev().find(|&comma| tokens[comma].is(Concept::Comma)).filter(|&comma| comma + 1 < at);
    own.filter(|&comma| tokens[start..comma].iter().any(|t| t.any(VERB))).unwrap_or(start)
}

/// Where the part of a clause begins whose verb stands at `verb`: behind the last comma or "and" that a subject follows.
pub(super) fn subject_of(tokens: &[Token], start: usize, verb: usize) -> usize {
    const JOINT: Senses = Senses::of(&[Concept::Comma, Concept::And]);
    let begins = |at: usize| {
        tokens[at].any(JOINT)
            && tokens[at + 1..verb]
                .iter()
                .find(|t| !t.is(Concept::Function))
                .is_some_and(|t| t.any(Senses::of(&[Concept::Party, Concept::Pronoun])) && !t.is(Concept::Oblique))
    };
    // A list of subjects has joints too: only one behind a verb begins anew, and behind a name only where the verb is
    // finite: "Soldaten schicken Belgien, Polen und Ungarn nicht".
    let verbs = |at: usize| {
        let named = at > start && tokens[at - 1].is(Concept::Party);
        let verb = if named { AUXILIARY } else { VERB.and(AUXILIARY) };
        tokens[start..at].iter().any(|t| t.any(verb) && !t.is(Concept::Function))
    };
    (start..verb).rev().find(|&at| begins(at) && verbs(at)).unwrap_or(start)
}

/// Does a subject with its verb follow: "they have", "Germany will"?
pub(super) fn opens_clause(rest: &[Token]) -> bool {
    let mut subject = false;
    for token in rest.iter().take(5) {
        if token.any(Senses::of(&[Concept::Party, Concept::Pronoun])) {
            subject = true;
        } else if subject {
            return token.any(AUXILIARY);
        } else if !token.is(Concept::Function) {
            return false;
        }
    }
    false
}
