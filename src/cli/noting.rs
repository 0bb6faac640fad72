//! The arguments of `notes`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::numbers::number;
use super::opening::FieldWords;
use crate::run::{Form, Format, NotesTask};

const EXAMPLES: &str = "\
Examples:
  ibid notes list                        print all notes
  ibid notes list articles/              those on these articles, with places
  ibid notes add a.txt 3 'Ask the port'  add a note to paragraph 3
";

const ADD_EXAMPLES: &str = "\
Examples:
  ibid notes add a.txt 3 'Ask the port'  add a note to paragraph 3
  git show HEAD:a.txt | ibid notes add - 1 'Who said this?'
                                         to a text from standard input
";

#[derive(Debug, Args)]
#[command(before_help = EXAMPLES)]
pub struct NotesWords {
    #[command(subcommand)]
    task: NotesTaskWords,
}

#[derive(Debug, Subcommand)]
enum NotesTaskWords {
    /// Print notes; with files, only those on their paragraphs.
    List {
        /// Files, folders, or - for standard input.
        #[arg(value_name = "FILES")]
        names: Vec<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        fields: FieldWords,
    },
    /// Add a note to a paragraph, after any note that it already has.
    #[command(help_template = crate::cli::TEMPLATE, before_help = ADD_EXAMPLES)]
    Add {
        /// The file, or - for standard input.
        #[arg(value_name = "FILE")]
        name: PathBuf,
        /// The number of the paragraph, as on the screen: 3 for ¶3.
        #[arg(value_name = "PARAGRAPH", allow_negative_numbers = true, value_parser = number(1..=usize::MAX))]
        paragraph: usize,
        /// The note.
        #[arg(value_name = "TEXT")]
        text: String,
        #[command(flatten)]
        fields: FieldWords,
    },
}

impl NotesWords {
    /// The names and what is wanted of them.
    pub fn request(self, reading: &mut FieldWords) -> (Vec<PathBuf>, Form) {
        match self.task {
            NotesTaskWords::List { names, json, fields } => {
                *reading = fields;
                (names, Form::Notes(NotesTask::List(if json { Format::Json } else { Format::Text })))
            }
            NotesTaskWords::Add { name, paragraph, text, fields } => {
                *reading = fields;
                (vec![name], Form::Notes(NotesTask::Add(paragraph, text)))
            }
        }
    }
}
