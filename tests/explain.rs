//! Every diagnostic's page: its first example raises the code, the one beside it does not.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a page that cannot be read is to fail the test")]

use declparse::{Code, Options, Severity};

/// The fenced examples of a page: what stands behind the fence, and the text.
fn examples(page: &str) -> Vec<(&str, String)> {
    let mut examples = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            examples.push((info, body.join("\n") + "\n"));
        }
    }
    examples
}

/// Turns `\x93` into the byte that it stands for.
fn bytes(text: &str) -> Vec<u8> {
    let mut parts = text.split("\\x");
    let mut out = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        out.push(u8::from_str_radix(&part[..2], 16).unwrap());
        out.extend_from_slice(&part.as_bytes()[2..]);
    }
    out
}

fn codes(info: &str, text: &str) -> Vec<Code> {
    if info == "lexicon" {
        let faults = declparse::Lexicon::parse(text).err().unwrap_or_default();
        return faults.iter().map(|fault| fault.code).collect();
    }
    let parsed = match info.split_once('=') {
        _ if info == "bytes" => Options::new().parse_bytes(&bytes(text)),
        _ if info == "text" => Options::new().parse(text),
        Some(("text longest", most)) => Options::new().longest(most.parse().unwrap()).parse(text),
        _ => panic!("no such example: {info}"),
    };
    parsed.diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

#[test]
fn the_first_example_raises_the_code_and_the_second_does_not() {
    let mut wrong = Vec::new();
    for &code in Code::ALL {
        let examples = examples(code.page());
        let [(bad_info, bad), (good_info, good)] = examples.as_slice() else {
            panic!("{code} has {} examples, not two", examples.len());
        };
        let (raised, left) = (codes(bad_info, bad), codes(good_info, good));
        if !raised.contains(&code) {
            wrong.push(format!("{code} is not raised by its example, which raises {raised:?}"));
        }
        if left.contains(&code) {
            wrong.push(format!("{code} is raised by its good example"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_page_says_what_its_code_is() {
    for &code in Code::ALL {
        let page = code.page();
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        assert!(page.starts_with(&format!("# {code}: {}\n\nSeverity: {severity}.\n", code.title())), "{code}");
        assert!(page.ends_with("```\n"), "{code}");
    }
}
