//! What the text says of the document: title, date, place, who met, who signed, draft or final.
//! Source: grammar-notes/document.md.

use crate::grammar::page::{Page, Stretch};
use crate::grammar::prim::{PARTY, in_case, party_of};
use crate::grammar::sentence::{Sentence, add};
use crate::model::{DocumentFacts, DocumentStatus, Fact, PLACES, Party};
use crate::span::Span;
use crate::token::{Concept, Senses, Token};

/// The English name of the place that a token names.
pub(crate) fn place_of(token: &Token) -> Option<&'static str> {
    if !token.is(Concept::Place) {
        return None;
    }
    PLACES.get(token.value().checked_sub(1)?).copied()
}

const MET: Senses = Senses::of(&[Concept::Meet, Concept::Sign]);
const NAMED: Senses = Senses::of(&[Concept::Declaration]);

/// Reads one sentence around the components; `told` in a report. `before` is what stands before it in its block.
pub(crate) fn read(s: &Sentence<'_>, before: Option<&Stretch>, out: &mut DocumentFacts) {
    let intent = s.has(Senses::of(&[Concept::OfIntent]));
    if out.place.is_none() {
        out.place = place(s);
    }
    if out.date.is_none() && !intent {
        out.date = date(s);
    }
    if s.has(ATTENDS) && !s.has(Senses::of(&[Concept::Not])) {
        participants(s, before, out);
    }
    if !intent {
        signatories(s, before, out);
    }
}

const ATTENDS: Senses = Senses::of(&[Concept::Meet, Concept::TakePart]);

/// Who met. A report tells of many meetings; the one that counts is the Coalition's, and "in which … took part" is the same
/// one.
fn participants(s: &Sentence<'_>, before: Option<&Stretch>, out: &mut DocumentFacts) {
    let met = Senses::of(&[Concept::Meet]);
    let verbs = (0..s.tokens.len()).filter(|&at| s.has(met) && s.tokens[at].any(met));
    let mut ours = !s.told;
    for verb in verbs {
        let found = taking_part(s, verb);
        let own = found.iter().any(|(party, _)| *party == Party::CoalitionOfTheWilling);
        let same = ours && s.before(verb, 8, Senses::of(&[Concept::Relative])).is_some();
        if !s.told || own || same {
            for (party, range) in found {
                add(&mut out.participant, s.with(party, range, None));
            }
        }
        ours |= own;
    }
    if s.told {
        let goes_on = !out.participant.is_empty() && before.is_some_and(|before| before.sum.met.meets(met));
        for (party, range) in all_present(s, goes_on) {
            add(&mut out.participant, s.with(party, range, None));
        }
    }
}

/// Whom a sentence of a report names that tells of the Coalition's meeting and of nothing else: "Estonia took part in the
/// meeting of the Coalition, with Ukraine …"; `goes_on` says that the one before told of it.
fn all_present(s: &Sentence<'_>, goes_on: bool) -> Vec<(Party, std::ops::Range<usize>)> {
    const FAR: usize = 10;
    const ENDS: Senses =
        OTHER_VERB.and(Senses::of(&[Concept::Guarantees, Concept::Declaration, Concept::Commitments, Concept::After]));
    let meets = s.has(Senses::of(&[Concept::Meet]));
    // "also attended", "y ont pris part"
    let again = goes_on && (meets || s.has(Senses::of(&[Concept::Pronoun]))) && !s.has(Senses::of(&[Concept::Place]));
    if s.has(OTHER_MATTER) || !meets && !again {
        return Vec::new();
    }
    let Some(first) = s.find(0..s.tokens.len(), ATTENDS) else { return Vec::new() };
    // "the text that the Coalition adopted" tells of the text; "…, which met with …" behind it of the meeting.
    let text = s.find(0..first, NAMED).is_some();
    let Some(verb) = (if text { s.find(first + 1..s.tokens.len(), ATTENDS) } else { Some(first) }) else {
        return Vec::new();
    };
    let end = s.find(verb..s.tokens.len(), ENDS).unwrap_or(s.tokens.len());
    let from = if text { first + 1 } else { 0 };
    let start = (from..verb).rev().find(|&at| s.tokens[at].any(ENDS)).map_or(from, |at| at + 1);
    let near = |at: usize| s.tokens[at.saturating_sub(12)..end.min(at + 12)].iter().any(|t| t.is(Concept::Meet));
    let ours = (start..end).find(|&at| party_of(&s.tokens[at]) == Some(Party::CoalitionOfTheWilling) && near(at));
    // "After the meeting of the Coalition the Ukrainian president flew …"
    if s.before(verb, 3, Senses::of(&[Concept::After])).is_some() {
        return Vec::new();
    }
    let mut found: Vec<(Party, usize)> = Vec::new();
    let mut last = start;
    for at in start..end {
        let token = &s.tokens[at];
        // The names stand near each other, or near what they did.
        if token.any(ATTENDS.and(Senses::of(&[Concept::With]))) {
            last = at;
        } else if !found.is_empty() && at - last > FAR {
            break;
        }
        // "the Ukrainian and American delegations": behind the Coalition an adjective goes on with the list.
        let listed = token.is(Concept::Party) || token.any(PARTY) && ours.is_some_and(|ours| ours < at);
        if listed && s.before(at, 2, Senses::of(&[Concept::For])).is_none() {
            found.extend(party_of(token).map(|party| (party, at)));
            last = at;
        }
    }
    // "Ministers of Spain met Peru's president" is another meeting.
    let again = again && !(found.iter().any(|(_, at)| *at < verb) && found.iter().any(|(_, at)| *at > verb));
    let own = |party: Party| !matches!(party, Party::Russia | Party::Europe);
    if ours.is_none() && !again {
        return Vec::new();
    }
    found.into_iter().filter(|(party, _)| own(*party)).map(|(party, at)| (party, at..at + 1)).collect()
}

/// Words of the components, of refusals and of what is to come: a sentence that has them tells of more than who met.
const OTHER_MATTER: Senses = Senses::of(&[
    Concept::Force,
    Concept::Troops,
    Concept::Mechanism,
    Concept::Monitoring,
    Concept::SpecialCommission,
    Concept::Attack,
    Concept::MilitaryAssistance,
    Concept::Refuse,
    Concept::Removed,
    Concept::No,
    Concept::Expected,
    Concept::Elsewhere,
    Concept::Sign,
]);

/// `signatory = parties … sign …4 declaration | sign by parties`.
fn signatories(s: &Sentence<'_>, before: Option<&Stretch>, out: &mut DocumentFacts) {
    let sign = Senses::of(&[Concept::Sign]);
    // "Who signed the declaration: A, B"
    let asked = before.is_some_and(|b| b.sign == Concept::Colon && b.sum.met.meets(sign) && b.sum.met.meets(NAMED));
    if asked && s.tokens.iter().all(|t| t.any(LISTED)) {
        for at in (0..s.tokens.len()).filter(|&at| s.tokens[at].is(Concept::Party)) {
            if let Some(party) = party_of(&s.tokens[at]) {
                add(&mut out.signatory, s.with(party, at..at + 1, None));
            }
        }
        return;
    }
    let Some(verb) = s.find(0..s.tokens.len(), sign) else { return };
    // "It was signed by …", behind a sentence on the declaration
    let it = s.tokens[0].is(Concept::Pronoun) && before.is_some_and(|before| before.sum.met.meets(NAMED));
    // "Signed by France and Ukraine.", under the text itself
    let bare = !s.told && s.tokens[..verb].iter().all(|t| t.any(Senses::of(&[Concept::Function, Concept::And])));
    if !it && !bare && !s.has(NAMED) {
        return;
    }
    let by = s.after(verb + 1, 6, Senses::of(&[Concept::By]));
    // "Декларацію підписали …": where the order is free, they may stand behind the verb.
    let free = s.shape.free_order && s.subject(verb).is_some_and(|(_, first)| first > verb);
    let behind = if free { Some(verb) } else { by };
    // "Firmaron la declaración los presidentes de Francia y de Ucrania"
    let first = s.shape.free_order && s.find(0..verb, PARTY).is_none();
    let behind = behind.or(first.then_some(verb));
    let range = behind.map_or(0..verb, |by| by..s.tokens.len().min(by + 24));
    let other = s.has(Senses::of(&[Concept::Not]))
        || s.has(Senses::of(&[Concept::BilateralAgreements, Concept::PeaceAgreement]));
    if other {
        return;
    }
    let near = s.after(verb, 4, NAMED).is_some() || s.shape.free_order && s.before(verb, 16, NAMED).is_some();
    if by.is_some() || near {
        // "the declaration on a force for Ukraine"
        let object = |at: usize| s.before(at, 2, Senses::of(&[Concept::For])).is_some();
        for at in range.filter(|&at| s.tokens[at].is(Concept::Party) && !object(at)) {
            if let Some(party) = party_of(&s.tokens[at]) {
                add(&mut out.signatory, s.with(party, at..at + 1, None));
            }
        }
    }
}

const JOINTS: Senses = Senses::of(&[Concept::And, Concept::Comma]);

/// Who met: the parties before "met", "gathered", or behind "a meeting of".
fn taking_part(s: &Sentence<'_>, verb: usize) -> Vec<(Party, std::ops::Range<usize>)> {
    let of = Senses::of(&[Concept::Of, Concept::Between, Concept::By]);
    let noun = s.after(verb + 1, 1, of).or_else(|| s.tokens.get(verb + 1).filter(|t| in_case(t)).map(|_| verb));
    let mut found = Vec::new();
    match noun {
        Some(of) => {
            // "the meeting of the Coalition of the Willing": the list behind it, leaders' names stepped over.
            for at in of + 1..s.tokens.len() {
                let token = &s.tokens[at];
                if let Some(party) = party_of(token).filter(|_| token.is(Concept::Party)) {
                    found.push((party, at..at + 1));
                } else if !token.any(LISTED) {
                    break;
                }
            }
        }
        None if s.told => {
            const NAME: Senses = Senses::of(&[Concept::Party]);
            // "Leaders of the Coalition met …": they act, though "of" governs the name.
            let heads = || {
                let at = s.before(verb, 2, NAME).filter(|&at| s.before(at, 3, Senses::of(&[Concept::Of])).is_some())?;
                let bare = !s.shape.free_order && s.find(at + 1..verb, JOINTS).is_none();
                Some((vec![(party_of(&s.tokens[at]).filter(|_| bare)?, at)], at))
            };
            if let Some((subjects, first)) = s.subject(verb).or_else(heads) {
                let end = subjects.last().map_or(verb, |(_, at)| *at).max(verb) + 1;
                let range = first.min(verb)..end;
                found.extend(subjects.into_iter().map(|(party, _)| (party, range.clone())));
                // "… haben sich mit dem Präsidenten getroffen": where the order is free they may stand before the verb.
                joined_by(s, if s.shape.free_order { first + 1 } else { range.end }, &mut found);
            }
            // "… met Ukraine's president"
            let object = s.after(verb + 1, 2, NAME.and(JOINTS)).filter(|&at| s.tokens[at].any(NAME));
            if let (Some(at), false, false) = (object, found.is_empty(), s.shape.free_order) {
                found.extend(party_of(&s.tokens[at]).map(|party| (party, at..at + 1)));
            }
            // "meeting in Paris as the Coalition of the Willing"
            let named = s.after(verb + 1, 5, Senses::of(&[Concept::As])).and_then(|at| s.after(at + 1, 2, NAME));
            let coalition = named.filter(|&at| party_of(&s.tokens[at]) == Some(Party::CoalitionOfTheWilling));
            // "Italy also attended.": whose meeting it was, the sentence before says.
            if found.len() < 2 && verb + 1 < s.tokens.len() {
                found.clear();
            }
            found.extend(coalition.map(|at| (Party::CoalitionOfTheWilling, at..at + 1)));
        }
        None => {
            let mut at = verb;
            while at > 0 && verb - at < 40 {
                at -= 1;
                let token = &s.tokens[at];
                if let Some(party) = party_of(token).filter(|_| token.is(Concept::Party)) {
                    found.push((party, at..verb + 1));
                } else if token.any(OTHER_VERB) {
                    break;
                }
            }
            found.reverse();
            // "a meeting of the Coalition, in which A and B took part": the clause has a subject of its own behind its verb.
            let relative = s.shape.free_order && s.before(verb, 3, Senses::of(&[Concept::Relative])).is_some();
            let behind = if relative { met_behind(s, verb) } else { Vec::new() };
            let with = Senses::of(&[Concept::With, Concept::In, Concept::By]);
            if behind.first().is_some_and(|(_, at)| at.start <= verb + 9 && s.find(verb..at.start, with).is_none()) {
                found.extend(behind);
            }
            if found.is_empty() && s.shape.free_order {
                found = met_behind(s, verb);
            }
            // "delegations from Ukraine met in Paris with the states of the Coalition"
            joined_by(s, verb + 1, &mut found);
        }
    }
    found
}

/// Adds those whom the others met: "… met in Paris with the states of the Coalition".
fn joined_by(s: &Sentence<'_>, from: usize, found: &mut Vec<(Party, std::ops::Range<usize>)>) {
    let Some(with) = s.after(from, 12, Senses::of(&[Concept::With])) else { return };
    for at in with + 1..s.tokens.len().min(with + 12) {
        if let Some(party) = party_of(&s.tokens[at]).filter(|_| s.tokens[at].is(Concept::Party)) {
            found.push((party, at..at + 1));
        } else if s.tokens[at].any(OTHER_VERB.and(Senses::of(&[Concept::To, Concept::Guarantees]))) {
            break;
        }
    }
}

/// Who met, where the verb comes first: "Réunis à Paris, l'Ukraine et …", "зустрілися лідери Коаліції, України …".
fn met_behind(s: &Sentence<'_>, verb: usize) -> Vec<(Party, std::ops::Range<usize>)> {
    const STOPS: Senses =
        OTHER_VERB.and(Senses::of(&[Concept::Relative, Concept::Guarantees, Concept::To, Concept::For]));
    let mut found = Vec::new();
    let mut last = verb;
    // "a 6 de janeiro", "a Parigi": a preposition of date or place, and none that leads to what they do.
    const WHERE: Senses = Senses::of(&[Concept::Number, Concept::Place]);
    for at in verb + 1..s.tokens.len().min(verb + 40) {
        let token = &s.tokens[at];
        if token.is(Concept::To) && s.tokens.get(at + 1).is_some_and(|t| t.any(WHERE)) {
            continue;
        }
        if token.is(Concept::Party) {
            found.extend(party_of(token).map(|party| (party, at..at + 1)));
            last = at;
        } else if token.any(STOPS) || !found.is_empty() && at - last > 6 {
            break;
        }
    }
    found
}

const OTHER_VERB: Senses = Senses::of(&[
    Concept::Will,
    Concept::Shall,
    Concept::Should,
    Concept::May,
    Concept::Said,
    Concept::Sign,
    Concept::Ready,
    Concept::Agreed,
]);

const LISTED: Senses = Senses::of(&[
    Concept::And,
    Concept::Comma,
    Concept::Function,
    Concept::Member,
    Concept::Of,
    Concept::Party,
    Concept::Demonym,
    Concept::With,
    Concept::Said,
    Concept::Place,
]);

/// `place = (met | signed) … place | dateline`, as in "met in Paris", "Paris, 6 January 2026".
fn place(s: &Sentence<'_>) -> Option<Fact<String>> {
    if !s.has(Senses::of(&[Concept::Place])) {
        return None;
    }
    // A report tells of many places.
    let ours = |t: &Token| t.is(Concept::Declaration) || party_of(t) == Some(Party::CoalitionOfTheWilling);
    if s.told && !s.tokens.iter().any(ours) {
        return None;
    }
    (0..s.tokens.len()).filter(|&at| s.tokens[at].is(Concept::Place)).find_map(|at| place_at(s, at))
}

fn place_at(s: &Sentence<'_>, at: usize) -> Option<Fact<String>> {
    let place = place_of(&s.tokens[at])?;
    // "Rome, 6 January – …": where the agency sits.
    if s.told && at == 0 && s.after(1, 8, Senses::of(&[Concept::Dash])).is_some() {
        return None;
    }
    let met = s.before(at, 16, MET).or_else(|| s.after(at + 1, 12, MET));
    let dateline = at == 0 && s.tokens.len() <= 8 && s.has(Senses::of(&[Concept::Month, Concept::Number]))
        || s.before(at, 3, Senses::of(&[Concept::Dateline])).is_some();
    let range = match met {
        Some(verb) => at.min(verb)..at.max(verb) + 1,
        None if dateline => at..at + 1,
        None => return None,
    };
    s.with(place.to_owned(), range, None).filter(|fact| !fact.negated)
}

/// `date = (met | signed | declaration) … day month [year] | dateline`; a page's date of publication is none.
fn date(s: &Sentence<'_>) -> Option<Fact<String>> {
    if s.told || !s.has(Senses::of(&[Concept::Month, Concept::Number])) {
        return None;
    }
    for at in 0..s.tokens.len() {
        let Some((value, range)) = calendar(s, at) else { continue };
        let published = s.has(Senses::of(&[Concept::Published]));
        let event = MET.and(Senses::of(&[Concept::Dateline]));
        let near = s.before(at, 18, event).or_else(|| s.after(at, 18, event)).is_some();
        let dateline = s.tokens.len() <= 8 && s.tokens[0].is(Concept::Place) && !published;
        let own = s.before(at, 5, NAMED).is_some() && s.before(at, 2, Senses::of(&[Concept::Of])).is_some();
        if near && !(published && s.before(at, 4, Senses::of(&[Concept::Published])).is_some()) || dateline || own {
            return s.with(value, range, None).filter(|fact| !fact.negated);
        }
    }
    None
}

/// A date at `at`: "6 January 2026", "January 6", "2026-01-06", "06.01.2026".
fn calendar(s: &Sentence<'_>, at: usize) -> Option<(String, std::ops::Range<usize>)> {
    let number = |at: usize| -> Option<u32> {
        let token = s.tokens.get(at)?;
        token.is(Concept::Number).then(|| token.span().of(s.text)?.parse().ok())?
    };
    let word = |at: usize| s.tokens.get(at).filter(|t| t.is(Concept::Month)).map(|t| t.value() as u32);
    // "6th": glued to its number
    let ordinal = |at: usize| {
        let glued = at > 0 && s.tokens.get(at).is_some_and(|t| t.start == s.tokens[at - 1].end() && t.words() == 1);
        usize::from(glued)
    };
    // "Jan. 6"
    let stop = |at: usize| usize::from(s.tokens.get(at).is_some_and(|t| t.words() == 0 && t.is(Concept::Function)));
    let year = |at: usize| number(at).filter(|y| (1900..2100).contains(y));
    let (month, day, mut end) = if let Some(date) = digits(s, at) {
        return Some(date);
    } else if let (Some(day), step) = (number(at), ordinal(at + 1) + stop(at + 1)) {
        let of = usize::from(s.tokens.get(at + 1 + step).is_some_and(|t| t.is(Concept::Of)));
        let month = word(at + 1 + step + of)?;
        (month, day, at + 2 + step + of)
    } else {
        let month = word(at)?;
        let at = at + stop(at + 1);
        let day = number(at + 1)?;
        (month, day, at + 2 + ordinal(at + 2))
    };
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // "January 6, 2026", "6 de enero de 2026"
    let comma = usize::from(s.tokens.get(end).is_some_and(|t| t.is(Concept::Comma) || t.is(Concept::Of)));
    let value = match year(end).map(|y| (y, end + 1)).or_else(|| year(end + comma).map(|y| (y, end + comma + 1))) {
        Some((year, behind)) => {
            end = behind;
            format!("{year:04}-{month:02}-{day:02}")
        }
        None => format!("--{month:02}-{day:02}"),
    };
    Some((value, at..end))
}

/// A date in digits: "06.01.2026", "2026-01-06". With slashes nobody knows which is the month.
fn digits(s: &Sentence<'_>, at: usize) -> Option<(String, std::ops::Range<usize>)> {
    let three = s.tokens.get(at..at + 3)?;
    let span = three[0].span().join(three[2].span());
    let text = span.of(s.text)?;
    let sign = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '.' | '-'))?;
    let parts: Vec<u32> = text.split(sign).map(str::parse).collect::<Result<_, _>>().ok()?;
    let (year, month, day) = match (parts.as_slice(), sign) {
        (&[day, month, year], '.') => (year, month, day),
        (&[year, month, day], '-') => (year, month, day),
        _ => return None,
    };
    let sound = (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    sound.then(|| (format!("{year:04}-{month:02}-{day:02}"), at..at + 3))
}

/// `title = titled words`, unquoted, up to the end of the sentence.
fn named_title(page: &Page<'_>, stretch: &Stretch) -> Option<Fact<String>> {
    let tokens = page.of(stretch);
    let titled = tokens.iter().position(|t| t.is(Concept::Titled))?;
    let body = &tokens[titled + 1..];
    let about = body.iter().any(|t| t.is(Concept::Guarantees)) && body.iter().any(|t| t.is(Concept::Peace));
    let bar = body.iter().any(|t| t.any(TITLE_BAR.and(Senses::of(&[Concept::Comma]))));
    (about && !bar && body.len() <= 18).then(|| make_title(page, body.first()?.span().join(body.last()?.span())))?
}

/// The title: a line of its own, or words in quotation marks behind "the declaration".
pub(crate) fn title(page: &Page<'_>, stretches: &[Stretch]) -> Option<Fact<String>> {
    let in_words = stretches.iter().find_map(|s| quoted_title(page, s).or_else(|| named_title(page, s)));
    in_words.or_else(|| stretches.iter().filter(|s| s.opens_block).find_map(|s| title_line(page, s)))
}

/// The title that a report quotes.
pub(crate) fn told_title(page: &Page<'_>) -> Option<Fact<String>> {
    let told = page.stretches.iter().filter(|s| s.sum.met.meets(TITLED) && !page.passed[s.block]);
    told.into_iter().find_map(|s| quoted_title(page, s))
}

const TITLED: Senses = Senses::of(&[Concept::Declaration, Concept::Titled]);

const TITLE_BAR: Senses = Senses::of(&[
    Concept::Be,
    Concept::Will,
    Concept::Agreed,
    Concept::Said,
    Concept::Sign,
    Concept::Meet,
    Concept::Ready,
    Concept::Published,
    Concept::May,
    Concept::Demonym,
    Concept::Place,
    Concept::Declaration,
]);

/// `title = … (guarantees | security) … peace …`, a noun phrase in title case that fills its line.
fn title_line(page: &Page<'_>, stretch: &Stretch) -> Option<Fact<String>> {
    let whole = page.stretches_of(stretch.block..stretch.block + 1);
    let (Some(last), true) = (whole.last(), whole.len() <= 2) else { return None };
    if whole.len() == 2 && stretch.sign != Concept::Colon {
        return None;
    }
    let tokens = page.between(stretch, last);
    // "Paris Declaration: Reliable guarantees …": the title is behind the colon.
    let start = tokens.iter().position(|t| {
        !t.any(Senses::of(&[
            Concept::Declaration,
            Concept::Draft,
            Concept::Final,
            Concept::Dash,
            Concept::Open,
            Concept::Close,
            Concept::Colon,
        ]))
    })?;
    let body = &tokens[start..];
    let about = body.iter().any(|t| t.any(Senses::of(&[Concept::Guarantees, Concept::Security])));
    let peace = body.iter().any(|t| t.is(Concept::Peace));
    let bar = body.iter().any(|t| t.any(TITLE_BAR));
    // Headlines about the declaration name it; a title is set in capitals.
    let long = body.iter().filter(|t| t.words() > 0 && t.end() - t.start > 4);
    let (capitals, words) = long.fold((0, 0), |(c, w), t| (c + usize::from(t.capital()), w + 1));
    if !about || !peace || bar || body.len() > 26 || last.sign != Concept::Unknown {
        return None;
    }
    if page.shape(stretch).title_capitals && capitals * 4 < words * 3 {
        return None;
    }
    make_title(page, body.first()?.span().join(body.last()?.span()))
}

/// `title = declaration … "“" words "”"`: four words at least, of guarantees or peace.
fn quoted_title(page: &Page<'_>, stretch: &Stretch) -> Option<Fact<String>> {
    let tokens = page.of(stretch);
    let named = tokens.iter().position(|t| t.any(TITLED))?;
    let block = &page.blocks[stretch.block];
    let from = tokens[named].span().end;
    let rest = page.text.get(from..block.span.end)?;
    let open = rest.find(OPENING)?;
    let mark = rest[open..].chars().next()?;
    let inside = open + mark.len_utf8();
    let close = rest[inside..].find(CLOSING)?;
    let span = Span::new(from + inside, from + inside + close);
    // A title may hold a colon, where a stretch ends.
    let own = page.stretches_of(stretch.block..stretch.block + 1);
    let covered: Vec<&Token> = own.iter().flat_map(|s| page.of(s)).filter(|t| span.contains(t.span())).collect();
    const SUBJECT: [Senses; 4] = [
        Senses::of(&[Concept::Guarantees, Concept::Security]),
        Senses::of(&[Concept::Peace]),
        Senses::of(&[Concept::Sovereignty]),
        PARTY,
    ];
    let met = |senses: &Senses| covered.iter().any(|t| t.any(*senses));
    // Behind "titled" any two of them will do.
    let titled = tokens[named].is(Concept::Titled) && SUBJECT.iter().filter(|senses| met(senses)).count() >= 2;
    let between = tokens[named + 1..].iter().take_while(|t| t.span().start < span.start).count();
    let peace = covered.iter().any(|t| t.is(Concept::Peace));
    let party = covered.iter().any(|t| t.any(PARTY));
    // Right behind "the declaration" words on peace and security are its title too.
    let about = titled
        || covered.iter().any(|t| t.any(Senses::of(&[Concept::Guarantees]))) && (peace || party)
        || between <= 1 && peace && (party || covered.iter().any(|t| t.is(Concept::Security)));
    let verb = covered.iter().any(|t| t.any(TITLE_BAR));
    (about && !verb && covered.len() >= 4 && between <= 6).then(|| make_title(page, span))?
}

const OPENING: [char; 7] = ['"', '“', '„', '«', '‘', '‹', '”'];
const CLOSING: [char; 7] = ['"', '”', '“', '»', '’', '›', '\n'];

fn make_title(page: &Page<'_>, span: Span) -> Option<Fact<String>> {
    let bare = |c: char| c.is_whitespace() || OPENING.contains(&c) || CLOSING.contains(&c);
    let raw = span.of(page.text)?.trim_end_matches(bare);
    let trimmed = raw.trim_start_matches(bare);
    let start = span.start + raw.len() - trimmed.len();
    let span = Span::new(start, start + trimmed.len());
    let mut value = String::with_capacity(trimmed.len());
    for word in trimmed.split_whitespace() {
        if !value.is_empty() {
            value.push(' ');
        }
        value.push_str(word);
    }
    Some(Fact { value, span, quote: trimmed.into(), modality: None, negated: false, standing: None, said_by: None })
}

/// Draft or final: what the text calls what it gives, the nearest word before the components winning.
pub(crate) fn status(page: &Page<'_>, stretches: &[Stretch], told: bool) -> Option<DocumentStatus> {
    const WORD: Senses = Senses::of(&[Concept::Draft, Concept::Final]);
    let mut found = None;
    for stretch in stretches.iter().filter(|stretch| stretch.sum.met.meets(WORD)) {
        let tokens = page.of(stretch);
        for (at, token) in tokens.iter().enumerate() {
            if !token.any(WORD) {
                continue;
            }
            let own = tokens[at..].iter().take(5).any(|t| t.is(Concept::Declaration))
                || tokens[..at].iter().rev().take(4).any(|t| t.is(Concept::Declaration))
                || tokens.len() <= 4
                || tokens[at + 1..]
                    .iter()
                    .take(3)
                    .any(|t| t.any(Senses::of(&[Concept::Said, Concept::Will, Concept::Include])));
            if !own {
                continue;
            }
            let status = if token.is(Concept::Draft) { DocumentStatus::Draft } else { DocumentStatus::Final };
            if told && found.is_some_and(|f| f != status) {
                return None; // it tells of both
            }
            found = Some(status);
        }
    }
    found
}
