//! The two versions of a text, read: an empty one and one that is not there are versions too.

use std::borrow::Cow;
use std::fs::{self, File, Metadata};
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;
use std::sync::Mutex;

use anyhow::{Context, Result, anyhow, bail};

use super::opening::Openers;
use super::source::{NOTHING, Source};
use super::thread_pool::ThreadPool;
use crate::article::{Article, Origin, largest, too_large};
use crate::kinds::{
    self, Decoded, DiskMap, Kind, Meta, Reader, Reading, START, Typeset, Undecodable, addresses, begins_as_binary,
    decode, decode_as, tell,
};
use crate::text::{Pair, Side, visible};

/// Bytes from which on a second thread is worth while.
const MUCH: usize = 1 << 16;

/// What is said where the texts were taken out of their files.
const ONLY_TEXT: &str = "only the text was compared, not the rest of the files";

/// What was read.
#[derive(Debug)]
pub enum Versions {
    /// The same bytes twice.
    Same,
    /// Different bytes, not both of which are text.
    Binary,
    /// Two texts, and one sentence about each that was read by a guess.
    Texts(Box<Pair<Article>>, Vec<String>),
}

/// What becomes of versions of the same bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Twins {
    /// That they are the same is all that is told.
    Told,
    /// They are read as others.
    Read,
    /// They are one document, read before and with the changes that are tracked in it.
    Tracked,
}

/// Reads both versions. A folder stands for the file in it that is called as the other one.
///
/// # Errors
///
/// Names what cannot be read, with the reason.
pub fn versions(sources: Pair<Source>, twins: Twins, openers: &Openers) -> Result<Versions> {
    if twins == Twins::Tracked {
        return tracked(&sources);
    }
    let sources = in_folders(sources)?;
    if twins == Twins::Told && are_large_and_same(&sources).unwrap_or(false) {
        return Ok(Versions::Same);
    }
    let Some(left) = read(&sources.left)? else { return Ok(Versions::Binary) };
    // The standard input can be read only once.
    let right = if sources.right.path.is_none() && sources.left.path.is_none() {
        Some(left.clone())
    } else {
        read(&sources.right)?
    };
    let Some(right) = right else { return Ok(Versions::Binary) };
    let bytes = Pair::new(left, right);
    if twins == Twins::Told && bytes.left == bytes.right {
        return Ok(Versions::Same);
    }
    let mut complaints = Vec::new();
    let mut decoded = Vec::with_capacity(2);
    for side in Side::BOTH {
        match text(&sources[side], &bytes[side], openers) {
            Ok(Some(text)) => decoded.push(text),
            Ok(None) => return Ok(Versions::Binary),
            Err(reason) => bail!("{}: {reason}", sources[side].shown),
        }
    }
    let (Some(right), Some(left)) = (decoded.pop(), decoded.pop()) else { return Ok(Versions::Binary) };
    let decoded = Pair::new(left, right);
    for side in Side::BOTH {
        let name = visible(&sources[side].shown);
        complaints.extend(decoded[side].remarks.iter().map(|remark| format!("{name}: {remark}")));
    }
    if decoded.left.extracted || decoded.right.extracted {
        complaints.push(ONLY_TEXT.to_owned());
    }
    Ok(Versions::Texts(Box::new(articles(&sources, decoded)?), complaints))
}

/// Reads a text; nothing where it is none.
///
/// # Errors
///
/// Says why it cannot be read.
pub fn version(source: &Source, openers: &Openers) -> Result<Option<Article>> {
    let Some(bytes) = read(source)? else { return Ok(None) };
    let reading = text(source, &bytes, openers).map_err(|reason| anyhow!("{}: {reason}", source.shown))?;
    Ok(reading.map(|reading| article(source, reading)))
}

/// Reads both versions of a document in which changes are tracked.
fn tracked(sources: &Pair<Source>) -> Result<Versions> {
    let shown = &sources.right.shown;
    let Some(bytes) = read(&sources.right)? else { bail!("{shown}: is no document") };
    match kinds::drafts(&bytes) {
        Ok(Some([before, after])) => {
            let remarks = after.remarks.iter().map(|remark| format!("{}: {remark}", visible(shown)));
            let complaints = remarks.chain([ONLY_TEXT.to_owned()]).collect();
            Ok(Versions::Texts(Box::new(articles(sources, Pair::new(before, after))?), complaints))
        }
        Ok(None) => bail!("{shown}: no changes are tracked in it; a diff needs two files"),
        Err(refused) => bail!("{shown}: {}", refused.reason),
    }
}

fn in_folders(sources: Pair<Source>) -> Result<Pair<Source>> {
    let folder = sources.as_ref().map(|source| source.path.as_ref().is_some_and(|path| path.is_dir()));
    if folder.left && folder.right {
        bail!("{} and {} are folders; a diff needs two files", sources.left.shown, sources.right.shown);
    }
    let mut inside = sources.clone();
    for side in Side::BOTH.into_iter().filter(|side| folder[*side]) {
        let name = sources[side.other()].path.as_ref().and_then(|path| path.file_name());
        let (Some(name), Some(path)) = (name, &sources[side].path) else {
            bail!("{}: is a folder", sources[side].shown)
        };
        inside[side] = Source::named(path.join(name));
    }
    Ok(inside)
}

/// Tells whether both are files of the same bytes that are longer than is read.
fn are_large_and_same(sources: &Pair<Source>) -> io::Result<bool> {
    let (Some(left), Some(right)) = (&sources.left.path, &sources.right.path) else { return Ok(false) };
    let length = |path: &PathBuf| fs::metadata(path).map(|found| if found.is_file() { found.len() } else { 0 });
    let left_length = length(left)?;
    if left_length <= largest() as u64 || length(right)? != left_length {
        return Ok(false);
    }
    let [mut left, mut right] = [BufReader::new(File::open(left)?), BufReader::new(File::open(right)?)];
    loop {
        let (one, other) = (left.fill_buf()?, right.fill_buf()?);
        let both = one.len().min(other.len());
        if both == 0 || one.get(..both) != other.get(..both) {
            return Ok(one.is_empty() && other.is_empty());
        }
        left.consume(both);
        right.consume(both);
    }
}

/// Reads a version; nothing of a device that gives no text, which may never end.
fn read(source: &Source) -> Result<Option<Vec<u8>>> {
    let read = match &source.path {
        Some(path) => File::open(path).and_then(|mut file| {
            let found = file.metadata()?;
            let endless = is_device(&found);
            let length = if found.is_file() { Some(found.len()) } else { None };
            contents(&mut file, if endless { Perhaps::Endless } else { Perhaps::Long(length) })
        }),
        None => contents(&mut io::stdin().lock(), Perhaps::Long(None)),
    };
    match read.with_context(|| format!("{}: cannot be read", source.shown))? {
        Content::Text(bytes) => Ok(Some(bytes)),
        Content::Binary => Ok(None),
        Content::TooLarge(length) => bail!("{}: {}", source.shown, too_large(length)),
    }
}

/// What is known of something before it is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Perhaps {
    Endless,
    Long(Option<u64>),
}

/// What was read of it.
enum Content {
    Text(Vec<u8>),
    Binary,
    TooLarge(Option<u64>),
}

fn contents(from: &mut dyn Read, perhaps: Perhaps) -> io::Result<Content> {
    let (mut bytes, most) = (Vec::new(), largest());
    let length = if let Perhaps::Long(length) = perhaps { length } else { None };
    let is_large = length.is_some_and(|length| length > most as u64);
    if perhaps == Perhaps::Endless || is_large {
        from.take(START).read_to_end(&mut bytes)?;
        if begins_as_binary(&bytes) {
            return Ok(Content::Binary);
        }
    }
    if is_large {
        return Ok(Content::TooLarge(length));
    }
    bytes.reserve(length.and_then(|length| usize::try_from(length).ok()).unwrap_or_default());
    from.take((most + 1).saturating_sub(bytes.len()) as u64).read_to_end(&mut bytes)?;
    Ok(if bytes.len() > most { Content::TooLarge(None) } else { Content::Text(bytes) })
}

#[cfg(unix)]
fn is_device(found: &Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;

    found.file_type().is_char_device() || found.file_type().is_block_device()
}

#[cfg(not(unix))]
fn is_device(_found: &Metadata) -> bool {
    false
}

/// Gives the text that bytes are, if they are one: all of it, what stands at its head as well; of what the reader says is a page, an e-mail
/// or the like, and of what is packed, its article.
fn text(source: &Source, bytes: &[u8], openers: &Openers) -> Result<Option<Reading>, String> {
    let how = openers.how();
    let path = source.path.clone().unwrap_or_default();
    let (bytes, name) = match how.helper.help(&path) {
        Some(helped) => helped.map(|(bytes, name)| (Cow::Owned(bytes), name))?,
        None => (Cow::Borrowed(bytes), path.file_name().unwrap_or_default().to_string_lossy().into_owned()),
    };
    let start = bytes.get(..START as usize).unwrap_or(&bytes);
    let kind = how.with.kind.unwrap_or_else(|| tell(start, &name));
    if let Some(hint) = how.helper.hint(kind) {
        return Err(format!("is {}; {hint}", kind.said()));
    }
    // A text is compared as it stands in its file, with all of its markup, unless the reader says what it is.
    if kind.reader() == Reader::Own
        && !kind.is_own_text()
        && (how.with.kind.is_some() || decode(start).is_err())
        && let Ok([_]) = kinds::read(&bytes, &name, how.with).as_deref()
    {
        return Ok(kinds::read(&bytes, &name, how.with).ok().and_then(|mut read| read.pop()));
    }
    let decoded = match how.with.encoding {
        Some(encoding) => decode_as(&bytes, encoding),
        None => decode(&bytes),
    };
    match decoded {
        Ok(text) => {
            let typeset = if kind == Kind::Markdown { addresses(&text.text) } else { Typeset::default() };
            Ok(Some(Reading { typeset, ..Reading::own(text, 0, Meta::default()) }))
        }
        Err(Undecodable::Binary) => Ok(None),
        Err(Undecodable::TooLong) => Err("is too long (more than 4 GiB)".to_owned()),
        Err(Undecodable::Empty) => {
            let (text, disk) = (String::new(), DiskMap::identity(0));
            let empty = Decoded { text, disk, encoding: "UTF-8", guessed: false, misfits: 0 };
            Ok(Some(Reading::own(empty, 0, Meta::default())))
        }
    }
}

/// Parts both texts into words; long ones at the same time, where the system gives a thread for that.
fn articles(sources: &Pair<Source>, decoded: Pair<Reading>) -> Result<Pair<Article>> {
    let threads = if decoded.left.text.len().min(decoded.right.text.len()) < MUCH { 1 } else { 2 };
    let decoded = decoded.map(|decoded| Mutex::new(Some(decoded)));
    let made = |side: &Side| Some(article(&sources[*side], decoded[*side].lock().ok()?.take()?));
    let made = ThreadPool::of(threads).share(&[Side::Left, Side::Right], made).map(<[Article; 2]>::try_from);
    match made {
        Some(Ok([left, right])) => Ok(Pair::new(left, right)),
        _ => bail!("the texts could not be split into words"),
    }
}

fn article(source: &Source, reading: Reading) -> Article {
    let name = visible(&source.shown).into_owned();
    let origin = match &source.path {
        Some(path) => Origin::File { named: path.clone(), place: path.clone() },
        None => Origin::Stdin,
    };
    let own =
        source.path.as_ref().is_some_and(|path| path.to_string_lossy() == source.shown && path.as_os_str() != NOTHING);
    let folder = origin.source();
    let mut article = Article::of(name, origin, reading);
    // What is no word is compared all the same, and shown.
    article.typeset = Typeset::default();
    // The folder of a file that is called otherwise says nothing: git makes one for each.
    if !own && article.source == folder {
        article.source.clone_from(&article.name);
    }
    article
}
