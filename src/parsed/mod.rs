//! The parsed text: its typed clauses, what it does not say, how much was understood, and what to look at.

mod convert;
mod wire;

pub(crate) use wire::Wire;

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::clause::Clause;
use crate::model::{
    AfuSupport, AttackResponse, Component, Cooperation, Coordination, Coverage, Document, FactRef, Guarantees, Item,
    Monitoring, MultinationalForce, Preamble,
};
use crate::source::{Offsets, Source};
use crate::span::Span;
use std::borrow::Cow;

/// A text as declparse read it. It owns all it holds, the text included.
///
/// With serde it is written as the JSON that the command prints; its schema is [`schema`](crate::schema).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Parsed {
    /// Where the text comes from.
    pub source: Source,
    /// What is said of the document.
    pub document: Document,
    /// What stands before the chapeau.
    pub preamble: Preamble,
    /// The chapeau that opens the list of components.
    pub guarantees: Guarantees,
    /// The components, in the order of the text.
    pub components: Vec<Component>,
    /// The coordination cell.
    pub coordination: Coordination,
    /// The codebook's paths that were looked for and not found, in its order; empty where no component was found.
    pub not_said: Vec<&'static str>,
    /// How much of the declaration's words was understood.
    pub coverage: Coverage,
    /// What a reader should know, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// The first component of a kind.
macro_rules! first_of_kind {
    ($($(#[$doc:meta])* $name:ident: $kind:ident;)*) => {
        $(
            $(#[$doc])*
            pub fn $name(&self) -> Option<&Item<$kind>> {
                self.components.iter().find_map(|component| match component {
                    Component::$kind(item) => Some(item),
                    _ => None,
                })
            }
        )*
    };
}

impl Parsed {
    /// The text that was read, decoded.
    pub fn text(&self) -> &str {
        &self.source.text
    }

    /// The words under a span of this document; `None` where it does not fit the text.
    pub fn quote(&self, span: Span) -> Option<&str> {
        self.source.quote(span)
    }

    /// Has the text no errors?
    pub fn is_valid(&self) -> bool {
        self.diagnostics.iter().all(|diagnostic| diagnostic.severity < Severity::Error)
    }

    first_of_kind! {
        /// Ceasefire monitoring, where the text speaks of it.
        monitoring: Monitoring;
        /// Support to the Armed Forces of Ukraine, where the text speaks of it.
        afu_support: AfuSupport;
        /// The multinational force, where the text speaks of it.
        multinational_force: MultinationalForce;
        /// The response to a future armed attack, where the text speaks of it.
        attack_response: AttackResponse;
        /// Long-term defence cooperation, where the text speaks of it.
        cooperation: Cooperation;
    }

    /// Every fact with its path, in the order of the text; first what is read off the whole text: the document's kind,
    /// language and status.
    pub fn facts(&self) -> impl Iterator<Item = FactRef<'_>> {
        let mut facts = Vec::with_capacity(80);
        let whole = |path, value: &'static str| FactRef {
            path,
            value: Cow::Borrowed(value),
            modality: None,
            negated: false,
            standing: None,
            said_by: None,
            span: None,
            quote: "",
        };
        facts.extend(self.document.kind.map(|kind| whole("document.kind", kind.as_str())));
        let language = self.document.language.as_deref();
        facts.extend(language.map(|code| FactRef { value: code.into(), ..whole("document.language", "") }));
        facts.extend(self.document.status.map(|status| whole("document.status", status.as_str())));
        self.walk(&mut |fact| facts.push(fact));
        facts.sort_by_key(|fact| fact.span.map(|span| (span.start, span.end)));
        facts.into_iter()
    }

    /// The same document with its spans in another unit.
    ///
    /// ```
    /// let text = "→ A US-led ceasefire monitoring mechanism.\n→ Defence cooperation with Ukraine, including training.";
    /// let parsed = declparse::parse(text).with_offsets(declparse::Offsets::Chars);
    /// let training = &parsed.cooperation().unwrap().clause.area[0];
    /// assert_eq!(parsed.quote(training.span), Some("training"));
    /// assert_eq!(training.span.start, text.chars().count() - "training.".len());
    /// ```
    #[must_use]
    pub fn with_offsets(mut self, offsets: Offsets) -> Parsed {
        let from = std::mem::replace(&mut self.source.offsets, offsets);
        if from != offsets {
            let mut positions = Vec::with_capacity(256);
            self.change_spans(&mut |span| positions.extend([span.start, span.end]));
            let table = convert::Table::new(&self.source.text, positions, from, offsets);
            self.change_spans(&mut |span| table.convert(span));
        }
        self
    }

    /// The same document with every warning made an error.
    #[must_use]
    pub fn strict(mut self) -> Parsed {
        for diagnostic in self.diagnostics.iter_mut().filter(|d| d.severity == Severity::Warning) {
            diagnostic.severity = Severity::Error;
        }
        self
    }

    /// Notes which of the codebook's paths the text leaves out.
    pub(crate) fn note_not_said(&mut self) {
        if self.document.kind.is_none() {
            return;
        }
        let paths = &*wire::LOOKED_FOR;
        let mut said = vec![false; paths.len()];
        // Facts come nearly in the order of the paths, so the search goes on from where the last one ended.
        let mut at = 0;
        let mut say = |path: &'static str| {
            let ahead = paths[at..].iter().position(|known| *known == path).map(|on| at + on);
            if let Some(found) = ahead.or_else(|| paths[..at].iter().position(|known| *known == path)) {
                said[found] = true;
                at = found;
            }
        };
        if self.document.status.is_some() {
            say("document.status");
        }
        self.document.facts.said(&mut say);
        self.preamble.said(&mut say);
        self.guarantees.said(&mut say);
        self.components.iter().for_each(|component| component.said(&mut say));
        self.coordination.said(&mut say);
        self.not_said = Vec::with_capacity(said.iter().filter(|said| !**said).count());
        self.not_said.extend(paths.iter().zip(said).filter(|(_, said)| !said).map(|(path, _)| *path));
    }

    /// Hands over each fact that is anchored in words, in the codebook's order.
    pub(crate) fn walk<'a>(&'a self, found: &mut dyn FnMut(FactRef<'a>)) {
        self.document.facts.walk(found);
        self.preamble.walk(found);
        self.guarantees.walk(found);
        for component in &self.components {
            component.walk(found);
        }
        self.coordination.walk(found);
    }

    fn change_spans(&mut self, change: &mut dyn FnMut(&mut Span)) {
        self.document.facts.spans(change);
        self.preamble.spans(change);
        self.guarantees.spans(change);
        for component in &mut self.components {
            component.change_spans(change);
        }
        self.coordination.spans(change);
        self.coverage.unread.iter_mut().for_each(&mut *change);
        self.coverage.scope.iter_mut().for_each(&mut *change);
        self.diagnostics.iter_mut().filter_map(|d| d.span.as_mut()).for_each(change);
    }
}
