//! Tables with texts by id: keeps each row's place in memory, 24 bytes an id, and reads a text when it is asked for.

use std::fs::File;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::entries::Place;
use super::members::{RowName, article, bytes};
use super::sources::{RowFile, row_files};
use super::table::Shape;
use crate::article::Article;
use crate::curation::{Columns, id};
use crate::kinds::With;
use crate::text::fingerprint;

/// Rows with problems that are reported one by one.
const MOST_SAID: usize = 5;

/// The texts by id.
#[derive(Debug)]
pub struct TextTable {
    files: Vec<(RowFile, Shape)>,
    columns: Columns,
    with: With,
    /// The hash of each id, its row's offset and length; sorted.
    rows: Vec<[u64; 3]>,
    /// What could not be read, one sentence each.
    pub complaints: Vec<String>,
}

impl TextTable {
    /// Reads the ids of the named files and of those in folders. If an id is in several rows, the first counts.
    ///
    /// # Errors
    ///
    /// Names the file and says why it cannot be read.
    pub fn of(names: &[PathBuf], id_key: Option<String>, with: &With) -> Result<Self> {
        let columns = Columns { cluster: None, id: id_key };
        let (mut files, mut rows, mut complaints, mut bad) = (Vec::new(), Vec::new(), Vec::new(), 0);
        for (at, file) in row_files(names, &[])?.into_iter().enumerate() {
            let shape = Shape::of(&file)?;
            shape.rows(&file, false, &mut |row| {
                let reason = match row {
                    Ok(row) => match id(&columns, &|name| row.read(name)) {
                        Some(id) => {
                            let place = Place { file: at, offset: row.place };
                            rows.push([fingerprint(id.as_bytes()), place.number(), row.length]);
                            return Ok(());
                        }
                        None => format!("{}: has no id", row.number),
                    },
                    Err(bad) => bad.reason,
                };
                bad += 1;
                if bad <= MOST_SAID {
                    complaints.push(format!("{}:{reason}; skipped", file.named.display()));
                }
                Ok(())
            })?;
            files.push((file, shape));
        }
        rows.sort_unstable();
        rows.dedup_by_key(|row| row[0]);
        if bad > MOST_SAID {
            complaints.push(format!("{bad} rows could not be read"));
        }
        Ok(Self { files, columns, with: with.clone(), rows, complaints })
    }

    /// Returns the text of an id, if there is one.
    ///
    /// # Errors
    ///
    /// A file cannot be read again, or has changed.
    pub fn article(&self, wanted: &str) -> Result<Option<Article>> {
        let Ok(at) = self.rows.binary_search_by_key(&fingerprint(wanted.as_bytes()), |row| row[0]) else {
            return Ok(None);
        };
        let [_, place, length] = self.rows.get(at).copied().unwrap_or_default();
        let place = Place::of(place);
        let Some((file, shape)) = self.files.get(place.file) else { return Ok(None) };
        let shown = file.named.display();
        let cannot = || format!("{shown}: cannot be read again");
        let mut open = File::open(&file.path).with_context(cannot)?;
        let bytes = bytes(&mut open, place, length).with_context(cannot)?;
        let read = shape.row(&bytes, |row| {
            let found = id(&self.columns, &|name| row.read(name));
            let of = RowName { id: wanted, file: &file.named, number: row.number };
            (found.as_deref() == Some(wanted)).then(|| article(&row.object(None), of, &self.with))
        });
        read.with_context(cannot)
    }
}
