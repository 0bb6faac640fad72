//! Two versions of a text compared and printed, as `diff` does and as git asks for.

use std::env;
use std::io::{ErrorKind, IsTerminal, Write, stdout};

use anyhow::{Context, Result, bail};

use super::git::{Called, called};
use super::pager::paged;
use super::request::{Ending, Request, RulesPlace};
use super::rules::Keeping;
use super::start::complain;
use super::versions::{Source, Twins, Versions, versions};
use crate::article::Article;
use crate::boilerplate::{Mask, Rulebooks, mask};
use crate::collate::{Cancel, Exactness, Witness, collate_in_order, is_same_version};
use crate::report::{Reported, Tint, Writing, diff, diff_html, diff_markdown, json, stat, unified};
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
    /// All that was found, for programs; also of two versions that say the same.
    Json,
    /// What changed, as Markdown; also of two versions that say the same.
    Markdown,
    /// What changed, as a page for a browser; also of two versions that say the same.
    Html,
}

impl Printed {
    /// Tells whether it is a document, which says something also where nothing changed.
    fn is_document(self) -> bool {
        matches!(self, Printed::Json | Printed::Markdown | Printed::Html)
    }
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
    if !found.text.is_empty() {
        put(&found.text, way(diffing))?;
    }
    Ok(if heard { found.ending } else { Ending::Fine })
}

/// What is to be printed of two versions, and how the program ends.
struct Found {
    text: String,
    ending: Ending,
}

fn compared(diffing: &Diffing, request: &Request, named: Pair<Source>) -> Result<Found> {
    let names = named.as_ref().map(|source| visible(&source.shown).into_owned());
    let twins = if diffing.printed.is_document() { Twins::Read } else { Twins::Told };
    let (articles, complaints) = match versions(named, twins)? {
        Versions::Same => return Ok(Found { text: String::new(), ending: Ending::Fine }),
        Versions::Binary if diffing.printed.is_document() && request.names.len() == 2 => {
            bail!("{} and {} are not both text: there is nothing to write about them", names.left, names.right)
        }
        Versions::Binary => {
            let what = if diffing.printed == Printed::Brief { "Files" } else { "Binary files" };
            let text = format!("{what} {} and {} differ\n", names.left, names.right);
            return Ok(Found { text, ending: Ending::Different });
        }
        Versions::Texts(articles, complaints) => (articles, complaints),
    };
    complain(&complaints);
    let rules = rules(&request.rules)?;
    let masks = Pair::as_ref(&articles).map(|article| mask(article, &rules, &[]));
    Ok(told(diffing, (&articles, &masks), names))
}

fn told(diffing: &Diffing, (articles, masks): (&Pair<Article>, &Pair<Mask>), names: Pair<String>) -> Found {
    let witnesses = Pair::from_fn(|side| Witness { article: &articles[side], mask: &masks[side] });
    // Nobody raises the flag, so there always is an answer.
    let collation = collate_in_order(witnesses, diffing.exactness, &Cancel::default()).unwrap_or_default();
    let same = is_same_version(witnesses, diffing.exactness, &collation);
    let ending = if same { Ending::Fine } else { Ending::Different };
    if same && !diffing.printed.is_document() {
        return Found { text: String::new(), ending };
    }
    let differ = format!("Files {} and {} differ\n", names.left, names.right);
    let reported = Reported { articles: articles.as_ref(), masks: masks.as_ref(), collation: &collation, remarks: &[] };
    let writing = Writing { names, context: diffing.context, tint: tint(diffing.tinting) };
    let text = match diffing.printed {
        Printed::Text => diff(&reported, &writing),
        Printed::Unified => unified(&reported, &writing),
        Printed::Stat => stat(&reported, &writing),
        Printed::Brief => differ.clone(),
        Printed::Json => json(&[reported]),
        Printed::Markdown => diff_markdown(&reported, &writing),
        Printed::Html => diff_html(&reported, &writing),
    };
    Found { text: if text.is_empty() { differ } else { text }, ending }
}

/// Reads the rules that were named; a diff hides nothing of its own accord.
fn rules(place: &RulesPlace) -> Result<Rulebooks> {
    let RulesPlace::File(_) = place else { return Ok(Rulebooks::default()) };
    Ok(Keeping::of(place.clone()).read()?.rules.into())
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
