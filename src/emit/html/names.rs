//! How the page calls things: classes, points, values, dates and languages as a reader has them.

use crate::emit::words::spelled;
use crate::model::{ComponentKind, Modality};
use std::fmt::Write as _;

/// The sections of a document, in the codebook's order; each has a class of its own.
pub(super) const SECTIONS: [&str; 9] = [
    "document",
    "preamble",
    "guarantees",
    "monitoring",
    "afu_support",
    "multinational_force",
    "attack_response",
    "cooperation",
    "coordination",
];

/// A path's section, and what stands behind it.
pub(super) fn split(path: &str) -> (&str, &str) {
    path.split_once('.').unwrap_or((path, ""))
}

/// What a section is called where there is little room.
pub(super) fn short_title(section: &str) -> &str {
    match section {
        "document" => "Document",
        "preamble" => "Preamble",
        "guarantees" => "Guarantees",
        "monitoring" => "Monitoring",
        "afu_support" => "Armed forces",
        "multinational_force" => "Force",
        "attack_response" => "Response",
        "cooperation" => "Cooperation",
        "coordination" => "Coordination",
        other => other,
    }
}

/// The class of a section: `k-monitoring`.
pub(super) fn kind_class(section: &str) -> String {
    format!("k-{section}")
}

/// The class of a verb, or of none.
pub(super) fn verb_class(modality: Option<Modality>) -> String {
    format!("m-{}", modality.map_or("none", Modality::as_str))
}

/// A path without its section, in words: "special commission, mandate".
pub(super) fn point(path: &str) -> String {
    split(path).1.replace('.', ", ").replace('_', " ")
}

/// A value as a reader has it.
pub(super) fn value(path: &str, value: &str) -> String {
    let leaf = path.rsplit('.').next().unwrap_or_default();
    match (leaf, value) {
        ("date", _) => date(value),
        ("place", _) => capitals(value),
        ("language", _) => language(value),
        (_, "true") => "yes".into(),
        (_, "false") => "no".into(),
        ("force_level", _) => thousands(value),
        ("title", _) => value.to_owned(),
        _ => own_names(&spelled(value)),
    }
}

/// The words of a value, with the capitals of its names: "UN Charter", "non-European members".
pub(super) fn own_names(value: &str) -> String {
    let value = value.replace("non european", "non-European").replace("un charter", "UN Charter");
    let words = value.split(' ').map(|word| match word {
        "ukraine" | "coalition" | "european" => capitals(word),
        _ => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// "6 January 2026"; of a day without a year, "6 January, no year given".
pub(super) fn date(value: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let parts: Vec<&str> = value.trim_start_matches("--").split('-').collect();
    let (year, month, day) = match parts.as_slice() {
        [year, month, day] => (Some(*year), *month, *day),
        [month, day] => (None, *month, *day),
        _ => return value.to_owned(),
    };
    let name = month.parse::<usize>().ok().and_then(|month| MONTHS.get(month.checked_sub(1)?));
    let (Some(name), Ok(day)) = (name, day.parse::<u8>()) else { return value.to_owned() };
    match year {
        Some(year) => format!("{day} {name} {year}"),
        None => format!("{day} {name}, no year given"),
    }
}

/// The names of places: "The Hague".
fn capitals(value: &str) -> String {
    let words = value.split(' ').map(|word| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    });
    words.collect::<Vec<_>>().join(" ")
}

/// "800 000", its blank one that does not break.
fn thousands(value: &str) -> String {
    let mut out = String::new();
    for (at, sign) in value.char_indices() {
        if at > 0 && (value.len() - at).is_multiple_of(3) {
            out.push('\u{a0}');
        }
        out.push(sign);
    }
    out
}

/// A language by its English name; one that has none here by its subtag.
pub(super) fn language(subtag: &str) -> String {
    match subtag {
        "en" => "English",
        "uk" => "Ukrainian",
        "ru" => "Russian",
        "fr" => "French",
        "de" => "German",
        "it" => "Italian",
        "pl" => "Polish",
        "es" => "Spanish",
        "pt" => "Portuguese",
        other => other,
    }
    .to_owned()
}

/// A language's subtag where it may stand in `lang`, so that letters and hyphens are right.
pub(super) fn lang(subtag: Option<&str>) -> &str {
    subtag.filter(|subtag| subtag.len() < 9 && subtag.bytes().all(|b| b.is_ascii_alphabetic())).unwrap_or("")
}

/// A fact in a line, for whoever points at its words: "Monitoring: mechanism, led by = United States (proposed)".
pub(super) fn line(path: &str, told: &str, modality: Option<Modality>, negated: bool) -> String {
    let (section, _) = split(path);
    let mut line = format!(
        "{}: {} = {}{}",
        short_title(section),
        point(path),
        if negated { "not " } else { "" },
        value(path, told)
    );
    if let Some(verb) = modality {
        let _ = write!(line, " ({verb})");
    }
    line
}

/// Is the section one of the five components?
pub(super) fn is_component(section: &str) -> bool {
    ComponentKind::ALL.iter().any(|kind| kind.as_str() == section)
}

#[cfg(test)]
mod tests {
    use super::{lang, point, value};

    #[test]
    fn values_are_written_as_a_reader_has_them() {
        let known = [
            ("document.date", "--01-06", "6 January, no year given"),
            ("document.date", "2026-01-06", "6 January 2026"),
            ("document.date", "2026-99", "2026-99"),
            ("coordination.place", "the hague", "The Hague"),
            ("afu_support.force_level", "800000", "800\u{a0}000"),
            ("monitoring.mechanism.led_by", "united_states", "United States"),
            ("attack_response.binding", "true", "yes"),
            ("preamble.basis", "un_charter", "UN Charter"),
            ("multinational_force.participant", "non_european_members", "non-European members"),
            ("multinational_force.condition", "ukraine_request", "Ukraine request"),
        ];
        for (path, told, shown) in known {
            assert_eq!(value(path, told), shown);
        }
        assert_eq!(point("monitoring.special_commission.mandate"), "special commission, mandate");
        assert_eq!((lang(Some("uk")), lang(Some("\"x"))), ("uk", ""));
    }
}
