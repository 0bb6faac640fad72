//! Finds where the rows of each cluster are, in one pass over the files, and sorts them by cluster.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use anyhow::{Result, anyhow};
use rustc_hash::FxHashMap;
use tempfile::NamedTempFile;

use super::entries::{Flag, Place, RowsOf, numbers};
use super::joined::Joined;
use super::sorter::Sorter;
use super::sources::{RowFile, row_files};
use super::table::{BadRow, Shape};
use super::writing::{Lone, write};
use crate::curation::{Columns, Form, Told, id};
use crate::run::progress::Progress;
use crate::text::{fingerprint, plural};

/// Bytes between two progress reports.
const STEP: u64 = 1 << 20;
/// Rows with problems that are reported one by one.
const MOST_SAID: usize = 5;

/// The number of rows that are searched for a column of clusters; one that is missing in all of these is none.
const TOLD_WITHIN: usize = 1_000;

/// Which files to read clusters from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClusterFiles {
    /// The files and folders that say what belongs together.
    pub names: Vec<PathBuf>,
    /// The files that have the texts, if the others do not.
    pub texts: Vec<PathBuf>,
    /// The columns that the reader named.
    pub columns: Columns,
    /// The clusters that count even with one text, because they are one with another.
    pub merged: BTreeSet<String>,
}

/// Finds the files, and how each says what belongs together.
///
/// # Errors
///
/// Names the file that cannot be read, and says why.
pub fn files(asked: &ClusterFiles) -> Result<Vec<RowsOf>> {
    let told = row_files(&asked.names, &asked.texts)?;
    let numbered = told.iter().any(|file| file.numbers.is_some());
    let texts = if numbered { Vec::new() } else { row_files(&asked.texts, &[])? };
    let first_text = told.len();
    let all = told.into_iter().chain(texts).enumerate();
    all.map(|(at, file)| {
        let shape = Shape::of(&file)?;
        let form = match at < first_text && file.numbers.is_none() {
            true => Some(form(&file, &shape, &asked.columns)?),
            false => None,
        };
        let numbers = file.numbers.as_deref().map(numbers).transpose()?;
        Ok(RowsOf { file, shape, form, tells: at < first_text, numbers })
    })
    .collect()
}

/// Finds the form of a file from its first row that shows it: a row may lack keys that others have.
fn form(file: &RowFile, shape: &Shape, columns: &Columns) -> Result<Form> {
    let (shown, mut found, mut looked_at) = (file.named.display(), None, 0);
    // The first find stops the search.
    let _ = shape.rows(file, true, &mut |row| {
        let Ok(row) = row else { return Ok(()) };
        let form = row.form(columns);
        looked_at += 1;
        let ends = form.is_ok() || looked_at == TOLD_WITHIN;
        if form.is_ok() || found.is_none() {
            found = Some(form);
        }
        if ends { Err(anyhow!("found")) } else { Ok(()) }
    });
    found.ok_or_else(|| anyhow!("{shown}: has no rows"))?.map_err(|reason| anyhow!("{shown}: {reason}"))
}

/// A value that changes when the files do.
pub fn stamp(asked: &ClusterFiles, files: &[RowsOf]) -> String {
    let of = |path: &Path| {
        let found = fs::metadata(path).ok();
        let time = found.as_ref().and_then(|it| it.modified().ok()?.duration_since(UNIX_EPOCH).ok());
        format!("{}\t{}\t{}\n", path.display(), found.map_or(0, |it| it.len()), time.map_or(0, |it| it.as_nanos()))
    };
    let each = files.iter().map(|rows| {
        let numbers = rows.file.numbers.as_deref().map_or(String::new(), of);
        format!("{}{numbers}", of(&rows.file.named))
    });
    format!("{:?} {:?}\n{}", asked.columns.cluster, asked.columns.id, each.collect::<String>())
}

/// Reads the files and writes the places of each cluster's rows; returns the file, and what could not be read.
///
/// # Errors
///
/// A file cannot be read, or the disk is full.
pub fn built(asked: &ClusterFiles, files: &[RowsOf], stamp: &str) -> Result<(NamedTempFile, Vec<String>)> {
    let mut building = RowGatherer {
        columns: &asked.columns,
        joined: Joined::default(),
        sorter: Sorter::default(),
        complaints: Vec::new(),
        bad: 0,
        alone: 0,
    };
    let apart = files.iter().any(|rows| !rows.tells);
    let mut named = FxHashMap::default();
    let sizes =
        |files: &[RowsOf]| files.iter().map(|rows| fs::metadata(&rows.file.path).map_or(0, |it| it.len())).sum::<u64>();
    let paired = files.iter().any(|rows| matches!(rows.form, Some(Form::Paired(..) | Form::Bare)));
    let all = sizes(files) * if paired && !apart { 2 } else { 1 };
    let progress = Progress::of_steps("reading MB of rows", usize::try_from(all / STEP).unwrap_or_default());
    let told = || files.iter().enumerate().filter(|(_, rows)| rows.tells);
    for (at, rows) in told() {
        building.read(at, rows, if apart { Pass::Join(&mut named) } else { Pass::Members }, &progress)?;
    }
    if apart {
        for (cluster, (place, packed)) in named {
            if let Some(group) = building.joined.find(cluster) {
                building.sorter.push([group, 0, place, packed])?;
            }
        }
        for (at, rows) in files.iter().enumerate().filter(|(_, rows)| !rows.tells) {
            building.read(at, rows, Pass::Texts, &progress)?;
        }
        let textless = building.joined.never_found();
        if textless > 0 {
            building.complaints.push(format!("{} without a text in the table; left out", plural(textless, "id")));
        }
    } else {
        for (at, rows) in told().filter(|(_, rows)| matches!(rows.form, Some(Form::Paired(..) | Form::Bare))) {
            building.read(at, rows, Pass::Halves, &progress)?;
        }
    }
    drop(progress);
    if building.bad > MOST_SAID {
        building.complaints.push(format!("{} rows could not be read", building.bad));
    }
    let RowGatherer { complaints, alone, mut joined, sorter, .. } = building;
    let named = asked.merged.iter().map(|name| hash("c", name));
    let even = named.flat_map(|name| [Some(name), joined.group(name)]).flatten().collect();
    Ok((write(sorter, stamp, Lone { alone, even })?, complaints))
}

/// What to do with the rows of a file.
enum Pass<'p> {
    /// They are members, or join ids.
    Members,
    /// They join ids, and name clusters.
    Join(&'p mut FxHashMap<u64, (u64, u64)>),
    /// They are the texts of joined ids.
    Texts,
    /// They are two texts each, of joined ids.
    Halves,
}

struct RowGatherer<'b> {
    columns: &'b Columns,
    joined: Joined,
    sorter: Sorter,
    complaints: Vec<String>,
    bad: usize,
    alone: u64,
}

impl RowGatherer<'_> {
    /// Reports a problem with a row; only counts them after the first few.
    fn complain(&mut self, rows: &RowsOf, reason: &str) {
        self.bad += 1;
        if self.bad <= MOST_SAID {
            self.complaints.push(format!("{}:{reason}", rows.file.named.display()));
        }
    }

    fn read(&mut self, at: usize, rows: &RowsOf, mut pass: Pass<'_>, progress: &Progress) -> Result<()> {
        let (nameless, mut done) = (rows.form == Some(Form::Bare), 0);
        rows.shape.rows(&rows.file, nameless, &mut |row| {
            let row = match row {
                Ok(row) => row,
                Err(BadRow { reason, .. }) => {
                    // A second pass over the same file finds the same problems.
                    if !matches!(pass, Pass::Halves) {
                        self.complain(rows, &format!("{reason}; skipped"));
                    }
                    return Ok(());
                }
            };
            while done + STEP <= row.place {
                progress.step();
                done += STEP;
            }
            let read = |name: &str| row.read(name);
            let place = Place { file: at, offset: row.place };
            let packed = |flag| Flag::packed(flag, row.length, row.number);
            let told = match (&rows.form, rows.numbered(row.number)) {
                (_, Some(cluster)) => Told::Member { cluster, id: None },
                (Some(form), None) => form.read(self.columns, &read),
                (None, None) => Told::Nothing,
            };
            match (&mut pass, told) {
                (Pass::Members, Told::Member { cluster, .. }) => {
                    let place = place.number();
                    self.sorter.push([hash("c", &cluster), place, place, packed(Flag::Whole)])?;
                }
                (Pass::Members, Told::Pair(left, right)) => self.joined.join(hash("i", &left), hash("i", &right)),
                (Pass::Join(named), Told::Member { cluster, id: Some(id) }) => {
                    let cluster = hash("c", &cluster);
                    named.entry(cluster).or_insert((place.number(), packed(Flag::Name)));
                    self.joined.join(cluster, hash("i", &id));
                }
                (Pass::Join(_), Told::Pair(left, right)) => self.joined.join(hash("i", &left), hash("i", &right)),
                (Pass::Halves, Told::Pair(left, right)) => {
                    for (id, flag) in [(left, Flag::Left), (right, Flag::Right)] {
                        let id = hash("i", &id);
                        if let Some(group) = self.joined.group(id) {
                            self.sorter.push([group, id, place.number(), packed(flag)])?;
                        }
                    }
                }
                (Pass::Texts, _) => {
                    let group = id(self.columns, &read).and_then(|id| self.joined.find(hash("i", &id)));
                    match group {
                        Some(group) => {
                            self.sorter.push([group, place.number() | 1 << 63, place.number(), packed(Flag::Whole)])?
                        }
                        None => self.alone += 1,
                    }
                }
                (Pass::Halves, _) => {}
                // A pair that is not likely has no text.
                (_, Told::Nothing) if matches!(rows.form, Some(Form::Paired(..) | Form::Bare)) => {}
                (_, Told::Nothing) => {
                    self.alone += 1;
                    if let Some(Form::Clustered(key)) = rows.form.as_ref().filter(|_| rows.numbers.is_none())
                        && row.is_nested(key)
                    {
                        self.complain(
                            rows,
                            &format!("{}: has a list or an object under \"{key}\"; in no cluster", row.number),
                        );
                    }
                }
                _ => {}
            }
            Ok(())
        })
    }
}

/// The number under which a name of a kind is in the index.
pub fn hash(kind: &str, name: &str) -> u64 {
    fingerprint(format!("{kind}{name}").as_bytes())
}
