//! The arguments of `merge`.

use std::path::PathBuf;

use clap::Args;

use crate::run::{Colours, Form, MARKS, Merging};

const EXAMPLES: &str = "\
Examples:
  ibid merge base.md mine.md yours.md --output merged.md
  git config merge.ibid.driver \\
    'ibid merge %O %A %B -o %A --marker-size %L -L %S -L %X -L %Y'
          git 2.44 or later then merges files with merge=ibid in .gitattributes
  git config mergetool.ibid.cmd 'ibid merge $BASE $LOCAL $REMOTE -o $MERGED'
          git mergetool -t ibid then uses it
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
    /// The common base, our version and their version; - for standard input.
    #[arg(value_names = ["BASE", "OURS", "THEIRS"], required = true, num_args = 3)]
    names: Vec<PathBuf>,
    /// Write the merged text to FILE, which may be one of the three.
    #[arg(short = 'o', long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Name the base in conflict marks; given again, ours; once more, theirs.
    #[arg(short = 'L', long = "label", value_name = "NAME")]
    labels: Vec<String>,
    /// Length of conflict marks.
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
