//! Several texts at once: one row a fact, one column a text.

use super::claim::{Claim, Side, claims};
use super::diff::claim_or_null;
use crate::model::paths;
use crate::parsed::Parsed;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

/// Which text says what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Matrix {
    /// The texts, as they were given.
    pub texts: Vec<Side>,
    /// In the codebook's order of paths.
    pub rows: Vec<Row>,
}

/// One fact, and how each text says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Row {
    /// The codebook's path.
    pub path: &'static str,
    /// The value.
    pub value: String,
    /// One for each text; null where it says nothing of it.
    #[schemars(schema_with = "claims_or_null")]
    pub claims: Vec<Option<Claim>>,
}

fn claims_or_null(generator: &mut SchemaGenerator) -> Schema {
    let claim = claim_or_null(generator);
    json_schema!({ "type": "array", "items": claim })
}

/// Sets the facts of several texts side by side.
///
/// ```
/// let one = declparse::parse("→ Ceasefire monitoring.\n→ Defence cooperation with Ukraine, including training.\n");
/// let two = declparse::parse("→ Ceasefire monitoring.\n→ Defence cooperation with Ukraine.\n");
/// let matrix = declparse::matrix(&[&one, &two]);
/// let training = matrix.rows.iter().find(|row| row.value == "training").unwrap();
/// assert!(training.claims[0].is_some() && training.claims[1].is_none());
/// ```
pub fn matrix(texts: &[&Parsed]) -> Matrix {
    let all: Vec<Vec<(&'static str, Claim)>> = texts.iter().map(|parsed| claims(parsed)).collect();
    let mut rows: Vec<Row> = Vec::new();
    for path in paths() {
        for (path, claim) in all.iter().flatten().filter(|(own, _)| *own == path) {
            if rows.iter().any(|row| row.path == *path && row.value == claim.fact.value) {
                continue;
            }
            let says = |claims: &Vec<(&'static str, Claim)>| {
                let found = claims.iter().find(|(own, other)| own == path && other.fact.value == claim.fact.value);
                found.map(|(_, claim)| claim.clone())
            };
            rows.push(Row { path, value: claim.fact.value.clone(), claims: all.iter().map(says).collect() });
        }
    }
    Matrix { texts: texts.iter().map(|parsed| Side::of(parsed)).collect(), rows }
}
