//! One clause: each of its words under the nearest verb before it, or the first behind it, and under the denials that
//! reach it. Reads the clause from mark to mark. See grammar-notes/modality.md.

use super::denial::{
    contrasts, denies_first_alone, ends_clause, inverted, is_predicate, noun_before, only_a_verb, opens_alone,
    opens_note, remains, sets_aside,
};
use super::part::{ENDS, ends_in_auxiliary, ends_short, joined_verb, opens_clause, part_of, subject_of};
use super::verb::modal;
use super::{Carrier, DENIED, FAR, NEGATORS, condition};
use crate::grammar::prim::PARTY;
use crate::lexicon::Shape;
use crate::model::Modality;
use crate::token::{Concept, Senses, Token};

/// "would have US support": what is had is a thing, and the verb is no conditional of another.
const HAD: Senses = PARTY;

/// A clause of a sentence: `tokens[start..end]`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clause<'c> {
    /// Those of the whole sentence.
    pub(super) tokens: &'c [Token<'c>],
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) shape: Shape,
    /// The words that may change what it says.
    pub(super) turns: Senses,
    pub(super) subordinate: bool,
}

impl<'c> Clause<'c> {
    /// Fills the carriers of its words; `marks` are those of the clause, `inherited` is the verb of the one before.
    ///
    /// Gives the last verb of its own, or else the inherited one.
    pub(super) fn read(
        self,
        marks: &[u32],
        inherited: Option<Modality>,
        carriers: &'c mut [Carrier],
    ) -> Option<Modality> {
        let turns = || marks.iter().map(|&at| at as usize).filter(|&at| self.tokens[at].any(self.turns));
        let first = turns().find_map(|at| modal(self.tokens, self.shape, at));
        let mut walk = Walk {
            clause: self,
            carriers,
            filled: self.start,
            aside_until: self.start,
            current: first.or(inherited),
            last: None,
            negated: false,
            open: false,
            joined: false,
            struck: false,
            sets_aside: sets_aside(&self.tokens[self.start..self.end]),
            excepted: false,
            condition: None,
        };
        for at in turns() {
            if !walk.stands_aside(at) {
                walk.turn(at);
            }
        }
        walk.fill(self.end);
        walk.last.or(inherited)
    }

    /// "…, which may include: a; b": does the list behind it go on with its verb?
    pub(super) fn opens_list(&self) -> bool {
        let clause = &self.tokens[self.start..self.end];
        self.end == self.tokens.len() && clause.last().is_some_and(|t| t.is(Concept::Include))
    }
}

/// The way through a clause: what holds for the words from here on.
struct Walk<'c> {
    clause: Clause<'c>,
    /// Those of the whole sentence: a denial may reach back over its clause.
    carriers: &'c mut [Carrier],
    /// The carriers before this are filled.
    filled: usize,
    /// Turns before this stand aside.
    aside_until: usize,
    /// The verb that the words stand under.
    current: Option<Modality>,
    /// The last verb met.
    last: Option<Modality>,
    negated: bool,
    open: bool,
    /// A comma or "and" was met, and no denial since: a verb would be the second, on its own.
    joined: bool,
    /// A verb of removal denies what stands behind it.
    struck: bool,
    /// The denial ends at the comma.
    sets_aside: bool,
    /// A party is an exception from the denial before it.
    excepted: bool,
    /// The words stand in a condition.
    condition: Option<Condition>,
}

/// A condition that a conjunction opens: "even if Hungary vetoed sanctions, …".
#[derive(Clone, Copy)]
struct Condition {
    /// Where the conjunction stands.
    at: usize,
    /// Where it ends.
    end: usize,
    /// What held before it.
    negated: bool,
    open: bool,
    /// It opens its clause: all words up to its comma are its own. "The pledge to help if it is attacked was dropped."
    opens: bool,
    /// It is a condition of something denied: "will not hold if …".
    of_denied: bool,
}

impl<'c> Walk<'c> {
    /// Does the turn at `at` change nothing?
    fn stands_aside(&mut self, at: usize) -> bool {
        let Clause { tokens, start, end, .. } = self.near(at);
        let token = &tokens[at];
        // "No, only once there is a ceasefire": it answers a question, and denies nothing of this.
        if at == 0 && token.any(NEGATORS) && tokens.get(1).is_some_and(|t| t.is(Concept::Comma)) {
            return true;
        }
        // "… led by Europe [deleted:": it denies what the note holds, which stands behind the colon.
        if at + 1 == tokens.len() && opens_note(tokens) {
            return true;
        }
        // "may, no longer will, adopt": what stands between two commas and names no more than another verb.
        if at < self.aside_until {
            return true;
        }
        let aside = token.is(Concept::Not).then(|| only_a_verb(tokens, start, at, end)).flatten();
        self.aside_until = aside.unwrap_or(self.aside_until);
        aside.is_some()
    }

    /// Takes the turn at `at`.
    fn turn(&mut self, at: usize) {
        let Clause { tokens, start, end, .. } = self.near(at);
        let token = &tokens[at];
        self.fill(at);
        self.suppose(at);
        self.verb(at);
        let has = token.is(Concept::Pending) && tokens.get(at + 1).is_some_and(|t| t.any(HAD));
        if token.is(Concept::DoubleNegation) && !has {
            self.leave_open(at);
        } else if let Some((from, names)) = ends_short(tokens, start, at, end) {
            // "…, Ungarn nicht": the last part alone, and nothing behind it.
            self.back(from, at, |carrier| (carrier.negated, carrier.elliptic) = (true, names));
            self.negated = false;
        } else if let Some(from) = ends_in_auxiliary(tokens, start, at, end) {
            self.back(from, at, |carrier| carrier.elliptic = true);
        } else if token.is(Concept::Not) && self.excepted {
            // "Aucun pays sauf la France n'enverra": it goes with the denial before.
            self.excepted = false;
        } else if token.is(Concept::Not) {
            self.deny_verb(at);
        } else if token.is(Concept::No) {
            self.deny_noun(at);
        } else if token.is(Concept::Except) {
            self.except(at);
        } else if token.is(Concept::False) {
            self.falsify(at);
        } else if token.is(Concept::NotForeseen) || token.any(DENIED) {
            self.strike_out(at);
        } else if token.is(Concept::And) || token.is(Concept::Comma) {
            self.join(at);
        }
        self.fill(at + 1);
    }

    /// Lets what holds now hold for the words before `to`.
    fn fill(&mut self, to: usize) {
        let carrier = Carrier { modality: self.current, negated: self.negated, open: self.open, ..Carrier::default() };
        self.carriers[self.filled..to].fill(carrier);
        self.filled = to;
    }

    /// Changes the words from `from` up to `at`, as far back as a denial reaches.
    fn back(&mut self, from: usize, at: usize, change: impl Fn(&mut Carrier)) {
        let supposed = self.supposed() && self.condition.is_some_and(|condition| condition.opens);
        for carrier in &mut self.carriers[from.max(at.saturating_sub(FAR))..at] {
            change(carrier);
            carrier.open |= supposed && carrier.negated;
        }
    }

    /// Do the words stand in a condition, of nothing denied?
    fn supposed(&self) -> bool {
        self.condition.is_some_and(|condition| !condition.of_denied)
    }

    /// What follows is denied, by a denial of its own; in a condition it is neither said nor denied, unless the condition
    /// is itself of a denial: "will not hold if it is not backed".
    fn deny(&mut self) {
        (self.negated, self.joined) = (true, false);
        self.open |= self.supposed();
    }

    /// Goes into the condition that opens at `at`, or out of the one that ended.
    fn suppose(&mut self, at: usize) {
        let Clause { tokens, start, shape, .. } = self.clause;
        if let Some(condition) = self.condition.take_if(|condition| condition.end <= at) {
            (self.negated, self.open) = (condition.negated, condition.open);
        }
        if self.condition.is_none() && condition::opens(tokens, shape, at) && condition::is_plain(&tokens[at]) {
            self.condition = Some(Condition {
                at,
                end: condition::end(tokens, at),
                negated: self.negated,
                open: self.open,
                opens: opens_alone(tokens, start.max(at.saturating_sub(FAR)), at),
                of_denied: self.negated || condition::is_of_denied(tokens, at),
            });
        }
    }

    /// Takes the verb at `at`, if it is one of the ladder.
    fn verb(&mut self, at: usize) {
        let Clause { tokens, shape, .. } = self.clause;
        if let Some(modality) = modal(tokens, shape, at) {
            (self.current, self.last) = (Some(modality), Some(modality));
            // "will not send troops and will support": the second verb is its own.
            self.negated &= !self.joined;
        }
        // "…, jeśli zostaną zaatakowane": the verb of a condition is no second verb.
        self.joined &= !tokens[at].any(Senses::of(&[Concept::If, Concept::CaseOf]));
    }

    /// "does not rule out …": neither said nor denied.
    fn leave_open(&mut self, at: usize) {
        let Clause { tokens, start, end, shape, .. } = self.near(at);
        self.open = true;
        // "Испания отправки военных не исключает": where the verb may stand last.
        if shape.denies_clause && ends_clause(tokens, at, end) {
            self.back(subject_of(tokens, start, at), at, |carrier| carrier.open = true);
        }
    }

    /// "not": denies the verb behind it, and where it stands behind the verb what stands before.
    fn deny_verb(&mut self, at: usize) {
        let Clause { tokens, start, end, shape, .. } = self.near(at);
        self.deny();
        if shape.denies_clause && !contrasts(tokens, start, at) {
            self.back(subject_of(tokens, start, at), at, |carrier| carrier.undone = true);
        }
        // "is not to", and "no se": a passive that the negation itself makes.
        let passive = || tokens[at].is(Concept::Be) || tokens[at + 1..end].first().is_some_and(|t| t.is(Concept::Be));
        if at > start && passive() {
            let from = joined_verb(tokens, start, at).max(subject_of(tokens, start, at));
            self.back(from, at, |carrier| carrier.undone = true);
        }
    }

    /// "no": denies the noun behind it, and at the end of its part the one before.
    fn deny_noun(&mut self, at: usize) {
        let Clause { tokens, start, end, .. } = self.near(at);
        if at > start && tokens[at + 1..end].first().is_none_or(|t| t.any(ENDS)) {
            self.back(at - noun_before(tokens, start, at), at, |carrier| carrier.negated = true);
        }
        self.deny();
    }

    /// "refuses", "was struck out", "is not foreseen": denies what stands behind it, or before.
    fn strike_out(&mut self, at: usize) {
        let Clause { tokens, start, end, shape, subordinate, .. } = self.near(at);
        let token = &tokens[at];
        let right_before = at.saturating_sub(2);
        let undone = self.negated && token.any(DENIED) && tokens[right_before..at].iter().any(|t| t.any(NEGATORS));
        let passive = at > start && tokens[right_before.max(start)..at].iter().any(|t| t.is(Concept::Be));
        if let Some(be) = inverted(tokens, start, at) {
            // "Gone, too, is the pledge"
            self.aside_until = be + 1;
            self.deny();
        } else if undone {
            let open = token.is(Concept::Refuse);
            (self.negated, self.open) = (false, open);
            self.back(start, at, |carrier| (carrier.negated, carrier.open) = (false, open));
        } else if token.is(Concept::NotForeseen) && shape.free_order && opens_alone(tokens, start, at) {
            // "Nicht vorgesehen ist der Zugang zu Depots."
            self.deny();
        } else if passive || token.is(Concept::NotForeseen) || is_predicate(tokens, start, at) {
            // What was removed stands before the verb; past a comma, even before "which figured in the draft".
            let whole =
                subordinate && tokens[start.max(at.saturating_sub(FAR))..at].iter().any(|t| t.is(Concept::Comma));
            let from = if whole { 0 } else { part_of(tokens, start, at) };
            self.back(from, at, |carrier| carrier.negated = true);
        } else if tokens.get(at + 1).is_some_and(|t| t.is(Concept::Pronoun)) {
            // "but the final text drops it", "the White House denied this": what was said before.
            self.back(0, at, |carrier| carrier.negated = true);
        } else if shape.denies_clause && token.is(Concept::Refuse) && ends_clause(tokens, at, end) {
            // "Hungary and Slovakia to send troops refused": where the verb may stand last.
            self.back(subject_of(tokens, start, at), at, |carrier| carrier.negated = true);
        } else {
            self.deny();
            self.struck = true;
            // "…, rather than the UN, that will lead": no further than the comma.
            self.sets_aside |= token.is(Concept::Aside);
        }
    }

    /// "No country except France will send troops": France will.
    fn except(&mut self, at: usize) {
        let name = self.clause.tokens[at + 1..].iter().find(|t| !t.is(Concept::Function));
        if self.negated && name.is_some_and(|t| t.any(PARTY)) {
            (self.negated, self.excepted) = (false, true);
        }
    }

    /// "Reports that Germany will lead are false": denies what stands before it in its part, and leaves open what was
    /// denied there; behind "not" it denies nothing, and before "that" what follows.
    fn falsify(&mut self, at: usize) {
        let Clause { tokens, start, .. } = self.near(at);
        const POINTS: Senses = Senses::of(&[Concept::Pronoun, Concept::Relative, Concept::But, Concept::Function]);
        if tokens[start.max(at.saturating_sub(2))..at].iter().any(|t| t.any(NEGATORS)) {
            self.negated = false;
        } else if tokens[at + 1..].iter().find(|t| !t.is(Concept::Comma)).is_some_and(|t| t.is(Concept::Relative)) {
            // "It is not true that …"
            self.deny();
        } else {
            // "…, which is untrue", "…, but that is false": all that was said before.
            let points = at > start && tokens[start..at].iter().all(|t| t.any(POINTS));
            let part = || part_of(tokens, start, at).max(subject_of(tokens, start, at));
            self.back(if points { 0 } else { part() }, at, |carrier| {
                (carrier.negated, carrier.open) = (!carrier.negated, carrier.open || carrier.negated);
            });
        }
    }

    /// The clause, as far back from `at` as a denial reaches.
    fn near(&self, at: usize) -> Clause<'c> {
        let condition = self.condition.filter(|condition| condition.opens).map_or(0, |condition| condition.at);
        Clause { start: self.clause.start.max(at.saturating_sub(FAR)).max(condition), ..self.clause }
    }

    /// A comma or "and": the denial goes on over it, or ends.
    fn join(&mut self, at: usize) {
        let Clause { tokens, start, end, .. } = self.near(at);
        let (comma, and) = (tokens[at].is(Concept::Comma), tokens[at].is(Concept::And));
        let behind = &tokens[at + 1..end];
        self.joined = true;
        let ends = || {
            comma && self.sets_aside
                // "Fortifications fell away, there remain packages": a verb of its own behind the comma.
                || comma && self.struck && remains(behind)
                // "… are not binding, and they have yet to be finalised": a subject of its own, a denial of its own.
                || and && opens_clause(behind)
                || denies_first_alone(tokens, start, at)
        };
        self.negated = self.negated && !ends();
    }
}
