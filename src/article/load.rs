//! Articles from files, folders and the standard input.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::article::Article;
use super::decode::{Decoded, Undecodable, decode};
use super::folder::contents;
use super::largest::{largest, too_large};
use super::names::names;
use super::origin::Origin;
use crate::text::visible;

/// What could be opened, and one sentence about each thing that could not or that the reader should know.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The articles, in the order in which they were named; the files of a folder by path. No two have one name.
    pub articles: Vec<Article>,
    /// One sentence each, with the name and the reason, safe to show.
    pub complaints: Vec<String>,
}

/// What could be read, before it is parted into words: that is most of the work, and each can be done by itself.
#[derive(Debug, Default)]
pub struct Drafts {
    /// In the order of the articles they become.
    pub drafts: Vec<Draft>,
    /// One sentence each, with the name and the reason, safe to show.
    pub complaints: Vec<String>,
}

/// An article that is read and not yet parted into words.
#[derive(Debug)]
pub struct Draft {
    name: String,
    origin: Origin,
    decoded: Decoded,
}

impl Draft {
    /// Gives the length of its text, in bytes.
    pub fn size(&self) -> usize {
        self.decoded.text.len()
    }

    /// Gives its text.
    pub fn text(&self) -> &str {
        &self.decoded.text
    }

    /// Parts it into paragraphs, sentences and words.
    pub fn article(self) -> Article {
        Article::new(self.name, self.origin, self.decoded.text, self.decoded.disk)
    }
}

/// Opens everything named; `-` stands for `stdin`.
pub fn load(names: &[PathBuf], stdin: &mut dyn Read) -> Loaded {
    let Drafts { drafts, complaints } = drafts(names, stdin);
    Loaded { articles: drafts.into_iter().map(Draft::article).collect(), complaints }
}

/// Reads everything named; `-` stands for `stdin`.
pub fn drafts(names: &[PathBuf], stdin: &mut dyn Read) -> Drafts {
    let mut opening = Opening::default();
    for name in names {
        if name.as_os_str() == "-" {
            opening.stdin(stdin);
        } else if name.is_dir() {
            opening.folder(name);
        } else {
            opening.file(name, Meant::Surely);
        }
    }
    opening.drafts()
}

/// What is opened so far.
#[derive(Debug, Default)]
struct Opening {
    opened: Vec<(Origin, Decoded)>,
    /// Files and folders by the path that each has only one of.
    seen: BTreeSet<PathBuf>,
    complaints: Vec<String>,
}

/// Why something does not become an article.
#[derive(Debug)]
enum Trouble {
    Unreadable(io::Error),
    Undecodable(Undecodable),
    /// It is longer than is read, by so many bytes as it has, if that is known.
    TooLarge(Option<u64>),
}

/// Whether a file was named, or only stands in a folder that was; in a folder, what is no text is passed over in
/// silence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meant {
    Surely,
    Perhaps,
}

/// Bytes of a file by which it is told whether reading on is worth while.
pub const START: u64 = 8192;
const TWICE: &str = "named twice, opened once";

impl Opening {
    fn stdin(&mut self, stdin: &mut dyn Read) {
        const SHOWN: &str = "standard input";
        if !self.seen.insert(PathBuf::from("-")) {
            return self.complain(SHOWN, "named twice, read once");
        }
        self.settle(SHOWN, Origin::Stdin, read(stdin));
    }

    fn folder(&mut self, folder: &Path) {
        let name = shown(&folder.join(""));
        if !self.seen.insert(only_path(folder)) {
            return self.complain(&name, TWICE);
        }
        let so_far = (self.opened.len(), self.complaints.len());
        let contents = contents(folder);
        for (path, error) in contents.unreadable {
            self.complain(&shown(&path), &reason(&Trouble::Unreadable(error)));
        }
        let opened = |file: &PathBuf| self.seen.contains(&only_path(file));
        if contents.files.len() > 1 && contents.files.iter().all(opened) {
            return self.complain(&name, TWICE);
        }
        for file in contents.files {
            self.file(&file, Meant::Perhaps);
        }
        if so_far == (self.opened.len(), self.complaints.len()) {
            self.complain(&name, "holds no articles");
        }
    }

    fn file(&mut self, file: &Path, meant: Meant) {
        let shown = shown(file);
        let only = only_path(file);
        if self.seen.contains(&only) {
            return self.complain(&shown, TWICE);
        }
        let outcome = File::open(file).map_err(Trouble::Unreadable).and_then(|mut file| match length(&file) {
            Some(length) if length > largest() as u64 => Err(too_large_a_text(&mut file, length)),
            _ => read(&mut file),
        });
        if meant == Meant::Perhaps && matches!(outcome, Err(Trouble::Undecodable(Undecodable::Binary))) {
            return;
        }
        if outcome.is_ok() {
            self.seen.insert(only);
        }
        self.settle(&shown, Origin::File { named: file.to_owned(), place: place(file) }, outcome);
    }

    /// Keeps what was read, or complains.
    fn settle(&mut self, shown: &str, origin: Origin, outcome: Result<Decoded, Trouble>) {
        match outcome {
            Ok(decoded) => {
                for remark in remarks(&decoded) {
                    self.complain(shown, &remark);
                }
                self.opened.push((origin, decoded));
            }
            Err(trouble) => self.complain(shown, &reason(&trouble)),
        }
    }

    fn complain(&mut self, shown: &str, reason: &str) {
        self.complaints.push(format!("{shown}: {reason}"));
    }

    fn drafts(self) -> Drafts {
        let places: Vec<PathBuf> = self.opened.iter().map(|(origin, _)| told_by(origin)).collect();
        let named = names(&places).into_iter().zip(self.opened);
        let drafts = named.map(|(name, (origin, decoded))| Draft { name, origin, decoded }).collect();
        Drafts { drafts, complaints: self.complaints }
    }
}

/// Reads and decodes; what does not begin like a text is not read to its end.
fn read(source: &mut dyn Read) -> Result<Decoded, Trouble> {
    let mut bytes = Vec::new();
    source.take(START).read_to_end(&mut bytes).map_err(Trouble::Unreadable)?;
    if begins_as_binary(&bytes) {
        return Err(Trouble::Undecodable(Undecodable::Binary));
    }
    let room = (largest() + 1).saturating_sub(bytes.len());
    source.take(room as u64).read_to_end(&mut bytes).map_err(Trouble::Unreadable)?;
    if bytes.len() > largest() {
        return Err(Trouble::TooLarge(None));
    }
    decode(&bytes).map_err(Trouble::Undecodable)
}

/// Gives the length of a plain file.
fn length(file: &File) -> Option<u64> {
    file.metadata().ok().filter(|found| found.is_file()).map(|found| found.len())
}

/// Says what keeps a file from being read that is longer than is read: it may be no text at all.
fn too_large_a_text(file: &mut File, length: u64) -> Trouble {
    let mut bytes = Vec::new();
    match file.take(START).read_to_end(&mut bytes) {
        Err(error) => Trouble::Unreadable(error),
        Ok(_) if begins_as_binary(&bytes) => Trouble::Undecodable(Undecodable::Binary),
        Ok(_) => Trouble::TooLarge(Some(length)),
    }
}

/// Tells whether the first bytes of a longer file, [`START`] of them or more, are no text.
pub fn begins_as_binary(bytes: &[u8]) -> bool {
    bytes.get(..START as usize).is_some_and(|start| decode(start).err() == Some(Undecodable::Binary))
}

fn reason(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Unreadable(error) => match error.kind() {
            io::ErrorKind::NotFound => "no such file".to_owned(),
            io::ErrorKind::PermissionDenied => "may not be read (permission denied)".to_owned(),
            _ => format!("cannot be read ({})", visible(&error.to_string())),
        },
        Trouble::TooLarge(length) => too_large(*length),
        Trouble::Undecodable(Undecodable::Empty) => "is empty".to_owned(),
        Trouble::Undecodable(Undecodable::Binary) => "is no text (binary)".to_owned(),
        Trouble::Undecodable(Undecodable::TooLong) => "is too long (more than 4 GiB)".to_owned(),
    }
}

/// Gives what a reader should know of the way in which a text was decoded.
fn remarks(decoded: &Decoded) -> Vec<String> {
    let encoding = decoded.encoding;
    let guess = decoded.guessed.then(|| format!("is no UTF-8 and was read as {encoding}, which is a guess"));
    let misfits = match decoded.misfits {
        0 => None,
        1 => Some(format!("1 byte fits no character of {encoding} and is shown as �")),
        count => Some(format!("{count} bytes fit no character of {encoding} and are shown as �")),
    };
    guess.into_iter().chain(misfits).collect()
}

/// Gives a path as it was named, safe to show.
fn shown(path: &Path) -> String {
    if path.as_os_str().is_empty() {
        return "''".to_owned();
    }
    visible(&path.to_string_lossy()).into_owned()
}

/// Gives the one path that a file has however it is named.
pub(super) fn only_path(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// Gives a file's own name in the folder where it really stands.
pub(super) fn place(path: &Path) -> PathBuf {
    match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) if folder.as_os_str().is_empty() => only_path(Path::new(".")).join(name),
        (Some(folder), Some(name)) => only_path(folder).join(name),
        _ => path.to_owned(),
    }
}

/// Gives the path by which an article is told from the others.
fn told_by(origin: &Origin) -> PathBuf {
    match origin {
        Origin::File { place, .. } => place.clone(),
        Origin::Stdin => PathBuf::from("stdin"),
        Origin::Bundled(name) => PathBuf::from(name),
    }
}
