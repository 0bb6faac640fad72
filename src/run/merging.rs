//! `ibid merge`: merges three versions of a text into a file, as git requires.

use std::path::Path;

use anyhow::{Result, bail};

use super::ending::Ending;
use super::merge_plan::Merging;
use super::merge_screen::{Conflicts, decide};
use super::out::{self, Meant, complain};
use super::request::Request;
use super::written::{HowWritten, put_file, read};
use crate::merge::{Merged, Names, Trio, merge, merge_two};
use crate::text::{Pair, visible};

/// How the names begin of the files that git gives a merge driver; git itself names the file that is merged.
const OF_GIT: &str = ".merge_file_";

/// Merges three versions: the base, ours and theirs.
///
/// # Errors
///
/// A file could not be read or written, or is not text.
pub fn merge_files(merging: &Merging, request: &Request) -> Result<Ending> {
    let [base, ours, theirs] = request.names.as_slice() else { bail!("a merge needs three files: BASE OURS THEIRS") };
    let paths = Trio { base, ours, theirs };
    if [base, ours, theirs].iter().filter(|path| path.as_os_str() == "-").count() > 1 {
        bail!("standard input can be read only once; name files for the others");
    }
    let read = Trio { base: read(paths.base)?, ours: read(paths.ours)?, theirs: read(paths.theirs)? };
    let written = HowWritten::merged(&read.ours, &read.base, &read.theirs);
    let articles = Trio {
        base: written.article(&read.base),
        ours: written.article(&read.ours),
        theirs: written.article(&read.theirs),
    };
    let trio = Trio { base: &articles.base, ours: &articles.ours, theirs: &articles.theirs };
    let merged = merge(trio);
    let label = |at: usize, path: &Path| label(merging, at, path);
    let names = Trio { base: label(0, base), ours: label(1, ours), theirs: label(2, theirs) };
    // When the output is one of the three files, as in a merge driver for git, there is no reader to ask.
    let apart = merging.output.as_ref().filter(|output| ![base, ours, theirs].contains(output));
    if let (Some(output), Some(colours), true) = (apart, merging.colours, merged.conflicts() > 0 && out::is_drawable())
    {
        let called = Pair::new(names.theirs.clone(), names.ours.clone());
        let conflicts = Conflicts { articles: trio, names: called, ours, output };
        if let Some(ending) = decide(&conflicts, colours, request)? {
            return Ok(ending);
        }
    }
    let ending = finish(merging, &merged, names, &written)?;
    if let (Some(output), Ending::Fine) = (apart, ending) {
        complain(&[format!("{}: merged; no conflicts", output.display())]);
    }
    Ok(ending)
}

/// Merges two versions into one file, with conflict marks around all that differs.
///
/// # Errors
///
/// A file could not be read or written, or is not text.
pub fn merge_both(merging: &Merging, request: &Request) -> Result<Ending> {
    let [left, right] = request.names.as_slice() else { bail!("--output needs two files") };
    if let Some(folder) = request.names.iter().find(|name| name.is_dir()) {
        bail!("{}: is a folder; --output needs two files", folder.display());
    }
    let read = (read(left)?, read(right)?);
    let written = HowWritten::of(&read.0, &read.0);
    let merged = merge_two(&written.article(&read.0), &written.article(&read.1));
    let names = Trio { base: String::new(), ours: label(merging, 0, left), theirs: label(merging, 1, right) };
    finish(merging, &merged, names, &written)
}

fn label(merging: &Merging, at: usize, path: &Path) -> String {
    let named = merging.labels.get(at).cloned().unwrap_or_else(|| path.to_string_lossy().into_owned());
    visible(&named).into_owned()
}

fn finish(merging: &Merging, merged: &Merged, names: Trio<String>, written: &HowWritten) -> Result<Ending> {
    let text = merged.text(&Names { names, marks: merging.marks });
    let bytes = written.bytes(&text)?;
    match &merging.output {
        Some(path) => put_file(path, &bytes)?,
        None => out::print(&bytes, Meant::Nothing)?,
    }
    let conflicts = merged.conflicts();
    if conflicts == 0 {
        return Ok(Ending::Fine);
    }
    let many = if conflicts == 1 { "1 conflict is".to_owned() } else { format!("{conflicts} conflicts are") };
    let named = merging.output.as_ref().filter(|path| !path.to_string_lossy().starts_with(OF_GIT));
    let place = named.map(|path| format!("{}: ", path.display())).unwrap_or_default();
    complain(&[format!("{place}{many} left to decide")]);
    Ok(Ending::Different)
}
