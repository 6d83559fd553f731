//! What a browser draws before an item, written as the layout reads it.

/// What opens an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    Bullet,
    /// A number in a list; of a list that counts down to one, how far from the end is known only when it ends.
    Number {
        /// The number, or the items before it.
        value: i64,
        /// The list that it is to be counted back in.
        back_in: Option<usize>,
        style: Style,
    },
}

/// How numbers are written: `type` of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Style {
    #[default]
    Decimal,
    Letter,
    Capital,
    Roman,
    CapitalRoman,
}

impl Style {
    /// The style that `type` names.
    pub(super) fn of(kind: &str) -> Option<Style> {
        match kind {
            "1" => Some(Style::Decimal),
            "a" => Some(Style::Letter),
            "A" => Some(Style::Capital),
            "i" => Some(Style::Roman),
            "I" => Some(Style::CapitalRoman),
            _ => None,
        }
    }

    /// The number as this style writes it, with the sign behind it that the layout knows.
    fn written(self, value: i64) -> String {
        match self {
            Style::Letter if value > 0 => format!("{})", letters(value)),
            Style::Capital if value > 0 => format!("{})", letters(value).to_ascii_uppercase()),
            Style::Roman if (1..4000).contains(&value) => format!("{})", roman(value)),
            Style::CapitalRoman if (1..4000).contains(&value) => format!("{})", roman(value).to_ascii_uppercase()),
            _ => format!("{value}."),
        }
    }
}

impl Marker {
    /// As it is written, with a blank behind it; nothing where the item's own words open with one, as in lists that draw
    /// none of their own.
    pub(super) fn written(self, words: &str, totals: &[i64]) -> String {
        if opens_with_marker(words) {
            return String::new();
        }
        match self {
            Marker::Bullet => "- ".to_owned(),
            Marker::Number { value, back_in, style } => {
                let total = back_in.and_then(|list| totals.get(list));
                let value = total.map_or(value, |total| total - value);
                format!("{} ", style.written(value))
            }
        }
    }
}

fn letters(mut value: i64) -> String {
    let mut letters = Vec::new();
    while value > 0 {
        letters.push(char::from(b'a' + ((value - 1) % 26) as u8));
        value = (value - 1) / 26;
    }
    letters.iter().rev().collect()
}

fn roman(mut value: i64) -> String {
    const SIGNS: &[(i64, &str)] = &[
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut out = String::new();
    for (worth, sign) in SIGNS {
        while value >= *worth {
            out.push_str(sign);
            value -= worth;
        }
    }
    out
}

fn opens_with_marker(words: &str) -> bool {
    let mut chars = words.chars();
    let Some(first) = chars.next() else { return false };
    let blank = |rest: &str| rest.starts_with(char::is_whitespace);
    if is_sign(first) {
        return true;
    }
    if matches!(first, '-' | '–' | '—' | '−' | '*' | '·' | '+') {
        return blank(chars.as_str());
    }
    let bare = words.strip_prefix('(').unwrap_or(words);
    let digits = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let length = match digits {
        1 | 2 => digits,
        _ => usize::from(digits == 0 && bare.starts_with(|c: char| c.is_ascii_alphabetic())),
    };
    let behind = &bare[length..];
    let closed = if digits > 0 { behind.strip_prefix(['.', ')']) } else { behind.strip_prefix(')') };
    length > 0 && closed.is_some_and(blank)
}

/// Arrows, bullets, squares and emoji.
fn is_sign(c: char) -> bool {
    matches!(c,
        '•' | '‣' | '⁃' | '∙' | '\u{2190}'..='\u{21ff}' | '\u{25a0}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}'
        | '\u{1f1e6}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::{Marker, Style};

    #[test]
    fn numbers_are_written_in_the_style_of_the_list() {
        let written = |kind: &str, value| Style::of(kind).unwrap_or_default().written(value);
        assert_eq!(written("1", 12), "12.");
        assert_eq!((written("a", 3), written("a", 28), written("A", 2)), ("c)".into(), "ab)".into(), "B)".into()));
        assert_eq!((written("i", 4), written("I", 1999)), ("iv)".into(), "MCMXCIX)".into()));
        assert_eq!((written("a", 0), written("i", -1), written("disc", 7)), ("0.".into(), "-1.".into(), "7.".into()));
    }

    #[test]
    fn an_item_that_has_its_own_marker_gets_no_other() {
        for words in ["→ Peace", "▪️Peace", "– Peace", "1. Peace", "2) Peace", "(a) Peace", "b) Peace", "🕊 Peace"]
        {
            assert_eq!(Marker::Bullet.written(words, &[]), "", "{words}");
        }
        for words in ["Peace", "2026 was", "A peace", "(the) Peace", "-5", "1.5 million", "800 000", "“Peace”", ""]
        {
            assert_eq!(Marker::Bullet.written(words, &[]), "- ", "{words}");
        }
    }
}
