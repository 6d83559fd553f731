//! The verbs of the ladder: which words carry a clause, and when they do. See grammar-notes/modality.md.

use super::OPENS;
use crate::lexicon::Shape;
use crate::model::Modality;
use crate::token::{Concept, Senses, Token};

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

/// The modality of the verb at `at`, if it is one that carries a clause.
pub(super) fn modal(tokens: &[Token], shape: Shape, at: usize) -> Option<Modality> {
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
