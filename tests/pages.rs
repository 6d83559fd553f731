//! Saved pages, and the encodings that pages come in: what is read, and where its spans point.
#![allow(clippy::unwrap_used, reason = "what cannot be read is to fail the test")]

mod common;

use declparse::{Code, Content, Options, Parsed};
use encoding_rs::Encoding;
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// The text in that encoding, which has all its letters.
fn encoded(text: &str, label: &str) -> Vec<u8> {
    let (bytes, _, lacking) = Encoding::for_label(label.as_bytes()).unwrap().encode(text);
    assert!(!lacking, "{label} lacks a letter of {text:?}");
    bytes.into_owned()
}

fn is_suspected(parsed: &Parsed) -> bool {
    parsed.diagnostics.iter().any(|diagnostic| diagnostic.code == Code::WrongEncoding)
}

/// Spans point into the text that was taken out of the page, and that text read by itself says the same.
fn check(parsed: &Parsed) {
    for fact in parsed.facts() {
        let Some(span) = fact.span else { continue };
        assert_eq!(parsed.quote(span), Some(fact.quote), "{}", fact.path);
        assert_eq!(span.of(parsed.text()), Some(fact.quote), "{}", fact.path);
    }
    for span in parsed.coverage.unread.iter().copied().chain(parsed.diagnostics.iter().filter_map(|d| d.span)) {
        assert!(parsed.quote(span).is_some(), "{span:?}");
    }
    let again = declparse::parse(parsed.text());
    assert_eq!(again.components, parsed.components);
    assert_eq!(again.document, parsed.document);
}

const UKRAINIAN: &str = "Коаліція охочих домовилася з Україною про гарантії безпеки: спостереження за припиненням вогню, \
    підтримка Збройних сил, багатонаціональні сили, зобов'язання на випадок нападу, співпраця в обороні. Її учасники \
    зустрілися в Парижі; жодних сумнівів, що їхні війська зможуть діяти, ґрунтовних рішень чекати недовго.";
const RUSSIAN: &str = "Коалиция желающих договорилась с Украиной о гарантиях безопасности: наблюдение за прекращением \
    огня, поддержка вооружённых сил, многонациональные силы, обязательства на случай нападения. Её участники \
    встретились в Париже; никаких сомнений, что эти войска смогут действовать, решений ждать осталось недолго.";

#[test]
fn a_page_is_read_in_the_encoding_that_it_declares() {
    for text in [UKRAINIAN, RUSSIAN] {
        for label in ["windows-1251", "koi8-u", "iso-8859-5", "utf-8"] {
            let text = if label == "iso-8859-5" { text.replace('ґ', "г") } else { text.into() };
            for meta in [
                format!("<meta charset={label}>"),
                format!("<meta http-equiv='Content-Type' content='text/html; charset={label}'>"),
            ] {
                let page = format!("<html><head>{meta}<title>Новини</title></head><body><p>{text}</p></body></html>");
                let parsed = declparse::parse_bytes(&encoded(&page, label));
                assert_eq!((parsed.text(), parsed.source.encoding), (&*format!("{text}\n"), label));
                assert_eq!(parsed.source.content, Content::Html);
                assert!(!is_suspected(&parsed));
            }
        }
    }
}

#[test]
fn an_encoding_that_is_not_declared_is_told_by_the_letters() {
    for text in [UKRAINIAN, RUSSIAN] {
        for label in ["windows-1251", "koi8-u", "iso-8859-5"] {
            let text = if label == "iso-8859-5" { text.replace('ґ', "г") } else { text.into() };
            for page in [text.clone(), format!("<html><body><p>{text}</p></body></html>")] {
                let parsed = declparse::parse_bytes(&encoded(&page, label));
                assert_eq!((parsed.text().trim_end(), parsed.source.encoding), (&*text, label));
                assert!(!is_suspected(&parsed), "{label}");
            }
        }
    }
}

#[test]
fn western_pages_are_read_as_they_declare() {
    let text = "La réunion de Paris: la « coalition » s’engage, déclare l’Élysée";
    for (label, name) in [("iso-8859-1", "windows-1252"), ("windows-1252", "windows-1252")] {
        let page = format!("<!doctype html><meta charset={label}><p>{text}");
        let parsed = declparse::parse_bytes(&encoded(&page, label));
        assert_eq!((parsed.text().trim_end(), parsed.source.encoding, is_suspected(&parsed)), (text, name, false));
    }
    let page = "<!doctype html><meta charset=iso-8859-15><p>Dix €, cœur";
    let parsed = declparse::parse_bytes(&encoded(page, "iso-8859-15"));
    assert_eq!((parsed.text(), parsed.source.encoding), ("Dix €, cœur\n", "iso-8859-15"));
}

#[test]
fn utf16_pages_are_known_with_their_mark_and_without() {
    let page = format!("<!DOCTYPE html><html><meta charset=utf-16><body><p>{UKRAINIAN}</p></body></html>");
    for marked in [true, false] {
        let units = || marked.then_some(0xfeff).into_iter().chain(page.encode_utf16());
        let little: Vec<u8> = units().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = units().flat_map(u16::to_be_bytes).collect();
        for (bytes, name) in [(little, "utf-16le"), (big, "utf-16be")] {
            let parsed = declparse::parse_bytes(&bytes);
            assert_eq!((parsed.text().trim_end(), parsed.source.encoding), (UKRAINIAN, name), "mark: {marked}");
            assert_eq!((parsed.source.content, parsed.source.bytes), (Content::Html, bytes.len()));
        }
    }
}

#[test]
fn what_was_misread_before_is_told_with_the_page_it_was_misread_as() {
    for label in ["windows-1251", "windows-1252"] {
        let (misread, _) =
            Encoding::for_label(label.as_bytes()).unwrap().decode_without_bom_handling(UKRAINIAN.as_bytes());
        for text in [misread.to_string(), format!("<!doctype html><p>{misread}")] {
            let parsed = declparse::parse_bytes(text.as_bytes());
            let told = parsed.diagnostics.iter().find(|diagnostic| diagnostic.code == Code::Mojibake).unwrap();
            assert!(told.message.contains(label), "{}", told.message);
        }
    }
    assert!(declparse::parse(UKRAINIAN).diagnostics.iter().all(|diagnostic| diagnostic.code != Code::Mojibake));
}

#[test]
fn the_digest_is_of_the_page_and_the_spans_are_of_its_text() {
    let page = b"<!doctype html><ol><li>Defence cooperation with Ukraine, including training.</ol>";
    let (parsed, text) = (declparse::parse_bytes(page), declparse::parse("1. Defence cooperation"));
    assert_eq!(parsed.source.bytes, page.len());
    assert_ne!(parsed.source.sha256(), text.source.sha256());
    assert_eq!(parsed.text(), "1. Defence cooperation with Ukraine, including training.\n");
    check(&parsed);
    let json = serde_json::to_value(&parsed).unwrap();
    assert_eq!(json["source"]["content"], "html");
    assert!(serde_json::to_value(&text).unwrap()["source"].get("content").is_none());
}

#[test]
fn a_name_or_the_caller_says_what_is_a_page() {
    let tags = "Peace <b>now</b>";
    let text = |options: Options| options.parse(tags).text().to_owned();
    assert_eq!(text(Options::new()), tags);
    assert_eq!(text(Options::new().name("a.txt")), tags);
    assert_eq!(text(Options::new().name("a.HTM")), "Peace now\n");
    assert_eq!(text(Options::new().content(Content::Html)), "Peace now\n");
    assert_eq!(text(Options::new().name("a.html").content(Content::Text)), tags);
    // A text that was only named like a page keeps its lines.
    assert_eq!(Options::new().name("a.html").parse("One\ntwo").text(), "One\ntwo");
    let page = "<!doctype html><p>Peace";
    assert_eq!(Options::new().content(Content::Text).parse_bytes(page.as_bytes()).text(), page);
}

#[test]
fn a_long_hostile_page_is_read_in_time() {
    let started = Instant::now();
    for piece in ["<div>", "<ul><li>a ", "<p>a</b>", "&lt;&#0;", "<table><td>", "<a b=c>d", "<h1>e</h2>", "<!-- "] {
        let parsed = declparse::parse_bytes(format!("<html>{}", piece.repeat(50_000)).as_bytes());
        assert_eq!(parsed.source.content, Content::Html);
    }
    assert!(started.elapsed() < Duration::from_secs(120), "{:?}", started.elapsed());
}

/// Pieces of pages: tags of every sort, with attributes, whole and torn.
fn pages() -> impl Strategy<Value = String> {
    let pieces = [
        "<p>",
        "</p>",
        "<div hidden>",
        "</div>",
        "<ol start=3 reversed>",
        "<ol type=a>",
        "</ol>",
        "<li value=9>",
        "</li>",
        "<ul>",
        "</ul>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<br>",
        "<nav>",
        "</nav>",
        "<article>",
        "</article>",
        "<a href=/x>",
        "</a>",
        "<a href='#y'>",
        "<span aria-hidden=true>",
        "</span>",
        "<script>",
        "</script>",
        "<pre>",
        "</pre>",
        "<svg/>",
        "<svg>",
        "<title/>",
        "</title>",
        "<h1>",
        "</h1>",
        "<form>",
        "<button>",
        "<template>",
        "<!--",
        "-->",
        "&rarr;",
        "&#x110000;",
        "&amp",
        "\0",
        "<",
        "</",
        "<img alt=→>",
        "<q>",
        "</q>",
        "<dl><dt>",
        "<dd>",
        "\u{a0}",
        "<plaintext>",
        "<textarea>",
        "<![CDATA[",
        "→ Monitoring of the ceasefire, led by France.",
        "Defence cooperation with Ukraine, including training. ",
        "1. ",
        "<li>Multinational Force: Europe will lead.",
    ];
    let piece = prop_oneof![6 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_tags_parse(page in pages()) {
        let options = Options::new().content(Content::Html);
        let parsed = options.parse(&page);
        check(&parsed);
        prop_assert_eq!(&parsed, &options.parse(&page));
        prop_assert_eq!(parsed.source.bytes, page.len());
    }

    #[test]
    fn any_bytes_parse_as_a_page(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let parsed = Options::new().name("a.html").parse_bytes(&bytes);
        check(&parsed);
        prop_assert_eq!(parsed.source.bytes, bytes.len());
    }
}

#[test]
fn the_samples_hold_to_it_too() {
    let mut pages = 0;
    for (name, text) in common::samples() {
        let file = common::file(&name);
        let parsed = Options::new().name(&file).parse_bytes(&std::fs::read(&file).unwrap());
        assert_eq!(parsed.text(), text);
        pages += usize::from(parsed.source.content == Content::Html);
        check(&parsed);
    }
    assert!(pages >= 3);
}
