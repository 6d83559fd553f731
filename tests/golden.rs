//! What comes out of each sample, held by snapshots: tokens, facts, JSON, the diagnostics as `check` prints them, and every
//! other format.
//!
//! `INSTA_UPDATE=always cargo test --test golden` writes them anew; read the difference before it goes in.
#![allow(clippy::unwrap_used, reason = "what cannot be written is to fail the test")]

mod common;

use declparse::cli::{Streams, Terminal, run};
use declparse::{Format, Options};
use std::ffi::OsString;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The formats for exchange and for reading.
const SHOWN_FORMATS: [Format; 3] = [Format::Csv, Format::Markdown, Format::Akn];

fn written(file: &str, format: Format) -> String {
    let parsed = Options::new().name(file).parse_bytes(&fs::read(file).unwrap());
    let mut out = Vec::new();
    declparse::write(&[parsed], format, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn checked(file: &str) -> String {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let args = ["declparse", "check", file].map(OsString::from);
    let streams = Streams {
        stdin: Box::new(std::io::empty()),
        stdout: Box::new(&mut stdout),
        stderr: Box::new(&mut stderr),
        terminal: Terminal::default(),
    };
    run(args, streams);
    assert!(stderr.is_empty(), "{}", String::from_utf8_lossy(&stderr));
    String::from_utf8(stdout).unwrap()
}

/// A page's body: its style and its script are files of their own.
fn body(page: &str) -> String {
    let (_, body) = page.split_once("<body>").unwrap();
    body.rsplit_once("<script>").unwrap().0.to_owned()
}

/// The pages of a comparison and of a verification; those of the texts stand with their samples.
#[test]
fn pages() {
    let read = |name: &str| {
        let file = common::file(name);
        let path = format!("{}/{file}", env!("CARGO_MANIFEST_DIR"));
        Options::new().name(&*file).parse_bytes(&fs::read(path).unwrap())
    };
    let mut pages: Vec<(String, String)> = Vec::new();
    let (draft, last, report) = (read("en/draft"), read("en/final_text"), read("en/report"));
    pages.push(("diff".into(), declparse::diff_html(&draft, &last, false)));
    pages.push(("verify".into(), declparse::verify_html(&report, &last)));
    for (name, page) in pages {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("snapshots");
        settings.set_snapshot_suffix(name);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!("html", body(&page)));
    }
}

#[test]
fn samples() {
    // The names in the snapshots are those that a user of the repository sees.
    std::env::set_current_dir(env!("CARGO_MANIFEST_DIR")).unwrap();
    let mut differ = Vec::new();
    for (name, text) in common::samples() {
        let file = common::file(&name);
        let mut parts = vec![
            ("tokens", Options::new().tokens(&text)),
            ("facts", written(&file, Format::Facts)),
            ("json", written(&file, Format::Json)),
            ("diagnostics", checked(&file)),
        ];
        for format in SHOWN_FORMATS {
            let once = written(&file, format);
            assert!(once == written(&file, format) && once.len() > 60, "{format} of {name}");
        }
        let words = written(&file, Format::Markdown).split_whitespace().count();
        assert!(words < 750, "the brief of {name} has {words} words");
        parts.extend(SHOWN_FORMATS.map(|format| (format.as_str(), written(&file, format))));
        parts.push(("html", body(&written(&file, Format::Html))));
        // Tokens and JSON follow from the same code in every language: one text of each shows them.
        let whole = name.starts_with("en/") || name.ends_with("/full");
        for (part, content) in parts.into_iter().filter(|(part, _)| whole || !["tokens", "json"].contains(part)) {
            let mut settings = insta::Settings::clone_current();
            settings.set_snapshot_path("snapshots");
            settings.set_snapshot_suffix(name.replace('/', "."));
            settings.set_prepend_module_to_snapshot(false);
            settings.set_omit_expression(true);
            settings.set_description(file.clone());
            // All that differ are shown, not the first alone.
            let held = catch_unwind(AssertUnwindSafe(|| {
                settings.bind(|| insta::assert_snapshot!(part, content));
            }));
            differ.extend(held.err().map(|_| format!("{part} of {name}")));
        }
    }
    assert!(differ.is_empty(), "other than the snapshots: {}", differ.join(", "));
}
