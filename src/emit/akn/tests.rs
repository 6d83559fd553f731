//! The XML stays XML whatever the text holds, and the words stay the words.
#![allow(clippy::unwrap_used, clippy::panic, reason = "XML that cannot be read is to fail the test")]

use super::write;
use crate::source::Offsets;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashSet;

const FIVE: &str = "\
Declaration\n\nWe, meeting in Paris on 6 January 2026, stand ready to commit to guarantees. They will include:\n\n\
1) A US-led ceasefire monitoring mechanism:\n- continuous;\n- reliable.\n\
2) Long-term military assistance for the Armed Forces of Ukraine.\n\
2) A Multinational Force for Ukraine, led by Europe.\n\
→ Defence cooperation with Ukraine, including training.\n";

fn of(text: &str, offsets: Offsets) -> String {
    let mut out = Vec::new();
    write(&crate::read::Options::new().parse(text).with_offsets(offsets), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Reads it to its end; gives every eId and every reference to one.
fn read(xml: &str) -> (Vec<String>, Vec<String>) {
    let (mut ids, mut references) = (Vec::new(), Vec::new());
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return (ids, references),
            Event::Start(element) | Event::Empty(element) => {
                for attribute in element.attributes() {
                    let attribute = attribute.unwrap();
                    let value = attribute.value.to_string();
                    if attribute.key.as_ref() == "eId" {
                        ids.push(value);
                    } else if let Some(id) = value.strip_prefix('#') {
                        references.push(id.to_owned());
                    }
                }
            }
            _ => {}
        }
    }
}

#[test]
fn every_id_is_one_and_every_reference_has_its_own() {
    let (ids, references) = read(&of(FIVE, Offsets::Bytes));
    let known: HashSet<&String> = ids.iter().collect();
    assert_eq!(known.len(), ids.len(), "{ids:?}");
    for reference in &references {
        assert!(known.contains(reference), "{reference} is nowhere: {ids:?}");
    }
    assert!(known.contains(&"list_1__intro".to_owned()) && known.contains(&"list_1__item_1".to_owned()), "{ids:?}");
}

#[test]
fn the_same_structure_in_any_unit() {
    let text = FIVE.replace("Paris", "“Paris”");
    let body = |offsets| of(&text, offsets).split_once("<mainBody").unwrap().1.to_owned();
    assert_eq!(body(Offsets::Bytes), body(Offsets::Utf16));
}

#[test]
fn no_character_breaks_it() {
    let hostile = "\0\u{1}\u{b}\u{1f}\u{7f}\u{85}\u{fffe}\u{ffff}\u{fdd0}\r]]>&<p a=\"'\">&amp;<!--";
    for text in [hostile.to_owned(), FIVE.replace("US-led", &format!("US-led {hostile}")), String::new(), "1.".into()] {
        let xml = of(&text, Offsets::Bytes);
        read(&xml);
        let bad = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{fffe}' | '\u{ffff}');
        assert!(!xml.contains(bad), "{xml:?}");
    }
}
