//! Options that say how files are read, and the commands `text` and `kinds`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::Args;
use encoding_rs::Encoding;

use super::EVERYWHERE;
use super::offering::Offering;
use super::refusing::any_of;
use crate::kinds::{Fields, Kind, Reader, With};
use crate::run::Form;

#[derive(Clone, Debug, Default, Args)]
pub struct ReadWords {
    /// Read files as text, html, csv ... (see ibid kinds).
    #[arg(id = "as", long = "as", global = true, help_heading = EVERYWHERE, value_name = "KIND", value_parser = KINDS, hide_possible_values = true)]
    kind: Option<Kind>,
    /// Read files as utf-8, windows-1252, gbk ...
    #[arg(long, global = true, help_heading = EVERYWHERE, value_name = "NAME", value_parser = encoding)]
    encoding: Option<&'static Encoding>,
}

#[derive(Clone, Debug, Default, Args)]
pub struct FieldWords {
    /// Name the keys of records: text=KEY,title=KEY,source=KEY,date=KEY.
    #[arg(long = "field", value_name = "PART=KEY,...", value_parser = fields)]
    fields: Option<Fields>,
}

const EXAMPLES: &str = "\
Examples:
  ibid text page.html              print the article without the page around it
  ibid text --all page.html        print the whole page as text
  ibid text letter.docx >letter.txt
";

#[derive(Debug, Args)]
#[command(before_help = EXAMPLES)]
pub struct TextWords {
    /// Files, folders, or - for standard input.
    #[arg(value_name = "FILES", required = true)]
    names: Vec<PathBuf>,
    /// Include the text that belongs to the page, not the article.
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    fields: FieldWords,
}

impl TextWords {
    /// The names and what is wanted of them.
    pub fn request(self, fields: &mut FieldWords) -> (Vec<PathBuf>, Form) {
        *fields = self.fields;
        (self.names, Form::Text(self.all))
    }
}

impl FieldWords {
    /// The key of the text.
    pub fn text(&self) -> Option<&str> {
        self.fields.as_ref()?.text.as_deref()
    }

    /// The key of the source.
    pub fn source(&self) -> Option<&str> {
        self.fields.as_ref()?.source.as_deref()
    }
}

impl ReadWords {
    /// The options for all files.
    pub fn with(self, fields: FieldWords) -> With {
        With { kind: self.kind, encoding: self.encoding, fields: fields.fields.unwrap_or_default() }
    }
}

/// The kinds that ibid reads itself.
const KINDS: Offering<Kind> = Offering { read: kind, names: kind_names };

fn kind(name: OsString) -> Result<Kind, String> {
    let named = name.to_str().and_then(Kind::named).filter(|kind| kind.reader() == Reader::Own);
    named.ok_or_else(|| format!("expected {}", any_of(&kind_names())))
}

fn kind_names() -> Vec<&'static str> {
    Kind::ALL.into_iter().filter(|kind| kind.reader() == Reader::Own).map(Kind::name).collect()
}

fn encoding(name: &str) -> Result<&'static Encoding, String> {
    Encoding::for_label(name.as_bytes()).ok_or_else(|| "unknown encoding".to_owned())
}

fn fields(said: &str) -> Result<Fields, String> {
    let mut fields = Fields::default();
    for part in said.split(',') {
        let (name, key) = part.split_once('=').unwrap_or(("text", part));
        let place = match name.trim() {
            "text" => &mut fields.text,
            "title" => &mut fields.title,
            "source" => &mut fields.source,
            "date" => &mut fields.date,
            other => return Err(format!("unknown part {other}; expected text, title, source or date")),
        };
        *place = Some(key.trim().to_owned());
    }
    Ok(fields)
}
