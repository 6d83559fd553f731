//! What is known to be read otherwise, and why. The test fails where one of these starts to pass.

/// Language, turn, the fact that is lost (`-`) or new (`+`), the reason.
pub(crate) const KNOWN: &[(&str, &str, &str, &str)] = &[];
