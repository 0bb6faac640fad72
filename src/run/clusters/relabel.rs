//! Writes the rows of a table again, each under the cluster that follows from decisions.

use std::io::{ErrorKind, Write};
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};

use super::members::row_id;
use super::sources::RowFile;
use super::table::{BadRow, Shape};
use crate::curation::{Columns, Form, Ledger, Told, id};

/// Writes the rows of a table again, each with its cluster as decided; the rest of a row is kept. Returns what could not be read.
///
/// # Errors
///
/// The table cannot be read or the output cannot be written.
pub fn relabelled(table: &Path, ledger: &Ledger, columns: &Columns, out: &mut dyn Write) -> Result<Vec<String>> {
    if table.extension().is_some_and(|ending| ending == "clusters") {
        bail!("{}: has numbers in it, no rows; relabel writes tables of JSON lines or CSV again", table.display());
    }
    let file = RowFile::open(table, None)?;
    let shape = Shape::of(&file)?;
    let (labels, shown) = (ledger.labels(), table.display());
    let (mut form, mut complaints): (Option<Form>, Vec<String>) = (None, Vec::new());
    let cannot = || "cannot write the rows";
    out.write_all(shape.head().as_bytes()).with_context(cannot)?;
    let written = shape.rows(&file, false, &mut |row| {
        let row = match row {
            Ok(row) => row,
            Err(BadRow { reason, bytes: Some(bytes) }) => {
                complaints.push(format!("{shown}:{reason}; written unchanged"));
                let end = if bytes.ends_with(b"\n") { &b""[..] } else { b"\n" };
                return out.write_all(&bytes).and_then(|()| out.write_all(end)).with_context(cannot);
            }
            Err(BadRow { reason, bytes: None }) => {
                complaints.push(format!("{shown}:{reason}; left out"));
                return Ok(());
            }
        };
        if form.is_none() {
            form = Some(row.form(columns).map_err(|reason| anyhow!("{shown}: {reason}"))?);
        }
        let Some(form) = &form else { return Ok(()) };
        let Form::Clustered(key) = form else { return Err(anyhow!("{shown}: has no column of clusters")) };
        let read = |name: &str| row.read(name);
        let cluster = match form.read(columns, &read) {
            Told::Member { cluster, .. } => Some(cluster),
            Told::Pair(..) | Told::Nothing => None,
        };
        let text = id(columns, &read).unwrap_or_else(|| row_id(table, row.number));
        let label = cluster.as_deref().map(|cluster| Ledger::label(&labels, cluster, Some(&text)));
        let changed = label.filter(|label| Some(*label) != cluster.as_deref());
        out.write_all(row.relabelled(key, changed, shape.mark()).as_bytes()).with_context(cannot)
    });
    match written {
        Err(error) if error.downcast_ref::<std::io::Error>().is_some_and(|it| it.kind() == ErrorKind::BrokenPipe) => {}
        written => written?,
    }
    Ok(complaints)
}
