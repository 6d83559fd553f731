//! What the command takes, for clap.

use crate::diagnostic::Code;
use crate::emit::Format;
use crate::schema::Output;
use crate::source::Offsets;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, Args, Parser, Subcommand, ValueEnum};
use std::ffi::OsStr;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  declparse declaration.txt                     the document as JSON
  declparse --format facts *.txt | grep led_by  who leads, over many files
  declparse --format markdown final.txt         a brief to paste
  declparse --format csv final.txt -o facts.csv a table for a spreadsheet
  declparse --format html final.txt >final.html a page for a browser
  declparse check draft.txt                     what a person should look at
  declparse diff draft.txt final.txt            what changed in meaning
  declparse verify report.txt --against final.txt
  declparse explain D0201                       what a diagnostic means

Exit status: 0 done and valid; 1 the text has errors; 2 the command could not be carried out.
A file that is called like a command is given as ./check.";

const ABOUT: &str = "\
Reads the Paris Declaration on security guarantees for Ukraine into typed, validated clauses.

Give it a text or a saved page; it writes what the text says, every fact with the words that say it, and what the text \
does not say. The same text gives the same result: no clock, no network, no model.";

/// Reads the Paris Declaration on security guarantees for Ukraine into typed, validated clauses.
#[derive(Debug, Parser)]
#[command(
    name = "declparse",
    version = concat!(env!("CARGO_PKG_VERSION"), " (declparse/1)"),
    long_about = ABOUT,
    after_help = EXAMPLES,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    max_term_width = 100
)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    /// Write the results to this file, whole or not at all; - is standard output
    #[arg(short, long, value_name = "FILE", global = true)]
    pub(super) output: Option<PathBuf>,
    #[command(flatten)]
    pub(super) write: Write,
    #[command(flatten)]
    pub(super) read: Read,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print the diagnostics alone, for a person
    Check {
        /// How to print them: for a person; one JSON object a line; or as GitHub's annotations
        #[arg(long, value_name = "FORM", value_enum, default_value_t)]
        message_format: MessageFormat,
        #[command(flatten)]
        read: Read,
    },
    /// Show what changed in meaning between two texts, fact by fact
    #[command(after_help = DIFF_HELP)]
    Diff {
        /// The texts: the old one and the new one; with --matrix any number
        #[arg(value_name = "FILE", required = true, num_args = 1..)]
        files: Vec<PathBuf>,
        /// What to write
        #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
        format: CompareFormat,
        /// Show too the facts that are said in other words
        #[arg(long)]
        wording: bool,
        /// One row a fact, one column a text
        #[arg(long, conflicts_with = "wording")]
        matrix: bool,
        #[command(flatten)]
        how: How,
    },
    /// Hold every claim of a report against a declaration
    #[command(after_help = VERIFY_HELP)]
    Verify {
        /// The report
        #[arg(value_name = "REPORT")]
        report: PathBuf,
        /// The declaration
        #[arg(long, value_name = "DECLARATION")]
        against: PathBuf,
        /// A verdict that is no error: not-said, overstated or contradicted; may be given again
        #[arg(long, value_name = "VERDICT", value_enum)]
        allow: Vec<Against>,
        /// What to write
        #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
        format: CompareFormat,
        #[command(flatten)]
        how: How,
    },
    /// Print the JSON Schema of the output
    Schema {
        /// Which output
        #[arg(long, value_name = "OUTPUT", value_enum, default_value_t)]
        of: Output,
    },
    /// Print what a diagnostic means, with an example and how to mend it
    Explain {
        /// The diagnostic's code, as in D0201; none lists them all
        #[arg(value_parser = CodeParser)]
        code: Option<Code>,
    },
    /// Print the completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page, for man -l -
    Man {
        /// The page of this command
        #[arg(value_name = "COMMAND")]
        command: Option<String>,
    },
}

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum MessageFormat {
    #[default]
    Human,
    Json,
    Github,
}

/// How results are written.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Write {
    /// What to write
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub(super) format: Format,
    /// The unit that spans count in: bytes; chars for Python and R; utf16 for JavaScript and Java
    #[arg(long, value_name = "UNIT", value_enum, default_value_t)]
    pub(super) offsets: Offsets,
}

/// What is read, and how strictly.
#[derive(Debug, Args)]
pub(super) struct Read {
    /// The texts; - or nothing is standard input
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) how: How,
}

/// How texts are read, and what is told of them.
#[derive(Debug, Args)]
pub(super) struct How {
    /// Read the texts in this language: a subtag such as uk; without it the words tell
    #[arg(long, value_name = "SUBTAG")]
    pub(super) language: Option<String>,
    /// Read with the words of this lexicon too; may be given again
    #[arg(long, value_name = "FILE")]
    pub(super) lexicon: Vec<PathBuf>,
    /// Make every warning an error
    #[arg(long)]
    pub(super) strict: bool,
    /// When to colour: auto is on a terminal, and never with `NO_COLOR`
    #[arg(long, value_name = "WHEN", value_enum, default_value_t)]
    pub(super) color: Color,
}

/// When to colour. Without comments on its values, for help would give each a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

const DIFF_HELP: &str = "\
  declparse diff draft.txt final.txt --format html -o changes.html    a page for a browser

Signs: - removed, + added, ~ changed, ! denied, < weakened, > strengthened, ? its verb gained or lost.

Exit status: 0 the two say the same; 1 they do not; 2 the command could not be carried out.";

const VERIFY_HELP: &str = "\
  declparse verify report.txt --against final.txt --format html -o claims.html    a page for a browser

A claim that the report tells of a draft, as removed, or as somebody's word is judged too, but is no error.

Exit status: 0 every asserted claim is borne out; 1 one is contradicted, overstated or not said; 2 the command
could not be carried out.";

/// How a comparison is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum CompareFormat {
    /// For a person
    #[default]
    Human,
    /// For programs; `declparse schema --of` has its schema
    Json,
    /// A table that pastes into a report or an issue
    Markdown,
    /// One row a fact, with --matrix alone
    Csv,
    /// A page for a browser, of two texts
    Html,
}

/// Verdicts that speak against a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Against {
    NotSaid,
    Overstated,
    Contradicted,
}

impl ValueEnum for Output {
    fn value_variants<'a>() -> &'a [Self] {
        Output::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.as_str()))
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        Format::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.as_str()).help(match self {
            Format::Json => "The whole document, declparse/1; `declparse schema` has its schema",
            Format::Facts => "One fact a line, with tabs: for grep, pandas and R",
            Format::Csv => "One fact a row: for spreadsheets",
            Format::Markdown => "A brief to paste",
            Format::Akn => "Akoma Ntoso 3.0 (XML), one document",
            Format::Html => "A page for a browser, one document: the text beside its facts",
            Format::Text => "The text as spans count it",
        }))
    }
}

impl ValueEnum for Offsets {
    fn value_variants<'a>() -> &'a [Self] {
        Offsets::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.as_str()))
    }
}

/// Reads a code in either case; for one that there is not, clap names those that look like it.
#[derive(Clone)]
struct CodeParser;

impl TypedValueParser for CodeParser {
    type Value = Code;

    fn parse_ref(&self, cmd: &clap::Command, arg: Option<&Arg>, value: &OsStr) -> Result<Code, clap::Error> {
        let numbers = PossibleValuesParser::new(Code::ALL.iter().map(|code| code.as_str()));
        let number = numbers.parse_ref(cmd, arg, &value.to_ascii_uppercase())?;
        number.parse().map_err(|_| clap::Error::new(clap::error::ErrorKind::InvalidValue))
    }
}
