//! Words in lines that fit the terminal.

use std::fmt::Write as _;

/// As wide as a page where nothing says how wide the terminal is.
const PAGE: usize = 80;

/// How many columns there are to write in.
pub(super) fn width(to_terminal: bool) -> usize {
    let columns =
        if to_terminal { terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)) } else { None };
    columns.unwrap_or(PAGE).max(40)
}

/// Writes `text` in lines of at most `width` columns; the first begins behind `first`, the others behind as many blanks.
pub(super) fn wrap(first: &str, text: &str, width: usize, out: &mut String) {
    let indent = first.chars().count();
    out.push_str(first);
    let mut column = indent;
    for (nth, word) in text.split_whitespace().enumerate() {
        let length = word.chars().count();
        if nth > 0 && column + 1 + length > width {
            let _ = write!(out, "\n{:indent$}", "");
            column = indent;
        } else if nth > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn lines_keep_within_the_width_and_under_their_head() {
        let mut out = String::new();
        wrap("old ", "Сили стримування та ще щось", 16, &mut out);
        assert_eq!(out, "old Сили\n    стримування\n    та ще щось\n");
    }
}
