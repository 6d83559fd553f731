//! Akoma Ntoso 3.0 (OASIS LegalDocML): the text with its structure as a `statement`, its facts as analysis.
//!
//! What the metadata must have and the text does not say is marked as not said; nothing comes from the clock.

mod meta;
mod structure;
mod xml;

use crate::layout::blocks;
use crate::model::{Component, DocumentKind, FactRef, Party};
use crate::parsed::Parsed;
use crate::source::Offsets;
use crate::span::Span;
use std::borrow::Cow;
use std::io::{self, Write};
use structure::{Body, Unit, cut};
use xml::Xml;

const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// Writes one document.
pub(super) fn write(parsed: &Parsed, out: &mut dyn Write) -> io::Result<()> {
    // Structure is cut from bytes; facts are given in the unit that was asked for.
    let in_bytes = match parsed.source.offsets {
        Offsets::Bytes => Cow::Borrowed(parsed),
        _ => Cow::Owned(parsed.clone().with_offsets(Offsets::Bytes)),
    };
    let document = Document::new(&in_bytes);
    let mut body = Body::default();
    let parts = document.parts(&mut body);
    let mut xml = Xml::new(out);
    xml.head()?;
    xml.open("akomaNtoso", &[("xmlns", NAMESPACE)])?;
    xml.open("statement", &[("name", "declaration"), ("contains", "originalVersion")])?;
    meta::write(parsed, &document, &body, &mut xml)?;
    for part in &parts {
        part.write(&document, &mut xml)?;
    }
    xml.close("statement")?;
    xml.close("akomaNtoso")
}

/// The document with its spans in bytes, as the writer needs it.
struct Document<'p> {
    parsed: &'p Parsed,
    text: &'p str,
    /// Its facts in the order of the text.
    facts: Vec<FactRef<'p>>,
    units: Vec<Unit>,
}

impl<'p> Document<'p> {
    fn new(parsed: &'p Parsed) -> Self {
        let text = parsed.text();
        let declared = parsed.document.kind == Some(DocumentKind::Declaration);
        // In a report a component's words are scattered, and the text is no list of components.
        let components: Vec<Span> = parsed.components.iter().filter(|_| declared).filter_map(stretch).collect();
        let units = cut(text, &blocks(text), &components);
        Document { parsed, text, facts: parsed.facts().collect(), units }
    }

    /// The spans of the facts below a path.
    fn spans<'s>(&'s self, below: &'s str) -> impl Iterator<Item = Span> + 's {
        self.facts.iter().filter(move |fact| fact.path.starts_with(below)).filter_map(|fact| fact.span)
    }

    /// Preface, preamble and main body, in the order of the text.
    fn parts(&self, body: &mut Body) -> Vec<structure::Node> {
        let list = self.units.iter().position(|unit| unit.component.is_some()).unwrap_or(self.units.len());
        // One unit at least remains for the main body.
        let most = list.min(self.units.len().saturating_sub(1));
        let behind = |span: Span| self.units.iter().take_while(|unit| unit.whole().start < span.end).count().min(most);
        let title = self.spans("document.title").map(behind).max().unwrap_or(0);
        let declared = self.parsed.document.kind == Some(DocumentKind::Declaration);
        let recitals = self.spans("preamble.").filter(|_| declared).map(behind).max().unwrap_or(0);
        // What introduces the list stands with it.
        let recitals = if recitals == list { recitals.saturating_sub(1) } else { recitals }.max(title);
        let (preface, rest) = self.units.split_at(title);
        let (preamble, main) = rest.split_at(recitals - title);
        body.parts(self.text, &[("preface", preface), ("preamble", preamble), ("mainBody", main)])
    }
}

/// Where a component stands, where it stands in one place.
fn stretch(component: &Component) -> Option<Span> {
    match component.spans() {
        [one] => Some(*one),
        _ => None,
    }
}

/// The party that a fact names.
fn party(fact: &FactRef<'_>) -> Option<Party> {
    Party::ALL.iter().copied().find(|party| party.as_str() == fact.value)
}

#[cfg(test)]
mod tests;
