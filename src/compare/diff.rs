//! What changed in meaning from one text to another.

use super::certainty::{doubt, section};
use super::claim::{Claim, Side, claims};
use crate::model::{ComponentKind, closed, holds_one};
use crate::parsed::Parsed;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

closed! {
    /// What happened to a fact or to a component. The strongest change comes first.
    #[non_exhaustive]
    ChangeKind {
        /// The new text does not have this component.
        ComponentRemoved = "component_removed",
        /// The old text did not have this component.
        ComponentAdded = "component_added",
        /// The new text denies what the old one says.
        Denied = "denied",
        /// The new text says what the old one denies.
        NoLongerDenied = "no_longer_denied",
        /// The new text does not say it.
        Removed = "removed",
        /// The old text did not say it.
        Added = "added",
        /// Another value stands where only one can hold.
        Changed = "changed",
        /// Its verb is weaker: "will" has become "may".
        Weakened = "weakened",
        /// Its verb is stronger.
        Strengthened = "strengthened",
        /// A verb of the ladder carried it, and none does now.
        ModalityLost = "modality_lost",
        /// No verb of the ladder carried it, and one does now.
        ModalityGained = "modality_gained",
        /// The component stands at another place among those that both texts have.
        ComponentReordered = "component_reordered",
        /// The same is said in other words.
        Reworded = "reworded",
    }
}

impl ChangeKind {
    /// The kind seen from the other side.
    pub const fn mirrored(self) -> ChangeKind {
        match self {
            ChangeKind::ComponentRemoved => ChangeKind::ComponentAdded,
            ChangeKind::ComponentAdded => ChangeKind::ComponentRemoved,
            ChangeKind::Denied => ChangeKind::NoLongerDenied,
            ChangeKind::NoLongerDenied => ChangeKind::Denied,
            ChangeKind::Removed => ChangeKind::Added,
            ChangeKind::Added => ChangeKind::Removed,
            ChangeKind::Weakened => ChangeKind::Strengthened,
            ChangeKind::Strengthened => ChangeKind::Weakened,
            ChangeKind::ModalityLost => ChangeKind::ModalityGained,
            ChangeKind::ModalityGained => ChangeKind::ModalityLost,
            ChangeKind::Changed | ChangeKind::ComponentReordered | ChangeKind::Reworded => self,
        }
    }
}

/// One change, with what either text says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Change {
    /// What happened.
    pub change: ChangeKind,
    /// The codebook's path; of a component its kind alone.
    pub path: &'static str,
    /// What the old text says; null where it says nothing.
    #[schemars(schema_with = "claim_or_null")]
    pub old: Option<Claim>,
    /// What the new text says; null where it says nothing.
    #[schemars(schema_with = "claim_or_null")]
    pub new: Option<Claim>,
    /// False where what seems to be missing may only not have been understood.
    pub certain: bool,
    /// Why it is not certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A key that is always there, and null where there is nothing.
pub(super) fn claim_or_null(generator: &mut SchemaGenerator) -> Schema {
    let claim = generator.subschema_for::<Claim>();
    json_schema!({ "oneOf": [claim, { "type": "null" }] })
}

/// How many changes there are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DiffSummary {
    /// Changes of meaning, those that are not certain among them.
    pub changes: usize,
    /// Those of them that are not certain.
    pub uncertain: usize,
    /// Facts said alike on both sides.
    pub same: usize,
    /// Facts that the new text says in other words.
    pub reworded: usize,
}

/// What changed from one text to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Diff {
    /// The text that came first.
    pub old: Side,
    /// The text that it is compared with.
    pub new: Side,
    /// By section in the order of the new text, the strongest change of each first; rewordings too.
    pub changes: Vec<Change>,
    /// The counts.
    pub summary: DiffSummary,
}

impl Diff {
    /// The changes of meaning: all but rewordings.
    pub fn of_meaning(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| change.change != ChangeKind::Reworded)
    }

    /// Do the two say the same?
    pub fn is_empty(&self) -> bool {
        self.summary.changes == 0
    }
}

/// Compares two texts, fact by fact.
///
/// ```
/// use declparse::{ChangeKind, diff, parse};
///
/// let list = |verb| parse(&format!(
///     "→ Ceasefire monitoring and verification.\n→ A Multinational Force for Ukraine, which {verb} deter.\n"));
/// let diff = diff(&list("will"), &list("may"));
/// assert_eq!(diff.changes.len(), 1);
/// assert_eq!((diff.changes[0].change, diff.changes[0].path), (ChangeKind::Weakened, "multinational_force.purpose"));
/// ```
pub fn diff(old: &Parsed, new: &Parsed) -> Diff {
    let mut changes = components(old, new);
    let (before, after) = (claims(old), claims(new));
    let mut paths: Vec<&'static str> = before.iter().chain(&after).map(|(path, _)| *path).collect();
    paths.sort_unstable();
    paths.dedup();
    let mut same = 0;
    for path in paths {
        let of = |claims: &[(&'static str, Claim)]| -> Vec<Claim> {
            claims.iter().filter(|(own, _)| *own == path).map(|(_, claim)| claim.clone()).collect()
        };
        same += at_path(path, of(&before), of(&after), (old, new), &mut changes);
    }
    let order = sections(old, new);
    let place = |change: &Change| order.iter().position(|own| *own == section(change.path)).unwrap_or(order.len());
    changes.sort_by(|a, b| {
        let value = |c: &Change| c.old.as_ref().or(c.new.as_ref()).map(|claim| claim.fact.value.clone());
        (place(a), a.change, a.path, value(a)).cmp(&(place(b), b.change, b.path, value(b)))
    });
    let reworded = changes.iter().filter(|change| change.change == ChangeKind::Reworded).count();
    let uncertain = changes.iter().filter(|change| !change.certain).count();
    let summary = DiffSummary { changes: changes.len() - reworded, uncertain, same, reworded };
    Diff { old: Side::of(old), new: Side::of(new), changes, summary }
}

/// Compares what the two say at one path; gives how much of it is alike.
fn at_path(
    path: &'static str,
    mut old: Vec<Claim>,
    mut new: Vec<Claim>,
    (before, after): (&Parsed, &Parsed),
    changes: &mut Vec<Change>,
) -> usize {
    let sure = |change, old: Claim, new: Claim| Change {
        change,
        path,
        old: Some(old),
        new: Some(new),
        certain: true,
        reason: None,
    };
    let mut same = 0;
    // What both say, with the same polarity first.
    for claim in std::mem::take(&mut old) {
        let Some(at) = new.iter().position(|other| claim.says(other)) else {
            old.push(claim);
            continue;
        };
        let other = new.remove(at);
        match moved(&claim, &other) {
            Some(kind) => changes.push(sure(kind, claim, other)),
            None => {
                same += 1;
                if words(&claim.fact.quote) != words(&other.fact.quote) {
                    changes.push(sure(ChangeKind::Reworded, claim, other));
                }
            }
        }
    }
    for claim in std::mem::take(&mut old) {
        match new.iter().position(|other| claim.fact.value == other.fact.value) {
            Some(at) => {
                let other = new.remove(at);
                let kind = if other.fact.negated { ChangeKind::Denied } else { ChangeKind::NoLongerDenied };
                changes.push(sure(kind, claim, other));
            }
            None => old.push(claim),
        }
    }
    if let ([_], [_], true) = (old.as_slice(), new.as_slice(), holds_one(path)) {
        changes.extend(old.pop().zip(new.pop()).map(|(old, new)| sure(ChangeKind::Changed, old, new)));
    }
    for claim in old {
        let reason = doubt(after, before, path);
        let certain = reason.is_none();
        changes.push(Change { change: ChangeKind::Removed, path, old: Some(claim), new: None, certain, reason });
    }
    for claim in new {
        let reason = doubt(before, after, path);
        let certain = reason.is_none();
        changes.push(Change { change: ChangeKind::Added, path, old: None, new: Some(claim), certain, reason });
    }
    same
}

/// How the verb moved on the ladder.
fn moved(old: &Claim, new: &Claim) -> Option<ChangeKind> {
    match (old.fact.modality, new.fact.modality) {
        (Some(one), Some(other)) if one < other => Some(ChangeKind::Weakened),
        (Some(one), Some(other)) if one > other => Some(ChangeKind::Strengthened),
        (Some(_), None) => Some(ChangeKind::ModalityLost),
        (None, Some(_)) => Some(ChangeKind::ModalityGained),
        _ => None,
    }
}

/// The words of a quote, whatever its line ends and its capitals.
fn words(quote: &str) -> Vec<String> {
    quote.split_whitespace().map(str::to_lowercase).collect()
}

/// Components that only one of the two has, and those that stand in another order.
fn components(old: &Parsed, new: &Parsed) -> Vec<Change> {
    let kinds = |parsed: &Parsed| -> Vec<ComponentKind> {
        let mut kinds: Vec<ComponentKind> = Vec::new();
        parsed.components.iter().for_each(|c| {
            if !kinds.contains(&c.kind()) {
                kinds.push(c.kind())
            }
        });
        kinds
    };
    let (before, after) = (kinds(old), kinds(new));
    let mut changes = Vec::new();
    let mut lone = |kind: ComponentKind, change, lacking: &Parsed, other: &Parsed| {
        let reason = doubt(lacking, other, kind.as_str());
        let certain = reason.is_none();
        changes.push(Change { change, path: kind.as_str(), old: None, new: None, certain, reason });
    };
    before.iter().filter(|kind| !after.contains(kind)).for_each(|k| lone(*k, ChangeKind::ComponentRemoved, new, old));
    after.iter().filter(|kind| !before.contains(kind)).for_each(|k| lone(*k, ChangeKind::ComponentAdded, old, new));
    // A report gathers sentences: its order is its author's.
    let ordered = |parsed: &Parsed| parsed.document.kind == Some(crate::model::DocumentKind::Declaration);
    if ordered(old) && ordered(new) {
        let shared = |own: &[ComponentKind], other: &[ComponentKind]| -> Vec<ComponentKind> {
            own.iter().copied().filter(|kind| other.contains(kind)).collect()
        };
        let (one, two) = (shared(&before, &after), shared(&after, &before));
        let stays = longest_common(&one, &two);
        let moved = two.iter().filter(|kind| !stays.contains(kind));
        changes.extend(moved.map(|kind| Change {
            change: ChangeKind::ComponentReordered,
            path: kind.as_str(),
            old: None,
            new: None,
            certain: true,
            reason: None,
        }));
    }
    changes
}

/// The most components that stand in the same order in both; of several such sets the same one from either side.
fn longest_common(one: &[ComponentKind], two: &[ComponentKind]) -> Vec<ComponentKind> {
    let mut best: Vec<ComponentKind> = Vec::new();
    // There are five kinds at most: every subset is tried.
    for subset in 0u32..1 << one.len().min(8) {
        let mut kept: Vec<ComponentKind> =
            one.iter().enumerate().filter(|(at, _)| subset >> at & 1 == 1).map(|(_, kind)| *kind).collect();
        let order: Vec<ComponentKind> = two.iter().copied().filter(|kind| kept.contains(kind)).collect();
        if order != kept {
            continue;
        }
        kept.sort_unstable();
        let longer = kept.len() > best.len() || kept.len() == best.len() && kept < best;
        if longer {
            best = kept;
        }
    }
    best
}

/// The sections in the order in which they are told: the new text's components between the others.
fn sections(old: &Parsed, new: &Parsed) -> Vec<&'static str> {
    let mut order = vec!["document", "preamble", "guarantees"];
    for component in new.components.iter().chain(&old.components) {
        if !order.contains(&component.kind().as_str()) {
            order.push(component.kind().as_str());
        }
    }
    order.push("coordination");
    order
}
