//! Several texts at once: one row a fact, one column a text.

use super::certainty::doubt;
use super::claim::{Claim, Side, claims};
use super::diff::claim_or_null;
use crate::model::{DocumentKind, paths};
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
    /// One for each text: why it may say so all the same, where that may only not have been understood; null
    /// otherwise, and for a report, which need not tell all.
    #[schemars(schema_with = "reasons_or_null")]
    pub reasons: Vec<Option<String>>,
}

fn reasons_or_null(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": { "type": ["string", "null"] } })
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
        for (source, (path, claim)) in each(&all).filter(|(_, (own, _))| *own == path) {
            let value = &claim.fact.value;
            if rows.iter().any(|row| row.path == *path && row.value == *value) {
                continue;
            }
            let says = |claims: &Vec<(&'static str, Claim)>| {
                let found = claims.iter().find(|(own, other)| own == path && other.fact.value == *value);
                found.map(|(_, claim)| claim.clone())
            };
            let claims: Vec<Option<Claim>> = all.iter().map(says).collect();
            let why = |(text, claim): (&&Parsed, &Option<Claim>)| match text.document.kind {
                // A report need not tell all: its empty cells say nothing.
                Some(DocumentKind::Report) => None,
                _ if claim.is_some() => None,
                _ => doubt(text, texts[source], path),
            };
            let reasons = texts.iter().zip(&claims).map(why).collect();
            rows.push(Row { path, value: value.clone(), claims, reasons });
        }
    }
    Matrix { texts: texts.iter().map(|parsed| Side::of(parsed)).collect(), rows }
}

/// Every claim, with the number of its text.
fn each<'c>(all: &'c [Vec<(&'static str, Claim)>]) -> impl Iterator<Item = (usize, &'c (&'static str, Claim))> {
    all.iter().enumerate().flat_map(|(text, claims)| claims.iter().map(move |claim| (text, claim)))
}
