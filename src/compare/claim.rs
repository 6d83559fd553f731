//! A fact taken out of its document, so that it can stand beside one of another.

use crate::model::{Fact, FactRef};
use crate::parsed::Parsed;
use schemars::JsonSchema;
use serde::Serialize;

/// One of the texts that are compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Side {
    /// Its file's name; absent for standard input.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Declaration or report; absent where no component was reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<crate::model::DocumentKind>,
    /// What the text calls itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<crate::model::DocumentStatus>,
    /// BCP 47 primary subtag of its language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

impl Side {
    pub(super) fn of(parsed: &Parsed) -> Side {
        Side {
            name: parsed.source.name.clone(),
            kind: parsed.document.kind,
            status: parsed.document.status,
            language: parsed.document.language.clone(),
        }
    }
}

/// A fact of one of the texts, with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Claim {
    /// What is stated, its value as the codebook's list for its path has it; the span counts in the unit of its document.
    #[serde(flatten)]
    pub fact: Fact<String>,
    /// The line of its words, from 1.
    pub line: usize,
    /// Their first character in that line, from 1.
    pub column: usize,
}

impl Claim {
    /// Takes a fact out of its document; `None` for what is read off the whole text.
    pub(super) fn of(parsed: &Parsed, fact: &FactRef<'_>) -> Option<Claim> {
        let span = fact.span?;
        let place = parsed.source.place(span.start)?;
        let fact = Fact {
            value: fact.value.clone().into_owned(),
            span,
            quote: fact.quote.into(),
            modality: fact.modality,
            negated: fact.negated,
            standing: fact.standing,
            said_by: fact.said_by.map(Into::into),
        };
        Some(Claim { fact, line: place.line, column: place.column })
    }

    /// Does it say the same, whatever its words and its verb?
    pub(super) fn says(&self, other: &Claim) -> bool {
        self.fact.value == other.fact.value && self.fact.negated == other.fact.negated
    }
}

/// The facts of a text that are compared, each with its path, in the order of the text. Titles are words, and no two
/// languages share them.
pub(super) fn claims(parsed: &Parsed) -> Vec<(&'static str, Claim)> {
    let facts = parsed.facts().filter(|fact| fact.path != "document.title");
    facts.filter_map(|fact| Some((fact.path, Claim::of(parsed, &fact)?))).collect()
}
