//! Articles from files, folders and the standard input.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf, is_separator};

use super::article::Article;
use super::bounded::{Bytes, bounded};
use super::draft::{Draft, How, NoHelp};
use super::folder::contents;
use super::largest::{largest_of, too_large_for};
use super::names::names;
use super::origin::Origin;
use crate::kinds::{self, Kind, Reader, Reading, Refused, With, tell};
use crate::text::visible;

/// What could be opened, with a message for each thing that could not and for what the reader should know.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The articles, in the order in which they were named; the files of a folder by path. All names are distinct.
    pub articles: Vec<Article>,
    /// One sentence each, with the name and the reason, safe to show.
    pub complaints: Vec<String>,
}

/// What could be read, before it is split into words. Splitting is most of the work and can be done in parallel.
#[derive(Debug, Default)]
pub struct Drafts {
    /// In the order of the articles they become.
    pub drafts: Vec<Draft>,
    /// One sentence each, with the name and the reason, safe to show.
    pub complaints: Vec<String>,
    /// Notices that are no complaints: a sentence for each folder in which something was skipped.
    pub notices: Vec<String>,
}

/// Opens everything named; `-` is `stdin`.
pub fn load(names: &[PathBuf], stdin: &mut dyn Read) -> Loaded {
    let Drafts { drafts, complaints, .. } = drafts(names, stdin, How { with: &With::default(), helper: &NoHelp });
    Loaded { articles: drafts.into_iter().map(Draft::article).collect(), complaints }
}

/// Reads everything named; `-` is `stdin`.
pub fn drafts(names: &[PathBuf], stdin: &mut dyn Read, how: How<'_>) -> Drafts {
    let mut opening = Opening {
        how,
        opened: Vec::new(),
        seen: BTreeSet::new(),
        complaints: Vec::new(),
        notices: Vec::new(),
        passed: BTreeMap::new(),
    };
    for name in names {
        if name.as_os_str() == "-" {
            opening.stdin(stdin);
        } else if name.is_dir() {
            opening.folder(name);
        } else {
            opening.file(name, NamedHow::Surely);
        }
    }
    opening.drafts()
}

/// What has been opened so far.
struct Opening<'a> {
    how: How<'a>,
    opened: Vec<(Origin, Reading)>,
    /// Files and folders by canonical path.
    seen: BTreeSet<PathBuf>,
    complaints: Vec<String>,
    notices: Vec<String>,
    /// How many files of each kind were skipped in a folder.
    passed: BTreeMap<Kind, usize>,
}

/// Why something cannot become an article.
#[derive(Debug)]
enum Trouble {
    Unreadable(io::Error),
    /// It is longer than this limit in bytes; with its length, if known.
    TooLarge(usize, Option<u64>),
    Refused(Refused),
    Unhelped(String),
}

/// Whether a file was named itself or is in a named folder. In a folder, what is not text is skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NamedHow {
    Surely,
    Perhaps,
}

const TWICE: &str = "named twice, opened once";

impl Opening<'_> {
    fn stdin(&mut self, stdin: &mut dyn Read) {
        const SHOWN: &str = "standard input";
        if !self.seen.insert(PathBuf::from("-")) {
            return self.complain(SHOWN, "named twice, read once");
        }
        let outcome = self.read(stdin, "", None);
        self.settle(SHOWN, Origin::Stdin, outcome);
    }

    fn folder(&mut self, folder: &Path) {
        let name = shown(&folder.join(""));
        if !self.seen.insert(only_path(folder)) {
            return self.complain(&name, TWICE);
        }
        let so_far = (self.opened.len(), self.complaints.len());
        let contents = contents(folder);
        for (path, error) in contents.unreadable {
            self.complain(&shown(&path), &reason(&error));
        }
        let opened = |file: &PathBuf| self.seen.contains(&only_path(file));
        if contents.files.len() > 1 && contents.files.iter().all(opened) {
            return self.complain(&name, TWICE);
        }
        for kind in contents.passed {
            *self.passed.entry(kind).or_insert(0) += 1;
        }
        for file in contents.files {
            self.file(&file, NamedHow::Perhaps);
        }
        let passed = passed_over(&std::mem::take(&mut self.passed));
        if so_far == (self.opened.len(), self.complaints.len()) {
            let passed = passed.map(|passed| format!(": {passed}")).unwrap_or_default();
            self.complain(&name, &format!("contains no articles{passed}"));
        } else if let Some(passed) = passed {
            self.notices.push(format!("{name}: {passed}"));
        }
    }

    fn file(&mut self, file: &Path, meant: NamedHow) {
        let shown = shown(file);
        let only = only_path(file);
        if self.seen.contains(&only) {
            return self.complain(&shown, TWICE);
        }
        let outcome = match self.how.helper.help(file) {
            Some(Ok((bytes, name))) => kinds::read(&bytes, &name, self.how.with)
                .map(|read| read.into_iter().map(|reading| Reading { extracted: true, ..reading }).collect())
                .map_err(Trouble::Refused),
            Some(Err(reason)) => Err(Trouble::Unhelped(reason)),
            None => {
                let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                File::open(file).map_err(Trouble::Unreadable).and_then(|mut file| {
                    let length = file.metadata().ok().filter(|found| found.is_file()).map(|found| found.len());
                    self.read(&mut file, &name, length)
                })
            }
        };
        if meant == NamedHow::Perhaps
            && let Err(Trouble::Refused(Refused { kind, .. })) = &outcome
            && kind.reader() != Reader::Own
        {
            *self.passed.entry(*kind).or_insert(0) += 1;
            return;
        }
        if outcome.is_ok() {
            self.seen.insert(only);
        }
        self.settle(&shown, Origin::File { named: file.to_owned(), place: place(file) }, outcome);
    }

    /// Reads the articles of a file. A file of no known kind is not read to its end.
    fn read(&self, source: &mut dyn Read, name: &str, length: Option<u64>) -> Result<Vec<Reading>, Trouble> {
        let wanted = |start: &[u8]| {
            let kind = self.how.with.kind.unwrap_or_else(|| tell(start, name));
            (kind.reader() == Reader::Own).then(|| largest_of(kind))
        };
        match bounded(source, length, wanted).map_err(Trouble::Unreadable)? {
            Bytes::TooLong { most, length } => Err(Trouble::TooLarge(most, length)),
            Bytes::Whole(bytes) | Bytes::Start(bytes) => {
                kinds::read(&bytes, name, self.how.with).map_err(Trouble::Refused)
            }
        }
    }

    /// Keeps what was read, or adds a complaint.
    fn settle(&mut self, shown: &str, origin: Origin, outcome: Result<Vec<Reading>, Trouble>) {
        match outcome {
            Ok(readings) => {
                for reading in readings {
                    for remark in &reading.remarks {
                        self.complain(shown, &visible(remark));
                    }
                    self.opened.push((origin.part(reading.key.as_deref()), reading));
                }
            }
            Err(trouble) => {
                let is_missing =
                    matches!(&trouble, Trouble::Unreadable(error) if error.kind() == io::ErrorKind::NotFound);
                let of_folder = is_missing && shown.ends_with(is_separator);
                let reason = if of_folder { "no such folder".to_owned() } else { self.reason(&trouble) };
                self.complain(shown, &reason);
            }
        }
    }

    fn complain(&mut self, shown: &str, reason: &str) {
        self.complaints.push(format!("{shown}: {reason}"));
    }

    fn reason(&self, trouble: &Trouble) -> String {
        match trouble {
            Trouble::Unreadable(error) => reason(error),
            Trouble::TooLarge(most, length) => too_large_for(*most, *length),
            Trouble::Unhelped(reason) => visible(reason).into_owned(),
            Trouble::Refused(Refused { kind, reason }) => {
                let hint = self.how.helper.hint(*kind).map(|hint| format!("; {hint}")).unwrap_or_default();
                format!("{}{hint}", visible(reason))
            }
        }
    }

    fn drafts(self) -> Drafts {
        let places: Vec<PathBuf> = self.opened.iter().map(|(origin, _)| told_by(origin)).collect();
        let mut outlets: BTreeMap<Option<&Path>, BTreeSet<String>> = BTreeMap::new();
        for (place, (_, reading)) in places.iter().zip(&self.opened) {
            outlets.entry(place.parent()).or_default().extend(reading.meta.source());
        }
        let several: Vec<bool> =
            places.iter().map(|place| outlets.get(&place.parent()).is_some_and(|all| all.len() > 1)).collect();
        let mut titles: BTreeMap<String, usize> = BTreeMap::new();
        for title in self.opened.iter().filter_map(|(_, reading)| reading.meta.title.clone()) {
            *titles.entry(title).or_default() += 1;
        }
        let files = self.opened.iter().zip(&places).filter(|((origin, _), _)| !matches!(origin, Origin::Stdin));
        let folders: BTreeSet<Option<&Path>> = files.map(|(_, place)| place.parent()).collect();
        let one_folder = folders.len() <= 1;
        let alike = |reading: &Reading| reading.meta.title.as_ref().is_some_and(|it| titles.get(it) > Some(&1));
        let named = names(&places).into_iter().zip(several).zip(self.opened);
        let drafts = named.map(|((name, several), (origin, reading))| {
            let alike = alike(&reading);
            Draft { name, origin, reading, folder: !several, alike, one_folder }
        });
        Drafts { drafts: drafts.collect(), complaints: self.complaints, notices: self.notices }
    }
}

/// Returns how many files were skipped, and of which kinds.
fn passed_over(passed: &BTreeMap<Kind, usize>) -> Option<String> {
    let all: usize = passed.values().sum();
    let each = passed.iter().map(|(kind, count)| match count {
        1 => kind.describe().to_owned(),
        _ => format!("{count} {}", kind.plural()),
    });
    let each: Vec<String> = each.collect();
    let helped = passed.keys().any(|kind| matches!(kind.reader(), Reader::Command(..)));
    let hint = if helped { "; ibid kinds says what can open them" } else { "" };
    match all {
        0 => None,
        1 => Some(format!("skipped 1 file ({}){hint}", each.join(", "))),
        _ => Some(format!("skipped {all} files ({}){hint}", each.join(", "))),
    }
}

/// Returns why something cannot be read.
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "cannot be read (permission denied)".to_owned(),
        _ => format!("cannot be read ({})", visible(&error.to_string())),
    }
}

/// Returns a path as it was named, safe to print.
fn shown(path: &Path) -> String {
    if path.as_os_str().is_empty() {
        return "''".to_owned();
    }
    visible(&path.to_string_lossy()).into_owned()
}

/// Returns the canonical path of a file.
pub(super) fn only_path(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// Returns a file's own name in its canonical folder.
pub(super) fn place(path: &Path) -> PathBuf {
    match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) if folder.as_os_str().is_empty() => only_path(Path::new(".")).join(name),
        (Some(folder), Some(name)) => only_path(folder).join(name),
        _ => path.to_owned(),
    }
}

/// Returns the path from which an article is named.
fn told_by(origin: &Origin) -> PathBuf {
    match origin {
        Origin::File { place, .. } => place.clone(),
        Origin::Stdin => PathBuf::from("stdin"),
        Origin::Bundled(name) => PathBuf::from(name),
    }
}
