//! What a report has told of each component so far, and the components that this comes to.

use super::subjects::Subject;
use crate::grammar::page::Page;
use crate::grammar::{Body, spans};
use crate::model::{Component, ComponentKind};

/// The clause of each component, with the stretches that it was read from.
pub(super) struct Told(Vec<Clause>);

struct Clause {
    subject: Subject,
    body: Body,
    stretches: Vec<usize>,
}

impl Told {
    pub(super) fn new() -> Told {
        let clause =
            |kind: &ComponentKind| Clause { subject: (*kind).into(), body: Body::new(*kind), stretches: Vec::new() };
        Told(ComponentKind::ALL.iter().map(clause).collect())
    }

    /// The clause of a subject, for the stretch at `at`, which is noted with it; none for the guarantees, which are no
    /// component.
    pub(super) fn clause(&mut self, subject: Subject, at: usize) -> Option<&mut Body> {
        let clause = self.0.iter_mut().find(|clause| clause.subject == subject)?;
        clause.stretches.push(at);
        Some(&mut clause.body)
    }

    /// The components that anything was said of, in the order in which the text comes to them.
    pub(super) fn components(self, page: &Page<'_>) -> Vec<Component> {
        let component = |told: Clause| told.body.component(0, None, spans(page, &told.stretches), None);
        let mut components: Vec<_> = self.0.into_iter().map(component).filter(|told| !told.is_empty()).collect();
        components.sort_by_key(first);
        for (component, ordinal) in components.iter_mut().zip(1..) {
            component.number(ordinal);
        }
        components
    }
}

/// Where the first fact of a component stands.
fn first(component: &Component) -> usize {
    let mut first = usize::MAX;
    component.walk(&mut |fact| first = first.min(fact.span.map_or(usize::MAX, |s| s.start)));
    first
}

/// How many parties are said to back the force if it is attacked.
pub(super) fn backers(body: &Body) -> usize {
    match body {
        Body::MultinationalForce(force) => force.backed_if_attacked_by.len(),
        _ => 0,
    }
}
