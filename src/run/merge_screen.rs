//! Conflicts of a merge on the screen: ours is the result, theirs is beside it, and the reader decides the differences.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};

use super::colours::Colours;
use super::diffing::show_version;
use super::ending::Ending;
use super::out::complain;
use super::request::Request;
use super::written::read;
use crate::app::{CountedBlocks, DiffJob, SavePlace, Version, VersionComparison};
use crate::article::{Article, DiskMap, Origin};
use crate::boilerplate::Rulebooks;
use crate::collate::{Breaks, Cancel, Exactness};
use crate::merge::{Trio, merge_taking};
use crate::text::Pair;

/// A merge with conflicts to decide.
pub struct Conflicts<'m> {
    /// The three versions.
    pub articles: Trio<&'m Article>,
    /// The names of theirs and ours.
    pub names: Pair<String>,
    /// Our file; a new result is written like it.
    pub ours: &'m Path,
    /// The file for the result.
    pub output: &'m Path,
}

/// Lets the reader decide conflicts; `None` if both sides of each are equal, so that there is nothing to show.
///
/// # Errors
///
/// The terminal cannot be used, or the output cannot be read.
pub fn decide(conflicts: &Conflicts<'_>, colours: Colours, request: &Request) -> Result<Option<Ending>> {
    let Conflicts { articles, names, ours, output } = conflicts;
    let expected = if output.exists() { Some(read(output)?.decoded.text) } else { None };
    let article = |name: &String, ours: bool| {
        Arc::new(Article::new(
            name.clone(),
            Origin::Bundled(name.clone()),
            merge_taking(*articles, ours),
            DiskMap::identity(0),
        ))
    };
    // A conflict may be about a blank line alone.
    let exactness = Exactness::default().with_breaks(Breaks::Paragraphs);
    let job = DiffJob {
        ticket: 0,
        articles: Pair::new(article(&names.left, false), article(&names.right, true)),
        session: Pair::default(),
        rules: Arc::default(),
        exactness,
        blocks: CountedBlocks::default(),
        kinds: true,
    };
    let diffed = job.answer(&Cancel::default()).context("the comparison failed")?;
    if diffed.same {
        return Ok(None);
    }
    let goes_to = SavePlace {
        path: output.to_path_buf(),
        expected: expected.clone(),
        like: Some(ours.to_path_buf()),
        decides: true,
    };
    let version =
        Version { compared: VersionComparison::Known(diffed.compared), exactness, context: 1, goes_to: Some(goes_to) };
    let (ending, _) = show_version(version, Rulebooks::default(), colours, request)?;
    if let Ending::Signal(_) = ending {
        return Ok(Some(ending));
    }
    let now = if output.exists() { Some(read(output)?.decoded.text) } else { None };
    if now != expected {
        return Ok(Some(Ending::Fine));
    }
    complain(&[format!("{}: nothing was written; the merge is not finished", output.display())]);
    Ok(Some(Ending::Different))
}
