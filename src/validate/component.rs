//! Checks on the components.

use super::Reading;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{ComponentKind, DocumentKind};

/// Only of a declaration: a report tells of what it likes.
pub(super) fn component_missing(r: &Reading<'_>, report: &mut Vec<Diagnostic>) {
    if r.found.kind != Some(DocumentKind::Declaration) {
        return;
    }
    let present = |kind: ComponentKind| r.found.components.iter().any(|component| component.kind() == kind);
    let count = ComponentKind::ALL.iter().filter(|kind| present(**kind)).count();
    for kind in ComponentKind::ALL.iter().filter(|kind| !present(**kind)) {
        report.push(Diagnostic::new(
            Code::ComponentMissing,
            None,
            format!("expected all five components, found {count}: {kind} is missing"),
            "look whether the text is whole, and whether the item stands under a name that is not known yet",
        ));
    }
}

pub(super) fn component_repeated(r: &Reading<'_>, report: &mut Vec<Diagnostic>) {
    for (kind, span) in &r.found.repeated {
        report.push(Diagnostic::new(
            Code::ComponentRepeated,
            Some(*span),
            format!("expected one item on {kind}, found another"),
            "both are read, each as a component of its own; compare what they say",
        ));
    }
}

pub(super) fn component_unknown(r: &Reading<'_>, report: &mut Vec<Diagnostic>) {
    for span in &r.found.unknown {
        report.push(Diagnostic::new(
            Code::ComponentUnknown,
            Some(*span),
            "expected an item on one of the five components, found another".into(),
            "the item is passed over; read it yourself",
        ));
    }
}

pub(super) fn component_empty(r: &Reading<'_>, report: &mut Vec<Diagnostic>) {
    for component in r.found.components.iter().filter(|component| component.is_empty()) {
        report.push(Diagnostic::new(
            Code::ComponentEmpty,
            component.spans().first().copied(),
            format!("expected facts on {}, found none", component.kind()),
            "read the item yourself: it says nothing that the codebook knows, or says it in words that are not known",
        ));
    }
}
