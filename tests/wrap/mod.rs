//! Puts a sentence into a small declaration of our own that says nothing else.

/// Where it can be put: a component, or a place around the list.
pub(crate) const KINDS: &[&str] = &[
    "monitoring",
    "afu_support",
    "multinational_force",
    "attack_response",
    "cooperation",
    "document",
    "preamble",
    "guarantees",
    "coordination",
];

/// The heading that opens each component in a wrap: it names the kind and states nothing.
const HEADINGS: &[(&str, &str)] = &[
    ("monitoring", "The ceasefire."),
    ("afu_support", "The Armed Forces of Ukraine."),
    ("multinational_force", "The Multinational Force."),
    ("attack_response", "Should the worst come, an attack."),
    ("cooperation", "Defence cooperation."),
];

/// The components that fill up the list: the first of these that are not the wrapped one.
const OTHERS: &[&str] = &["monitoring", "afu_support", "cooperation"];

/// A small declaration of our own, with `text` in the place of `kind`.
pub(crate) fn wrapped(kind: &str, text: &str) -> String {
    let list = |kinds: &[&str]| -> String {
        let items = kinds.iter().map(|kind| item(kind, "The leaders had a word on it."));
        items.collect()
    };
    match kind {
        "coordination" => format!("{}{text}\n", list(OTHERS)),
        "document" | "preamble" | "guarantees" => format!("{text}\n\n{}", list(OTHERS)),
        component => {
            let others: Vec<&str> = OTHERS.iter().copied().filter(|other| *other != component).take(2).collect();
            item(component, text) + &list(&others)
        }
    }
}

fn item(kind: &str, text: &str) -> String {
    let heading = HEADINGS.iter().find(|(known, _)| *known == kind).map_or("", |(_, heading)| heading);
    format!("→ {heading} {text}\n\n")
}
