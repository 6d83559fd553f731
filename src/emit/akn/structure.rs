//! The text as Akoma Ntoso's blocks: paragraphs, and lists of items with what they hold; each with its eId.

use super::xml::Xml;
use super::{Document, party};
use crate::layout::Block;
use crate::model::FactRef;
use crate::span::Span;
use std::collections::{HashMap, HashSet};
use std::io;

/// A block of the text, or a part of one that opens a component.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub(super) span: Span,
    pub(super) marker: Option<Span>,
    /// The component that it belongs to, by its place among them.
    pub(super) component: Option<usize>,
}

impl Unit {
    /// With its marker.
    pub(super) fn whole(&self) -> Span {
        self.marker.map_or(self.span, |marker| marker.join(self.span))
    }
}

/// Cuts blocks where components begin within them, and tells which component each belongs to.
pub(super) fn cut(text: &str, blocks: &[Block], components: &[Span]) -> Vec<Unit> {
    let mut units = Vec::with_capacity(blocks.len());
    for block in blocks {
        let mut marker = block.marker.map(|(span, _)| span);
        let inside =
            components.iter().map(|span| span.start).filter(|at| block.span.start < *at && *at < block.span.end);
        let mut cuts: Vec<usize> = inside.chain([block.span.end]).collect();
        cuts.sort_unstable();
        let mut from = block.span.start;
        for to in cuts {
            let words = text.get(from..to).unwrap_or_default().trim_end();
            let span = Span::new(from, from + words.len());
            let own =
                components.iter().position(|component| component.start <= span.start && span.start < component.end);
            units.push(Unit { span, marker: marker.take(), component: own });
            from = to;
        }
    }
    units
}

/// An element of the text.
#[derive(Debug)]
pub(super) struct Node {
    name: &'static str,
    /// Empty where it has none.
    eid: String,
    /// The words that it holds, where it holds words.
    words: Option<Span>,
    children: Vec<Node>,
}

impl Node {
    fn of_words(name: &'static str, eid: String, words: Span) -> Self {
        Node { name, eid, words: Some(words), children: Vec::new() }
    }

    fn holding(name: &'static str, eid: String, children: Vec<Node>) -> Self {
        Node { name, eid, words: None, children }
    }

    /// Writes it with all that it holds.
    pub(super) fn write(&self, document: &Document<'_>, xml: &mut Xml<'_>) -> io::Result<()> {
        let eid = [("eId", self.eid.as_str())];
        let attributes = if self.eid.is_empty() { &eid[..0] } else { &eid[..] };
        match self.words {
            Some(span) => xml.words(self.name, attributes, |xml| inline(document, span, self.name != "num", xml)),
            None => {
                xml.open(self.name, attributes)?;
                self.children.iter().try_for_each(|child| child.write(document, xml))?;
                xml.close(self.name)
            }
        }
    }
}

/// Gives eIds, and keeps where each stretch of words went.
#[derive(Default)]
pub(super) struct Body {
    counters: HashMap<String, usize>,
    given: HashSet<String>,
    /// The words and the eId of what holds them, in the order of the text.
    placed: Vec<(Span, String)>,
}

impl Body {
    /// The parts of the document that hold anything; the main body always.
    pub(super) fn parts(&mut self, text: &str, parts: &[(&'static str, &[Unit])]) -> Vec<Node> {
        let mut nodes = Vec::new();
        for (name, units) in parts {
            // By the naming convention the main body's name is no part of the ids in it.
            let (eid, prefix) = if *name == "mainBody" { ("body", "") } else { (*name, *name) };
            if units.is_empty() && *name != "mainBody" {
                continue;
            }
            let mut children = self.blocks(text, units, prefix);
            if children.is_empty() {
                children.push(Node::of_words("p", "p_1".into(), Span::default()));
            }
            nodes.push(Node::holding(name, eid.into(), children));
        }
        nodes
    }

    /// The eId of the element that holds a stretch's first word.
    pub(super) fn holder(&self, span: Span) -> Option<&str> {
        let at = self.placed.partition_point(|(words, _)| words.start <= span.start);
        let (_, eid) = self.placed.get(at.checked_sub(1)?)?;
        Some(eid)
    }

    fn blocks(&mut self, text: &str, units: &[Unit], prefix: &str) -> Vec<Node> {
        let mut nodes = Vec::new();
        let mut rest = units;
        while let [first, behind @ ..] = rest {
            if listed(first) {
                let many = rest.iter().take_while(|unit| alike(first, unit)).count();
                let (own, others) = rest.split_at(many);
                nodes.push(self.list(text, None, own, prefix));
                rest = others;
            } else if behind.first().is_some_and(listed) && introduces(text, first) {
                let many = behind.iter().take_while(|unit| alike(&behind[0], unit)).count();
                let (own, others) = behind.split_at(many);
                nodes.push(self.list(text, Some(first.span), own, prefix));
                rest = others;
            } else {
                let eid = self.eid(prefix, "p");
                nodes.push(self.place("p", eid, first.span));
                rest = behind;
            }
        }
        nodes
    }

    fn list(&mut self, text: &str, introduction: Option<Span>, units: &[Unit], prefix: &str) -> Node {
        let eid = self.eid(prefix, "list");
        let mut children = Vec::new();
        if let Some(words) = introduction {
            children.push(self.place("listIntroduction", format!("{eid}__intro"), words));
        }
        let mut rest = units;
        while let [first, ..] = rest {
            // A component holds all its blocks; any other item holds its own.
            let many = match first.component {
                Some(_) => rest.iter().take_while(|unit| unit.component == first.component).count(),
                None => 1,
            };
            let (own, others) = rest.split_at(many);
            children.push(self.item(text, own, &eid));
            rest = others;
        }
        Node::holding("blockList", eid, children)
    }

    fn item(&mut self, text: &str, units: &[Unit], list: &str) -> Node {
        let [first, rest @ ..] = units else { return Node::holding("item", String::new(), Vec::new()) };
        let number = first.marker.and_then(|marker| marker.of(text)).map(number).unwrap_or_default();
        let eid =
            if number.is_empty() { self.eid(list, "item_nn") } else { self.unique(format!("{list}__item_{number}")) };
        let mut children = Vec::new();
        if let Some(marker) = first.marker {
            children.push(Node::of_words("num", String::new(), marker));
        }
        let p = self.eid(&eid, "p");
        children.push(self.place("p", p, first.span));
        let rest: Vec<Unit> = rest.iter().map(|unit| Unit { component: None, ..*unit }).collect();
        children.extend(self.blocks(text, &rest, &eid));
        Node::holding("item", eid, children)
    }

    fn place(&mut self, name: &'static str, eid: String, words: Span) -> Node {
        self.placed.push((words, eid.clone()));
        Node::of_words(name, eid, words)
    }

    /// The next eId of its name there.
    fn eid(&mut self, prefix: &str, name: &str) -> String {
        let stem = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}__{name}") };
        let count = self.counters.entry(stem.clone()).or_default();
        *count += 1;
        let eid = format!("{stem}_{count}");
        self.unique(eid)
    }

    fn unique(&mut self, eid: String) -> String {
        if self.given.insert(eid.clone()) {
            return eid;
        }
        let count = self.counters.entry(format!("{eid} again")).or_insert(1);
        *count += 1;
        let again = format!("{eid}_{count}");
        self.unique(again)
    }
}

fn listed(unit: &Unit) -> bool {
    unit.component.is_some() || unit.marker.is_some()
}

/// Do two units stand in one list?
fn alike(one: &Unit, two: &Unit) -> bool {
    listed(two) && one.component.is_some() == two.component.is_some()
}

fn introduces(text: &str, unit: &Unit) -> bool {
    unit.span.of(text).is_some_and(|words| words.ends_with(':'))
}

/// A marker's number, as eIds have it: "2" of "2)"; nothing of an arrow.
fn number(marker: &str) -> String {
    let parts = marker.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-")
}

/// Writes words; with `marked` the title, the place, the date and the parties among them are elements of their own.
fn inline(document: &Document<'_>, span: Span, marked: bool, xml: &mut Xml<'_>) -> io::Result<()> {
    let mut at = span.start;
    let first = document.facts.partition_point(|fact| fact.span.is_none_or(|own| own.start < span.start));
    for fact in document.facts.get(first..).unwrap_or_default() {
        let Some(own) = fact.span else { continue };
        if own.start >= span.end || !marked {
            break;
        }
        // Of what overlaps, the first is marked; all stand in the analysis.
        if own.start < at || own.end > span.end {
            continue;
        }
        let Some((name, attributes)) = mark(fact) else { continue };
        xml.text(words(document, Span::new(at, own.start)))?;
        let attributes: Vec<(&str, &str)> = attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
        xml.inline(name, &attributes, |xml| xml.text(words(document, own)))?;
        at = own.end;
    }
    xml.text(words(document, Span::new(at, span.end)))
}

fn words<'p>(document: &Document<'p>, span: Span) -> &'p str {
    span.of(document.text).unwrap_or_default()
}

/// The element that a fact's words become, with its attributes.
fn mark(fact: &FactRef<'_>) -> Option<(&'static str, Vec<(&'static str, String)>)> {
    match fact.path {
        "document.title" => Some(("docTitle", Vec::new())),
        "document.place" => Some(("location", vec![("refersTo", format!("#{}", super::meta::place_id(&fact.value)))])),
        "document.date" if super::meta::whole_date(&fact.value) => {
            Some(("docDate", vec![("date", fact.value.to_string())]))
        }
        // A party of which something is denied does not have that role.
        _ => party(fact).map(|party| {
            let mut attributes = vec![("refersTo", format!("#{party}"))];
            if !fact.negated {
                attributes.push(("as", format!("#{}", super::meta::role(fact.path))));
            }
            ("party", attributes)
        }),
    }
}
