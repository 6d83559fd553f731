//! Words of a lexicon that no sentence is made of, and why. They are faults or limits that are known.

/// Language, concept, word, the reason.
pub(crate) const LEFT_OUT: &[(&str, &str, &str, &str)] = &[
    (
        "fr",
        "continuous",
        "de jour comme de nuit",
        "behind a denial the lexicon's `pas de` takes its first word: \"ne sera pas de jour comme de nuit\"",
    ),
    ("pl", "reliable", "można polegać", "a clause; behind `będzie` its first word is the verb's: \"będzie można\""),
    ("pl", "reliable", "można na nim polegać", "a clause, as above"),
    ("pl", "reliable", "można na niej polegać", "a clause, as above"),
];
