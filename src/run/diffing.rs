//! Two versions of a text compared and printed, as `diff` does and as git asks for.

use std::env;
use std::io::{ErrorKind, IsTerminal, Write, stdout};

use anyhow::{Context, Result};

use super::git::{Called, called};
use super::pager::paged;
use super::request::{Ending, Request, RulesPlace};
use super::rules::Keeping;
use super::start::complain;
use super::versions::{Source, Versions, versions};
use crate::article::Article;
use crate::boilerplate::{Mask, RuleSet, mask};
use crate::collate::{Cancel, Exactness, Witness, collate_in_order, is_same_version};
use crate::report::{Reported, Tint, Writing, diff, stat, unified};
use crate::text::{Pair, visible};

/// How two versions are compared and printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diffing {
    /// What counts.
    pub exactness: Exactness,
    /// What is printed.
    pub printed: Printed,
    /// Paragraphs shown around what changed.
    pub context: usize,
    /// Whether colours are used.
    pub tinting: Tinting,
    /// Whether the exit status tells of differences where git asks, which takes it for a failure unless told otherwise.
    pub verdict: Verdict,
}

/// What is printed of a diff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// What changed, to read.
    Text,
    /// What changed, in hunks with line numbers.
    Unified,
    /// How much changed, in a line.
    Stat,
    /// That something changed.
    Brief,
}

/// When a diff is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tinting {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Whether the exit status tells of differences where git asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Only where git says that it listens.
    Asked,
    /// Always.
    Told,
}

/// Compares what was named and prints what changed.
///
/// # Errors
///
/// Says what could not be read, or why the output cannot be written.
pub fn compare(diffing: &Diffing, request: &Request) -> Result<Ending> {
    let named = match called(&request.names)? {
        Called::Plainly(paths) => paths.map(Source::named),
        Called::ByGit(sources) => sources,
        Called::Unmerged(path) => {
            put(&format!("* Unmerged path {path}\n"), Way::Straight)?;
            return Ok(Ending::Fine);
        }
    };
    let heard = request.names.len() == 2 || diffing.verdict == Verdict::Told || super::git::listens();
    let found = compared(diffing, request, named)?;
    let Some(text) = found else { return Ok(Ending::Fine) };
    put(&text, way(diffing))?;
    Ok(if heard { Ending::Different } else { Ending::Fine })
}

/// Gives what is to be printed, where the two differ.
fn compared(diffing: &Diffing, request: &Request, named: Pair<Source>) -> Result<Option<String>> {
    let names = named.as_ref().map(|source| visible(&source.shown).into_owned());
    let (articles, complaints) = match versions(named)? {
        Versions::Same => return Ok(None),
        Versions::Binary => return Ok(Some(format!("Binary files {} and {} differ\n", names.left, names.right))),
        Versions::Texts(articles, complaints) => (articles, complaints),
    };
    complain(&complaints);
    let rules = rules(&request.rules)?;
    let masks = Pair::as_ref(&articles).map(|article| mask(article, &rules, &[]));
    Ok(told(diffing, (&articles, &masks), names))
}

fn told(diffing: &Diffing, (articles, masks): (&Pair<Article>, &Pair<Mask>), names: Pair<String>) -> Option<String> {
    let witnesses = Pair::from_fn(|side| Witness { article: &articles[side], mask: &masks[side] });
    // Nobody raises the flag, so there always is an answer.
    let collation = collate_in_order(witnesses, diffing.exactness, &Cancel::default()).unwrap_or_default();
    if is_same_version(witnesses, diffing.exactness, &collation) {
        return None;
    }
    let differ = format!("Files {} and {} differ\n", names.left, names.right);
    let reported = Reported { articles: articles.as_ref(), masks: masks.as_ref(), collation: &collation, remarks: &[] };
    let writing = Writing { names, context: diffing.context, tint: tint(diffing.tinting) };
    let text = match diffing.printed {
        Printed::Text => diff(&reported, &writing),
        Printed::Unified => unified(&reported, &writing),
        Printed::Stat => stat(&reported, &writing),
        Printed::Brief => differ.clone(),
    };
    Some(if text.is_empty() { differ } else { text })
}

/// Reads the rules that were named; a diff hides nothing of its own accord.
fn rules(place: &RulesPlace) -> Result<RuleSet> {
    let RulesPlace::File(_) = place else { return Ok(RuleSet::default()) };
    let placed = Keeping::of(place.clone()).placed()?;
    Ok(RuleSet { rules: placed.into_iter().map(|(rule, ..)| rule).collect() })
}

fn tint(tinting: Tinting) -> Tint {
    let unwanted = || env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = || env::var_os("TERM").is_some_and(|term| term == "dumb");
    let seen = || stdout().is_terminal() || super::git::is_paging();
    let coloured = match tinting {
        Tinting::Always => true,
        Tinting::Never => false,
        Tinting::Auto => seen() && !unwanted() && !dumb(),
    };
    if coloured { Tint::Coloured } else { Tint::Plain }
}

/// How a diff reaches its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Straight to the standard output.
    Straight,
    /// Through the reader's pager.
    Paged,
}

/// Decides how a diff reaches its reader: this is the one place that knows of the terminal.
fn way(diffing: &Diffing) -> Way {
    let long = matches!(diffing.printed, Printed::Text | Printed::Unified);
    if long && stdout().is_terminal() { Way::Paged } else { Way::Straight }
}

/// Prints; whoever closes the output early has seen enough of it.
fn put(text: &str, way: Way) -> Result<()> {
    if way == Way::Paged && paged(text) {
        return Ok(());
    }
    let mut out = stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.context("cannot write the diff"),
    }
}
