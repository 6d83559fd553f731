//! Build script: compiles the lexicons into constant tables, so that the program builds no automaton when it starts.

#[path = "compile.rs"]
mod compile;
#[path = "concept.rs"]
mod concept;
#[path = "tables.rs"]
#[allow(dead_code)]
mod tables;
#[path = "word.rs"]
mod word;

use std::fmt::Debug;
use std::path::Path;
use std::{env, fs};

macro_rules! parties {
    ($($name:ident = $word:literal,)*) => {
        const PARTIES: &[&str] = &[$($word),*];
    };
}
include!("../model/party.rs");

const PLACES: &[&str] = include!("../model/place.rs");

/// The code of a name in a lexicon: a concept, and for parties, places and months which one.
fn number(name: &str) -> Option<u32> {
    let (concept, value) = match name.split_once('.') {
        Some((concept, value)) => (concept, Some(value)),
        None => (name, None),
    };
    let code = concept::CONCEPTS.iter().find(|(_, n)| !n.is_empty() && *n == concept)?.0 as u32;
    let value = match (concept, value) {
        ("party" | "demonym", Some(party)) => PARTIES.iter().position(|p| *p == party)? as u32 + 1,
        ("place", Some(place)) => PLACES.iter().position(|p| p.replace(' ', "_") == place)? as u32 + 1,
        ("month", Some(month)) => month.parse().ok()?,
        ("party" | "demonym" | "place" | "month", None) | (_, Some(_)) => return None,
        (_, None) => 0,
    };
    Some(code | value << 16)
}

const LANGUAGES: &[&str] = &["en"];

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/model/party.rs");
    println!("cargo::rerun-if-changed=src/model/place.rs");
    let out = env::var("OUT_DIR").map_err(|e| format!("OUT_DIR: {e}"))?;
    for language in LANGUAGES {
        let file = format!("src/lexicon/{language}.tsv");
        let lines = fs::read_to_string(&file).map_err(|e| format!("{file}: {e}"))?;
        let compiled = compile::compile(&lines, number).map_err(|e| format!("{file}:\n{}", e.join("\n")))?;
        let code = [
            table("STATES", "[u32; 2]", &compiled.states),
            table("SYMBOLS", "[u16; 2]", &compiled.symbols),
            table("STARTS", "u16", &compiled.starts),
            table("EDGES", "[u32; 2]", &compiled.edges),
            table("ACCEPTS", "[u16; 2]", &compiled.accepts),
            table("SENSES", "[u64; 3]", &compiled.senses),
        ];
        let path = Path::new(&out).join(format!("{language}.rs"));
        fs::write(&path, code.concat()).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}

fn table(name: &str, of: &str, rows: &[impl Debug]) -> String {
    format!("static {name}: [{of}; {}] = {rows:?};\n", rows.len())
}
