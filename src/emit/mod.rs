//! The parsed text written out: one pure function of it a format.

mod akn;
mod compare;
mod csv;
mod facts;
mod html;
mod json;
mod markdown;
mod words;

pub(crate) use compare::{change_phrase, diff_markdown, matrix_csv, matrix_markdown, understood, verify_markdown};
pub use html::{diff_html, html, verify_html};
pub(crate) use json::{line, pretty};
pub(crate) use words::{claim_phrase, count, section_title};

use crate::model::closed;
use crate::parsed::Parsed;
use std::io::{self, Write};

closed! {
    /// What [`write()`] writes.
    #[derive(Default)]
    #[non_exhaustive]
    Format {
        /// The whole document as JSON, `declparse/1`.
        #[default]
        Json = "json",
        /// The facts alone, one a line, with tabs between the columns.
        Facts = "facts",
        /// The facts alone, one a row, for a spreadsheet.
        Csv = "csv",
        /// A brief, as Markdown: each component with its facts and their words, and what is not said.
        Markdown = "markdown",
        /// Akoma Ntoso 3.0, a `statement`: the text with its structure, the facts as its analysis. One document a file.
        Akn = "akn",
        /// A page for a browser, in one file: the text beside its facts. One document a file.
        Html = "html",
        /// The text that spans count in, as it is: decoded, and taken out of its page.
        Text = "text",
    }
}

/// Writes some documents, in order, as one file of the format.
///
/// JSON documents and texts follow one another; the facts of several documents have a leading column `source`, as tab-separated
/// lines and as CSV.
///
/// ```
/// let text = "→ A US-led ceasefire monitoring mechanism.\n→ Defence cooperation with Ukraine, including training.";
/// let parsed = declparse::parse(text);
/// let mut out = Vec::new();
/// declparse::write(&[parsed], declparse::Format::Facts, &mut out)?;
/// let out = String::from_utf8_lossy(&out);
/// assert!(out.contains("cooperation.area\ttraining\taffirmed\t\t"));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// Those of `out`, and `InvalidInput` for several documents as Akoma Ntoso or as a page, which have one a file.
pub fn write(documents: &[Parsed], format: Format, out: &mut dyn Write) -> io::Result<()> {
    let several = documents.len() > 1;
    for (at, parsed) in documents.iter().enumerate() {
        let column = several.then(|| parsed.source.name.as_deref().unwrap_or("-"));
        write_one(parsed, format, at == 0, column, out)?;
    }
    Ok(())
}

/// Writes one document of a file: `first` of it or not, and with a leading `column` or none.
pub(crate) fn write_one(
    parsed: &Parsed,
    format: Format,
    first: bool,
    column: Option<&str>,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Json => pretty(parsed, out),
        Format::Facts => {
            if first {
                facts::header(column.is_some(), out)?;
            }
            facts::write(parsed, column, out)
        }
        Format::Csv => {
            if first {
                csv::header(column.is_some(), out)?;
            }
            csv::write(parsed, column, out)
        }
        Format::Markdown => markdown::write(parsed, first, out),
        Format::Akn if first => akn::write(parsed, out),
        Format::Akn => Err(io::Error::new(io::ErrorKind::InvalidInput, "Akoma Ntoso has one document a file")),
        Format::Html if first => html::write(parsed, out),
        Format::Html => Err(io::Error::new(io::ErrorKind::InvalidInput, "a page has one document")),
        Format::Text => out.write_all(parsed.text().as_bytes()),
    }
}
