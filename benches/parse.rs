//! Parsing beside a Markdown parser's events and a multi-pattern scan, on the same bytes, in one run.
//!
//! `cargo bench` prints the median of each and the ratios, and the ratios of the fastest tenth, to which other work on the
//! machine adds least. The three take turns, so that the machine's moods fall on all alike; the first turns are not counted,
//! for the memory is not there yet. pulldown-cmark understands nothing of
//! the text; the Aho-Corasick scan is what finding the lexicon's phrases alone would cost.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "a benchmark prints, and stops where it cannot start")]

#[path = "../src/lexicon/key.rs"]
#[allow(dead_code, unused_imports, reason = "the tables name it")]
mod key;
#[path = "../src/lexicon/lines.rs"]
#[allow(dead_code, reason = "the benchmark asks for the forms of a phrase only")]
mod lines;
#[path = "../src/lexicon/tables.rs"]
#[allow(dead_code, reason = "what reads a lexicon's lines needs it")]
mod tables;

use aho_corasick::{AhoCorasick, MatchKind};
use std::hint::black_box;
use std::time::{Duration, Instant};

const PAGE: &str = include_str!("../samples/en/full_arrows.txt");

fn main() {
    let lexicon = include_str!("../src/lexicon/en.tsv");
    // All forms of every phrase; a stem is looked for by what is written of it.
    let phrases: Vec<String> = lexicon
        .lines()
        .filter(|line| !line.starts_with(['#', '@']))
        .filter_map(|line| line.split('\t').nth(1))
        .flat_map(lines::expand)
        .map(|phrase| phrase.replace('*', "").split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase())
        .collect();
    let scanner = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .build(&phrases)
        .expect("the lexicon's phrases make an automaton");
    println!("{} phrases in the scan", phrases.len());
    compare("page", PAGE, &scanner, 2001);
    let mut large = String::new();
    let mut turn = 0;
    while large.len() < 16 << 20 {
        vary(PAGE, turn, &mut large);
        turn += 1;
    }
    compare("16 MiB of varied pages", &large, &scanner, 15);
    linear(&large);
}

/// One more page that is not quite the last: other words between, so that nothing repeats.
fn vary(page: &str, turn: usize, out: &mut String) {
    for (nth, line) in page.lines().enumerate() {
        out.push_str(line);
        if !line.is_empty() {
            out.push_str(&format!(" Note {turn}-{nth}."));
        }
        out.push('\n');
    }
    out.push('\n');
}

/// Turns that are not counted.
const WARM: usize = 3;

fn compare(name: &str, text: &str, scanner: &AhoCorasick, runs: usize) {
    let mut times: [Vec<Duration>; 3] = Default::default();
    for run in 0..WARM + runs {
        if run == WARM {
            times = Default::default();
        }
        times[0].push(time(|| drop(black_box(declparse::parse(black_box(text))))));
        times[1].push(time(|| {
            black_box(pulldown_cmark::Parser::new(black_box(text)).count());
        }));
        times[2].push(time(|| {
            black_box(scanner.find_iter(black_box(text)).count());
        }));
    }
    let [fast_parse, fast_markdown, fast_scan] = times.each_ref().map(|times| at(times, 10));
    let [parse, markdown, scan] = times.map(median);
    let micros = |d: Duration| d.as_secs_f64() * 1e6;
    let ratio = |one: Duration, other: Duration| micros(one) / micros(other);
    println!("{name}: {} bytes, median of {runs}", text.len());
    println!("  declparse::parse       {:>12.1} µs", micros(parse));
    println!("  pulldown-cmark events  {:>12.1} µs", micros(markdown));
    println!("  aho-corasick scan      {:>12.1} µs", micros(scan));
    let fast = |one, other| format!("fastest tenth {:.2}", ratio(one, other));
    println!("  parse / pulldown-cmark {:>12.2}    {}", ratio(parse, markdown), fast(fast_parse, fast_markdown));
    println!("  parse / aho-corasick   {:>12.2}    {}", ratio(parse, scan), fast(fast_parse, fast_scan));
}

/// Is it linear? The time a byte at 1, 4 and 16 MiB.
fn linear(large: &str) {
    for mib in [1, 4, 16] {
        let end = (0..=mib << 20).rev().find(|&i| large.is_char_boundary(i)).unwrap_or(0);
        let text = &large[..end];
        let runs = (0..3).map(|_| time(|| drop(black_box(declparse::parse(black_box(text)))))).collect();
        println!("{mib:>3} MiB: {:.2} ns a byte", median(runs).as_secs_f64() * 1e9 / text.len() as f64);
    }
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn median(times: Vec<Duration>) -> Duration {
    at(&times, 2)
}

/// The time that one in so many stays below.
fn at(times: &[Duration], part: usize) -> Duration {
    let mut times = times.to_vec();
    times.sort_unstable();
    times[times.len() / part]
}
