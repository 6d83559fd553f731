//! Checks on the document as a whole.

use super::Reading;
use crate::diagnostic::{Code, Diagnostic};
use crate::grammar::leaves_ukraine_out;
use crate::language::Language;
use crate::model::DocumentKind;
use crate::model::clause::Clause;

pub(super) fn nothing_found(r: &Reading<'_>, report: &mut Vec<Diagnostic>) {
    if r.found.kind.is_some() || matches!(r.language, Language::Other(..)) {
        return;
    }
    let (found, help) = if r.page.blocks.is_empty() {
        ("an empty text", "look whether the file holds the text of the declaration")
    } else if leaves_ukraine_out(r.page) {
        (
            "a ceasefire, a force or the like, and no word of Ukraine",
            "look whether this is about Ukraine; a text that names neither Ukraine nor its army is not read, and a passage \
             that was cut out of one needs the sentence that names it",
        )
    } else {
        (
            "none of its five components",
            "look whether the file holds the text of the declaration, and not only a headline or a link to it",
        )
    };
    report.push(Diagnostic::new(
        Code::NothingFound,
        None,
        format!("expected a declaration or a report of one, found {found}"),
        help,
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
