//! Build script: compiles the lexicons into constant tables, so that the program builds no automaton when it starts.

#[path = "compile.rs"]
mod compile;
#[path = "concept.rs"]
mod concept;
#[path = "lines.rs"]
mod lines;
#[path = "tables.rs"]
#[allow(dead_code)]
mod tables;
#[path = "word.rs"]
mod word;

use std::collections::BTreeMap;
use std::fmt::Debug;
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
    let mut names = Vec::new();
    let mut small: BTreeMap<String, u32> = BTreeMap::new();
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
            *small.entry(word).or_default() |= 1 << names.len();
        }
        let path = file.canonicalize().map_err(|e| format!("{}: {e}", file.display()))?;
        code += &module(&lines, &compiled, &path);
        names.push(lines.language);
    }
    let all: Vec<String> = names.iter().map(|name| format!("&{name}::LEXICON")).collect();
    code += &format!("pub(crate) static LEXICONS: [&Lexicon<'static>; {}] = [{}];\n", all.len(), all.join(", "));
    let small: Vec<(String, u32)> = small.into_iter().collect();
    code += &table("SMALL_WORDS", "(&str, u32)", &small);
    let path = Path::new(&out).join("lexicons.rs");
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

/// One lexicon as a module of constants.
fn module(lines: &lines::Lines, compiled: &compile::Compiled, path: &Path) -> String {
    let tables = [
        table("STATES", "[u32; 2]", &compiled.states),
        table("SYMBOLS", "[u16; 2]", &compiled.symbols),
        table("STARTS", "u16", &compiled.starts),
        table("EDGES", "[u32; 2]", &compiled.edges),
        table("ACCEPTS", "[u16; 2]", &compiled.accepts),
        table("SENSES", "[u64; 3]", &compiled.senses),
    ];
    let lexicon = format!(
        "pub(super) static LEXICON: Lexicon<'static> = Lexicon {{ language: {:?}, name: {:?}, shape: {:?}, lines: \
         include_str!({path:?}), tables: Tables {{ states: &STATES, symbols: &SYMBOLS, starts: &STARTS, edges: &EDGES, \
         accepts: &ACCEPTS, senses: &SENSES }} }};",
        lines.language, lines.name, lines.shape
    );
    format!("mod {} {{ use super::{{Lexicon, Shape, Tables}};\n{}{lexicon}\n}}\n", lines.language, tables.concat())
}

fn table(name: &str, of: &str, rows: &[impl Debug]) -> String {
    format!("static {name}: [{of}; {}] = {rows:?};\n", rows.len())
}
