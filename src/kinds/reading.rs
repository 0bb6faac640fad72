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
    /// The way from it to the bytes of the file; only of worth where [`Reading::extracted`] is not set.
    pub disk: DiskMap,
    /// Its paragraphs, if the file defines them.
    pub layout: Layout,
    /// Its metadata.
    pub meta: Meta,
    /// Whether its text was extracted, so that it is not in the file as it is here.
    pub extracted: bool,
    /// Which of several articles of the file it is, in few characters.
    pub key: Option<String>,
    /// How its text is set.
    pub typeset: Typeset,
    /// When what begins at a byte of the text was said, in thousandths of a second.
    pub times: Vec<(usize, u64)>,
    /// What the reader should know of how it was read, without the name of the file.
    pub remarks: Vec<String>,
}

/// Where the paragraphs of a text are.
#[derive(Clone, Debug)]
pub enum Layout {
    /// They are to be looked for in the text, from this byte on.
    Sought(usize),
    /// Here.
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
    /// What they are.
    pub kind: Option<Kind>,
    /// Their encoding.
    pub encoding: Option<&'static Encoding>,
    /// Under which keys of a record its parts stand.
    pub fields: Fields,
}

/// Under which keys of a record its parts stand; where none is said, those that makers of records use are looked for.
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
    /// Makes an article of a text that was taken out of a file, of the blocks that were found in it.
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

    /// Makes an article of a text that stands in a file as it is, from `from` on.
    pub fn own(decoded: Decoded, from: usize, meta: Meta) -> Self {
        let remarks = remarks(&decoded);
        let (text, disk) = (decoded.text, decoded.disk);
        let (layout, typeset) = (Layout::Sought(from), Typeset::default());
        Self { text, disk, layout, meta, extracted: false, key: None, typeset, times: Vec::new(), remarks }
    }
}

/// What a reader should know of the way in which a text was decoded.
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
