//! Sets: what is kept between runs about a folder, or about files named together. Two files per set: where the reader was, and what the
//! articles contained when they were last read.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf, absolute};
use std::sync::Arc;
use std::time::SystemTime;

use anyhow::Result;

use super::fresh::folder_of;
use super::job_queue::JobKind;
use super::kept_file::{locked_folder, read, replace};
use crate::app::{Event, SetPlaces, Since, set_places, set_text};
use crate::article::Article;
use crate::text::{fingerprint, visible};

/// The most sets that are kept, the most recent ones.
const MOST: usize = 200;
/// The most bytes of a file that are read.
const LARGEST: u64 = 64 << 20;
/// The most names whose links are followed: more would delay the first frame.
const FOLLOWED: usize = 100;

/// Where the state of a set is kept; nowhere if there is no place for it, it is turned off, or the articles are not files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetFiles {
    /// The path of the files without their extensions, and the names of the set.
    known: Option<(PathBuf, Vec<PathBuf>)>,
}

impl SetFiles {
    /// Finds the files of the set with these names, in a folder.
    pub fn of(folder: Option<PathBuf>, names: &[PathBuf]) -> Self {
        let Some(folder) = folder.filter(|_| !names.is_empty() && names.iter().all(|name| name.as_os_str() != "-"))
        else {
            return Self::default();
        };
        let real = |name: &PathBuf| match names.len() {
            0..=FOLLOWED => name.canonicalize().ok(),
            _ => absolute(name).ok(),
        };
        let mut named: Vec<PathBuf> = names.iter().map(|name| real(name).unwrap_or_else(|| name.clone())).collect();
        named.sort();
        named.dedup();
        let names: Vec<u8> =
            named.iter().flat_map(|path| path.as_os_str().as_encoded_bytes().iter().chain(&[0])).copied().collect();
        let stem = format!("{:016x}", fingerprint(&names));
        Self { known: Some((folder.join(stem), named)) }
    }

    /// Reads where the reader was; empty if it cannot be read.
    pub fn places(&self) -> SetPlaces {
        let Some((stem, _)) = &self.known else { return SetPlaces::default() };
        let text = read(&stem.with_extension("toml"), LARGEST);
        text.ok().flatten().map(|text| set_places(&text)).unwrap_or_default()
    }

    /// Saves where the reader is, and removes the oldest sets if there are too many.
    ///
    /// # Errors
    ///
    /// Names the file and says why it cannot be written.
    pub fn keep(&self, places: &SetPlaces) -> Result<()> {
        let Some((stem, named)) = &self.known else { return Ok(()) };
        let _lock = locked_folder(folder_of(stem))?;
        replace(&stem.with_extension("toml"), &set_text(named, places))?;
        forget_oldest(folder_of(stem));
        Ok(())
    }

    /// Returns what changed since the articles were last read, and saves their present content; `None` for a new set.
    fn since(&self, articles: &[Arc<Article>]) -> Result<Option<Since>> {
        let Some((stem, _)) = &self.known else { return Ok(None) };
        let file = stem.with_extension("articles");
        let before = read(&file, LARGEST).ok().flatten();
        let now = contents(articles);
        let text = now.iter().map(|(path, (hash, _))| format!("{hash:016x}  {}\n", visible(path))).collect::<String>();
        if before.as_ref() != Some(&text) {
            let _lock = locked_folder(folder_of(stem))?;
            replace(&file, &text)?;
        }
        Ok(before.map(|before| compared(&before, &now)))
    }
}

/// How a worker finds what changed since the last run; reported once.
pub fn recording(files: SetFiles) -> JobKind<Vec<Arc<Article>>> {
    let mut first = true;
    JobKind {
        // What cannot be saved here will be reported as new next time, which is no reason to disturb the reader. Changes while the program
        // runs are noticed elsewhere.
        work: Box::new(move |articles, _| {
            let told = std::mem::take(&mut first);
            files.since(articles).ok().flatten().filter(|_| told).map(Event::Since)
        }),
        broken: |_, _| Event::Since(Since::default()),
    }
}

/// The known content of each article that is a file: a hash of its text, and its name.
fn contents(articles: &[Arc<Article>]) -> BTreeMap<String, (u64, &str)> {
    let known = articles.iter().filter_map(|article| {
        let place = article.origin.place()?.to_string_lossy().into_owned();
        Some((place, (fingerprint(article.text.as_bytes()), article.name.as_str())))
    });
    known.collect()
}

fn compared(before: &str, now: &BTreeMap<String, (u64, &str)>) -> Since {
    let before: BTreeMap<&str, &str> =
        before.lines().filter_map(|line| line.split_once("  ")).map(|(hash, path)| (path, hash)).collect();
    let mut since = Since::default();
    for (path, (hash, name)) in now {
        match before.get(visible(path).as_ref()) {
            None => since.new.push((*name).to_owned()),
            Some(known) if *known != format!("{hash:016x}") => since.changed.push((*name).to_owned()),
            Some(_) => {}
        }
    }
    let is_there: Vec<String> = now.keys().map(|path| visible(path).into_owned()).collect();
    let gone = before.keys().filter(|path| is_there.binary_search_by(|it| it.as_str().cmp(path)).is_err());
    since.gone =
        gone.map(|path| Path::new(path).file_stem().unwrap_or_default().to_string_lossy().into_owned()).collect();
    since
}

/// Removes the state of the oldest sets, as far as it can be removed.
fn forget_oldest(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let is_set = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "toml");
    let mut sets: Vec<(SystemTime, PathBuf)> = entries
        .filter_map(|entry| {
            let entry = entry.ok()?;
            Some((entry.metadata().ok()?.modified().ok()?, entry.path()))
        })
        .filter(|(_, path)| is_set(path))
        .collect();
    sets.sort_unstable();
    for (_, path) in sets.iter().take(sets.len().saturating_sub(MOST)) {
        let _ = fs::remove_file(path);
        let _ = fs::remove_file(path.with_extension("articles"));
    }
}
