//! How what changed between two versions is found and put into words, and how it reaches the reader.

use std::collections::BTreeSet;
use std::env;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};

use super::diff_request::{Diffing, Printed, Tinting};
use super::in_force::{InForce, named_folders};
use super::out::{self, Meant, complain};
use super::pager::paged;
use super::places::RulesPlace;
use super::request::Request;
use super::rules::Keeping;
use crate::app::{CountedBlocks, DiffJob, Diffed};
use crate::article::Article;
use crate::boilerplate::{Does, Fit, Reach, Rule, RuleId, RuleSet, Rulebook, Rulebooks, Scope, Unit, pattern};
use crate::collate::Cancel;
use crate::page::Compared;
use crate::report::{Reported, Tint, Writing, diff, diff_html, diff_markdown, json, stat, unified, with_breaks};
use crate::text::Pair;

/// What the rules of the option begin with, as they are told.
pub(super) const IGNORED: &str = "--ignore";

/// What two versions are called: anywhere, and at the head of a diff, where git's short name of an object stands behind it.
pub(super) struct Titles {
    pub(super) names: Pair<String>,
    pub(super) heads: Pair<String>,
}

/// What changed.
pub(super) fn compared(diffing: &Diffing, articles: Pair<Article>, rules: &Rulebooks, kinds: bool) -> Result<Diffed> {
    let task = DiffJob {
        ticket: 0,
        articles: articles.map(Arc::new),
        session: Pair::default(),
        rules: Arc::new(rules.clone()),
        exactness: diffing.exactness,
        blocks: CountedBlocks::default(),
        kinds,
    };
    // Nobody raises the flag, so there always is an answer.
    task.answer(&Cancel::default()).context("the comparison failed")
}

/// Puts what changed into words.
pub(super) fn put_into_words(diffing: &Diffing, compared: &Compared, Titles { names, heads }: Titles) -> String {
    let differ = format!("Files {} and {} differ\n", names.left, names.right);
    let reported = Reported::of(compared);
    let names = if matches!(diffing.printed, Some(Printed::Text | Printed::Unified) | None) { heads } else { names };
    let writing = writing(diffing, names);
    let text = match diffing.printed {
        Some(Printed::Text) | None => with_breaks(diff(&reported, &writing), &reported, &writing),
        Some(Printed::Unified) => with_breaks(unified(&reported, &writing), &reported, &writing),
        Some(Printed::Stat) => stat(&reported, &writing),
        Some(Printed::Brief) => differ.clone(),
        Some(Printed::Json) => json(&[reported]),
        Some(Printed::Markdown) => diff_markdown(&reported, &writing),
        Some(Printed::Html) => diff_html(&reported, &writing),
    };
    if text.is_empty() { differ } else { text }
}

/// Says how a diff is written.
pub(super) fn writing(diffing: &Diffing, names: Pair<String>) -> Writing {
    Writing { names, context: diffing.context, tint: tint(diffing.tinting) }
}

/// Reads the rules that were named, or else, of the usual ones, those that say what is no change, and adds one for each expression that
/// is to be ignored; a diff hides nothing else of its own accord.
pub(super) fn rules(request: &Request, ignored: &[String]) -> Result<Rulebooks> {
    let mut rules: Rulebooks = match &request.rules {
        RulesPlace::File(_) => Keeping::of(request.rules.clone()).read()?.rules.into(),
        RulesPlace::Usual => no_changes(request),
        RulesPlace::Nowhere => Rulebooks::default(),
    };
    let ignored = ignored.iter().enumerate().map(|(at, text)| ignoring(at, text)).collect::<Result<Vec<Rule>>>()?;
    if !ignored.is_empty() {
        rules.books.push(Rulebook { rules: RuleSet { rules: ignored }, made: true, ..Rulebook::default() });
    }
    Ok(rules)
}

/// The usual rules that say what is no change. They hold in both versions, wherever these stand: both are one text.
fn no_changes(request: &Request) -> Rulebooks {
    let mut folders = named_folders(&request.names);
    folders.extend(named_folders(&[]));
    let InForce { mut books, complaints } = InForce::read(&Keeping::of(RulesPlace::Usual), &folders);
    complain(&complaints);
    let mut others = BTreeSet::new();
    for book in &mut books.books {
        // A rule that hides counts before one of its id behind it.
        book.rules.rules.retain(|rule| match rule.does {
            Does::Hide => {
                others.insert(rule.id.clone());
                false
            }
            Does::IgnoreInDiff => !others.contains(&rule.id),
        });
        (book.reach, book.lines) = (Reach::Everywhere, Vec::new());
    }
    books.books.retain(|book| !book.rules.rules.is_empty());
    books
}

fn ignoring(at: usize, text: &str) -> Result<Rule> {
    pattern(text).map_err(|reason| anyhow!("--ignore {text}: {reason}"))?;
    Ok(Rule {
        id: RuleId(format!("{IGNORED} {}", at + 1)),
        name: text.to_owned(),
        fit: Fit::Pattern(Unit::Words, text.to_owned()),
        scope: Scope::Everywhere,
        created: String::new(),
        note: String::new(),
        does: Does::IgnoreInDiff,
        enabled: true,
    })
}

/// Whether a diff is coloured.
pub(super) fn tint(tinting: Tinting) -> Tint {
    let unwanted = || env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let seen = || out::is_seen() || super::git::is_paging();
    let coloured = match tinting {
        Tinting::Always => true,
        Tinting::Never => false,
        Tinting::Auto => seen() && !unwanted() && !out::is_dumb(),
    };
    if coloured { Tint::Coloured } else { Tint::Plain }
}

/// How a diff reaches its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Straight to the standard output.
    Straight,
    /// Through the reader's pager.
    Paged,
    /// On the screen, to be walked through.
    Shown,
}

/// Decides how a diff reaches a reader who named two files: this is the one place that knows of the terminal. What git shows through
/// a pager of its own, or through none, it gets straight.
pub(super) fn way(diffing: &Diffing) -> Way {
    match diffing.printed {
        _ if !out::is_seen() => Way::Straight,
        Some(Printed::Stat | Printed::Brief) => Way::Straight,
        None if !out::is_dumb() => Way::Shown,
        Some(Printed::Text | Printed::Unified) | None => Way::Paged,
        Some(Printed::Json | Printed::Markdown | Printed::Html) => Way::Straight,
    }
}

/// Prints, through the reader's pager or without.
pub(super) fn put(text: &str, way: Way) -> Result<()> {
    if way == Way::Paged && paged(&out::shown(text, Meant::Looks)) {
        return Ok(());
    }
    out::print(text.as_bytes(), Meant::Looks)
}
