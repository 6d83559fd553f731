//! Rules that several kinds of clause use: who leads, who supports, what an attack is, when something happens.

use crate::grammar::carry::MODALS;
use crate::grammar::prim::{
    LONGEST, Miss, PARTY, Read, any, c, government, governs, in_case, light, parties, party, party_of,
    party_or_demonym, within, within_not,
};
use crate::grammar::sentence::{Sentence, add};
use crate::model::{Fact, Modality, Party};
use crate::token::{Concept, Senses, Token, Tokens};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt, peek, value, verify};
use nom::sequence::{pair, preceded, terminated};
use std::ops::Range;

/// Words that a mechanism or a force is spoken of by, when somebody leads it.
pub(crate) struct Led {
    /// What is led.
    pub(crate) object: Senses,
    /// What is led elsewhere: "lead the summit".
    pub(crate) other: Senses,
}

/// `led_by`: who leads, in any of the ways of saying so.
///
/// - `party "-led"`: "US-led", an attribute
/// - `"led" … "by" parties`, `"under" … party leadership`, `"under the leadership of" parties`
/// - `parties … lead object`: "the United States will lead the mechanism", "with the US in the lead"
pub(crate) fn led_by(s: &Sentence<'_>, words: &Led, list: &mut Vec<Fact<Party>>) {
    if !s.has(Senses::of(&[Concept::Led, Concept::Lead, Concept::Leadership])) {
        return;
    }
    let known = list.len();
    s.each_from(PARTY, attribute_led, |party, range| {
        // "wird von den USA geführt werden": the verb stands around it.
        let last = s.tokens.get(range.end).is_none_or(|t| t.any(BE));
        let around = last && s.before(range.start, 9, MODALS).is_some()
            || s.shape.free_order && s.tokens.get(range.end).is_some_and(|t| t.any(MODALS));
        let predicate = around || s.before(range.start, 3, Senses::of(&[Concept::Be])).is_some();
        if elsewhere(s, words, &range) {
            return;
        }
        add(list, if predicate { s.fact(party, range) } else { s.attribute(party, range) });
    });
    s.each_from(
        Senses::of(&[Concept::Led, Concept::Under, Concept::With, Concept::In, Concept::Leadership, Concept::By]),
        passive_led,
        |found, range| {
            // "European-led and backed by the United States": the first participle has its own name.
            let own = range.start > 0
                && s.tokens[range.start].is(Concept::Led)
                && s.tokens[range.start - 1].any(PARTY)
                && s.tokens.get(range.start + 1).is_some_and(|t| t.any(Senses::of(&[Concept::And, Concept::Comma])));
            if !own && !elsewhere(s, words, &range) {
                found.into_iter().for_each(|party| add(list, s.fact(party, range.clone())));
            }
        },
    );
    let leadership = Senses::of(&[Concept::Leadership]);
    if s.shape.adjective_behind {
        // "a guida statunitense", "il comando sarà europeo"
        s.each_from(leadership, leadership_behind, |found, range| {
            if !elsewhere(s, words, &range) {
                found.into_iter().for_each(|party| add(list, s.fact(party, range.clone())));
            }
        });
    }
    // "Its leadership would be European", "Leadership of the force stays with the Europeans"
    s.each_from(leadership, leadership_is, |found, range| {
        let of = |what: Senses| s.find(range.clone(), what).is_some();
        if of(words.object) || !of(words.other) && !elsewhere(s, words, &range) {
            found.into_iter().for_each(|party| add(list, s.fact(party, range.clone())));
        }
    });
    named_heads(s, words, list);
    let lead = Senses::of(&[Concept::Lead]);
    for &at in s.islands {
        let at = usize::from(at);
        if !s.tokens[at].any(lead) || s.after(at + 1, 1, Senses::of(&[Concept::By])).is_some() {
            continue;
        }
        let object = s.object(at, 7, words.object.and(words.other));
        // The pronoun may be part of the verb: "guidarlo".
        let it = Senses::of(&[Concept::Pronoun]);
        let pronoun = s.after(at, 3, it).or(s.before(at, 2, it).filter(|_| s.shape.denies_clause));
        let ours = match object {
            // "übernimmt die Führung der Truppe": one phrase.
            _ if s.tokens[at].any(words.object) => true,
            Some(object) => s.tokens[object].any(words.object),
            None => !s.told || (pronoun.is_some() || relative(s, at)) && s.before(at, 16, words.object).is_some(),
        };
        if !ours {
            continue;
        }
        let subject = if object.is_some() { s.subject_or_actor(at) } else { s.subject(at) };
        if let Some((subjects, first)) = subject {
            let end = object.unwrap_or(at).max(at);
            let ally = subjects.last().and_then(|(_, last)| ally(s, *last));
            for party in subjects.into_iter().map(|(party, _)| party).chain(ally) {
                add(list, s.fact(party, first.min(at)..end.max(first) + 1));
            }
        }
    }
    // "France will lead the force, NATO will not"
    if list.len() > known && !s.has(Senses::of(&[Concept::Deploy])) {
        for (party, at) in s.left_out() {
            add(list, s.fact(party, at..at + 1));
        }
    }
}

/// "британцы с французами": a name joined by "with" right behind the subject, in the case of its own.
fn ally(s: &Sentence<'_>, last: usize) -> Option<Party> {
    let name = s.tokens.get(last + 2).filter(|t| t.is(Concept::Party) && t.is(Concept::Oblique))?;
    let joined = s.shape.free_order && s.tokens[last + 1].is(Concept::With);
    joined.then(|| party_of(name)).flatten()
}

/// Leadership that its names follow without a verb: "À la tête de la force, des Européens", "Командування – за Парижем і
/// Лондоном"; or right behind it, before what is led: "Керівництво США механізмом".
fn named_heads(s: &Sentence<'_>, words: &Led, list: &mut Vec<Fact<Party>>) {
    const HEAD: Senses = Senses::of(&[Concept::Lead, Concept::Leadership]);
    const POINTS: Senses = Senses::of(&[Concept::Dash, Concept::Comma]);
    const ENDS: Senses = Senses::of(&[Concept::Comma, Concept::Dash]);
    let Some(head) = s.find(0..2, HEAD) else { return };
    let plain = s.tokens[..head].iter().all(|t| t.is(Concept::Function));
    let Some(point) = s.after(head + 1, 6, POINTS).filter(|_| plain) else { return commanded(s, words, head, list) };
    let between = &s.tokens[head + 1..point];
    const OBJECT: Senses = Senses::of(&[Concept::Of, Concept::Function, Concept::In]);
    let all = between.iter().all(|t| t.any(words.object.and(OBJECT)) && !t.any(PARTY));
    let named = between.iter().any(|t| t.any(words.object));
    // Behind a dash the heading or the sentence before says what is led; a comma may open an aside.
    let whose = named || !s.told && s.tokens[point].is(Concept::Dash);
    let Some((found, end)) = names(s, point + 1).filter(|_| all && whose) else {
        return commanded(s, words, head, list);
    };
    if s.tokens.get(end).is_none_or(|t| t.any(ENDS)) {
        found.into_iter().for_each(|party| add(list, s.attribute(party, head..end)));
    }
}

/// "Керівництво США механізмом": whose leadership, and of what, each in its case.
fn commanded(s: &Sentence<'_>, words: &Led, head: usize, list: &mut Vec<Fact<Party>>) {
    if !s.shape.free_order || !s.tokens[head].is(Concept::Leadership) {
        return;
    }
    let Some(name) = s.tokens.get(head + 1).filter(|t| in_case(t)) else { return };
    let object = s.tokens.get(head + 2).is_some_and(|t| t.any(words.object) && !t.any(words.other));
    if let (Some(party), true) = (party_of(name), object) {
        let range = head..head + 3;
        let proposed = s.after(range.end, 8, Senses::of(&[Concept::Proposed, Concept::Comma]));
        let proposed = proposed.filter(|&at| s.tokens[at].is(Concept::Proposed) && !s.by_someone(at));
        let fact = match proposed {
            Some(_) => s.with(party, range, Some(Modality::Proposed)),
            None => s.fact(party, range),
        };
        add(list, fact);
    }
}

/// The names from `from` on, capitals of states too, and where they end.
fn names(s: &Sentence<'_>, from: usize) -> Option<(Vec<Party>, usize)> {
    const SMALL: Senses = Senses::of(&[Concept::Function, Concept::Of, Concept::And, Concept::By, Concept::For]);
    let mut found = Vec::new();
    let mut end = from;
    for (at, token) in s.tokens.iter().enumerate().skip(from).take(LONGEST) {
        if let Some(party) = party_of(token).or_else(|| government(token)) {
            found.push(party);
            end = at + 1;
        } else if !token.any(SMALL) {
            break;
        }
    }
    let open = s.tokens.get(end).is_some_and(|t| t.any(SMALL));
    (!found.is_empty() && !open).then_some((found, end))
}

const BE: Senses = Senses::of(&[Concept::Be, Concept::Will, Concept::Comma, Concept::And]);

/// "the force, which Europe will lead": what is led stands before the clause.
fn relative(s: &Sentence<'_>, verb: usize) -> bool {
    let subject = s.before(verb, 6, Senses::of(&[Concept::Party]));
    subject.and_then(|at| s.before(at, 3, Senses::of(&[Concept::Relative]))).is_some()
}

/// "The command of the force falls to Europe": what is led, and right behind it the verb that gives it away.
fn falls_straight(s: &Sentence<'_>, words: &Led, range: &Range<usize>) -> bool {
    const SMALL: Senses = Senses::of(&[Concept::Of, Concept::Function, Concept::For, Concept::Be, Concept::Will]);
    let Some(by) = s.find(range.start + 1..range.end, Senses::of(&[Concept::By])) else { return false };
    let between = &s.tokens[range.start + 1..by];
    let small = |t: &Token| t.any(SMALL.and(words.object)) || party_of(t) == Some(Party::Ukraine);
    between.iter().any(|t| t.any(words.object) && !t.any(words.other)) && between.iter().all(small)
}

/// Is what is led here something else: a summit, a study?
fn elsewhere(s: &Sentence<'_>, words: &Led, range: &Range<usize>) -> bool {
    let both = words.object.and(words.other);
    if s.tokens[range.start].is(Concept::Leadership) && falls_straight(s, words, range) {
        return false;
    }
    // "a force for Ukraine led by France": what is led stands right before the participle.
    let noun = s.before(range.start, 3, both).filter(|_| s.tokens[range.start].is(Concept::Led));
    if noun.is_some_and(|at| s.tokens[at].any(words.object)) && s.before(range.start, 2, COMMA).is_none() {
        return false;
    }
    let next = s.after(range.end, 6, both);
    // "…, said the ministry": behind a comma stands another clause.
    let near = next.filter(|&at| !s.tokens[range.end..at].iter().any(|t| t.is(Concept::Comma)));
    let before = if s.told { s.before(range.start, 10, both) } else { None };
    let head = near.or(before.filter(|_| s.shape.free_order)).or(next).or(before);
    match head {
        Some(at) => s.tokens[at].any(words.other) && !s.tokens[at].any(words.object),
        None => s.told,
    }
}

fn attribute_led(i: Tokens<'_>) -> Read<'_, Party> {
    // "France led the study" is a verb, "a force for Ukraine led by France" a passive; "French-led" is an attribute.
    let plain = not(any(Senses::of(&[Concept::Function, Concept::Pronoun, Concept::By])));
    let adjective = i.first().is_some_and(|t| t.is(Concept::Demonym) && !t.is(Concept::Party));
    let small = opt(any(Senses::of(&[Concept::Function])));
    // "American-led on Monday and American-led today": behind an adjective it is no verb.
    let attribute = terminated(party_or_demonym, pair(c(Concept::Led), small));
    if adjective && let Ok((_, party)) = { attribute }.parse(i) {
        return Ok((Tokens(i.0.get(2..).unwrap_or_default()), party));
    }
    // "eine amerikanische Leitung der Überwachung": an adjective and a noun.
    let noun = verify(any(PARTY), |t: &Token| t.is(Concept::Demonym) && !t.is(Concept::Party));
    if let Ok((rest, (token, _))) = pair(noun, verify(c(Concept::Leadership), |t: &Token| !t.is(Concept::Led))).parse(i)
    {
        return party_of(&token).map(|party| (rest, party)).ok_or(nom::Err::Error(Miss));
    }
    terminated(party_or_demonym, pair(alt((c(Concept::Led), c(Concept::Leadership))), plain)).parse(i)
}

fn passive_led(i: Tokens<'_>) -> Read<'_, Vec<Party>> {
    // "geführt und von den USA unterstützt": the second "by" is another verb's.
    let another = not(pair(c(Concept::And), c(Concept::By)));
    let by = preceded((c(Concept::Led), another, within_not(3, COMMA, governs(Senses::of(&[Concept::By])))), parties);
    // "led by a French general", "under a British commander"
    let officer = preceded(
        (c(Concept::Led), within_not(3, COMMA, c(Concept::By)), light),
        terminated(many_demonyms, not(any(Senses::of(&[Concept::Comma, Concept::And])))),
    );
    // "von den USA geführt"
    let by_first = preceded(c(Concept::By), terminated(parties, within_not(2, COMMA, c(Concept::Led))));
    let joint = terminated(preceded(light, many_demonyms), c(Concept::Leadership));
    let under = preceded(
        c(Concept::Under),
        alt((terminated(preceded(light, parties), pair(light, c(Concept::Leadership))), joint, of_leadership)),
    );
    let at_head = preceded(pair(c(Concept::Leadership), governs(OF)), parties);
    // "a cargo de Francia": one phrase that is both.
    let charged =
        preceded(pair(verify(c(Concept::Under), |token: &Token| token.is(Concept::Leadership)), governs(OF)), parties);
    let with_head = preceded(c(Concept::With), terminated(parties, pair(light, c(Concept::Lead))));
    // "… will lead the force only if asked by Kyiv": another verb stands between.
    const APART: Senses =
        Senses::of(&[Concept::Comma, Concept::If, Concept::After, Concept::Agreed, Concept::Request, Concept::As]);
    let by_or_with = any(Senses::of(&[Concept::By, Concept::With]));
    let exercised = preceded(pair(c(Concept::Leadership), within_not(5, APART, by_or_with)), parties);
    // "Die Führung bei der Beobachtung liegt bei den USA"
    let lies_with = preceded(c(Concept::Leadership), within_not(7, APART, preceded(c(Concept::By), parties)));
    alt((
        by,
        officer,
        by_first,
        under,
        charged,
        with_head,
        preceded(c(Concept::In), at_head),
        exercised,
        lies_with,
        falls_to,
    ))
    .parse(i)
}

/// "Die Führung der Truppe liegt bei Paris und London": capitals, right behind what is led and the verb.
fn falls_to(i: Tokens<'_>) -> Read<'_, Vec<Party>> {
    const WHOSE: Senses = Senses::of(&[
        Concept::Of,
        Concept::Function,
        Concept::For,
        Concept::Force,
        Concept::ForceWord,
        Concept::Mechanism,
        Concept::Monitoring,
    ]);
    let (rest, _) = c(Concept::Leadership).parse(i)?;
    let whose = |t: &&Token| t.any(WHOSE) && !t.is(Concept::By) || party_of(t) == Some(Party::Ukraine);
    let between = rest.0.iter().take(7).take_while(whose).count();
    let (mut rest, _) = c(Concept::By).parse(Tokens(&rest.0[between..]))?;
    let mut found = Vec::new();
    while let Some((token, behind)) = rest.0.split_first() {
        match government(token) {
            Some(state) if found.len() < LONGEST => found.push(state),
            _ if token.any(Senses::of(&[Concept::And, Concept::Comma])) && !found.is_empty() => {}
            _ => break,
        }
        rest = Tokens(behind);
    }
    // One capital may be the place; two are their governments.
    if found.len() > 1 { Ok((rest, found)) } else { Err(nom::Err::Error(Miss)) }
}

/// "the leadership of France and Britain", "the joint command of"; "conduite franco-britannique".
fn of_leadership(i: Tokens<'_>) -> Read<'_, Vec<Party>> {
    let named = preceded(governs(OF), parties);
    preceded(within(3, c(Concept::Leadership)), alt((named, many_demonyms))).parse(i)
}

/// `leadership ["be"] demonyms`, where an adjective stands behind its noun.
fn leadership_behind(i: Tokens<'_>) -> Read<'_, Vec<Party>> {
    let be = opt(any(Senses::of(&[Concept::Be, Concept::Will, Concept::Function])));
    let demonym = peek(verify(any(PARTY), |token: &Token| token.is(Concept::Demonym)));
    preceded((c(Concept::Leadership), be, demonym), many_demonyms).parse(i)
}

/// `leadership [of …] ("be" | "stays with") parties`, to the end of the clause.
fn leadership_is(i: Tokens<'_>) -> Read<'_, Vec<Party>> {
    const APART: Senses = PARTY.and(Senses::of(&[Concept::Comma, Concept::Relative, Concept::By, Concept::And]));
    const ENDS: Senses = Senses::of(&[Concept::Comma, Concept::And]);
    let head = (c(Concept::Leadership), within_not(5, APART, c(Concept::Be)), opt(c(Concept::Function)));
    let (rest, found) = preceded(head, alt((parties, many_demonyms))).parse(i)?;
    if rest.first().is_none_or(|t| t.any(ENDS)) { Ok((rest, found)) } else { Err(nom::Err::Error(Miss)) }
}

const OF: Senses = Senses::of(&[Concept::Of]);

/// "Franco-British", "French and British".
fn many_demonyms(i: Tokens<'_>) -> Read<'_, Vec<Party>> {
    let (mut rest, first) = party_or_demonym(i)?;
    let mut found = vec![first];
    while let Ok((behind, next)) = preceded(opt(c(Concept::And)), party_or_demonym).parse(rest) {
        found.push(next);
        rest = behind;
    }
    Ok((rest, found))
}

/// What makes an attack a future one, or a case to provide for.
const FUTURE: Senses = Senses::of(&[Concept::Future, Concept::CaseOf, Concept::If]);

/// `conditional = "should" party`, as in "should Russia attack again".
fn conditional(i: Tokens<'_>) -> Read<'_, ()> {
    value(
        (),
        (
            c(Concept::Should),
            opt(any(Senses::of(&[Concept::Function]))),
            peek(any(PARTY.and(Senses::of(&[Concept::Pronoun])))),
        ),
    )
    .parse(i)
}

/// `future_attack = (case_of | "if" | future) … attack`, as in "in the event of a renewed armed attack", "if attacked".
pub(crate) fn future_attack(i: Tokens<'_>) -> Read<'_, ()> {
    let attack = || c(Concept::Attack);
    let gap = 7;
    // "Greift Russland erneut an": the verb that opens its clause makes the condition by itself.
    let opening = verify(any(FUTURE), |t: &Token| t.is(Concept::If) && t.is(Concept::Attack));
    if let Ok((rest, _)) = { opening }.parse(i) {
        return Ok((rest, ()));
    }
    let (rest, ()) = alt((value((), any(FUTURE)), conditional)).parse(i)?;
    value((), pair(within(gap, attack()), opt(c(Concept::Future)))).parse(rest)
}

/// `aggressor = attack ("by" | "from") party | party … attack | demonym … attack`.
pub(crate) fn aggressor(i: Tokens<'_>) -> Read<'_, Party> {
    let enemy = || verify(party_or_demonym, |party| *party != Party::Ukraine && *party != Party::Europe);
    let by = preceded(
        (c(Concept::Attack), within_not(3, COMMA, governs(Senses::of(&[Concept::By, Concept::From]))), light),
        verify(party_or_demonym, |party| *party != Party::Ukraine),
    );
    let of = preceded((c(Concept::Attack), c(Concept::Of), light), enemy());
    // "aggressione russa"
    let adjective = |i| {
        let (rest, token) = preceded(c(Concept::Attack), any(Senses::of(&[Concept::Demonym]))).parse(i)?;
        let enemy = party_of(&token).filter(|party| !matches!(party, Party::Ukraine | Party::Europe));
        enemy.map(|party| (rest, party)).ok_or(nom::Err::Error(Miss))
    };
    let attacks = terminated(enemy(), within_not(6, NO_ATTACKER, c(Concept::Attack)));
    // "Greift Russland an": the attacker behind the verb that opens its clause.
    let opening = preceded(verify(c(Concept::Attack), |t: &Token| t.is(Concept::If)), within(1, party));
    let opening = verify(opening, |party| *party != Party::Ukraine);
    alt((by, of, adjective, attacks, opening)).parse(i)
}

const COMMA: Senses = Senses::of(&[Concept::Comma]);

/// Between an attacker and its attack stands none of these.
const NO_ATTACKER: Senses = Senses::of(&[
    Concept::Comma,
    Concept::And,
    Concept::Support,
    Concept::Commit,
    Concept::Force,
    Concept::ForceWord,
    Concept::CaseOf,
    Concept::If,
    Concept::Lead,
    Concept::Relative,
]);

/// When something happens: "once", "after", "in the event of".
pub(crate) const WHEN: Senses = Senses::of(&[Concept::After, Concept::If, Concept::CaseOf]);

/// Words for help, as a noun or a verb.
pub(crate) const HELPS: Senses = Senses::of(&[Concept::Support, Concept::Backed, Concept::Participation]);

/// Where a force acts.
pub(crate) const DOMAINS: Senses = Senses::of(&[Concept::Air, Concept::Sea, Concept::Land]);

/// Who supports: `"support" ("of" | "from" | "by") parties`, `party "support"`, `party "-backed"`, `parties … support`.
pub(crate) fn supporters(i: Tokens<'_>) -> Read<'_, Vec<Party>> {
    let from = governs(Senses::of(&[Concept::Of, Concept::From, Concept::By]));
    let named = preceded((any(HELPS), within(2, from)), parties);
    let attribute = terminated(
        preceded(opt(c(Concept::Function)), party_or_demonym),
        pair(opt(any(Senses::of(&[Concept::Proposed, Concept::Possessive, Concept::Military]))), any(HELPS)),
    );
    // "von den USA mit Aufklärung und Logistik unterstützt"
    let around = preceded(c(Concept::By), terminated(parties, pair(with_means, any(HELPS))));
    alt((named, attribute.map(|party| vec![party]), around)).parse(i)
}

/// "with intelligence and logistics", between who supports and the verb.
fn with_means(i: Tokens<'_>) -> Read<'_, ()> {
    const MEANS: Senses = Senses::of(&[Concept::Function, Concept::Intelligence, Concept::Logistics, Concept::And]);
    let (rest, _) = c(Concept::With).parse(i)?;
    let count = rest.0.iter().take(5).take_while(|t| t.any(MEANS) && !t.is(Concept::Support)).count();
    Ok((Tokens(&rest.0[count..]), ()))
}

/// As [`supporters`], where an adjective stands behind its noun: "soutien américain".
pub(crate) fn supporters_behind(i: Tokens<'_>) -> Read<'_, Vec<Party>> {
    let between =
        opt(any(Senses::of(&[Concept::Proposed, Concept::Military, Concept::Intelligence, Concept::Logistics])));
    let demonym = verify(any(PARTY), |token| token.is(Concept::Demonym));
    preceded((any(Senses::of(&[Concept::Support])), between, peek(demonym)), many_demonyms).parse(i)
}

/// A party named in `range`, each with its own place.
pub(crate) fn parties_in(s: &Sentence<'_>, range: Range<usize>) -> Vec<(Party, usize)> {
    range.filter_map(|at| s.tokens.get(at).filter(|t| t.any(PARTY)).and_then(party_of).map(|p| (p, at))).collect()
}
