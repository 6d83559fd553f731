//! One page for a browser: the text beside its facts, or two texts beside what was found between them.
//!
//! A page is one file that asks for nothing: its policy lets in its own style and its own script and nothing else. The
//! templates are compiled in and escape whatever they are given, so that nothing of a text can become markup.

mod context;
mod diff;
mod document;
mod grid;
mod names;
mod pair;
mod pane;
mod policy;
mod runs;
mod verify;

use crate::compare;
use crate::parsed::Parsed;
use askama::Template;
use pane::in_bytes;
use std::fmt;
use std::io::{self, Write};

/// Writes a document as a page for a browser: its text beside its facts.
///
/// ```
/// let text = "→ A US-led ceasefire monitoring mechanism.\n→ Defence cooperation with Ukraine, including training.";
/// let page = declparse::html(&declparse::parse(text));
/// assert!(page.starts_with("<!doctype html>") && page.contains("United States"));
/// ```
pub fn html(parsed: &Parsed) -> String {
    rendered(&document::Page::new(&in_bytes(parsed)))
}

/// Writes what changed from one text to another as a page for a browser; `wording` opens what is said in other words.
///
/// ```
/// let list = |verb| declparse::parse(&format!(
///     "→ Ceasefire monitoring and verification.\n→ A Multinational Force for Ukraine, which {verb} deter.\n"));
/// assert!(declparse::diff_html(&list("will"), &list("may"), false).contains("weakened"));
/// ```
pub fn diff_html(old: &Parsed, new: &Parsed, wording: bool) -> String {
    let (old, new) = (in_bytes(old), in_bytes(new));
    rendered(&diff::DiffPage::new(&old, &new, &compare::diff(&old, &new), wording))
}

/// Writes a report's claims, as a declaration bears them out, as a page for a browser.
///
/// ```
/// let declaration = declparse::parse(
///     "→ Ceasefire monitoring and verification.\n→ A Multinational Force for Ukraine, which France may lead.\n");
/// let report = declparse::parse("The Multinational Force for Ukraine will be led by France, the ministers said.");
/// assert!(declparse::verify_html(&report, &declaration).contains("overstated"));
/// ```
pub fn verify_html(report: &Parsed, declaration: &Parsed) -> String {
    let (report, declaration) = (in_bytes(report), in_bytes(declaration));
    rendered(&verify::VerifyPage::new(&report, &declaration, &compare::verify(&report, &declaration)))
}

/// Writes the page of one document.
pub(super) fn write(parsed: &Parsed, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(html(parsed).as_bytes())
}

/// The page as text.
fn rendered(page: &impl Template) -> String {
    let mut out = Harmless(String::with_capacity(1 << 16));
    // Writing to a string does not fail.
    let _ = page.render_into(&mut out);
    out.0.push('\n');
    out.0
}

/// A page in the making. Signs that no page may hold, or that turn round what stands on it, are shown and not obeyed.
struct Harmless(String);

impl fmt::Write for Harmless {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut rest = text;
        while let Some((at, sign)) = rest.char_indices().find(|(_, c)| visible(*c).is_some()) {
            self.0.push_str(rest.get(..at).unwrap_or_default());
            self.0.extend(visible(sign));
            rest = rest.get(at + sign.len_utf8()..).unwrap_or_default();
        }
        self.0.push_str(rest);
        Ok(())
    }

    fn write_char(&mut self, c: char) -> fmt::Result {
        self.0.push(visible(c).unwrap_or(c));
        Ok(())
    }
}

/// What stands for a control or for a sign that turns the direction of writing.
fn visible(c: char) -> Option<char> {
    match c {
        '\n' | '\t' | '\r' => None,
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7f}' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(char::REPLACEMENT_CHARACTER),
        '\u{fdd0}'..='\u{fdef}' => Some(char::REPLACEMENT_CHARACTER),
        _ if u32::from(c) & 0xfffe == 0xfffe => Some(char::REPLACEMENT_CHARACTER),
        _ => None,
    }
}
