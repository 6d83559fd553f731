//! The page of a comparison: the changes by section with both quotes, and the two texts with their words marked.

use super::context::Quote;
use super::document::Filters;
use super::names::{self, kind_class, point, short_title, split};
use super::pane::{Origin, Pane};
use super::policy::{SCRIPT, STYLE, policy};
use super::runs::{Mark, Shown};
use crate::compare::{Change, ChangeKind, Claim, Diff, Side};
use crate::emit::words::{section_title, verb};
use crate::parsed::Parsed;
use askama::Template;

#[derive(Template)]
#[template(path = "diff.html")]
pub(super) struct DiffPage<'p> {
    policy: String,
    style: &'static str,
    script: &'static str,
    version: &'static str,
    title: String,
    sides: [Text<'p>; 2],
    headline: String,
    tiles: Vec<(String, String, &'static str, usize)>,
    same: String,
    filters: Vec<Filters>,
    facts: usize,
    groups: Vec<Group>,
    reworded: Group,
    open: bool,
}

/// One of the texts: what it is, and the text.
pub(super) struct Text<'p> {
    pub(super) label: &'static str,
    pub(super) what: String,
    pub(super) origin: Origin,
    pub(super) pane: Pane<'p>,
}

impl<'p> Text<'p> {
    pub(super) fn new(label: &'static str, parsed: &'p Parsed, side: &Side, pane: Pane<'p>) -> Self {
        let kind = side.kind.map(|kind| kind.to_string());
        let status = side.status.map(|status| status.to_string());
        let language = side.language.as_deref().map(names::language);
        let what: Vec<String> = [kind, status, language].into_iter().flatten().collect();
        let what = if what.is_empty() { "nothing was found in it".into() } else { what.join(" · ") };
        Text { label, what, origin: Origin::of(&parsed.source), pane }
    }
}

/// The changes of a section.
#[derive(Default)]
struct Group {
    id: String,
    class: String,
    title: String,
    changes: Vec<Entry>,
}

/// A change.
struct Entry {
    id: usize,
    class: String,
    sign: &'static str,
    what: String,
    point: String,
    value: String,
    /// How it was said and how it is said now, where that is what changed.
    verbs: Option<(String, String)>,
    reason: Option<String>,
    /// Each side by its name; none where a whole component came, went or moved.
    sides: Vec<(&'static str, Option<Said>)>,
}

/// What a text says: its words in their place.
pub(super) struct Said {
    pub(super) place: String,
    pub(super) link: String,
    pub(super) lang: String,
    pub(super) quote: Quote,
}

impl Said {
    pub(super) fn new(parsed: &Parsed, claim: &Claim, link: String, other: Option<&Claim>) -> Self {
        Said {
            place: format!("{}:{}:{}", super::pane::name(&parsed.source), claim.line, claim.column),
            link,
            lang: names::lang(parsed.document.language.as_deref()).to_owned(),
            quote: Quote::new(parsed.text(), claim.fact.span, other.map(|other| &*other.fact.quote)),
        }
    }
}

impl<'p> DiffPage<'p> {
    /// The page of two documents whose spans count in bytes.
    pub(super) fn new(old: &'p Parsed, new: &'p Parsed, diff: &Diff, wording: bool) -> Self {
        let entries = || diff.changes.iter().zip(1..);
        let (mut groups, mut reworded) = (Vec::<Group>::new(), Group::default());
        for (change, id) in entries() {
            let entry = entry(id, change, [old, new]);
            let section = split(change.path).0;
            if change.change == ChangeKind::Reworded {
                reworded.changes.push(entry);
                continue;
            }
            let id = format!("g-{section}");
            match groups.last_mut() {
                Some(group) if group.id == id => group.changes.push(entry),
                _ => groups.push(Group {
                    id,
                    class: kind_class(section),
                    title: section_title(section),
                    changes: vec![entry],
                }),
            }
        }
        let count = |kind: &ChangeKind| diff.changes.iter().filter(|change| change.change == *kind).count();
        let kinds: Vec<(&ChangeKind, usize)> =
            ChangeKind::ALL.iter().map(|kind| (kind, count(kind))).filter(|(_, many)| *many > 0).collect();
        let of_meaning = kinds.iter().filter(|(kind, _)| **kind != ChangeKind::Reworded);
        let tiles =
            of_meaning.map(|(kind, many)| (change_class(**kind), spoken(**kind), sign(**kind), *many)).collect();
        let boxes = kinds.iter().map(|(kind, many)| (change_class(**kind), spoken(**kind), *many)).collect();
        let filters = vec![Filters { legend: "Change", boxes }, sections(diff)];
        let marks = |of: fn(&Change) -> Option<&Claim>| {
            let marks = entries().filter_map(|(change, id)| Some((change, id, of(change)?)));
            let marks = marks.map(|(change, id, claim)| {
                let class = format!("{} {}", change_class(change.change), kind_class(split(change.path).0));
                let told = names::line(change.path, &claim.fact.value, claim.fact.modality, claim.fact.negated);
                Mark { span: claim.fact.span, id, class, title: format!("{}, {told}", spoken(change.change)) }
            });
            Shown { marks: marks.collect(), ..Shown::default() }
        };
        let summary = &diff.summary;
        let headline = match summary.changes {
            0 => "No change of meaning".to_owned(),
            n => names::count(n, "change") + " of meaning",
        };
        let uncertain =
            if summary.uncertain > 0 { format!(", {} not certain", summary.uncertain) } else { String::new() };
        let [before, after] = [old, new].map(|parsed| super::pane::short_name(&parsed.source));
        DiffPage {
            policy: policy(),
            style: STYLE,
            script: SCRIPT,
            version: env!("CARGO_PKG_VERSION"),
            title: format!("{before} → {after}"),
            sides: [
                Text::new("Old text", old, &diff.old, Pane::new(old, "o", "c", marks(|change| change.old.as_ref()))),
                Text::new("New text", new, &diff.new, Pane::new(new, "n", "c", marks(|change| change.new.as_ref()))),
            ],
            headline: headline + &uncertain,
            tiles,
            same: names::count(summary.same, "fact") + " alike",
            filters: filters.into_iter().filter(|filters| filters.boxes.len() > 1).collect(),
            facts: diff.changes.len(),
            groups,
            reworded,
            open: wording,
        }
    }
}

fn sections(diff: &Diff) -> Filters {
    let many = |section: &str| diff.changes.iter().filter(|change| split(change.path).0 == section).count();
    let boxes = names::SECTIONS.iter().map(|own| (kind_class(own), short_title(own).to_owned(), many(own)));
    Filters { legend: "Part", boxes: boxes.filter(|(_, _, many)| *many > 0).collect() }
}

fn entry(id: usize, change: &Change, [old, new]: [&Parsed; 2]) -> Entry {
    let claim = change.old.as_ref().or(change.new.as_ref());
    let of = |claim: &Claim| {
        let not = if claim.fact.negated { "not " } else { "" };
        format!("{not}{}", names::value(change.path, &claim.fact.value))
    };
    let verb = |claim: &Claim| verb(claim).to_owned();
    let both = change.old.as_ref().zip(change.new.as_ref());
    let value = match both {
        Some((old, new)) if of(old) != of(new) => format!("{} → {}", of(old), of(new)),
        _ => claim.map(of).unwrap_or_default(),
    };
    let moved =
        both.filter(|(old, new)| old.fact.modality != new.fact.modality).map(|(old, new)| (verb(old), verb(new)));
    let alone =
        claim.filter(|claim| both.is_none() && claim.fact.modality.is_some()).map(|claim| (String::new(), verb(claim)));
    // Texts in two languages differ in every word.
    let held = old.document.language == new.document.language;
    let said = |parsed, own: &Option<Claim>, prefix: &str, other: &Option<Claim>| {
        let own = own.as_ref()?;
        Some(Said::new(parsed, own, format!("{prefix}{id}"), other.as_ref().filter(|_| held)))
    };
    let mut sides = Vec::new();
    if claim.is_some() {
        sides.push(("old", said(old, &change.old, "o", &change.new)));
        sides.push(("new", said(new, &change.new, "n", &change.old)));
    }
    Entry {
        id,
        class: format!("fact {} {}", change_class(change.change), kind_class(split(change.path).0)),
        sign: sign(change.change),
        what: spoken(change.change),
        point: point(change.path),
        value,
        verbs: moved.or(alone),
        reason: change.reason.clone(),
        sides,
    }
}

fn change_class(kind: ChangeKind) -> String {
    format!("c-{kind}")
}

/// What happened, in words: "component removed".
fn spoken(kind: ChangeKind) -> String {
    kind.as_str().replace('_', " ")
}

/// The sign that says the same as the colour; those of the command.
fn sign(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Removed | ChangeKind::ComponentRemoved => "−",
        ChangeKind::Added | ChangeKind::ComponentAdded => "+",
        ChangeKind::Denied | ChangeKind::NoLongerDenied => "!",
        ChangeKind::Weakened => "<",
        ChangeKind::Strengthened => ">",
        ChangeKind::ModalityLost | ChangeKind::ModalityGained => "?",
        ChangeKind::Reworded => "=",
        ChangeKind::Changed | ChangeKind::ComponentReordered => "~",
    }
}
