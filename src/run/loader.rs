//! The loader: reads everything the program opens, as articles or as versions, and splits it into words.

use std::borrow::Cow;
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::Mutex;

use anyhow::{Context, Result, bail};

use super::meta_file;
use super::opening::Openers;
use super::source::{NOTHING, Source};
use super::thread_pool::ThreadPool;
use crate::article::{Article, Bytes, Draft, Drafts, How, Origin, bounded, drafts, largest, too_large};
use crate::kinds::{
    self, Decoded, DiskMap, Meta, Reader, Reading, START, Typeset, Undecodable, begins_as_binary, decode, decode_as,
    tell,
};
use crate::text::visible;

/// How many bytes of text besides the longest one make a second thread worthwhile.
const MUCH: usize = 1 << 16;

/// What was opened.
#[derive(Debug, Default)]
pub struct Everything {
    /// The articles, in their order.
    pub articles: Vec<Article>,
    /// What could not be opened, one sentence each.
    pub complaints: Vec<String>,
    /// What was skipped in folders.
    pub notices: Vec<String>,
}

/// Opens everything named; `-` is `stdin`.
pub fn everything(names: &[PathBuf], stdin: &mut dyn Read, how: How<'_>) -> Everything {
    let Drafts { drafts, mut complaints, notices } = drafts(names, stdin, how);
    let mut articles = parted(drafts, Draft::size, Draft::article);
    complaints.extend(meta_file::apply(&mut articles));
    Everything { articles, complaints, notices }
}

/// Splits texts into words, two at a time where that is worthwhile.
fn parted<D: Send>(drafts: Vec<D>, size: impl Fn(&D) -> usize, article: impl Fn(D) -> Article + Sync) -> Vec<Article> {
    let sizes = drafts.iter().map(size);
    let (all, longest) = sizes.fold((0, 0), |(all, longest), size| (all + size, size.max(longest)));
    let threads = if all - longest < MUCH { 1 } else { 2 };
    let drafts: Vec<Mutex<Option<D>>> = drafts.into_iter().map(|draft| Mutex::new(Some(draft))).collect();
    let made = |at: usize| Some(article(drafts.get(at)?.lock().ok()?.take()?));
    ThreadPool::of(threads).all(drafts.len(), made).into_iter().flatten().collect()
}

/// Splits versions of a text into words.
pub fn versions_parted(versions: Vec<(&Source, Reading)>) -> Vec<Article> {
    parted(versions, |(_, reading)| reading.text.len(), |(source, reading)| article(source, reading))
}

/// Reads a version; `None` if it is not text.
///
/// # Errors
///
/// Says why it cannot be read.
pub fn version_bytes(source: &Source) -> Result<Option<Vec<u8>>> {
    let read = match &source.path {
        Some(path) => File::open(path).and_then(|mut file| {
            let found = file.metadata()?;
            let length = found.is_file().then_some(found.len());
            // A device may never end, and a file that is too long is not worth reading if it does not begin like text.
            let doubtful = is_device(&found) || length.is_some_and(|length| length > largest() as u64);
            bounded(&mut file, length, |start| (!doubtful || !begins_as_binary(start)).then(largest))
        }),
        None => bounded(&mut io::stdin().lock(), None, |_| Some(largest())),
    };
    match read.with_context(|| format!("{}: cannot be read", source.shown))? {
        Bytes::Whole(bytes) => Ok(Some(bytes)),
        Bytes::Start(_) => Ok(None),
        Bytes::TooLong { length, .. } => bail!("{}: {}", source.shown, too_large(length)),
    }
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

/// Returns the text of a version, if the bytes are text: all of it, including its front matter. Of a file that the reader declares a web
/// page, an e-mail or the like, and of an archive, only the article.
///
/// # Errors
///
/// Says why it cannot be read.
pub fn version_text(source: &Source, bytes: &[u8], openers: &Openers) -> Result<Option<Reading>, String> {
    let how = openers.how();
    let path = source.path.clone().unwrap_or_default();
    let (bytes, name) = match how.helper.help(&path) {
        Some(helped) => helped.map(|(bytes, name)| (Cow::Owned(bytes), name))?,
        None => (Cow::Borrowed(bytes), path.file_name().unwrap_or_default().to_string_lossy().into_owned()),
    };
    let start = bytes.get(..START as usize).unwrap_or(&bytes);
    let kind = how.with.kind.unwrap_or_else(|| tell(start, &name));
    if let Some(hint) = how.helper.hint(kind) {
        return Err(format!("is {}; {hint}", kind.describe()));
    }
    // A text is compared as it is in its file, with all its markup, unless the reader says what it is.
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
        Ok(text) => Ok(Some(Reading::own(text, 0, Meta::default()))),
        Err(Undecodable::Binary) => Ok(None),
        Err(Undecodable::TooLong) => Err("is too long (more than 4 GiB)".to_owned()),
        Err(Undecodable::Empty) => {
            let (text, disk) = (String::new(), DiskMap::identity(0));
            let empty = Decoded { text, disk, encoding: "UTF-8", guessed: false, misfits: 0 };
            Ok(Some(Reading::own(empty, 0, Meta::default())))
        }
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
    // Text that is not words is compared too, and shown.
    article.typeset = Typeset::default();
    // The folder of a file with another name means nothing: git makes one for each.
    if !own && article.source == folder {
        article.source.clone_from(&article.name);
    }
    article
}
