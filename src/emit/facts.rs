//! The facts as tab-separated lines: for grep, diff, pandas and R.

use crate::parsed::Parsed;
use std::io::{self, Write};

/// Writes the header; `column` says whether the file's name stands before each fact.
pub(super) fn header(column: bool, out: &mut dyn Write) -> io::Result<()> {
    if column {
        out.write_all(b"source\t")?;
    }
    out.write_all(b"path\tvalue\tpolarity\tmodality\tstart\tend\tquote\n")
}

/// Writes the document's facts in the order of the text, each behind `column`.
pub(super) fn write(parsed: &Parsed, column: Option<&str>, out: &mut dyn Write) -> io::Result<()> {
    for fact in parsed.facts() {
        if let Some(name) = column {
            field(name, out)?;
            out.write_all(b"\t")?;
        }
        let polarity = if fact.negated { "negated" } else { "affirmed" };
        let modality = fact.modality.map_or("", |modality| modality.as_str());
        write!(out, "{}\t", fact.path)?;
        field(&fact.value, out)?;
        write!(out, "\t{polarity}\t{modality}\t")?;
        match fact.span {
            Some(span) => write!(out, "{}\t{}\t", span.start, span.end)?,
            None => out.write_all(b"\t\t")?,
        }
        field(fact.quote, out)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// Writes a field; what would end it or its line is written with a backslash.
fn field(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut rest = text;
    while let Some(at) = rest.find(['\\', '\t', '\n', '\r']) {
        out.write_all(&rest.as_bytes()[..at])?;
        out.write_all(match rest.as_bytes()[at] {
            b'\t' => b"\\t",
            b'\n' => b"\\n",
            b'\r' => b"\\r",
            _ => b"\\\\",
        })?;
        rest = &rest[at + 1..];
    }
    out.write_all(rest.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn a_field_stays_in_its_line() {
        let mut out = Vec::new();
        let written = field("a\tb\\c\r\nd→", &mut out);
        assert!(written.is_ok());
        assert_eq!(out, "a\\tb\\\\c\\r\\nd→".as_bytes());
    }
}
