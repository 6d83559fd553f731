//! The multinational force for Ukraine. Source: grammar-notes/multinational_force.md.

use crate::grammar::carry::MODALS;
use crate::grammar::prim::{
    BARRIER, LONGEST, Miss, PARTY, Read, any, c, governs, light, parties, party_of, within, within_not,
};
use crate::grammar::sentence::{Sentence, add};
use crate::grammar::shared::{Led, WHEN, future_attack, led_by, supporters, supporters_behind};
use crate::model::{
    CessationQuality, Domain, Fact, ForceCondition, ForceLocation, ForceParticipant, ForcePlanning, ForcePurpose,
    FormedFrom, MultinationalForce, Party, SupportMeans,
};
use crate::token::{Concept, Senses, Token, Tokens};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use nom::sequence::{pair, preceded};

const FORCE: Senses = Senses::of(&[Concept::Force, Concept::Troops, Concept::ForceWord]);
const AFU: Senses = Senses::of(&[Concept::Afu, Concept::ArmedForces]);
const CONTEXT: Senses =
    Senses::of(&[Concept::Force, Concept::Troops, Concept::Reassurance, Concept::ForceWord, Concept::Deploy]);

const COALITION: Party = Party::CoalitionOfTheWilling;

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

/// Reads one sentence about the force.
pub(crate) fn read(s: &Sentence<'_>, out: &mut MultinationalForce) {
    s.each_with(Senses::of(&[Concept::Contribution, Concept::Formed]), formed_from, |v, at| {
        add(&mut out.formed_from, s.fact(v, at))
    });
    // "The states of the Coalition will contribute men and means to it", under the component's heading.
    if !s.told {
        s.each_of(Senses::of(&[Concept::Contribution]), |_, at| {
            let given = s.subject(at.start).filter(|(found, _)| found.iter().any(|(p, _)| *p == COALITION));
            if let Some((_, first)) = given.filter(|(_, first)| at.start.abs_diff(*first) <= 8) {
                let range = first.min(at.start)..at.end.max(first + 1);
                add(&mut out.formed_from, s.fact(FormedFrom::CoalitionContributions, range));
            }
        });
    }
    let known = out.contributor.len();
    contributors(s, &mut out.contributor);
    answers(s, out);
    let refused = out.contributor.iter().skip(known).any(|fact| fact.negated);
    s.each_from(PURPOSE, purpose, |v, at| {
        let rebuilds = s.has(Senses::of(&[Concept::Rebuild])) && s.has(AFU);
        if !s.told || rebuilds || s.has(CONTEXT) {
            add(&mut out.purpose, s.fact(v, at));
        }
    });
    s.each_with(Senses::of(&[Concept::Planning]), planning, |v, at| {
        if s.before(at.end - 1, 4, Senses::of(&[Concept::Will, Concept::Shall, Concept::Should])).is_none() {
            add(&mut out.planning, s.fact(v, at));
        }
    });
    domains(s, &mut out.domain);
    location(s, refused, &mut out.location);
    conditions(s, out);
    led_by(s, &LED, &mut out.led_by);
    // "США в руководстве ими не участвуют": none of those who lead.
    s.each_of(Senses::of(&[Concept::TakePart]), |_, at| {
        let leading = s.before(at.start, 4, LEADING).or_else(|| s.after(at.end, 3, LEADING));
        let subject =
            s.subject(at.start).filter(|_| leading.is_some() && s.has(FORCE.and(Senses::of(&[Concept::Pronoun]))));
        for (party, at) in subject.into_iter().flat_map(|(found, first)| {
            found.into_iter().map(move |(p, _)| (p, first.min(at.start)..at.end.max(first + 1)))
        }) {
            add(&mut out.led_by, s.fact(party, at).filter(|fact| fact.negated));
        }
    });
    s.each_of(Senses::of(&[Concept::NonEuropean]), |_, at| {
        add(&mut out.participant, s.fact(ForceParticipant::NonEuropeanMembers, at));
    });
    support(s, out);
}

/// `formed_from = formed … contributions … (coalition | "willing nations")`, or "coalition contributions".
fn formed_from(i: Tokens<'_>) -> Read<'_, FormedFrom> {
    let members = || alt((value((), c(Concept::WillingNations)), value((), coalition)));
    let from = pair(c(Concept::Contribution), within(6, members()));
    let of = pair(coalition, within(4, c(Concept::Contribution)));
    let willing = pair(c(Concept::WillingNations), within(1, c(Concept::Contribution)));
    let drawn = pair(c(Concept::Formed), within(6, alt((value((), from), value((), of), value((), willing)))));
    let plain = pair(
        c(Concept::Contribution),
        pair(governs(Senses::of(&[Concept::From, Concept::Of, Concept::By])), within(4, members())),
    );
    // "made up of contingents of the states of the Coalition"
    let units = (c(Concept::Formed), within_not(3, BARRIER.and(PARTY), c(Concept::Troops)), within(4, members()));
    let national = pair(c(Concept::Formed), within_not(4, BARRIER.and(PARTY), c(Concept::Contribution)));
    value(
        FormedFrom::CoalitionContributions,
        alt((value((), drawn), value((), plain), value((), units), value((), national))),
    )
    .parse(i)
}

fn coalition(i: Tokens<'_>) -> Read<'_, Party> {
    let (rest, token) = any(PARTY).parse(i)?;
    party_of(&token).filter(|p| *p == Party::CoalitionOfTheWilling).map(|p| (rest, p)).ok_or(nom::Err::Error(Miss))
}

/// States that send forces: `parties … send … troops | demonym troops … | troops from parties | sending of …`.
fn contributors(s: &Sentence<'_>, list: &mut Vec<Fact<Party>>) {
    let send = Senses::of(&[Concept::Deploy]);
    let troops = Senses::of(&[Concept::Troops, Concept::ForceWord, Concept::Force]);
    let push = |list: &mut Vec<Fact<Party>>, found: Vec<(Party, usize)>, range: std::ops::Range<usize>| {
        let conditional = s.before(range.start, 2, Senses::of(&[Concept::If])).is_some();
        let considered =
            conditional || s.before(range.end, range.len() + 3, Senses::of(&[Concept::Consider])).is_some();
        for (party, _) in found.into_iter().filter(|(p, _)| sends(*p) && !considered) {
            add(list, s.fact(party, range.clone()));
        }
    };
    // Troops that are named by their country alone are ours where the sentence places them.
    let here = || !s.told || s.tokens.iter().any(|t| t.any(HERE) || party_of(t) == Some(Party::Ukraine));
    let mut last = None;
    refusers(s, list);
    // A declaration of intent on sending troops sends none.
    if !s.has(troops) || s.told && s.has(Senses::of(&[Concept::OfIntent])) {
        return;
    }
    for &at in s.islands {
        let at = usize::from(at);
        let token = &s.tokens[at];
        // "Italy has ruled it out, as have Greece and Poland", "and neither will Romania"
        if let (Some(negated), true) = (last, token.any(Senses::of(&[Concept::As, Concept::Not]))) {
            // "…, ebenso Polen": names alone, to the end
            let names = |i| verify(preceded(c(Concept::As), pair(parties, ended)), |_| set_off(s, at)).parse(i);
            let same = names(Tokens(&s.tokens[at..])).map(|(rest, (found, ()))| (rest, found));
            if let Ok((rest, found)) = same.or_else(|_| likewise(Tokens(&s.tokens[at..]))) {
                let end = s.tokens.len() - rest.0.len();
                for party in found.into_iter().filter(|p| sends(*p)) {
                    add(list, s.fact(party, at..end).map(|fact| Fact { negated, ..fact }));
                }
            }
            continue;
        }
        // "has promised a company of infantry", "will not take part with troops"
        let near = |most: usize| s.after(at + 1, most, Senses::of(&[Concept::Troops]));
        let promised = token.is(Concept::Commit)
            && !token.is(Concept::Commitments)
            && near(5).is_some_and(|object| s.find(at + 1..object, APART).is_none());
        let joins = token.is(Concept::TakePart)
            && near(3).is_some_and(|object| s.find(at + 1..object, Senses::of(&[Concept::With])).is_some());
        if token.any(send) || promised || joins {
            let Some(object) = s.object(at, 9, troops) else { continue };
            // "Logistik für die Truppe bereitstellen"
            let for_it = s.shape.free_order.then(|| s.before(object, 2, Senses::of(&[Concept::For]))).flatten();
            let Some(object) = for_it.map_or(Some(object), |of| s.before(of, 4, troops)) else { continue };
            let about = !s.told
                || s.tokens[object].is(Concept::Troops)
                || s.has(Senses::of(&[Concept::Force, Concept::Troops]));
            // "will provide the force with intelligence": the force is given something, not formed.
            let given = s.tokens[object].any(Senses::of(&[Concept::Force, Concept::ForceWord]))
                && s.after(object.max(at) + 1, 4, Senses::of(&[Concept::Intelligence, Concept::Logistics]))
                    .is_some_and(|means| s.find(object..means, JOINT).is_none());
            // "… sends no soldiers, but offers help": they are the first verb's.
            let others = object < at
                && !s.carriers[at].negated
                && s.find(object..at, Senses::of(&[Concept::Comma, Concept::But])).is_some();
            if given || others {
                continue;
            }
            let foreign = s.tokens[at.min(object)..at.max(object)]
                .iter()
                .any(|t| t.any(PARTY) && party_of(t) == Some(Party::Ukraine));
            if let Some((found, first)) = s.subject_or_actor(at).filter(|_| about && !foreign) {
                let end = object.max(at).max(first) + 1;
                push(list, found, first.min(object).min(at)..end);
                last = Some(s.carriers[end - 1].negated);
            }
        }
        // "soldados franceses podrían ser desplegados"
        if s.shape.adjective_behind && token.is(Concept::Troops) {
            let near = s.tokens[at + 1..].iter().take(2).position(|t| t.is(Concept::Demonym));
            if let Some(party) = near.map(|on| at + 1 + on) {
                let moved = s.after(party + 1, 6, send).is_some() || s.before(at, 6, send).is_some();
                let denied = s.carriers[party].negated;
                if here() && (moved || denied) {
                    let found = demonyms(s, party);
                    let end = found.last().map_or(party, |(_, at)| *at) + 1;
                    push(list, found, at..end);
                    last = Some(denied);
                }
            }
        }
        if token.any(PARTY) {
            // "British, French and partner forces could operate", "no Italian troops"
            let Ok((rest, found)) = demonyms_with_troops(Tokens(&s.tokens[at..])) else { continue };
            let end = s.tokens.len() - rest.0.len();
            let far = if s.shape.free_order { 9 } else { 6 };
            let moved = s.after(end, far, send).is_some() || s.before(at, 6, send).is_some();
            // "American soldiers will not belong to it": the denial stands behind them.
            let not = s.after(end, 4, Senses::of(&[Concept::Not])).map_or(end, |not| not + 1);
            let denied = s.carriers[not - 1].negated;
            if here() && (moved || denied) {
                push(list, found.into_iter().map(|p| (p, at)).collect(), at..not);
                last = Some(denied);
            }
        }
    }
    // "Belgium sends soldiers, Hungary does not"
    if last.is_some() {
        for (party, at) in s.left_out().filter(|(party, _)| sends(*party)) {
            add(list, s.fact(party, at..at + 1));
        }
    }
}

/// Between a promise and the troops that it is of stands none of these.
const APART: Senses = Senses::of(&[
    Concept::To,
    Concept::For,
    Concept::Support,
    Concept::Relative,
    Concept::Guarantees,
    Concept::Comma,
    Concept::Force,
    Concept::Rebuild,
    Concept::Training,
    Concept::Intelligence,
    Concept::Logistics,
]);

/// "Poland would send none", "Nor will Slovakia": troops of which the sentence before spoke.
fn refusers(s: &Sentence<'_>, list: &mut Vec<Fact<Party>>) {
    if !s.told
        && s.tokens.len() <= 8
        && let Some(before) = list.last().filter(|fact| fact.negated).map(|fact| fact.span)
        && before.end + 160 > s.span(&(0..1)).start
        && let Ok((rest, found)) = likewise(Tokens(s.tokens))
    {
        let end = s.tokens.len() - rest.0.len();
        for party in found.into_iter().filter(|party| sends(*party)) {
            add(list, s.attribute(party, 0..end).map(|fact| Fact { negated: true, ..fact }));
        }
    }
    for &at in s.islands {
        let at = usize::from(at);
        if sends_none(s.tokens, at)
            && let Some((found, first)) = s.subject(at)
        {
            for (party, _) in found.into_iter().filter(|(party, _)| sends(*party)) {
                let fact = s.fact(party, first.min(at)..at + 2);
                add(list, fact.map(|fact| Fact { negated: true, ..fact }));
            }
        }
    }
}

/// Is it a verb of sending whose whole object is "none"?
pub(crate) fn sends_none(tokens: &[Token], at: usize) -> bool {
    const ENDS: Senses = Senses::of(&[Concept::Comma, Concept::Stop, Concept::And, Concept::But]);
    tokens[at].is(Concept::Deploy)
        && tokens.get(at + 1).is_some_and(|t| t.is(Concept::No))
        && tokens.get(at + 2).is_none_or(|t| t.any(ENDS))
}

/// "Australia will send soldiers. Japan will not.": a sentence of names and an auxiliary, right behind one on who sends troops.
fn answers(s: &Sentence<'_>, out: &mut MultinationalForce) {
    if s.told || !answers_by_name(s.tokens) {
        return;
    }
    let end = |list: &[Fact<Party>]| list.iter().map(|fact| fact.span.end).max();
    let Some(sent) = end(&out.contributor) else { return };
    let begin = s.tokens[0].start as usize;
    // Nothing was said since of who leads or helps, and no sentence lies between.
    let others = [end(&out.led_by), end(&out.supported_by), end(&out.backed_if_attacked_by)];
    let between = s.text.get(sent..begin).filter(|text| text.len() <= NEAR);
    let between = between.map(|text| text.matches(['.', '!', '?', ';', '\n']).count());
    if others.iter().flatten().any(|&other| other > sent) || between != Some(1) {
        return;
    }
    let negated = s.tokens.iter().any(|t| t.is(Concept::Not));
    let last = s.tokens.len();
    for at in 0..last {
        let token = &s.tokens[at];
        if let Some(party) = party_of(token).filter(|party| token.is(Concept::Party) && sends(*party)) {
            add(&mut out.contributor, s.fact(party, at..last).map(|fact| Fact { negated, ..fact }));
        }
    }
}

/// How many bytes may stand behind who sends troops, to the end of that sentence.
const NEAR: usize = 96;

/// Names, an auxiliary or a denial, and small words: nothing else.
pub(crate) fn answers_by_name(tokens: &[Token]) -> bool {
    const VERB: Senses = Senses::of(&[Concept::Not, Concept::Will, Concept::May]);
    const SMALL: Senses = VERB.and(JOINT).and(Senses::of(&[
        Concept::Function,
        Concept::Dash,
        Concept::Pronoun,
        Concept::But,
        Concept::Stop,
    ]));
    let name = |t: &Token| t.is(Concept::Party) && !t.is(Concept::Oblique);
    // "L'Italie et la Pologne, elles, n'en enverront pas": what is not sent is what was spoken of.
    let denied = tokens.iter().any(|t| t.is(Concept::Not));
    let small = |t: &Token| t.any(SMALL) && !t.any(SENDS) || denied && t.any(SENDS);
    tokens.iter().any(name)
        && tokens.iter().any(|t| t.any(VERB))
        && tokens.iter().all(|t| name(t) || small(t) && !t.any(SAYS))
}

const SENDS: Senses = Senses::of(&[Concept::Deploy, Concept::In]);
/// Verbs that say more than an auxiliary does.
const SAYS: Senses = Senses::of(&[Concept::Lead, Concept::Support, Concept::Commit]);

/// The adjectives from `first` on: "soldats français et britanniques".
fn demonyms(s: &Sentence<'_>, first: usize) -> Vec<(Party, usize)> {
    let mut found = Vec::new();
    for (at, token) in s.tokens.iter().enumerate().skip(first).take(LONGEST) {
        if token.is(Concept::Demonym) {
            found.extend(party_of(token).map(|party| (party, at)));
        } else if !token.any(JOINT.and(Senses::of(&[Concept::Or]))) {
            break;
        }
    }
    found
}

/// Is nothing left of the sentence, or of its part?
fn ended(i: Tokens<'_>) -> Read<'_, ()> {
    match i.first() {
        Some(token) if !token.any(BARRIER.and(Senses::of(&[Concept::Comma]))) => Err(nom::Err::Error(Miss)),
        _ => Ok((i, ())),
    }
}

/// Does a comma or "and" stand before the word at `at`?
fn set_off(s: &Sentence<'_>, at: usize) -> bool {
    at > 0 && s.tokens[at - 1].any(JOINT)
}

/// `likewise = ("as" | "neither") auxiliary parties`: what was said holds of these too.
fn likewise(i: Tokens<'_>) -> Read<'_, Vec<Party>> {
    let auxiliary = any(Senses::of(&[Concept::Will, Concept::Deploy, Concept::Function, Concept::Shall, Concept::Be]));
    preceded(pair(any(Senses::of(&[Concept::As, Concept::Not])), auxiliary), parties).parse(i)
}

const HERE: Senses = Senses::of(&[Concept::Force, Concept::UkrainianSoil, Concept::Afu]);

pub(crate) fn sends(party: Party) -> bool {
    !matches!(
        party,
        Party::CoalitionOfTheWilling | Party::Ukraine | Party::Russia | Party::Europe | Party::Nato | Party::G7
    )
}

/// `demonym { joint demonym } ["and" … "partner"] troops`.
fn demonyms_with_troops(i: Tokens<'_>) -> Read<'_, Vec<Party>> {
    const BETWEEN: Senses = JOINT.and(Senses::of(&[Concept::Or, Concept::Member]));
    let mut found = Vec::new();
    let mut rest = i;
    while let Some((token, behind)) = rest.0.split_first() {
        if token.any(PARTY) && found.len() < LONGEST {
            found.extend(party_of(token));
        } else if !token.any(BETWEEN) {
            break;
        }
        rest = Tokens(behind);
    }
    let (rest, _) = pair(
        // A word may mean both: "військових".
        opt(verify(any(Senses::of(&[Concept::Military, Concept::Function])), |t: &Token| !t.is(Concept::Troops))),
        any(Senses::of(&[Concept::Troops, Concept::ForceWord])),
    )
    .parse(rest)?;
    Ok((rest, found))
}

const PURPOSE: Senses =
    AFU.and(Senses::of(&[Concept::Rebuild, Concept::Restore, Concept::Deterrence, Concept::Reassurance]));

/// `purpose = rebuild … armed forces | deterrence | reassurance`.
fn purpose(i: Tokens<'_>) -> Read<'_, ForcePurpose> {
    const REBUILD: Senses = Senses::of(&[Concept::Rebuild, Concept::Restore]);
    let other = BARRIER.and(Senses::of(&[Concept::Economic, Concept::Peace]));
    let rebuild = pair(any(REBUILD), within_not(6, other, any(AFU)));
    let army_first = pair(any(AFU), within_not(3, other, any(Senses::of(&[Concept::Rebuild]))));
    alt((
        value(ForcePurpose::RebuildArmedForces, alt((rebuild, army_first))),
        value(ForcePurpose::Deterrence, c(Concept::Deterrence)),
        value(ForcePurpose::Reassurance, c(Concept::Reassurance)),
    ))
    .parse(i)
}

/// `planning = planning … conducted | conducted … planning`.
fn planning(i: Tokens<'_>) -> Read<'_, ForcePlanning> {
    const DONE: Senses = Senses::of(&[Concept::Conducted, Concept::Completed]);
    let passive = pair(c(Concept::Planning), within(12, any(DONE)));
    let active = pair(any(DONE), within(8, c(Concept::Planning)));
    // "gemeinsam geplant": one phrase.
    let planned = verify(c(Concept::Planning), |t: &Token| t.any(DONE));
    value(ForcePlanning::Conducted, alt((value((), planned), value((), passive), value((), active)))).parse(i)
}

/// `domains = domain { joint domain }`, two at least; or one that is secured, or an item of a list by itself.
fn domains(s: &Sentence<'_>, list: &mut Vec<Fact<Domain>>) {
    const ALL: Senses = Senses::of(&[Concept::Air, Concept::Sea, Concept::Land]);
    const SECURED: Senses = Senses::of(&[Concept::Security]);
    if !s.has(ALL) {
        return;
    }
    // An item of a list that says nothing else: "…: air; sea; land".
    let alone = !s.told && s.tokens.iter().all(|t| t.any(ALL.and(Senses::of(&[Concept::Function, Concept::And]))));
    for &at in s.islands {
        let at = usize::from(at);
        let token = &s.tokens[at];
        if !token.any(ALL) {
            continue;
        }
        let kind = |t: &Token| {
            if t.is(Concept::Air) {
                Domain::Air
            } else if t.is(Concept::Sea) {
                Domain::Sea
            } else {
                Domain::Land
            }
        };
        let own = kind(token);
        let others = |t: &Token| t.any(ALL) && kind(t) != own;
        let near = s.tokens[at + 1..].iter().take(6).take_while(|t| !t.any(BARRIER)).any(others)
            || s.tokens[at.saturating_sub(6)..at].iter().rev().take_while(|t| !t.any(BARRIER)).any(others);
        let secured = s.before(at, 4, SECURED).is_some() && !token.is(Concept::Land);
        // "air defence systems" and "land forces of an enemy" are equipment and troops, not where the force works.
        let equipment = s.after(at + 1, 2, Senses::of(&[Concept::Armament, Concept::System])).is_some();
        if (near || secured || alone) && !equipment {
            add(list, s.fact(own, at..at + 1));
        }
    }
}

/// `location = (troops | force | deploy) … "on Ukrainian soil" | "away from the line of contact"`.
fn location(s: &Sentence<'_>, refused: bool, list: &mut Vec<Fact<ForceLocation>>) {
    s.each_of(Senses::of(&[Concept::UkrainianSoil]), |_, at| {
        let placed = Senses::of(&[Concept::Troops, Concept::Force, Concept::ForceWord]);
        let deploy = Senses::of(&[Concept::Deploy]);
        let deployed =
            s.before(at.start, 14, deploy).is_some() || s.shape.free_order && s.after(at.end, 9, deploy).is_some();
        let near =
            s.before(at.start, 9, placed).is_some() || s.shape.free_order && s.after(at.end, 9, placed).is_some();
        // Under the component's own heading the force need not be named again, where nobody else is.
        let it = Senses::of(&[Concept::Pronoun]);
        let named = near
            || !s.told
                && (s.tokens[0].any(it) || s.shape.free_order && s.after(at.end, 4, it).is_some() || !s.has(OTHERS));
        // "will send no troops to Ukraine", "Italy will not send troops to Ukraine": that denies the troops, not the place.
        let none = refused || s.before(at.start, 4, Senses::of(&[Concept::No])).is_some();
        // "Where would they be based? On Ukrainian territory": the place alone, with no verb.
        let alone = !s.told && at.start == 0 && !s.has(MODALS.and(Senses::of(&[Concept::Be])));
        if named && (deployed || alone) {
            let fact = s.fact(ForceLocation::InsideUkraine, at);
            add(list, fact.filter(|fact| !((s.told || none) && fact.negated)));
        }
    });
    s.each_of(Senses::of(&[Concept::Away]), |_, at| {
        let fact = s.fact(ForceLocation::AwayFromContactLine, at);
        add(list, fact.map(|f| Fact { negated: false, ..f }));
    });
}

/// Others that may be placed somewhere: then the force must be named.
const OTHERS: Senses = AFU.and(Senses::of(&[Concept::Attack, Concept::Armament, Concept::MilitaryAssistance]));

/// When the measures are carried out, and what the cessation must be.
fn conditions(s: &Sentence<'_>, out: &mut MultinationalForce) {
    let list = &mut out.condition;
    // "not without a request from Ukraine" asks for one.
    s.each_with(Senses::of(&[Concept::Request]), request, |_, at| {
        add(list, s.fact(ForceCondition::UkraineRequest, at).map(|f| Fact { negated: false, ..f }))
    });
    let about = !s.told || s.has(CONTEXT);
    if !about {
        return;
    }
    s.each_with(WHEN, after_event, |event, at| {
        // What is only possible once there is an order "only after a ceasefire" is a condition, not a denial.
        add(list, s.fact(event, at).map(|f| Fact { negated: false, ..f }));
    });
    let quality = |i| {
        pair(
            any(Senses::of(&[Concept::Credible, Concept::Reliable])),
            within(2, any(Senses::of(&[Concept::Cessation, Concept::Ceasefire]))),
        )
        .parse(i)
    };
    // "cesen de manera creíble las hostilidades": one phrase that says both.
    s.each_of(Senses::of(&[Concept::Cessation]), |token, at| {
        if token.is(Concept::Credible) {
            add(&mut out.cessation, s.fact(CessationQuality::Credible, at));
        }
    });
    // "после прекращения боевых действий, заслуживающего доверия"
    let apart = |i| {
        let event = any(Senses::of(&[Concept::Cessation, Concept::Ceasefire]));
        (event, c(Concept::Comma), opt(c(Concept::Relative)), c(Concept::Credible)).parse(i)
    };
    s.each_with(Senses::of(&[Concept::Credible]), apart, |_, at| {
        add(&mut out.cessation, s.fact(CessationQuality::Credible, at))
    });
    s.each_from(Senses::of(&[Concept::Credible, Concept::Reliable]), quality, |_, at| {
        add(&mut out.cessation, s.fact(CessationQuality::Credible, at))
    });
    if s.shape.adjective_behind {
        let event = Senses::of(&[Concept::Cessation, Concept::Ceasefire]);
        let behind = |i| pair(any(event), within_not(3, JOINT, c(Concept::Credible))).parse(i);
        s.each_from(event, behind, |_, at| add(&mut out.cessation, s.fact(CessationQuality::Credible, at)));
    }
}

/// `request = "at the request of" Ukraine | Ukraine's request | Ukraine asks | "if" asks Ukraine`.
fn request(i: Tokens<'_>) -> Read<'_, ()> {
    let own = |i| {
        let (rest, token) = any(PARTY).parse(i)?;
        if party_of(&token) == Some(Party::Ukraine) { Ok((rest, ())) } else { Err(nom::Err::Error(Miss)) }
    };
    let of =
        (c(Concept::Request), within(3, governs(Senses::of(&[Concept::Of, Concept::From, Concept::By]))), light, own);
    let its = (own, opt(c(Concept::Possessive)), within(2, c(Concept::Request)));
    // "gdy zwróci się o to Kijów", "если попросит Киев"
    const OTHER: Senses = Senses::of(&[
        Concept::And,
        Concept::Comma,
        Concept::Cessation,
        Concept::Ceasefire,
        Concept::PeaceAgreement,
        Concept::Party,
    ]);
    let asks = (any(WHEN), within_not(2, OTHER, c(Concept::Request)), within_not(2, OTHER, own));
    alt((value((), of), value((), its), value((), asks))).parse(i)
}

/// `after_event = when … (cessation | ceasefire | peace agreement)`, "post-ceasefire".
fn after_event(i: Tokens<'_>) -> Read<'_, ForceCondition> {
    let event = || {
        alt((
            value(ForceCondition::CessationOfHostilities, c(Concept::Cessation)),
            value(ForceCondition::Ceasefire, c(Concept::Ceasefire)),
            value(ForceCondition::PeaceAgreement, c(Concept::PeaceAgreement)),
        ))
    };
    let attack = BARRIER.and(Senses::of(&[Concept::Attack, Concept::Meet, Concept::Relative]));
    preceded(any(WHEN), within_not(9, attack, event())).parse(i)
}

/// Who supports the force, with what, and who backs it if it is attacked.
fn support(s: &Sentence<'_>, out: &mut MultinationalForce) {
    let case = s.has(Senses::of(&[Concept::Attack]));
    // The case of attack may stand nearer to another subject's words: it is looked for everywhere.
    let attack = (0..s.tokens.len()).find(|&at| case && future_attack(Tokens(&s.tokens[at..])).is_ok());
    if case {
        backed_if_attacked(s, &mut out.backed_if_attacked_by);
    }
    let about = !s.told || s.has(FORCE);
    if !about {
        return;
    }
    let mut supported = false;
    let in_attack = |end: usize| {
        attack.is_some_and(|a| {
            // "… to support the force, should it be attacked": the comma before the case is its own.
            let own = usize::from(a > end && s.tokens[a - 1].is(Concept::Comma));
            let behind = a >= end && a - end < 12 && s.find(end..a - own, JOINT).is_none();
            // "…, die Truppe im Falle eines Angriffs zu unterstützen", "If it is attacked, they will support it."
            let case = future_attack(Tokens(&s.tokens[a..])).map_or(a, |(rest, ())| s.tokens.len() - rest.0.len());
            // "In case of an attack on the force, …": the comma that ends the case.
            let comma = s.after(case, 4, Senses::of(&[Concept::Comma])).filter(|_| a <= 1);
            let from = comma.map_or(case, |comma| comma + 1).min(end);
            behind || s.shape.free_order && case < end && s.find(from..end, JOINT).is_none()
        })
    };
    let either = |i| match supporters(i) {
        Err(_) if s.shape.adjective_behind => supporters_behind(i),
        other => other,
    };
    s.each_with(HELPS, either, |found, at| {
        let object = s.after(at.end, 4, Senses::of(&[Concept::Afu, Concept::Monitoring, Concept::Ceasefire])).is_some();
        if object || in_attack(at.end) {
            return;
        }
        for party in found.into_iter().filter(|p| supports(*p)) {
            supported = true;
            add(&mut out.supported_by, s.fact(party, at.clone()));
        }
    });
    let help = Senses::of(&[Concept::Support, Concept::TakePart]);
    s.each_of(help, |_, at| {
        let object = s.object(at.start, 5, if s.told { FORCE } else { FORCE.and(Senses::of(&[Concept::Pronoun])) });
        const OTHER: Senses = Senses::of(&[
            Concept::Afu,
            Concept::By,
            Concept::From,
            Concept::Of,
            Concept::Monitoring,
            Concept::Rebuild,
            Concept::Deterrence,
        ]);
        let others = s.after(at.end, if s.told { 3 } else { 6 }, OTHER);
        // "take part with soldiers of their own" contributes.
        let soldiers = Senses::of(&[Concept::Troops]);
        let sends = s.after(at.end, 4, soldiers).or_else(|| s.before(at.start, 3, soldiers)).is_some();
        let joins = (s.told || sends) && s.tokens[at.start].is(Concept::TakePart);
        let considered = s.before(at.start, 3, Senses::of(&[Concept::Consider])).is_some();
        // "… take no part in leading them" is of who leads.
        let joins = joins || s.tokens[at.start].is(Concept::TakePart) && s.before(at.start, 4, LEADING).is_some();
        // "Spain is ready to join them": those who send soldiers, and not the force.
        let joins = joins
            || s.tokens[at.start].is(Concept::TakePart)
                && object == Some(at.end)
                && !s.tokens[at.end].any(FORCE)
                && !s.shape.free_order;
        if object.is_none() && s.told || others.is_some() || joins || considered || in_attack(at.end) {
            return;
        }
        if let Some((found, first)) = s.subject_or_actor(at.start).or_else(|| dropped(s, at.start)) {
            for (party, _) in found.into_iter().filter(|(p, _)| supports(*p)) {
                supported = true;
                add(&mut out.supported_by, s.fact(party, first.min(at.start)..at.end.max(first + 1)));
            }
        }
    });
    // "The United States will support the force, Canada will not"
    if supported && !s.has(Senses::of(&[Concept::Troops, Concept::Lead, Concept::Led])) {
        for (party, at) in s.left_out().filter(|(party, _)| supports(*party)) {
            add(&mut out.supported_by, s.fact(party, at..at + 1));
        }
    }
    // "the US will provide it with intelligence": what is provided tells that it is support.
    s.each_of(Senses::of(&[Concept::Supply, Concept::Deploy]), |_, at| {
        const MEANS: Senses = Senses::of(&[Concept::Intelligence, Concept::Logistics]);
        const OTHER: Senses = Senses::of(&[Concept::Afu, Concept::Troops, Concept::Monitoring, Concept::Support]);
        let Some(object) = s.object(at.start, 6, MEANS) else { return };
        let between = at.start.min(object)..at.start.max(object);
        const APART: Senses = Senses::of(&[Concept::Comma, Concept::Subordinate, Concept::But]);
        if object < at.start && s.find(between.clone(), APART).is_some() {
            return;
        }
        if supported || in_attack(between.end) || s.find(between.clone(), OTHER).is_some() {
            return;
        }
        if let Some((found, first)) = s.subject(at.start) {
            for (party, _) in found.into_iter().filter(|(p, _)| supports(*p)) {
                add(&mut out.supported_by, s.fact(party, first.min(between.start)..between.end.max(first) + 1));
            }
        }
    });
    // "Satellite intelligence for the force will come from the United States."
    const GIVEN: Senses = Senses::of(&[Concept::Intelligence, Concept::Logistics]);
    let for_it = FORCE.and(Senses::of(&[Concept::Pronoun]));
    let from = |i| {
        let (rest, _) = pair(any(GIVEN), within_not(1, JOINT, c(Concept::For))).parse(i)?;
        let (rest, _) = pair(light, opt(any(for_it))).parse(rest)?;
        preceded(within_not(4, JOINT, c(Concept::From)), parties).parse(rest)
    };
    s.each_from(GIVEN, from, |found, at| {
        for party in found.into_iter().filter(|party| supports(*party) && !in_attack(at.end)) {
            supported = true;
            add(&mut out.supported_by, s.fact(party, at.clone()));
        }
    });
    let means = |i| {
        alt((
            value(SupportMeans::Intelligence, c(Concept::Intelligence)),
            value(SupportMeans::Logistics, c(Concept::Logistics)),
        ))
        .parse(i)
    };
    if supported || !s.told || !out.supported_by.is_empty() || !out.backed_if_attacked_by.is_empty() {
        s.each_from(Senses::of(&[Concept::Intelligence, Concept::Logistics]), means, |v, at| {
            add(&mut out.support_means, s.fact(v, at))
        });
    }
}

const LEADING: Senses = Senses::of(&[Concept::Leadership, Concept::Lead]);

/// "…; sosterranno però la forza": a verb in front, without a subject, is said of who acted before.
fn dropped(s: &Sentence<'_>, verb: usize) -> Option<(Vec<(Party, usize)>, usize)> {
    let finite = verb == 0 && s.shape.free_order && s.tokens[0].is(Concept::Will);
    let object = s.after(1, 4, FORCE).is_some_and(|force| s.find(1..force, PARTY.and(JOINT)).is_none());
    (finite && object && !s.actor.is_empty()).then(|| (s.actor.iter().map(|party| (*party, 0)).collect(), 0))
}

/// What joins the items of a list.
const JOINT: Senses = Senses::of(&[Concept::Comma, Concept::And]);
const HELPS: Senses = Senses::of(&[Concept::Support, Concept::Backed, Concept::Participation]);

fn supports(party: Party) -> bool {
    !matches!(party, Party::Ukraine | Party::CoalitionOfTheWilling | Party::Russia | Party::Europe)
}

/// `backed_if_attacked = parties … (support | commit) … force … if attacked`, or the case first.
fn backed_if_attacked(s: &Sentence<'_>, list: &mut Vec<Fact<Party>>) {
    const VERB: Senses =
        Senses::of(&[Concept::Support, Concept::Commit, Concept::Commitments, Concept::Security, Concept::Backed]);
    let cases = (0..s.tokens.len()).filter_map(|at| {
        let (rest, ()) = future_attack(Tokens(&s.tokens[at..])).ok()?;
        Some(at..s.tokens.len() - rest.0.len())
    });
    for at in cases {
        let object = s.before(at.start, 10, FORCE.and(Senses::of(&[Concept::Pronoun])));
        let verb = s.before(at.start, 14, VERB);
        let ours = object.is_some_and(|o| s.tokens[o].any(FORCE) || !s.told) || s.find(at.clone(), FORCE).is_some();
        if let Some(verb) = verb.filter(|&verb| ours && !helps_ukraine(s, verb)) {
            push_backers(s, verb, at.end, list);
        } else if verb.is_none() {
            // "In case of an attack the United States would support the force."
            // "In case of an attack on the force the United States commit to its support."
            let attacked = s.after(at.end, 4, FORCE);
            let commits = Senses::of(&[Concept::Commit]);
            let verb = attacked.and_then(|force| s.after(force, 6, commits));
            if let Some(verb) = verb {
                push_backers(s, verb, verb + 1, list);
                continue;
            }
            let verb = s.after(at.end, 8, Senses::of(&[Concept::Support, Concept::Backed]));
            let verb = verb.or_else(|| defends(s, at.clone()));
            // "If these forces are attacked, the United States undertakes to support them."
            let named = s.find(at.clone(), FORCE).is_some();
            let verb = verb.filter(|&verb| named || s.told || !helps_ukraine(s, verb));
            let it = if ours || !s.told { FORCE.and(Senses::of(&[Concept::Pronoun])) } else { FORCE };
            let object =
                |verb: usize| s.object(verb, 4, it).or_else(|| (named && !helps_ukraine(s, verb)).then_some(verb));
            if let Some((verb, force)) = verb.and_then(|verb| Some((verb, object(verb)?))) {
                push_backers(s, verb, force.max(verb) + 1, list);
            }
        }
    }
}

/// "En cas d'attaque, les États-Unis défendraient la force": a verb of protection whose object is the force.
fn defends(s: &Sentence<'_>, case: std::ops::Range<usize>) -> Option<usize> {
    const SMALL: Senses = PARTY.and(Senses::of(&[Concept::Function]));
    let verb = s.after(case.end, 8, Senses::of(&[Concept::Security]))?;
    // "Якщо сили зазнають нападу, США їх захистять"
    let it = |at: usize| s.tokens.get(at).is_some_and(|t| t.is(Concept::Pronoun));
    if s.find(case, FORCE).is_some() && (it(verb - 1) || it(verb + 1)) {
        return Some(verb);
    }
    let force = s.after(verb + 1, 4, FORCE)?;
    let plain = s.tokens[verb + 1..force].iter().all(|t| t.any(SMALL) && !t.is(Concept::Of));
    plain.then_some(verb)
}

/// "support Ukraine": the object is the country, not the force.
fn helps_ukraine(s: &Sentence<'_>, verb: usize) -> bool {
    s.after(verb + 1, 3, PARTY.and(FORCE)).is_some_and(|at| party_of(&s.tokens[at]) == Some(Party::Ukraine))
}

/// Adds the subject of the verb, or the party that stands nearest before it ("an American commitment").
fn push_backers(s: &Sentence<'_>, verb: usize, end: usize, list: &mut Vec<Fact<Party>>) {
    let found = s.subject(verb).or_else(|| {
        // "an American commitment", "the commitment of the United States"
        let of = s.after(verb + 1, 3, PARTY).filter(|_| s.tokens[verb].is(Concept::Commitments));
        let at = s.before(verb + 1, 8, PARTY).or(of)?;
        Some((vec![(party_of(&s.tokens[at])?, at)], at))
    });
    if let Some((found, first)) = found {
        for (party, _) in found.into_iter().filter(|(p, _)| supports(*p)) {
            add(list, s.fact(party, first.min(verb)..end.max(first + 1)));
        }
    }
}
