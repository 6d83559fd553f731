//! Text that was in UTF-8, was read as an 8-bit page, and was saved so.

/// Where UTF-8 that was read as another page first shows, and the page: windows-1252, as in `â€™` for `’` and `Ð¿Ñ–` for
/// `пі`, or windows-1251, as in `вЂ™` for `’` and `РњРёСЂ` for `Мир`.
pub(crate) fn mojibake(text: &str) -> Option<(usize, usize, &'static str)> {
    // All the characters that such a sequence can open with are in UTF-8 C3 something, or D0, D1 something.
    let western = memchr::memchr(0xc3, text.as_bytes()).is_some().then(|| western(text)).flatten();
    let cyrillic = memchr::memchr(0xd0, text.as_bytes()).is_some().then(|| cyrillic(text)).flatten();
    let named = |found: Option<(usize, usize)>, page| found.map(|(start, end)| (start, end, page));
    named(western, "windows-1252").or(named(cyrillic, "windows-1251"))
}

/// One sequence of three or more characters, or two of two, are taken for no accident.
fn western(text: &str) -> Option<(usize, usize)> {
    let mut pairs = None;
    for (at, _) in text.match_indices(|c| matches!(c, '\u{c2}'..='\u{f4}')) {
        let rest = &text[at..];
        let Some(length) = rest.chars().next().map(sequence_length) else { continue };
        let behind = rest.chars().skip(1).take(length - 1);
        if behind.clone().count() < length - 1 || !behind.clone().all(continues_in_1252) {
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
fn continues_in_1252(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{bf}') || "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".contains(c)
}

/// A sign of punctuation in three characters, or three Cyrillic letters in pairs that stand side by side: `РІ` or `Сі` alone
/// occurs in words, and so may two of them.
fn cyrillic(text: &str) -> Option<(usize, usize)> {
    let (mut run, mut start) = (0, 0);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if let Some(rest) = text[at..].strip_prefix("вЂ").or_else(|| text[at..].strip_prefix("в†"))
            && let Some(last) = rest.chars().next().filter(|last| continues_in_1251(*last))
        {
            return Some((at, text.len() - rest.len() + last.len_utf8()));
        }
        if matches!(c, 'Р' | 'С')
            && let Some((end, second)) = chars.next_if(|(_, second)| continues_in_1251(*second))
        {
            start = if run == 0 { at } else { start };
            run += 1;
            if run == 3 {
                return Some((start, end + second.len_utf8()));
            }
        } else {
            run = 0;
        }
    }
    None
}

/// Does the character stand for a byte from 80 to BF in windows-1251?
fn continues_in_1251(c: char) -> bool {
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ\u{98}\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї".contains(c)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that finds nothing is to fail")]
mod tests {
    use super::mojibake;
    use encoding_rs::{Encoding, WINDOWS_1251, WINDOWS_1252};

    fn misread(text: &str, page: &'static Encoding) -> String {
        page.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    #[test]
    fn mojibake_is_told_from_letters_with_accents() {
        assert_eq!(mojibake("Ukraineâ€™s forces"), Some((7, 15, "windows-1252")));
        assert_eq!(mojibake("Ð¿Ñ–Ð´").unwrap().2, "windows-1252");
        assert_eq!(mojibake("Déclaration de Paris: l’armée, São Paulo, «Ça ira», pâté"), None);
        assert_eq!(mojibake("À la fin, IRMÃ"), None);
    }

    #[test]
    fn mojibake_is_told_from_cyrillic_words() {
        let sentence = "Сім’я з Рівного: «Росія — Рим», США й СРСР. Рік… РІЧ, СІЧЕНЬ; Різдво, Сєдов, Р.С. РЄ";
        assert_eq!(mojibake(sentence), None);
        for page in [WINDOWS_1251, WINDOWS_1252] {
            let read = misread(sentence, page);
            let (start, end, name) = mojibake(&read).unwrap();
            assert_eq!(name, page.name());
            assert!(read.get(start..end).is_some());
            let quote = misread("Ukraine’s peace", page);
            assert_eq!(mojibake(&quote).map(|found| found.2), Some(page.name()), "{quote}");
        }
        assert_eq!(mojibake(&misread("item → one", WINDOWS_1251)).unwrap().2, "windows-1251");
    }
}
