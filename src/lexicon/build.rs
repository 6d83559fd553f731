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

use std::fmt::{Debug, Write as _};
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

fn main() {
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/model/party.rs");
    println!("cargo::rerun-if-changed=src/model/place.rs");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    for language in ["en"] {
        let file = format!("src/lexicon/{language}.tsv");
        let lines = fs::read_to_string(&file).unwrap_or_else(|e| panic!("{file}: {e}"));
        let compiled = compile::compile(&lines, number).unwrap_or_else(|e| panic!("{file}:\n{}", e.join("\n")));
        let mut code = String::new();
        table(&mut code, "STATES", "[u32; 2]", &compiled.states);
        table(&mut code, "SYMBOLS", "[u16; 2]", &compiled.symbols);
        table(&mut code, "STARTS", "u16", &compiled.starts);
        table(&mut code, "EDGES", "[u32; 2]", &compiled.edges);
        table(&mut code, "ACCEPTS", "[u16; 2]", &compiled.accepts);
        table(&mut code, "SENSES", "[u64; 3]", &compiled.senses);
        fs::write(Path::new(&out).join(format!("{language}.rs")), code).expect("OUT_DIR can be written");
    }
}

fn table(code: &mut String, name: &str, of: &str, rows: &[impl Debug]) {
    writeln!(code, "static {name}: [{of}; {}] = {rows:?};", rows.len()).expect("a string can be written");
}
