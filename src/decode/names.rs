//! The WHATWG names in lower case, as the JSON writes them.

use encoding_rs::Encoding;

const NAMES: &[&str] = &[
    "utf-8",
    "utf-16le",
    "utf-16be",
    "windows-1250",
    "windows-1251",
    "windows-1252",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1257",
    "windows-1258",
    "windows-874",
    "iso-8859-2",
    "iso-8859-3",
    "iso-8859-4",
    "iso-8859-5",
    "iso-8859-6",
    "iso-8859-7",
    "iso-8859-8",
    "iso-8859-8-i",
    "iso-8859-10",
    "iso-8859-13",
    "iso-8859-14",
    "iso-8859-15",
    "iso-8859-16",
    "koi8-r",
    "koi8-u",
    "ibm866",
    "macintosh",
    "x-mac-cyrillic",
    "gbk",
    "gb18030",
    "big5",
    "euc-jp",
    "euc-kr",
    "iso-2022-jp",
    "shift_jis",
    "x-user-defined",
];

/// The name of an encoding in lower case.
pub(super) fn lower(encoding: &'static Encoding) -> &'static str {
    let name = encoding.name();
    NAMES.iter().copied().find(|lower| name.eq_ignore_ascii_case(lower)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::{NAMES, lower};
    use encoding_rs::Encoding;

    #[test]
    fn a_name_leads_to_its_encoding() {
        for name in NAMES {
            assert_eq!(Encoding::for_label(name.as_bytes()).map(lower), Some(*name));
        }
    }
}
