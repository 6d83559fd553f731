//! The command through its binary: what goes where, and the exit status.
#![allow(clippy::unwrap_used, reason = "a command that cannot be run is to fail the test")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const WHOLE: &str = "samples/en/headings_alone.txt";

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_declparse"));
    command.args(args).current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    command
}

fn run(args: &[&str]) -> Output {
    fed(args, b"")
}

fn fed(args: &[&str], stdin: &[u8]) -> Output {
    let mut child = command(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    // A command that does not read its input closes the pipe.
    let _ = pipe.write_all(stdin);
    drop(pipe);
    child.wait_with_output().unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// A file of one test's own, taken away afterwards.
struct Temporary(PathBuf);

impl Temporary {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::write(&path, bytes).unwrap();
        Temporary(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

const FIVE: &str = "\
The Coalition stands ready to commit to politically and legally binding guarantees. They will include:

→ Participation in a US-led ceasefire monitoring and verification mechanism.
→ Long-term military assistance for the Armed Forces of Ukraine.
→ A Multinational Force for Ukraine, made up of contributions by willing nations.
→ Binding commitments to support Ukraine in the case of a future armed attack by Russia.
→ Long-term defence cooperation with Ukraine, including training.
";

#[test]
fn a_text_that_does_not_name_ukraine_is_told_so() {
    let other = "The US will lead the ceasefire monitoring mechanism. Europe will lead the multinational force.";
    let told = fed(&[], other.as_bytes());
    assert_eq!(told.status.code(), Some(1));
    assert!(stderr(&told).contains("no word of Ukraine"), "{}", stderr(&told));
    let fish = fed(&[], b"The ministers agreed on quotas for herring and mackerel in the coming season.");
    assert!(!stderr(&fish).contains("no word of Ukraine"), "{}", stderr(&fish));
}

#[test]
fn a_valid_text_is_written_as_json_and_nothing_is_said() {
    let output = fed(&[], FIVE.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(stderr(&output), "");
    let json: serde_json::Value = serde_json::from_str(stdout(&output)).unwrap();
    let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
    assert_eq!(json["schema"], "declparse/1");
    assert_eq!(json["source"]["bytes"], FIVE.len());
    assert!(json["source"].get("name").is_none(), "standard input has no name");
    assert!(keys.contains(&&"not_said".to_owned()));
    assert!(stdout(&output).ends_with("}\n"));
}

#[test]
fn keys_stand_in_their_order() {
    let output = fed(&["-"], FIVE.as_bytes());
    let lines = stdout(&output).lines().filter(|line| line.starts_with("  \""));
    let keys: Vec<&str> = lines.filter_map(|line| line.split('"').nth(1)).collect();
    assert_eq!(
        keys,
        ["schema", "source", "document", "guarantees", "components", "not_said", "coverage", "diagnostics"]
    );
}

#[test]
fn facts_are_tab_separated_in_the_order_of_the_text() {
    let output = fed(&["--format", "facts"], FIVE.as_bytes());
    let lines: Vec<Vec<&str>> = stdout(&output).lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines[0], ["path", "value", "polarity", "modality", "start", "end", "quote"]);
    assert_eq!(lines[1], ["document.kind", "declaration", "affirmed", "", "", "", ""]);
    assert_eq!(lines[2], ["document.language", "en", "affirmed", "", "", "", ""]);
    let starts: Vec<usize> = lines[3..].iter().map(|line| line[4].parse().unwrap()).collect();
    assert!(starts.len() > 8 && starts.is_sorted(), "{starts:?}");
    for line in &lines[3..] {
        assert_eq!(&FIVE[line[4].parse().unwrap()..line[5].parse().unwrap()], line[6]);
    }
}

#[test]
fn several_files_are_told_apart_by_a_leading_column() {
    let output = run(&["--format", "facts", WHOLE, "samples/en/report.txt"]);
    let mut lines = stdout(&output).lines();
    assert_eq!(lines.next(), Some("source\tpath\tvalue\tpolarity\tmodality\tstart\tend\tquote"));
    let names: Vec<&str> = lines.map(|line| line.split('\t').next().unwrap()).collect();
    assert!(names.is_sorted() && names[0] == WHOLE && names.last() == Some(&"samples/en/report.txt"), "{names:?}");
}

#[test]
fn several_files_are_a_stream_of_json() {
    let output = run(&[WHOLE, "samples/en/report.txt"]);
    let documents: Vec<serde_json::Value> =
        serde_json::Deserializer::from_str(stdout(&output)).into_iter().map(Result::unwrap).collect();
    let names: Vec<&str> = documents.iter().map(|document| document["source"]["name"].as_str().unwrap()).collect();
    assert_eq!(names, [WHOLE, "samples/en/report.txt"]);
}

#[test]
fn offsets_count_in_the_unit_that_is_asked_for() {
    for (unit, joint) in [("bytes", "→ ".len()), ("chars", 2), ("utf16", 2)] {
        let output = fed(&["--offsets", unit], FIVE.split_once("\n\n").unwrap().1.as_bytes());
        let json: serde_json::Value = serde_json::from_str(stdout(&output)).unwrap();
        assert_eq!(json["source"]["offsets"], unit);
        assert_eq!(json["components"][0]["spans"][0][0], joint, "{unit}");
    }
}

#[test]
fn errors_are_told_and_what_was_found_is_written() {
    let output = fed(
        &[],
        FIVE.replace(
            "→ Participation in a US-led ceasefire monitoring and verification mechanism",
            "→ A museum of folk art",
        )
        .as_bytes(),
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("\"training\""));
    assert!(stderr(&output).contains("error[D0201]: expected all five components, found 4: monitoring is missing"));
    assert!(!stderr(&output).contains("note["), "notes are for check: {}", stderr(&output));
}

#[test]
fn strict_makes_warnings_errors() {
    let text = FIVE.replace("US-led", "proposed US-led");
    let (lax, strict) = (fed(&[], text.as_bytes()), fed(&["--strict"], text.as_bytes()));
    assert_eq!((lax.status.code(), strict.status.code()), (Some(0), Some(1)));
    assert!(stderr(&lax).contains("warning[D0303]"), "{}", stderr(&lax));
    assert!(stderr(&strict).contains("error[D0303]"), "{}", stderr(&strict));
    assert!(stdout(&strict).contains("\"severity\": \"error\""));
}

#[test]
fn check_shows_the_line_the_words_and_a_help() {
    let text = FIVE.replace("US-led", "proposed US-led");
    let output = fed(&["check", "-"], text.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let expected = "\
warning[D0303]: expected to learn who leads, found united_states proposed to lead
 --> <stdin>:3:31
  |
3 | → Participation in a proposed US-led ceasefire monitoring and verification mechanism.
  |                               ^^^^^^
  |
  = help: read as proposed to lead; another rendering may say that it is only proposed by it

";
    assert!(stdout(&output).contains(expected), "{}", stdout(&output));
    assert!(stdout(&output).ends_with("1 text: 0 errors, 1 warning, 0 notes\n"), "{}", stdout(&output));
    assert_eq!(stderr(&output), "");
}

#[test]
fn check_counts_over_all_files() {
    let output = run(&["check", WHOLE, "samples/en/truncated.txt"]);
    assert!(stdout(&output).lines().last().unwrap().starts_with("2 texts: "), "{}", stdout(&output));
    assert!(stdout(&output).contains("warning[D0301]"), "{}", stdout(&output));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn one_file_that_cannot_be_read_does_not_stop_the_others() {
    let output = run(&["--format", "facts", "no/such/file.txt", WHOLE]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("error: cannot read no/such/file.txt: "), "{}", stderr(&output));
    assert!(stdout(&output).starts_with("source\tpath\t") && stdout(&output).lines().count() > 10);
    assert_eq!(run(&["samples"]).status.code(), Some(2), "a folder is no file");
}

#[test]
fn a_command_that_is_not_understood_is_told_so() {
    for args in [&["--format", "yaml", WHOLE][..], &["--no-such-option"], &["schema", "extra"]] {
        let output = run(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert_eq!(stdout(&output), "", "{args:?}");
        assert!(stderr(&output).starts_with("error: "), "{args:?}: {}", stderr(&output));
    }
}

#[test]
fn help_and_version_are_results() {
    for args in [&["--help"][..], &["-h"], &["--version"], &["check", "--help"]] {
        let output = run(args);
        assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""), "{args:?}");
        assert!(stdout(&output).contains("declparse"), "{args:?}");
    }
    assert!(stdout(&run(&["--version"])).ends_with("(declparse/1)\n"));
}

#[test]
fn explain_prints_the_page_in_either_case_of_the_code() {
    let output = run(&["explain", "d0301"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stdout(&output), declparse::Code::TextCutOff.page());
}

#[test]
fn explain_names_codes_that_look_like_an_unknown_one() {
    let output = run(&["explain", "d0311"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("'D0301'"), "{}", stderr(&output));
}

#[test]
fn explain_alone_lists_every_code() {
    let output = run(&["explain"]);
    let codes: Vec<&str> = stdout(&output).lines().map(|line| &line[..5]).collect();
    assert_eq!(codes, declparse::Code::ALL.iter().map(|code| code.as_str()).collect::<Vec<_>>());
}

#[test]
fn the_schema_is_that_of_the_library() {
    let output = run(&["schema"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(serde_json::from_str::<serde_json::Value>(stdout(&output)).unwrap(), declparse::schema());
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let text = Temporary::new("long.txt", FIVE.repeat(4000).as_bytes());
    for args in [&["--format", "facts"][..], &["check"], &["--format", "json"]] {
        let args: Vec<&str> = args.iter().copied().chain([text.path(), text.path()]).collect();
        let mut child = command(&args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert!(!stderr(&output).contains("write"), "{}", stderr(&output));
    }
}

#[test]
fn output_that_cannot_be_written_is_told() {
    let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") else {
        return; // no such device on this system
    };
    let output = command(&[WHOLE]).stdout(full).stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("error: cannot write: "), "{}", stderr(&output));
}

#[test]
fn colour_only_where_it_is_asked_for() {
    let text = b"nothing";
    let coloured = |output: &Output| stderr(output).contains("\u{1b}[");
    assert!(!coloured(&fed(&[], text)), "a pipe is no terminal");
    assert!(coloured(&fed(&["--color", "always"], text)));
    assert!(!coloured(&fed(&["--color", "never"], text)));
    let checked = fed(&["check", "--color", "always"], text);
    assert!(stdout(&checked).contains("\u{1b}["));
}

#[test]
fn nothing_in_a_text_or_a_name_commands_the_terminal() {
    let text = FIVE.replace("US-led", "proposed US-led \u{1b}[31m\u{9b}2J\u{202e}\u{7}");
    let name = format!("esc{}.txt", '\u{1b}');
    let file = Temporary::new(&name, text.as_bytes());
    let bad = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    for args in [&["check"][..], &[], &["--format", "json"]] {
        let args: Vec<&str> = args.iter().copied().chain([file.path()]).collect();
        let output = run(&args);
        assert!(!stderr(&output).contains(bad), "{args:?}: {:?}", stderr(&output));
        let raw = |c: char| c.is_control() && c != '\n';
        assert!(!stdout(&output).contains(raw), "{args:?}: {:?}", stdout(&output));
        assert!(stdout(&output).len() + stderr(&output).len() > 100);
    }
    let missing = run(&["no\u{1b}[2Jfile"]);
    assert!(!stderr(&missing).contains(bad), "{:?}", stderr(&missing));
}

#[test]
fn a_file_called_like_a_command_is_given_with_its_folder() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("called_check");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("check"), FIVE).unwrap();
    let output = command(&["./check"]).current_dir(&folder).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stdout(&output).contains("\"name\": \"./check\""));
}

#[test]
fn any_encoding_gives_the_same_facts() {
    let utf16: Vec<u8> = std::iter::once(0xfeff).chain(FIVE.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let facts = stdout(&fed(&["--format", "facts"], FIVE.as_bytes())).to_owned();
    assert_eq!(stdout(&fed(&["--format", "facts"], &utf16)), facts);
    assert_eq!(stdout(&fed(&["--format", "facts"], format!("\u{feff}{FIVE}").as_bytes())), facts);
}

#[test]
fn the_text_is_printed_as_spans_count_it() {
    assert_eq!(fed(&["--format", "text"], FIVE.as_bytes()).stdout, FIVE.as_bytes());
    let page = run(&["--format", "text", "samples/en/page_breaks.html"]);
    assert!(
        stdout(&page).contains("\n→ Support to the Armed Forces of Ukraine – defence packages"),
        "{}",
        stdout(&page)
    );
    let facts = run(&["--format", "facts", "samples/en/page_breaks.html"]);
    for line in stdout(&facts).lines().skip(1).filter(|line| !line.starts_with("document.")) {
        let columns: Vec<&str> = line.split('\t').collect();
        assert_eq!(&stdout(&page)[columns[4].parse().unwrap()..columns[5].parse().unwrap()], columns[6]);
    }
}

#[test]
fn a_page_on_standard_input_is_known_by_its_tags() {
    let items = FIVE.lines().filter_map(|line| line.strip_prefix("→ ")).map(|item| format!("<li>{item}"));
    let first = FIVE.lines().next().unwrap();
    let page = format!("<!doctype html><script>var a;</script><p>{first}<ol>{}</ol>", items.collect::<String>());
    let output = fed(&[], page.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let json: serde_json::Value = serde_json::from_str(stdout(&output)).unwrap();
    assert_eq!((&json["source"]["content"], &json["source"]["bytes"]), (&"html".into(), &page.len().into()));
    assert_eq!(json["components"][1]["marker"], "2.");
}

#[test]
fn csv_has_the_rows_of_facts_and_ends_its_lines_as_rfc_4180_has_it() {
    let (csv, facts) = (run(&["--format", "csv", WHOLE]), run(&["--format", "facts", WHOLE]));
    assert!(stdout(&csv).starts_with("path,value,polarity,modality,start,end,quote\r\n"), "{}", stdout(&csv));
    assert_eq!(stdout(&csv).matches("\r\n").count(), stdout(&facts).lines().count());
    let several = run(&["--format", "csv", WHOLE, "samples/en/report.txt"]);
    assert!(stdout(&several).starts_with("source,path,"));
    assert_eq!(stdout(&several).matches("source,path").count(), 1);
}

#[test]
fn akn_is_one_document_a_file() {
    let output = run(&["--format", "akn", WHOLE, "samples/en/report.txt"]);
    assert_eq!((output.status.code(), stdout(&output)), (Some(2), ""));
    assert!(stderr(&output).contains("one document a file"), "{}", stderr(&output));
}

#[test]
fn pages_are_written_of_one_text_or_of_two() {
    let output = run(&["--format", "html", WHOLE, "samples/en/report.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("html is one document a file"));
    let page = run(&["--format", "html", WHOLE]);
    assert_eq!(page.status.code(), Some(0));
    assert!(stdout(&page).starts_with("<!doctype html>\n") && stdout(&page).ends_with("</html>\n"));
    // The status is that of the other formats.
    let (report, last) = ("samples/en/report.txt", "samples/en/final_text.txt");
    let pages: [&[&str]; 2] = [
        &["diff", "--format", "html", "samples/en/draft.txt", last],
        &["verify", "--format", "html", report, "--against", last],
    ];
    for args in pages {
        let output = run(args);
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        assert!(stdout(&output).starts_with("<!doctype html>\n"), "{args:?}");
    }
    let matrix = run(&["diff", "--matrix", "--format", "html", report, last]);
    assert_eq!(matrix.status.code(), Some(2));
}

#[test]
fn verify_asks_where_its_texts_look_swapped() {
    let (report, last) = ("samples/en/report.txt", "samples/en/final_text.txt");
    let asks = |args: [&str; 4]| String::from_utf8_lossy(&run(&args).stderr).contains("the other way round?");
    assert!(asks(["verify", last, "--against", report]));
    assert!(!asks(["verify", report, "--against", last]));
    assert!(!asks(["verify", last, "--against", last]));
}

#[test]
fn an_output_file_appears_whole_or_not_at_all() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("output");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("facts.tsv");
    let name = file.to_str().unwrap();
    let failed = run(&["--format", "facts", "-o", name, WHOLE, "no/such/file.txt"]);
    assert_eq!((failed.status.code(), stdout(&failed), file.exists()), (Some(2), "", false));
    fs::write(&file, "as it was").unwrap();
    assert_eq!(run(&["--format", "facts", "-o", name, "no/such/file.txt"]).status.code(), Some(2));
    assert_eq!(fs::read_to_string(&file).unwrap(), "as it was");
    let written = run(&["--format", "facts", "-o", name, WHOLE]);
    assert_eq!((written.status.code(), stdout(&written)), (Some(0), ""), "{}", stderr(&written));
    assert_eq!(fs::read(&file).unwrap(), run(&["--format", "facts", WHOLE]).stdout);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing is left beside it");
    let nowhere = run(&["-o", "no/such/folder/out.json", WHOLE]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(stderr(&nowhere).contains("cannot write no/such/folder/out.json"), "{}", stderr(&nowhere));
    assert_eq!(run(&["schema", "-o", name]).status.code(), Some(0));
    assert!(fs::read_to_string(&file).unwrap().starts_with('{'));
}

#[test]
fn a_mistyped_command_or_format_is_told_what_it_is_like() {
    let output = run(&["chekc"]);
    assert!(stderr(&output).contains("the command check"), "{}", stderr(&output));
    let output = run(&["--format", "markdwn", WHOLE]);
    assert!(stderr(&output).contains("'markdown'"), "{}", stderr(&output));
}

#[test]
fn completions_and_man_are_for_every_shell_and_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = run(&["completions", shell]);
        assert_eq!(output.status.code(), Some(0));
        assert!(stdout(&output).contains("declparse") && stdout(&output).contains("verify"), "{shell}");
    }
    for args in [&["man"][..], &["man", "diff"]] {
        assert!(stdout(&run(args)).contains(".TH declparse"), "{args:?}: {}", stdout(&run(args)));
    }
    assert_eq!(run(&["man", "nothing"]).status.code(), Some(2));
}

#[test]
fn messages_are_read_by_programs() {
    let text = FIVE.replace("US-led", "proposed US-led");
    let json = fed(&["check", "--message-format", "json"], text.as_bytes());
    let lines: Vec<serde_json::Value> = stdout(&json).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let warning = lines.iter().find(|line| line["code"] == "D0303").unwrap();
    assert_eq!((&warning["file"], &warning["line"], &warning["column"]), (&"-".into(), &3.into(), &31.into()));
    assert_eq!((&warning["end_line"], &warning["end_column"]), (&3.into(), &37.into()));
    let github = fed(&["check", "--message-format", "github"], text.as_bytes());
    assert!(
        stdout(&github).contains("::warning file=-,line=3,endLine=3,col=31,endColumn=37,title=D0303::expected"),
        "{}",
        stdout(&github)
    );
}

#[test]
fn a_mistyped_command_prints_no_text() {
    let output = run(&["dif", WHOLE, WHOLE]);
    assert_eq!((output.status.code(), stdout(&output)), (Some(2), ""));
    assert!(stderr(&output).contains("did you mean the command diff?"), "{}", stderr(&output));
}

#[test]
fn a_folder_that_is_not_there_is_told_by_the_name_that_was_given() {
    let output = run(&[WHOLE, "-o", "no-such-folder/out.json"]);
    assert_eq!(output.status.code(), Some(2));
    let told = stderr(&output);
    assert!(told.contains("no-such-folder/out.json") && !told.contains(".declparse-"), "{told}");
}
