//! Who leads the force, and who is said to have no part in leading it.

use crate::grammar::multinational_force::{FORCE, FORCE_OR_IT, LEADING, with_subject};
use crate::grammar::sentence::{Sentence, add};
use crate::grammar::shared::{Led, led_by};
use crate::model::{Fact, Party};
use crate::token::{Concept, Senses};

const LED: Led = Led {
    object: FORCE.and(Senses::of(&[
        Concept::Components,
        Concept::Reassurance,
        Concept::Measures,
        Concept::Air,
        Concept::Land,
        Concept::Sea,
    ])),
    other: Senses::of(&[
        Concept::Meet,
        Concept::Undertaking,
        Concept::Monitoring,
        Concept::Verification,
        Concept::Mechanism,
        Concept::Ceasefire,
        Concept::Declaration,
        Concept::Cell,
    ]),
};

/// Reads who leads the force.
pub(super) fn read(s: &Sentence<'_>, list: &mut Vec<Fact<Party>>) {
    led_by(s, &LED, list);
    // "США в руководстве ими не участвуют": none of those who lead.
    s.each_of(Senses::of(&[Concept::TakePart]), |_, at| {
        let leading = s.before(at.start, 4, LEADING).or_else(|| s.after(at.end, 3, LEADING));
        let subject = s.subject(at.start).filter(|_| leading.is_some() && s.has(FORCE_OR_IT));
        let Some((found, first)) = subject else { return };
        for (party, _) in found {
            add(list, s.fact(party, with_subject(first, at.clone())).filter(|fact| fact.negated));
        }
    });
}
