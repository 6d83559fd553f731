//! The grammar: from a page's tokens to the typed document. One module a clause kind, the same for every language.
//!
//! An island grammar: each rule is tried at every word that means something, and what no rule reads is water, which is
//! counted. A rule sees its own component only: in a declaration the component's stretches, in a report the words that
//! stand nearest to a word of its subject.

mod afu_support;
mod aside;
mod attack_response;
mod carry;
mod cooperation;
mod coordination;
mod document;
mod guarantees;
mod monitoring;
mod multinational_force;
mod outline;
mod page;
mod preamble;
mod prim;
mod report;
mod sentence;
mod shared;
mod telling;
mod words;

use crate::model::clause::Clause as _;
use crate::model::{
    AfuSupport, AttackResponse, Component, ComponentKind, Cooperation, Coordination, DocumentFacts, DocumentKind,
    DocumentStatus, FactRef, Guarantees, Heading, Item, Modality, Monitoring, MultinationalForce, Party, Preamble,
};
use crate::parts::in_parts;
use crate::span::Span;
use crate::token::{Concept, Senses, Token};
pub(crate) use carry::MODALS;
use carry::{Carrier, MARKS, carry, opens_note};
use outline::{ItemPlan, Outline, is_cell, outline};
pub(crate) use page::{Page, Stretch};
use sentence::Sentence;
use smol_str::SmolStr;
use std::ops::Range;
use telling::{Telling, telling};

/// What the grammar found on a page.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) kind: Option<DocumentKind>,
    pub(crate) status: Option<DocumentStatus>,
    pub(crate) document: DocumentFacts,
    pub(crate) preamble: Preamble,
    pub(crate) guarantees: Guarantees,
    pub(crate) components: Vec<Component>,
    pub(crate) coordination: Coordination,
    /// Stretches that belong to preamble, chapeau, components or coordination, in order.
    pub(crate) scope: Vec<usize>,
    /// Items of the list that open no known component.
    pub(crate) unknown: Vec<Span>,
    /// Kinds of component that a second item opens, with that item's place.
    pub(crate) repeated: Vec<(ComponentKind, Span)>,
}

impl Found {
    /// How many facts it carries.
    pub(crate) fn len(&self) -> usize {
        let around = self.document.len() + self.preamble.len() + self.guarantees.len() + self.coordination.len();
        around + self.components.iter().map(Component::len).sum::<usize>()
    }

    /// Hands over each fact that is anchored in words, in the codebook's order.
    pub(crate) fn walk<'a>(&'a self, fact: &mut dyn FnMut(FactRef<'a>)) {
        self.document.walk(fact);
        self.preamble.walk(fact);
        self.guarantees.walk(fact);
        self.components.iter().for_each(|component| component.walk(fact));
        self.coordination.walk(fact);
    }

    /// Takes over the items that come next.
    fn append(&mut self, mut next: Found) {
        self.scope.append(&mut next.scope);
        self.repeated.append(&mut next.repeated);
        if self.components.is_empty() {
            self.components = next.components;
        } else {
            self.components.append(&mut next.components);
        }
    }
}

/// Reads a page.
pub(crate) fn read(page: &Page<'_>) -> Found {
    if !concerns_ukraine(page) {
        return Found::default();
    }
    let outline = outline(page);
    if outline.items.is_empty() {
        return report::read(page, &outline);
    }
    match telling(page, &outline) {
        Telling::Declares => declaration(page, outline),
        Telling::Points => report::read(page, &outline),
        Telling::Minutes => report::read(page, &Outline::default()),
    }
}

/// Does the page speak of Ukraine, and of what is ours? Any other text has no clause for us, however much it monitors,
/// deepens and trains.
fn concerns_ukraine(page: &Page<'_>) -> bool {
    const ITS: Senses = Senses::of(&[Concept::Afu, Concept::UkrainianSoil]);
    const NAMED: Senses = prim::PARTY.and(ITS);
    let ukraine = |t: &Token| t.any(ITS) || prim::party_of(t) == Some(Party::Ukraine);
    let mut naming = page.stretches.iter().filter(|stretch| stretch.sum.met.meets(NAMED));
    ours(page).next().is_some()
        && (naming.any(|stretch| page.of(stretch).iter().any(ukraine))
            || ours(page).any(|stretch| page.inside(stretch, OURS).iter().any(ukraine)))
}

/// What the components are about.
const OURS: Senses = Senses::of(&[
    Concept::Ceasefire,
    Concept::Force,
    Concept::Guarantees,
    Concept::Afu,
    Concept::Troops,
    Concept::MilitaryAssistance,
    Concept::DefenceCooperation,
    Concept::Attack,
]);

/// Does the page speak of a ceasefire, a force and the like, and not of Ukraine?
pub(crate) fn leaves_ukraine_out(page: &Page<'_>) -> bool {
    ours(page).next().is_some() && !concerns_ukraine(page)
}

fn ours<'p>(page: &'p Page<'_>) -> impl Iterator<Item = &'p Stretch> {
    page.stretches.iter().filter(|stretch| stretch.sum.met.meets(OURS))
}

/// The clause of one component, whatever its kind.
enum Body {
    Monitoring(Monitoring),
    AfuSupport(AfuSupport),
    MultinationalForce(MultinationalForce),
    AttackResponse(AttackResponse),
    Cooperation(Cooperation),
}

/// What a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Leads,
    Sends,
}

impl Body {
    fn new(kind: ComponentKind) -> Body {
        match kind {
            ComponentKind::Monitoring => Body::Monitoring(Monitoring::default()),
            ComponentKind::AfuSupport => Body::AfuSupport(AfuSupport::default()),
            ComponentKind::MultinationalForce => Body::MultinationalForce(MultinationalForce::default()),
            ComponentKind::AttackResponse => Body::AttackResponse(AttackResponse::default()),
            ComponentKind::Cooperation => Body::Cooperation(Cooperation::default()),
        }
    }

    fn read(&mut self, sentence: &Sentence<'_>) {
        match self {
            Body::Monitoring(clause) => monitoring::read(sentence, clause),
            Body::AfuSupport(clause) => afu_support::read(sentence, clause),
            Body::MultinationalForce(clause) => multinational_force::read(sentence, clause),
            Body::AttackResponse(clause) => attack_response::read(sentence, clause),
            Body::Cooperation(clause) => cooperation::read(sentence, clause),
        }
    }

    /// Adds those that an answer names, with nothing else, for what was asked.
    fn answered(&mut self, s: &Sentence<'_>, asked: Asked, names: Range<usize>) {
        let list = match (self, asked) {
            (Body::Monitoring(clause), Asked::Leads) => &mut clause.mechanism.led_by,
            (Body::MultinationalForce(clause), Asked::Leads) => &mut clause.led_by,
            (Body::MultinationalForce(clause), Asked::Sends) => &mut clause.contributor,
            _ => return,
        };
        for (party, at) in shared::parties_in(s, names) {
            if asked == Asked::Leads || multinational_force::sends(party) {
                sentence::add(list, s.attribute(party, at..at + 1));
            }
        }
    }

    fn component(self, ordinal: u32, marker: Option<SmolStr>, spans: Vec<Span>, heading: Option<Heading>) -> Component {
        macro_rules! item {
            ($clause:ident, $kind:ident) => {
                Component::$kind(Item { marker, ordinal, spans, heading, clause: $clause })
            };
        }
        match self {
            Body::Monitoring(clause) => item!(clause, Monitoring),
            Body::AfuSupport(clause) => item!(clause, AfuSupport),
            Body::MultinationalForce(clause) => item!(clause, MultinationalForce),
            Body::AttackResponse(clause) => item!(clause, AttackResponse),
            Body::Cooperation(clause) => item!(clause, Cooperation),
        }
    }
}

/// The verb that opens a list, and whether it denies what is listed: "will not include: a; b".
#[derive(Clone, Copy, Debug, Default)]
struct Verb {
    modality: Option<Modality>,
    denies: bool,
}

/// Reads stretches one after another; keeps the room for it, and the verb that goes on over semicolons.
struct Reader<'p> {
    page: &'p Page<'p>,
    carriers: Vec<Carrier>,
    marks: Vec<u32>,
    islands: Vec<u16>,
    verb: Verb,
    /// The page is a report, and tells what others say.
    report: bool,
    /// What follows takes this stretch back: all that it says is denied.
    taken_back: bool,
    /// The stretch before denied something.
    denied: bool,
    /// As it was before the stretch at `at`, which several kinds may read.
    denied_before: bool,
    /// Who acted in the stretch at `at`, and in the one before it.
    actor: Vec<Party>,
    actor_before: Vec<Party>,
    at: usize,
}

impl<'p> Reader<'p> {
    fn new(page: &'p Page<'p>) -> Self {
        Reader {
            page,
            carriers: Vec::with_capacity(ROOM),
            marks: Vec::with_capacity(ROOM),
            islands: Vec::with_capacity(ROOM),
            verb: Verb::default(),
            report: false,
            taken_back: false,
            denied: false,
            denied_before: false,
            actor: Vec::new(),
            actor_before: Vec::new(),
            at: usize::MAX,
        }
    }

    /// Hands the stretch at `at` to `rules` as a sentence; `keep` says which of its tokens may open an island.
    fn sentence(&mut self, at: usize, told: bool, keep: impl Fn(usize) -> bool, rules: impl FnOnce(&Sentence<'_>)) {
        let stretch = &self.page.stretches[at];
        let tokens = self.page.of(stretch);
        let met = stretch.sum.met;
        self.look(tokens, keep);
        let last = carry(tokens, &self.marks, met, self.page.shape(stretch), self.verb.modality, &mut self.carriers);
        // "The commitment was removed. So was the passage on logistics."
        let denied_before = if at == self.at { self.denied_before } else { self.denied };
        if denied_before && tokens.first().is_some_and(|t| t.is(Concept::Likewise)) {
            self.carriers.iter_mut().for_each(|carrier| carrier.negated = true);
        }
        let listed = self.verb.denies && !met.meets(MODALS);
        if listed {
            self.carriers.iter_mut().for_each(|carrier| carrier.negated = true);
        }
        if self.taken_back {
            self.carriers.iter_mut().for_each(|carrier| carrier.negated = true);
        }
        if !stretch.opens_block && deleted_by_note(self.page, at) {
            let end = tokens.iter().position(|t| t.is(Concept::Close)).unwrap_or(tokens.len());
            self.carriers[..end].iter_mut().for_each(|carrier| carrier.negated = true);
        }
        let denied = self.carriers.iter().any(|carrier| carrier.negated);
        let opens_list = stretch.sign == Concept::Colon && met.meets(INCLUDE);
        let denies = listed || opens_list && self.carriers.last().is_some_and(|carrier| carrier.negated);
        self.verb = if stretch.goes_on() { Verb { modality: last, denies } } else { Verb::default() };
        let (standing, said_by) =
            if self.report { report::standing(self.page, self.page.words(stretch)) } else { (None, None) };
        let removes = self.report && (self.taken_back || met.meets(REMOVED));
        if self.report && at != self.at {
            // What goes on with a pronoun goes on with those who acted.
            let goes_on = self.actor.is_empty() || !tokens.first().is_some_and(|t| t.is(Concept::Pronoun));
            let before = std::mem::take(&mut self.actor);
            (self.actor_before, self.actor) = if goes_on { (before, Vec::new()) } else { (before.clone(), before) };
        }
        let sentence = Sentence {
            actor: &self.actor_before,
            standing,
            said_by,
            removes,
            text: self.page.text,
            tokens,
            shape: self.page.shape(stretch),
            carriers: &self.carriers,
            met,
            islands: &self.islands,
            told,
        };
        rules(&sentence);
        if self.report && at != self.at {
            let acting = sentence.actors();
            if !acting.is_empty() {
                self.actor = acting;
            }
        }
        (self.at, self.denied, self.denied_before) = (at, denied, denied_before);
    }

    /// Finds, in one look, the words that carry facts and those at which rules start.
    fn look(&mut self, tokens: &[Token], keep: impl Fn(usize) -> bool) {
        self.marks.clear();
        self.islands.clear();
        for (at, token) in tokens.iter().enumerate() {
            if token.any(MARKS) {
                self.marks.push(at as u32);
            }
            if token.starts() && at < usize::from(u16::MAX) && keep(at) {
                self.islands.push(at as u16);
            }
        }
    }

    /// Forgets the verb: what comes next is another matter.
    fn pause(&mut self) {
        self.verb = Verb::default();
        self.actor.clear();
    }
}

/// "[Deleted: access to depots]": does the stretch open inside a note that says that what it holds is gone?
fn deleted_by_note(page: &Page<'_>, at: usize) -> bool {
    /// A note has no more stretches than these.
    const LONGEST: usize = 6;
    let before = page.stretches[..at].iter().rev().take(LONGEST);
    let mut before = before.take_while(|stretch| stretch.block == page.stretches[at].block);
    let closes = |stretch: &Stretch| stretch.sum.met.meets(Senses::of(&[Concept::Close]));
    before.find(|stretch| ends_in_note(page, stretch) || closes(stretch)).is_some_and(|note| ends_in_note(page, note))
}

/// Does the stretch end in "[deleted:" or the like?
fn ends_in_note(page: &Page<'_>, stretch: &Stretch) -> bool {
    stretch.sign == Concept::Colon && stretch.sum.met.meets(REMOVED) && opens_note(page.of(stretch))
}

/// Room for the words of most sentences.
const ROOM: usize = 128;

/// Words that open a list.
const INCLUDE: Senses = Senses::of(&[Concept::Include]);

/// Words by which a text tells that something is gone.
const REMOVED: Senses = Senses::of(&[Concept::Removed, Concept::NotForeseen]);

/// Reads a declaration along its outline.
fn declaration(page: &Page<'_>, outline: Outline) -> Found {
    let mut found = Found { kind: Some(DocumentKind::Declaration), ..Found::default() };
    found.scope.reserve(outline.after.end - outline.before.start);
    let mut reader = Reader::new(page);
    around(&mut reader, outline.before.clone(), true, &mut found);
    for part in in_parts(outline.items.len(), page.parts, |own| items(page, &outline.items, own)) {
        found.append(part);
    }
    // Sentences on coordination inside the list's region, and what stands behind it.
    let inside = outline.before.end..outline.after.start;
    let mut cell = false;
    for at in inside {
        let stretch = &page.stretches[at];
        let last = at.checked_sub(1).map(|at| &page.stretches[at]).filter(|_| cell);
        let goes_on = coordination::goes_on(page.of(stretch), last);
        cell = is_cell(stretch.sum.met);
        if cell || goes_on {
            reader.pause();
            reader.sentence(at, false, |_| true, |s| coordination::read(s, goes_on, &mut found.coordination));
            found.scope.push(at);
        }
    }
    reader.denied = false;
    around(&mut reader, outline.after, false, &mut found);
    let before = &page.stretches[outline.before.clone()];
    found.document.title = document::title(page, before);
    let named = &page.stretches[outline.before.start..(outline.before.end + 1).min(page.stretches.len())];
    found.status = document::status(page, named, false);
    found.unknown = outline.unknown.iter().map(|&block| page.blocks[block].span).collect();
    found.scope.sort_unstable();
    found.scope.dedup();
    found
}

/// Reads its own part of the list's items. Each stands for itself.
fn items(page: &Page<'_>, items: &[ItemPlan], own: Range<usize>) -> Found {
    // The first part has room for those that are appended to it.
    let room = items.len() - own.start;
    let mut found = Found { components: Vec::with_capacity(room), ..Found::default() };
    found.scope.reserve(4 * room);
    let mut reader = Reader::new(page);
    for (item, ordinal) in items[own.clone()].iter().zip(own.start as u32 + 1..) {
        let mut body = Body::new(item.kind);
        reader.pause();
        reader.denied = false;
        for (nth, &at) in item.stretches.iter().enumerate() {
            if nth > 0 && at != item.stretches[nth - 1] + 1 {
                reader.pause();
            }
            reader.taken_back = item.stretches.get(nth + 1) == Some(&(at + 1)) && report::taken_back(page, at);
            reader.sentence(at, false, |_| true, |s| body.read(s));
        }
        found.scope.extend(&item.stretches);
        if item.repeats {
            found.repeated.push((item.kind, page.span(&page.stretches[item.stretches[0]])));
        }
        let (marker, heading) = opening_of(page, item);
        found.components.push(body.component(ordinal, marker, spans(page, &item.stretches), heading));
    }
    found
}

/// Reads what stands before the components, or behind them.
fn around(reader: &mut Reader<'_>, stretches: Range<usize>, before: bool, found: &mut Found) {
    let page = reader.page;
    let mut chapeau = false;
    let mut cell = false;
    for at in stretches {
        let stretch = &page.stretches[at];
        if page.passed[stretch.block] {
            continue;
        }
        if stretch.opens_block {
            reader.pause();
        }
        if !chapeau && !cell && !stretch.sum.met.meets(AROUND) {
            continue;
        }
        let counts = (found.preamble.len(), found.guarantees.len(), found.coordination.len());
        // "Declaration of intent: France and Ukraine sign …" is another document.
        let last = at.checked_sub(1).map(|at| &page.stretches[at]);
        let before_it = last.filter(|last| last.block == stretch.block);
        let of_intent = before_it.is_some_and(|last| last.sum.met.meets(Senses::of(&[Concept::OfIntent])));
        reader.sentence(
            at,
            false,
            |_| true,
            |s| {
                let goes_on = coordination::goes_on(s.tokens, last.filter(|_| cell));
                cell = is_cell(s.met);
                if cell || goes_on {
                    coordination::read(s, goes_on, &mut found.coordination);
                    return;
                }
                if !of_intent {
                    document::read(s, before_it, &mut found.document);
                }
                if before {
                    preamble::read(s, &mut found.preamble);
                }
                // A settlement that is to be backed by guarantees is the preamble's; the chapeau speaks of them itself.
                let affirms = before && found.preamble.len() > counts.0 && !s.has(CHAPEAU);
                if !affirms {
                    guarantees::read(s, chapeau, &mut found.guarantees);
                }
                let more = found.guarantees.len() > counts.1;
                // "Their legal force will be considered separately. They build upon …"
                let it = s.tokens.first().is_some_and(|t| t.is(Concept::Pronoun));
                chapeau = !affirms && (guarantees::concerns(s) || chapeau && (more || it));
            },
        );
        if counts != (found.preamble.len(), found.guarantees.len(), found.coordination.len()) {
            found.scope.push(at);
        }
    }
}

/// Without one of these a sentence around the components says nothing for us.
const AROUND: Senses = Senses::of(&[
    Concept::Meet,
    Concept::Sign,
    Concept::Place,
    Concept::Month,
    Concept::Dateline,
    Concept::Just,
    Concept::UnCharter,
    Concept::Progress,
    Concept::DefendItself,
    Concept::Sovereignty,
    Concept::PeaceAgreement,
    Concept::Guarantees,
    Concept::Commitments,
    Concept::Cell,
]);

const CHAPEAU: Senses =
    Senses::of(&[Concept::Activate, Concept::Binding, Concept::Ready, Concept::BilateralAgreements]);

/// The marker and the heading of a component.
fn opening_of(page: &Page<'_>, item: &ItemPlan) -> (Option<SmolStr>, Option<Heading>) {
    let first = &page.stretches[item.stretches[0]];
    let marker = page.blocks[item.block].marker.filter(|_| first.opens_block);
    let marker = marker.and_then(|(span, _)| span.of(page.text)).map(SmolStr::from);
    let span = page.span(first);
    let heading =
        (item.heading > 0).then(|| span.of(page.text)).flatten().map(|text| Heading { text: text.into(), span });
    (marker, heading)
}

/// The bytes of some stretches, those that follow one another in one piece.
fn spans(page: &Page<'_>, stretches: &[usize]) -> Vec<Span> {
    // Most are one.
    let mut spans: Vec<Span> = Vec::with_capacity(1);
    let mut before = None;
    for &at in stretches {
        let span = page.span(&page.stretches[at]);
        match spans.last_mut() {
            Some(last) if before == Some(at.wrapping_sub(1)) => *last = last.join(span),
            _ => spans.push(span),
        }
        before = Some(at);
    }
    spans
}
