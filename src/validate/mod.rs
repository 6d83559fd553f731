//! Looks over what was read and reports; never repairs. One function a check, named as its code.
//!
//! All checks run, so that one pass shows everything that a person should look at, in the order of the text.

mod component;
mod document;
mod source;
mod text;

pub(crate) use source::{mojibake, no_such_language, text_too_long, wrong_encoding};

use crate::coverage::Account;
use crate::diagnostic::Diagnostic;
use crate::grammar::{Found, Page};
use crate::language::Language;
use crate::model::{FactRef, holds_one};

/// All that the checks may look at.
pub(crate) struct Reading<'r> {
    pub(crate) page: &'r Page<'r>,
    pub(crate) found: &'r Found,
    /// The facts that a check may ask about.
    pub(crate) noted: &'r [FactRef<'r>],
    pub(crate) account: &'r Account,
    pub(crate) language: Language<'r>,
}

/// A check adds what it sees.
type Check = fn(&Reading<'_>, &mut Vec<Diagnostic>);

const CHECKS: &[Check] = &[
    document::nothing_found,
    document::report_only,
    document::unsupported_language,
    document::chapeau_missing,
    document::date_without_year,
    component::component_missing,
    component::component_repeated,
    component::component_unknown,
    component::component_empty,
    text::text_cut_off,
    text::established_to,
    text::proposed_lead,
    text::affirmed_and_denied,
    text::two_values,
    text::fact_denied,
    text::unread_stretch,
    text::printed_twice,
];

/// May a check ask about this fact? Most of a text's facts nothing is wrong with.
pub(crate) fn asks_about(fact: &FactRef<'_>) -> bool {
    fact.negated || holds_one(fact.path) || fact.path.ends_with("_by")
}

/// Runs every check on what was read.
pub(crate) fn validate(reading: &Reading<'_>, report: &mut Vec<Diagnostic>) {
    CHECKS.iter().for_each(|check| check(reading, report));
}

/// Puts a report in the order of the text; what is said of the whole text comes first.
pub(crate) fn order(report: &mut [Diagnostic]) {
    report.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code));
}
