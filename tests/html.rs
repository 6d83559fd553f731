//! The pages of `--format html`: whole, self-contained, and nothing of a text becomes markup.
//!
//! `tests/browser/run` drives them in a real browser, which needs one.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a page that is not as expected is to fail the test")]

mod common;

use declparse::{Offsets, Options};
use proptest::prelude::*;

/// Reads a page's tags: each is closed in its order, each id given once, each link within the page leads somewhere, and
/// every tag is one of the templates'.
fn well_formed(page: &str) {
    const VOID: [&str; 4] = ["meta", "link", "input", "rect"];
    const KNOWN: &str = "html head meta link title style body script p a header h1 dl div dt dd span main section h2 ul li \
        strong table thead tr th tbody td small svg rect form fieldset legend label input button h3 q b code details \
        summary footer mark u";
    let known: Vec<&str> = KNOWN.split_whitespace().collect();
    let (mut open, mut ids, mut links) = (Vec::new(), std::collections::HashSet::new(), Vec::new());
    let mut rest = page.strip_prefix("<!doctype html>").unwrap();
    while let Some((_, behind)) = rest.split_once('<') {
        let (tag, after) = behind.split_once('>').unwrap();
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{tag}");
            continue;
        }
        let name = tag.split([' ', '\n']).next().unwrap();
        assert!(known.contains(&name), "<{tag}> is none of the templates'");
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        for (attribute, value) in attributes(tag) {
            match attribute {
                "id" => assert!(ids.insert(value), "{value} twice"),
                "href" if value != "data:," => links.push(value),
                _ => assert!(!attribute.starts_with("on") && attribute != "style", "{tag}"),
            }
        }
        match name {
            "style" | "script" => rest = &rest[rest.find(&format!("</{name}>")).unwrap()..],
            _ if VOID.contains(&name) => {
                if let Some(behind) = rest.strip_prefix(&*format!("</{name}>")) {
                    rest = behind;
                }
                continue;
            }
            _ => {}
        }
        open.push(name);
    }
    assert!(open.is_empty(), "{open:?} left open");
    for link in links {
        let place = link.strip_prefix('#').unwrap_or_else(|| panic!("{link} leads out of the page"));
        assert!(ids.contains(place), "{link} leads nowhere");
    }
}

/// The attributes of a tag that have a value.
fn attributes(tag: &str) -> Vec<(&str, &str)> {
    let mut parts = tag.split('"');
    let mut found = Vec::new();
    while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
        found.push((name.trim_end_matches('=').rsplit([' ', '\n']).next().unwrap(), value));
    }
    found
}

/// The text of the page's pane, as a browser has it.
fn pane(page: &str) -> String {
    let from = page.find("<div class=\"words").map_or(page.len(), |at| at);
    let inner = page[from..].split_once('>').map_or("", |(_, inner)| inner);
    let inner = inner.split("</div>\n</section>").next().unwrap();
    let mut text = String::new();
    for part in inner.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, words)| words));
    }
    let signs = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    signs.iter().fold(text, |text, (code, sign)| text.replace(code, sign))
}

/// What stands in a page for a sign that no page may hold.
fn shown(text: &str) -> String {
    let sign = |c: char| match c {
        '\n' | '\t' | '\r' => c,
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap(),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fdd0}'..='\u{fdef}' => '\u{fffd}',
        _ if u32::from(c) & 0xfffe == 0xfffe => '\u{fffd}',
        _ => c,
    };
    text.chars().map(sign).collect()
}

/// Texts that try to become markup.
fn hostile() -> impl Strategy<Value = String> {
    let tricks = prop::sample::select(vec![
        "<script>alert(1)</script>",
        "</style>",
        "</script>",
        "\" onmouseover=\"alert(1)",
        "' x='",
        "<!--",
        "-->",
        "<img src=x onerror=alert(1)>",
        "&lt;",
        "&#60;b&#62;",
        "]]>",
        "{{ policy }}",
        "\u{202e}",
        "\0",
        "<a href=javascript:alert(1)>",
    ]);
    (prop::collection::vec((common::lookalikes(), tricks), 1..5))
        .prop_map(|parts| parts.into_iter().map(|(text, trick)| format!("{text}{trick}")).collect::<String>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_page_is_whole_and_holds_the_text_and_no_markup_of_it(text in hostile(), other in hostile()) {
        let (parsed, other) = (Options::new().name(&*other).parse(&text), declparse::parse(&other));
        let page = declparse::html(&parsed);
        well_formed(&page);
        assert_eq!(pane(&page), shown(&text));
        assert_eq!(page, declparse::html(&parsed.clone().with_offsets(Offsets::Utf16)));
        well_formed(&declparse::diff_html(&parsed, &other, true));
        well_formed(&declparse::verify_html(&parsed, &other));
    }
}

#[test]
fn the_samples_have_whole_pages() {
    for (name, text) in common::samples() {
        let page = declparse::html(&Options::new().name(&*name).parse(&text));
        well_formed(&page);
        assert_eq!(pane(&page), shown(&text), "{name}");
    }
}

#[test]
fn a_page_lets_nothing_in_but_its_own_style_and_script() {
    let page = declparse::html(&declparse::parse(""));
    let policy = page.split_once("Content-Security-Policy\" content=\"").unwrap().1.split_once('"').unwrap().0;
    assert!(policy.starts_with("default-src &#39;none&#39;; style-src &#39;sha256-"), "{policy}");
    assert!(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains('*'), "{policy}");
}

#[test]
fn a_page_grows_with_its_text() {
    let (_, text) = common::samples().into_iter().find(|(name, _)| name == "en/full_arrows").unwrap();
    let length = |times: usize| declparse::html(&declparse::parse(&text.repeat(times))).len() as f64;
    let (few, many) = (length(20), length(200));
    assert!(many / few < 11.0, "{few} bytes have become {many}");
}

#[test]
#[ignore = "not run here: the pages in a real browser, for which tests/browser/run installs what it needs"]
fn pages_in_a_browser() {
    let status = std::process::Command::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/run")).status();
    assert!(status.unwrap().success());
}
