//! Who does what: the parties in rows, their roles in columns.

use super::document::numbered;
use super::names::{own_names, split};
use crate::emit::words::spelled;
use crate::model::{FactRef, Modality};

/// The roles, in the order of the columns.
const ROLES: [&str; 6] = ["leads", "proposes", "contributes", "supports", "hosts", "takes part"];

/// The grid.
pub(super) struct Grid {
    pub(super) roles: [&'static str; 6],
    pub(super) rows: Vec<Row>,
}

/// A party with what it does in each role.
pub(super) struct Row {
    value: String,
    pub(super) party: String,
    pub(super) cells: [Vec<Part>; 6],
}

/// A part that it plays: in what, by which verb, and the fact that says so.
pub(super) struct Part {
    pub(super) id: usize,
    pub(super) what: &'static str,
    pub(super) modality: Option<Modality>,
    pub(super) negated: bool,
}

/// The role that a path gives, and in what: leading the force is another thing than leading the mechanism.
fn role(path: &'static str) -> Option<(usize, &'static str)> {
    let what = match path {
        "monitoring.mechanism.led_by" | "monitoring.mechanism.proposed_by" | "monitoring.mechanism.participant" => {
            "mechanism"
        }
        "monitoring.special_commission.represented" => "commission",
        "multinational_force.backed_if_attacked_by" => "force if attacked",
        "document.participant" => "meeting",
        "document.signatory" => "signature",
        "monitoring.system.contributor" => "monitoring",
        _ => match split(path).0 {
            "multinational_force" => "force",
            "coordination" => "coordination cell",
            section => section,
        },
    };
    let role = match path.rsplit('.').next()? {
        "led_by" => 0,
        "proposed_by" => 1,
        "contributor" => 2,
        "supported_by" | "backed_if_attacked_by" => 3,
        "host" => 4,
        "participant" | "signatory" | "represented" | "party" => 5,
        _ => return None,
    };
    Some((role, what))
}

/// The grid of a document, its parties in the order of the text.
pub(super) fn grid(facts: &[FactRef<'_>]) -> Grid {
    let mut rows: Vec<Row> = Vec::new();
    for (id, fact, _) in numbered(facts) {
        let Some((role, what)) = role(fact.path) else { continue };
        let at = rows.iter().position(|row| row.value == fact.value).unwrap_or_else(|| {
            let value = fact.value.clone().into_owned();
            rows.push(Row { party: party(&value), value, cells: Default::default() });
            rows.len() - 1
        });
        if let Some(cell) = rows.get_mut(at).and_then(|row| row.cells.get_mut(role)) {
            cell.push(Part { id, what, modality: fact.modality, negated: fact.negated });
        }
    }
    Grid { roles: ROLES, rows }
}

/// The name that opens a row: those that are no party's begin with a capital too.
fn party(value: &str) -> String {
    let name = own_names(&spelled(value));
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{ROLES, grid, role};
    use crate::model::paths;

    #[test]
    fn every_point_that_a_party_may_fill_has_a_role() {
        let roles = paths().filter(|path| role(path).is_some()).count();
        assert_eq!(roles, 14, "a path came or went: which role does it give?");
    }

    #[test]
    fn a_party_has_one_row() {
        let parsed = crate::parse(
            "→ A US-led ceasefire monitoring mechanism.\n→ A Multinational Force for Ukraine, which the United States will support.",
        );
        let facts: Vec<_> = parsed.facts().collect();
        let grid = grid(&facts);
        let parties: Vec<&str> = grid.rows.iter().map(|row| row.party.as_str()).collect();
        assert_eq!(parties, ["United States"]);
        let roles: Vec<&str> = (0..6).filter(|at| !grid.rows[0].cells[*at].is_empty()).map(|at| ROLES[at]).collect();
        assert_eq!(roles, ["leads", "supports"]);
    }
}
