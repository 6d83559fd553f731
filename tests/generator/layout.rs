//! How a declaration is laid out: markers, headings, line ends.

use super::tape::Tape;

/// What opens an item.
const MARKERS: &[&str] = &["→ ", "• ", "– ", "1. ", "▪\u{fe0f} ", "a) ", ""];

/// One way to lay a declaration out.
pub(crate) struct Layout {
    marker: &'static str,
    /// The heading on a line of its own, the rest in the paragraph below.
    apart: bool,
    /// Wrapped by hand at this column.
    width: Option<usize>,
}

impl Layout {
    pub(crate) fn draw(tape: &mut Tape<'_>) -> Layout {
        let marker = *tape.pick(MARKERS);
        let apart = tape.below(4) == 3;
        let width = *tape.pick(&[None, None, Some(72)]);
        Layout { marker, apart, width }
    }

    pub(crate) fn item(&self, number: usize, heading: &str, body: &str) -> String {
        let marker = match self.marker {
            "1. " => format!("{number}. "),
            "a) " => format!("{}) ", ["a", "b", "c", "d", "e"][number - 1]),
            other => other.to_owned(),
        };
        let joint = if body.is_empty() {
            ""
        } else if self.apart {
            "\n\n"
        } else {
            " "
        };
        format!("{}\n\n", self.wrapped(&format!("{marker}{heading}{joint}{body}")))
    }

    pub(crate) fn wrapped(&self, text: &str) -> String {
        let Some(width) = self.width else { return text.to_owned() };
        let mut out = String::new();
        let mut column = 0;
        for word in text.split_inclusive([' ', '\n']) {
            let length = word.trim_end().chars().count();
            if column > 0 && column + length > width {
                out.truncate(out.trim_end_matches(' ').len());
                out.push('\n');
                column = 0;
            }
            out += word;
            column = if word.ends_with('\n') { 0 } else { column + word.chars().count() };
        }
        out
    }
}
