//! Commitments in case of a future armed attack. Source: grammar-notes/attack_response.md.

use crate::grammar::prim::{Read, any, c, within, within_not};
use crate::grammar::sentence::{Sentence, add, add_carried};
use crate::grammar::shared::{aggressor, future_attack};
use crate::model::{AttackResponse, Fact, ResponseAim, ResponseMeasure, ResponseStatus, SubjectTo, Trigger};
use crate::token::{Concept, Senses, Token, Tokens};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use nom::sequence::pair;

const MEASURES: Senses = Senses::of(&[
    Concept::MilitaryCapabilities,
    Concept::Intelligence,
    Concept::Logistics,
    Concept::Diplomatic,
    Concept::Sanctions,
    Concept::Economic,
]);
const COMMITMENTS: Senses = Senses::of(&[Concept::Commitments, Concept::Commit, Concept::Guarantees]);

/// Reads one sentence about the response to an attack.
pub(crate) fn read(s: &Sentence<'_>, out: &mut AttackResponse) {
    s.each_with(Senses::of(&[Concept::Binding]), binding, |(), at| {
        // "… sind diese Zusagen nicht mehr": said of them by a verb, not an attribute of theirs.
        let predicate = s.find(at.clone(), BE.and(Senses::of(&[Concept::Relative]))).is_some();
        add(&mut out.binding, if predicate { s.fact(true, at) } else { s.attribute(true, at) });
    });
    // "The word \"binding\" has been deleted from these commitments."
    let struck = |i| (c(Concept::Binding), within(4, c(Concept::Removed)), within(4, any(COMMITMENTS))).parse(i);
    s.each_from(Senses::of(&[Concept::Binding]), struck, |_, at| {
        add(&mut out.binding, s.attribute(true, at.start..at.start + 1));
    });
    if let Some(at) = unnamed_binding(s) {
        add(&mut out.binding, s.fact(true, at));
    }
    // "No sanctions in case of a new attack by Russia": the case stands, the measure does not.
    let none = !s.removes && s.has(MEASURES) && s.has(Senses::of(&[Concept::No]));
    s.each_with(Senses::of(&[Concept::Attack]), future_attack, |(), at| {
        // A promise to the force that was removed says nothing against the case itself.
        let fact = s.fact(Trigger::FutureArmedAttack, at).filter(|fact| none || !(s.told && fact.negated));
        add(&mut out.trigger, fact.map(|f| Fact { negated: f.negated && !none, ..f }));
    });
    if !s.told || !out.trigger.is_empty() {
        s.each_with(Senses::of(&[Concept::Attack]), aggressor, |v, at| {
            add(&mut out.aggressor, s.fact(v, at).map(|f| Fact { negated: f.negated && !none, ..f }));
        });
    }
    s.each_with(Senses::of(&[Concept::Peace]), aim, |v, at| add(&mut out.aim, s.fact(v, at)));
    if s.shape.free_order {
        // "soll der Frieden mit Sanktionen und Diplomatie wiederhergestellt werden"
        let other = OTHER_CLAUSE.and(Senses::of(&[Concept::Afu]));
        let behind = |i| pair(c(Concept::Peace), within_not(9, other, c(Concept::Restore))).parse(i);
        s.each_with(Senses::of(&[Concept::Peace]), behind, |_, at| {
            add(&mut out.aim, s.fact(ResponseAim::RestorePeace, at))
        });
    }
    status(s, &mut out.status);
    if !s.told || s.has(Senses::of(&[Concept::Attack, Concept::Commitments])) || !out.measure.is_empty() {
        s.each_from(MEASURES, measure, |v, at| {
            // "sanctions if Russia refuses the ceasefire" answer no attack
            let silence = Senses::of(&[Concept::Ceasefire, Concept::Cessation]);
            let refusal = s.after(at.end, 10, Senses::of(&[Concept::Refuse])).and_then(|no| s.after(no, 5, silence));
            let refused = refusal.is_some()
                || s.after(at.end, 10, Senses::of(&[Concept::If, Concept::CaseOf])).is_some()
                    && s.after(at.end, 14, Senses::of(&[Concept::Refuse])).is_some();
            if !refused {
                add(&mut out.measure, s.fact(v, at));
            }
        });
    }
    s.each_of(Senses::of(&[Concept::NationalApproval]), |_, at| {
        // "Without the parliaments' approval they will not take effect": it asks for the approval.
        let without = s.before(at.start, 4, Senses::of(&[Concept::No])).is_some();
        let fact = s.fact(SubjectTo::NationalApproval, at);
        add(&mut out.subject_to, fact.map(|f| Fact { negated: f.negated && !without, ..f }));
    });
}

/// `binding = "binding" … commitments | commitments … "binding"`.
fn binding(i: Tokens<'_>) -> Read<'_, ()> {
    let attribute = pair(c(Concept::Binding), within(3, any(COMMITMENTS)));
    let predicate = pair(any(COMMITMENTS), within_not(18, OTHER_CLAUSE, c(Concept::Binding)));
    let pronoun = (c(Concept::Pronoun), any(BE), within(2, c(Concept::Binding)));
    // "De contraignants, ils ne le sont pas", "Verbindlich sind sie nicht"
    let before = verify(any(Senses::of(&[Concept::Binding])), |token: &Token| !token.any(COMMITMENTS));
    let joint = opt(alt((c(Concept::Comma), c(Concept::Be))));
    let predicate_first =
        (before, joint, any(Senses::of(&[Concept::Pronoun])), within(3, any(Senses::of(&[Concept::Be, Concept::Not]))));
    // "commitments, which are not binding"
    let which = (
        any(COMMITMENTS),
        c(Concept::Comma),
        c(Concept::Relative),
        within_not(6, OTHER_CLAUSE.and(Senses::of(&[Concept::Comma])), c(Concept::Binding)),
    );
    value(
        (),
        alt((
            value((), attribute),
            value((), predicate),
            value((), pronoun),
            value((), which),
            value((), predicate_first),
        )),
    )
    .parse(i)
}

/// "Serán obligatorios", right at the start, under the component's heading: a subject that is dropped.
fn unnamed_binding(s: &Sentence<'_>) -> Option<std::ops::Range<usize>> {
    if s.told || s.has(COMMITMENTS.and(Senses::of(&[Concept::Legally, Concept::Politically]))) {
        return None;
    }
    let at = s.find(0..4, Senses::of(&[Concept::Binding]))?;
    s.find(0..at, BE).map(|be| be..at + 1)
}

const BE: Senses = Senses::of(&[Concept::Be, Concept::Will, Concept::Shall]);

const OTHER_CLAUSE: Senses = Senses::of(&[Concept::Relative, Concept::But]);

/// `aim = restore … peace`.
fn aim(i: Tokens<'_>) -> Read<'_, ResponseAim> {
    let restore = pair(
        any(Senses::of(&[Concept::Restore])),
        within_not(4, Senses::of(&[Concept::Afu, Concept::In]), c(Concept::Peace)),
    );
    let reversed = pair(c(Concept::Peace), within(1, any(Senses::of(&[Concept::Restore]))));
    value(ResponseAim::RestorePeace, alt((restore, reversed))).parse(i)
}

/// `status = (agreed | will | …) … finalise … commitments | "finalised commitments"`.
fn status(s: &Sentence<'_>, list: &mut Vec<Fact<ResponseStatus>>) {
    let finalise = Senses::of(&[Concept::Finalise, Concept::Completed]);
    let modal = Senses::of(&[
        Concept::Agreed,
        Concept::To,
        Concept::Will,
        Concept::Shall,
        Concept::Intends,
        Concept::Should,
        Concept::Ready,
        Concept::May,
    ]);
    s.each_of(finalise, |token, at| {
        let object = s.after(at.end, 7, COMMITMENTS).or_else(|| s.before(at.start, 22, COMMITMENTS));
        let pronoun = !s.told && s.after(at.end, 2, Senses::of(&[Concept::Pronoun])).is_some();
        let unnamed = !s.told && !token.is(Concept::Completed);
        if object.is_none() && !pronoun && !unnamed {
            return;
        }
        let pending = s.before(at.start, 3, modal).is_some() || !token.is(Concept::Completed);
        let status = if pending { ResponseStatus::ToBeFinalised } else { ResponseStatus::Finalised };
        add_carried(list, s.fact(status, at));
    });
}

fn measure(i: Tokens<'_>) -> Read<'_, ResponseMeasure> {
    alt((
        value(ResponseMeasure::MilitaryCapabilities, c(Concept::MilitaryCapabilities)),
        value(ResponseMeasure::Intelligence, c(Concept::Intelligence)),
        value(ResponseMeasure::Logistics, c(Concept::Logistics)),
        value(ResponseMeasure::DiplomaticInitiatives, c(Concept::Diplomatic)),
        value(ResponseMeasure::Sanctions, c(Concept::Sanctions)),
        value(ResponseMeasure::Economic, c(Concept::Economic)),
    ))
    .parse(i)
}
