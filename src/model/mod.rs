//! The typed document: what the text says, clause by clause. Its types and the codebook's paths are one tree.

pub(crate) mod clause;
mod clauses;
pub(crate) mod fact;
pub(crate) mod value;

pub use clauses::*;
pub use fact::{Fact, FactRef};
pub use value::*;

/// The places that a text may name, by their English names.
pub(crate) const PLACES: &[&str] = include!("place.rs");

use crate::span::Span;
use clause::Clause;
use schemars::JsonSchema;
use serde::Serialize;
use smol_str::SmolStr;

/// What is said of the document: read off the whole text, and anchored in its words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Document {
    /// Declaration or report; absent where no component is reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<DocumentKind>,
    /// Draft or final, where the text itself calls what it gives so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<DocumentStatus>,
    /// BCP 47 primary subtag of the text's language; absent where it cannot be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// What its words say of it.
    #[serde(flatten)]
    pub facts: DocumentFacts,
}

/// What stands at the head of a component, before its body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Heading {
    /// The words, as they stand.
    pub text: Box<str>,
    /// Where.
    pub span: Span,
}

/// One component in its place in the text: how it opens, where it stands, and its clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(rename = "{C}Item")]
pub struct Item<C> {
    /// The sign that opens it; absent where none does.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub marker: Option<SmolStr>,
    /// Its place among the components, from 1.
    pub ordinal: u32,
    /// Where it stands; several stretches where its words are scattered.
    pub spans: Vec<Span>,
    /// Its heading, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<Heading>,
    /// What it says.
    #[serde(flatten)]
    pub clause: C,
}

/// A component of the guarantees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Component {
    /// Ceasefire monitoring.
    Monitoring(Item<Monitoring>),
    /// Support to the Armed Forces of Ukraine.
    AfuSupport(Item<AfuSupport>),
    /// The multinational force.
    MultinationalForce(Item<MultinationalForce>),
    /// The response to a future armed attack.
    AttackResponse(Item<AttackResponse>),
    /// Long-term defence cooperation.
    Cooperation(Item<Cooperation>),
}

/// Runs one expression on whichever item a component holds.
macro_rules! each_kind {
    ($component:expr, $item:ident => $do:expr) => {
        match $component {
            Component::Monitoring($item) => $do,
            Component::AfuSupport($item) => $do,
            Component::MultinationalForce($item) => $do,
            Component::AttackResponse($item) => $do,
            Component::Cooperation($item) => $do,
        }
    };
}

impl Component {
    /// Which kind it is.
    pub const fn kind(&self) -> ComponentKind {
        match self {
            Component::Monitoring(_) => ComponentKind::Monitoring,
            Component::AfuSupport(_) => ComponentKind::AfuSupport,
            Component::MultinationalForce(_) => ComponentKind::MultinationalForce,
            Component::AttackResponse(_) => ComponentKind::AttackResponse,
            Component::Cooperation(_) => ComponentKind::Cooperation,
        }
    }

    /// Where it stands, in the order of the text.
    pub fn spans(&self) -> &[Span] {
        each_kind!(self, item => &item.spans)
    }

    /// The sign that opens it.
    pub fn marker(&self) -> Option<&str> {
        each_kind!(self, item => item.marker.as_deref())
    }

    /// Its heading.
    pub fn heading(&self) -> Option<&Heading> {
        each_kind!(self, item => item.heading.as_ref())
    }

    /// Does it carry no fact?
    pub fn is_empty(&self) -> bool {
        each_kind!(self, item => item.clause.is_empty())
    }

    pub(crate) fn number(&mut self, ordinal: u32) {
        each_kind!(self, item => item.ordinal = ordinal);
    }

    /// Hands over each path that it has a fact at.
    pub(crate) fn said(&self, path: &mut dyn FnMut(&'static str)) {
        each_kind!(self, item => item.clause.said(path));
    }

    /// How many facts it carries.
    pub(crate) fn len(&self) -> usize {
        each_kind!(self, item => item.clause.len())
    }

    pub(crate) fn walk<'a>(&'a self, found: &mut dyn FnMut(FactRef<'a>)) {
        each_kind!(self, item => item.clause.walk(found));
    }

    pub(crate) fn change_spans(&mut self, change: &mut dyn FnMut(&mut Span)) {
        each_kind!(self, item => {
            item.spans.iter_mut().for_each(&mut *change);
            if let Some(heading) = &mut item.heading {
                change(&mut heading.span);
            }
            item.clause.spans(change);
        });
    }
}

/// How much of the declaration's words was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Coverage {
    /// Words inside preamble, chapeau, components and coordination.
    pub words: usize,
    /// Those of them that a fact or a known function word accounts for.
    pub read: usize,
    /// The stretches between, in the order of the text.
    pub unread: Vec<Span>,
    /// Where all these words stand, in the order of the text; what lies outside is the page around the declaration.
    /// No part of the JSON.
    #[serde(skip)]
    pub scope: Vec<Span>,
}

/// Paths at which only one value can hold, though a text may give two.
pub(crate) const ONE_HOLDS: [&str; 9] = [
    "document.date",
    "document.place",
    "guarantees.readiness",
    "monitoring.special_commission.status",
    "afu_support.force_level",
    "afu_support.measures_exhaustive",
    "attack_response.status",
    "coordination.status",
    "coordination.place",
];

/// Can only one value hold at this path?
pub(crate) fn holds_one(path: &str) -> bool {
    ONE_HOLDS.contains(&path)
}

/// Every path of the codebook that carries facts, in the codebook's order.
pub(crate) fn paths() -> impl Iterator<Item = &'static str> {
    fn of<C: Clause>() -> impl Iterator<Item = &'static str> {
        C::PATHS.iter().flat_map(|group| group.iter().copied())
    }
    of::<DocumentFacts>()
        .chain(of::<Preamble>())
        .chain(of::<Guarantees>())
        .chain(of::<Monitoring>())
        .chain(of::<AfuSupport>())
        .chain(of::<MultinationalForce>())
        .chain(of::<AttackResponse>())
        .chain(of::<Cooperation>())
        .chain(of::<Coordination>())
}
