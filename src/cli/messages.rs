//! Diagnostics for programs: JSON, one object a line, and GitHub's annotations.

use super::render::{Lines, visible};
use crate::diagnostic::{Diagnostic, Severity};
use crate::parsed::Parsed;
use serde::Serialize;
use std::io::{self, Write};

/// A diagnostic with its file and its place: lines and columns in characters, from 1; the end exclusive.
#[derive(Serialize)]
struct Message<'p> {
    file: &'p str,
    #[serde(skip_serializing_if = "Option::is_none", flatten)]
    place: Option<Place>,
    #[serde(flatten)]
    diagnostic: &'p Diagnostic,
}

#[derive(Clone, Copy, Serialize)]
struct Place {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

fn messages(parsed: &Parsed) -> impl Iterator<Item = Message<'_>> {
    let text = parsed.text();
    let file = parsed.source.name.as_deref().unwrap_or("-");
    let mut lines = Lines::new(text);
    parsed.diagnostics.iter().map(move |diagnostic| {
        let place = diagnostic.span.map(|span| {
            let here = lines.to(span.start);
            let end = Lines::from(text, span.start, here).to(span.end);
            Place { line: here.line, column: here.before + 1, end_line: end.line, end_column: end.before + 1 }
        });
        Message { file, place, diagnostic }
    })
}

/// One JSON object a line.
pub(super) fn json(parsed: &Parsed, out: &mut dyn Write) -> io::Result<()> {
    for message in messages(parsed) {
        crate::emit::line(&message, out)?;
    }
    Ok(())
}

/// GitHub's workflow commands, which show as annotations on the lines.
pub(super) fn github(parsed: &Parsed, out: &mut dyn Write) -> io::Result<()> {
    for Message { file, place, diagnostic } in messages(parsed) {
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        write!(out, "::{command} file={}", property(file))?;
        if let Some(place) = place {
            write!(out, ",line={},endLine={}", place.line, place.end_line)?;
            if place.line == place.end_line {
                write!(out, ",col={},endColumn={}", place.column, place.end_column)?;
            }
        }
        let text = format!("{}\n{}", diagnostic.message, diagnostic.help);
        writeln!(out, ",title={}::{}", diagnostic.code, data(&text))?;
    }
    Ok(())
}

/// A message, in one line.
fn data(text: &str) -> String {
    visible(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property, which a comma or a colon would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::property;

    #[test]
    fn nothing_ends_a_property() {
        assert_eq!(property("a,b:c%\nd"), "a%2Cb%3Ac%25%0Ad");
    }
}
