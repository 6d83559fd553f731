//! Checks on the bytes and on how they were decoded.

use crate::decode::{self, Flaw};
use crate::diagnostic::{Code, Diagnostic};
use crate::lexicon::Lexicon;
use crate::span::Span;

/// The bytes are not sound in the encoding that the file seemed to be in.
pub(crate) fn wrong_encoding(text: &str, encoding: &str, flaw: Flaw) -> Diagnostic {
    let strange = |c: char| if flaw == Flaw::Damaged { c == char::REPLACEMENT_CHARACTER } else { !c.is_ascii() };
    let at = text.char_indices().find(|(_, c)| strange(*c)).map(|(at, c)| Span::new(at, at + c.len_utf8()));
    match flaw {
        Flaw::Damaged => Diagnostic::new(
            Code::WrongEncoding,
            at,
            format!("expected {encoding} throughout, found bytes that say nothing in it"),
            "the sign U+FFFD stands for each of them; get the file again, or save it as UTF-8",
        ),
        Flaw::Assumed => Diagnostic::new(
            Code::WrongEncoding,
            at,
            format!("expected UTF-8, found other bytes and few letters to tell their encoding by, read as {encoding}"),
            "look whether the accents and quotation marks are right, and save the file as UTF-8",
        ),
    }
}

/// The text was UTF-8, was read as an 8-bit page, and was saved so.
pub(crate) fn mojibake(text: &str) -> Option<Diagnostic> {
    let (start, end, page) = decode::mojibake(text)?;
    Some(Diagnostic::new(
        Code::Mojibake,
        Some(Span::new(start, end)),
        format!("expected a letter or a sign, found the bytes of one in UTF-8 read as {page}"),
        "get the text again from where it came from, and save it as UTF-8",
    ))
}

/// The user asks for a language that has no lexicon.
pub(crate) fn no_such_language(asked: &str, known: &[Lexicon<'_>]) -> Diagnostic {
    let supported: Vec<String> = known.iter().map(|l| format!("{} ({})", l.name, l.language)).collect();
    Diagnostic::new(
        Code::UnsupportedLanguage,
        None,
        format!("expected one of {}, found the language {asked}", supported.join(", ")),
        "leave the language out, and the text's own words tell it; or bring a lexicon for it",
    )
}

/// Offsets into the text would not fit.
pub(crate) fn text_too_long(bytes: usize, longest: usize) -> Diagnostic {
    Diagnostic::new(
        Code::TextTooLong,
        None,
        format!("expected at most {longest} bytes of text, found {bytes}"),
        "cut the file into its documents, and give them one by one",
    )
}
