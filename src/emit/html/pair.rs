//! What the pages of two texts share: each text, what it says in its place, the marks in it and the filter by part.

use super::context::Quote;
use super::document::Filters;
use super::names::{self, kind_class, short_title, split};
use super::pane::{Origin, Pane};
use super::runs::{Mark, Shown};
use crate::compare::{Claim, Side};
use crate::parsed::Parsed;

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

/// Marks in a text.
pub(super) fn shown(marks: impl Iterator<Item = Mark>) -> Shown {
    Shown { marks: marks.collect(), ..Shown::default() }
}

/// The words of a claim, with what is found of them: its class, and how it is told.
pub(super) fn mark(id: usize, class: &str, found: &str, path: &str, claim: &Claim) -> Mark {
    let fact = &claim.fact;
    let told = names::line(path, &fact.value, fact.modality, fact.negated);
    let class = format!("{class} {}", kind_class(split(path).0));
    Mark { span: fact.span, id, class, title: format!("{found}, {told}") }
}

/// The filter by part, of what stands at these paths.
pub(super) fn sections<'a>(paths: impl Iterator<Item = &'a str>) -> Filters {
    let found: Vec<&str> = paths.map(|path| split(path).0).collect();
    let many = |section: &str| found.iter().filter(|own| **own == section).count();
    let boxes = names::SECTIONS.iter().map(|own| (kind_class(own), short_title(own).to_owned(), many(own)));
    Filters { legend: "Part", boxes: boxes.filter(|(_, _, many)| *many > 0).collect() }
}
