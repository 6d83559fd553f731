//! The command line: reads files, calls the library, writes results to standard output and all else to standard error.

mod args;
mod compare;
mod messages;
mod output;
mod render;
mod stop;
mod wrap;

use crate::diagnostic::{Code, Severity};
use crate::emit;
use crate::parsed::Parsed;
use crate::read::Options;
use crate::taught::Lexicon;
use args::{Cli, Color, Command, How, MessageFormat, Read, Write};
use clap::{CommandFactory, Parser};
use std::borrow::Cow;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::ExitCode;

/// What the command reads from and writes to.
pub struct Streams<'s> {
    /// Standard input.
    pub stdin: Box<dyn io::Read + 's>,
    /// Results.
    pub stdout: Box<dyn io::Write + 's>,
    /// All else.
    pub stderr: Box<dyn io::Write + 's>,
    /// What they are connected to.
    pub terminal: Terminal,
}

/// Which streams a person sits at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Terminal {
    /// Input is typed.
    pub stdin: bool,
    /// Results are looked at.
    pub stdout: bool,
    /// Results may be coloured.
    pub stdout_colour: bool,
    /// Messages may be coloured.
    pub stderr_colour: bool,
}

impl Streams<'static> {
    /// The streams of this process.
    pub fn of_process() -> Self {
        let colour = |choice| choice != anstream::ColorChoice::Never;
        let terminal = Terminal {
            stdin: io::stdin().is_terminal(),
            stdout: io::stdout().is_terminal(),
            stdout_colour: colour(anstream::AutoStream::choice(&io::stdout())),
            stderr_colour: colour(anstream::AutoStream::choice(&io::stderr())),
        };
        Streams {
            stdin: Box::new(io::stdin().lock()),
            stdout: Box::new(io::BufWriter::new(io::stdout().lock())),
            stderr: Box::new(io::stderr().lock()),
            terminal,
        }
    }
}

/// How it went; the worst of it is the exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Valid = 0,
    Errors = 1,
    Failed = 2,
}

/// Carries out one command; `args` begin with the command's own name.
pub fn run(args: impl IntoIterator<Item = OsString>, mut streams: Streams<'_>) -> ExitCode {
    let outcome = dispatch(args, &mut streams).and_then(|outcome| streams.stdout.flush().map(|()| outcome));
    match outcome {
        Ok(outcome) => ExitCode::from(outcome as u8),
        // Whoever reads has read enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let text = render::message(&format!("cannot write: {error}"), streams.terminal.stderr_colour);
            let _ = streams.stderr.write_all(text.as_bytes());
            ExitCode::from(Outcome::Failed as u8)
        }
    }
}

fn dispatch(args: impl IntoIterator<Item = OsString>, streams: &mut Streams<'_>) -> io::Result<Outcome> {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => return usage(&error, streams),
    };
    let Some(file) = cli.output.clone().filter(|file| file.as_os_str() != "-") else { return carry_out(cli, streams) };
    let mut results = Vec::new();
    let terminal = Terminal { stdout: false, stdout_colour: false, ..streams.terminal };
    let mut inner = Streams {
        stdin: std::mem::replace(&mut streams.stdin, Box::new(io::empty())),
        stdout: Box::new(&mut results),
        stderr: Box::new(&mut streams.stderr),
        terminal,
    };
    let outcome = carry_out(cli, &mut inner)?;
    drop(inner);
    if outcome != Outcome::Failed
        && let Err(error) = output::write(&file, &results)
    {
        let message = format!("cannot write {}: {error}", file.to_string_lossy());
        let text = render::message(&message, streams.terminal.stderr_colour);
        streams.stderr.write_all(text.as_bytes())?;
        return Ok(Outcome::Failed);
    }
    Ok(outcome)
}

fn carry_out(cli: Cli, streams: &mut Streams<'_>) -> io::Result<Outcome> {
    match cli.command {
        None => parse(&cli.read, cli.write, streams),
        Some(Command::Check { message_format: MessageFormat::Human, read }) => check(&read, streams),
        Some(Command::Check { message_format, read }) => {
            each_text(&read, streams, |parsed, streams| match message_format {
                MessageFormat::Github => messages::github(&parsed, &mut streams.stdout),
                _ => messages::json(&parsed, &mut streams.stdout),
            })
        }
        Some(Command::Diff { files, format, wording, matrix, how }) => {
            let what = if matrix { compare::Diffing::Matrix } else { compare::Diffing::Two { wording } };
            compare::diff(&files, what, format, &how, streams)
        }
        Some(Command::Verify { report, against, allow, format, how }) => {
            compare::verify(&report, &against, &allow, format, &how, streams)
        }
        Some(Command::Schema { of }) => {
            emit::pretty(&crate::schema::schema_of(of), &mut streams.stdout).map(|()| Outcome::Valid)
        }
        Some(Command::Explain { code }) => explain(code, streams).map(|()| Outcome::Valid),
        Some(Command::Completions { shell }) => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "declparse", &mut script);
            streams.stdout.write_all(&script).map(|()| Outcome::Valid)
        }
        Some(Command::Man { command }) => man(command.as_deref(), streams),
    }
}

/// The manual page of the whole, or of one command.
fn man(command: Option<&str>, streams: &mut Streams<'_>) -> io::Result<Outcome> {
    let mut whole = Cli::command();
    whole.build();
    let page = match command {
        None => Some(&whole),
        Some(name) => whole.find_subcommand(name),
    };
    let Some(page) = page else {
        let text =
            render::message("there is no such command; declparse --help lists them", streams.terminal.stderr_colour);
        streams.stderr.write_all(text.as_bytes())?;
        return Ok(Outcome::Failed);
    };
    let mut roff = Vec::new();
    clap_mangen::Man::new(page.clone()).render(&mut roff)?;
    streams.stdout.write_all(&roff).map(|()| Outcome::Valid)
}

/// Help and version are results; anything else that clap says is not.
fn usage(error: &clap::Error, streams: &mut Streams<'_>) -> io::Result<Outcome> {
    let text = error.render();
    let (out, colour) = if error.use_stderr() {
        (&mut streams.stderr, streams.terminal.stderr_colour)
    } else {
        (&mut streams.stdout, streams.terminal.stdout_colour)
    };
    let text = if colour { text.ansi().to_string() } else { render::visible(&text.to_string()).into_owned() };
    out.write_all(text.as_bytes())?;
    Ok(if error.use_stderr() { Outcome::Failed } else { Outcome::Valid })
}

fn parse(read: &Read, how: Write, streams: &mut Streams<'_>) -> io::Result<Outcome> {
    let colour = colour(read.how.color, streams.terminal.stderr_colour);
    let several = read.files.len() > 1;
    if several && matches!(how.format, emit::Format::Akn | emit::Format::Html) {
        let message = format!(
            "{} is one document a file, and several texts were given: write each to a file of its own",
            how.format
        );
        failed(&message, &read.how, streams)?;
        return Ok(Outcome::Failed);
    }
    let mut first = true;
    each_text(read, streams, |parsed, streams| {
        streams.stderr.write_all(render::report(&parsed, Severity::Warning, colour).as_bytes())?;
        let parsed = parsed.with_offsets(how.offsets);
        let column = several.then(|| parsed.source.name.as_deref().unwrap_or("-"));
        let begins = std::mem::take(&mut first);
        if streams.terminal.stdout {
            let mut out = Vec::new();
            emit::write_one(&parsed, how.format, begins, column, &mut out)?;
            // A line's end is none of the signs to be made visible, in whatever form it comes.
            let text = String::from_utf8_lossy(&out).replace("\r\n", "\n");
            streams.stdout.write_all(render::visible(&text).as_bytes())
        } else {
            emit::write_one(&parsed, how.format, begins, column, &mut streams.stdout)
        }
    })
}

fn check(read: &Read, streams: &mut Streams<'_>) -> io::Result<Outcome> {
    let colour = colour(read.how.color, streams.terminal.stdout_colour);
    let (mut texts, mut counts) = (0, [0; 3]);
    let outcome = each_text(read, streams, |parsed, streams| {
        texts += 1;
        parsed.diagnostics.iter().for_each(|diagnostic| counts[diagnostic.severity as usize] += 1);
        streams.stdout.write_all(render::report(&parsed, Severity::Note, colour).as_bytes())
    })?;
    if texts > 0 {
        let [notes, warnings, errors] = counts;
        let parts = [(texts, "text"), (errors, "error"), (warnings, "warning"), (notes, "note")];
        let [texts, errors, warnings, notes] =
            parts.map(|(n, what)| format!("{n} {what}{}", if n == 1 { "" } else { "s" }));
        writeln!(streams.stdout, "{texts}: {errors}, {warnings}, {notes}")?;
    }
    Ok(outcome)
}

/// Reads the texts one after another; one that cannot be read does not stop the others.
fn each_text(
    read: &Read,
    streams: &mut Streams<'_>,
    mut each: impl FnMut(Parsed, &mut Streams<'_>) -> io::Result<()>,
) -> io::Result<Outcome> {
    let stdin = [Path::new("-").to_path_buf()];
    let files = if read.files.is_empty() { stdin.as_slice() } else { &read.files };
    if read.files.is_empty() && streams.terminal.stdin {
        let help = Cli::command().render_help();
        let colour = colour(read.how.color, streams.terminal.stderr_colour);
        let help = if colour { help.ansi().to_string() } else { help.to_string() };
        streams.stderr.write_all(help.as_bytes())?;
        return Ok(Outcome::Failed);
    }
    let Some(basis) = options(&read.how, streams)? else { return Ok(Outcome::Failed) };
    let mut outcome = Outcome::Valid;
    for file in files {
        let (options, bytes) = read_file(file, &basis, streams);
        let now = match bytes {
            Ok(bytes) => {
                let parsed = options.parse_bytes(&bytes);
                let parsed = if read.how.strict { parsed.strict() } else { parsed };
                let valid = parsed.is_valid();
                each(parsed, streams)?;
                if valid { Outcome::Valid } else { Outcome::Errors }
            }
            Err(error) => {
                cannot_read(file, &error, &read.how, streams)?;
                // A mistyped command: what stands behind it was not meant to be printed.
                if *file == files[0] && mistyped(file, &error).is_some() {
                    return Ok(Outcome::Failed);
                }
                Outcome::Failed
            }
        };
        outcome = outcome.max(now);
    }
    Ok(outcome)
}

/// A file's bytes, and the options to read them with; `-` is standard input.
fn read_file(file: &Path, basis: &Options, streams: &mut Streams<'_>) -> (Options, io::Result<Vec<u8>>) {
    if file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        (basis.clone(), io::Read::read_to_end(&mut streams.stdin, &mut bytes).map(|_| bytes))
    } else {
        (basis.clone().name(file.to_string_lossy()), std::fs::read(file))
    }
}

fn cannot_read(file: &Path, error: &io::Error, how: &How, streams: &mut Streams<'_>) -> io::Result<()> {
    let name = if file.as_os_str() == "-" { "standard input".into() } else { file.to_string_lossy() };
    let mut message = format!("cannot read {name}: {error}");
    if let Some(command) = mistyped(file, error) {
        message.push_str(&format!("; did you mean the command {command}?"));
    }
    failed(&message, how, streams)
}

/// The command that the name of a file that is not there looks like.
fn mistyped(file: &Path, error: &io::Error) -> Option<String> {
    const ALIKE: f32 = 0.7;
    let name = file.to_str().filter(|_| error.kind() == io::ErrorKind::NotFound)?;
    let names: Vec<String> = Cli::command().get_subcommands().map(|command| command.get_name().to_owned()).collect();
    let likeness = |command: &String| similar::TextDiff::from_chars(name, command.as_str()).ratio();
    let rated = names.into_iter().map(|command| (likeness(&command), command)).filter(|(ratio, _)| *ratio > ALIKE);
    rated.max_by(|one, two| one.0.total_cmp(&two.0)).map(|(_, command)| command)
}

/// Tells why the command cannot be carried out.
fn failed(message: &str, how: &How, streams: &mut Streams<'_>) -> io::Result<()> {
    let colour = colour(how.color, streams.terminal.stderr_colour);
    streams.stderr.write_all(render::message(message, colour).as_bytes())
}

/// What the texts are to be read with; nothing where a lexicon is faulty or a language has none, which has been told.
fn options(how: &How, streams: &mut Streams<'_>) -> io::Result<Option<Options>> {
    let colour = colour(how.color, streams.terminal.stderr_colour);
    let mut options = Options::new();
    for file in &how.lexicon {
        let name = file.to_string_lossy();
        let text = match std::fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) => {
                let text = render::message(&format!("cannot read {name}: {error}"), colour);
                streams.stderr.write_all(text.as_bytes())?;
                return Ok(None);
            }
        };
        match Lexicon::parse(&text) {
            Ok(lexicon) => options = options.lexicon(lexicon),
            Err(faults) => {
                let faults: Vec<_> = faults.iter().collect();
                streams.stderr.write_all(render::about(Some(&name), &text, &faults, colour).as_bytes())?;
                return Ok(None);
            }
        }
    }
    if let Some(subtag) = &how.language {
        options = options.language(subtag);
        let known = options.languages();
        if !known.contains(subtag) {
            let text = format!("no lexicon for the language {subtag}; there is one for {}", known.join(", "));
            streams.stderr.write_all(render::message(&text, colour).as_bytes())?;
            return Ok(None);
        }
    }
    Ok(Some(options))
}

fn explain(code: Option<Code>, streams: &mut Streams<'_>) -> io::Result<()> {
    let text: Cow<'_, str> = match code {
        Some(code) => code.page().into(),
        None => Code::ALL
            .iter()
            .map(|code| format!("{code}  {:7}  {}\n", code.severity().as_str(), code.title()))
            .collect::<String>()
            .into(),
    };
    streams.stdout.write_all(text.as_bytes())
}

fn colour(asked: Color, auto: bool) -> bool {
    match asked {
        Color::Auto => auto,
        Color::Always => true,
        Color::Never => false,
    }
}
