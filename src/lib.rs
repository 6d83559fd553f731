//! Reads the Paris Declaration on security guarantees for Ukraine, and reports of it, into typed, validated clauses.
//!
//! Each fact is a value of a closed list with the words that say it; what was not understood and what is not said are
//! both listed. The same text gives the same result: no clock, no network, no model.
//!
//! ```
//! use declparse::{CooperationArea, Modality, Party};
//!
//! let text = "\
//! The Coalition stands ready to commit to politically and legally binding guarantees. They will include:
//!
//! → Participation in a proposed US-led ceasefire monitoring and verification mechanism.
//! → Long-term defence cooperation with Ukraine, including training.
//! ";
//! let parsed = declparse::parse(text);
//!
//! // Typed clauses: every value with its words, its verb, and whether it is denied.
//! let monitoring = parsed.monitoring().unwrap();
//! let lead = &monitoring.clause.mechanism.led_by[0];
//! assert_eq!((lead.value, lead.modality), (Party::UnitedStates, Some(Modality::Proposed)));
//! assert_eq!(parsed.cooperation().unwrap().clause.area[0].value, CooperationArea::Training);
//!
//! // A quote is what stands in the text, always.
//! assert_eq!(parsed.quote(lead.span), Some(&*lead.quote));
//!
//! // The same facts flat, each with its path.
//! assert!(parsed.facts().any(|fact| fact.path == "guarantees.binding" && fact.value == "legal"));
//!
//! // What the text leaves out is told, and that it lacks three of the five components is an error.
//! assert!(parsed.not_said.contains(&"monitoring.special_commission.status"));
//! assert!(!parsed.is_valid());
//! assert_eq!(parsed.diagnostics[0].message, "expected all five components, found 2: afu_support is missing");
//! ```

/// The README's examples, which run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

mod compare;
mod coverage;
mod decode;
mod diagnostic;
mod emit;
mod grammar;
mod html;
mod language;
mod layout;
mod lexicon;
mod model;
mod parsed;
mod parts;
mod read;
mod schema;
mod source;
mod span;
mod survey;
mod taught;
mod token;
mod trace;
mod validate;

#[doc(hidden)]
pub mod cli;

pub use compare::*;
pub use diagnostic::{Code, Diagnostic, Severity, UnknownCode};
pub use emit::{Format, diff_html, html, verify_html, write};
pub use model::*;
pub use parsed::Parsed;
pub use read::Options;
pub use schema::{Output, schema, schema_of};
pub use source::{Content, Offsets, Place, Source};
pub use span::Span;
pub use taught::Lexicon;

/// Reads a text. Never fails and never panics: what is wrong with the text is told in [`Parsed::diagnostics`].
///
/// The text is read as it stands; for a saved page in a string see [`Options::content`]. One of 2 MiB or more is read on as
/// many threads as the machine has processors, with the same result.
pub fn parse(text: &str) -> Parsed {
    Options::new().parse(text)
}

/// Reads a file's bytes: a text or a saved page, whichever they look like, in the encoding that they declare or that is
/// detected. Never fails and never panics.
///
/// ```
/// let parsed = declparse::parse_bytes(b"\xff\xfeO\0n\0 \0p\0e\0a\0c\0e\0");
/// assert_eq!((parsed.text(), parsed.source.encoding), ("On peace", "utf-16le"));
/// ```
pub fn parse_bytes(bytes: &[u8]) -> Parsed {
    Options::new().parse_bytes(bytes)
}
