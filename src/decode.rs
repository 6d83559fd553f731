//! Bytes to text: which encoding they are in, and whether they were sound.
//!
//! Nothing is rewritten beyond decoding; a byte order mark is no part of the text. Encodings are told by their WHATWG
//! names in lower case, so that a new one is a line in [`decode`] and no new type.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// What came of the bytes.
#[derive(Debug)]
pub(crate) struct Decoded<'b> {
    /// The text, without the mark.
    pub(crate) text: Cow<'b, str>,
    /// WHATWG name in lower case: `utf-8`, `utf-16le`, `windows-1252`.
    pub(crate) encoding: &'static str,
    /// The bytes that are not sound in the encoding that the file seemed to be in.
    pub(crate) flaw: Option<Flaw>,
}

/// Why a text may not read as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// The encoding is right, but some bytes say nothing in it: U+FFFD stands for each.
    Damaged,
    /// The bytes are in no encoding that can be told; this one was assumed.
    Assumed,
}

/// Decodes `bytes`: a mark decides; then UTF-8 where it is valid, or nearly so; else windows-1252.
pub(crate) fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return marked(encoding, &bytes[mark..]);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: text.into(), encoding: "utf-8", flaw: None },
        Err(_) if mostly_utf8(bytes) => {
            Decoded { text: String::from_utf8_lossy(bytes), encoding: "utf-8", flaw: Some(Flaw::Damaged) }
        }
        Err(_) => {
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
            Decoded { text, encoding: "windows-1252", flaw: Some(Flaw::Assumed) }
        }
    }
}

fn marked<'b>(encoding: &'static Encoding, body: &'b [u8]) -> Decoded<'b> {
    let (text, damaged) = encoding.decode_without_bom_handling(body);
    let encoding = if encoding == UTF_16LE {
        "utf-16le"
    } else if encoding == UTF_16BE {
        "utf-16be"
    } else {
        debug_assert_eq!(encoding, UTF_8);
        "utf-8"
    };
    Decoded { text, encoding, flaw: damaged.then_some(Flaw::Damaged) }
}

/// Is it UTF-8 with a few bad bytes? In an 8-bit encoding hardly any two letters happen to make up a UTF-8 sequence.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    sound > 2 * bad
}

/// Where UTF-8 that was read as windows-1252 first shows, as in `â€™` for `’` and `Ð¿Ñ–` for `пі`.
///
/// One sequence of three or more characters, or two of two, are taken for no accident.
pub(crate) fn mojibake(text: &str) -> Option<(usize, usize)> {
    // The first byte of all the characters that such a sequence can open with.
    if !text.as_bytes().contains(&0xc3) {
        return None;
    }
    let mut pairs = None;
    for (at, _) in text.match_indices(|c| matches!(c, '\u{c2}'..='\u{f4}')) {
        let rest = &text[at..];
        let Some(length) = rest.chars().next().map(sequence_length) else { continue };
        let behind = rest.chars().skip(1).take(length - 1);
        if behind.clone().count() < length - 1 || !behind.clone().all(continues) {
            continue;
        }
        let end = at + rest.chars().take(length).map(char::len_utf8).sum::<usize>();
        match pairs {
            _ if length > 2 => return Some((at, end)),
            Some(first) => return Some(first),
            None => pairs = Some((at, end)),
        }
    }
    None
}

/// How long the UTF-8 sequence is that opens with the byte that this character stands for.
fn sequence_length(first: char) -> usize {
    match first {
        '\u{c2}'..='\u{df}' => 2,
        '\u{e0}'..='\u{ef}' => 3,
        _ => 4,
    }
}

/// Does the character stand for a byte from 80 to BF in windows-1252?
fn continues(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{bf}') || "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".contains(c)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that finds nothing is to fail")]
mod tests {
    use super::{Flaw, decode, mojibake};

    fn read(bytes: &[u8]) -> (String, &'static str, Option<Flaw>) {
        let decoded = decode(bytes);
        (decoded.text.into_owned(), decoded.encoding, decoded.flaw)
    }

    #[test]
    fn a_mark_decides_and_is_no_part_of_the_text() {
        assert_eq!(read(b"\xef\xbb\xbfPeace"), ("Peace".into(), "utf-8", None));
        assert_eq!(read(b"\xff\xfeP\0\xe9\0"), ("Pé".into(), "utf-16le", None));
        assert_eq!(read(b"\xfe\xff\0P\x04\x3c"), ("Pм".into(), "utf-16be", None));
    }

    #[test]
    fn half_a_utf16_unit_is_damage() {
        assert_eq!(read(b"\xff\xfeP\0\xe9"), ("P\u{fffd}".into(), "utf-16le", Some(Flaw::Damaged)));
    }

    #[test]
    fn eight_bit_text_is_assumed_to_be_windows_1252() {
        assert_eq!(read(b"\x93d\xe9claration\x94"), ("“déclaration”".into(), "windows-1252", Some(Flaw::Assumed)));
    }

    #[test]
    fn a_bad_byte_in_utf8_does_not_make_it_another_encoding() {
        let mut bytes = "“Ceasefire’s → monitoring”".as_bytes().to_vec();
        bytes.push(0xff);
        assert_eq!(read(&bytes), ("“Ceasefire’s → monitoring”\u{fffd}".into(), "utf-8", Some(Flaw::Damaged)));
    }

    #[test]
    fn mojibake_is_told_from_letters_with_accents() {
        let (start, end) = mojibake("Ukraineâ€™s forces").unwrap();
        assert_eq!((start, end), (7, 15));
        assert!(mojibake("Ð¿Ñ–Ð´").is_some());
        assert_eq!(mojibake("Déclaration de Paris: l’armée, São Paulo, «Ça ira», pâté"), None);
        assert_eq!(mojibake("À la fin, IRMÃ"), None);
    }
}
