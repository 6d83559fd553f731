//! The document as it is written: the keys of the JSON in their order. The schema is derived from here too.

use super::Parsed;
use crate::diagnostic::Diagnostic;
use crate::model::clause::Clause;
use crate::model::{Component, Coordination, Coverage, Document, Guarantees, Preamble, paths};
use crate::source::{Content, Offsets};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::sync::LazyLock;

/// What a text says of the security guarantees for Ukraine: typed clauses, every fact anchored in the words that say it.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Parsed")]
pub(crate) struct Wire<'a> {
    /// The version of this form. Fields may be added; none is renamed or removed without another version.
    schema: Version,
    /// The file that was read.
    source: SourceWire<'a>,
    /// What is said of the document.
    document: &'a Document,
    /// What stands before the chapeau; absent where nothing was found.
    #[serde(skip_serializing_if = "is_empty")]
    preamble: &'a Preamble,
    /// The chapeau that opens the list of components; absent where nothing was found.
    #[serde(skip_serializing_if = "is_empty")]
    guarantees: &'a Guarantees,
    /// The components, in the order of the text.
    components: &'a [Component],
    /// The coordination cell; absent where nothing was found.
    #[serde(skip_serializing_if = "is_empty")]
    coordination: &'a Coordination,
    /// The codebook's paths that were looked for and not found; empty where no component was found.
    #[schemars(with = "Vec<Path>")]
    not_said: &'a [&'static str],
    /// How much of the declaration's words was understood.
    coverage: &'a Coverage,
    /// What a reader of the document should know, in the order of the text.
    diagnostics: &'a [Diagnostic],
}

fn is_empty<C: Clause>(clause: &&C) -> bool {
    clause.is_empty()
}

/// The version of the form.
#[derive(Serialize, JsonSchema)]
enum Version {
    /// The first.
    #[serde(rename = "declparse/1")]
    One,
}

/// The file that was read.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Source")]
struct SourceWire<'a> {
    /// Its name; absent for standard input.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    /// How many bytes it has.
    bytes: usize,
    /// SHA-256 of these bytes, in hexadecimal.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    sha256: String,
    /// The encoding they are in, by its WHATWG name in lower case.
    encoding: &'a str,
    /// What they are, where it is not text: spans then count in the text that was taken out of it, which `--format text`
    /// prints.
    #[serde(skip_serializing_if = "is_text")]
    content: Content,
    /// The unit that all spans count in.
    offsets: Offsets,
}

fn is_text(content: &Content) -> bool {
    *content == Content::Text
}

/// A path of the codebook, for the schema.
struct Path;

impl JsonSchema for Path {
    fn schema_name() -> Cow<'static, str> {
        "Path".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let all: &[&str] = &LOOKED_FOR;
        json_schema!({ "description": "A path of the codebook.", "type": "string", "enum": all })
    }
}

/// Every path that a text may leave out, in the codebook's order.
pub(super) static LOOKED_FOR: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| std::iter::once("document.status").chain(paths()).collect());

impl Serialize for Parsed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let source = SourceWire {
            name: self.source.name.as_deref(),
            bytes: self.source.bytes,
            sha256: self.source.sha256(),
            encoding: self.source.encoding,
            content: self.source.content,
            offsets: self.source.offsets,
        };
        let wire = Wire {
            schema: Version::One,
            source,
            document: &self.document,
            preamble: &self.preamble,
            guarantees: &self.guarantees,
            components: &self.components,
            coordination: &self.coordination,
            not_said: &self.not_said,
            coverage: &self.coverage,
            diagnostics: &self.diagnostics,
        };
        wire.serialize(serializer)
    }
}
