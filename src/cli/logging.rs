//! The arguments of `log` and `blame`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::numbers::number;
use crate::collate::Exactness;
use crate::run::{Colours, Form, LogForm, Logging};

const EXAMPLES: &str = "\
Examples:
  ibid log chapter.md                    show the versions of a file in git
  ibid log v1.txt v2.txt v3.txt          show versions in files, oldest first
  ibid log chapter.md --format text      list them with how many words changed
";

const ENDING: &str = "\
On a terminal it opens a list: Enter shows what a version changed, Tab chooses
one to compare with another; [v and ]v go to the older and the newer version.
Renames are followed, and nothing is written to the repository.";

const BLAME_EXAMPLES: &str = "\
Examples:
  ibid blame chapter.md                  print the version of each sentence
  ibid blame v1.txt v2.txt v3.txt        the same for versions in files
";

const BLAME_ENDING: &str = "\
Each sentence is printed after the newest version that changed its words; if
only some of its words come from there, their number follows. Changes to line
breaks, order and punctuation do not count.";

#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = ENDING)]
pub struct LogWords {
    /// A file in a git work tree, or versions of a text, the oldest first.
    #[arg(value_name = "FILES", required = true)]
    names: Vec<PathBuf>,
    /// Print as text, json (default: on a terminal the screen, else text).
    #[arg(long, value_enum, hide_possible_values = true, value_name = "FORMAT")]
    format: Option<LogFormat>,
    /// Print the newest N versions only.
    #[arg(short = 'n', long = "max-count", value_name = "N", allow_negative_numbers = true, value_parser = number(1..=usize::MAX))]
    most: Option<usize>,
    /// Compare words only, not punctuation or case.
    #[arg(long)]
    words: bool,
}

#[derive(Debug, Args)]
#[command(before_help = BLAME_EXAMPLES, after_help = BLAME_ENDING)]
pub struct BlameWords {
    /// A file in a git work tree, or versions of a text, the oldest first.
    #[arg(value_name = "FILES", required = true)]
    names: Vec<PathBuf>,
    /// Print as text (the default), json.
    #[arg(long, value_enum, hide_possible_values = true, value_name = "FORMAT")]
    format: Option<LogFormat>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LogFormat {
    Text,
    Json,
}

fn printed(format: Option<LogFormat>) -> Option<LogForm> {
    format.map(|format| match format {
        LogFormat::Text => LogForm::Text,
        LogFormat::Json => LogForm::Json,
    })
}

impl LogWords {
    /// The names and what is wanted of them.
    pub fn request(self, colours: Colours) -> (Vec<PathBuf>, Form) {
        let exactness = if self.words { Exactness::WORDS } else { Exactness::default() };
        // Who asks for a number of versions wants them printed.
        let printed = printed(self.format).or(self.most.map(|_| LogForm::Text));
        let most = self.most.unwrap_or(usize::MAX);
        (self.names, Form::Log(Logging { blames: false, printed, most, exactness, colours }))
    }
}

impl BlameWords {
    /// The names and what is wanted of them.
    pub fn request(self, colours: Colours) -> (Vec<PathBuf>, Form) {
        let (printed, exactness) = (printed(self.format), Exactness::WORDS);
        (self.names, Form::Log(Logging { blames: true, printed, most: usize::MAX, exactness, colours }))
    }
}
