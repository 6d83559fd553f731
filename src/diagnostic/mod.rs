//! What the text is like, for those who read it: a code, a message, a place, and a way to mend it.

mod code;

pub use code::{Code, UnknownCode};

use crate::span::Span;
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// What was passed over.
    Note,
    /// The text is read, but a person should look.
    Warning,
    /// The document breaks its form.
    Error,
}

impl Severity {
    /// The severity as the JSON writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// One thing that a reader of the document should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Diagnostic {
    /// What was seen, by its stable number; `declparse explain` has a page on each.
    pub code: Code,
    /// How much it weighs.
    pub severity: Severity,
    /// What was expected and what was found.
    pub message: String,
    /// Where; absent where it is said of the whole text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// How to mend it, or what to look at.
    pub help: Cow<'static, str>,
}

impl Diagnostic {
    /// A diagnostic of the code's own severity.
    pub(crate) fn new(code: Code, span: Option<Span>, message: String, help: impl Into<Cow<'static, str>>) -> Self {
        Diagnostic { code, severity: code.severity(), message, span, help: help.into() }
    }
}
