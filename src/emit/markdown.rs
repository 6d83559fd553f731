//! A brief of about a page: what the text says of each component, in whose words, and what it does not say.

use crate::emit::words::{cell, count, section_title, spelled};
use crate::model::{ComponentKind, FactRef};
use crate::parsed::Parsed;
use std::io::{self, Write};

/// How much of a quote is shown, in characters; the rest is told by an ellipsis.
const QUOTE: usize = 28;

/// Writes the brief; a blank line stands before one that is not the `first`.
pub(super) fn write(parsed: &Parsed, first: bool, out: &mut dyn Write) -> io::Result<()> {
    let facts: Vec<FactRef<'_>> = parsed.facts().collect();
    if !first {
        writeln!(out)?;
    }
    head(parsed, &facts, out)?;
    summary(parsed, &facts, out)?;
    // The preamble stands in the other formats; a page has no room for it.
    let mut sections = vec!["guarantees"];
    for component in &parsed.components {
        let section = component.kind().as_str();
        if !sections.contains(&section) {
            sections.push(section);
        }
    }
    sections.push("coordination");
    for section in sections {
        let own: Vec<&FactRef<'_>> = facts.iter().filter(|fact| split(fact.path).0 == section).collect();
        if !own.is_empty() {
            writeln!(out, "\n## {}\n", section_title(section))?;
            lines(&own, out)?;
        }
    }
    not_said(parsed, out)?;
    foot(parsed, out)
}

/// The title, and in a line what is said of the document itself.
fn head(parsed: &Parsed, facts: &[FactRef<'_>], out: &mut dyn Write) -> io::Result<()> {
    let values = |path: &str| {
        let said = facts.iter().filter(|fact| fact.path == path && !fact.negated);
        let mut values: Vec<String> = said.map(|fact| cell(&spelled(&fact.value))).collect();
        values.dedup();
        values.join(", ")
    };
    let title = facts.iter().find(|fact| fact.path == "document.title").map(|fact| cell(fact.quote));
    let title = title.or_else(|| parsed.source.name.as_deref().map(cell)).unwrap_or_else(|| "Untitled text".into());
    writeln!(out, "# {title}\n")?;
    let parts = ["kind", "status", "language", "date", "place", "participant", "signatory"].map(|leaf| {
        let values = values(&format!("document.{leaf}"));
        if values.is_empty() { values } else { format!("{leaf}: {values}") }
    });
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    writeln!(
        out,
        "{}\n",
        if said.is_empty() { "Not a declaration, nor a report of one.".into() } else { said.join("; ") }
    )
}

/// One row a component: is it there, how many of its points are said, and by which verbs.
fn summary(parsed: &Parsed, facts: &[FactRef<'_>], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| Component | In the text | Points said | Denied | Verbs |\n|---|---|---|---|---|")?;
    for kind in ComponentKind::ALL {
        let section = kind.as_str();
        let there: Vec<String> = (1..)
            .zip(&parsed.components)
            .filter(|(_, component)| component.kind() == *kind)
            .map(|(at, component)| {
                component.marker().map_or_else(|| format!("no. {at}"), |sign| format!("{at}: {}", cell(sign)))
            })
            .collect();
        let place = if there.is_empty() { "**missing**".to_owned() } else { there.join(", ") };
        let own = || facts.iter().filter(|fact| split(fact.path).0 == section);
        let mut said: Vec<&str> = own().map(|fact| fact.path).collect();
        said.sort_unstable();
        said.dedup();
        let all = crate::model::paths().filter(|path| split(path).0 == section).count();
        let verbs = crate::model::Modality::ALL.iter().filter_map(|verb| {
            let times = own().filter(|fact| fact.modality == Some(*verb)).count();
            (times > 0).then(|| format!("{verb} {times}"))
        });
        writeln!(
            out,
            "| {} | {place} | {} of {all} | {} | {} |",
            section_title(section),
            said.len(),
            own().filter(|fact| fact.negated).count(),
            verbs.collect::<Vec<_>>().join(", ")
        )?;
    }
    Ok(())
}

/// The paths in one paragraph: their values, each with its verb and its words.
fn lines(facts: &[&FactRef<'_>], out: &mut dyn Write) -> io::Result<()> {
    let mut paths: Vec<&str> = Vec::new();
    for fact in facts {
        if !paths.contains(&fact.path) {
            paths.push(fact.path);
        }
    }
    let parts = paths.iter().map(|path| {
        let all: Vec<String> = facts.iter().filter(|fact| fact.path == *path).map(|fact| phrase(fact)).collect();
        format!("**{}** {}", leaf(path), all.join(", "))
    });
    writeln!(out, "{}.", parts.collect::<Vec<_>>().join(";\n"))
}

/// A value with its verb, how the text tells it, and its words.
fn phrase(fact: &FactRef<'_>) -> String {
    let value = spelled(&fact.value);
    let not = if fact.negated { "**not** " } else { "" };
    let mut marks: Vec<String> = fact.modality.iter().map(ToString::to_string).collect();
    marks.extend(fact.standing.map(|standing| standing.to_string()));
    marks.extend(fact.said_by.map(|who| format!("said by {}", cell(who))));
    let marks = if marks.is_empty() { String::new() } else { format!(" ({})", marks.join(", ")) };
    let quote: Vec<char> = fact.quote.chars().collect();
    let quote = match quote.get(..QUOTE) {
        Some(start) if quote.len() > QUOTE + 1 => format!("{}…", start.iter().collect::<String>().trim_end()),
        _ => fact.quote.to_owned(),
    };
    // Words that are the value say it once.
    let value = if value.to_lowercase() == fact.quote.to_lowercase() { String::new() } else { cell(&value) + " " };
    format!("{not}{value}“{}”{marks}", cell(&quote))
}

/// What was looked for and not found, one line a section.
fn not_said(parsed: &Parsed, out: &mut dyn Write) -> io::Result<()> {
    if parsed.not_said.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## Not said\n")?;
    let mut rest = parsed.not_said.as_slice();
    while let Some(path) = rest.first() {
        let section = split(path).0;
        let many = rest.iter().take_while(|path| split(path).0 == section).count();
        let (own, others) = rest.split_at(many);
        let whole = crate::model::paths().filter(|path| split(path).0 == section).count() == many;
        let leaves: Vec<String> = own.iter().map(|path| leaf(path)).collect();
        let leaves = if whole { "nothing of it is said".to_owned() } else { leaves.join(", ") };
        writeln!(out, "- {}: {leaves}", section_title(section))?;
        rest = others;
    }
    Ok(())
}

/// How well the text was read, and which text it was.
fn foot(parsed: &Parsed, out: &mut dyn Write) -> io::Result<()> {
    let coverage = &parsed.coverage;
    let source = parsed.source.name.as_deref().map_or_else(|| "standard input".into(), cell);
    let found = |severity| parsed.diagnostics.iter().filter(|found| found.severity == severity).count();
    writeln!(
        out,
        "\n{} of {} understood; {}, {}. Source: {source}, SHA-256 {}.",
        coverage.read,
        count(coverage.words, "word"),
        count(found(crate::diagnostic::Severity::Error), "error"),
        count(found(crate::diagnostic::Severity::Warning), "warning"),
        parsed.source.sha256()
    )
}

/// A path's section and what stands behind it.
fn split(path: &str) -> (&str, &str) {
    path.split_once('.').unwrap_or((path, ""))
}

/// A path without its section, in words: "special commission mandate".
fn leaf(path: &str) -> String {
    split(path).1.replace(['.', '_'], " ")
}
