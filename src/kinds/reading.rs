//! The result of reading a file, and the reader's options for all files.

use encoding_rs::Encoding;

pub use super::block::{Block, Furniture, Part};
use super::decode::Decoded;
use super::disk::DiskMap;
use super::kind::Kind;
use super::meta::Meta;
use super::typeset::Typeset;

/// One article of a file.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Its text.
    pub text: String,
    /// The map to the bytes of the file; meaningful only if [`Reading::extracted`] is not set.
    pub disk: DiskMap,
    /// Its paragraphs, if the file defines them.
    pub layout: Layout,
    /// Its metadata.
    pub meta: Meta,
    /// Whether its text was extracted, so that it is not in the file in this form.
    pub extracted: bool,
    /// Which of several articles in the file it is, in a few characters.
    pub key: Option<String>,
    /// How its text is shown.
    pub typeset: Typeset,
    /// When the text from a byte on was said, in thousandths of a second.
    pub times: Vec<(usize, u64)>,
    /// What the reader should know about how it was read, without the file name.
    pub remarks: Vec<String>,
}

/// Where the paragraphs of a text are.
#[derive(Clone, Debug)]
pub enum Layout {
    /// To be found in the text, from this byte on.
    Sought(usize),
    /// These.
    Given(Vec<Block>),
}

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// What it is.
    pub kind: Kind,
    /// The reason, to be printed after the file name.
    pub reason: String,
}

impl Refused {
    /// Refuses a file of a kind.
    pub fn new(kind: Kind, reason: impl Into<String>) -> Self {
        Self { kind, reason: reason.into() }
    }
}

/// The reader's options for all files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct With {
    /// The kind of all files.
    pub kind: Option<Kind>,
    /// The encoding of all files.
    pub encoding: Option<&'static Encoding>,
    /// The keys of a record's parts.
    pub fields: Fields,
}

/// The keys of a record's parts; if none is given, the common ones are tried.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// The text.
    pub text: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// The source, or the address it is taken from.
    pub source: Option<String>,
    /// The date.
    pub date: Option<String>,
}

impl Reading {
    /// Makes an article of text extracted from a file, from the blocks found in it.
    pub fn extracted(text: String, blocks: Vec<Block>, meta: Meta) -> Self {
        let disk = DiskMap::identity(0);
        Self {
            text,
            disk,
            layout: Layout::Given(blocks),
            meta,
            extracted: true,
            key: None,
            typeset: Typeset::default(),
            times: Vec::new(),
            remarks: Vec::new(),
        }
    }

    /// Makes an article of text that is in a file as it is, from `from` on.
    pub fn own(decoded: Decoded, from: usize, meta: Meta) -> Self {
        let remarks = remarks(&decoded);
        let (text, disk) = (decoded.text, decoded.disk);
        let (layout, typeset) = (Layout::Sought(from), Typeset::default());
        Self { text, disk, layout, meta, extracted: false, key: None, typeset, times: Vec::new(), remarks }
    }
}

/// Returns what a reader should know about how a text was decoded.
pub fn remarks(decoded: &Decoded) -> Vec<String> {
    let encoding = decoded.encoding;
    let guess = decoded.guessed.then(|| format!("is not UTF-8; read as {encoding}, which is a guess"));
    let misfits = match decoded.misfits {
        0 => None,
        1 => Some(format!("1 byte is not valid {encoding} and is shown as �")),
        count => Some(format!("{count} bytes are not valid {encoding} and are shown as �")),
    };
    guess.into_iter().chain(misfits).collect()
}
