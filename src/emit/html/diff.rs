//! The page of a comparison: the changes by section with both quotes, and the two texts with their words marked.

use super::document::Filters;
use super::names::{self, kind_class, point, split};
use super::pair::{Said, Text, mark, sections, shown};
use super::pane::Pane;
use super::policy::{SCRIPT, STYLE, policy};
use crate::compare::{Change, ChangeKind, Claim, Diff};
use crate::emit::words::{count, section_title, spelled, verb};
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
    rest: String,
    filters: Vec<Filters>,
    facts: usize,
    groups: Vec<Group>,
    reworded: Group,
    open: bool,
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
        let many = |kind: &ChangeKind| diff.changes.iter().filter(|change| change.change == *kind).count();
        let kinds: Vec<(&ChangeKind, usize)> =
            ChangeKind::ALL.iter().map(|kind| (kind, many(kind))).filter(|(_, many)| *many > 0).collect();
        let of_meaning = kinds.iter().filter(|(kind, _)| **kind != ChangeKind::Reworded);
        let tiles =
            of_meaning.map(|(kind, many)| (change_class(**kind), spoken(**kind), sign(**kind), *many)).collect();
        let boxes = kinds.iter().map(|(kind, many)| (change_class(**kind), spoken(**kind), *many)).collect();
        let filters =
            vec![Filters { legend: "Change", boxes }, sections(diff.changes.iter().map(|change| change.path))];
        let marks = |of: fn(&Change) -> Option<&Claim>| {
            shown(entries().filter_map(|(change, id)| {
                let claim = of(change)?;
                Some(mark(id, &change_class(change.change), &spoken(change.change), change.path, claim))
            }))
        };
        let summary = &diff.summary;
        let headline = match summary.changes {
            0 => "No change of meaning".to_owned(),
            n => count(n, "change") + " of meaning",
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
            rest: format!("; {} alike", count(summary.same, "fact")),
            filters: filters.into_iter().filter(|filters| filters.boxes.len() > 1).collect(),
            facts: diff.changes.len(),
            groups,
            reworded,
            open: wording,
        }
    }
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
    spelled(kind.as_str())
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
