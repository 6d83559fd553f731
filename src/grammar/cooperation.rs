//! Long-term defence cooperation. Source: grammar-notes/cooperation.md.

use crate::grammar::carry::MODALS;
use crate::grammar::prim::{BARRIER, Miss, Read, any, c, party, within, within_not};
use crate::grammar::sentence::{Sentence, add, add_carried};
use crate::model::{Cooperation, CooperationArea, CooperationAspect, Instrument, Party, Term};
use crate::token::{Concept, Senses, Token, Tokens};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use nom::sequence::{pair, preceded};

const ASPECT: Senses = Senses::of(&[Concept::Deepen, Concept::Increase, Concept::Begin, Concept::Continue]);
const BE: Senses = Senses::of(&[Concept::Be]);
/// "deepened", "stepped up"
const DEEPEN: Senses = Senses::of(&[Concept::Deepen, Concept::Increase]);
const AREA: Senses =
    Senses::of(&[Concept::Training, Concept::JointProduction, Concept::JointDevelopment, Concept::Intelligence]);
const AREAS: &[(Concept, CooperationArea)] = &[
    (Concept::Training, CooperationArea::Training),
    (Concept::JointProduction, CooperationArea::JointProduction),
    (Concept::JointDevelopment, CooperationArea::JointDevelopment),
    (Concept::Intelligence, CooperationArea::Intelligence),
];
const TIES: Senses = Senses::of(&[Concept::DefenceCooperation, Concept::Cooperation]);

/// Reads one sentence about the cooperation.
pub(crate) fn read(s: &Sentence<'_>, out: &mut Cooperation) {
    s.each_with(Senses::of(&[Concept::LongTerm]), term, |v, at| add_carried(&mut out.term, s.fact(v, at)));
    s.each_with(ASPECT, aspect, |v, at| add_carried(&mut out.aspect, s.fact(v, at)));
    if s.has(ASPECT) && s.has(TIES) {
        s.each_from(TIES, own_verb, |v, at| add_carried(&mut out.aspect, s.fact(v, at)));
    }
    if s.shape.free_order {
        // "… cooperation with Ukraine, which will be deepened": in prose the comma may lead to another matter.
        let apart = if s.told { Senses::of(&[Concept::Comma]) } else { Senses::default() };
        let behind = |i| preceded(any(TIES), within_not(8, apart, kind)).parse(i);
        s.each_with(ASPECT, behind, |v, at| add_carried(&mut out.aspect, s.fact(v, at)));
    }
    // "… cooperation with Ukraine, which we intend to deepen"
    let relative = |i| {
        let which = pair(c(Concept::Relative), within_not(5, COMMA, kind));
        preceded((any(TIES), opt(c(Concept::With)), opt(party), c(Concept::Comma)), which).parse(i)
    };
    s.each_with(ASPECT, relative, |(_, v), at| add_carried(&mut out.aspect, s.fact(v, at)));
    // "It will be deepened over the long term", under the component's heading.
    // Where the order is free the pronoun stands behind the verb, or is not there at all: "Zostanie pogłębiona …".
    const OPENS: Senses = ASPECT.and(Senses::of(&[Concept::Be, Concept::Will, Concept::Shall, Concept::LongTerm]));
    let first = s.tokens[0];
    let it = Senses::of(&[Concept::Pronoun]);
    // "Defence cooperation: to be deepened over the long term"
    let infinitive = first.is(Concept::To) && s.tokens.get(1).is_some_and(|t| t.any(ASPECT.and(BE)));
    // "Ausgebaut wird auch die Ausbildung": that has a subject of its own.
    let joint = s.after(1, 4, AREA.and(Senses::of(&[Concept::And, Concept::Comma])));
    // "Начнется с обучения": that is what it begins with.
    let opens_with =
        first.is(Concept::Begin) && s.after(1, 2, Senses::of(&[Concept::With, Concept::By, Concept::From])).is_some();
    let other = !opens_with && joint.is_some_and(|at| s.tokens[at].any(AREA));
    // "Se intensificará …": its aspect may stand behind a small word.
    let early = s.tokens.iter().take(4).any(|t| t.any(ASPECT));
    let dropped = s.shape.free_order && ((first.any(OPENS) || early) && !other || s.after(0, 5, it).is_some());
    if !s.told && !s.has(TIES) && (first.any(it) || infinitive || dropped) {
        s.each_from(ASPECT, kind, |v, at| add_carried(&mut out.aspect, s.fact(v, at)));
        s.each_of(Senses::of(&[Concept::LongTerm]), |_, at| add_carried(&mut out.term, s.fact(Term::LongTerm, at)));
    }
    if !s.told || s.has(TIES.and(Senses::of(&[Concept::JointProduction, Concept::JointDevelopment]))) {
        // A word may name two: "opracowywać i produkować".
        for (concept, area) in AREAS {
            s.each_of(Senses::of(&[*concept]), |_, at| add_carried(&mut out.area, s.fact(*area, at)));
        }
        s.each_of(Senses::of(&[Concept::EuropeanInstruments]), |_, at| {
            add(&mut out.instrument, s.fact(Instrument::EuropeanInstruments, at));
        });
    }
}

/// `term = "long-term" … cooperation | cooperation … "long-term"`.
fn term(i: Tokens<'_>) -> Read<'_, Term> {
    let forward = pair(c(Concept::LongTerm), within(6, any(TIES)));
    let behind = pair(any(TIES), within(6, c(Concept::LongTerm)));
    value(Term::LongTerm, alt((forward, behind))).parse(i)
}

/// `aspect = (deepen | begin | continue) … cooperation`.
fn aspect(i: Tokens<'_>) -> Read<'_, CooperationAspect> {
    // "cooperation … is to be deepened"
    let passive = (
        any(TIES.and(Senses::of(&[Concept::Training, Concept::JointProduction]))),
        within(9, alt((c(Concept::Be), c(Concept::Will), c(Concept::Shall)))),
        within(4, any(DEEPEN)),
    );
    if let Ok((rest, _)) = { passive }.parse(i) {
        return Ok((rest, CooperationAspect::Deepen));
    }
    // "Defence cooperation, finally, is to begin with …"
    const APART: Senses = Senses::of(&[Concept::Party, Concept::Relative, Concept::And]);
    const MODAL: Senses = Senses::of(&[Concept::Be, Concept::Will, Concept::Shall, Concept::To]);
    let begins = (any(TIES), within_not(5, APART, any(MODAL)), opt(c(Concept::To)), kind);
    if let Ok((rest, (_, _, _, kind))) = { begins }.parse(i) {
        return Ok((rest, kind));
    }
    let (rest, kind) = kind(i)?;
    let others = Senses::of(&[Concept::Afu, Concept::MilitaryAssistance, Concept::Supply]);
    let ties = within_not(9, others, any(TIES));
    let (rest, _) =
        alt((value((), ties), value((), pair(c(Concept::To), c(Concept::Deepen))), value((), c(Concept::Pronoun))))
            .parse(rest)?;
    Ok((rest, kind))
}

/// `aspect = cooperation [aside] verb`, where one word is the verb and its future: "La cooperazione, infine, proseguirà".
///
/// An aside stands between commas: "…, que viene de lejos, se mantendrá"; a clause of the cooperation's own opens with
/// its verb: "…, adossée aux instruments européens, qui débutera".
fn own_verb(i: Tokens<'_>) -> Read<'_, CooperationAspect> {
    const SMALL: Senses = Senses::of(&[
        Concept::Function,
        Concept::First,
        Concept::LongTerm,
        Concept::Lasting,
        Concept::EuropeanInstruments,
        Concept::Backed,
        Concept::Comma,
    ]);
    let verb = |t: &Token| t.any(MODALS) && t.any(ASPECT) && !t.is(Concept::Be);
    let (rest, _) = any(TIES).parse(i)?;
    let (mut rest, _) = opt(pair(c(Concept::With), verify(party, |p| *p == Party::Ukraine))).parse(rest)?;
    for _ in 0..8 {
        let Some((token, behind)) = rest.0.split_first() else { break };
        if verb(token) {
            return kind(rest);
        }
        let aside = token.is(Concept::Relative) && !behind.first().is_some_and(verb);
        if aside {
            let Some(end) = behind.iter().take(8).position(|t| t.any(COMMA.and(BARRIER))) else { break };
            rest = Tokens(&behind[end..]);
        } else if token.any(SMALL) || token.is(Concept::Relative) {
            rest = Tokens(behind);
        } else {
            break;
        }
    }
    Err(nom::Err::Error(Miss))
}

const COMMA: Senses = Senses::of(&[Concept::Comma]);

fn kind(i: Tokens<'_>) -> Read<'_, CooperationAspect> {
    alt((
        value(CooperationAspect::Deepen, any(DEEPEN)),
        value(CooperationAspect::Begin, c(Concept::Begin)),
        value(CooperationAspect::Continue, c(Concept::Continue)),
    ))
    .parse(i)
}
