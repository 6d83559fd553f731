//! The preamble: aim, basis, what is welcomed and affirmed. Source: grammar-notes/preamble.md.

use crate::grammar::prim::{BARRIER, PARTY, Read, any, c, party_of, within, within_not};
use crate::grammar::sentence::{Sentence, add};
use crate::model::{Affirmed, Fact, Party, Preamble, PreambleAim, PreambleBasis, Welcomed};
use crate::token::{Concept, Senses, Token, Tokens};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use nom::sequence::pair;

/// Reads one sentence that stands before the components.
pub(crate) fn read(s: &Sentence<'_>, out: &mut Preamble) {
    s.each_with(Senses::of(&[Concept::Just]), aim, |v, at| add(&mut out.aim, s.attribute(v, at)));
    s.each_of(Senses::of(&[Concept::UnCharter]), |_, at| {
        add(&mut out.basis, s.attribute(PreambleBasis::UnCharter, at))
    });
    s.each_with(Senses::of(&[Concept::Progress]), welcomes, |v, at| add(&mut out.welcomes, s.fact(v, at)));
    s.each_with(Senses::of(&[Concept::DefendItself]), defence_capability, |v, at| {
        // "no security without a Ukraine able to defend itself" denies the security.
        add(&mut out.affirms, s.fact(v, at).map(|fact| Fact { negated: false, ..fact }))
    });
    s.each_of(Senses::of(&[Concept::Sovereignty]), |_, at| {
        let russia = s.before(at.start, 3, PARTY).is_some_and(|p| party_of(&s.tokens[p]) == Some(Party::Russia));
        if russia {
            return;
        }
        // "respect for the sovereignty of" another is not said of Ukraine.
        if s.has(Senses::of(&[
            Concept::Party,
            Concept::Demonym,
            Concept::UkrainianSoil,
            Concept::Pronoun,
            Concept::Afu,
        ])) {
            add(&mut out.affirms, s.fact(Affirmed::UkraineSovereignty, at).map(|fact| harmless(s, fact)));
        }
    });
    // "no settlement without guarantees" denies the settlement, not the backing.
    s.each_with(Senses::of(&[Concept::PeaceAgreement]), settlement, |v, at| {
        add(&mut out.affirms, s.fact(v, at).map(|fact| Fact { negated: false, ..fact }))
    });
}

/// "Its sovereignty cannot be bargained away", "no settlement may undermine it": what is denied is the harm. Only a text that
/// speaks of words denies that they stand in it.
fn harmless(s: &Sentence<'_>, fact: Fact<Affirmed>) -> Fact<Affirmed> {
    const WORDING: Senses = Senses::of(&[
        Concept::Removed,
        Concept::NotForeseen,
        Concept::Passage,
        Concept::Declaration,
        Concept::Draft,
        Concept::Final,
        Concept::Said,
        Concept::Include,
    ]);
    if fact.negated && !s.has(WORDING) { Fact { negated: false, modality: None, ..fact } } else { fact }
}

/// `aim = "just" … "lasting" … "peace"`, in either order.
fn aim(i: Tokens<'_>) -> Read<'_, PreambleAim> {
    let just_lasting = (c(Concept::Just), within(2, c(Concept::Lasting)), within(2, c(Concept::Peace)));
    let lasting_just = (c(Concept::Lasting), within(2, c(Concept::Just)), within(2, c(Concept::Peace)));
    let one_that_lasts = (c(Concept::Just), within(1, c(Concept::Peace)), within(6, c(Concept::Lasting)));
    let that_is = (c(Concept::Peace), within(4, c(Concept::Just)), within(2, c(Concept::Lasting)));
    let behind = (c(Concept::Peace), within(4, c(Concept::Lasting)), within(2, c(Concept::Just)));
    value(PreambleAim::JustAndLastingPeace, alt((just_lasting, lasting_just, one_that_lasts, that_is, behind))).parse(i)
}

/// `welcomes = welcome … progress | progress … be welcome`.
fn welcomes(i: Tokens<'_>) -> Read<'_, Welcomed> {
    let active = pair(c(Concept::Welcome), within(8, c(Concept::Progress)));
    let passive = pair(c(Concept::Progress), within(14, c(Concept::Welcome)));
    value(Welcomed::Progress, alt((active, passive))).parse(i)
}

/// `defence_capability = ability … "to defend itself" | "Ukraine's self-defence capability"`.
fn defence_capability(i: Tokens<'_>) -> Read<'_, Affirmed> {
    let ability = pair(any(ABILITY), within(5, c(Concept::DefendItself)));
    let reversed = pair(c(Concept::DefendItself), within(1, any(ABILITY)));
    // "a Ukraine able to defend itself": in one word.
    let at_once = verify(c(Concept::DefendItself), |t: &Token| t.any(ABILITY));
    value(Affirmed::UkraineDefenceCapability, alt((value((), ability), value((), reversed), value((), at_once))))
        .parse(i)
}

const ABILITY: Senses = Senses::of(&[Concept::Ability, Concept::Capability]);

/// `settlement = agreement … backed … guarantees`, no relative clause between.
fn settlement(i: Tokens<'_>) -> Read<'_, Affirmed> {
    const BACKED: Senses = Senses::of(&[Concept::Backed, Concept::Support]);
    let barrier = BARRIER.and(Senses::of(&[Concept::But]));
    let forward = (
        c(Concept::PeaceAgreement),
        within_not(12, barrier, any(BACKED)),
        within_not(9, barrier, c(Concept::Guarantees)),
    );
    let reversed = (
        c(Concept::Guarantees),
        within_not(6, barrier, any(BACKED)),
        opt(c(Concept::Function)),
        within_not(5, barrier, c(Concept::PeaceAgreement)),
    );
    let behind = (
        c(Concept::PeaceAgreement),
        within_not(14, barrier, c(Concept::Guarantees)),
        within_not(8, barrier, any(BACKED)),
    );
    let must =
        (c(Concept::PeaceAgreement), within_not(4, barrier, any(MUST)), within_not(8, barrier, c(Concept::Guarantees)));
    // "no settlement without guarantees", "without guarantees there is no settlement"
    let without = (
        c(Concept::PeaceAgreement),
        within_not(8, barrier, c(Concept::No)),
        within_not(3, barrier, c(Concept::Guarantees)),
    );
    let denies = Senses::of(&[Concept::No, Concept::Not]);
    let none = pair(any(denies), within_not(2, barrier, without));
    let first = (
        c(Concept::No),
        within_not(3, barrier, c(Concept::Guarantees)),
        within_not(5, barrier, any(denies)),
        within_not(3, barrier, c(Concept::PeaceAgreement)),
    );
    value(
        Affirmed::SettlementBackedByGuarantees,
        alt((
            value((), forward),
            value((), reversed),
            value((), behind),
            value((), must),
            value((), none),
            value((), first),
        )),
    )
    .parse(i)
}

const MUST: Senses = Senses::of(&[Concept::Shall, Concept::Should]);
