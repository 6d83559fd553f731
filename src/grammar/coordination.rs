//! The coordination cell. Source: grammar-notes/coordination.md.

use crate::grammar::page::Stretch;
use crate::grammar::prim::{PARTY, in_case, party_of};
use crate::grammar::sentence::{Sentence, add};
use crate::grammar::shared::parties_in;
use crate::model::{Coordination, CoordinationHost, CoordinationStatus, Party};
use crate::token::{Concept, Senses, Token};

const CELL: Senses = Senses::of(&[Concept::Cell]);
const HQ: Senses = Senses::of(&[Concept::Headquarters]);

/// Does this sentence go on with the cell that `before` named: "It is housed at …", "Cell: set up in …"?
pub(crate) fn goes_on(tokens: &[Token], before: Option<&Stretch>) -> bool {
    const PLACED: Senses = Senses::of(&[
        Concept::Headquarters,
        Concept::Place,
        Concept::Established,
        Concept::Establish,
        Concept::TakePart,
    ]);
    // "Avrà sede …": the subject is dropped.
    const FIRST: Senses =
        Senses::of(&[Concept::Pronoun, Concept::Will, Concept::Shall, Concept::Be, Concept::Possessive]);
    let it = |t: &Token| t.is(Concept::Pronoun) && !t.any(PARTY.and(Senses::of(&[Concept::Relative])));
    let has = |senses: Senses| tokens.iter().any(|t| t.any(senses));
    // "…, where Americans and officers of the Coalition work"
    let staffed = || tokens.iter().any(it) && tokens.iter().filter(|t| t.any(PARTY)).nth(1).is_some();
    let label = before.is_some_and(|before| before.sign == Concept::Colon);
    let opens = || label || tokens.first().is_some_and(|t| t.any(FIRST));
    // "We met him in Helsinki" is no place of it.
    let other = || has(Senses::of(&[Concept::Meet]));
    // "Officers of the US, Ukraine and the Coalition are to share it, at …", "Paris will house it."
    let names = || tokens.iter().filter(|t| t.is(Concept::Party)).count();
    let housed = || tokens.len() <= 5 && has(Senses::of(&[Concept::Place])) && tokens.last().is_some_and(it);
    let shared = || names() >= 2 && has(Senses::of(&[Concept::Headquarters])) && tokens.iter().any(it);
    before.is_some_and(|before| before.sum.met.meets(CELL))
        && (opens() && has(PLACED) || staffed() || housed() || shared())
        && !other()
}

/// Reads one sentence about the cell; `goes_on` says that the sentence before it named the cell.
///
/// `coordination = decided … set up … parties cell … [coalition] headquarters … place`.
pub(crate) fn read(s: &Sentence<'_>, goes_on: bool, out: &mut Coordination) {
    let Some(cell) = s.find(0..s.tokens.len(), CELL).or(goes_on.then_some(0)) else { return };
    status(s, cell, out);
    let host = s.find(0..s.tokens.len(), HQ);
    // "the Coalition's operational headquarters": that Coalition is the host's.
    let host_party = host.and_then(|h| {
        // "between … and the Coalition at the headquarters": that one coordinates.
        let at_it = |p: &usize| s.find(*p..h, Senses::of(&[Concept::In])).is_none();
        s.before(h, 3, PARTY).filter(at_it).or_else(|| {
            let of = s.after(h + 1, 1, Senses::of(&[Concept::Of]));
            let case = s.tokens.get(h + 1).filter(|t| in_case(t)).map(|_| h + 1);
            case.or_else(|| s.after(of?, 3, PARTY))
        })
    });
    for (party, at) in parties_in(s, 0..s.tokens.len()) {
        let named = matches!(party, Party::UnitedStates | Party::Ukraine | Party::CoalitionOfTheWilling)
            || s.tokens[at].is(Concept::Party) && at.abs_diff(cell) <= 6;
        let deciding = at < cell && s.subject_of_decision(at, cell);
        if Some(at) != host_party && named && !deciding {
            add(&mut out.party, s.fact(party, at..at + 1));
        }
    }
    if let Some(at) = host {
        let coalition = host_party.is_some_and(|p| party_of(&s.tokens[p]) == Some(Party::CoalitionOfTheWilling));
        let operational = s.tokens[at].is(Concept::Headquarters);
        if coalition || operational {
            let from = host_party.map_or(at, |p| p.min(at));
            let end = host_party.map_or(at, |p| p.max(at)) + 1;
            add(&mut out.host, s.fact(CoordinationHost::CoalitionOperationalHeadquarters, from..end));
        }
    }
    if let Some(at) = s.find(0..s.tokens.len(), Senses::of(&[Concept::Place]))
        && let Some(place) = crate::grammar::document::place_of(&s.tokens[at])
    {
        add(&mut out.place, s.fact(place.to_owned(), at..at + 1));
    }
}

fn status(s: &Sentence<'_>, cell: usize, out: &mut Coordination) {
    let made = Senses::of(&[Concept::Establish, Concept::Established]);
    let modal = Senses::of(&[
        Concept::Will,
        Concept::Shall,
        Concept::Agreed,
        Concept::Intends,
        Concept::Should,
        Concept::Pending,
    ]);
    let near = |at: usize| at.abs_diff(cell) <= 18;
    let verb = s.before(cell, 14, made).or_else(|| s.after(cell + 1, 18, made)).filter(|&v| near(v));
    let Some(verb) = verb else {
        // "decided that the headquarters is to house a cell"
        if let Some(decided) = s.before(cell, 18, Senses::of(&[Concept::Agreed])) {
            add(&mut out.status, s.fact(CoordinationStatus::Decided, decided..cell + 1));
        }
        return;
    };
    // "se creará": the verb's own form may be its future.
    let ahead = s.before(verb + 1, 15, modal).or_else(|| s.before(verb, 2, Senses::of(&[Concept::To])));
    let done = s.tokens[verb].is(Concept::Established) && ahead.is_none();
    let (status, from) = if done {
        (CoordinationStatus::Established, verb)
    } else if let Some(modal) = ahead {
        (CoordinationStatus::Decided, modal)
    } else {
        return;
    };
    add(&mut out.status, s.fact(status, from..verb + 1));
}

impl Sentence<'_> {
    /// Is the party at `at` the one that decides, not one that coordinates: "the Coalition decided to set up"?
    fn subject_of_decision(&self, at: usize, cell: usize) -> bool {
        let decides = Senses::of(&[Concept::Agreed, Concept::Will, Concept::Intends]);
        match self.after(at + 1, cell.saturating_sub(at).min(6), decides) {
            Some(verb) => verb < cell,
            None => false,
        }
    }
}
