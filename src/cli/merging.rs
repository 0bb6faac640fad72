//! The arguments of `merge`.

use std::path::PathBuf;

use clap::Args;

use super::numbers::number;
use crate::run::{Colours, Form, MARKS, Merging};

/// The longest conflict mark: longer than any that git writes, and still one line of a screen or three.
const LONGEST: usize = 256;

const EXAMPLES: &str = "\
Examples:
  ibid merge base.md mine.md yours.md --output merged.md
                         write the merged text to a file
  git config merge.ibid.driver \\
    'ibid merge %O %A %B -o %A --marker-size %L -L %S -L %X -L %Y'
                         git 2.44 or later uses ibid for files that have
                         merge=ibid in .gitattributes
  git config mergetool.ibid.cmd \\
    'ibid merge \"$BASE\" \"$LOCAL\" \"$REMOTE\" -o \"$MERGED\"'
                         git mergetool -t ibid opens the screen
";

const ENDING: &str = "\
Changes in different sentences rarely conflict, and line breaks never do. If one
version moved text that the other edited, the edits move with it. Where both
changed the same words, both texts are written between conflict marks, as git
does. On a terminal, with --output to a fourth file, you decide conflicts on the
screen: ours is on the right, < takes theirs, > keeps ours, & takes both, E
edits, and :w writes when all are decided.

Exit status: 0 merged, 1 conflicts left, 2 error.";

#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = ENDING)]
pub struct MergeWords {
    /// The common base, or - for standard input.
    #[arg(value_name = "BASE")]
    base: PathBuf,
    /// Our version, or -.
    #[arg(value_name = "OURS")]
    ours: PathBuf,
    /// Their version, or -.
    #[arg(value_name = "THEIRS")]
    theirs: PathBuf,
    /// Write the merged text to FILE, which may be one of the three.
    #[arg(short = 'o', long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Name the base in conflict marks; given again, ours; once more, theirs.
    #[arg(short = 'L', long = "label", value_name = "NAME")]
    labels: Vec<String>,
    /// Length of conflict marks (default: 7).
    #[arg(long = "marker-size", value_name = "N", default_value_t = MARKS, hide_default_value = true, allow_negative_numbers = true, value_parser = number(1..=LONGEST))]
    marks: usize,
}

impl MergeWords {
    /// The names and what is wanted of them.
    pub fn request(self, colours: Colours) -> (Vec<PathBuf>, Form) {
        let (marks, colours) = (self.marks, Some(colours));
        let merging = Merging { output: self.output, labels: self.labels, marks, colours };
        (vec![self.base, self.ours, self.theirs], Form::Merge(merging))
    }
}
