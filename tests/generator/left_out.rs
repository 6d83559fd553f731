//! Words of a lexicon that no sentence is made of, and why. They are faults or limits that are known.

/// Language, concept, word, the reason.
pub(crate) const LEFT_OUT: &[(&str, &str, &str, &str)] = &[
    ("pl", "reliable", "można polegać", "a clause; behind `będzie` its first word is the verb's: \"będzie można\""),
    ("pl", "reliable", "można na nim polegać", "a clause, as above"),
    ("pl", "reliable", "można na niej polegać", "a clause, as above"),
];
