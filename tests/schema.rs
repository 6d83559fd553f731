//! The schema: what is written validates against it, what is not written does not.
#![allow(clippy::unwrap_used, clippy::panic, reason = "what cannot be written is to fail the test")]

mod common;

use declparse::Offsets;
use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

fn validator() -> Validator {
    let schema = declparse::schema();
    assert!(jsonschema::draft202012::meta::is_valid(&schema), "the schema is none of the draft");
    jsonschema::options().with_draft(Draft::Draft202012).build(&schema).unwrap()
}

fn written(text: &str, offsets: Offsets) -> Value {
    let parsed = declparse::Options::new().name("a.txt").parse(text).with_offsets(offsets);
    let mut out = Vec::new();
    declparse::write(&[parsed], declparse::Format::Json, &mut out).unwrap();
    serde_json::from_slice(&out).unwrap()
}

/// A document in which every kind of part occurs.
fn whole() -> Value {
    written(
        "Paris, 6 January 2026\n\n\
         The Coalition of the Willing met in Paris. We welcome the progress made. We stand ready to commit to politically \
         and legally binding guarantees, which will be activated once a ceasefire is in force. They will include:\n\n\
         1. Monitoring of the ceasefire: a US-led ceasefire monitoring and verification mechanism. A Special Commission \
         will be established to address breaches.\n\
         2. Support to the Armed Forces of Ukraine: long-term military assistance. Their peacetime strength is 800,000.\n\
         3. A Multinational Force for Ukraine. Germany will not send troops to the Force.\n\
         4. Binding commitments in the case of a future armed attack by Russia.\n\
         5. Long-term defence cooperation with Ukraine, including training of shipwrights.\n\n\
         A US / Ukraine / Coalition coordination cell will be set up at the Coalition's operational headquarters in Paris.\n",
        Offsets::Bytes,
    )
}

#[test]
fn every_sample_validates_in_every_unit() {
    let validator = validator();
    for (name, text) in common::samples() {
        for offsets in Offsets::ALL {
            let document = written(&text, *offsets);
            let errors: Vec<String> =
                validator.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert!(errors.is_empty(), "{name} in {}: {}", offsets.as_str(), errors.join("\n"));
        }
    }
}

#[test]
fn texts_in_which_nothing_is_found_validate_too() {
    let validator = validator();
    for text in
        ["", "\0", "Weather: fog.", "Die Koalition der Willigen traf sich in Paris, um über Garantien zu sprechen."]
    {
        let document = written(text, Offsets::Bytes);
        assert!(validator.is_valid(&document), "{text:?}: {document}");
    }
}

/// Where an object, or a list, stands in a document.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(keys) => {
            found.push(at.to_owned());
            keys.iter().for_each(|(key, value)| places(value, &format!("{at}/{key}"), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(nth, value)| places(value, &format!("{at}/{nth}"), found));
        }
        _ => {}
    }
}

#[test]
fn no_object_takes_another_key() {
    let (validator, document) = (validator(), whole());
    assert!(validator.is_valid(&document));
    let mut found = Vec::new();
    places(&document, "", &mut found);
    assert!(found.len() > 30, "the document has too few parts for this test: {}", found.len());
    for place in found {
        let mut changed = document.clone();
        changed.pointer_mut(&place).unwrap()["surplus"] = json!(1);
        assert!(!validator.is_valid(&changed), "{place} takes any key");
    }
}

#[test]
fn what_is_required_cannot_be_left_out() {
    let (validator, document) = (validator(), whole());
    let cases = [
        ("", &["schema", "source", "document", "components", "not_said", "coverage", "diagnostics"][..]),
        ("/source", &["bytes", "sha256", "encoding", "offsets"]),
        ("/components/0", &["kind", "ordinal", "spans"]),
        ("/components/0/heading", &["text", "span"]),
        ("/components/0/mechanism/function/0", &["value", "span", "quote"]),
        ("/coverage", &["words", "read", "unread"]),
        ("/diagnostics/0", &["code", "severity", "message", "help"]),
    ];
    for (place, keys) in cases {
        for key in keys {
            let mut changed = document.clone();
            let removed = changed.pointer_mut(place).unwrap().as_object_mut().unwrap().remove(*key);
            assert!(removed.is_some(), "{place}/{key} is not there to begin with");
            assert!(!validator.is_valid(&changed), "{place}/{key} can be left out");
        }
    }
}

#[test]
fn lists_of_values_are_closed() {
    let (validator, document) = (validator(), whole());
    let cases = [
        ("/schema", json!("declparse/0")),
        ("/source/offsets", json!("words")),
        ("/source/sha256", json!("ABC")),
        ("/document/kind", json!("treaty")),
        ("/document/kind", Value::Null),
        ("/components/0/kind", json!("weather")),
        ("/components/0/kind", json!("cooperation")),
        ("/components/0/mechanism/function/0/value", json!("surveillance")),
        ("/components/0/mechanism/led_by/0/value", json!("atlantis")),
        ("/components/0/mechanism/led_by/0/span", json!([1])),
        ("/components/0/mechanism/led_by/0/span", json!([-1, 2])),
        ("/components/0/mechanism/led_by", json!([])),
        ("/components/0/special_commission/status/0/modality", json!("might")),
        ("/components/1/force_level/0/value", json!("many")),
        ("/components/2/contributor/0/negated", json!(false)),
        ("/not_said/0", json!("weather.fog")),
        ("/diagnostics/0/code", json!("D9999")),
        ("/diagnostics/0/severity", json!("fatal")),
    ];
    for (place, value) in cases {
        let mut changed = document.clone();
        let known = changed.pointer_mut(place).unwrap_or_else(|| panic!("{place} is not there: {document:#}"));
        *known = value;
        assert!(!validator.is_valid(&changed), "{place} takes anything");
    }
}
