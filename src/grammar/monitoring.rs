//! Ceasefire monitoring: the mechanism, the system, the Special Commission. Source: grammar-notes/monitoring.md.

use crate::grammar::prim::{BARRIER, PARTY, Read, any, c, governs, light, parties, party_of, within, within_not};
use crate::grammar::sentence::{Sentence, add};
use crate::grammar::shared::{Led, led_by};
use crate::model::clause::Clause as _;
use crate::model::{
    CommissionStatus, Fact, Mandate, MechanismFunction, MechanismParticipant, Monitoring, Party, SystemQuality, Unnamed,
};
use crate::token::{Concept, Senses, Token, Tokens};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt, peek, value, verify};
use nom::sequence::{pair, preceded};

const SYSTEM: Senses = Senses::of(&[Concept::Monitoring, Concept::Verification, Concept::Mechanism, Concept::System]);
const CEASEFIRE: Senses = Senses::of(&[Concept::Ceasefire, Concept::Mechanism, Concept::System, Concept::Cessation]);
const COMMISSION: Senses = Senses::of(&[Concept::SpecialCommission]);
const FORCE: Senses = Senses::of(&[Concept::Force, Concept::Troops]);

const LED: Led = Led {
    object: SYSTEM.and(Senses::of(&[Concept::Ceasefire])),
    other: Senses::of(&[
        Concept::Meet,
        Concept::Undertaking,
        Concept::Force,
        Concept::Troops,
        Concept::Declaration,
        Concept::Cell,
    ]),
};

/// Reads one sentence about the ceasefire mechanism.
pub(crate) fn read(s: &Sentence<'_>, out: &mut Monitoring) {
    let mechanism = &mut out.mechanism;
    s.each_from(Senses::of(&[Concept::Monitoring, Concept::Verification]), function, |v, at| {
        let about = s.has(CEASEFIRE) || !s.told;
        if about {
            // Who does not lead the monitoring leaves it to others.
            let led = s.before(at.start, 3, Senses::of(&[Concept::Lead])).is_some();
            let fact = s.attribute(v, at);
            add(&mut mechanism.function, fact.map(|fact| Fact { negated: fact.negated && !led, ..fact }));
        }
    });
    led_by(s, &LED, &mut mechanism.led_by);
    s.each_with(Senses::of(&[Concept::Proposed]), proposed_by, |found, at| {
        if s.told && !s.has(SYSTEM) {
            return;
        }
        found.into_iter().for_each(|p| add(&mut mechanism.proposed_by, s.with(p, at.clone(), None)));
    });
    if s.shape.free_order && s.has(Senses::of(&[Concept::Proposed])) {
        s.each_from(SYSTEM.and(Senses::of(&[Concept::Proposed])), proposer_behind, |found, at| {
            found.into_iter().for_each(|p| add(&mut mechanism.proposed_by, s.with(p, at.clone(), None)));
        });
    }
    participants(s, &mut mechanism.participant);
    qualities(s, &mut out.system.quality);
    contributors(s, &mut out.system.contributor);
    suppliers(s, &mut out.system.contributor);
    commission(s, out);
}

/// `function = "monitoring" | "verification"`, where a mechanism, a system or a ceasefire is spoken of.
fn function(i: Tokens<'_>) -> Read<'_, MechanismFunction> {
    alt((
        value(MechanismFunction::Monitoring, c(Concept::Monitoring)),
        value(MechanismFunction::Verification, c(Concept::Verification)),
    ))
    .parse(i)
}

/// `proposed_by = party ["'s"] "proposed" | "proposed by" parties`.
fn proposed_by(i: Tokens<'_>) -> Read<'_, Vec<Party>> {
    let attribute = |i| {
        let (rest, token) = any(PARTY).parse(i)?;
        let (rest, _) =
            pair(opt(any(Senses::of(&[Concept::Possessive, Concept::Be, Concept::Function]))), c(Concept::Proposed))
                .parse(rest)?;
        party_of(&token).map(|p| (rest, vec![p])).ok_or(nom::Err::Error(crate::grammar::prim::Miss))
    };
    let by = preceded((c(Concept::Proposed), governs(BY)), parties);
    // "von den USA vorgeschlagen"
    let by_first = preceded(c(Concept::By), nom::sequence::terminated(parties, c(Concept::Proposed)));
    // "proposto e diretto dagli Stati Uniti"
    let both = (c(Concept::Proposed), c(Concept::And), any(Senses::of(&[Concept::Led, Concept::Lead])));
    let both = preceded((both, governs(BY)), parties);
    alt((by, by_first, both, attribute)).parse(i)
}

/// `proposed_by = system … "proposed" parties`: who proposes stands behind the verb. "Механізм запропонував Вашингтон",
/// "El mecanismo lo ha propuesto Estados Unidos".
///
/// Also a proposal for the system that comes from somebody: "der Vorschlag für die Aufsicht stammt von den Amerikanern".
fn proposer_behind(i: Tokens<'_>) -> Read<'_, Vec<Party>> {
    const APART: Senses = FORCE.and(PARTY).and(Senses::of(&[
        Concept::Comma,
        Concept::And,
        Concept::Dash,
        Concept::Said,
        Concept::Relative,
        Concept::Not,
        Concept::Support,
    ]));
    let free = |t: &Token| t.is(Concept::Party) && (!t.is(Concept::Oblique) || t.is(Concept::AnyCase));
    let proposer = preceded(opt(c(Concept::Function)), peek(verify(any(PARTY), free)));
    // "proposed US-led", "the US has proposed it France's": what follows says that the name is no subject.
    let ends = not(any(Senses::of(&[Concept::Led, Concept::Lead, Concept::Leadership, Concept::Possessive])));
    let verb = (within_not(5, APART, c(Concept::Proposed)), proposer);
    let active = preceded((any(SYSTEM), verb), nom::sequence::terminated(parties, ends));
    let from = within_not(5, APART, any(Senses::of(&[Concept::From, Concept::By])));
    let noun = (c(Concept::Proposed), c(Concept::For), within_not(2, APART, any(SYSTEM)), from);
    alt((active, preceded(noun, parties))).parse(i)
}

const COMMA: Senses = Senses::of(&[Concept::Comma]);
const BY: Senses = Senses::of(&[Concept::By]);
const OF: Senses = Senses::of(&[Concept::Of]);
const BESIDE: Senses = Senses::of(&[Concept::With, Concept::Under]);

/// `quality = ("continuous" | "reliable") … (monitoring | system | mechanism)`, before them or behind them.
///
/// Not of guarantees, of a cessation or of peace, which are reliable too.
fn qualities(s: &Sentence<'_>, list: &mut Vec<Fact<SystemQuality>>) {
    const NOT: Senses =
        Senses::of(&[Concept::Guarantees, Concept::Cessation, Concept::Peace, Concept::PeaceAgreement, Concept::Said]);
    let kind = |i| {
        alt((
            value(SystemQuality::Continuous, c(Concept::Continuous)),
            value(SystemQuality::Reliable, c(Concept::Reliable)),
        ))
        .parse(i)
    };
    s.each_from(Senses::of(&[Concept::Continuous, Concept::Reliable]), kind, |quality, at| {
        let behind = s.after(at.end, 6, SYSTEM.and(NOT));
        let it = Senses::of(&[Concept::Pronoun]);
        let ahead = s.before(at.start, 9, if s.told { SYSTEM } else { SYSTEM.and(it) });
        // "reliable, according to …": that word is of the next clause.
        let apart = |word: usize| {
            s.tokens[word].is(Concept::Said) && s.tokens[at.end..word].iter().any(|t| t.is(Concept::Comma))
        };
        let ours = match behind.filter(|&word| !apart(word)) {
            Some(word) => !s.tokens[word].any(NOT),
            None => ahead.is_some(),
        };
        if ours {
            add(list, s.fact(quality, at));
        }
    });
}

/// `contributor = contribution … ("from" | "of" | "by") parties | parties … contribute`.
fn contributors(s: &Sentence<'_>, list: &mut Vec<Fact<Party>>) {
    let from = |i| {
        preceded(
            pair(c(Concept::Contribution), within(4, governs(Senses::of(&[Concept::From, Concept::Of, Concept::By])))),
            parties,
        )
        .parse(i)
    };
    s.each_with(Senses::of(&[Concept::Contribution]), from, |found, at| {
        found.into_iter().for_each(|p| add(list, s.fact(p, at.clone())))
    });
    let contribute = |i| {
        let (rest, token) = c(Concept::Contribution).parse(i)?;
        Ok((rest, token))
    };
    s.each_with(Senses::of(&[Concept::Contribution]), contribute, |_, at| {
        if s.told && s.has(FORCE) || s.after(at.end, 1, Senses::of(&[Concept::From, Concept::Of])).is_some() {
            return;
        }
        if let Some((subjects, first)) = s.subject(at.start) {
            for (party, _) in subjects {
                add(list, s.fact(party, first.min(at.start)..at.end.max(first + 1)));
            }
        } else if at.start > 0 && s.tokens[at.start - 1].is(Concept::Party) || attributed(s, at.start) {
            // "Coalition contributions"
            if let Some(party) =
                s.before(at.start, 2, Senses::of(&[Concept::Party])).and_then(|p| party_of(&s.tokens[p]))
            {
                add(list, s.fact(party, at.start - 1..at.end));
            }
        }
    });
}

/// "Norway will make satellites available", under the component's heading: the subject right before the verb.
fn suppliers(s: &Sentence<'_>, list: &mut Vec<Fact<Party>>) {
    const APART: Senses =
        Senses::of(&[Concept::Relative, Concept::Subordinate, Concept::Led, Concept::Lead, Concept::Colon]);
    s.each_of(Senses::of(&[Concept::Supply]), |token, at| {
        // In a report the system must be what it is supplied to.
        let object = s.after(at.end, 9, SYSTEM.and(COMMA)).filter(|&object| !s.tokens[object].is(Concept::Comma));
        let behind =
            object.is_some_and(|object| s.find(at.end..object, Senses::of(&[Concept::To, Concept::For])).is_some());
        if s.told && (!(behind || object.is_some_and(|object| object <= at.end + 1)) || s.has(FORCE)) {
            return;
        }
        let Some((subjects, first)) = s.subject(at.start).filter(|_| !token.any(SYSTEM)) else { return };
        let between = first.min(at.start)..first.max(at.start);
        if between.len() > 6 || s.find(between, APART).is_some() {
            return;
        }
        for (party, _) in subjects.into_iter().filter(|(party, _)| *party != Party::Russia) {
            add(list, s.fact(party, first.min(at.start)..at.end.max(first + 1)));
        }
    });
}

fn attributed(s: &Sentence<'_>, at: usize) -> bool {
    at > 1 && s.tokens[at - 1].is(Concept::Possessive) && s.tokens[at - 2].is(Concept::Party)
}

/// `participant = "international participation" | participation … of parties | parties … take part`.
///
/// "Participation in …" names nobody.
fn participants(s: &Sentence<'_>, list: &mut Vec<Fact<MechanismParticipant>>) {
    const PART: Senses = Senses::of(&[Concept::Participation, Concept::TakePart]);
    let international = |i| {
        let forward = pair(c(Concept::International), within(1, any(PART)));
        let of = pair(any(PART), within(1, c(Concept::International)));
        alt((forward, of)).parse(i)
    };
    s.each_with(Senses::of(&[Concept::International]), international, |_, at| {
        add(list, s.fact(MechanismParticipant::Unnamed(Unnamed::International), at));
    });
    let of =
        |i| preceded((c(Concept::Participation), governs(Senses::of(&[Concept::Of, Concept::By]))), parties).parse(i);
    s.each_from(Senses::of(&[Concept::Participation]), of, |found, at| {
        if s.told {
            return;
        }
        found.into_iter().for_each(|p| add(list, s.fact(MechanismParticipant::Party(p), at.clone())));
    });
    let takes_part = |i| c(Concept::TakePart).parse(i);
    s.each_with(Senses::of(&[Concept::TakePart]), takes_part, |_, at| {
        let object = s.object(at.start, 5, SYSTEM.and(COMMISSION).and(Senses::of(&[Concept::Pronoun])));
        let commission = object.is_some_and(|o| s.tokens[o].any(COMMISSION));
        let named = object.is_some_and(|o| s.tokens[o].any(SYSTEM));
        if let Some((subjects, first)) = s.subject(at.start).filter(|_| !commission && (named || !s.told)) {
            for (party, _) in subjects {
                let range = first.min(at.start)..at.end.max(first + 1);
                add(list, s.fact(MechanismParticipant::Party(party), range));
            }
        }
    });
}

/// The Special Commission: its status, who sits in it, what it is to do.
fn commission(s: &Sentence<'_>, out: &mut Monitoring) {
    let commission = &mut out.special_commission;
    let made = Senses::of(&[Concept::Establish, Concept::Established]);
    let modal = Senses::of(&[
        Concept::Will,
        Concept::Shall,
        Concept::To,
        Concept::Should,
        Concept::Intends,
        Concept::May,
        Concept::Agreed,
        Concept::Proposed,
        Concept::Pending,
    ]);
    s.each_of(Senses::of(&[Concept::SpecialCommission]), |_, at| {
        let behind = s.after(at.end, 7, made).or_else(|| past_clause(s, at.end).and_then(|be| s.after(be, 7, made)));
        let ahead = s.before(at.start, 7, made);
        let nearest = match (behind, ahead) {
            (Some(b), Some(a)) if at.start - a < b - at.start => Some(a),
            (behind, ahead) => behind.or(ahead),
        };
        let Some(verb) = nearest else { return };
        let token = &s.tokens[verb];
        let before = s.before(verb, 3, modal);
        let perfect = s.before(verb, 2, Senses::of(&[Concept::Be])).is_some() && before.is_none();
        // "se creará": the verb's own form may be its future.
        // "It is proposed that a Special Commission be established"
        let wanted = Senses::of(&[Concept::Proposed, Concept::Intends, Concept::Agreed]);
        let that = s.before(at.start, 3, Senses::of(&[Concept::Relative]));
        let wanted = that.and_then(|that| s.before(that, 1, wanted));
        let to_be = before.or(wanted).is_some() || token.any(modal) || !token.is(Concept::Established) && !perfect;
        let status = if to_be { CommissionStatus::ToBeEstablished } else { CommissionStatus::Established };
        let range = at.start.min(verb)..at.end.max(verb + 1);
        add(&mut commission.status, s.fact(status, range));
    });
    if s.has(COMMISSION) || !s.told {
        let known = commission.represented.len();
        let represented = Senses::of(&[Concept::Represented, Concept::TakePart, Concept::Member]);
        s.each_from(COMMISSION, with_participation, |found, at| {
            found.into_iter().for_each(|p| add(&mut commission.represented, s.fact(p, at.clone())));
        });
        s.each_of(represented, |token, at| {
            let of = |i| {
                preceded(within(1, governs(Senses::of(&[Concept::Of, Concept::From, Concept::For]))), parties).parse(i)
            };
            let near = s.after(at.end, 9, COMMISSION).or_else(|| s.before(at.start, 16, COMMISSION));
            if s.before(at.start, 3, Senses::of(&[Concept::Request])).is_some() {
                return; // a seat that is asked for
            }
            let seated = !s.told && token.is(Concept::Represented);
            if near.is_none() && !seated || !token.is(Concept::Represented) && s.after(at.end, 5, COMMISSION).is_none()
            {
                return;
            }
            if let Ok((rest, found)) = of(Tokens(&s.tokens[at.end..])) {
                let end = s.tokens.len() - rest.0.len();
                found.into_iter().for_each(|p| add(&mut commission.represented, s.fact(p, at.start..end)));
            } else if let Some((subjects, first)) = s.subject(at.start) {
                for (party, _) in subjects {
                    let range = first.min(at.start)..at.end.max(first + 1);
                    add(&mut commission.represented, s.fact(party, range));
                }
            }
        });
        // "Ukraine will have a seat on it, Russia will not"
        if commission.represented.len() > known {
            for (party, at) in s.left_out() {
                commission.represented.retain(|fact| fact.value != party || fact.negated);
                add(&mut commission.represented, s.fact(party, at..at + 1));
            }
        }
    }
    let spoken_of = s.has(COMMISSION) || !s.told && (commission.len() > 0 || s.has(Senses::of(&[Concept::Breach])));
    if spoken_of {
        s.each_with(MANDATED, mandate, |v, at| add(&mut commission.mandate, s.fact(v, at)));
    }
}

/// "eine Sonderkommission unter Beteiligung der Ukraine", "komisję specjalną z udziałem Ukrainy i koalicji".
fn with_participation(i: Tokens<'_>) -> Read<'_, Vec<Party>> {
    let part = (c(Concept::SpecialCommission), any(BESIDE), opt(c(Concept::Function)), c(Concept::Participation));
    preceded((part, governs(OF)), parties).parse(i)
}

/// ", die über Verstöße befindet, ist …": where the verb goes on behind a relative clause.
fn past_clause(s: &Sentence<'_>, from: usize) -> Option<usize> {
    let comma = |at: usize| s.tokens.get(at).is_some_and(|t| t.is(Concept::Comma));
    let end = s.after(from + 1, 14, COMMA).filter(|_| comma(from))?;
    s.tokens.get(end + 1).filter(|t| t.any(Senses::of(&[Concept::Be, Concept::Will]))).map(|_| end + 1)
}

const MANDATED: Senses =
    Senses::of(&[Concept::Breach, Concept::Responsibility, Concept::Remedies, Concept::ResponseMeasures]);

/// `mandate = address … breach | attribute … responsibility | … remedies | … response measures`.
fn mandate(i: Tokens<'_>) -> Read<'_, Mandate> {
    const ADDRESS: Senses = Senses::of(&[Concept::AddressVerb, Concept::Consider]);
    const DECIDE: Senses = Senses::of(&[Concept::Attribute, Concept::Establish, Concept::Established]);
    let other = BARRIER.and(Senses::of(&[Concept::Responsibility, Concept::Remedies]));
    let breaches = pair(any(ADDRESS), within_not(4, other, c(Concept::Breach)));
    // "a special commission on breaches"
    let on = any(Senses::of(&[Concept::Function, Concept::For, Concept::Of, Concept::AsTo, Concept::With]));
    let named = (any(COMMISSION), on, opt(c(Concept::Function)), c(Concept::Breach));
    let dealt_with = pair(c(Concept::Breach), within_not(4, other, any(ADDRESS)));
    let responsible = pair(any(DECIDE), within_not(6, BARRIER, c(Concept::Responsibility)));
    let answerable = pair(c(Concept::Responsibility), within_not(3, other, any(DECIDE)));
    let remedies = pair(any(DECIDE), within_not(8, BARRIER, c(Concept::Remedies)));
    let response = pair(any(DECIDE), within_not(8, BARRIER, c(Concept::ResponseMeasures)));
    alt((
        value(Mandate::AddressBreaches, breaches),
        value(Mandate::AddressBreaches, named),
        value(Mandate::AddressBreaches, dealt_with),
        value(Mandate::AttributeResponsibility, responsible),
        value(Mandate::AttributeResponsibility, answerable),
        value(Mandate::DetermineRemedies, remedies),
        value(Mandate::DetermineResponse, response),
        value(Mandate::DetermineRemedies, pair(light, c(Concept::Remedies))),
        value(Mandate::DetermineResponse, pair(light, c(Concept::ResponseMeasures))),
    ))
    .parse(i)
}
