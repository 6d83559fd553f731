//! Where the force is placed: on Ukrainian soil, away from the line of contact.

use crate::grammar::carry::MODALS;
use crate::grammar::multinational_force::{AFU, FORCE};
use crate::grammar::sentence::{Sentence, add};
use crate::model::{Fact, ForceLocation};
use crate::token::{Concept, Senses};
use std::ops::Range;

/// Others that may be placed somewhere: then the force must be named.
const OTHERS: Senses = AFU.and(Senses::of(&[Concept::Attack, Concept::Armament, Concept::MilitaryAssistance]));

/// `location = (troops | force | deploy) … "on Ukrainian soil" | "away from the line of contact"`; `refused` is a sentence
/// in which someone sends no troops.
pub(super) fn read(s: &Sentence<'_>, refused: bool, list: &mut Vec<Fact<ForceLocation>>) {
    s.each_of(Senses::of(&[Concept::UkrainianSoil]), |_, at| {
        // "will send no troops to Ukraine", "Italy will not send troops to Ukraine": that denies the troops, not the place.
        let none = refused || s.before(at.start, 4, Senses::of(&[Concept::No])).is_some();
        if placed(s, &at) {
            let fact = s.fact(ForceLocation::InsideUkraine, at);
            add(list, fact.filter(|fact| !((s.told || none) && fact.negated)));
        }
    });
    s.each_of(Senses::of(&[Concept::Away]), |_, at| {
        let fact = s.fact(ForceLocation::AwayFromContactLine, at);
        add(list, fact.map(|f| Fact { negated: false, ..f }));
    });
}

/// Is it the force that is deployed at the place that `at` names?
fn placed(s: &Sentence<'_>, at: &Range<usize>) -> bool {
    let near = |most: usize, words: Senses| {
        s.before(at.start, most, words).is_some() || s.shape.free_order && s.after(at.end, 9, words).is_some()
    };
    // Under the component's own heading the force need not be named again, where nobody else is.
    let it = Senses::of(&[Concept::Pronoun]);
    let meant =
        !s.told && (s.tokens[0].any(it) || s.shape.free_order && s.after(at.end, 4, it).is_some() || !s.has(OTHERS));
    // "Where would they be based? On Ukrainian territory": the place alone, with no verb.
    let alone = !s.told && at.start == 0 && !s.has(MODALS.and(Senses::of(&[Concept::Be])));
    (meant || near(9, FORCE)) && (alone || near(14, Senses::of(&[Concept::Deploy])))
}
