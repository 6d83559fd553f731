//! The command: hands arguments and streams to `declparse::cli`, and exits with what it gives.

use declparse::cli::{Streams, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    run(std::env::args_os(), Streams::of_process())
}
