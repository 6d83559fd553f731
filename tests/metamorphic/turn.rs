//! The ways in which a page changes while it says the same: each takes a text and gives the bytes of another.

use super::around::{AROUND, Around};
use encoding_rs::{WINDOWS_1250, WINDOWS_1251, WINDOWS_1252};
use unicode_normalization::UnicodeNormalization;

/// One way to write the page of a language again; nothing where it does not apply.
pub(crate) type Turn = fn(&str, &str) -> Option<Vec<u8>>;

/// All of them by name, each with the paths that it may change.
///
/// `document.title` is the title's own letters: a turn that touches these touches the fact.
pub(crate) const TURNS: &[(&str, Turn, &[&str])] = &[
    ("bullets", |t, _| marked(t, |_| "• ".into()), &[]),
    ("squares_glued", |t, _| marked(t, |_| "▪\u{fe0f}".into()), &[]),
    ("stars", |t, _| marked(t, |_| "* ".into()), &[]),
    ("hyphens", |t, _| marked(t, |_| "- ".into()), &[]),
    ("en_dashes", |t, _| marked(t, |_| "– ".into()), &[]),
    ("numbers", |t, _| marked(t, |n| format!("{n}. ")), &[]),
    ("numbers_indented", |t, _| marked(t, |n| format!("  {n}) ")), &[]),
    ("numbers_in_brackets", |t, _| marked(t, |n| format!("({n}) ")), &[]),
    ("letters", |t, _| marked(t, |n| format!("{}) ", char::from(b'`' + n as u8))), &[]),
    ("keycaps", |t, _| marked(t, |n| format!("{n}\u{fe0f}\u{20e3} ")), &[]),
    ("typed_arrows", |t, _| marked(t, |_| "-> ".into()), &[]),
    ("no_markers", |t, _| marked(t, |_| String::new()), &[]),
    ("no_empty_lines", |t, _| said(t.replace("\n\n", "\n")), &[]),
    // A wrapped title is quoted with its line end.
    ("wrapped_at_40", |t, _| said(wrapped(t, 40)), &["document.title"]),
    ("wrapped_at_72", |t, _| said(wrapped(t, 72)), &["document.title"]),
    // A title in quotation marks is told from a line without them by these marks alone: other marks, same title.
    ("straight_quotes", |t, _| said(quoted(t, "\"", "\"")), &[]),
    ("guillemets", |t, _| said(quoted(t, "«", "»")), &[]),
    ("spaced_guillemets", |t, _| said(quoted(t, "«\u{a0}", "\u{a0}»")), &[]),
    ("low_quotes", |t, _| said(quoted(t, "„", "“")), &[]),
    ("curly_quotes", |t, _| said(quoted(t, "“", "”")), &[]),
    ("single_quotes", |t, _| said(quoted(t, "‘", "’")), &[]),
    ("outward_guillemets", |t, _| said(quoted(t, "»", "«")), &[]),
    // Where the title holds the sign, its letters change.
    ("straight_apostrophes", |t, _| said(apostrophes(t, '\'')), &["document.title"]),
    ("curly_apostrophes", |t, _| said(apostrophes(t, '’')), &["document.title"]),
    ("letter_apostrophes", |t, _| said(apostrophes(t, 'ʼ')), &["document.title"]),
    ("grave_apostrophes", |t, _| said(apostrophes(t, '`')), &["document.title"]),
    ("long_dashes", |t, _| said(dashes(t, "—")), &["document.title"]),
    ("short_dashes", |t, _| said(dashes(t, "–")), &["document.title"]),
    ("typed_dashes", |t, _| said(dashes(t, "-")), &["document.title"]),
    ("double_dashes", |t, _| said(dashes(t, "--")), &["document.title"]),
    ("hyphens_that_do_not_break", |t, _| said(hyphens(t, '\u{2011}')), &["document.title"]),
    ("drawn_hyphens", |t, _| said(hyphens(t, '\u{2010}')), &["document.title"]),
    ("blanks_that_do_not_break", |t, _| said(t.replace(' ', "\u{a0}")), &["document.title"]),
    ("narrow_blanks", |t, _| said(t.replace(' ', "\u{202f}")), &["document.title"]),
    ("thin_blanks", |t, _| said(t.replace(' ', "\u{2009}")), &["document.title"]),
    ("double_blanks", |t, _| said(t.replace(' ', "  ")), &["document.title"]),
    ("soft_hyphens", |t, _| said(inside(t, '\u{ad}')), &["document.title"]),
    ("zero_width_spaces", |t, _| said(inside(t, '\u{200b}')), &["document.title"]),
    ("word_joiners", |t, _| said(inside(t, '\u{2060}')), &["document.title"]),
    ("decomposed_letters", |t, _| said(t.nfd().collect()), &["document.title"]),
    ("crlf", |t, _| said(t.replace('\n', "\r\n")), &[]),
    ("lone_cr", |t, _| said(t.replace('\n', "\r")), &[]),
    ("indented", |t, _| said(t.replace('\n', "\n    ")), &[]),
    ("blanks_at_line_ends", |t, _| said(t.replace('\n', " \t\n")), &[]),
    ("byte_order_mark", |t, _| said(format!("\u{feff}{t}")), &[]),
    ("utf16_le", |t, _| Some(utf16(t, u16::to_le_bytes)), &[]),
    ("utf16_be", |t, _| Some(utf16(t, u16::to_be_bytes)), &[]),
    ("code_page", |t, language| Some(in_code_page(t, language)), &["document.title"]),
    ("headings_in_capitals", |t, _| said(capitals(t)), &["document.title"]),
    ("page_doubled", |t, _| said(format!("{t}\n\n{t}")), &[]),
    ("news_page", |t, language| said(news(t, around(language)?)), &[]),
    ("read_also", |t, language| said(interrupted(t, around(language)?)), &[]),
    ("saved_page", |t, _| said(html(t)), &[]),
];

fn said(text: String) -> Option<Vec<u8>> {
    Some(text.into_bytes())
}

fn around(language: &str) -> Option<&'static Around> {
    AROUND.iter().find(|around| around.language == language)
}

/// The same items behind other markers; `marker` takes the item's number.
fn marked(text: &str, marker: impl Fn(usize) -> String) -> Option<Vec<u8>> {
    let mut parts = text.split("→ ");
    let mut out = parts.next()?.to_owned();
    for (at, part) in parts.enumerate() {
        out += &marker(at + 1);
        out += part;
    }
    said(out)
}

/// Every line broken before the word that would pass the column.
fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut column = 0;
        for word in line.split(' ') {
            let length = word.chars().count();
            if column > 0 && column + 1 + length > width {
                out.push('\n');
                column = 0;
            } else if column > 0 {
                out.push(' ');
                column += 1;
            }
            out += word;
            column += length;
        }
        out.push('\n');
    }
    out
}

/// Other quotation marks, an opening one where a word follows.
fn quoted(text: &str, open: &str, close: &str) -> String {
    let mut out = String::new();
    let mut opened = false;
    let text = text.replace("« ", "«").replace(" »", "»").replace("«\u{a0}", "«").replace("\u{a0}»", "»");
    for c in text.chars() {
        match c {
            '"' | '“' | '”' | '„' | '«' | '»' => {
                opened = !opened;
                out += if opened { open } else { close };
            }
            c => out.push(c),
        }
    }
    out
}

/// Other apostrophes between letters.
fn apostrophes(text: &str, sign: char) -> String {
    between_letters(text, |c| matches!(c, '\'' | '’' | 'ʼ' | '`').then_some(sign))
}

/// Other hyphens between letters.
fn hyphens(text: &str, sign: char) -> String {
    between_letters(text, |c| matches!(c, '-' | '\u{2010}' | '\u{2011}').then_some(sign))
}

fn between_letters(text: &str, other: impl Fn(char) -> Option<char>) -> String {
    let chars: Vec<char> = text.chars().collect();
    let letter = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_alphabetic());
    let turned = chars.iter().enumerate().map(|(at, &c)| match other(c) {
        Some(sign) if letter(at.checked_sub(1)) && letter(Some(at + 1)) => sign,
        _ => c,
    });
    turned.collect()
}

/// Other dashes between blanks.
fn dashes(text: &str, sign: &str) -> String {
    let sign = format!(" {sign} ");
    text.replace(" – ", &sign).replace(" — ", &sign)
}

/// A sign that does not show, in the middle of every long word.
fn inside(text: &str, sign: char) -> String {
    let mut out = String::new();
    let mut word: Vec<char> = Vec::new();
    for c in text.chars().chain(['\n']) {
        if c.is_alphabetic() {
            word.push(c);
            continue;
        }
        let middle = word.len() / 2;
        for (at, letter) in word.drain(..).enumerate() {
            if at == middle && middle > 2 {
                out.push(sign);
            }
            out.push(letter);
        }
        out.push(c);
    }
    out
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(bytes).collect()
}

/// The code page of Windows for the language; signs that it lacks give way to those that it has.
fn in_code_page(text: &str, language: &str) -> Vec<u8> {
    let text =
        text.replace('→', "•").replace('ʼ', "’").replace(['\u{2011}', '\u{2010}'], "-").replace('\u{202f}', "\u{a0}");
    let page = match language {
        "uk" | "ru" => WINDOWS_1251,
        "pl" => WINDOWS_1250,
        _ => WINDOWS_1252,
    };
    let (bytes, _, lossy) = page.encode(&text);
    assert!(!lossy, "{language}: a sign that {} lacks", page.name());
    bytes.into_owned()
}

/// Lines that are headings, and the short sentence without a comma that opens an item, in capitals.
fn capitals(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let heading = match line.strip_prefix("→ ") {
            Some(item) => item.find(". ").filter(|end| !item[..*end].contains([',', ':'])).map(|end| end + "→ ".len()),
            None => Some(line.len()).filter(|_| !line.ends_with(['.', ':', ';']) && !line.contains("20")),
        };
        let (heading, rest) = line.split_at(heading.unwrap_or(0));
        out += &heading.to_uppercase();
        out += rest;
        out.push('\n');
    }
    out
}

fn news(text: &str, around: &Around) -> String {
    format!("{}\n\n{text}\n\n{}", around.head.trim(), around.tail.trim())
}

/// A link to another article between two items.
fn interrupted(text: &str, around: &Around) -> String {
    let mut parts = text.split("→ ");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (at, part) in parts.enumerate() {
        if at == 2 {
            out += &format!("{}\n\n", around.read_also);
        }
        out += "→ ";
        out += part;
    }
    out
}

/// A page of HTML: a paragraph a line, and the items in a list.
fn html(text: &str) -> String {
    let mut out =
        "<!doctype html><html><head><meta charset=\"utf-8\"><title>Page</title></head><body><article>".to_owned();
    let mut listed = false;
    for line in text.lines().filter(|line| !line.is_empty()) {
        match (line.strip_prefix("→ "), listed) {
            (Some(item), true) => out += &format!("<li>{item}</li>\n"),
            (Some(item), false) => out += &format!("<ul><li>{item}</li>\n"),
            (None, true) => out += &format!("</ul><p>{line}</p>\n"),
            (None, false) => out += &format!("<p>{line}</p>\n"),
        }
        listed = line.starts_with("→ ");
    }
    out + "</article></body></html>\n"
}
