//! Runs every example of `grammar-notes/*.md`. Their form is told in `grammar-notes/README.md`.

mod wrap;

use std::error::Error;
use std::fmt;
use std::fs;
use std::path::Path;
use wrap::{KINDS, wrapped};

type Failures = Vec<String>;

/// Pages that need no example.
const WITHOUT_EXAMPLES: &[&str] = &["CHANGELOG.md", "compare.md"];

const MODALITIES: &[&str] = &["shall", "will", "agreed", "ready", "should", "intends", "may", "proposed"];

#[test]
fn every_example_reads_as_its_page_says() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("grammar-notes");
    let mut pages = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if name.ends_with(".md") {
            pages.push((name, fs::read_to_string(&path)?));
        }
    }
    pages.sort();
    let mut failures = Failures::new();
    if pages.is_empty() {
        failures.push("grammar-notes has no page".to_owned());
    }
    for (name, page) in &pages {
        check_page(name, page, &mut failures);
    }
    assert!(failures.is_empty(), "{} failures in grammar-notes:\n\n{}\n", failures.len(), failures.join("\n\n"));
    Ok(())
}

#[test]
fn wraps_say_nothing_by_themselves() {
    for kind in KINDS {
        let found = read(&wrapped(kind, ""));
        // Kind, status and language are read off the whole text.
        let said: Vec<&Found> = found.iter().filter(|fact| fact.anchored).collect();
        assert!(said.is_empty(), "the wrap of {kind} says {said:?}");
        let kind_of_page = found.iter().find(|fact| fact.path == "document.kind").map(|fact| fact.value.as_str());
        assert_eq!(kind_of_page, Some("declaration"), "the wrap of {kind}");
    }
}

#[test]
fn a_wrong_example_is_told() {
    let page = "```example wrap=cooperation\nIt will include training.\n---\ncooperation.area = training [may]\n\
                !cooperation.area\ncooperation.term = long_term\n```\n\n```example wrap=fishing\n---\n```\n```example\nnever closed\n";
    let mut failures = Failures::new();
    check_page("page.md", page, &mut failures);
    let lines: Vec<&str> = failures.iter().filter_map(|failure| failure.split(": ").next()).collect();
    assert_eq!(lines, ["page.md:4", "page.md:5", "page.md:6", "page.md:9", "page.md:12"], "{failures:#?}");
}

/// Checks all examples of a page, and that it has enough of both sorts.
fn check_page(name: &str, page: &str, failures: &mut Failures) {
    let (mut hits, mut near_misses, mut examples) = (0, 0, 0);
    let mut lines = page.lines().enumerate();
    while let Some((opening, line)) = lines.next() {
        let Some(options) = line.strip_prefix("```example") else {
            continue;
        };
        let mut body = Vec::new();
        let mut closed = false;
        for (number, line) in lines.by_ref() {
            if line.starts_with("```") {
                closed = true;
                break;
            }
            body.push((number + 1, line));
        }
        examples += 1;
        let at = format!("{name}:{}", opening + 1);
        if !closed {
            failures.push(format!("{at}: the example is not closed"));
            continue;
        }
        match Example::new(options, &body) {
            Ok(example) => {
                hits += usize::from(example.lines.iter().any(|(_, line)| line.is_hit()));
                near_misses += example.lines.iter().filter(|(_, line)| !line.is_hit()).count();
                example.check(name, &at, failures);
            }
            Err(why) => failures.push(format!("{at}: {why}")),
        }
    }
    if examples == 0 && !WITHOUT_EXAMPLES.contains(&name) {
        failures.push(format!("{name}: the page has no example"));
    }
    if near_misses * 2 < hits {
        failures.push(format!("{name}: {hits} examples with hits and only {near_misses} near-misses"));
    }
}

/// What one line under the `---` asks for.
#[derive(Debug, PartialEq)]
enum Line<'p> {
    /// `path = value [modality]`; of no modality nothing is asked.
    Said { path: &'p str, value: &'p str, modality: Option<&'p str> },
    /// `path = value [not]`
    Denied { path: &'p str, value: &'p str },
    /// `!path`, `!path = value`
    Silent { path: &'p str, value: Option<&'p str> },
}

impl<'p> Line<'p> {
    fn new(line: &'p str) -> Result<Self, String> {
        if let Some(silent) = line.strip_prefix('!') {
            return Ok(match silent.split_once(" = ") {
                Some((path, value)) => Line::Silent { path, value: Some(value) },
                None => Line::Silent { path: silent, value: None },
            });
        }
        let Some((path, rest)) = line.split_once(" = ") else {
            return Err(format!("expected `path = value` or `!path`, found `{line}`"));
        };
        match rest.strip_suffix(']').and_then(|rest| rest.rsplit_once(" [")) {
            None => Ok(Line::Said { path, value: rest, modality: None }),
            Some((value, "not")) => Ok(Line::Denied { path, value }),
            Some((value, "none")) => Ok(Line::Said { path, value, modality: Some("") }),
            Some((value, modality)) if MODALITIES.contains(&modality) => {
                Ok(Line::Said { path, value, modality: Some(modality) })
            }
            Some((_, other)) => Err(format!("`{other}` is no modality, nor `none` or `not`")),
        }
    }

    fn is_hit(&self) -> bool {
        matches!(self, Line::Said { .. })
    }

    fn path(&self) -> &'p str {
        match self {
            Line::Said { path, .. } | Line::Denied { path, .. } | Line::Silent { path, .. } => path,
        }
    }

    fn holds(&self, facts: &[Found]) -> bool {
        match *self {
            Line::Said { path, value, modality } => {
                facts.iter().any(|f| !f.negated && f.is(path, Some(value)) && modality.is_none_or(|m| m == f.modality))
            }
            Line::Denied { path, value } => facts.iter().any(|f| f.negated && f.is(path, Some(value))),
            Line::Silent { path, value } => !facts.iter().any(|f| f.is(path, value)),
        }
    }
}

/// A fenced example: the text as it is put to the program, and what must come of it.
struct Example<'p> {
    text: String,
    told: bool,
    lines: Vec<(usize, Line<'p>)>,
}

impl<'p> Example<'p> {
    fn new(options: &str, body: &[(usize, &'p str)]) -> Result<Self, String> {
        let rule = body.iter().position(|(_, line)| *line == "---").ok_or("the example has no line `---`")?;
        let text = body[..rule].iter().map(|(_, line)| *line).collect::<Vec<_>>().join("\n");
        let (mut told, mut kind) = (false, None);
        for option in options.split_whitespace() {
            match option.strip_prefix("wrap=") {
                Some(known) if KINDS.contains(&known) => kind = Some(known),
                Some(other) => return Err(format!("no wrap is called `{other}`")),
                None if option == "report" => told = true,
                None => return Err(format!("`{option}` is no option of an example")),
            }
        }
        if told && kind.is_some() {
            return Err("a report stands as it is: no wrap".to_owned());
        }
        let mut lines = Vec::new();
        for (number, line) in &body[rule + 1..] {
            if !line.trim().is_empty() {
                lines.push((*number, Line::new(line).map_err(|why| format!("line {number}: {why}"))?));
            }
        }
        if lines.is_empty() {
            return Err("the example asks for nothing".to_owned());
        }
        Ok(Example { text: kind.map_or_else(|| text.clone(), |kind| wrapped(kind, &text)), told, lines })
    }

    fn check(&self, name: &str, at: &str, failures: &mut Failures) {
        let facts = read(&self.text);
        if self.told && facts.iter().any(|fact| fact.is("document.kind", Some("declaration"))) {
            failures.push(format!("{at}: a report, read as a declaration"));
        }
        for (number, line) in self.lines.iter().filter(|(_, line)| !line.holds(&facts)) {
            // What came instead: at the path itself, or else in its section.
            let section = line.path().split('.').next().unwrap_or_default();
            let mut came: Vec<&Found> = facts.iter().filter(|fact| fact.path == line.path()).collect();
            if came.is_empty() {
                came = facts.iter().filter(|fact| fact.path.split('.').next() == Some(section)).collect();
            }
            let came: String = came.iter().map(|fact| format!("\n    {fact:?}")).collect();
            let came = if came.is_empty() { "\n    nothing of this section".to_owned() } else { came };
            failures.push(format!("{name}:{number}: {line:?}\n  came:{came}"));
        }
    }
}

/// A fact as it came.
struct Found {
    path: String,
    value: String,
    modality: &'static str,
    negated: bool,
    quote: String,
    anchored: bool,
}

impl Found {
    fn is(&self, path: &str, value: Option<&str>) -> bool {
        self.path == path && value.is_none_or(|value| value == self.value)
    }
}

impl fmt::Debug for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} = {}", self.path, self.value)?;
        match (self.negated, self.modality) {
            (false, "") => {}
            (false, modality) => write!(f, " [{modality}]")?,
            (true, "") => write!(f, " [not]")?,
            (true, modality) => write!(f, " [not; {modality}]")?,
        }
        write!(f, " in {:?}", self.quote)
    }
}

fn read(text: &str) -> Vec<Found> {
    let parsed = declparse::parse(text);
    let found = parsed.facts().map(|fact| Found {
        path: fact.path.to_string(),
        value: fact.value.to_string(),
        modality: fact.modality.map_or("", |modality| modality.as_str()),
        negated: fact.negated,
        quote: fact.quote.to_string(),
        anchored: fact.span.is_some(),
    });
    found.collect()
}
