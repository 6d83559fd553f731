//! What holds for any text, whatever it says.
#![allow(clippy::unwrap_used, reason = "what cannot be read is to fail the test")]

mod common;

use declparse::{Component, Offsets, Parsed, Span};
use proptest::prelude::*;

fn json(parsed: &Parsed) -> String {
    serde_json::to_string(parsed).unwrap()
}

/// Each component's stretches with the spans of its facts.
fn inside(component: &Component) -> Vec<Span> {
    fn collect(value: &serde_json::Value, found: &mut Vec<Span>) {
        if let Some(span) = value.get("span").filter(|_| value.get("quote").is_some()) {
            let at = |nth: usize| span[nth].as_u64().unwrap() as usize;
            found.push(Span::new(at(0), at(1)));
        }
        match value {
            serde_json::Value::Object(keys) => keys.values().for_each(|value| collect(value, found)),
            serde_json::Value::Array(items) => items.iter().for_each(|value| collect(value, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    collect(&serde_json::to_value(component).unwrap(), &mut found);
    found
}

fn check(text: &str) {
    let parsed = declparse::parse(text);
    for fact in parsed.facts() {
        let Some(span) = fact.span else { continue };
        assert_eq!(parsed.quote(span), Some(fact.quote), "{}", fact.path);
        assert_eq!(span.of(text), Some(fact.quote), "{}", fact.path);
    }
    for component in &parsed.components {
        for fact in inside(component) {
            assert!(component.spans().iter().any(|span| span.contains(fact)), "{fact:?} in {:?}", component.spans());
        }
        let heading = component.heading().map(|heading| (parsed.quote(heading.span), &*heading.text));
        assert!(heading.is_none_or(|(quote, text)| quote == Some(text)));
    }
    for span in parsed.coverage.unread.iter().copied().chain(parsed.diagnostics.iter().filter_map(|d| d.span)) {
        assert!(parsed.quote(span).is_some(), "{span:?}");
    }
    assert!(parsed.coverage.read <= parsed.coverage.words);
    let starts: Vec<_> = parsed.diagnostics.iter().map(|diagnostic| diagnostic.span.map(|span| span.start)).collect();
    assert!(starts.is_sorted());
    assert!(parsed.facts().map(|fact| fact.span.map(|span| span.start)).is_sorted());
    for path in &parsed.not_said {
        assert!(parsed.facts().all(|fact| fact.path != *path), "{path} is said");
    }
    // The same text, the same result; any unit tells the same words, and leads back.
    assert_eq!(parsed, declparse::parse(text));
    for offsets in Offsets::ALL {
        let there = parsed.clone().with_offsets(*offsets);
        for (fact, same) in there.facts().zip(parsed.facts()) {
            assert_eq!(fact.span.map(|span| there.quote(span)), same.span.map(|_| Some(fact.quote)));
        }
        assert_eq!(there.with_offsets(Offsets::Bytes), parsed);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_string_parses(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_text_that_looks_like_a_declaration_parses(text in common::lookalikes()) {
        check(&text);
    }

    #[test]
    fn any_bytes_parse(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let parsed = declparse::parse_bytes(&bytes);
        check(parsed.text());
        prop_assert_eq!(parsed.source.bytes, bytes.len());
        prop_assert_eq!(json(&parsed), json(&declparse::parse_bytes(&bytes)));
    }

    #[test]
    fn utf16_reads_as_the_same_text(text in common::lookalikes(), big in any::<bool>()) {
        // Bytes that open with a tag are a page's; a string is read as it stands.
        prop_assume!(!text.trim_start().starts_with('<'));
        let mark = std::iter::once(0xfeff);
        let units = mark.chain(text.encode_utf16());
        let bytes: Vec<u8> = units.flat_map(|u: u16| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect();
        let parsed = declparse::parse_bytes(&bytes);
        prop_assert_eq!(parsed.text(), &text);
        prop_assert_eq!(&parsed.components, &declparse::parse(&text).components);
    }
}

#[test]
fn the_samples_hold_to_it_too() {
    for (_, text) in common::samples() {
        check(&text);
    }
}
