//! The encoding that a page says it is in: `<meta charset>`, `<meta http-equiv content>`, XML's declaration.

use html5gum::{DefaultEmitter, HtmlString, State, Token, Tokenizer};

/// How far a page is looked through: some put long scripts first.
const HEAD: usize = 8192;

/// The label, as it stands there.
pub(crate) fn declared(bytes: &[u8]) -> Option<String> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let mut tokens = Tokenizer::new_with_emitter(head, DefaultEmitter::<()>::default());
    while let Some(Ok(token)) = tokens.next() {
        match token {
            Token::Comment(comment) if comment.starts_with(b"?xml") => {
                if let Some(label) = value_of(&comment, b"encoding") {
                    return Some(label);
                }
            }
            Token::StartTag(tag) => match tag.name.as_slice() {
                b"meta" => {
                    let of = |name: &[u8]| tag.attributes.get(name).map(|value| value.value.as_slice());
                    if let Some(label) = of(b"charset") {
                        return Some(text(label.trim_ascii()));
                    }
                    let typed = of(b"http-equiv").is_some_and(|kind| kind.eq_ignore_ascii_case(b"content-type"));
                    if typed && let Some(label) = of(b"content").and_then(|content| value_of(content, b"charset")) {
                        return Some(label);
                    }
                }
                b"body" => return None,
                name => {
                    if let Some(state) = raw(name) {
                        tokens.set_state(state);
                    }
                }
            },
            _ => {}
        }
    }
    None
}

/// How the tokenizer must read on behind a start tag whose content is no markup.
pub(super) fn raw(name: &[u8]) -> Option<State> {
    match name {
        b"script" => Some(State::ScriptData),
        b"style" | b"iframe" | b"xmp" | b"noembed" | b"noframes" => Some(State::RawText),
        b"title" | b"textarea" => Some(State::RcData),
        b"plaintext" => Some(State::PlainText),
        _ => None,
    }
}

/// The value behind `key=` within an attribute, with quotes or without.
fn value_of(content: &[u8], key: &[u8]) -> Option<String> {
    let lower = content.to_ascii_lowercase();
    for at in memchr::memmem::find_iter(&lower, key) {
        let rest = content[at + key.len()..].trim_ascii_start();
        let Some(rest) = rest.strip_prefix(b"=") else { continue };
        let rest = rest.trim_ascii_start();
        let (rest, ends): (&[u8], &[u8]) = match rest.first() {
            Some(quote @ (b'"' | b'\'')) => (&rest[1..], std::slice::from_ref(quote)),
            _ => (rest, b"; \t\n\r\x0c"),
        };
        let end = rest.iter().position(|byte| ends.contains(byte)).unwrap_or(rest.len());
        return Some(text(&rest[..end]));
    }
    None
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// An attribute's value as text; empty where it stands without one.
pub(super) fn attribute<'t, S: html5gum::SpanBound>(tag: &'t html5gum::StartTag<S>, name: &[u8]) -> Option<&'t str> {
    let value: &HtmlString = &tag.attributes.get(name)?.value;
    Some(std::str::from_utf8(value).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::declared;

    #[test]
    fn a_page_declares_its_encoding_in_one_of_three_ways() {
        let label = |page: &str| declared(page.as_bytes());
        assert_eq!(label("<html><head><meta charset=windows-1251>").as_deref(), Some("windows-1251"));
        assert_eq!(
            label("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; Charset = KOI8-U'>").as_deref(),
            Some("KOI8-U")
        );
        assert_eq!(label("<?xml version=\"1.0\" encoding=\"iso-8859-5\"?><html>").as_deref(), Some("iso-8859-5"));
    }

    #[test]
    fn what_only_looks_like_it_declares_nothing() {
        for page in [
            "<!-- <meta charset=koi8-u> --><p>",
            "<script>'<meta charset=koi8-u>'</script>",
            "<title><meta charset=koi8-u></title>",
            "<meta name=description content='charset=koi8-u'>",
            "<body><meta charset=koi8-u>",
            "<meta http-equiv=content-type content='text/html; charset'>",
        ] {
            assert_eq!(declared(page.as_bytes()), None, "{page}");
        }
    }
}
