//! The page of one text: what is said above, the text beside its facts, and what is told below.

use super::grid::{Grid, grid};
use super::names::{self, is_component, kind_class, point, short_title, split, verb_class};
use super::pane::{Lines, Origin, Pane};
use super::policy::{SCRIPT, STYLE, policy};
use super::runs::{Mark, Shown};
use crate::diagnostic::{Code, Severity};
use crate::emit::words::{count, section_title};
use crate::model::{ComponentKind, DocumentKind, FactRef, Modality, Standing, paths};
use crate::parsed::Parsed;
use crate::span::Span;
use askama::Template;

/// As many stretches that were not understood are listed; all are marked in the text.
const LISTED: usize = 100;
/// Points said of all that are looked for, in percent, from which on a component is there and not there in part.
const THERE: usize = 50;

#[derive(Template)]
#[template(path = "document.html")]
pub(super) struct Page<'p> {
    policy: String,
    style: &'static str,
    script: &'static str,
    version: &'static str,
    title: String,
    title_lang: &'p str,
    origin: Origin,
    kind: String,
    meta: Vec<Entry>,
    tiles: Vec<Tile>,
    coverage: Reading,
    grid: Grid,
    filters: Vec<Filters>,
    facts: usize,
    denied: bool,
    groups: Vec<Group<'p>>,
    pane: Pane<'p>,
    not_said: Vec<(String, String)>,
    findings: Vec<Finding<'p>>,
    counts: String,
    gaps: Vec<Gap>,
    more_gaps: usize,
}

/// What is said of the document: a word and its values, each with the fact that says it.
struct Entry {
    name: &'static str,
    values: Vec<(String, usize, bool)>,
}

/// One of the five components.
struct Tile {
    class: String,
    title: String,
    /// There, partly, missing.
    state: &'static str,
    sign: &'static str,
    said: usize,
    all: usize,
    denied: usize,
    /// Where the facts stand.
    link: String,
}

/// How much of the words was understood.
struct Reading {
    words: usize,
    read: usize,
    percent: usize,
    gaps: usize,
}

/// Boxes to tick: each stands for a class of facts.
pub(super) struct Filters {
    pub(super) legend: &'static str,
    /// The class that it stands for, its label, and how many there are.
    pub(super) boxes: Vec<(String, String, usize)>,
}

/// The facts of a section.
struct Group<'p> {
    id: String,
    class: String,
    title: String,
    facts: Vec<Card<'p>>,
}

/// A fact.
struct Card<'p> {
    id: usize,
    class: String,
    point: String,
    value: String,
    quote: &'p str,
    modality: Option<Modality>,
    negated: bool,
    standing: Option<Standing>,
    said_by: Option<&'p str>,
    line: Option<usize>,
}

/// A diagnostic.
struct Finding<'p> {
    id: usize,
    severity: &'static str,
    code: Code,
    message: &'p str,
    help: &'p str,
    line: Option<usize>,
}

/// A stretch that was not understood.
struct Gap {
    id: usize,
    line: usize,
    words: String,
}

impl<'p> Page<'p> {
    /// The page of a document whose spans count in bytes.
    pub(super) fn new(parsed: &'p Parsed) -> Self {
        let facts: Vec<FactRef<'p>> = parsed.facts().collect();
        let gaps = gaps(parsed);
        let title = facts.iter().find(|fact| fact.path == "document.title");
        let lang = names::lang(parsed.document.language.as_deref());
        let name = super::pane::short_name(&parsed.source);
        let coverage = &parsed.coverage;
        Page {
            policy: policy(),
            style: STYLE,
            script: SCRIPT,
            version: env!("CARGO_PKG_VERSION"),
            title_lang: if title.is_some() { lang } else { "" },
            title: title.map_or(name, |fact| fact.quote.split_whitespace().collect::<Vec<_>>().join(" ")),
            origin: Origin::of(&parsed.source),
            kind: kind(parsed),
            meta: meta(&facts),
            tiles: ComponentKind::ALL.iter().map(|kind| tile(parsed, &facts, *kind)).collect(),
            coverage: Reading {
                words: coverage.words,
                read: coverage.read,
                percent: (coverage.read * 100).checked_div(coverage.words).unwrap_or(0),
                gaps: coverage.unread.len(),
            },
            grid: grid(&facts),
            filters: filters(&facts),
            facts: facts.iter().filter(|fact| fact.span.is_some()).count(),
            denied: facts.iter().any(|fact| fact.negated),
            groups: groups(parsed, &facts),
            pane: Pane::new(parsed, "t", "f", shown(parsed, &facts)),
            not_said: not_said(parsed),
            findings: findings(parsed),
            counts: counts(parsed),
            more_gaps: coverage.unread.len() - gaps.len(),
            gaps,
        }
    }
}

/// The facts that stand in words, numbered from 1 in the order of the text.
pub(super) fn numbered<'f, 'p>(facts: &'f [FactRef<'p>]) -> impl Iterator<Item = (usize, &'f FactRef<'p>, Span)> {
    facts.iter().filter_map(|fact| Some((fact, fact.span?))).zip(1..).map(|((fact, span), id)| (id, fact, span))
}

fn kind(parsed: &Parsed) -> String {
    let document = &parsed.document;
    let kind = match document.kind {
        Some(DocumentKind::Declaration) => "Declaration",
        Some(DocumentKind::Report) => "Report of a declaration",
        None => "Neither a declaration nor a report of one",
    };
    let status = document.status.map(|status| status.to_string());
    let language = document.language.as_deref().map(names::language);
    [Some(kind.to_owned()), status, language].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn meta(facts: &[FactRef<'_>]) -> Vec<Entry> {
    let entry = |name, leaf: &str| {
        let path = format!("document.{leaf}");
        let own = numbered(facts).filter(|(_, fact, _)| fact.path == path);
        Entry { name, values: own.map(|(id, fact, _)| (names::value(&path, &fact.value), id, fact.negated)).collect() }
    };
    [("Date", "date"), ("Place", "place"), ("Parties", "participant"), ("Signed by", "signatory")]
        .into_iter()
        .map(|(name, leaf)| entry(name, leaf))
        // That there is no date or place is told too; a signature is not looked for in every text.
        .filter(|entry| entry.name != "Signed by" || !entry.values.is_empty())
        .collect()
}

fn tile(parsed: &Parsed, facts: &[FactRef<'_>], kind: ComponentKind) -> Tile {
    let section = kind.as_str();
    let own = || facts.iter().filter(|fact| split(fact.path).0 == section);
    let mut said: Vec<&str> = own().map(|fact| fact.path).collect();
    said.sort_unstable();
    said.dedup();
    let all = paths().filter(|path| split(path).0 == section).count();
    let opened = parsed.components.iter().any(|component| component.kind() == kind);
    let (state, sign) = match (opened, said.len() * 100 >= all * THERE) {
        (false, _) => ("missing", "✕"),
        (true, false) => ("partly", "◐"),
        (true, true) => ("there", "✓"),
    };
    let link = if said.is_empty() { "not-said".into() } else { format!("g-{section}") };
    let denied = own().filter(|fact| fact.negated).count();
    Tile { class: kind_class(section), title: section_title(section), state, sign, said: said.len(), all, denied, link }
}

fn filters(facts: &[FactRef<'_>]) -> Vec<Filters> {
    let many = |holds: &dyn Fn(&FactRef<'_>) -> bool| numbered(facts).filter(|(_, fact, _)| holds(fact)).count();
    let kinds = names::SECTIONS.iter().map(|section| {
        (kind_class(section), short_title(section).to_owned(), many(&|fact| split(fact.path).0 == *section))
    });
    let verbs = Modality::ALL.iter().map(|verb| Some(*verb)).chain([None]).map(|verb| {
        let label = verb.map_or("no verb", Modality::as_str);
        (verb_class(verb), label.to_owned(), many(&|fact| fact.modality == verb))
    });
    let told = [("aff", "affirmed", false), ("neg", "denied", true)];
    let told = told.map(|(class, label, negated)| (class.into(), label.into(), many(&|fact| fact.negated == negated)));
    let all = [("Kind", kinds.collect::<Vec<_>>()), ("Verb", verbs.collect()), ("Polarity", told.into())];
    let all = all.map(|(legend, mut boxes)| {
        boxes.retain(|(_, _, many)| *many > 0);
        Filters { legend, boxes }
    });
    // One box alone chooses nothing.
    all.into_iter().filter(|filters| filters.boxes.len() > 1).collect()
}

/// The sections that say anything: the components in the order of the text.
fn sections(parsed: &Parsed) -> Vec<&'static str> {
    let mut sections = vec!["document", "preamble", "guarantees"];
    for component in &parsed.components {
        let section = component.kind().as_str();
        if !sections.contains(&section) {
            sections.push(section);
        }
    }
    // A clause may be told without its component.
    sections.extend(names::SECTIONS.iter().filter(|section| is_component(section)).copied());
    sections.push("coordination");
    let mut seen = Vec::new();
    sections.retain(|section| {
        !seen.contains(section) && {
            seen.push(*section);
            true
        }
    });
    sections
}

fn groups<'p>(parsed: &Parsed, facts: &[FactRef<'p>]) -> Vec<Group<'p>> {
    let mut lines = Lines::new(parsed.text());
    let mut cards: Vec<(&str, Card<'p>)> = Vec::new();
    for (id, fact, span) in numbered(facts) {
        let section = split(fact.path).0;
        let polarity = if fact.negated { "neg" } else { "aff" };
        let card = Card {
            id,
            class: format!("fact {} {} {polarity}", kind_class(section), verb_class(fact.modality)),
            point: point(fact.path),
            value: names::value(fact.path, &fact.value),
            quote: fact.quote,
            modality: fact.modality,
            negated: fact.negated,
            standing: fact.standing,
            said_by: fact.said_by,
            line: Some(lines.of(span.start)),
        };
        cards.push((section, card));
    }
    let mut groups: Vec<Group<'p>> = Vec::new();
    for section in sections(parsed) {
        let (own, others) = cards.into_iter().partition(|(of, _)| *of == section);
        cards = others;
        groups.push(Group {
            id: format!("g-{section}"),
            class: kind_class(section),
            title: section_title(section),
            facts: Vec::into_iter(own).map(|(_, card)| card).collect(),
        });
    }
    groups.retain(|group| !group.facts.is_empty());
    groups
}

fn shown(parsed: &Parsed, facts: &[FactRef<'_>]) -> Shown {
    let marks = numbered(facts).map(|(id, fact, span)| {
        let denied = if fact.negated { " neg" } else { "" };
        let class = format!("{} {}{denied}", kind_class(split(fact.path).0), verb_class(fact.modality));
        Mark { span, id, class, title: names::line(fact.path, &fact.value, fact.modality, fact.negated) }
    });
    let diagnostics = parsed.diagnostics.iter().zip(1..);
    let diagnostics = diagnostics.filter_map(|(found, id)| Some((found.span?.start, format!("d{id}"))));
    let unread = parsed.coverage.unread.iter().zip(1..).take(LISTED);
    let unread = unread.map(|(span, id): (_, usize)| (span.start, format!("u{id}")));
    let anchors = unread.chain(diagnostics.map(|(at, id): (_, String)| (at, id))).collect();
    Shown { marks: marks.collect(), anchors, ..Shown::default() }
}

/// What was looked for and not found, a line a section.
fn not_said(parsed: &Parsed) -> Vec<(String, String)> {
    let mut lines: Vec<(&str, Vec<&str>)> = Vec::new();
    for path in &parsed.not_said {
        let section = split(path).0;
        match lines.last_mut() {
            Some((own, points)) if *own == section => points.push(path),
            _ => lines.push((section, vec![path])),
        }
    }
    let line = |(section, own): (&str, Vec<&str>)| {
        let whole = paths().filter(|path| split(path).0 == section).count() == own.len();
        let points: Vec<String> = own.into_iter().map(point).collect();
        (section_title(section), if whole { "nothing of it is said".into() } else { points.join("; ") })
    };
    lines.into_iter().map(line).collect()
}

fn findings(parsed: &Parsed) -> Vec<Finding<'_>> {
    let mut lines = Lines::new(parsed.text());
    let mut findings: Vec<Finding<'_>> = Vec::new();
    for (found, id) in parsed.diagnostics.iter().zip(1..) {
        findings.push(Finding {
            id,
            severity: found.severity.as_str(),
            code: found.code,
            message: &found.message,
            help: &found.help,
            line: found.span.map(|span| lines.of(span.start)),
        });
    }
    findings
}

fn counts(parsed: &Parsed) -> String {
    let all = [Severity::Error, Severity::Warning, Severity::Note];
    let all = all.map(|severity| {
        count(parsed.diagnostics.iter().filter(|found| found.severity == severity).count(), severity.as_str())
    });
    all.join(", ")
}

fn gaps(parsed: &Parsed) -> Vec<Gap> {
    let mut lines = Lines::new(parsed.text());
    let listed = parsed.coverage.unread.iter().zip(1..).take(LISTED);
    let gaps = listed.map(|(span, id)| {
        let words = span.of(parsed.text()).unwrap_or_default();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        Gap { id, line: lines.of(span.start), words: super::context::shorten(&words, 120) }
    });
    gaps.collect()
}
