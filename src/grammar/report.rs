//! Reports: prose that tells of the five subjects. Each sentence is read by the kinds whose subject it names, each
//! kind from the words that stand nearest to its own. Source: grammar-notes/reports.md.

use crate::grammar::afu_support::opens_depot;
use crate::grammar::carry::{MODALS, NEGATORS};
use crate::grammar::multinational_force::sends_none;
use crate::grammar::outline::Outline;
use crate::grammar::page::{Page, Stretch};
use crate::grammar::prim::{PARTY, party_of};
use crate::grammar::shared::future_attack;
use crate::grammar::{
    Asked, Body, Found, Reader, coordination, document, guarantees, multinational_force, outline, preamble, spans,
};
use crate::model::{ComponentKind, DocumentKind, Party, Standing};
use crate::span::Span;
use crate::token::{Concept, Senses, Token, Tokens};
use std::ops::Range;

/// What a stretch of prose may be about: the five components, and the guarantees as a whole.
const SUBJECTS: usize = 6;
const GUARANTEES: usize = 5;

/// Reads a page that tells of a declaration; `points` are its points, where it tells point by point.
pub(crate) fn read(page: &Page<'_>, points: &Outline) -> Found {
    let mut found = Found::default();
    let mut reader = Reader::new(page);
    reader.report = true;
    let known_force = page.tokens.iter().any(|t| t.any(Senses::of(&[Concept::Force, Concept::Troops])));
    let watches = |t: &Token| t.any(Senses::of(&[Concept::Monitoring, Concept::Verification]));
    let known_watch = page.tokens.iter().any(watches) && page.tokens.iter().any(|t| t.is(Concept::Ceasefire));
    let mut bodies = ComponentKind::ALL.iter().map(|kind| (Body::new(*kind), Vec::new())).collect::<Vec<_>>();
    let mut subject = None;
    let mut away = false;
    let mut opened = false;
    let mut points = points.places().into_iter().peekable();
    let (mut asked, mut labelled) = (None, None);
    for (at, stretch) in page.stretches.iter().enumerate() {
        let point = points.next_if(|(point, _)| *point == at).map(|(_, kind)| kind as usize);
        if page.passed[stretch.block] {
            continue;
        }
        if stretch.opens_block {
            reader.pause();
            opened = true;
            labelled = None;
        }
        let tokens = page.of(stretch);
        reader.taken_back = taken_back(page, at);
        let named = subjects(tokens, known_force, known_watch);
        // A question states nothing, and other wars and other missions are not ours.
        let elsewhere = stretch.sum.met.meets(Senses::of(&[Concept::Elsewhere]))
            || away && !stretch.opens_block && !stretch.sum.met.meets(OURS) && !names_us(tokens);
        away = elsewhere;
        let last = at.checked_sub(1).map(|at| &page.stretches[at]);
        let before = last.filter(|_| !stretch.opens_block);
        let asked_here = page.asks(stretch);
        if elsewhere || moscow_says(tokens) || asked_here {
            // "And who leads the force?": what follows answers.
            let asks = !elsewhere && asked_here;
            let last = (0..SUBJECTS).filter(|&kind| !named[kind].is_empty()).max_by_key(|&kind| named[kind].last());
            // "Under whose command?" asks of the same subject.
            // "Will the Ukrainian army have to shrink?" asks for its strength.
            let army = || (!elsewhere && asks_of_army(tokens)).then_some(ComponentKind::AfuSupport as usize);
            subject = last.or_else(army).or(subject).filter(|_| asks);
            asked = subject.map(|subject| (subject, at));
            // "And if Russia attacks again?" names the case.
            let attack = ComponentKind::AttackResponse as usize;
            if subject == Some(attack)
                && names_case(tokens)
                && let Some((body, stretches)) = bodies.get_mut(attack)
            {
                reader.sentence(at, true, |_| true, |s| body.read(s));
                stretches.push(at);
                found.scope.push(at);
            }
            opened &= !asks;
            continue;
        }
        // A point speaks of what its heading names, wherever no other subject is named.
        subject = point.or(subject);
        // "The army: Ukraine is to keep 800,000 …": a label says what its paragraph is about.
        if opened && let Some(kind) = label(tokens, stretch) {
            (subject, labelled) = (Some(kind), Some(kind));
        }
        let ahead = at.checked_sub(1).map(|at| (&page.stretches[at], page.of(&page.stretches[at])));
        let counts = tokens.first().is_some_and(|t| t.any(FIGURE)) && strength_of(ahead, stretch, tokens);
        if counts {
            subject = Some(ComponentKind::AfuSupport as usize);
        }
        // "¿Tendrá límites el ejército? Podrá contar con 800 000 efectivos": the answer's soldiers are the army's.
        let counts = counts || asked.is_some_and(|(kind, _)| Some(kind) == subject) && gives_strength(tokens, subject);
        let listed = means_of(ahead, stretch, tokens) && subject == Some(ComponentKind::MultinationalForce as usize);
        let back = counts || listed || subject.is_some_and(|subject| refers_back(tokens, subject, opened));
        let back = back || point.is_some() || labelled.is_some() && labelled == subject;
        let answers = asked.filter(|(kind, _)| Some(*kind) == subject);
        let back = back || answers.is_some() && !names_other(tokens);
        let goes_on = counts || back && others_silent(&named, subject) || backs_it(tokens, &named, subject);
        if let Some((kind, question)) = answers
            && let Some((body, stretches)) = bodies.get_mut(kind)
            && let Some((asked, names)) = names_in_answer(page.of(&page.stretches[question]), tokens)
        {
            reader.sentence(at, false, |_| true, |s| body.answered(s, asked, names));
            stretches.push(at);
            found.scope.push(at);
        }
        // "No.", "Not now.": what follows still answers.
        asked = asked.filter(|_| tokens.len() <= 3);
        opened = false;
        let (mut read_any, mut backed) = (false, false);
        let verb = reader.verb;
        for kind in 0..SUBJECTS {
            let ours = if goes_on { subject == Some(kind) } else { !named[kind].is_empty() };
            if !ours {
                continue;
            }
            reader.verb = verb;
            let nearest = |word: usize| goes_on || nearest(&named, word) == kind;
            match bodies.get_mut(kind) {
                Some((body, stretches)) => {
                    let before = backers(body);
                    reader.sentence(at, !goes_on, nearest, |s| body.read(s));
                    stretches.push(at);
                    // Who backs the force if it is attacked: the force is the subject, not the attack.
                    backed |= backers(body) > before;
                }
                None => reader.sentence(at, true, nearest, |s| guarantees::read(s, goes_on, &mut found.guarantees)),
            }
            read_any = true;
        }
        reader.verb = verb;
        reader.sentence(
            at,
            true,
            |_| true,
            |s| {
                document::read(s, before, &mut found.document);
                preamble::read(s, &mut found.preamble);
                let names = outline::is_cell(s.met);
                let goes_on = coordination::goes_on(s.tokens, last);
                if names || goes_on {
                    coordination::read(s, goes_on, &mut found.coordination);
                    read_any = true;
                }
            },
        );
        if read_any {
            found.scope.push(at);
            if !goes_on {
                let last = (0..SUBJECTS).max_by_key(|&kind| named[kind].last().copied().map_or(0, |at| at + 1));
                subject = if backed { Some(ComponentKind::MultinationalForce as usize) } else { last };
            }
        } else if stretch.opens_block && asked.is_none() {
            subject = None;
        }
    }
    for (body, stretches) in bodies {
        let component = body.component(found.components.len() as u32 + 1, None, spans(page, &stretches), None);
        if !component.is_empty() {
            found.components.push(component);
        }
    }
    if !found.components.is_empty() {
        found.kind = Some(DocumentKind::Report);
        found.status = document::status(page, &page.stretches, true);
        found.document.title = document::told_title(page);
    }
    order(&mut found);
    found
}

/// Words of our own subjects: behind a sentence on another mission they come back to ours.
const OURS: Senses = Senses::of(&[
    Concept::Afu,
    Concept::UkrainianSoil,
    Concept::Force,
    Concept::Guarantees,
    Concept::MilitaryAssistance,
    Concept::DefenceCooperation,
    Concept::Commitments,
    Concept::SpecialCommission,
    Concept::Declaration,
    Concept::Cell,
]);

/// Does it name Ukraine or the Coalition?
fn names_us(tokens: &[Token]) -> bool {
    tokens.iter().any(|t| matches!(party_of(t), Some(Party::Ukraine | Party::CoalitionOfTheWilling)))
}

/// How a report tells what a sentence says: of a draft, or as somebody's word, with the words that name them.
pub(super) fn standing(page: &Page<'_>, tokens: &[Token]) -> (Option<Standing>, Option<Span>) {
    if tokens.iter().any(|t| t.is(Concept::Draft)) {
        return (Some(Standing::Draft), None);
    }
    // "France is expected to send troops": nobody says that it will.
    if tokens.iter().any(|t| t.is(Concept::Expected)) {
        return (Some(Standing::Attributed), None);
    }
    const WORD: Senses = Senses::of(&[Concept::Said, Concept::Consider]);
    // "Moscow considers …", "…, Berlin said": a name right before the verb, and no document between.
    let named = |verb: usize| {
        let before = tokens[verb.saturating_sub(3)..verb].iter().rev();
        let mut near = before.take_while(|t| !t.any(Senses::of(&[Concept::Declaration, Concept::Comma])));
        near.find(|t| t.any(PARTY) || t.capital() && t.is(Concept::Unknown)).map(|t| t.span())
    };
    let said_by = (0..tokens.len()).filter(|&at| tokens[at].any(WORD)).find_map(named);
    (said_by.map(|_| Standing::Attributed), said_by.filter(|span| span.of(page.text).is_some()))
}

/// Does the next stretch take back what this one says: "That promise was struck out", "; the White House denied this"?
///
/// One that names a subject of its own speaks for itself and takes nothing back.
pub(super) fn taken_back(page: &Page<'_>, at: usize) -> bool {
    let (Some(this), Some(next)) = (page.stretches.get(at), page.stretches.get(at + 1)) else { return false };
    let answer = this.sign == Concept::Colon && next.block == this.block && says_no(page.of(next));
    answer || next.block <= this.block + 1 && takes_back(page.of(next))
}

/// "Access to depots: no."
fn says_no(tokens: &[Token]) -> bool {
    const NO: Senses = Senses::of(&[Concept::Not, Concept::No, Concept::Removed]);
    matches!(tokens, [no] if no.any(NO))
}

/// "This promise was struck out", "in the final text that commitment has been removed", "… is silent on this".
fn takes_back(tokens: &[Token]) -> bool {
    const NAMED: Senses =
        Senses::of(&[Concept::Pronoun, Concept::Commit, Concept::Commitments, Concept::Relative, Concept::Passage]);
    const GONE: Senses = Senses::of(&[Concept::Removed, Concept::NotForeseen]);
    let Some(at) = tokens.iter().position(|t| t.any(GONE.and(Senses::of(&[Concept::Refuse])))) else { return false };
    let own = tokens.iter().any(|t| t.any(OWN));
    // "The 'commit' of the draft was dropped" speaks of that word.
    let of_draft = |at: usize| tokens[at + 1..].iter().take(3).any(|t| t.is(Concept::Draft));
    let named = |at: usize| tokens[at].any(NAMED) && !(tokens[at].is(Concept::Commit) && of_draft(at));
    let denied = !tokens[at].any(GONE) && tokens.get(at + 1).is_some_and(|t| t.is(Concept::Pronoun));
    let gone = tokens[at].any(GONE)
        && ((0..=at).any(named)
            || tokens[..at].iter().any(|t| t.any(Senses::of(&[Concept::Declaration, Concept::Final]))))
        && !tokens[..at].iter().any(|t| t.any(Senses::of(&[Concept::Not])));
    !own && (gone || denied)
}

/// Words of the subjects: a stretch that has one speaks for itself.
const OWN: Senses = Senses::of(&[
    Concept::Force,
    Concept::ForceWord,
    Concept::Troops,
    Concept::Afu,
    Concept::Monitoring,
    Concept::Verification,
    Concept::Ceasefire,
    Concept::Sanctions,
    Concept::Intelligence,
    Concept::Logistics,
    Concept::Guarantees,
    Concept::Attack,
    Concept::Support,
    Concept::MilitaryAssistance,
    Concept::Cooperation,
    Concept::DefenceCooperation,
    Concept::Finance,
    Concept::Depot,
    Concept::Personnel,
    Concept::Thousand,
    Concept::Armament,
    Concept::Purchase,
    Concept::Fortification,
    Concept::DefencePackages,
    Concept::SpecialCommission,
    Concept::MilitaryCapabilities,
    Concept::Economic,
    Concept::Diplomatic,
    Concept::Training,
    Concept::JointProduction,
    Concept::JointDevelopment,
]);

/// Does a sentence go on with the subject of the one before: "They will …", "The system is to be …"?
fn refers_back(tokens: &[Token], subject: usize, opened: bool) -> bool {
    const KINDS: [Senses; SUBJECTS] = [
        Senses::of(&[Concept::System, Concept::Mechanism, Concept::Verification]),
        Senses::of(&[Concept::Support, Concept::MilitaryAssistance]),
        Senses::of(&[Concept::ForceWord, Concept::Force, Concept::Measures]),
        Senses::of(&[Concept::Commitments]),
        Senses::of(&[Concept::Cooperation]),
        Senses::of(&[Concept::System]),
    ];
    let head = tokens.iter().find(|t| t.beyond(Senses::of(&[Concept::Function, Concept::Unknown])));
    tokens.first().is_some_and(|t| t.is(Concept::Pronoun))
        || head.is_some_and(|t| t.any(KINDS[subject]))
        || !opened && subject == ComponentKind::Monitoring as usize && tokens.iter().any(|t| t.any(WATCHERS))
        || !opened
            && subject == ComponentKind::MultinationalForce as usize
            && (tokens.iter().any(|t| t.any(TERMS)) || (0..tokens.len()).any(|at| sends_none(tokens, at)) || likewise(tokens))
        || !opened && leads_alone(tokens, subject)
        || !opened && subject == ComponentKind::Cooperation as usize && tokens.iter().any(|t| t.is(Concept::Cooperation))
        || !opened && subject == ComponentKind::AttackResponse as usize && tokens.iter().any(|t| t.any(MEASURES))
        || !opened && subject == ComponentKind::AfuSupport as usize && tokens.iter().any(|t| t.any(MONEY.and(LISTS)))
        || !opened && subject == ComponentKind::Cooperation as usize && tokens.iter().any(|t| t.is(Concept::Training))
        || !opened && subject == ComponentKind::AfuSupport as usize && supplies_arms(tokens)
        || !opened && subject == ComponentKind::Monitoring as usize && takes_part_in_it(tokens)
        || !opened && tokens.iter().any(|t| t.is(Concept::Pronoun))
        // "Japan will not.": who sends troops, and who does not.
        || !opened
            && subject == ComponentKind::MultinationalForce as usize
            && multinational_force::answers_by_name(tokens)
        // "Tendrá …", "Su mando …": the subject of before, dropped or owned.
        || !opened && tokens.first().is_some_and(|t| t.any(DROPPED))
}

/// "W mechanizmie uczestniczyć będzie także Kanada": the mechanism of before, opened by its preposition.
fn takes_part_in_it(tokens: &[Token]) -> bool {
    const SMALL: Senses = Senses::of(&[Concept::In, Concept::To, Concept::Function]);
    let small = tokens.iter().take_while(|t| t.any(SMALL)).count();
    (1..=2).contains(&small)
        && tokens.get(small).is_some_and(|t| t.is(Concept::Mechanism))
        && tokens.iter().any(|t| t.is(Concept::TakePart))
}

/// "Поставлять вооружение начнут сразу": the army of before is given arms, and nobody else is named.
fn supplies_arms(tokens: &[Token]) -> bool {
    tokens.len() <= 6
        && tokens.first().is_some_and(|t| t.is(Concept::Supply))
        && tokens.get(1).is_some_and(|t| t.is(Concept::Armament))
        && !tokens.iter().any(|t| t.any(PARTY))
}

/// "Nor will Slovakia": a short sentence that passes on what the one before denied.
fn likewise(tokens: &[Token]) -> bool {
    // "Italy won't."
    let short = tokens.len() <= 4
        && tokens.first().is_some_and(|t| t.is(Concept::Party))
        && tokens.last().is_some_and(|t| t.is(Concept::Not));
    short
        || tokens.len() <= 8
            && tokens.first().is_some_and(|t| t.any(Senses::of(&[Concept::Not, Concept::As])))
            && tokens.iter().take(4).any(|t| t.is(Concept::Party))
}

/// What else is said of a mechanism and its Commission, and of a force, where the sentence names no other subject.
const WATCHERS: Senses = Senses::of(&[
    Concept::Contribution,
    Concept::International,
    Concept::Represented,
    Concept::Breach,
    Concept::Responsibility,
    Concept::Remedies,
    Concept::ResponseMeasures,
]);
const TERMS: Senses = Senses::of(&[Concept::NonEuropean, Concept::Request, Concept::Credible]);

/// "…; the United States leads": a verb without an object has that of the sentence before.
fn leads_alone(tokens: &[Token], subject: usize) -> bool {
    let led = subject == ComponentKind::Monitoring as usize || subject == ComponentKind::MultinationalForce as usize;
    if led && leads_bare(tokens) {
        return true;
    }
    // "Vorgeschlagen wurde er von den Amerikanern"
    let proposed = subject == ComponentKind::Monitoring as usize
        && tokens.first().is_some_and(|t| t.is(Concept::Proposed))
        && tokens.iter().take(3).any(|t| t.is(Concept::By));
    if proposed {
        return true;
    }
    let ends = |at: usize| tokens.get(at + 1).is_none_or(|t| t.any(Senses::of(&[Concept::Comma, Concept::Stop])));
    led && (1..tokens.len().min(8)).any(|at| tokens[at].is(Concept::Lead) && ends(at))
}

/// "Die Federführung hat Washington", "the command falls to Europe": leadership and names, and nothing else.
fn leads_bare(tokens: &[Token]) -> bool {
    const LEADS: Senses = Senses::of(&[Concept::Lead, Concept::Led, Concept::Leadership]);
    const SMALL: Senses = LEADS.and(PARTY).and(MODALS).and(Senses::of(&[
        Concept::Function,
        Concept::And,
        Concept::By,
        Concept::With,
        Concept::In,
        Concept::Pronoun,
        Concept::Be,
        Concept::Dash,
        Concept::Not,
    ]));
    tokens.len() <= 8
        && tokens.iter().any(|t| t.any(LEADS))
        && tokens.iter().any(|t| t.any(PARTY))
        && tokens.iter().all(|t| t.any(SMALL))
}

/// The kind that a label opens: a head of few words before a colon or a stop that names one subject and has no verb.
fn label(tokens: &[Token], stretch: &Stretch) -> Option<usize> {
    const LABELS: [(Senses, usize); 7] = [
        (Senses::of(&[Concept::Guarantees]), GUARANTEES),
        (Senses::of(&[Concept::Monitoring, Concept::SpecialCommission]), ComponentKind::Monitoring as usize),
        (Senses::of(&[Concept::Attack]), ComponentKind::AttackResponse as usize),
        (Senses::of(&[Concept::Force]), ComponentKind::MultinationalForce as usize),
        (Senses::of(&[Concept::Afu, Concept::ArmedForces]), ComponentKind::AfuSupport as usize),
        (Senses::of(&[Concept::MilitaryAssistance]), ComponentKind::AfuSupport as usize),
        (Senses::of(&[Concept::DefenceCooperation, Concept::Cooperation]), ComponentKind::Cooperation as usize),
    ];
    const NOT_A_LABEL: Senses = MODALS.and(NEGATORS).and(Senses::of(&[
        Concept::Be,
        Concept::Pronoun,
        Concept::Said,
        Concept::Relative,
        Concept::Demonym,
    ]));
    let foreign = |t: &Token| t.is(Concept::Party) && party_of(t) != Some(Party::Ukraine);
    let short = tokens.len() <= 6 && matches!(stretch.sign, Concept::Colon | Concept::Stop);
    if !short || tokens.iter().any(|t| t.any(NOT_A_LABEL) || foreign(t)) {
        return None;
    }
    LABELS.iter().find(|(words, _)| tokens.iter().any(|t| t.any(*words))).map(|(_, kind)| *kind)
}

/// Does a question ask what becomes of the Ukrainian army, or a few words before a colon set it something?
fn asks_of_army(tokens: &[Token]) -> bool {
    const FATE: Senses = MODALS.and(Senses::of(&[Concept::Attribute]));
    const OTHER: Senses = Senses::of(&[Concept::Attack, Concept::Force, Concept::Troops, Concept::Said]);
    // "What is left for the Ukrainian army?"
    let what = tokens.first().is_some_and(|t| t.is(Concept::Relative))
        && tokens.windows(2).any(|pair| pair[0].is(Concept::For) && pair[1].is(Concept::Afu));
    let fate = (what || tokens.iter().any(|t| t.any(FATE))) && !tokens.iter().any(|t| t.any(OTHER));
    tokens.len() <= 10 && fate && tokens.iter().any(|t| t.is(Concept::Afu))
}

/// Does an answer about the army say how many it may number?
fn gives_strength(tokens: &[Token], subject: Option<usize>) -> bool {
    const SENT: Senses = Senses::of(&[Concept::Force, Concept::Deploy, Concept::UkrainianSoil, Concept::Attack]);
    let has = |senses: Senses| tokens.iter().any(|t| t.any(senses));
    subject == Some(ComponentKind::AfuSupport as usize)
        && has(Senses::of(&[Concept::Number]))
        && has(Senses::of(&[Concept::Personnel]))
        && has(MODALS)
        && !has(SENT)
        && !tokens.iter().any(|t| party_of(t).is_some_and(|party| party != Party::Ukraine))
}

/// "800,000 soldiers" and nothing else, behind a colon: the strength of the army that the words before it name.
fn strength_of(before: Option<(&Stretch, &[Token])>, stretch: &Stretch, tokens: &[Token]) -> bool {
    const PEOPLE: Senses = Senses::of(&[Concept::Personnel, Concept::Troops]);
    const ALL: Senses = PEOPLE.and(Senses::of(&[Concept::Number, Concept::Thousand, Concept::Function, Concept::To]));
    let figure = tokens.len() <= 5
        && tokens.iter().any(|t| t.is(Concept::Number))
        && tokens.iter().any(|t| t.any(PEOPLE))
        && tokens.iter().all(|t| t.any(ALL));
    figure
        && before.is_some_and(|(last, words)| {
            last.block == stretch.block && last.sign == Concept::Colon && asks_of_army(words)
        })
}

/// "They will support the force: intelligence, logistics.": the list behind the colon and nothing else.
fn means_of(before: Option<(&Stretch, &[Token])>, stretch: &Stretch, tokens: &[Token]) -> bool {
    const MEANS: Senses = Senses::of(&[Concept::Intelligence, Concept::Logistics]);
    const ALL: Senses = MEANS.and(Senses::of(&[Concept::Comma, Concept::And, Concept::Function]));
    const HELP: Senses = Senses::of(&[Concept::Support, Concept::Backed]);
    before.is_some_and(|(last, _)| last.block == stretch.block && last.sign == Concept::Colon)
        && tokens.iter().any(|t| t.any(MEANS))
        && tokens.iter().all(|t| t.any(ALL))
        && before.is_some_and(|(_, words)| words.iter().any(|t| t.any(HELP)))
}

/// Does an answer speak of something else that is led, met or negotiated?
fn names_other(tokens: &[Token]) -> bool {
    tokens.iter().any(|t| t.any(Senses::of(&[Concept::Undertaking, Concept::Meet])))
}

/// "Who would lead the force? Europe.", "Who sends troops? Sweden and Belgium, diplomats say.": the names that an answer
/// consists of, where the question asks for who leads or who sends.
fn names_in_answer(question: &[Token], answer: &[Token]) -> Option<(Asked, Range<usize>)> {
    const NAMES: Senses = Senses::of(&[
        Concept::Function,
        Concept::And,
        Concept::Comma,
        Concept::Possessive,
        Concept::By,
        Concept::Under,
        Concept::Member,
    ]);
    const ASIDE: Senses = Senses::of(&[Concept::Unknown, Concept::Function, Concept::Said]);
    let has = |senses: Senses| question.iter().any(|t| t.any(senses));
    let who = question.iter().take(3).any(|t| t.is(Concept::Relative));
    let asked = if has(Senses::of(&[Concept::Lead, Concept::Led, Concept::Leadership])) {
        Asked::Leads
    } else if has(Senses::of(&[Concept::Deploy])) && has(Senses::of(&[Concept::Troops])) {
        Asked::Sends
    } else {
        return None;
    };
    let end = answer.iter().position(|t| !t.any(NAMES.and(PARTY))).unwrap_or(answer.len());
    // "…, jointly", "…, diplomats say": nothing else is said.
    let aside = end > 0 && answer[end - 1].is(Concept::Comma) && answer[end..].iter().all(|t| t.any(ASIDE));
    let whole = end == answer.len() || answer[end].is(Concept::Dash) || aside;
    (who && whole && answer[..end].iter().any(|t| t.any(PARTY))).then_some((asked, 0..end))
}

const FIGURE: Senses = Senses::of(&[Concept::Number, Concept::To, Concept::Function]);
const LISTS: Senses = Senses::of(&[Concept::NotLimited, Concept::Exhaustive]);
const MONEY: Senses = Senses::of(&[Concept::Budget, Concept::Finance]);
const DROPPED: Senses = Senses::of(&[Concept::Will, Concept::Shall, Concept::May, Concept::Be, Concept::Possessive]);

/// "The United States committed to support it if it is attacked": it is the force of the sentence before.
fn backs_it(tokens: &[Token], named: &[Vec<usize>; SUBJECTS], subject: Option<usize>) -> bool {
    let attack = ComponentKind::AttackResponse as usize;
    let alone = named.iter().enumerate().all(|(kind, words)| words.is_empty() == (kind != attack));
    let helps =
        |pair: &[Token]| pair[0].any(Senses::of(&[Concept::Support, Concept::Backed])) && pair[1].is(Concept::Pronoun);
    let in_one = |t: &Token| t.is(Concept::Pronoun) && t.any(Senses::of(&[Concept::Support, Concept::Backed]));
    let helped = tokens.windows(2).any(helps) || tokens.iter().any(in_one);
    subject == Some(ComponentKind::MultinationalForce as usize) && alone && helped
}

/// How many parties are said to back the force if it is attacked.
fn backers(body: &Body) -> usize {
    match body {
        Body::MultinationalForce(force) => force.backed_if_attacked_by.len(),
        _ => 0,
    }
}

/// Does it name no subject but this one?
fn others_silent(named: &[Vec<usize>; SUBJECTS], subject: Option<usize>) -> bool {
    named.iter().enumerate().all(|(kind, words)| words.is_empty() || Some(kind) == subject)
}

/// Components in the order in which the text comes to them.
fn order(found: &mut Found) {
    found.components.sort_by_key(|component| {
        let mut first = usize::MAX;
        component.walk(&mut |fact| first = first.min(fact.span.map_or(usize::MAX, |s| s.start)));
        first
    });
    for (nth, component) in found.components.iter_mut().enumerate() {
        component.number(nth as u32 + 1);
    }
}

/// For each subject the positions of its own words.
fn subjects(tokens: &[Token], known_force: bool, known_watch: bool) -> [Vec<usize>; SUBJECTS] {
    let mut named: [Vec<usize>; SUBJECTS] = Default::default();
    let has = |senses: Senses| tokens.iter().any(|t| t.any(senses));
    let watched = has(WATCHED);
    let spoken = has(Senses::of(&[Concept::Passage]))
        && has(Senses::of(&[Concept::Troops, Concept::Personnel]))
        && has(Senses::of(&[Concept::Removed, Concept::NotForeseen]));
    let drawn_up = has(Senses::of(&[Concept::Conducted, Concept::Completed]));
    let army = has(Senses::of(&[Concept::Afu]));
    let helped = has(HELP);
    let armed = has(Senses::of(&[Concept::Armament])) && has(ENLARGES);
    // A depot that nobody is given access to is a place.
    let opened_to = has(Senses::of(&[Concept::Access, Concept::Afu, Concept::ArmedForces, Concept::Armament]));
    // "military aid to Ukraine will go on, and the armed forces are to number …"
    let ukraine = || tokens.iter().any(|t| party_of(t) == Some(Party::Ukraine));
    let strength = has(Senses::of(&[Concept::Personnel])) && has(Senses::of(&[Concept::Number]));
    let its = strength && has(Senses::of(&[Concept::ArmedForces])) && ukraine();
    // A number of soldiers is the army's strength.
    // "Ukraine will maintain a peacetime force of 600,000 personnel."
    let many = strength && ukraine() && tokens.iter().any(|t| t.is(Concept::Number) && t.end() - t.start >= 6);
    // "The Ukrainian army is to keep 800,000 soldiers", not "… asked the army for 30,000 soldiers".
    const APART: Senses = Senses::of(&[Concept::For, Concept::By, Concept::Comma, Concept::And]);
    let keeps = army
        && tokens.iter().enumerate().any(|(at, token)| {
            token.is(Concept::Number)
                && token.end() - token.start >= 6
                && tokens[at + 1..].iter().take(2).any(|t| t.is(Concept::Troops))
                && tokens[..at].iter().rev().take(8).take_while(|t| !t.any(APART)).any(|t| t.is(Concept::Afu))
        });
    let level = has(Senses::of(&[Concept::Personnel])) && (army || has(Senses::of(&[Concept::Thousand])))
        || its
        || many
        || keeps;
    let deployed = !level && has(Senses::of(&[Concept::Troops, Concept::Force]));
    let settled = has(Senses::of(&[Concept::Binding, Concept::Finalise])) && !has(Senses::of(&[Concept::Guarantees]));
    // Commitments that bind politically, or come on top of the bilateral agreements, are the guarantees.
    let whole = has(Senses::of(&[Concept::Binding]))
        && !has(Senses::of(&[Concept::Attack]))
        && (has(Senses::of(&[Concept::BilateralAgreements])) || has(Senses::of(&[Concept::Politically])));
    for (at, token) in tokens.iter().enumerate() {
        // "The United States would lead the mechanism", once the page has said what is watched.
        let known = known_watch && the_mechanism(tokens, at);
        if token.any(WATCH) && watched || known || token.is(Concept::SpecialCommission) {
            named[ComponentKind::Monitoring as usize].push(at);
        }
        // "Military planning among the staffs has been carried out": the force's, once the page has named it.
        let planned = known_force && drawn_up && token.is(Concept::Planning);
        let force = planned
            || token.any(FORCE) && !(level && token.is(Concept::Troops))
            || known_force && the_force(tokens, at);
        if force || token.any(DOMAIN) && domains(tokens, at) || token.is(Concept::Rebuild) && army {
            named[ComponentKind::MultinationalForce as usize].push(at);
        }
        // "to help rebuild the Ukrainian army" is the force's.
        let rebuilt = tokens[at.saturating_sub(6)..at].iter().any(|t| t.is(Concept::Rebuild));
        let army = token.is(Concept::Afu) && helped && !deployed && !rebuilt || its && token.is(Concept::ArmedForces);
        // "For the armed forces, …": Ukraine's, where no other state is named with them.
        let plain = token.is(Concept::ArmedForces) && armed && !deployed && !rebuilt && !foreign(tokens, at);
        // "The sentence on 800,000 troops has gone": a strength that a text gave.
        let given = spoken && token.is(Concept::Number) && token.end() - token.start >= 6;
        let aid = given || token.any(AID) && !(token.is(Concept::Depot) && !opened_to && known_force);
        if aid || army || plain || many && token.is(Concept::Personnel) || keeps && token.is(Concept::Number) {
            named[ComponentKind::AfuSupport as usize].push(at);
        }
        if token.is(Concept::Attack) && provided_for(tokens, at) {
            named[ComponentKind::AttackResponse as usize].push(at);
        }
        if token.is(Concept::Commitments) && settled && !whole {
            named[ComponentKind::AttackResponse as usize].push(at);
        }
        if token.any(TIES) {
            named[ComponentKind::Cooperation as usize].push(at);
        }
        if token.is(Concept::Guarantees) || token.is(Concept::Commitments) && whole {
            named[GUARANTEES].push(at);
        }
    }
    named
}

const MEASURES: Senses = Senses::of(&[
    Concept::Sanctions,
    Concept::Diplomatic,
    Concept::MilitaryCapabilities,
    Concept::Economic,
    Concept::NationalApproval,
]);
const WATCH: Senses = Senses::of(&[Concept::Monitoring, Concept::Verification, Concept::Mechanism]);
const WATCHED: Senses = Senses::of(&[Concept::Ceasefire, Concept::Monitoring, Concept::SpecialCommission]);
const FORCE: Senses = Senses::of(&[Concept::Force, Concept::Troops, Concept::Reassurance]);
const DOMAIN: Senses = Senses::of(&[Concept::Air, Concept::Sea, Concept::Land]);
const ENLARGES: Senses = Senses::of(&[Concept::Supply, Concept::Continue, Concept::Increase, Concept::Begin]);

/// Are the armed forces at `at` those of another state: "the Greek armed forces", "the army of Russia"?
fn foreign(tokens: &[Token], at: usize) -> bool {
    let near = &tokens[at.saturating_sub(3)..tokens.len().min(at + 4)];
    near.iter().any(|t| party_of(t).is_some_and(|party| party != Party::Ukraine))
}

const AID: Senses = Senses::of(&[
    Concept::MilitaryAssistance,
    Concept::DefencePackages,
    Concept::FirstLine,
    Concept::Fortification,
    Concept::Depot,
]);
const HELP: Senses = Senses::of(&[
    Concept::Support,
    Concept::Armament,
    Concept::Personnel,
    Concept::Finance,
    Concept::Capability,
    Concept::Deterrence,
]);
const TIES: Senses = Senses::of(&[Concept::DefenceCooperation, Concept::JointProduction, Concept::JointDevelopment]);

/// Is the attack at `at` one that something is to be done about?
fn provided_for(tokens: &[Token], at: usize) -> bool {
    let case = Senses::of(&[Concept::CaseOf, Concept::If, Concept::Future]);
    let from = at.saturating_sub(8);
    // What deters from an attack is the force, or the army.
    if tokens[at.saturating_sub(4)..at].iter().any(|t| t.is(Concept::Deterrence)) {
        return false;
    }
    // "Depots will be opened to Kyiv in case of renewed aggression": what the access is for.
    let before = &tokens[at.saturating_sub(14)..at];
    if before.iter().any(|t| t.is(Concept::Depot)) && before.iter().any(|t| t.is(Concept::Access)) {
        return false;
    }
    // "In case of a new attack the opening of depots" is likewise the access.
    if opens_depot(&tokens[at + 1..]) {
        return false;
    }
    // "Should Russia attack again": the verb in front makes it a condition.
    let inverted =
        |from: usize| future_attack(Tokens(&tokens[from..])).is_ok_and(|(rest, ())| tokens.len() - rest.0.len() > at);
    tokens[from..at].iter().any(|t| t.any(case)) || (from..=at).any(inverted)
}

/// Does a question begin with the case of an attack?
fn names_case(tokens: &[Token]) -> bool {
    (0..tokens.len().min(3)).any(|from| future_attack(Tokens(&tokens[from..])).is_ok())
}

/// "the force", once the text has said which; not "Russian forces".
fn the_force(tokens: &[Token], at: usize) -> bool {
    tokens[at].is(Concept::ForceWord)
        && at > 0
        && tokens[at - 1].any(Senses::of(&[Concept::Function, Concept::Support, Concept::Backed]))
}

/// "the mechanism", with who leads or proposes it in the same sentence; a mission may be the force.
fn the_mechanism(tokens: &[Token], at: usize) -> bool {
    const TOLD: Senses = Senses::of(&[Concept::Lead, Concept::Led, Concept::Leadership, Concept::Proposed]);
    let token = &tokens[at];
    token.is(Concept::Mechanism)
        && !token.any(Senses::of(&[
            Concept::Measures,
            Concept::Force,
            Concept::ForceWord,
            Concept::Cell,
            Concept::Support,
        ]))
        && (at == 0 || tokens[at - 1].any(Senses::of(&[Concept::Function, Concept::Possessive])))
        && tokens[at.saturating_sub(8)..tokens.len().min(at + 7)].iter().any(|t| t.any(TOLD))
}

/// What Moscow says of the guarantees is not what they are.
fn moscow_says(tokens: &[Token]) -> bool {
    let russia = |t: &&Token| party_of(t) == Some(Party::Russia);
    // "In case of an attack by Russia the document speaks of …": the document says it.
    let other = |t: &&Token| t.any(Senses::of(&[Concept::Declaration, Concept::Comma]));
    // "The Kremlin, by its spokesman, says …"
    let aside = |at: usize| {
        const SMALL: Senses = Senses::of(&[
            Concept::Function,
            Concept::Unknown,
            Concept::Pronoun,
            Concept::Possessive,
            Concept::For,
            Concept::Of,
            Concept::From,
            Concept::By,
            Concept::In,
        ]);
        let comma = |t: &Token| t.is(Concept::Comma);
        let Some(close) = at.checked_sub(1).filter(|&close| comma(&tokens[close])) else { return false };
        let open = (close.saturating_sub(8)..close).rev().find(|&open| !tokens[open].any(SMALL));
        open.is_some_and(|open| comma(&tokens[open]) && open > 0 && russia(&&tokens[open - 1]))
    };
    // "Russia on Wednesday rejected the guarantees, claiming that …": its own sentence, in which nobody else speaks.
    const REJECTS: Senses = Senses::of(&[Concept::Refuse, Concept::Consider]);
    let opens = tokens.iter().take(2).any(|t| t.is(Concept::Party) && russia(&t));
    let claims = tokens.iter().position(|t| t.is(Concept::Said)).is_some_and(|at| {
        let near = &tokens[at.saturating_sub(1)..tokens.len().min(at + 3)];
        at > 2 && tokens[..at].iter().any(|t| t.any(REJECTS)) && !near.iter().any(|t| t.any(PARTY) && !russia(&t))
    });
    if opens && claims {
        return true;
    }
    tokens.iter().enumerate().any(|(at, token)| {
        token.is(Concept::Said)
            && (aside(at)
                || tokens[at.saturating_sub(3)..at].iter().rev().take_while(|t| !other(t)).any(|t| russia(&t))
                || tokens[at + 1..].iter().take(1).any(|t| russia(&t)))
    })
}

/// Two of air, sea and land near each other.
fn domains(tokens: &[Token], at: usize) -> bool {
    let near = &tokens[at.saturating_sub(6)..tokens.len().min(at + 7)];
    near.iter().filter(|t| t.any(DOMAIN)).count() >= 2
}

/// The subject whose words stand nearest to `word`; of two the one before it.
fn nearest(named: &[Vec<usize>; SUBJECTS], word: usize) -> usize {
    // The words of a subject are in order: its nearest is the last before, or the first behind.
    let distance = |words: &Vec<usize>| {
        let behind = words.partition_point(|&at| at <= word);
        let before = behind.checked_sub(1).map(|at| 2 * (word - words[at]));
        let after = words.get(behind).map(|at| 2 * (at - word) + 1);
        before.into_iter().chain(after).min()
    };
    (0..SUBJECTS).filter_map(|kind| distance(&named[kind]).map(|d| (d, kind))).min().map_or(0, |(_, kind)| kind)
}
