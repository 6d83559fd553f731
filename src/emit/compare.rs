//! Comparisons as Markdown tables and as CSV.

use crate::compare::{Change, ChangeKind, Claim, Diff, Matrix, Row, Side, Verification};
use crate::emit::words::{cell, claim_phrase, csv, safe, section_title, verb};
use std::io::{self, Write};

/// What happened, in a few words: `weakened: led_by = france, will → may`.
pub(crate) fn change_phrase(change: &Change) -> String {
    let kind = change.change.as_str().replace('_', " ");
    let leaf = change.path.split_once('.').map_or("", |(_, leaf)| leaf);
    let mark = if change.certain { "" } else { " (?)" };
    match (&change.old, &change.new) {
        (Some(old), Some(new)) => match change.change {
            ChangeKind::Changed => format!("{kind}: {leaf} = {} → {}", claim_phrase(old), claim_phrase(new)),
            ChangeKind::Denied | ChangeKind::NoLongerDenied | ChangeKind::Reworded => {
                format!("{kind}: {leaf} = {}", old.fact.value)
            }
            _ => format!("{kind}: {leaf} = {}, {} → {}", old.fact.value, verb(old), verb(new)),
        },
        (Some(claim), None) | (None, Some(claim)) => format!("{kind}{mark}: {leaf} = {}", claim_phrase(claim)),
        (None, None) => format!("{kind}{mark}"),
    }
}

/// The changes as a table: section, change, what the old text says, what the new one says.
pub(crate) fn diff_markdown(diff: &Diff, wording: bool, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| Part | Change | {} | {} |", name(&diff.old), name(&diff.new))?;
    writeln!(out, "|---|---|---|---|")?;
    for change in diff.changes.iter().filter(|c| wording || c.change != ChangeKind::Reworded) {
        let section = change.path.split('.').next().unwrap_or_default();
        let quote =
            |claim: &Option<Claim>| claim.as_ref().map_or_else(|| "—".into(), |c| cell(&format!("“{}”", c.fact.quote)));
        writeln!(
            out,
            "| {} | {}{} | {} | {} |",
            section_title(section),
            cell(&change_phrase(change)),
            reason(change.reason.as_deref()),
            quote(&change.old),
            quote(&change.new)
        )?;
    }
    let summary = &diff.summary;
    writeln!(
        out,
        "\n{} changes, {} of them not certain; {} facts alike.",
        summary.changes, summary.uncertain, summary.same
    )
}

/// The judgements as a table: verdict, claim, the report's words, the declaration's.
pub(crate) fn verify_markdown(verification: &Verification, out: &mut dyn Write) -> io::Result<()> {
    let (report, declaration) = (name(&verification.report), name(&verification.declaration));
    writeln!(out, "| Verdict | Claim | Standing | {report} | {declaration} |")?;
    writeln!(out, "|---|---|---|---|---|")?;
    for judgement in &verification.claims {
        let claim = format!("{} = {}", judgement.path, claim_phrase(&judgement.claim));
        let declared = judgement.declared.as_ref().map_or_else(|| "—".into(), |c| cell(&format!("“{}”", c.fact.quote)));
        writeln!(
            out,
            "| {}{} | {} | {} | {} | {declared} |",
            judgement.verdict.as_str().replace('_', " "),
            reason(judgement.reason.as_deref()),
            cell(&claim),
            judgement.standing,
            cell(&format!("“{}”", judgement.claim.fact.quote)),
        )?;
    }
    let summary = &verification.summary;
    writeln!(
        out,
        "\n{} claims, {} of them against the report, {} not certain. {}.",
        summary.claims,
        summary.against,
        summary.uncertain,
        understood(verification)
    )
}

/// How much of the report there was to judge.
pub(crate) fn understood(verification: &Verification) -> String {
    let summary = &verification.summary;
    let rest = if summary.read < summary.words { "; what the others say is not judged" } else { "" };
    format!("{} of {} words of the report were understood{rest}", summary.read, summary.words)
}

/// The facts of several texts as a table.
pub(crate) fn matrix_markdown(matrix: &Matrix, out: &mut dyn Write) -> io::Result<()> {
    let names: Vec<String> = matrix.texts.iter().map(name).collect();
    writeln!(out, "| Fact | {} |", names.join(" | "))?;
    writeln!(out, "|---|{}", "---|".repeat(names.len()))?;
    for row in &matrix.rows {
        let cells: Vec<&str> = marks(row).collect();
        writeln!(out, "| {} | {} |", cell(&format!("{} = {}", row.path, row.value)), cells.join(" | "))?;
    }
    Ok(())
}

/// The facts of several texts as CSV: path, value, then a column a text.
pub(crate) fn matrix_csv(matrix: &Matrix, out: &mut dyn Write) -> io::Result<()> {
    let mut csv = csv(out);
    let names = matrix.texts.iter().map(|side| safe(side.name.as_deref().unwrap_or("-")));
    csv.write_record(["path".to_owned(), "value".to_owned()].into_iter().chain(names))?;
    for row in &matrix.rows {
        let cells = marks(row).map(str::to_owned);
        csv.write_record([row.path.to_owned(), safe(&row.value)].into_iter().chain(cells))?;
    }
    csv.flush()
}

/// How each text says a fact, in a word: its verb, `yes`, or `not`; nothing where it does not, and `?` where it may only not
/// have been understood.
fn marks(row: &Row) -> impl Iterator<Item = &'static str> {
    row.claims.iter().zip(&row.reasons).map(|(claim, reason)| match claim {
        Some(claim) if claim.fact.negated => "not",
        Some(claim) => claim.fact.modality.map_or("yes", |modality| modality.as_str()),
        None if reason.is_some() => "?",
        None => "",
    })
}

/// Why something is not certain, in brackets.
fn reason(reason: Option<&str>) -> String {
    reason.map(|reason| format!(" (not certain: {})", cell(reason))).unwrap_or_default()
}

fn name(side: &Side) -> String {
    cell(side.name.as_deref().unwrap_or("-"))
}
