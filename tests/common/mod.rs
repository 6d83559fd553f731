//! What several tests need: the samples, and texts that look like them.
#![allow(clippy::unwrap_used, reason = "a sample that cannot be read is to fail the test")]
#![allow(dead_code, reason = "not every test needs all of it")]

use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

/// The samples' folder.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

/// Every sample, by its path below `samples` without the extension, in order.
pub(crate) fn samples() -> Vec<(String, String)> {
    let mut found = texts(&folder());
    assert!(found.len() >= 12, "the samples are not where they were");
    found.sort();
    found
}

/// The sample's file, by its path below `samples` without the extension.
pub(crate) fn file(name: &str) -> String {
    let page = format!("samples/{name}.html");
    if folder().join(format!("{name}.html")).exists() { page } else { format!("samples/{name}.txt") }
}

/// Every text in a folder and below, by its path there without the extension; of a saved page the text that it holds.
pub(crate) fn texts(folder: &Path) -> Vec<(String, String)> {
    fn walk(root: &Path, folder: &Path, found: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, found);
            } else if path.extension().is_some_and(|extension| extension == "txt" || extension == "html") {
                let options = declparse::Options::new().name(path.to_str().unwrap());
                let text = options.parse_bytes(&fs::read(&path).unwrap()).text().to_owned();
                let name = path.with_extension("").strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                found.push((name, text));
            }
        }
    }
    let mut found = Vec::new();
    walk(folder, folder, &mut found);
    found.sort();
    found
}

/// Texts that look like declarations: pieces of samples, of layout and of noise.
pub(crate) fn lookalikes() -> impl Strategy<Value = String> {
    let mut pieces: Vec<String> = samples().iter().flat_map(|(_, text)| text.lines()).map(str::to_owned).collect();
    pieces.extend(["→ ", "1. ", "", "\t", "\u{2028}", "\r", "«", "…", "🕊", "’s", "800 000", "—"].map(str::to_owned));
    let piece = prop_oneof![4 => prop::sample::select(pieces), 1 => any::<String>()];
    (prop::collection::vec(piece, 0..24), prop_oneof![Just("\n"), Just("\n\n"), Just(" "), Just("\r\n")])
        .prop_map(|(pieces, joint)| pieces.join(joint))
}
