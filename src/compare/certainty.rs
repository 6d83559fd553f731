//! Whether what is missing from a text is missing from its meaning, or only from what was read of it.

use crate::diagnostic::Code;
use crate::model::{Component, DocumentKind};
use crate::parsed::Parsed;
use crate::span::Span;

/// As many words in one piece that were not understood can hold a fact.
const WORDS: usize = 5;
/// Less than this share of all words understood is a text not read, in percent.
const SHARE: usize = 50;

/// Why a fact at `path` that `other` has and that was not found in `parsed` may be there all the same; `None` where that is
/// certain.
pub(super) fn doubt(parsed: &Parsed, other: &Parsed, path: &str) -> Option<String> {
    let Some(kind) = parsed.document.kind else { return Some("nothing was found in this text".into()) };
    if kind == DocumentKind::Report {
        return Some("this text is a report, which need not tell all".into());
    }
    let coverage = &parsed.coverage;
    if coverage.read * 100 < coverage.words * SHARE {
        return Some(format!("only {} of {} words of this text were understood", coverage.read, coverage.words));
    }
    let section = section(path);
    let component = parsed.components.iter().find(|component| component.kind().as_str() == section);
    let cut = parsed.diagnostics.iter().any(|d| d.code == Code::TextCutOff);
    if cut && (component.is_none() || component.map(Component::kind) == parsed.components.last().map(Component::kind)) {
        return Some("this text is cut off".into());
    }
    let is_component = crate::model::ComponentKind::ALL.iter().any(|kind| kind.as_str() == section);
    if is_component && component.is_none() && parsed.diagnostics.iter().any(|d| d.code == Code::ComponentUnknown) {
        return Some("an item of this text opens no component that is known".into());
    }
    let stretches: Vec<Span> = match component {
        Some(component) => component.spans().to_vec(),
        None => around(parsed),
    };
    let gap = parsed.coverage.unread.iter().find(|gap| {
        let own = stretches.iter().any(|stretch| stretch.contains(**gap)) && words(parsed, **gap) >= WORDS;
        // What both texts have and neither rule understood hides no difference.
        own && !other.coverage.unread.iter().any(|same| other.quote(*same) == parsed.quote(**gap))
    })?;
    Some(format!("this was not understood: {}", shorten(parsed.quote(*gap).unwrap_or_default())))
}

/// The part of the document that a path belongs to: `monitoring`, `preamble`.
pub(super) fn section(path: &str) -> &str {
    path.split('.').next().unwrap_or(path)
}

/// What stands before the first component and behind the last one.
fn around(parsed: &Parsed) -> Vec<Span> {
    let first = parsed.components.iter().flat_map(|c| c.spans().first()).map(|span| span.start).min();
    let last = parsed.components.iter().flat_map(|c| c.spans().last()).map(|span| span.end).max();
    vec![Span::new(0, first.unwrap_or(usize::MAX)), Span::new(last.unwrap_or(0), usize::MAX)]
}

fn words(parsed: &Parsed, span: Span) -> usize {
    parsed.quote(span).map_or(0, |quote| quote.split_whitespace().count())
}

/// The first words of a stretch.
fn shorten(quote: &str) -> String {
    const LONG: usize = 12;
    let words: Vec<&str> = quote.split_whitespace().collect();
    let more = if words.len() > LONG { " …" } else { "" };
    format!("“{}{more}”", words[..words.len().min(LONG)].join(" "))
}
