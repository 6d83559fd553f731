//! The page's Content-Security-Policy: its own style and its own script, by their hashes, and nothing else.

use crate::source::digest;

/// The style of every page.
pub(super) const STYLE: &str = include_str!("templates/page.css");
/// The script of every page; a page without it has all that it has to say.
pub(super) const SCRIPT: &str = include_str!("templates/page.js");

/// The policy as the page's head has it.
pub(super) fn policy() -> String {
    let hash = |code: &str| format!("'sha256-{}'", base64(&digest(code.as_bytes())));
    format!(
        "default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
}

/// Base64 as RFC 4648 has it, with its padding.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0usize, |bits, at| bits << 8 | usize::from(three.get(at).copied().unwrap_or(0)));
        for nth in 0..4 {
            // A sign holds six bits; those that no byte gave are padding.
            out.push(if nth <= three.len() { char::from(SIGNS[bits >> (18 - 6 * nth) & 63]) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{SCRIPT, STYLE, base64};

    #[test]
    fn base64_is_that_of_the_rfc() {
        for (bytes, known) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(bytes.as_bytes()), known);
        }
    }

    #[test]
    fn nothing_in_style_or_script_ends_its_element() {
        assert!(!STYLE.contains("</") && !SCRIPT.contains("</") && !SCRIPT.contains("<!--"));
        assert!(!STYLE.contains("url(") && !STYLE.contains("@import"), "the page asks for nothing");
    }
}
