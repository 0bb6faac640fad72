//! Finds what changed between two versions, puts it into words, and prints or shows it.

use std::collections::BTreeSet;
use std::env;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, bail};

use super::diff_request::{Diffing, Printed, Tinting};
use super::in_force::{InForce, named_folders};
use super::out::{self, Meant, complain};
use super::pager::paged;
use super::places::RulesPlace;
use super::request::Request;
use super::rules::Keeping;
use super::terminal;
use super::wrapping::all_hung;
use crate::app::{CountedBlocks, DiffJob, Diffed};
use crate::article::Article;
use crate::boilerplate::{Does, Fit, Reach, Rule, RuleId, RuleSet, Rulebook, Rulebooks, Scope, Unit, pattern};
use crate::collate::Cancel;
use crate::page::Compared;
use crate::report::{Reported, Tint, Writing, diff, diff_html, diff_markdown, json, stat, unified, with_breaks};
use crate::text::Pair;

/// How the ids of rules made by this option begin.
pub(super) const IGNORED: &str = "--ignore";

/// The names of two versions: plain, and as they are at the head of a diff, followed by git's short object name.
pub(super) struct Titles {
    pub(super) names: Pair<String>,
    pub(super) heads: Pair<String>,
}

/// Compares two versions.
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
    // Nothing cancels it, so there is always an answer.
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
        Some(Printed::Stat) => all_hung(&stat(&reported, &writing), writing.width),
        Some(Printed::Brief) => differ.clone(),
        Some(Printed::Json) => json(&[reported]),
        Some(Printed::Markdown) => diff_markdown(&reported, &writing),
        Some(Printed::Html) => diff_html(&reported, &writing),
    };
    if text.is_empty() { differ } else { text }
}

/// How a diff is written.
pub(super) fn writing(diffing: &Diffing, names: Pair<String>) -> Writing {
    Writing { names, context: diffing.context, tint: tint(diffing.tinting), width: terminal::seen_width() }
}

/// Reads the named rules, or else those of the usual rules that say which changes to ignore, and adds one for each expression to be
/// ignored. A diff hides nothing else by itself.
pub(super) fn rules(request: &Request, ignored: &[String]) -> Result<Rulebooks> {
    let mut rules: Rulebooks = match &request.rules {
        RulesPlace::File(_) => Keeping::of(request.rules.clone()).read()?.rules.into(),
        RulesPlace::Usual => no_changes(request),
        RulesPlace::Nowhere => Rulebooks::default(),
    };
    let ignored = ignored.iter().map(|text| ignoring(text)).collect::<Result<Vec<Rule>>>()?;
    if !ignored.is_empty() {
        rules.books.push(Rulebook { rules: RuleSet { rules: ignored }, made: true, ..Rulebook::default() });
    }
    Ok(rules)
}

/// The usual rules that say which changes to ignore. They apply to both versions wherever these are, because both are one text.
fn no_changes(request: &Request) -> Rulebooks {
    let mut folders = named_folders(&request.names);
    folders.extend(named_folders(&[]));
    let InForce { mut books, complaints } = InForce::read(&Keeping::of(RulesPlace::Usual), &folders);
    complain(&complaints);
    let mut others = BTreeSet::new();
    for book in &mut books.books {
        // A rule that hides takes precedence over a later rule with its id.
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

fn ignoring(text: &str) -> Result<Rule> {
    if text.is_empty() {
        bail!("--ignore needs a regular expression, such as '[0-9]+'; it is empty");
    }
    pattern(text).map_err(|reason| anyhow!("--ignore {text}: {reason}"))?;
    Ok(Rule {
        id: RuleId(format!("{IGNORED} '{text}'")),
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

/// How a diff is delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Straight to standard output.
    Straight,
    /// Through the reader's pager.
    Paged,
    /// On the screen.
    Shown,
}

/// Decides how a diff is delivered if two files were named; only this function asks about the terminal. Output that git shows through its
/// own pager, or none, goes straight out.
pub(super) fn way(diffing: &Diffing) -> Way {
    match diffing.printed {
        _ if !out::is_seen() => Way::Straight,
        Some(Printed::Stat | Printed::Brief) => Way::Straight,
        None if !out::is_dumb() => Way::Shown,
        Some(Printed::Text | Printed::Unified) | None => Way::Paged,
        Some(Printed::Json | Printed::Markdown | Printed::Html) => Way::Straight,
    }
}

/// Prints a text, through the reader's pager or straight.
pub(super) fn put(text: &str, way: Way) -> Result<()> {
    if way == Way::Paged && paged(&out::shown(text, Meant::Looks)) {
        return Ok(());
    }
    out::print(text.as_bytes(), Meant::Looks)
}
