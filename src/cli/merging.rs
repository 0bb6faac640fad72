//! The arguments of `merge`.

use std::path::PathBuf;

use clap::Args;

use crate::run::{Colours, Form, MARKS, Merging};

const EXAMPLES: &str = "\
Examples:
  ibid merge base.md mine.md yours.md --output merged.md
  git config merge.ibid.driver \
    'ibid merge %O %A %B -o %A --marker-size %L -L %S -L %X -L %Y'
          so that git (2.44) merges files that have merge=ibid in .gitattributes
  git config mergetool.ibid.cmd 'ibid merge $BASE $LOCAL $REMOTE -o $MERGED'
          so that git mergetool -t ibid asks it
";

const ENDING: &str = "\
Changes in different sentences rarely conflict, line breaks never; what one
version moved takes the edits of the other along. Where both changed the same
words, the lines stand between marks, as git has them. On a terminal, with
--output to a file that is none of the three, they are decided on the screen:
ours is on the right, < takes theirs, > keeps ours, & takes both, E edits, and
:w writes once all are decided.

Exit status: 0 merged, 1 conflicts left, 2 trouble.";

#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = ENDING)]
pub struct MergeWords {
    /// What both versions come of, our version and theirs; - for standard input.
    #[arg(value_names = ["BASE", "OURS", "THEIRS"], required = true, num_args = 3)]
    names: Vec<PathBuf>,
    /// Write the merged text to FILE, which may be one of the three.
    #[arg(short = 'o', long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Call the base so in conflicts, and given again ours and theirs.
    #[arg(short = 'L', long = "label", value_name = "NAME")]
    labels: Vec<String>,
    /// Repeat each mark of a conflict so often.
    #[arg(long = "marker-size", value_name = "N", default_value_t = MARKS, hide_default_value = true)]
    marks: usize,
}

impl MergeWords {
    /// The names and what is wanted of them.
    pub fn request(self, colours: Colours) -> (Vec<PathBuf>, Form) {
        let marks = self.marks.clamp(1, 256);
        (self.names, Form::Merge(Merging { output: self.output, labels: self.labels, marks, colours: Some(colours) }))
    }
}
