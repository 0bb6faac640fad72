//! The program: takes the command line, runs, and ends with an exit status.

use std::process::ExitCode;

use ibid::{cli, run};

/// The exit status of a program that could not do what was asked.
const TROUBLE: u8 = 2;

fn main() -> ExitCode {
    let ended = cli::request().and_then(|request| request.map_or(Ok(run::Ending::Fine), run::run));
    match ended {
        Ok(ending) => ExitCode::from(ending.status()),
        Err(error) => {
            run::complain(&[format!("{error:#}")]);
            ExitCode::from(TROUBLE)
        }
    }
}
