//! The facts as CSV: for spreadsheets.

use crate::emit::words::{csv, safe};
use crate::parsed::Parsed;
use std::io::{self, Write};

/// The columns, which are those of `facts`.
const COLUMNS: [&str; 7] = ["path", "value", "polarity", "modality", "start", "end", "quote"];

/// Writes the header; `column` says whether the file's name stands before each fact.
pub(super) fn header(column: bool, out: &mut dyn Write) -> io::Result<()> {
    let mut csv = csv(out);
    csv.write_record(column.then_some("source").into_iter().chain(COLUMNS))?;
    csv.flush()
}

/// Writes the document's facts in the order of the text, each behind `column`.
pub(super) fn write(parsed: &Parsed, column: Option<&str>, out: &mut dyn Write) -> io::Result<()> {
    let mut csv = csv(out);
    for fact in parsed.facts() {
        let polarity = if fact.negated { "negated" } else { "affirmed" };
        let modality = fact.modality.map_or("", |modality| modality.as_str());
        let [start, end] =
            fact.span.map_or_else(Default::default, |span| [span.start, span.end].map(|n| n.to_string()));
        let cells = [safe(&fact.value), polarity.into(), modality.into(), start, end, safe(fact.quote)];
        csv.write_record(column.map(safe).into_iter().chain([fact.path.to_owned()]).chain(cells))?;
    }
    csv.flush()
}

#[cfg(test)]
mod tests {
    use super::write;

    #[test]
    fn a_row_is_a_fact_whatever_stands_in_its_words() {
        let text =
            "→ A US-led ceasefire\r\nmonitoring mechanism.\n→ Defence cooperation with Ukraine, including training.";
        let parsed = crate::parse(text);
        let mut out = Vec::new();
        assert!(write(&parsed, Some("=a,\"b"), &mut out).is_ok());
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(out.as_slice());
        let rows: Vec<csv::StringRecord> = reader.records().filter_map(Result::ok).collect();
        assert_eq!(rows.len(), parsed.facts().count());
        for (row, fact) in rows.iter().zip(parsed.facts()) {
            let known = [Some("'=a,\"b"), Some(fact.path), Some(&*fact.value), Some(fact.quote)];
            assert_eq!([row.get(0), row.get(1), row.get(2), row.get(7)], known);
        }
    }
}
