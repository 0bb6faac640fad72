//! Reading: bytes and what they are to texts.

use encoding_rs::Encoding;

use super::decode::{Decoded, Undecodable, decode, decode_as};
use super::disk::DiskMap;
use super::kind::Kind;
use super::meta::Meta;
use super::tell::tell;
use super::{START, html, mail, markdown, pack, records, rows, subtitles, xml};
use crate::text::Span;

/// One article of a file.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Its text.
    pub text: String,
    /// The way from it to the bytes of the file; only of worth where [`Reading::extracted`] is not set.
    pub disk: DiskMap,
    /// Its paragraphs, where the file says what they are.
    pub layout: Layout,
    /// What the file says of it.
    pub meta: Meta,
    /// Whether its text stands nowhere in the file as it is here.
    pub extracted: bool,
    /// Which of several articles of the file it is, in few characters.
    pub key: Option<String>,
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

/// A paragraph that the file itself sets apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub part: Part,
    /// Whether it belongs to the article.
    pub furniture: Furniture,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// Prose, or what nothing more is known of.
    #[default]
    Prose,
    /// A heading.
    Heading,
    /// An item of a list.
    Item,
    /// A quotation.
    Quote,
    /// What stands under a picture.
    Caption,
    /// A cell of a table.
    Cell,
    /// Code, or anything else that keeps its lines.
    Verbatim,
}

/// Whether a paragraph belongs to the article or to the page around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Furniture {
    /// It is the article's.
    #[default]
    No,
    /// It may be the page's.
    Perhaps,
    /// It is the page's.
    Surely,
}

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// What it is.
    pub kind: Kind,
    /// The reason, to stand behind the name of the file.
    pub reason: String,
}

impl Refused {
    /// Refuses a file of a kind.
    pub fn new(kind: Kind, reason: impl Into<String>) -> Self {
        Self { kind, reason: reason.into() }
    }
}

/// What the reader says of all files.
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
            times: Vec::new(),
            remarks: Vec::new(),
        }
    }

    /// Makes an article of a text that stands in a file as it is, from `from` on.
    pub fn own(decoded: Decoded, from: usize, meta: Meta) -> Self {
        let remarks = remarks(&decoded);
        let (text, disk) = (decoded.text, decoded.disk);
        Self { text, disk, layout: Layout::Sought(from), meta, extracted: false, key: None, times: Vec::new(), remarks }
    }
}

/// Files that stand in one another at most: a packed file in an archive that is packed.
const DEEPEST: usize = 4;

/// Reads the articles of a file that is called `name`.
///
/// # Errors
///
/// Says what it is and why it cannot be read.
pub fn read(bytes: &[u8], name: &str, with: &With) -> Result<Vec<Reading>, Refused> {
    read_in((bytes, name), with, DEEPEST)
}

/// As [`read`], of a file that stands in so many others less.
pub fn read_in((bytes, name): (&[u8], &str), with: &With, depth: usize) -> Result<Vec<Reading>, Refused> {
    let start = bytes.get(..START as usize).unwrap_or(bytes);
    let told = tell(start, name);
    let packed = matches!(told, Kind::Gzip | Kind::Zstd);
    let kind = if packed { told } else { with.kind.unwrap_or(told) };
    if depth == 0 && matches!(kind, Kind::Gzip | Kind::Zstd | Kind::Zip) {
        return Err(Refused::new(kind, "is packed too many times"));
    }
    let unpacked = |inside: Vec<u8>| {
        let read = read_in((&inside, pack::without_ending(name)), with, depth - 1)?;
        Ok(read.into_iter().map(|reading| Reading { extracted: true, ..reading }).collect())
    };
    match kind {
        Kind::Gzip => pack::gzip(bytes).and_then(unpacked),
        Kind::Zstd => pack::zstd(bytes).and_then(unpacked),
        Kind::Zip => pack::zip(bytes, with, depth - 1),
        Kind::Mail => mail::mail(bytes).map(|mail| vec![mail]),
        Kind::Mailbox => mail::mailbox(bytes),
        _ if kind.reader() != super::kind::Reader::Own => Err(Refused::new(kind, format!("is {}", kind.said()))),
        _ => decoded(bytes, kind, with).and_then(|decoded| texts(decoded, kind, (name, with))),
    }
}

/// Reads the articles of a text.
fn texts(decoded: Decoded, kind: Kind, (name, with): (&str, &With)) -> Result<Vec<Reading>, Refused> {
    match kind {
        Kind::Html => html::article(&decoded).map(|page| vec![page]),
        Kind::Json | Kind::JsonLines => records::records(decoded, kind, (name, with)),
        Kind::Csv => rows::rows(&decoded, (kind, b','), &with.fields),
        Kind::Tsv => rows::rows(&decoded, (kind, b'\t'), &with.fields),
        Kind::Subtitles => subtitles::subtitles(&decoded).map(|speech| vec![speech]),
        Kind::Xml => xml::articles(&decoded),
        Kind::Markdown => Ok(vec![markdown::markdown(decoded)]),
        _ => Ok(vec![markdown::plain(decoded)]),
    }
}

fn decoded(bytes: &[u8], kind: Kind, with: &With) -> Result<Decoded, Refused> {
    let read = match with.encoding {
        Some(encoding) => decode_as(bytes, encoding),
        None => decode(bytes).map(|decoded| match html::charset(bytes) {
            // A page may name its encoding; what it says counts where the bytes are not plainly something else.
            Some(encoding) if kind == Kind::Html && (decoded.guessed || decoded.misfits > 0) => {
                decode_as(bytes, encoding).unwrap_or(decoded)
            }
            _ => decoded,
        }),
    };
    read.map_err(|undecodable| match undecodable {
        Undecodable::Empty => Refused::new(kind, "is empty"),
        Undecodable::Binary => Refused::new(Kind::Binary, "is not a text file (binary)"),
        Undecodable::TooLong => Refused::new(kind, "is too long (more than 4 GiB)"),
    })
}

/// Gives what a reader should know of the way in which a text was decoded.
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
