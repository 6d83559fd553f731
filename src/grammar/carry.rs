//! What carries a fact: the verb of its clause, and whether the clause denies it.
//!
//! Computed once a sentence. A clause is what stands between semicolons, colons, "but" and the words that open a
//! subordinate clause: here a sentence is cut into them, `carry/clause.rs` reads each. See grammar-notes/modality.md for
//! the rules and their reasons.

mod clause;
pub(in crate::grammar) mod condition;
mod denial;
mod part;
mod verb;

use crate::grammar::shared::WHEN;
use crate::lexicon::Shape;
use crate::model::Modality;
use crate::token::{Concept, Senses, Token};
use clause::Clause;
pub(in crate::grammar) use denial::opens_note;
use denial::{denies_into, strikes_out};
use part::contrast;
pub(crate) use verb::MODALS;

/// The verb over one token, and whether it is denied there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Carrier {
    pub(crate) modality: Option<Modality>,
    pub(crate) negated: bool,
    /// The verb behind it is a denied passive: "sanctions will not be adopted". Attributes stand all the same.
    pub(crate) undone: bool,
    /// Neither said nor denied: "does not rule out".
    pub(crate) open: bool,
    /// Its verb is left out, and is that of the part before: "France will send troops, Italy will not", "…, but Spain will".
    pub(crate) elliptic: bool,
}

const SUBORDINATE: Senses = Senses::of(&[Concept::Relative, Concept::Subordinate]);
const HARD: Senses = Senses::of(&[Concept::Semicolon, Concept::Colon, Concept::But, Concept::Stop]);
const DENIED: Senses = Senses::of(&[Concept::Refuse, Concept::Removed]);
/// Words that end a clause, or may.
const CUTS: Senses = SUBORDINATE.and(HARD).and(Senses::of(&[Concept::As]));

/// Words that deny, or leave open. Without one of them nothing turns but the verb: a comma or "and" ends no denial.
const DENIALS: Senses = DENIED.and(NEGATORS).and(Senses::of(&[
    Concept::DoubleNegation,
    Concept::NotForeseen,
    Concept::False,
    Concept::Except,
]));

/// Without any of these a sentence is one clause with the verb that it goes on with.
const SHAPES: Senses = SUBORDINATE.and(HARD).and(MODALS).and(DENIALS);

/// Words that change what a clause says of the words behind them.
const TURNS: Senses =
    MODALS.and(DENIALS).and(Senses::of(&[Concept::If, Concept::CaseOf, Concept::And, Concept::Comma]));

/// Words that a look at what carries the facts of a sentence stops at.
pub(crate) const MARKS: Senses = TURNS.and(CUTS);
/// Words that deny.
pub(crate) const NEGATORS: Senses = Senses::of(&[Concept::Not, Concept::No]);
/// Words that make a clause of what "as" opens.
const RESUMES: Senses = Senses::of(&[Concept::Pronoun, Concept::Party, Concept::Afu, Concept::ArmedForces]);

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

/// Fills `carriers`, one a token of the sentence, whose words may mean `met`; `inherited` is the verb of the sentence that
/// this one goes on with.
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
    let turns = if met.meets(DENIALS) { TURNS } else { MODALS };
    let mut base = inherited;
    let (mut start, mut subordinate) = (0, false);
    let mut marks_left = marks;
    let cuts = marks.iter().map(|&at| at as usize).filter(|&at| tokens[at].any(CUTS));
    for at in cuts.chain([tokens.len()]) {
        let Some(cut) = cut(tokens, start, at, shape) else { continue };
        let (own, behind) = marks_left.split_at(marks_left.partition_point(|&mark| (mark as usize) < cut.at));
        marks_left = behind;
        let clause = Clause { tokens, start, end: cut.at, shape, turns, subordinate };
        let last = read_clause(clause, own, base, carriers);
        if !subordinate || clause.opens_list() {
            base = last;
        }
        (start, subordinate) = (cut.at, cut.opens_subordinate);
    }
    let same = || marks.iter().map(|&at| at as usize).find(|&at| denies_too(tokens, at, carriers));
    if met.meets(Senses::of(&[Concept::As]))
        && let Some(same) = same()
    {
        // Up to the end of its part, which may hold a list.
        let end = tokens[same..].iter().position(|t| t.any(Senses::of(&[Concept::Comma, Concept::But])));
        let end = end.map_or(tokens.len(), |end| same + end);
        carriers[same..end].iter_mut().for_each(|carrier| carrier.negated = true);
    }
    base
}

/// "Access to depots was cut, as was the figure of 800,000": the same is said of the thing that stands behind; "as was
/// expected" says nothing.
fn denies_too(tokens: &[Token], at: usize, carriers: &[Carrier]) -> bool {
    let is = |at: usize, concept| tokens.get(at).is_some_and(|t| t.is(concept));
    let says_the_same = is(at, Concept::As) && is(at + 1, Concept::Be) && is(at + 2, Concept::Function);
    says_the_same && at > 1 && tokens[at - 1].is(Concept::Comma) && {
        let clause = &carriers[at.saturating_sub(FAR)..at - 1];
        clause.iter().any(|carrier| carrier.negated)
    }
}

/// Where a clause ends, and what opens there.
#[derive(Clone, Copy, Debug)]
struct Cut {
    at: usize,
    opens_subordinate: bool,
}

/// Where the word at `at`, or the end of the sentence, ends the clause that begins at `start`, if it does.
fn cut(tokens: &[Token], start: usize, at: usize, shape: Shape) -> Option<Cut> {
    let main = |at: usize| Cut { at, opens_subordinate: false };
    let Some(token) = tokens.get(at) else { return Some(main(at)) };
    if token.is(Concept::But) {
        // "A cooperação, porém, caiu da lista": it stands aside, and opens nothing.
        return contrast(tokens, start, at, shape).map(main);
    }
    if token.any(HARD) {
        return Some(main(at));
    }
    let resumes = || tokens[at + 1..].iter().find(|t| !t.is(Concept::Function)).is_some_and(|t| t.any(RESUMES));
    let opens = token.any(SUBORDINATE) || token.is(Concept::As) && resumes();
    opens.then_some(Cut { at, opens_subordinate: true })
}

/// Reads a clause with its marks, and adds what the clauses before do to it, and it to them. Gives its last verb.
fn read_clause(
    clause: Clause<'_>,
    marks: &[u32],
    base: Option<Modality>,
    carriers: &mut [Carrier],
) -> Option<Modality> {
    let Clause { tokens, start, end, subordinate, .. } = clause;
    let denied = subordinate && denies_into(tokens, start, carriers);
    let open = subordinate && leaves_open(tokens, start, carriers);
    let last = clause.read(marks, if subordinate { None } else { base }, carriers);
    // "n'enverra des troupes qu'après …": what is only so far, is.
    if tokens.get(end).is_some_and(|t| t.is(Concept::But) && t.any(WHEN)) {
        carriers[start..end].iter_mut().for_each(|carrier| (carrier.negated, carrier.undone) = (false, false));
    }
    // "…, but that passage was struck out": what stands before is denied.
    if start > 0 && tokens[start].is(Concept::But) && strikes_out(&tokens[start..end]) {
        carriers[..start].iter_mut().for_each(|carrier| carrier.negated = true);
    }
    if denied {
        carriers[start..end].iter_mut().for_each(|carrier| carrier.negated = true);
    }
    if open {
        carriers[start..end].iter_mut().for_each(|carrier| carrier.open = true);
    }
    last
}

/// "it is unlikely that …": what follows is left open too.
fn leaves_open(tokens: &[Token], start: usize, carriers: &[Carrier]) -> bool {
    // "Asked whether these were in force, she replied that …": the answer leaves nothing open.
    let answered = || {
        let before = &tokens[start.saturating_sub(6)..start];
        let comma = before.iter().rposition(|t| t.is(Concept::Comma));
        comma.is_some_and(|comma| before[comma..].iter().any(|t| t.is(Concept::Said)))
    };
    start > 0 && tokens[start].is(Concept::Relative) && carriers[start - 1].open && !answered()
}
