//! Encodings that bytes do not name: UTF-16 without its mark, and the 8-bit pages by what letters follow one another.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// How much of the file is looked at for UTF-16.
const HEAD: usize = 1024;

/// How much behind its first sign that is not ASCII is looked at for an 8-bit page.
const BODY: usize = 256 * 1024;

/// So many signs that are not ASCII make the guess sure.
const SURE: usize = 16;

/// UTF-16 without a mark: NULs among the first bytes, and units that are letters and signs in one order of the bytes.
pub(super) fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD) & !1];
    memchr::memchr(0, head)?;
    let share = |unit: fn([u8; 2]) -> u16| {
        let units = head.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        10 * units.filter(|unit| is_common(*unit)).count()
    };
    let (little, big) = (share(u16::from_le_bytes), share(u16::from_be_bytes));
    let most = 9 * head.len() / 2;
    match little.cmp(&big) {
        std::cmp::Ordering::Greater if little >= most => Some(UTF_16LE),
        std::cmp::Ordering::Less if big >= most => Some(UTF_16BE),
        _ => None,
    }
}

/// Signs, Latin, Greek and Cyrillic letters, punctuation, arrows, bullets.
fn is_common(unit: u16) -> bool {
    matches!(unit, 0x09 | 0x0a | 0x0d | 0x20..=0x7e | 0xa0..=0x24f | 0x370..=0x4ff | 0x2010..=0x2046 | 0x20ac | 0x2116
        | 0x2190..=0x21ff | 0x25a0..=0x27bf)
}

/// The 8-bit page that the bytes look to be in, and whether there is enough to tell.
pub(super) fn eight_bit(bytes: &[u8]) -> (&'static Encoding, bool) {
    let first = Encoding::ascii_valid_up_to(bytes);
    let body = &bytes[first.saturating_sub(2)..bytes.len().min(first + BODY)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(body, false);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let beyond = body.iter().filter(|byte| **byte >= 0x80).count();
    (guess, beyond >= SURE)
}
