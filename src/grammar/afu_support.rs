//! Support to the Armed Forces of Ukraine. Source: grammar-notes/afu_support.md.

use crate::grammar::carry::MODALS;
use crate::grammar::prim::{BARRIER, Miss, PARTY, Read, any, c, party_of, within, within_not};
use crate::grammar::sentence::{Sentence, add, add_carried};
use crate::grammar::shared::future_attack;
use crate::model::{
    AfuMeasure, AfuPurpose, AfuRole, AfuSupport, AssistanceAspect, AssistanceKind, Party, Term, Trigger,
};
use crate::token::{Concept, Senses, Token, Tokens};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek, value};
use nom::sequence::pair;

const AID: Senses = Senses::of(&[Concept::MilitaryAssistance, Concept::Support, Concept::Armament, Concept::Supply]);
const LASTING: Senses = Senses::of(&[Concept::Sustain, Concept::Lasting, Concept::LongTerm, Concept::Continuous]);

/// Reads one sentence about the support to the Armed Forces.
pub(crate) fn read(s: &Sentence<'_>, out: &mut AfuSupport) {
    assistance(s, out);
    s.each_with(Senses::of(&[Concept::Capability, Concept::Ability]), purpose, |v, at| {
        add(&mut out.purpose, s.fact(v, at))
    });
    s.each_of(Senses::of(&[Concept::FirstLine]), |_, at| add(&mut out.role, s.fact(AfuRole::FirstLineOfDefence, at)));
    s.each_of(Senses::of(&[Concept::Deterrence]), |_, at| {
        if !s.told || s.has(Senses::of(&[Concept::FirstLine, Concept::Afu])) {
            add(&mut out.role, s.fact(AfuRole::Deterrence, at));
        }
    });
    force_level(s, out);
    measures(s, out);
    s.each_of(Senses::of(&[Concept::NotLimited]), |_, at| exhaustive(s, false, at, out));
    s.each_of(Senses::of(&[Concept::AmongOthers]), |_, at| exhaustive(s, false, at, out));
    s.each_of(Senses::of(&[Concept::Exhaustive]), |_, at| {
        if !s.carriers[at.start].negated {
            exhaustive(s, true, at, out);
        }
    });
}

/// "is not limited to" denies the limit, not the measures.
fn exhaustive(s: &Sentence<'_>, complete: bool, at: std::ops::Range<usize>, out: &mut AfuSupport) {
    let listed = !s.told
        || s.has(Senses::of(&[Concept::DefencePackages, Concept::Finance, Concept::Depot, Concept::Fortification]));
    if listed {
        let fact = s.fact(complete, at).map(|fact| crate::model::Fact { negated: false, ..fact });
        add(&mut out.measures_exhaustive, fact);
    }
}

/// `kind = military_assistance | (military_assistance … joint | supply) armament`; term and aspect belong to it.
fn assistance(s: &Sentence<'_>, out: &mut AfuSupport) {
    let kinds = &mut out.assistance.kind;
    s.each_from(GIVEN, military_assistance, |v, at| {
        if !packaged(s, at.end) {
            add_carried(kinds, s.fact(v, at));
        }
    });
    s.each_of(Senses::of(&[Concept::Armament]), |token, at| {
        let bought =
            s.before(at.start, 7, Senses::of(&[Concept::Purchase, Concept::Finance, Concept::Depot])).is_some()
                || s.after(at.end, 4, Senses::of(&[Concept::Purchase, Concept::Finance, Concept::Depot]))
                    // "weapons and access to depots": the next item of the list is another matter.
                    .is_some_and(|next| s.find(at.end..next, Senses::of(&[Concept::Comma, Concept::And])).is_none());
        // "Waffenlieferungen" names both in one word.
        let given = token.is(Concept::Supply)
            || s.before(at.start, 4, Senses::of(&[Concept::MilitaryAssistance, Concept::Supply, Concept::Military]))
                .is_some()
            || s.after(at.end, 2, Senses::of(&[Concept::Supply, Concept::Support, Concept::MilitaryAssistance]))
                .is_some()
            // "they will carry on getting weapons"
            || s.before(at.start, 3, ASPECT.and(Senses::of(&[Concept::Comma, Concept::And])))
                .is_some_and(|word| s.tokens[word].any(ASPECT));
        if !bought && given && !packaged(s, at.end) {
            add_carried(kinds, s.fact(AssistanceKind::Armament, at));
        }
    });
    s.each_with(Senses::of(&[Concept::LongTerm]), term, |v, at| {
        if !packaged(s, at.end) {
            add_carried(&mut out.assistance.term, s.fact(v, at));
        }
    });
    s.each_with(ASPECT, aspect, |v, at| {
        // "If military aid continues, …"
        if s.before(at.start, 2, Senses::of(&[Concept::If])).is_none() {
            add_carried(&mut out.assistance.aspect, s.fact(v, at));
        }
    });
    if s.has(ASPECT) {
        let aid = Senses::of(&[Concept::Support, Concept::Supply]);
        s.each_from(aid, army_aided, |v, at| add_carried(&mut out.assistance.aspect, s.fact(v, at)));
    }
    if s.shape.free_order {
        s.each_with(ASPECT, aspect_behind, |v, at| add_carried(&mut out.assistance.aspect, s.fact(v, at)));
    }
}

/// What stands behind a clause's last word.
const ENDS: Senses = Senses::of(&[Concept::Comma, Concept::And, Concept::But]);
const GIVEN: Senses = Senses::of(&[Concept::MilitaryAssistance, Concept::Military]);
const MEASURES: Senses = Senses::of(&[
    Concept::DefencePackages,
    Concept::Finance,
    Concept::Support,
    Concept::Armament,
    Concept::Budget,
    Concept::Access,
    Concept::Depot,
    Concept::Fortification,
]);

/// "assistance packages" is a measure, not the assistance.
fn packaged(s: &Sentence<'_>, end: usize) -> bool {
    s.after(end, 1, Senses::of(&[Concept::DefencePackages])).is_some()
}

/// `military_assistance = "military assistance" | "military" … joint … "support"`.
fn military_assistance(i: Tokens<'_>) -> Read<'_, AssistanceKind> {
    const JOINT: Senses =
        Senses::of(&[Concept::And, Concept::Comma, Concept::Armament, Concept::Technical, Concept::Slash]);
    let joint = (c(Concept::Military), any(JOINT), within(2, c(Concept::Support)));
    let help = pair(c(Concept::Military), within_not(2, Senses::of(&[Concept::DefencePackages]), c(Concept::Support)));
    value(
        AssistanceKind::MilitaryAssistance,
        alt((value((), c(Concept::MilitaryAssistance)), value((), joint), value((), help))),
    )
    .parse(i)
}

/// `term = "long-term" … (assistance | armament) | assistance … "long-term"`.
fn term(i: Tokens<'_>) -> Read<'_, Term> {
    const AIDED: Senses = Senses::of(&[Concept::MilitaryAssistance, Concept::Support, Concept::Armament]);
    const OTHER: Senses = Senses::of(&[Concept::DefencePackages, Concept::Cooperation, Concept::DefenceCooperation]);
    let forward = pair(c(Concept::LongTerm), within_not(5, OTHER, any(AIDED)));
    let behind = pair(
        any(Senses::of(&[Concept::MilitaryAssistance, Concept::Armament])),
        within_not(8, OTHER.and(Senses::of(&[Concept::Include])), c(Concept::LongTerm)),
    );
    // "O auxílio ao exército ucraniano … por muitos anos"
    let army = pair(army_aid, within_not(10, OTHER.and(Senses::of(&[Concept::Include])), c(Concept::LongTerm)));
    let (rest, ()) = alt((value((), forward), value((), behind), value((), army))).parse(i)?;
    if rest.first().is_some_and(|t| t.any(OTHER)) {
        return Err(nom::Err::Error(Miss));
    }
    Ok((rest, Term::LongTerm))
}

/// `aspect = (continue | begin | increase) … assistance`; continued cooperation on the budget is not it.
fn aspect(i: Tokens<'_>) -> Read<'_, AssistanceAspect> {
    const OTHER: Senses =
        Senses::of(&[Concept::Cooperation, Concept::Budget, Concept::DefencePackages, Concept::Afu, Concept::Include]);
    // "military assistance will continue"
    let passive = (c(Concept::MilitaryAssistance), within(8, c(Concept::Will)), within(2, peek(any(ASPECT))));
    // "military aid would continue", "assistance is to be stepped up", "arms deliveries must begin"
    const SMALL: Senses = MODALS.and(Senses::of(&[Concept::Be, Concept::To, Concept::Function, Concept::LongTerm]));
    // "military aid and the delivery of arms …"
    const AND_ARMS: Senses = SMALL.and(Senses::of(&[Concept::And, Concept::Supply, Concept::Of, Concept::Armament]));
    let predicate = |i: Tokens<'_>| {
        let (rest, given) = any(GIVEN.and(Senses::of(&[Concept::Supply]))).parse(i).ok()?;
        let between = if given.is(Concept::MilitaryAssistance) { AND_ARMS } else { SMALL };
        let small = rest.0.iter().take(8).take_while(|t| t.any(between) && !t.any(ASPECT)).count();
        let modal = rest.0[..small].last().is_some_and(|t| t.any(SMALL));
        // "Military aid continues."
        let bare = given.is(Concept::MilitaryAssistance) && small == 0 && rest.0.get(1).is_none_or(|t| t.any(ENDS));
        let (_, kind) = aspect_word(Tokens(&rest.0[small..])).ok().filter(|_| modal || bare)?;
        Some((rest.0.len() - small - 1, kind))
    };
    if let Some((left, kind)) = predicate(i) {
        return Ok((Tokens(&i.0[i.0.len() - left..]), kind));
    }
    let i = match { passive }.parse(i) {
        Ok((rest, _)) => {
            let (_, kind) = aspect_word(rest)?;
            return Ok((Tokens(&rest.0[1..]), kind));
        }
        Err(_) => i,
    };
    let (rest, kind) = aspect_word(i)?;
    const APART: Senses = OTHER.and(Senses::of(&[Concept::Consider, Concept::Will, Concept::Shall, Concept::May]));
    let (rest, _) = alt((value((), c(Concept::Pronoun)), value((), within_not(7, APART, any(AID))))).parse(rest)?;
    Ok((rest, kind))
}

/// `aspect = "support" army … verb`: "Помощь ВСУ нарастят", "O auxílio ao exército é para prosseguir", "L'assistenza alle
/// forze armate, il cui avvio è stato concordato"; `"supply" "arms" verb`: "Поставлять вооружение начнут".
fn army_aided(i: Tokens<'_>) -> Read<'_, AssistanceAspect> {
    const SMALL: Senses = MODALS.and(OF).and(Senses::of(&[Concept::Be, Concept::Comma, Concept::Relative]));
    let arms = (c(Concept::Supply), opt(any(OF)), c(Concept::Armament));
    let (rest, _) = alt((army_aid, value((), arms))).parse(i)?;
    let small = rest.0.iter().take(6).take_while(|t| t.any(SMALL) && !t.any(ASPECT)).count();
    let rest = Tokens(&rest.0[small..]);
    // Its own verb, or what one agrees on: a noun may be another's.
    let carried = small > 0 || rest.first().is_some_and(|t| t.any(MODALS));
    if carried { aspect_word(rest) } else { Err(nom::Err::Error(Miss)) }
}

const OF: Senses = Senses::of(&[Concept::To, Concept::For, Concept::Of, Concept::Function]);

/// `"support" ["to" | "for" | "of"] army`.
fn army_aid(i: Tokens<'_>) -> Read<'_, ()> {
    value((), (c(Concept::Support), opt(any(OF)), any(Senses::of(&[Concept::Afu, Concept::ArmedForces])))).parse(i)
}

/// "die Militärhilfe fortzusetzen", where the verb may stand behind.
fn aspect_behind(i: Tokens<'_>) -> Read<'_, AssistanceAspect> {
    const OTHER: Senses = Senses::of(&[Concept::Comma, Concept::Cooperation, Concept::Budget, Concept::Include]);
    nom::sequence::preceded(any(GIVEN.and(Senses::of(&[Concept::Armament]))), within_not(6, OTHER, aspect_word))
        .parse(i)
}

const ASPECT: Senses = Senses::of(&[Concept::Continue, Concept::Increase, Concept::Begin]);

fn aspect_word(i: Tokens<'_>) -> Read<'_, AssistanceAspect> {
    alt((
        value(AssistanceAspect::Continue, c(Concept::Continue)),
        value(AssistanceAspect::Increase, c(Concept::Increase)),
        value(AssistanceAspect::Begin, c(Concept::Begin)),
    ))
    .parse(i)
}

/// `purpose = sustained … capability`, "to sustain their combat capability".
fn purpose(i: Tokens<'_>) -> Read<'_, AfuPurpose> {
    let sustained =
        pair(any(LASTING), within_not(5, AID.and(OTHER), any(Senses::of(&[Concept::Capability, Concept::Ability]))));
    // "always able to deter" is their role.
    const OTHER: Senses = Senses::of(&[Concept::Deterrence, Concept::DefendItself]);
    let lasts = any(Senses::of(&[Concept::Sustain, Concept::Lasting]));
    let reversed = pair(c(Concept::Capability), within(4, lasts));
    value(AfuPurpose::SustainedCapability, alt((sustained, reversed))).parse(i)
}

/// `force_level = number … (personnel | troops)`: a peacetime strength in persons.
fn force_level(s: &Sentence<'_>, out: &mut AfuSupport) {
    const PEOPLE: Senses = Senses::of(&[Concept::Personnel, Concept::Troops]);
    s.each_of(Senses::of(&[Concept::Number]), |token, at| {
        let near = s.after(at.end, 4, PEOPLE).or_else(|| s.before(at.start, 8, Senses::of(&[Concept::Personnel])));
        let ukraine = s.has(Senses::of(&[Concept::Personnel])) && s.has(PARTY);
        // Soldiers that somebody else counts, in the same sentence of a report, are no strength.
        let counted = s.before(at.start, 8, Senses::of(&[Concept::For, Concept::By, Concept::Comma, Concept::And]));
        let others = s.told
            && near.is_some_and(|people| !s.tokens[people].is(Concept::Personnel))
            && !s.has(Senses::of(&[Concept::Personnel, Concept::Passage]))
            && counted.is_some();
        if others || foreign(s, at.end, near) || s.told && lost(s, at.start, near) {
            return;
        }
        // "Planned strength: 700 thousand.": the figure alone, under the army's heading or label.
        let alone = !s.told && s.tokens.len() == 2 && s.tokens[1].is(Concept::Thousand);
        let near = near.or(alone.then_some(1));
        let struck = Senses::of(&[Concept::Removed, Concept::NotForeseen]);
        let army = !s.told
            || s.has(Senses::of(&[Concept::Passage])) && s.has(struck)
            || s.has(Senses::of(&[Concept::Afu, Concept::ArmedForces]))
            || ukraine && s.tokens.iter().filter_map(party_of).all(|party| party == Party::Ukraine);
        if let (Some(_), Some(count), true) = (near, number(s, token, at.end), army)
            && count >= 10_000
        {
            let thousand = usize::from(s.tokens.get(at.end).is_some_and(|t| t.is(Concept::Thousand)));
            add(&mut out.force_level, s.fact(count, at.start..at.end + thousand));
        }
    });
}

/// "700,000 Russian soldiers": between a number and its people stands another's name.
fn foreign(s: &Sentence<'_>, behind: usize, people: Option<usize>) -> bool {
    let between = people.filter(|people| *people > behind).map_or(&[][..], |people| &s.tokens[behind..people]);
    between.iter().filter_map(party_of).any(|party| party != Party::Ukraine)
}

/// "lost 100,000 soldiers": what is done to soldiers by a verb that is not known sets no strength.
fn lost(s: &Sentence<'_>, number: usize, people: Option<usize>) -> bool {
    let soldiers = people.is_some_and(|people| !s.tokens[people].is(Concept::Personnel));
    let before = s.tokens[..number].iter().rev().find(|t| !t.is(Concept::Function));
    // "will number", "is to be capped at": what is to be is none.
    let set = s.before(number, 6, MODALS.and(Senses::of(&[Concept::Be]))).is_some();
    soldiers && !set && before.is_some_and(|t| t.words() > 0 && t.is(Concept::Unknown) && !t.capital())
}

/// The number that a token writes: `800,000`, `800 000`, `800 thousand`.
fn number(s: &Sentence<'_>, token: &Token, next: usize) -> Option<u64> {
    let digits: String = token.span().of(s.text)?.chars().filter(char::is_ascii_digit).collect();
    let count: u64 = digits.parse().ok()?;
    let thousand = s.tokens.get(next).is_some_and(|t| t.is(Concept::Thousand));
    Some(if thousand { count.saturating_mul(1000) } else { count })
}

/// The measures that the support includes, and what depot access is for.
fn measures(s: &Sentence<'_>, out: &mut AfuSupport) {
    s.each_from(MEASURES, measure, |v, at| add(&mut out.measure, s.fact(v, at)));
    let access = Senses::of(&[Concept::Depot]);
    s.each_with(Senses::of(&[Concept::Attack]), future_attack, |(), at| {
        if s.before(at.start, 22, access).is_some() {
            add(&mut out.depot_access.trigger, s.fact(Trigger::FutureArmedAttack, at));
        }
    });
    // "im Falle eines neuerlichen Angriffs die Öffnung von Depots": the case before what it is for.
    if s.has(access) {
        let before = |i| {
            let (rest, ()) = future_attack(i)?;
            if opens_depot(rest.0) { Ok((rest, ())) } else { Err(nom::Err::Error(Miss)) }
        };
        s.each_with(Senses::of(&[Concept::Attack]), before, |(), at| {
            add(&mut out.depot_access.trigger, s.fact(Trigger::FutureArmedAttack, at));
        });
    }
}

/// Is what follows an attack, past small words, the access to depots?
pub(crate) fn opens_depot(tokens: &[Token]) -> bool {
    const SMALL: Senses = Senses::of(&[
        Concept::Function,
        Concept::Comma,
        Concept::Dash,
        Concept::Of,
        Concept::To,
        Concept::Be,
        Concept::Future,
    ]);
    const DEPOT: Senses = Senses::of(&[Concept::Access, Concept::Depot]);
    let Some(at) = tokens.iter().take(5).position(|t| !t.any(SMALL) || t.any(DEPOT)) else { return false };
    let far = tokens.len().min(at + 6);
    let both = |concept| tokens[at..far].iter().take_while(|t| !t.any(BARRIER)).any(|t| t.is(concept));
    tokens[at].any(DEPOT) && both(Concept::Access) && both(Concept::Depot)
}

fn measure(i: Tokens<'_>) -> Read<'_, AfuMeasure> {
    const VERB: Senses = Senses::of(&[Concept::Will, Concept::Shall, Concept::Should, Concept::May]);
    let stop = BARRIER.and(Senses::of(&[Concept::Comma]));
    let arms = || any(Senses::of(&[Concept::Armament]));
    let financing = alt((
        value((), pair(c(Concept::Finance), within_not(7, stop, arms()))),
        value((), (arms(), within_not(1, stop, c(Concept::Purchase)), within_not(2, stop, c(Concept::Finance)))),
        value((), pair(arms(), within_not(1, stop, c(Concept::Finance)))),
        // "supply weapons, finance their purchase"
        value((), (c(Concept::Finance), c(Concept::Pronoun), c(Concept::Purchase))),
        value((), (c(Concept::Support), within_not(4, stop, c(Concept::Purchase)), within_not(4, stop, arms()))),
        value((), (c(Concept::Support), within_not(4, stop, arms()), within_not(1, stop, c(Concept::Purchase)))),
    ));
    let depots = alt((
        value((), pair(c(Concept::Access), within_not(6, stop, c(Concept::Depot)))),
        value((), pair(c(Concept::Depot), within_not(2, stop, c(Concept::Access)))),
        // "Vorräte aus Depots werden im Falle eines Angriffs freigegeben"
        value((), (c(Concept::Depot), within_not(6, stop, any(VERB)), within_not(8, stop, c(Concept::Access)))),
    ));
    alt((
        value(AfuMeasure::DefencePackages, c(Concept::DefencePackages)),
        value(AfuMeasure::WeaponsFinancing, financing),
        value(AfuMeasure::BudgetCooperation, c(Concept::Budget)),
        value(AfuMeasure::DepotAccess, depots),
        value(AfuMeasure::Fortifications, c(Concept::Fortification)),
    ))
    .parse(i)
}
