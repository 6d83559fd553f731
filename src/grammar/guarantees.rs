//! The chapeau: readiness, binding force, activation, what the guarantees add to and conform to.
//! Source: grammar-notes/guarantees.md.

use crate::grammar::prim::{BARRIER, Read, any, c, within, within_not};
use crate::grammar::sentence::{Sentence, add};
use crate::grammar::shared::WHEN;
use crate::model::{Activation, AdditionalTo, Conformity, Fact, Guarantees, GuaranteesBinding, Modality, Readiness};
use crate::token::{Concept, Senses, Tokens};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::value;
use nom::sequence::pair;

const SUBJECT: Senses = Senses::of(&[Concept::Guarantees]);
const PROMISE: Senses = Senses::of(&[Concept::Guarantees, Concept::Commitments, Concept::Components]);
const FORCE: Senses = Senses::of(&[Concept::Force, Concept::Troops, Concept::Afu, Concept::Finalise, Concept::Cell]);

/// Is this sentence about the guarantees as a whole?
pub(crate) fn concerns(s: &Sentence<'_>) -> bool {
    s.has(SUBJECT) || s.has(Senses::of(&[Concept::Commitments])) && s.has(Senses::of(&[Concept::Binding]))
}

/// Reads one sentence of the chapeau; `goes_on` says that the sentence before it was one.
pub(crate) fn read(s: &Sentence<'_>, goes_on: bool, out: &mut Guarantees) {
    if !concerns(s) && !goes_on {
        return;
    }
    readiness(s, out);
    s.each_with(BINDING, binding, |v, at| add(&mut out.binding, manner(s, v, at)));
    s.each_with(BINDING, binding_second, |v, at| add(&mut out.binding, manner(s, v, at)));
    s.each_with(Senses::of(&[Concept::Ceasefire]), activation, |v, at| {
        let force = s.before(at.start, 8, FORCE).is_some();
        if !force && (!s.told || s.find(at.clone(), Senses::of(&[Concept::Activate, Concept::InForce])).is_some()) {
            // "shall be activated once a ceasefire will be in force": the first verb is the guarantees' own.
            let starts = s.tokens[at.start].any(Senses::of(&[Concept::Activate, Concept::InForce]));
            let own = if starts { s.fact(v, at.start..at.start + 1).and_then(|fact| fact.modality) } else { None };
            add(&mut out.activation, s.fact(v, at).map(|fact| Fact { modality: own.or(fact.modality), ..fact }));
        }
    });
    s.each_with(Senses::of(&[Concept::BilateralAgreements]), additional_to, |v, at| {
        add(&mut out.additional_to, s.fact(v, at))
    });
    s.each_with(CONFORM, legal, |v, at| add(&mut out.in_accordance_with, s.fact(v, at)));
    s.each_with(CONFORM, constitutional, |v, at| add(&mut out.in_accordance_with, s.fact(v, at)));
}

/// `readiness = ready … (commit | guarantees) | agreed … guarantees | commit … guarantees`.
///
/// Of several the strongest reading of one verb group: "stand ready to commit" is not also "commit".
fn readiness(s: &Sentence<'_>, out: &mut Guarantees) {
    let ready = |i| pair(c(Concept::Ready), within(9, any(COMMIT.and(PROMISE)))).parse(i);
    let mut hit = false;
    s.each_from(Senses::of(&[Concept::Ready]), ready, |_, at| {
        add(&mut out.readiness, s.with(Readiness::StandsReady, at, Some(Modality::Ready)));
        hit = true;
    });
    if hit {
        return;
    }
    let promised = if s.has(Senses::of(&[Concept::Binding])) { PROMISE } else { SUBJECT };
    let agreed = |i| {
        let forward = pair(c(Concept::Agreed), within_not(9, FORCE.and(WHEN), any(promised)));
        let behind =
            pair(any(promised), within_not(4, FORCE.and(WHEN).and(Senses::of(&[Concept::Comma])), c(Concept::Agreed)));
        if s.shape.free_order {
            alt((value((), forward), value((), behind))).parse(i)
        } else {
            value((), forward).parse(i)
        }
    };
    s.each_with(Senses::of(&[Concept::Agreed]), agreed, |(), at| {
        add(&mut out.readiness, s.with(Readiness::Agreed, at, Some(Modality::Agreed)));
        hit = true;
    });
    if hit {
        return;
    }
    let commits = |i| pair(any(COMMIT), within_not(9, FORCE.and(WHEN), any(SUBJECT))).parse(i);
    s.each_from(COMMIT, commits, |_, at| add(&mut out.readiness, s.fact(Readiness::Commits, at)));
}

const BINDING: Senses = Senses::of(&[Concept::Binding]);
const COMMIT: Senses = Senses::of(&[Concept::Commit]);

/// "politically but not legally binding": each manner is said or denied by itself.
fn manner(s: &Sentence<'_>, v: GuaranteesBinding, at: std::ops::Range<usize>) -> Option<Fact<GuaranteesBinding>> {
    const MANNER: Senses = Senses::of(&[Concept::Politically, Concept::Legally]);
    let own = if s.tokens[at.start].any(MANNER) { at.start } else { at.end - 1 };
    let negated = s.carriers[own].negated || s.carriers[own].undone;
    s.attribute(v, at).map(|fact| Fact { negated, ..fact })
}

/// `binding = ("politically" | "legally") … "binding" | "binding" … ("political" | "legal")`.
fn binding(i: Tokens<'_>) -> Read<'_, GuaranteesBinding> {
    let political = || value(GuaranteesBinding::Political, c(Concept::Politically));
    let legal = || value(GuaranteesBinding::Legal, c(Concept::Legally));
    let before = |i| {
        let (rest, kind) = alt((political(), legal())).parse(i)?;
        let (rest, _) = within(4, c(Concept::Binding)).parse(rest)?;
        Ok((rest, kind))
    };
    let behind = |i| {
        let (rest, _) = c(Concept::Binding).parse(i)?;
        within(5, alt((political(), legal()))).parse(rest)
    };
    alt((before, behind)).parse(i)
}

/// The second of two behind "binding": "binds us politically and legally", "binds us in law and in politics".
fn binding_second(i: Tokens<'_>) -> Read<'_, GuaranteesBinding> {
    let legal = (c(Concept::Binding), within(5, c(Concept::Politically)), within(7, c(Concept::Legally)));
    let political = (c(Concept::Binding), within(5, c(Concept::Legally)), within(4, c(Concept::Politically)));
    alt((value(GuaranteesBinding::Legal, legal), value(GuaranteesBinding::Political, political))).parse(i)
}

/// `activation = when … ceasefire [… in force] | activate … when … ceasefire`.
fn activation(i: Tokens<'_>) -> Read<'_, Activation> {
    let force = || within(5, any(Senses::of(&[Concept::InForce, Concept::Activate])));
    let ceasefire = || within_not(6, Senses::of(&[Concept::PeaceAgreement]), c(Concept::Ceasefire));
    let active = (
        any(Senses::of(&[Concept::Activate, Concept::InForce])),
        within_not(8, BARRIER, any(WHEN)),
        ceasefire(),
        nom::combinator::opt(force()),
    );
    let plain = (any(WHEN), ceasefire(), nom::combinator::opt(force()));
    value(Activation::CeasefireInForce, alt((value((), active), value((), plain)))).parse(i)
}

/// `additional_to = ["in addition to"] … "bilateral security agreements"`.
fn additional_to(i: Tokens<'_>) -> Read<'_, AdditionalTo> {
    let named = pair(c(Concept::AdditionalTo), within(6, c(Concept::BilateralAgreements)));
    let behind = pair(c(Concept::BilateralAgreements), within(6, c(Concept::AdditionalTo)));
    value(AdditionalTo::BilateralSecurityAgreements, alt((named, behind))).parse(i)
}

const COMMA: Senses = Senses::of(&[Concept::Comma]);
const CONFORM: Senses = Senses::of(&[Concept::InAccordance, Concept::Under]);

/// `in_accordance_with = conform … ("legal" | "constitutional")`, not "legally binding".
fn legal(i: Tokens<'_>) -> Read<'_, Conformity> {
    let rest = pair(any(CONFORM), within_not(7, Senses::of(&[Concept::Binding]), c(Concept::Legally))).parse(i)?.0;
    if rest.first().is_some_and(|t| t.is(Concept::Binding)) {
        return Err(nom::Err::Error(crate::grammar::prim::Miss));
    }
    Ok((rest, Conformity::LegalArrangements))
}

fn constitutional(i: Tokens<'_>) -> Read<'_, Conformity> {
    let conforms = pair(any(CONFORM), within(9, c(Concept::Constitutional)));
    // "their constitutions are respected"
    let kept = pair(c(Concept::Constitutional), within_not(6, COMMA, c(Concept::InAccordance)));
    value(Conformity::ConstitutionalArrangements, alt((conforms, kept))).parse(i)
}
