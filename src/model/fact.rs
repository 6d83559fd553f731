//! A fact: one value with the words that say it. Every leaf of the model is one.

use crate::model::value::{Modality, Standing};
use crate::span::Span;
use schemars::JsonSchema;
use serde::Serialize;
use smol_str::SmolStr;

/// One value that the text states, anchored in the words that state it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
#[schemars(rename = "{T}Fact")]
pub struct Fact<T> {
    /// What is stated: a value of the codebook's list for this path.
    pub value: T,
    /// Where it is stated.
    pub span: Span,
    /// The words under the span, as they stand. They are mostly few, and then take no memory of their own.
    #[schemars(with = "String")]
    pub quote: SmolStr,
    /// The verb that carries the fact; absent where no verb does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modality: Option<Modality>,
    /// True where the text denies it; absent otherwise.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schemars(extend("const" = true))]
    pub negated: bool,
    /// How the text tells it, where it does not simply assert it: of a draft, as removed, as somebody's word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// Whose word it is, where the text says so; in the text's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_by: Option<Box<str>>,
}

/// A fact of any type, flattened: its path in the document and its value as text.
///
/// This is what [`Parsed::facts`](crate::Parsed::facts) gives, and one line of `--format facts`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FactRef<'a> {
    /// Dotted path, as in the codebook and in the JSON: `monitoring.mechanism.led_by`.
    pub path: &'static str,
    /// The value as the JSON writes it.
    pub value: std::borrow::Cow<'a, str>,
    /// The verb that carries it.
    pub modality: Option<Modality>,
    /// Denied by the text.
    pub negated: bool,
    /// How the text tells it, where it does not simply assert it.
    pub standing: Option<Standing>,
    /// Whose word it is, where the text says so.
    pub said_by: Option<&'a str>,
    /// Where it is stated; `None` for what is read off the whole text (kind, language, status).
    pub span: Option<Span>,
    /// The words under the span; empty where there is none.
    pub quote: &'a str,
}

/// What a fact's value can be: written as text in `facts`.
pub(crate) trait Value {
    /// The value as the JSON writes it, without quotation marks.
    fn text(&self) -> std::borrow::Cow<'_, str>;
}

impl Value for String {
    fn text(&self) -> std::borrow::Cow<'_, str> {
        self.as_str().into()
    }
}

impl Value for bool {
    fn text(&self) -> std::borrow::Cow<'_, str> {
        if *self { "true" } else { "false" }.into()
    }
}

impl Value for u64 {
    fn text(&self) -> std::borrow::Cow<'_, str> {
        self.to_string().into()
    }
}

/// A fact with its path, its value as text.
pub(crate) fn at<'f, T: Value>(fact: &'f Fact<T>, path: &'static str) -> FactRef<'f> {
    FactRef {
        path,
        value: fact.value.text(),
        modality: fact.modality,
        negated: fact.negated,
        standing: fact.standing,
        said_by: fact.said_by.as_deref(),
        span: Some(fact.span),
        quote: &fact.quote,
    }
}
