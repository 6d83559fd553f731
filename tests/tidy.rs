//! The order of the source: imports go one way, every file says what it is for, one home for each dependency.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a file that cannot be read is to fail the test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A module uses only what stands in an earlier row, or in its own; the rows are those of README's code map.
const ROWS: &[&[&str]] = &[
    &["span", "parts", "decode", "html"],
    &["source", "diagnostic"],
    &["model"],
    &["parsed"],
    &["token", "layout", "lexicon"],
    &["grammar"],
    &["language", "coverage", "trace"],
    &["validate"],
    &["survey"],
    &["taught"],
    &["read"],
    &["compare"],
    &["schema", "emit"],
    &["cli"],
];

/// Where a dependency may be named.
const HOMES: &[(&str, &[&str])] = &[
    ("nom", &["token", "layout", "grammar"]),
    ("clap", &["cli"]),
    ("annotate_snippets", &["cli"]),
    ("anstream", &["cli"]),
    ("encoding_rs", &["decode"]),
    ("chardetng", &["decode"]),
    ("html5gum", &["html"]),
    ("sha2", &["source"]),
    ("bytemuck", &["lexicon"]),
    ("unicode_normalization", &["lexicon"]),
    ("csv", &["emit"]),
    ("quick_xml", &["emit"]),
    ("askama", &["emit"]),
    ("tempfile", &["cli"]),
    ("signal_hook", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("similar", &["emit", "cli"]),
    ("terminal_size", &["cli"]),
    ("whatlang", &["language"]),
    ("serde_json", &["schema", "emit"]),
    ("std::fs", &["cli"]),
];

/// Files that are no module of the crate: the build script, and tables that it includes.
const APART: &[&str] = &["lexicon/build.rs", "lexicon/compile.rs", "model/party.rs", "model/place.rs"];

fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    let mut found = Vec::new();
    walk(&root(), &mut found);
    found.sort();
    assert!(found.len() > 30, "the sources are not where they were");
    found
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The file's path below src, with slashes.
fn name(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/")
}

/// The module that a file belongs to: the first part of its path.
fn module(path: &Path) -> String {
    name(path).split(['/', '.']).next().unwrap().to_owned()
}

fn row(module: &str) -> Option<usize> {
    ROWS.iter().position(|row| row.contains(&module))
}

/// Lines of code: comments left out.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with("//"))
}

/// The first segments of the paths that open with `crate::` in the code before the file's own tests.
fn used(text: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for line in code(text.split("#[cfg(test)]").next().unwrap()) {
        for path in line.split("crate::").skip(1) {
            let first: String = path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            used.insert(first);
        }
    }
    used
}

#[test]
fn imports_go_one_way() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let file = name(&path);
        if ["lib.rs", "main.rs"].contains(&file.as_str()) || APART.contains(&file.as_str()) {
            continue;
        }
        let own = module(&path);
        let Some(own_row) = row(&own) else { panic!("src/{file}: {own} stands in no row of this test") };
        for other in used(&text) {
            match row(&other) {
                Some(other_row) if other_row > own_row => {
                    wrong.push(format!("src/{file} uses {other}, which comes later"));
                }
                None => wrong.push(format!("src/{file} uses crate::{other}, which stands in no row")),
                Some(_) => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_dependency_has_one_home() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let (file, own) = (name(&path), module(&path));
        if APART.contains(&file.as_str()) {
            continue;
        }
        for (dependency, homes) in HOMES {
            let text = text.split("#[cfg(test)]").next().unwrap();
            let named = code(text).any(|line| {
                line.contains(&format!("use {dependency}::"))
                    || line.contains(&format!(" {dependency}::"))
                    || line.contains(&format!("({dependency}::"))
            });
            if named && !homes.contains(&own.as_str()) {
                wrong.push(format!("src/{file} names {dependency}, whose home is {}", homes.join(", ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    for (path, text) in sources() {
        let file = name(&path);
        // Included files cannot open with an inner doc comment.
        let opens = if file == "model/party.rs" || file == "model/place.rs" { "// " } else { "//! " };
        assert!(text.starts_with(opens), "src/{file} opens without a head comment");
    }
}

#[test]
fn every_code_has_its_page_and_every_page_its_code() {
    let pages: BTreeSet<String> = fs::read_dir(root().join("diagnostic/pages"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let codes: BTreeSet<String> = declparse::Code::ALL.iter().map(|code| format!("{code}.md")).collect();
    assert_eq!(pages, codes);
}
