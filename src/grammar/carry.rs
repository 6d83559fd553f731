//! What carries a fact: the verb of its clause, and whether the clause denies it.
//!
//! Computed once a sentence. A clause is what stands between semicolons, colons, "but" and the words that open a
//! subordinate clause. See grammar-notes/modality.md for the rules and their reasons.

use crate::lexicon::Shape;
use crate::model::Modality;
use crate::token::{Concept, Senses, Token};
use std::ops::Range;

/// The verb over one token, and whether it is denied there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Carrier {
    pub(crate) modality: Option<Modality>,
    pub(crate) negated: bool,
    /// The verb behind it is a denied passive: "sanctions will not be adopted". Attributes stand all the same.
    pub(crate) undone: bool,
    /// Neither said nor denied: "does not rule out".
    pub(crate) open: bool,
    /// The denial leaves its verb out: "France will send troops, Italy will not". It is that of the part before.
    pub(crate) elliptic: bool,
}

const SUBORDINATE: Senses = Senses::of(&[Concept::Relative, Concept::Subordinate]);
const HARD: Senses = Senses::of(&[Concept::Semicolon, Concept::Colon, Concept::But, Concept::Stop]);
const DENIED: Senses = Senses::of(&[Concept::Refuse, Concept::Removed]);
/// Words that end a clause, or may.
const CUTS: Senses = SUBORDINATE.and(HARD).and(Senses::of(&[Concept::As]));
/// Without any of these a sentence is one clause with the verb that it goes on with.
const SHAPES: Senses = SUBORDINATE
    .and(HARD)
    .and(MODALS)
    .and(DENIED)
    .and(NEGATORS)
    .and(Senses::of(&[Concept::DoubleNegation, Concept::NotForeseen]));
/// Words that change what a clause says of the words behind them.
const TURNS: Senses = MODALS.and(DENIED).and(NEGATORS).and(Senses::of(&[
    Concept::If,
    Concept::CaseOf,
    Concept::DoubleNegation,
    Concept::NotForeseen,
    Concept::And,
    Concept::Comma,
]));
/// Words that a look at what carries the facts of a sentence stops at.
pub(crate) const MARKS: Senses = TURNS.and(CUTS);
pub(crate) const NEGATORS: Senses = Senses::of(&[Concept::Not, Concept::No]);
const RESUMES: Senses = Senses::of(&[Concept::Pronoun, Concept::Party, Concept::Afu, Concept::ArmedForces]);

/// Fills `carriers`, one a token of the sentence, whose words may mean `met`; `inherited` is the verb of the sentence that this one goes on with.
///
/// `marks` are the positions of its [`MARKS`]. Gives the last verb of the main clause, for what goes on with this sentence
/// in turn.
pub(crate) fn carry(
    tokens: &[Token],
    marks: &[u32],
    met: Senses,
    shape: Shape,
    inherited: Option<Modality>,
    carriers: &mut Vec<Carrier>,
) -> Option<Modality> {
    carriers.clear();
    // Without a verb of the ladder, a denial and a clause within all goes on as it came.
    carriers.resize(tokens.len(), Carrier { modality: inherited, ..Carrier::default() });
    if !met.meets(SHAPES) {
        return inherited;
    }
    let mut base = inherited;
    let (mut start, mut subordinate) = (0, false);
    let mut turns = marks;
    let cuts = marks.iter().map(|&at| at as usize).filter(|&at| tokens[at].any(CUTS));
    for mut at in cuts.chain([tokens.len()]) {
        let (ends, opens_subordinate) = match tokens.get(at) {
            None => (true, false),
            // "A cooperação, porém, caiu da lista": it stands aside, and opens nothing.
            Some(token) if token.is(Concept::But) => match contrast(tokens, start, at, shape) {
                Some(cut) => {
                    at = cut;
                    (true, false)
                }
                None => continue,
            },
            Some(token) if token.any(HARD) => (true, false),
            Some(token) if token.any(SUBORDINATE) => (true, true),
            Some(token) if token.is(Concept::As) => {
                let resumes =
                    tokens[at + 1..].iter().find(|t| !t.is(Concept::Function)).is_some_and(|t| t.any(RESUMES));
                (resumes, resumes)
            }
            Some(_) => (false, false),
        };
        if !ends {
            continue;
        }
        let denied = subordinate && denies_into(tokens, start, carriers);
        // "it is unlikely that …": what follows is left open too.
        // "Asked whether these were in force, she replied that …": the answer leaves nothing open.
        let answered = || {
            let before = &tokens[start.saturating_sub(6)..start];
            let comma = before.iter().rposition(|t| t.is(Concept::Comma));
            comma.is_some_and(|comma| before[comma..].iter().any(|t| t.is(Concept::Said)))
        };
        let open =
            subordinate && start > 0 && tokens[start].is(Concept::Relative) && carriers[start - 1].open && !answered();
        let inherited = if subordinate { None } else { base };
        let (own, behind) = turns.split_at(turns.partition_point(|&turn| (turn as usize) < at));
        turns = behind;
        let last = clause(tokens, start..at, own, shape, inherited, subordinate, carriers);
        // "n'enverra des troupes qu'après …": what is only so far, is.
        if tokens.get(at).is_some_and(|t| t.is(Concept::But) && t.any(ONCE)) {
            carriers[start..at].iter_mut().for_each(|carrier| (carrier.negated, carrier.undone) = (false, false));
        }
        // "…, but that passage was struck out": what stands before is denied.
        if start > 0 && tokens[start].is(Concept::But) && strikes_out(&tokens[start..at]) {
            carriers[..start].iter_mut().for_each(|carrier| carrier.negated = true);
        }
        if denied {
            carriers[start..at].iter_mut().for_each(|carrier| carrier.negated = true);
        }
        if open {
            carriers[start..at].iter_mut().for_each(|carrier| carrier.open = true);
        }
        // "…, which may include: a; b": the list goes on with the verb of its own clause.
        let lists = at == tokens.len() && tokens[start..at].last().is_some_and(|t| t.is(Concept::Include));
        if !subordinate || lists {
            base = last;
        }
        (start, subordinate) = (at, opens_subordinate);
    }
    base
}

/// "stops short of wording under which …", "no line that …": the denial goes on into what the wording says.
fn denies_into(tokens: &[Token], start: usize, carriers: &[Carrier]) -> bool {
    const WORDING: Senses =
        Senses::of(&[Concept::Passage, Concept::Commit, Concept::Commitments, Concept::Refuse, Concept::Removed]);
    start > 0
        && tokens[start].is(Concept::Relative)
        && carriers[start - 1].negated
        && tokens[start.saturating_sub(9)..start].iter().any(|t| t.any(WORDING))
}

/// One clause, `tokens[start..end]` with its marks: each token under the nearest verb before it, or the first behind it.
fn clause(
    tokens: &[Token],
    Range { start, end }: Range<usize>,
    marks: &[u32],
    shape: Shape,
    inherited: Option<Modality>,
    subordinate: bool,
    carriers: &mut [Carrier],
) -> Option<Modality> {
    let turns = || marks.iter().map(|&at| at as usize).filter(|&at| tokens[at].any(TURNS));
    let mut last = None;
    let mut current = turns().find_map(|at| modal(tokens, shape, at)).or(inherited);
    let (mut negated, mut open, mut joined, mut struck) = (false, false, false, false);
    // "politically but not legally binding, to be activated …": what is set aside ends at its comma.
    let set_aside = match &tokens[start..end] {
        [but, not, rest @ ..] => {
            but.is(Concept::But)
                && not.is(Concept::Not)
                && !rest.first().is_some_and(|t| t.any(VERB) || t.is(Concept::To))
        }
        _ => false,
    };
    let mut filled = start;
    let mut aside_until = start;
    for at in turns() {
        let token = &tokens[at];
        // "No, only once there is a ceasefire": it answers a question, and denies nothing of this.
        if at == 0 && token.any(NEGATORS) && tokens.get(1).is_some_and(|t| t.is(Concept::Comma)) {
            continue;
        }
        // "may, no longer will, adopt": what stands between two commas and names no more than another verb.
        if at < aside_until {
            continue;
        }
        if token.is(Concept::Not)
            && let Some(end) = only_a_verb(tokens, start, at, end)
        {
            aside_until = end;
            continue;
        }
        carriers[filled..at].fill(Carrier { modality: current, negated, open, ..Carrier::default() });
        if let Some(modality) = modal(tokens, shape, at) {
            (current, last) = (Some(modality), Some(modality));
            // "will not send troops and will support": the second verb is its own.
            negated &= !joined;
        }
        // "…, jeśli zostaną zaatakowane": the verb of a condition is no second verb.
        joined &= !token.any(Senses::of(&[Concept::If, Concept::CaseOf]));
        if token.is(Concept::DoubleNegation) {
            open = true;
            // "Испания отправки военных не исключает": where the verb may stand last.
            if shape.denies_clause && ends_clause(tokens, at, end) {
                let from = subject_of(tokens, start, at).max(at.saturating_sub(FAR));
                carriers[from..at].iter_mut().for_each(|carrier| carrier.open = true);
            }
        } else if let Some((from, names)) = ends_short(tokens, start, at, end) {
            // "…, Ungarn nicht": the last part alone, and nothing behind it.
            carriers[from.max(at.saturating_sub(FAR))..at]
                .iter_mut()
                .for_each(|carrier| (carrier.negated, carrier.elliptic) = (true, names));
            negated = false;
        } else if token.is(Concept::Not) {
            negated = true;
            joined = false;
            if shape.denies_clause && !contrasts(tokens, start, at) {
                let from = subject_of(tokens, start, at);
                carriers[from.max(at.saturating_sub(FAR))..at].iter_mut().for_each(|carrier| carrier.undone = true);
            }
            // "is not to", and "no se": a passive that the negation itself makes.
            if at > start && (token.is(Concept::Be) || tokens[at + 1..end].first().is_some_and(|t| t.is(Concept::Be))) {
                let from =
                    joined_verb(tokens, start, at).max(subject_of(tokens, start, at)).max(at.saturating_sub(FAR));
                carriers[from..at].iter_mut().for_each(|carrier| carrier.undone = true);
            }
        } else if token.is(Concept::No) {
            if at > start && tokens[at + 1..end].first().is_none_or(|t| t.any(ENDS)) {
                // "… wiążących zobowiązań brak": the noun that it denies stands before it.
                let noun = tokens[start..at].iter().rev().take(3).take_while(|t| t.beyond(BOUNDS)).count();
                carriers[at - noun..at].iter_mut().for_each(|carrier| carrier.negated = true);
            }
            negated = true;
            joined = false;
        } else if token.is(Concept::NotForeseen) || token.any(DENIED) {
            let undone =
                negated && token.any(DENIED) && tokens[at.saturating_sub(2)..at].iter().any(|t| t.any(NEGATORS));
            let passive = at > start && tokens[at.saturating_sub(2).max(start)..at].iter().any(|t| t.is(Concept::Be));
            if undone {
                (negated, open) = (false, token.is(Concept::Refuse));
                carriers[start.max(at.saturating_sub(FAR))..at]
                    .iter_mut()
                    .for_each(|c| (c.negated, c.open) = (false, open));
            } else if token.is(Concept::NotForeseen) && shape.free_order && opens_alone(tokens, start, at) {
                // "Nicht vorgesehen ist der Zugang zu Depots."
                negated = true;
                joined = false;
            } else if passive || token.is(Concept::NotForeseen) || is_predicate(tokens, start, at) {
                // What was removed stands before the verb; past a comma, even before "which figured in the draft".
                let whole =
                    subordinate && tokens[start.max(at.saturating_sub(FAR))..at].iter().any(|t| t.is(Concept::Comma));
                let from = if whole { 0 } else { part_of(tokens, start, at) }.max(at.saturating_sub(FAR));
                carriers[from..at].iter_mut().for_each(|c| c.negated = true);
            } else if tokens.get(at + 1).is_some_and(|t| t.is(Concept::Pronoun)) {
                // "but the final text drops it", "the White House denied this": what was said before.
                carriers[at.saturating_sub(FAR)..at].iter_mut().for_each(|c| c.negated = true);
            } else if shape.denies_clause && token.is(Concept::Refuse) && ends_clause(tokens, at, end) {
                // "Hungary and Slovakia to send troops refused": where the verb may stand last.
                let from = subject_of(tokens, start, at).max(at.saturating_sub(FAR));
                carriers[from..at].iter_mut().for_each(|carrier| carrier.negated = true);
            } else {
                (negated, struck) = (true, true);
                joined = false;
            }
        } else if token.is(Concept::And) || token.is(Concept::Comma) {
            joined = true;
            negated &= !(set_aside && token.is(Concept::Comma));
            // "Fortifications fell away, there remain packages": a verb of its own behind the comma.
            negated &= !(struck && token.is(Concept::Comma) && remains(&tokens[at + 1..end]));
            // "… are not binding, and they have yet to be finalised": a subject of its own, a denial of its own.
            if token.is(Concept::And) && opens_clause(&tokens[at + 1..end]) {
                negated = false;
            }
            // "no troops, sanctions and …" denies the first alone, "ne comprendra pas de …, … ni …" the whole list.
            let near = start.max(at.saturating_sub(8));
            if let Some(no) = (near..at).rev().find(|&no| tokens[no].is(Concept::No))
                && !tokens[start.max(no.saturating_sub(4))..no].iter().any(|t| t.is(Concept::Not))
            {
                negated = false;
            }
        }
        carriers[at] = Carrier { modality: current, negated, open, ..Carrier::default() };
        filled = at + 1;
    }
    carriers[filled..end].fill(Carrier { modality: current, negated, open, ..Carrier::default() });
    last.or(inherited)
}

/// Where "…, no longer will, …" ends: a denial between two commas, or marks of quotation, of a verb of the ladder alone.
fn only_a_verb(tokens: &[Token], start: usize, at: usize, end: usize) -> Option<usize> {
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

/// Words that a denied verb may be.
const VERB: Senses = MODALS.and(Senses::of(&[
    Concept::Be,
    Concept::Deploy,
    Concept::Supply,
    Concept::Support,
    Concept::Lead,
    Concept::Include,
    Concept::Commit,
]));

/// "…, nicht der Wiederaufbau", "…, nicht aber auf See": what follows is denied, and nothing before it.
fn contrasts(tokens: &[Token], start: usize, at: usize) -> bool {
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

/// Is the verb at `at` the last word of its clause, with its object before it?
fn ends_clause(tokens: &[Token], at: usize, end: usize) -> bool {
    let before = tokens[..at].iter().rev().take(6).any(|t| t.any(Senses::of(&[Concept::Deploy, Concept::Support])));
    before && (at + 1 >= end || tokens[at + 1].is(Concept::Comma))
}

/// Where "and" joins a second verb to the first: "… will take effect, and are not binding" leaves the first alone.
fn joined_verb(tokens: &[Token], start: usize, denial: usize) -> usize {
    const VERB: Senses = Senses::of(&[Concept::Will, Concept::Shall, Concept::May, Concept::Activate]);
    let right_before = |at: usize| denial - at <= 2;
    let joint = (start..denial).rev().find(|&at| tokens[at].is(Concept::And) && right_before(at));
    joint.filter(|&at| tokens[start..at].iter().any(|t| t.any(VERB))).unwrap_or(start)
}

/// Where the contrast at `at` ends the clause that begins at `start`, if it does: not between two commas, nor, where a comma
/// parts all clauses, behind none: "Soldaten schickt Italien allerdings nicht".
fn contrast(tokens: &[Token], start: usize, at: usize, shape: Shape) -> Option<usize> {
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
fn ends_short(tokens: &[Token], start: usize, at: usize, end: usize) -> Option<(usize, bool)> {
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
        // "; for the budget, no"
        return (set_off && last - start <= SHORT).then_some((start, names));
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

const PARTIES: Senses = Senses::of(&[Concept::Party, Concept::Demonym, Concept::Unknown]);
/// How long a part without a verb may be.
const SHORT: usize = 10;
/// What stands behind the last word of a clause, or of its part.
const ENDS: Senses =
    Senses::of(&[Concept::Comma, Concept::Stop, Concept::And, Concept::But, Concept::Dash, Concept::Close]);
/// Prepositions of the place that troops are sent to.
const PLACES: Senses = Senses::of(&[Concept::In, Concept::To, Concept::For, Concept::Of]);
/// Words that the noun before a denial does not reach over.
const BOUNDS: Senses = PLACES.and(Senses::of(&[Concept::Comma, Concept::And, Concept::Party, Concept::Function]));
/// When something holds.
const ONCE: Senses = Senses::of(&[Concept::After, Concept::If, Concept::CaseOf]);
/// Verbs that a denial may be of.
const OWN_VERB: Senses = Senses::of(&[
    Concept::Deploy,
    Concept::Supply,
    Concept::Support,
    Concept::Lead,
    Concept::Include,
    Concept::Commit,
    Concept::Contribution,
    Concept::Continue,
    Concept::Establish,
    Concept::Established,
    Concept::Binding,
    Concept::Finalise,
    Concept::Represented,
    Concept::Said,
    Concept::Activate,
]);

/// Does a verb of what stays open this part: "…, there remain packages"?
fn remains(part: &[Token]) -> bool {
    const STAYS: Senses = MODALS.and(Senses::of(&[Concept::Be, Concept::Continue, Concept::Sustain, Concept::Include]));
    part.iter().find(|t| t.beyond(Senses::of(&[Concept::Function]))).is_some_and(|t| t.any(STAYS))
}

/// Does nothing but small words stand before the word at `at` in its clause?
fn opens_alone(tokens: &[Token], start: usize, at: usize) -> bool {
    const SMALL: Senses = Senses::of(&[Concept::Function, Concept::But, Concept::Semicolon, Concept::Colon]);
    tokens[start..at].iter().all(|t| t.any(SMALL))
}

/// Where the part of a clause begins that ends in "… was removed" at `at`: behind the last comma that another verb stands
/// before, as in "… may include sanctions, the use of force was removed".
fn part_of(tokens: &[Token], start: usize, at: usize) -> usize {
    const VERB: Senses = MODALS.and(Senses::of(&[Concept::Include, Concept::Continue]));
    let own = (start..at).rev().find(|&comma| tokens[comma].is(Concept::Comma)).filter(|&comma| comma + 1 < at);
    own.filter(|&comma| tokens[start..comma].iter().any(|t| t.any(VERB))).unwrap_or(start)
}

/// Does a clause say of nothing but a passage that it is gone?
fn strikes_out(tokens: &[Token]) -> bool {
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

/// Where the part of a clause begins whose verb stands at `verb`: behind the last comma or "and" that a subject follows.
fn subject_of(tokens: &[Token], start: usize, verb: usize) -> usize {
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
fn opens_clause(rest: &[Token]) -> bool {
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

const AUXILIARY: Senses = Senses::of(&[
    Concept::Will,
    Concept::Shall,
    Concept::Should,
    Concept::May,
    Concept::Be,
    Concept::Function,
    Concept::Refuse,
]);

/// "disappeared", "is missing", at the clause's end or before "from": what was removed stands before it.
fn is_predicate(tokens: &[Token], start: usize, at: usize) -> bool {
    at > start
        && tokens[at].is(Concept::Removed)
        && tokens.get(at + 1).is_none_or(|t| t.any(Senses::of(&[Concept::From, Concept::Comma, Concept::Stop])))
}

/// The modality of the verb at `at`, if it is one that carries a clause.
fn modal(tokens: &[Token], shape: Shape, at: usize) -> Option<Modality> {
    let token = &tokens[at];
    if !token.any(MODALS) {
        return None;
    }
    let next = tokens.get(at + 1);
    if token.is(Concept::Month) && next.is_some_and(|t| t.is(Concept::Number)) {
        return None; // the month of May
    }
    let modality = if token.is(Concept::Shall) {
        Modality::Shall
    } else if token.is(Concept::Will) {
        Modality::Will
    } else if token.is(Concept::Agreed) {
        Modality::Agreed
    } else if token.is(Concept::Ready) {
        Modality::Ready
    } else if token.is(Concept::Should) {
        let next = tokens[at + 1..].iter().find(|t| t.beyond(Senses::of(&[Concept::Function])));
        // Where the order is free only a verb that opens its clause makes a condition: "umgesetzt sollten diese … werden".
        let opens = !shape.free_order || at == 0 || tokens[at - 1].any(OPENS);
        if shape.inverted_condition && opens && next.is_some_and(|t| t.is(Concept::Party) || t.is(Concept::Pronoun)) {
            return None; // "should Russia attack", "should it be attacked": a condition
        }
        Modality::Should
    } else if token.is(Concept::Intends) {
        Modality::Intends
    } else if token.is(Concept::May) {
        Modality::May
    } else {
        // "proposed" carries a clause in "it is proposed to" only; elsewhere it belongs to its noun.
        let verb = next.is_some_and(|t| t.is(Concept::To) || t.is(Concept::Relative))
            || at > 0 && tokens[at - 1].is(Concept::Be) && !next.is_some_and(|t| t.is(Concept::By));
        return verb.then_some(Modality::Proposed);
    };
    Some(modality)
}

/// What stands before the first word of a clause.
const OPENS: Senses = Senses::of(&[
    Concept::Comma,
    Concept::And,
    Concept::Or,
    Concept::But,
    Concept::Colon,
    Concept::Semicolon,
    Concept::Dash,
    Concept::Open,
    Concept::Close,
]);

/// A denial reaches no further back than this many words.
const FAR: usize = 128;

/// The verbs of the ladder.
pub(crate) const MODALS: Senses = Senses::of(&[
    Concept::Shall,
    Concept::Will,
    Concept::Agreed,
    Concept::Ready,
    Concept::Should,
    Concept::Intends,
    Concept::May,
    Concept::Proposed,
]);
