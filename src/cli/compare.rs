//! The commands `diff` and `verify`: two texts or more, read and set side by side.

use super::args::{Against, CompareFormat, How};
use super::wrap::{width, wrap};
use super::{Outcome, Streams, cannot_read, colour, failed, options, read_file, render};
use crate::compare::{Change, ChangeKind, Claim, Diff, Judgement, Side, Verdict, Verification};
use crate::emit;
use crate::model::{DocumentKind, Standing};
use crate::parsed::Parsed;
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

/// What `diff` is to show.
#[derive(Clone, Copy)]
pub(super) enum Diffing {
    Two { wording: bool },
    Matrix,
}

/// Reads the files, in order; nothing where one cannot be read, which has been told.
fn read(files: &[&Path], how: &How, streams: &mut Streams<'_>) -> io::Result<Option<Vec<Parsed>>> {
    let Some(basis) = options(how, streams)? else { return Ok(None) };
    let mut all = Vec::with_capacity(files.len());
    for file in files {
        let (options, bytes) = read_file(file, &basis, streams);
        match bytes {
            Ok(bytes) => all.push(options.parse_bytes(&bytes)),
            Err(error) => {
                cannot_read(file, &error, how, streams)?;
                return Ok(None);
            }
        }
    }
    Ok(Some(all))
}

pub(super) fn diff(
    files: &[PathBuf],
    what: Diffing,
    format: CompareFormat,
    how: &How,
    streams: &mut Streams<'_>,
) -> io::Result<Outcome> {
    if let (Diffing::Two { .. }, true) = (what, files.len() != 2) {
        failed(
            &format!("diff compares two texts, and was given {}; --matrix takes any number", files.len()),
            how,
            streams,
        )?;
        return Ok(Outcome::Failed);
    }
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    let Some(texts) = read(&files, how, streams)? else { return Ok(Outcome::Failed) };
    let unread = texts.iter().any(|text| text.document.kind.is_none());
    let same = match what {
        Diffing::Matrix => {
            let texts: Vec<&Parsed> = texts.iter().collect();
            if format == CompareFormat::Html {
                failed("html is written of two texts; choose json, markdown or csv with --matrix", how, streams)?;
                return Ok(Outcome::Failed);
            }
            let matrix = crate::compare::matrix(&texts);
            match format {
                CompareFormat::Json => emit::pretty(&matrix, &mut streams.stdout)?,
                CompareFormat::Csv => emit::matrix_csv(&matrix, &mut streams.stdout)?,
                _ => emit::matrix_markdown(&matrix, &mut streams.stdout)?,
            }
            matrix.rows.iter().all(|row| row.claims.iter().all(Option::is_some))
        }
        Diffing::Two { wording } => {
            let [old, new] = texts.as_slice() else { return Ok(Outcome::Failed) };
            let diff = crate::compare::diff(old, new);
            match format {
                CompareFormat::Json => emit::pretty(&diff, &mut streams.stdout)?,
                CompareFormat::Markdown => emit::diff_markdown(&diff, wording, &mut streams.stdout)?,
                CompareFormat::Csv => {
                    failed("csv is written with --matrix; choose json, markdown or html", how, streams)?;
                    return Ok(Outcome::Failed);
                }
                CompareFormat::Html => streams.stdout.write_all(emit::diff_html(old, new, wording).as_bytes())?,
                CompareFormat::Human => {
                    let page = Page::new(how, streams);
                    let text = page.diff(&diff, wording);
                    streams.stdout.write_all(text.as_bytes())?;
                }
            }
            diff.is_empty()
        }
    };
    tell_unread(&texts, how, streams)?;
    Ok(if same && !unread { Outcome::Valid } else { Outcome::Errors })
}

/// A text of which nothing was read cannot be compared: that is said, not passed over.
fn tell_unread(texts: &[Parsed], how: &How, streams: &mut Streams<'_>) -> io::Result<()> {
    let colour = colour(how.color, streams.terminal.stderr_colour);
    for text in texts.iter().filter(|text| text.document.kind.is_none()) {
        let report = render::report(text, crate::diagnostic::Severity::Error, colour);
        streams.stderr.write_all(report.as_bytes())?;
    }
    Ok(())
}

pub(super) fn verify(
    report: &Path,
    against: &Path,
    allow: &[Against],
    format: CompareFormat,
    how: &How,
    streams: &mut Streams<'_>,
) -> io::Result<Outcome> {
    let Some(texts) = read(&[report, against], how, streams)? else { return Ok(Outcome::Failed) };
    let [report, declaration] = texts.as_slice() else { return Ok(Outcome::Failed) };
    let verification = crate::compare::verify(report, declaration);
    match format {
        CompareFormat::Json => emit::pretty(&verification, &mut streams.stdout)?,
        CompareFormat::Markdown => emit::verify_markdown(&verification, &mut streams.stdout)?,
        CompareFormat::Csv => {
            failed("csv is written by diff --matrix; choose json, markdown or html", how, streams)?;
            return Ok(Outcome::Failed);
        }
        CompareFormat::Html => streams.stdout.write_all(emit::verify_html(report, declaration).as_bytes())?,
        CompareFormat::Human => {
            let page = Page::new(how, streams);
            let text = page.verification(&verification);
            streams.stdout.write_all(text.as_bytes())?;
        }
    }
    tell_unread(&texts, how, streams)?;
    // Any text may be judged against any other; but this is what a slip of the arguments looks like.
    let kinds = [report.document.kind, declaration.document.kind];
    if kinds == [Some(DocumentKind::Declaration), Some(DocumentKind::Report)] {
        let colour = colour(how.color, streams.terminal.stderr_colour);
        let note = "the text that is judged is a declaration, and the one that it is judged against a report; was it meant the other way round?";
        streams.stderr.write_all(render::warning(note, colour).as_bytes())?;
    }
    let allowed = |verdict| {
        allow.iter().any(|allowed| match allowed {
            Against::NotSaid => verdict == Verdict::NotSaid,
            Against::Overstated => verdict == Verdict::Overstated,
            Against::Contradicted => verdict == Verdict::Contradicted,
        })
    };
    let wrong = verification.claims.iter().any(|judgement| judgement.is_against() && !allowed(judgement.verdict));
    let unread = texts.iter().any(|text| text.document.kind.is_none());
    Ok(if wrong || unread { Outcome::Errors } else { Outcome::Valid })
}

/// Where a comparison is written for a person.
struct Page {
    width: usize,
    colour: bool,
}

/// Colours by meaning; each stands beside a sign that says the same.
const RED: &str = "\x1b[31m";
const GREEN: &str = "\x1b[32m";
const YELLOW: &str = "\x1b[33m";
const BOLD: &str = "\x1b[1m";
const FAINT: &str = "\x1b[2m";
const RESET: &str = "\x1b[0m";

/// Where the words begin under a change.
const INDENT: usize = 6;

impl Page {
    fn new(how: &How, streams: &Streams<'_>) -> Page {
        Page { width: width(streams.terminal.stdout), colour: colour(how.color, streams.terminal.stdout_colour) }
    }

    fn paint(&self, style: &str, text: &str) -> String {
        if self.colour { format!("{style}{text}{RESET}") } else { text.to_owned() }
    }

    fn diff(&self, diff: &Diff, wording: bool) -> String {
        let mut out = String::new();
        let _ = writeln!(out, "old  {}", side(&diff.old));
        let _ = writeln!(out, "new  {}", side(&diff.new));
        let mut section = "";
        for change in diff.changes.iter().filter(|c| wording || c.change != ChangeKind::Reworded) {
            let own = change.path.split('.').next().unwrap_or_default();
            if own != section {
                section = own;
                let _ = writeln!(out, "\n{}", self.paint(BOLD, &emit::section_title(own)));
            }
            self.change(change, diff, &mut out);
        }
        let _ = writeln!(out, "\n{}", summary(diff, wording));
        out
    }

    fn change(&self, change: &Change, diff: &Diff, out: &mut String) {
        let (sign, style) = match change.change {
            ChangeKind::Removed | ChangeKind::ComponentRemoved => ('-', RED),
            ChangeKind::Added | ChangeKind::ComponentAdded => ('+', GREEN),
            ChangeKind::Denied => ('!', RED),
            ChangeKind::NoLongerDenied => ('!', GREEN),
            ChangeKind::Weakened => ('<', YELLOW),
            ChangeKind::Strengthened => ('>', YELLOW),
            ChangeKind::ModalityLost | ChangeKind::ModalityGained => ('?', FAINT),
            ChangeKind::Reworded => ('=', FAINT),
            _ => ('~', YELLOW),
        };
        let head = format!("  {sign} {}", emit::change_phrase(change));
        let mut line = String::new();
        wrap(&head, "", self.width, &mut line);
        out.push_str(&self.paint(style, line.trim_end()));
        out.push('\n');
        self.reason(change.reason.as_deref(), out);
        let both = change.old.is_some() && change.new.is_some();
        if change.change == ChangeKind::Reworded
            && let (Some(old), Some(new)) = (&change.old, &change.new)
        {
            let words = self.words(&old.fact.quote, &new.fact.quote);
            wrap(&format!("{:INDENT$}", ""), &words, self.width, out);
            return;
        }
        for (label, claim, side) in [("old ", &change.old, &diff.old), ("new ", &change.new, &diff.new)] {
            if let Some(claim) = claim {
                self.quote(if both { label } else { "" }, claim, side, out);
            }
        }
    }

    /// Why something is not certain.
    fn reason(&self, reason: Option<&str>, out: &mut String) {
        if let Some(reason) = reason {
            wrap(&format!("{:INDENT$}not certain: ", ""), &render::visible(reason), self.width, out);
        }
    }

    /// The words of two quotes: what is gone in `[-…-]`, what is new in `{+…+}`.
    fn words(&self, old: &str, new: &str) -> String {
        let diff = similar::TextDiff::from_words(old, new);
        let mut out = String::new();
        for change in diff.iter_all_changes() {
            let text = change.value();
            match change.tag() {
                similar::ChangeTag::Equal => out.push_str(text),
                _ if text.trim().is_empty() => out.push(' '),
                similar::ChangeTag::Delete => out.push_str(&self.paint(RED, &format!("[-{text}-]"))),
                similar::ChangeTag::Insert => out.push_str(&self.paint(GREEN, &format!("{{+{text}+}}"))),
            }
        }
        out
    }

    fn quote(&self, label: &str, claim: &Claim, side: &Side, out: &mut String) {
        let place = format!("{}:{}:{}", name(side), claim.line, claim.column);
        let quote = format!("“{}”", claim.fact.quote.split_whitespace().collect::<Vec<_>>().join(" "));
        wrap(&format!("{:INDENT$}{label}", ""), &render::visible(&format!("{quote} {place}")), self.width, out);
    }

    fn verification(&self, verification: &Verification) -> String {
        let mut out = String::new();
        let _ = writeln!(out, "report       {}", side(&verification.report));
        let _ = writeln!(out, "declaration  {}", side(&verification.declaration));
        out.push('\n');
        for judgement in &verification.claims {
            self.judgement(judgement, verification, &mut out);
        }
        let summary = &verification.summary;
        let _ = writeln!(
            out,
            "\n{}: {} supported, {} overstated, {} understated, {} contradicted, {} not said; {} against the report{}",
            emit::count(summary.claims, "claim"),
            summary.supported,
            summary.overstated,
            summary.understated,
            summary.contradicted,
            summary.not_said,
            summary.against,
            uncertain(summary.uncertain),
        );
        let _ = writeln!(out, "{}", emit::understood(verification));
        out
    }

    fn judgement(&self, judgement: &Judgement, verification: &Verification, out: &mut String) {
        let (sign, style) = match judgement.verdict {
            Verdict::Supported => ('=', GREEN),
            Verdict::Contradicted => ('!', RED),
            Verdict::Overstated => ('>', RED),
            Verdict::Understated => ('<', YELLOW),
            Verdict::NotSaid => ('?', YELLOW),
        };
        let verdict = judgement.verdict.as_str().replace('_', " ");
        let mut head = format!("{sign} {verdict}: {} = {}", judgement.path, emit::claim_phrase(&judgement.claim));
        if judgement.standing != Standing::Asserted {
            let _ = write!(head, " ({}", judgement.standing);
            if let Some(who) = &judgement.claim.fact.said_by {
                let _ = write!(head, ": {who}");
            }
            head.push(')');
        }
        out.push_str(&self.paint(style, &render::visible(&head)));
        out.push('\n');
        self.reason(judgement.reason.as_deref(), out);
        self.quote("report   ", &judgement.claim, &verification.report, out);
        if let Some(declared) = judgement.declared.as_ref().filter(|_| judgement.verdict != Verdict::Supported) {
            self.quote("declared ", declared, &verification.declaration, out);
        }
    }
}

/// A text by its name, its kind and its status.
fn side(side: &Side) -> String {
    let kind = side.kind.map(|kind| kind.to_string());
    let status = side.status.map(|status| status.to_string());
    let parts: Vec<String> = [kind, status, side.language.clone()].into_iter().flatten().collect();
    format!("{} ({})", render::visible(name(side)), parts.join(", "))
}

fn name(side: &Side) -> &str {
    side.name.as_deref().unwrap_or("-")
}

/// "3 changes: 2 removed, 1 weakened; 41 facts alike".
fn summary(diff: &Diff, wording: bool) -> String {
    let count = |kind| diff.changes.iter().filter(|change| change.change == kind).count();
    let parts: Vec<String> = ChangeKind::ALL
        .iter()
        .filter(|kind| **kind != ChangeKind::Reworded)
        .map(|kind| (count(*kind), kind.as_str().replace('_', " ")))
        .filter(|(count, _)| *count > 0)
        .map(|(count, kind)| format!("{count} {kind}"))
        .collect();
    let summary = &diff.summary;
    let mut text = match summary.changes {
        0 => "no change of meaning".to_owned(),
        n => format!("{}: {}", emit::count(n, "change"), parts.join(", ")),
    };
    text.push_str(&uncertain(summary.uncertain));
    let _ = write!(text, "; {} alike", emit::count(summary.same, "fact"));
    if wording && summary.reworded > 0 {
        let _ = write!(text, ", {} in other words", summary.reworded);
    }
    text
}

/// "; 2 not certain", where there are any.
fn uncertain(n: usize) -> String {
    if n == 0 { String::new() } else { format!("; {n} not certain") }
}
