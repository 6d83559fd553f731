//! Is it a saved page? By its name, or by its first tags.

/// How much of a file is looked at.
const HEAD: usize = 4096;

/// Tags that open a page.
const OPENS: &[&str] = &["!doctype html", "html", "head", "body"];

/// Tags that hold text.
const HOLDS: &[&str] = &[
    "p",
    "div",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "table",
    "tr",
    "td",
    "article",
    "main",
    "section",
    "span",
    "strong",
    "b",
    "em",
    "i",
    "a",
    "blockquote",
    "nav",
    "header",
    "meta",
    "title",
    "script",
    "style",
    "center",
    "font",
    "br",
];

/// So many of them make a text a page.
const PLENTY: usize = 6;

/// Is the name that of a page?
pub(crate) fn named(name: &str) -> bool {
    let Some((_, suffix)) = name.rsplit_once('.') else { return false };
    ["html", "htm", "xhtml"].iter().any(|page| suffix.eq_ignore_ascii_case(page))
}

/// Do the first bytes look like a page? One that opens with a tag does where the tag opens pages, or two more hold text;
/// any other needs plenty of paragraphs or items that are closed, for a text may speak of tags.
pub(crate) fn sniff(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let mut rest = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    if !rest.starts_with(b"<") {
        let closed = tags(head).filter(|tag| [&b"/p"[..], b"/li", b"/div", b"/td"].iter().any(|end| opens(tag, end)));
        return closed.take(PLENTY).count() == PLENTY;
    }
    // What may stand before the first tag: comments of the browser that saved the page, and XML's declaration.
    loop {
        let skip: &[u8] = match rest {
            _ if rest.starts_with(b"<!--") => b"-->",
            _ if rest.starts_with(b"<?") => b">",
            _ => break,
        };
        let Some(end) = memchr::memmem::find(rest, skip) else { return true };
        rest = rest[end + skip.len()..].trim_ascii_start();
    }
    let first = rest.strip_prefix(b"<").unwrap_or_default();
    OPENS.iter().any(|name| opens(first, name.as_bytes()))
        || HOLDS.iter().any(|name| opens(first, name.as_bytes()))
            && tags(rest).filter(|tag| holds(tag)).take(3).count() == 3
}

/// What stands behind each `<`.
fn tags(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    memchr::memchr_iter(b'<', bytes).map(|at| &bytes[at + 1..])
}

fn holds(tag: &[u8]) -> bool {
    let tag = tag.strip_prefix(b"/").unwrap_or(tag);
    HOLDS.iter().any(|name| opens(tag, name.as_bytes()))
}

/// Does the tag open with that name, and with no longer one?
fn opens(tag: &[u8], name: &[u8]) -> bool {
    tag.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
        && tag.get(name.len()).is_none_or(|next| matches!(next, b'>' | b'/') || next.is_ascii_whitespace())
}

#[cfg(test)]
mod tests {
    use super::{named, sniff};

    #[test]
    fn a_page_is_known_by_its_name() {
        assert!(named("a.html") && named("b/c.HTM") && named("d.xhtml"));
        assert!(!named("a.txt") && !named("html") && !named("-"));
    }

    #[test]
    fn a_page_is_known_by_its_first_tags() {
        for page in [
            "<!DOCTYPE html>\n<p>Peace",
            "\u{feff}\n <html lang=uk>",
            "<?xml version=\"1.0\"?>\n<!-- saved from the web -->\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\">",
            "<!-- a comment that the head does not end",
            "<div class=text><p>One</p><p>Two</p></div>",
            "One</p><p>Two</p><ul><li>Three</li><li>Four</li></ul><p>Five</p><p>Six</p>",
        ] {
            assert!(sniff(page.as_bytes()), "{page}");
        }
        for text in [
            "",
            "Peace",
            "<",
            "<<Déclaration>> de Paris",
            "<p> is a tag, and so is <b>",
            "<htmlx>",
            "The <b>Paris</b> Declaration<br>and more",
        ] {
            assert!(!sniff(text.as_bytes()), "{text}");
        }
    }
}
