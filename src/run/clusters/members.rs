//! A cluster with its texts: the only one in memory.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::entries::{Flag, Place, RowEntry, RowsOf};
use super::index::{ClusterIndex, Entries};
use super::row::Row;
use crate::article::{Article, Origin};
use crate::curation::{Columns, Form, Told, id};
use crate::kinds::{Kind, With, read};
use crate::text::visible;

/// The most members of a cluster that are read: more than anybody looks at, in the memory of a small machine.
const MOST: u64 = 2000;

/// A cluster of an engine.
#[derive(Clone, Debug)]
pub struct EngineCluster {
    /// Its name.
    pub id: String,
    /// The number of its texts; of a very large cluster not all are read.
    pub size: u64,
    /// Its texts, in the order of the files.
    pub members: Vec<EngineMember>,
}

/// A text of a cluster.
#[derive(Clone, Debug)]
pub struct EngineMember {
    /// Its id.
    pub id: String,
    /// The text; empty if no file has it.
    pub article: Article,
}

/// How rows are read.
#[derive(Clone, Copy, Debug)]
pub struct RowManner<'m> {
    /// The columns that the reader named.
    pub columns: &'m Columns,
    /// The keys of the parts of an article.
    pub with: &'m With,
}

/// Reads the texts of a cluster.
///
/// # Errors
///
/// A file cannot be read again, or has changed.
pub fn cluster(index: &ClusterIndex, entries: Entries, manner: RowManner<'_>) -> Result<EngineCluster> {
    let mut opened: BTreeMap<usize, File> = BTreeMap::new();
    let (mut name, mut members): (Option<String>, Vec<EngineMember>) = (None, Vec::new());
    for RowEntry { place, flag, length, number } in index.rows(entries, MOST)? {
        let Some(rows) = index.files.get(place.file) else { continue };
        let shown = rows.file.named.display();
        let cannot = || format!("{shown}: cannot be read again");
        let file = match opened.entry(place.file) {
            std::collections::btree_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::btree_map::Entry::Vacant(new) => {
                new.insert(File::open(&rows.file.path).with_context(cannot)?)
            }
        };
        let bytes = bytes(file, place, length).with_context(cannot)?;
        let (of, member) = rows.shape.row(&bytes, |row| {
            (named(rows, row, number, manner.columns), member(rows, &FlaggedRow { row, number, flag }, manner))
        })?;
        match (flag, of, &name) {
            (Flag::Name, of, _) => name = of,
            (_, Some(of), Some(name)) if of != *name => {
                bail!("{shown}: row {number} belongs to the cluster {of}, not {name}; the file has changed")
            }
            (_, of, None) => {
                name = of;
                members.push(member);
            }
            _ => members.push(member),
        }
    }
    let first = || members.first().map(|member| member.id.clone());
    let id = name.or_else(first).unwrap_or_default();
    Ok(EngineCluster { id, size: entries.size, members })
}

pub(super) fn bytes(file: &mut File, place: Place, length: u64) -> Result<Vec<u8>> {
    let mut bytes = vec![0; usize::try_from(length)?];
    file.seek(SeekFrom::Start(place.offset))?;
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// The cluster that a row names.
fn named(rows: &RowsOf, row: &Row<'_>, number: u64, columns: &Columns) -> Option<String> {
    if let Some(cluster) = rows.numbered(number) {
        return Some(cluster);
    }
    match rows.form.as_ref()?.read(columns, &|name| row.read(name)) {
        Told::Member { cluster, .. } => Some(cluster),
        Told::Pair(..) | Told::Nothing => None,
    }
}

/// A row, its number in its file, and which of its texts is meant.
struct FlaggedRow<'a, 'r> {
    row: &'a Row<'r>,
    number: u64,
    flag: Flag,
}

fn member(rows: &RowsOf, of: &FlaggedRow<'_, '_>, manner: RowManner<'_>) -> EngineMember {
    let FlaggedRow { row, number, flag } = *of;
    let text = |name: &str| row.read(name);
    let (half, of_pair) = match (&rows.form, flag) {
        (Some(Form::Paired(left, right)), Flag::Left | Flag::Right) => {
            let same = left.bytes().zip(right.bytes()).take_while(|(a, b)| a == b).count();
            let name = if flag == Flag::Left { left } else { right };
            (name.get(same..).filter(|ending| !ending.is_empty()), text(name))
        }
        (Some(Form::Bare), Flag::Left) => (Some("\0"), text("0")),
        (Some(Form::Bare), Flag::Right) => (Some("\0"), text("1")),
        _ => (None, None),
    };
    let id = of_pair.or_else(|| id(manner.columns, &text)).unwrap_or_else(|| row_id(&rows.file.named, number));
    let of = RowName { id: &id, file: &rows.file.named, number };
    let article = article(&row.object(half), of, manner.with);
    EngineMember { id, article }
}

/// The id of a row without one: its file and its number.
pub fn row_id(file: &Path, number: u64) -> String {
    format!("{} row {number}", file.file_name().unwrap_or_default().to_string_lossy())
}

/// What identifies a row.
#[derive(Clone, Copy, Debug)]
pub struct RowName<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its file.
    pub file: &'a Path,
    /// Its number in the file, from 1.
    pub number: u64,
}

/// The article in a row that was written as a JSON object.
pub fn article(object: &str, of: RowName<'_>, with: &With) -> Article {
    let RowName { id, file: named, number } = of;
    let with = With { kind: Some(Kind::JsonLines), encoding: None, fields: with.fields.clone() };
    let reading = read(object.as_bytes(), "row.jsonl", &with).ok().and_then(|readings| readings.into_iter().next());
    let name = visible(id).into_owned();
    let origin =
        Origin::File { place: named.to_path_buf(), named: named.to_path_buf() }.part(Some(&number.to_string()));
    let mut article = match reading {
        Some(reading) => Article::of(name, origin, reading),
        None => Article { origin, ..Article::of_text(&name, "") },
    };
    // The row was rewritten, so places in the text are not places in the file.
    article.extracted = true;
    article
}
