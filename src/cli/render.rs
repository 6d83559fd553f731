//! Diagnostics for a person: the line, the words underlined, and how to mend it. Nothing in it commands a terminal.

use crate::diagnostic::{Diagnostic, Severity};
use crate::parsed::Parsed;
use crate::source::boundary;
use crate::span::Span;
use annotate_snippets::renderer::Renderer;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Snippet};
use std::borrow::Cow;

/// How much of a very long line is shown around the words in question, in bytes to either side.
const WINDOW: usize = 1200;

/// Renders the diagnostics that weigh `least` or more, a blank line behind each.
pub(super) fn report(parsed: &Parsed, least: Severity, colour: bool) -> String {
    let shown: Vec<&Diagnostic> = parsed.diagnostics.iter().filter(|diagnostic| diagnostic.severity >= least).collect();
    about(parsed.source.name.as_deref(), parsed.text(), &shown, colour)
}

/// Renders diagnostics on a text of that name, a blank line behind each.
pub(super) fn about(name: Option<&str>, text: &str, diagnostics: &[&Diagnostic], colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    let mut lines = Lines::new(text);
    for diagnostic in diagnostics {
        out.push_str(&harmless(&render(name, text, diagnostic, &mut lines, &renderer)));
        out.push_str("\n\n");
    }
    out
}

/// Renders a message that is about no text.
pub(super) fn message(text: &str, colour: bool) -> String {
    titled(Level::ERROR, text, colour)
}

/// What a person may want to know of what the command was given.
pub(super) fn warning(text: &str, colour: bool) -> String {
    titled(Level::WARNING, text, colour)
}

fn titled(level: Level<'_>, text: &str, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let title = level.primary_title(visible(text));
    let mut out = harmless(&renderer.render(&[Group::with_title(title)])).into_owned();
    out.push('\n');
    out
}

fn render(
    name: Option<&str>,
    text: &str,
    diagnostic: &Diagnostic,
    lines: &mut Lines<'_>,
    renderer: &Renderer,
) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let path = visible(name.unwrap_or("<stdin>"));
    let title = level.primary_title(visible(&diagnostic.message)).id(diagnostic.code.as_str());
    let mut group = Group::with_title(title);
    match diagnostic.span {
        Some(span) => {
            let Here { line, start, before } = lines.to(span.start);
            let shown = around(text, start, span);
            let source = shown.of(text).unwrap_or_default();
            let mark = span.start - shown.start..span.end.min(shown.end) - shown.start;
            let snippet = Snippet::source(source).line_start(line).annotation(AnnotationKind::Primary.span(mark));
            group = if shown.start == start {
                group.element(snippet.path(path))
            } else {
                // The renderer would count the column from where the window starts.
                let origin = Origin::path(path).line(line).char_column(before + 1);
                group.element(origin).element(snippet)
            };
        }
        None => group = group.element(Origin::path(path)),
    }
    renderer.render(&[group.element(Level::HELP.message(visible(&diagnostic.help)))])
}

/// The lines to show for a span whose first line starts at `start`: as many as the span has, up to two, and of a very
/// long line the part around the span.
fn around(text: &str, start: usize, span: Span) -> Span {
    let from = if span.start - start > WINDOW { boundary(text, span.start - WINDOW) } else { start };
    let far = boundary(text, span.start + 2 * WINDOW);
    let line_end = |at: usize| text[at..far].find(['\n', '\r']).map_or(far, |end| at + end);
    let first = line_end(span.start);
    if first >= span.end || first == far {
        return Span::new(from, first);
    }
    // Words that run over a line's end are shown with the next line; a longer stretch by its first line.
    let next = far - text[first..far].trim_start().len();
    let second = line_end(next);
    Span::new(from, if second >= span.end { second } else { first })
}

/// Where a diagnostic stands.
#[derive(Clone, Copy)]
pub(super) struct Here {
    /// The number of its line, from 1.
    pub(super) line: usize,
    /// The byte at which that line starts.
    start: usize,
    /// The characters before it in its line.
    pub(super) before: usize,
}

/// Counts lines along with diagnostics that come in the order of the text.
pub(super) struct Lines<'t> {
    text: &'t str,
    at: usize,
    here: Here,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Lines { text, at: 0, here: Here { line: 1, start: 0, before: 0 } }
    }

    /// Counts on from a byte that is `here`.
    pub(super) fn from(text: &'t str, at: usize, here: Here) -> Self {
        Lines { text, at, here }
    }

    /// The line of the byte `to`, which lies no earlier than the one asked for before.
    pub(super) fn to(&mut self, to: usize) -> Here {
        let passed = self.text.get(self.at..to).unwrap_or_default();
        for (on, c) in passed.char_indices() {
            let behind = self.at + on + c.len_utf8();
            if c == '\n' || c == '\r' && self.text.as_bytes().get(behind) != Some(&b'\n') {
                self.here = Here { line: self.here.line + 1, start: behind, before: 0 };
            } else {
                self.here.before += 1;
            }
        }
        self.at = self.at.max(to);
        self.here
    }
}

/// What a terminal would obey, made visible: for names, messages, and whatever goes to a terminal.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    replace(text, |c| match c {
        '\n' | '\t' => None,
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7f}' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(char::REPLACEMENT_CHARACTER),
        _ => None,
    })
}

/// Rendered text without the controls that the renderer lets through; its own colours stay.
fn harmless(rendered: &str) -> Cow<'_, str> {
    replace(rendered, |c| matches!(c, '\u{80}'..='\u{9f}').then_some(char::REPLACEMENT_CHARACTER))
}

fn replace(text: &str, with: impl Fn(char) -> Option<char>) -> Cow<'_, str> {
    if text.chars().any(|c| with(c).is_some()) {
        text.chars().map(|c| with(c).unwrap_or(c)).collect::<String>().into()
    } else {
        text.into()
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, around, visible};
    use crate::span::Span;

    #[test]
    fn lines_are_counted_along() {
        let mut lines = Lines::new("é\r\n→ x\ry\n\nz");
        let mut at = |to| {
            let here = lines.to(to);
            (here.line, here.start, here.before)
        };
        assert_eq!(at(2), (1, 0, 1));
        assert_eq!(at(8), (2, 4, 2));
        assert_eq!(at(8), (2, 4, 2));
        assert_eq!(at(10), (3, 10, 0));
        assert_eq!(at(13), (5, 13, 0));
    }

    #[test]
    fn a_span_is_shown_with_its_line_or_two() {
        let text = "one two\nthree four\nfive six\n";
        assert_eq!(around(text, 0, Span::new(4, 7)), Span::new(0, 7));
        assert_eq!(around(text, 0, Span::new(4, 13)), Span::new(0, 18));
        assert_eq!(around(text, 0, Span::new(4, 24)), Span::new(0, 7));
        assert_eq!(around(text, 8, Span::new(8, 10)), Span::new(8, 18));
    }

    #[test]
    fn a_very_long_line_is_shown_in_part() {
        let text = "é".repeat(10_000);
        let shown = around(&text, 0, Span::new(9_000, 9_010));
        assert!(shown.contains(Span::new(9_000, 9_010)) && shown.end - shown.start < 4_000, "{shown:?}");
        assert!(shown.of(&text).is_some(), "{shown:?} cuts a character");
        let long = around(&text, 0, Span::new(0, 20_000));
        assert!(long.of(&text).is_some() && long.end < 4_000, "{long:?}");
    }

    #[test]
    fn controls_become_visible() {
        assert_eq!(visible("a\u{1b}[1m\tb\u{9b}c\u{202e}\n"), "a␛[1m\tb\u{fffd}c\u{fffd}\n");
    }
}
