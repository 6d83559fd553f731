//! Checks on the document as a whole.

use super::Reading;
use crate::diagnostic::{Code, Diagnostic};
use crate::language::Language;
use crate::model::DocumentKind;
use crate::model::clause::Clause;

pub(super) fn nothing_found(r: &Reading<'_>, report: &mut Vec<Diagnostic>) {
    if r.found.kind.is_some() || matches!(r.language, Language::Other(..)) {
        return;
    }
    let found = if r.page.blocks.is_empty() { "an empty text" } else { "none of its five components" };
    report.push(Diagnostic::new(
        Code::NothingFound,
        None,
        format!("expected a declaration or a report of one, found {found}"),
        "look whether the file holds the text of the declaration, and not only a headline or a link to it",
    ));
}

pub(super) fn report_only(r: &Reading<'_>, report: &mut Vec<Diagnostic>) {
    if r.found.kind == Some(DocumentKind::Report) {
        report.push(Diagnostic::new(
            Code::ReportOnly,
            None,
            "expected a declaration, found a report that tells of one".into(),
            "a report need not speak of every component; read the declaration itself for what was declared",
        ));
    }
}

pub(super) fn unsupported_language(r: &Reading<'_>, report: &mut Vec<Diagnostic>) {
    let Language::Other(subtag, other) = r.language else { return };
    let supported: Vec<String> =
        r.page.languages.all().iter().map(|l| format!("{} ({})", l.name, l.language)).collect();
    let supported = supported.join(", ");
    report.push(Diagnostic::new(
        Code::UnsupportedLanguage,
        None,
        format!("expected a text in {supported}, found one in {other} ({subtag})"),
        format!("give the text in a language that is read: {supported}"),
    ));
}

pub(super) fn chapeau_missing(r: &Reading<'_>, report: &mut Vec<Diagnostic>) {
    if r.found.kind == Some(DocumentKind::Declaration) && r.found.guarantees.is_empty() {
        report.push(Diagnostic::new(
            Code::ChapeauMissing,
            None,
            "expected a sentence on how the participants commit themselves before the components, found none".into(),
            "look whether the text was copied from its start",
        ));
    }
}

pub(super) fn date_without_year(r: &Reading<'_>, report: &mut Vec<Diagnostic>) {
    if let Some(date) = r.found.document.date.as_ref().filter(|date| date.value.starts_with("--")) {
        report.push(Diagnostic::new(
            Code::DateWithoutYear,
            Some(date.span),
            format!("expected a date with its year, found {}", date.value),
            "the year is not filled in; where the page names it elsewhere, add it by hand",
        ));
    }
}
