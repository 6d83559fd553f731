//! What `diff` and `verify` make of texts: the pairs of `grammar-notes/compare.md`, the samples, and what must hold of any
//! two texts.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;
mod wrap;

use declparse::{Change, ChangeKind, Parsed, diff, parse, verify};
use proptest::prelude::*;
use std::fs;
use std::path::Path;

/// A block `pair wrap=KIND`: two texts, a line `===` between, and behind `---` the changes.
struct Pair {
    line: usize,
    old: String,
    new: String,
    changes: Vec<String>,
}

fn pairs() -> Vec<Pair> {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("grammar-notes/compare.md")).unwrap();
    let mut pairs = Vec::new();
    let mut lines = page.lines().enumerate();
    while let Some((line, head)) = lines.next() {
        let Some(options) = head.strip_prefix("```pair") else { continue };
        let body: Vec<&str> = lines.by_ref().map(|(_, line)| line).take_while(|line| *line != "```").collect();
        let text = body.join("\n");
        let (texts, changes) = text.split_once("\n---\n").unwrap_or_else(|| panic!("compare.md:{}: no ---", line + 1));
        let (old, new) = texts.split_once("\n===\n").unwrap_or_else(|| panic!("compare.md:{}: no ===", line + 1));
        let put = |text: &str| match options.trim().strip_prefix("wrap=") {
            Some(kind) if wrap::KINDS.contains(&kind) => wrap::wrapped(kind, text),
            Some(other) => panic!("compare.md:{}: no wrap is called {other}", line + 1),
            None => text.to_owned(),
        };
        let changes = changes.lines().filter(|line| *line != "no change").map(str::to_owned).collect();
        pairs.push(Pair { line: line + 1, old: put(old), new: put(new), changes });
    }
    assert!(pairs.len() >= 32, "the pairs are not where they were");
    pairs
}

/// A change as the page writes it: `weakened monitoring.mechanism.led_by = united_states`.
fn told(change: &Change) -> String {
    match change.new.as_ref().or(change.old.as_ref()) {
        Some(claim) => format!("{} {} = {}", change.change, change.path, claim.fact.value),
        None => format!("{} {}", change.change, change.path),
    }
}

#[test]
fn the_same_in_another_language_is_no_change() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/twins");
    let mut twins: Vec<(String, Parsed)> = Vec::new();
    for language in declparse::Options::new().languages() {
        let text = fs::read_to_string(folder.join(format!("{language}.txt"))).unwrap();
        twins.push((language, parse(&text)));
    }
    let mut wrong = Vec::new();
    for (old_name, old) in &twins {
        assert!(old.facts().count() >= 34, "{old_name} says less than its twins");
        for (new_name, new) in &twins {
            let diff = diff(old, new);
            wrong.extend(diff.of_meaning().map(|change| format!("{old_name} to {new_name}: {}", told(change))));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn reports_are_judged_claim_by_claim() {
    let judged = |args: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_declparse"));
        let output =
            command.current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("NO_COLOR").args(args).output().unwrap();
        format!("{}\nexit status {}", String::from_utf8(output.stdout).unwrap(), output.status.code().unwrap())
    };
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for name in ["right", "overstated", "contradicted", "draft", "expected"] {
            let report = format!("tests/verify/{name}.txt");
            let args = ["verify", &report, "--against", "tests/verify/declaration.txt"];
            insta::assert_snapshot!(format!("verify@{name}"), judged(&args));
        }
        let args =
            ["verify", "tests/verify/draft.txt", "--against", "tests/verify/declaration.txt", "--format", "json"];
        insta::assert_snapshot!("verify@draft.json", judged(&args));
    });
}

#[test]
fn each_pair_changes_as_its_page_says_and_no_more() {
    let mut wrong = Vec::new();
    for pair in pairs() {
        let diff = diff(&parse(&pair.old), &parse(&pair.new));
        let mut came: Vec<String> = diff.of_meaning().map(told).collect();
        let mut asked = pair.changes.clone();
        came.sort();
        asked.sort();
        if came != asked {
            wrong.push(format!("compare.md:{}: asked {asked:#?}, came {came:#?}", pair.line));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

fn sample(name: &str) -> Parsed {
    parse(&fs::read_to_string(common::folder().join(name)).unwrap())
}

#[test]
fn the_draft_lost_what_the_final_text_does_not_have_and_nothing_else() {
    let diff = diff(&sample("en/draft.txt"), &sample("en/final_text.txt"));
    let came: Vec<(String, bool)> = diff.of_meaning().map(|change| (told(change), change.certain)).collect();
    let sure = |text: &str| (text.to_owned(), true);
    assert_eq!(
        came,
        [
            sure("removed multinational_force.backed_if_attacked_by = united_states"),
            sure("removed multinational_force.support_means = intelligence"),
            sure("removed multinational_force.support_means = logistics"),
            sure("weakened multinational_force.supported_by = united_states"),
        ]
    );
}

#[test]
fn a_text_that_breaks_off_takes_nothing_back_for_certain() {
    let diff = diff(&sample("en/full_arrows.txt"), &sample("en/truncated.txt"));
    let gone = |change: &&Change| matches!(change.change, ChangeKind::ComponentRemoved);
    let gone: Vec<&Change> = diff.changes.iter().filter(gone).collect();
    assert!(!gone.is_empty());
    assert!(gone.iter().all(|change| !change.certain && change.reason.is_some()));
}

/// Declarations and reports, all of them ours.
fn texts() -> Vec<(String, Parsed)> {
    // One full text of each language beside the English ones: every pair of all would take a minute.
    let samples = common::samples().into_iter().filter(|(name, _)| name.starts_with("en/") || name.ends_with("/full"));
    samples.map(|(name, text)| (name, parse(&text))).collect()
}

#[test]
fn a_text_does_not_differ_from_itself() {
    for (name, text) in texts() {
        assert!(diff(&text, &text).is_empty(), "{name}");
        let verification = verify(&text, &text);
        assert_eq!(verification.summary.contradicted + verification.summary.overstated, 0, "{name}");
    }
}

#[test]
fn the_other_way_round_is_the_mirror() {
    let texts = texts();
    for (one_name, one) in &texts {
        for (other_name, other) in &texts {
            let key = |change: &Change, mirrored: bool| {
                let value = |claim: &Option<declparse::Claim>| claim.as_ref().map(|claim| claim.fact.value.clone());
                let (kind, old, new) = if mirrored {
                    (change.change.mirrored(), value(&change.new), value(&change.old))
                } else {
                    (change.change, value(&change.old), value(&change.new))
                };
                (kind, change.path, old, new, change.certain)
            };
            let mut there: Vec<_> = diff(one, other).changes.iter().map(|change| key(change, false)).collect();
            let mut back: Vec<_> = diff(other, one).changes.iter().map(|change| key(change, true)).collect();
            there.sort();
            back.sort();
            assert_eq!(there, back, "{one_name} and {other_name}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The items of a list in any order say the same, but for their order.
    #[test]
    fn the_order_of_components_changes_no_fact(order in Just(vec![0usize, 1, 2, 3]).prop_shuffle()) {
        let items = [
            "→ Ceasefire monitoring and verification, led by the United States.\n",
            "→ A Multinational Force for Ukraine, which France will lead.\n",
            "→ Support to the Armed Forces of Ukraine: long-term military assistance.\n",
            "→ Long-term defence cooperation with Ukraine, including training.\n",
        ];
        let text: String = order.iter().map(|at| items[*at]).collect();
        let changes = diff(&parse(&items.concat()), &parse(&text));
        prop_assert!(changes.of_meaning().all(|change| change.change == ChangeKind::ComponentReordered));
    }
}

#[test]
fn what_was_not_understood_is_no_certain_silence() {
    let text = |leads: &str| {
        format!("→ Ceasefire monitoring and verification.\n→ A Multinational Force for Ukraine. {leads}\n")
    };
    let odd = parse(&text("Its wondrous brave battalions obey glorious captains chosen by France."));
    let plain = parse(&text("It will be led by France."));
    let report = parse("The Multinational Force for Ukraine will be led by France, the ministers said.");
    let verification = verify(&report, &odd);
    let judged = verification.claims.iter().find(|judged| judged.path == "multinational_force.led_by").unwrap();
    assert_eq!((judged.verdict, judged.certain), (declparse::Verdict::NotSaid, false));
    assert!(judged.reason.as_ref().unwrap().contains("wondrous"), "{:?}", judged.reason);
    assert!(verification.summary.uncertain > 0 && verification.summary.read <= verification.summary.words);

    let matrix = declparse::matrix(&[&plain, &odd, &report]);
    let row = matrix.rows.iter().find(|row| row.path == "multinational_force.led_by").unwrap();
    assert_eq!(row.reasons.iter().map(Option::is_some).collect::<Vec<_>>(), [false, true, false]);
}
