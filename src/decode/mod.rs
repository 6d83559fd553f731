//! Bytes to text: which encoding they are in, and whether they were sound.
//!
//! Nothing is rewritten beyond decoding; a byte order mark is no part of the text. Encodings are told by their WHATWG
//! names in lower case, and not by a type of our own.

mod mojibake;
mod names;
mod unmarked;

pub(crate) use mojibake::mojibake;

use encoding_rs::{Encoding, UTF_8};
use names::lower;
use std::borrow::Cow;

/// What came of the bytes.
#[derive(Debug)]
pub(crate) struct Decoded<'b> {
    /// The text, without the mark.
    pub(crate) text: Cow<'b, str>,
    /// WHATWG name in lower case: `utf-8`, `utf-16le`, `windows-1251`.
    pub(crate) encoding: &'static str,
    /// The bytes that are not sound in the encoding that the file seemed to be in.
    pub(crate) flaw: Option<Flaw>,
}

/// Why a text may not read as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// The encoding is right, but some bytes say nothing in it: U+FFFD stands for each.
    Damaged,
    /// Too little in the bytes tells their encoding; this one was assumed.
    Assumed,
}

/// Decodes `bytes`, which may name their encoding themselves by the label `declared`.
///
/// A mark decides, then what UTF-16 looks like without one, then UTF-8 where it is valid: no text of some length in
/// another encoding happens to be. Then the label; then UTF-8 with a few bad bytes; then what the letters look like.
pub(crate) fn decode<'b>(bytes: &'b [u8], declared: Option<&str>) -> Decoded<'b> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return read(encoding, &bytes[mark..]);
    }
    if let Some(encoding) = unmarked::utf16(bytes) {
        return read(encoding, bytes);
    }
    // What could be read as ASCII up to a label is not in UTF-16, whatever the label says.
    let declared = declared.and_then(|label| Encoding::for_label(label.as_bytes())).map(Encoding::output_encoding);
    if declared.is_none_or(|declared| declared == UTF_8 || declared.is_single_byte())
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return Decoded { text: text.into(), encoding: "utf-8", flaw: None };
    }
    match declared {
        Some(declared) if declared != UTF_8 => read(declared, bytes),
        _ if mostly_utf8(bytes) => read(UTF_8, bytes),
        _ => {
            let (encoding, sure) = unmarked::eight_bit(bytes);
            let decoded = read(encoding, bytes);
            let flaw = decoded.flaw.or((!sure).then_some(Flaw::Assumed));
            Decoded { flaw, ..decoded }
        }
    }
}

fn read<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Decoded<'b> {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    Decoded { text, encoding: lower(encoding), flaw: damaged.then_some(Flaw::Damaged) }
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

#[cfg(test)]
mod tests {
    use super::{Flaw, decode};
    use encoding_rs::Encoding;

    fn read(bytes: &[u8]) -> (String, &'static str, Option<Flaw>) {
        labelled(bytes, None)
    }

    fn labelled(bytes: &[u8], label: Option<&str>) -> (String, &'static str, Option<Flaw>) {
        let decoded = decode(bytes, label);
        (decoded.text.into_owned(), decoded.encoding, decoded.flaw)
    }

    /// The text in that encoding, which has all its letters.
    fn encoded(text: &str, name: &str) -> Vec<u8> {
        let encoding = Encoding::for_label(name.as_bytes()).unwrap_or(encoding_rs::UTF_8);
        let (bytes, _, lacking) = encoding.encode(text);
        assert!(!lacking, "{name} lacks a letter of {text:?}");
        bytes.into_owned()
    }

    #[test]
    fn a_mark_decides_and_is_no_part_of_the_text() {
        assert_eq!(read(b"\xef\xbb\xbfPeace"), ("Peace".into(), "utf-8", None));
        assert_eq!(read(b"\xff\xfeP\0\xe9\0"), ("Pé".into(), "utf-16le", None));
        assert_eq!(read(b"\xfe\xff\0P\x04\x3c"), ("Pм".into(), "utf-16be", None));
        assert_eq!(labelled(b"\xef\xbb\xbfPeace\xe2\x80\x99s", Some("koi8-u")), ("Peace’s".into(), "utf-8", None));
    }

    #[test]
    fn half_a_utf16_unit_is_damage() {
        assert_eq!(read(b"\xff\xfeP\0\xe9"), ("P\u{fffd}".into(), "utf-16le", Some(Flaw::Damaged)));
    }

    #[test]
    fn too_few_letters_tell_no_encoding() {
        assert_eq!(read(b"\x93d\xe9claration\x94"), ("“déclaration”".into(), "windows-1252", Some(Flaw::Assumed)));
    }

    #[test]
    fn a_bad_byte_in_utf8_does_not_make_it_another_encoding() {
        let mut bytes = "“Ceasefire’s → monitoring”".as_bytes().to_vec();
        bytes.push(0xff);
        assert_eq!(read(&bytes), ("“Ceasefire’s → monitoring”\u{fffd}".into(), "utf-8", Some(Flaw::Damaged)));
        assert_eq!(labelled(&bytes, Some("utf-8")).1, "utf-8");
    }

    #[test]
    fn a_label_is_believed_where_the_bytes_do_not_speak_against_it() {
        let text = "Сили";
        for name in ["windows-1251", "koi8-u", "iso-8859-5"] {
            assert_eq!(labelled(&encoded(text, name), Some(name)), (text.into(), name, None));
        }
        assert_eq!(labelled(b"\xe9t\xe9", Some("ISO-8859-1")), ("été".into(), "windows-1252", None));
        assert_eq!(labelled("Сили".as_bytes(), Some("windows-1251")), ("Сили".into(), "utf-8", None));
        assert_eq!(labelled(b"Peace", Some("utf-16")), ("Peace".into(), "utf-8", None));
        assert_eq!(labelled(b"Peace", Some("no-such-label")), ("Peace".into(), "utf-8", None));
        assert_eq!(labelled(b"a\xaab", Some("windows-1253")).2, Some(Flaw::Damaged));
    }

    const UKRAINIAN: &str = "Учасники зустрічі домовилися, що спостереження за припиненням вогню очолять Сполучені Штати. \
        Їхні війська не братимуть у ньому участі, але союзники надаватимуть підтримку з повітря й на морі.";
    const RUSSIAN: &str = "Участники встречи договорились, что наблюдение за прекращением огня возглавят Соединённые Штаты. \
        Их войска не будут в нём участвовать, но союзники окажут поддержку с воздуха и на море.";

    #[test]
    fn cyrillic_pages_are_told_apart_by_their_letters() {
        for text in [UKRAINIAN, RUSSIAN] {
            for name in ["windows-1251", "koi8-u", "iso-8859-5"] {
                assert_eq!(read(&encoded(text, name)), (text.into(), name, None));
            }
        }
    }

    #[test]
    fn western_and_central_pages_are_told_apart_by_their_letters() {
        let french = "Les alliés ont décidé à l’unanimité d’apporter leur aide à l’armée ukrainienne, même après la \
            fin des hostilités, et de créer une cellule dédiée à Paris; l’été prochain, elle sera déjà opérationnelle.";
        let polish = "Sojusznicy uzgodnili, że będą wspierać ukraińską armię także po zakończeniu działań wojennych; \
            wspólna komórka powstanie w Paryżu, a Rosja nie będzie miała na to żadnego wpływu.";
        assert_eq!(read(&encoded(french, "windows-1252")), (french.into(), "windows-1252", None));
        assert_eq!(read(&encoded(polish, "windows-1250")), (polish.into(), "windows-1250", None));
        assert_eq!(read(&encoded(polish, "iso-8859-2")), (polish.into(), "iso-8859-2", None));
    }

    #[test]
    fn utf16_is_known_without_its_mark() {
        for text in [UKRAINIAN, "On peace: “la paix”, → мир"] {
            let units = || text.encode_utf16();
            let (little, big): (Vec<u8>, Vec<u8>) =
                (units().flat_map(u16::to_le_bytes).collect(), units().flat_map(u16::to_be_bytes).collect());
            assert_eq!(read(&little), (text.into(), "utf-16le", None));
            assert_eq!(read(&big), (text.into(), "utf-16be", None));
        }
        assert_eq!(read(b"a\0b and more").1, "utf-8", "a stray NUL does not make it UTF-16");
        assert_eq!(read(&[0; 64]).1, "utf-8");
    }
}
