//! Build script: compiles the lexicons into constant tables, so that the program builds no automaton when it starts.

#[path = "compile.rs"]
#[allow(dead_code)]
mod compile;
#[path = "concept.rs"]
mod concept;
#[path = "key.rs"]
#[allow(dead_code)]
mod key;
#[path = "lines.rs"]
mod lines;
#[path = "tables.rs"]
#[allow(dead_code)]
mod tables;
#[path = "word.rs"]
#[allow(dead_code)]
mod word;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

macro_rules! parties {
    ($($name:ident = $word:literal,)*) => {
        const PARTIES: &[&str] = &[$($word),*];
    };
}
include!("../model/party.rs");

const PLACES: &[&str] = include!("../model/place.rs");

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/model/party.rs");
    println!("cargo::rerun-if-changed=src/model/place.rs");
    let out = env::var("OUT_DIR").map_err(|e| format!("OUT_DIR: {e}"))?;
    let mut code = String::new();
    let mut names: Vec<String> = Vec::new();
    let mut small: BTreeMap<key::Key, u64> = BTreeMap::new();
    for file in files()? {
        let text = fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        let told = |faults: Vec<lines::Fault>| {
            let line = |at: usize| text[..at].matches('\n').count() + 1;
            let each = faults.iter().map(|fault| format!("line {}: {}", line(fault.at.start), fault.message));
            format!("{}:\n{}", file.display(), each.collect::<Vec<_>>().join("\n"))
        };
        let lines = lines::read(&text, |name| concept::number(name, PARTIES, PLACES)).map_err(told)?;
        if file.file_stem().and_then(|stem| stem.to_str()) != Some(&lines.language) {
            return Err(format!("{}: a file is called as its @language is", file.display()));
        }
        let compiled = compile::compile(&lines).map_err(told)?;
        for word in compile::small_words(&lines) {
            *small.entry(key::Key::of(word.as_bytes())).or_default() |= 1 << names.len();
        }
        let path = file.canonicalize().map_err(|e| format!("{}: {e}", file.display()))?;
        code += &entry(&lines, &compiled, &path, Path::new(&out))?;
        names.push(lines.language);
    }
    let small: Vec<key::Entry> = small.into_iter().map(|(key, languages)| key.with([languages, 0])).collect();
    let out = Path::new(&out);
    let small = table(&bytes(key::slots(&small).into_iter().flatten(), 8), "small.words", out)?;
    let code = format!(
        "pub(crate) static LEXICONS: LazyLock<Vec<Lexicon<'static>>> = LazyLock::new(|| vec![\n{code}]);\n\
         /// The small words of every language that ships; the first number of each is the languages that have it, as\n\
         /// bits by their places.\n\
         static SMALL_WORDS: LazyLock<Index<'static>> = LazyLock::new(|| Index({small}));\n"
    );
    let path = out.join("lexicons.rs");
    fs::write(&path, code).map_err(|e| format!("{}: {e}", path.display()))
}

/// The lexicons, English first: it is the one to fall back on.
fn files() -> Result<Vec<PathBuf>, String> {
    let folder = fs::read_dir("src/lexicon").map_err(|e| format!("src/lexicon: {e}"))?;
    let mut files: Vec<PathBuf> = folder.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "tsv"));
    files.sort_by_key(|file| (!file.ends_with("en.tsv"), file.clone()));
    Ok(files)
}

/// One lexicon as an expression: its tables lie beside it as bytes, which compile in no time and need no work at the start.
fn entry(lines: &lines::Lines, compiled: &compile::Compiled, path: &Path, out: &Path) -> Result<String, String> {
    let tables = [
        ("states", bytes(compiled.states.iter().flatten().map(|n| u64::from(*n)), 4)),
        ("stems", bytes(compiled.stems.iter().map(|n| u64::from(*n)), 2)),
        ("heads", bytes(compiled.heads.iter().copied(), 8)),
        ("edges", bytes(compiled.edges.iter().flatten().map(|n| u64::from(*n)), 4)),
        ("accepts", bytes(compiled.accepts.iter().map(|n| u64::from(*n)), 2)),
        ("meanings", bytes(compiled.meanings.iter().flatten().copied(), 8)),
    ];
    let words = bytes(compiled.words.iter().flatten().copied(), 8);
    let words = table(&words, &format!("{}.words", lines.language), out)?;
    let tables = fields(&tables, &lines.language, out)?;
    Ok(format!(
        "Lexicon {{ language: {:?}, name: {:?}, shape: {:?}, lines: include_str!({path:?}), \
         tables: Tables {{ words: Index({words}), {tables} }} }},\n",
        lines.language, lines.name, lines.shape
    ))
}

/// Writes each table into a file of its own, and gives the fields that take them in.
fn fields(tables: &[(&str, Vec<u8>)], name: &str, out: &Path) -> Result<String, String> {
    let mut fields = String::new();
    for (field, bytes) in tables {
        fields += &format!("{field}: {}, ", table(bytes, &format!("{name}.{field}"), out)?);
    }
    Ok(fields)
}

/// Writes a table into a file, and gives the expression that takes it in.
fn table(bytes: &[u8], name: &str, out: &Path) -> Result<String, String> {
    let file = out.join(name);
    fs::write(&file, bytes).map_err(|e| format!("{}: {e}", file.display()))?;
    Ok(format!("table!({file:?})"))
}

/// Numbers as `width` bytes each, in the order of the machine that the program is for.
fn bytes(numbers: impl Iterator<Item = u64>, width: usize) -> Vec<u8> {
    let big = env::var("CARGO_CFG_TARGET_ENDIAN").is_ok_and(|endian| endian == "big");
    let mut bytes = Vec::new();
    for number in numbers {
        match big {
            true => bytes.extend_from_slice(&number.to_be_bytes()[8 - width..]),
            false => bytes.extend_from_slice(&number.to_le_bytes()[..width]),
        }
    }
    bytes
}
