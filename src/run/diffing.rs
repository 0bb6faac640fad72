//! Two versions of a text compared and printed, as `diff` does and as git asks for.

use std::env;
use std::sync::Arc;

use anyhow::{Context, Result, bail};

use super::diff_request::{Diffing, Printed, Tinting, Verdict};
use super::ending::Ending;
use super::git::{Called, Told, called};
use super::git_tool::hand_on;
use super::opened::Opened;
use super::opening::Openers;
use super::out::{self, Meant, complain};
use super::pager::paged;
use super::places::RulesPlace;
use super::reading::Named;
use super::request::Request;
use super::rules::Keeping;
use super::screen;
use super::source::Source;
use super::state::State;
use super::versions::{Twins, Versions, versions};
use crate::app::{DiffJob, Diffed, Notes, Version};
use crate::article::Article;
use crate::boilerplate::Rulebooks;
use crate::collate::Cancel;
use crate::page::Compared;
use crate::report::{Reported, Tint, Writing, diff, diff_html, diff_markdown, headings, json, stat, unified};
use crate::text::{Pair, Side, visible};

/// Compares what was named and prints what changed.
///
/// # Errors
///
/// Says what could not be read, or why the output cannot be written.
pub fn compare(diffing: &Diffing, request: &Request) -> Result<Ending> {
    let called = called(&request.names)?;
    let tracked = matches!(called, Called::Tracked(_));
    let Told { sources, objects, deeds } = match called {
        Called::Plainly(sources) | Called::Tracked(sources) => {
            Told { sources, objects: Pair::default(), deeds: Vec::new() }
        }
        Called::ByGit(told) => told,
        Called::ForATool => return hand_on(&request.names),
        Called::Unmerged(path) => {
            put(&format!("* Unmerged path {path}\n"), Way::Straight)?;
            return Ok(Ending::Fine);
        }
    };
    let named = labelled(sources, &diffing.labels);
    let heard = is_plain(request) || diffing.verdict == Verdict::Told || super::git::listens();
    let names = named.as_ref().map(|source| visible(&source.shown).into_owned());
    let document = diffing.printed.is_some_and(Printed::is_document);
    let (openers, unfit) = Openers::of(request);
    complain(&unfit);
    let twins = match (tracked, document) {
        (true, _) => Twins::Tracked,
        (false, true) => Twins::Read,
        (false, false) => Twins::Told,
    };
    let read = versions(named, twins, &openers)?;
    if !document {
        put(&headings(&deeds, tint(diffing.tinting)), Way::Straight)?;
    }
    let ending = match read {
        Versions::Same => Ending::Fine,
        Versions::Binary if document && is_plain(request) => {
            bail!("{} and {} are not both text: nothing to report", names.left, names.right)
        }
        Versions::Binary => {
            let what = if diffing.printed == Some(Printed::Brief) { "Files" } else { "Binary files" };
            put(&format!("{what} {} and {} differ\n", names.left, names.right), Way::Straight)?;
            Ending::Different
        }
        Versions::Texts(articles, complaints) => {
            complain(&complaints);
            let heads = Pair::from_fn(|side| with_object(&names[side], objects[side].as_deref()));
            compare_texts(diffing, request, (*articles, Titles { names, heads }))?
        }
    };
    let ending = if deeds.is_empty() || ending != Ending::Fine { ending } else { Ending::Different };
    Ok(if ending == Ending::Different && !heard { Ending::Fine } else { ending })
}

/// What two versions are called: anywhere, and at the head of a diff, where git's short name of an object stands behind it.
struct Titles {
    names: Pair<String>,
    heads: Pair<String>,
}

fn with_object(name: &str, object: Option<&str>) -> String {
    object.map_or_else(|| name.to_owned(), |object| format!("{name}\t{object}"))
}

fn labelled(mut sources: Pair<Source>, labels: &[String]) -> Pair<Source> {
    Side::BOTH.into_iter().zip(labels).for_each(|(side, label)| sources[side].shown.clone_from(label));
    sources
}

/// Tells whether two files were named, as git's difftool does too, or one document, and not what git says of a file.
fn is_plain(request: &Request) -> bool {
    matches!(request.names.len(), 1 | 2)
}

fn compare_texts(diffing: &Diffing, request: &Request, (articles, titles): (Pair<Article>, Titles)) -> Result<Ending> {
    let rules = rules(&request.rules)?;
    let kinds = match diffing.printed {
        Some(printed) => printed == Printed::Json,
        None => is_plain(request) && way(diffing) == Way::Shown,
    };
    let found = compared(diffing, articles, &rules, kinds)?;
    let ending = if found.same { Ending::Fine } else { Ending::Different };
    if found.same && !diffing.printed.is_some_and(Printed::is_document) {
        let said = match found.compared.collation.marks {
            0 => return Ok(ending),
            1 => "1 mark differs".to_owned(),
            marks => format!("{marks} marks differ"),
        };
        put(&format!("No words differ; {said} (run without --words to see)\n"), Way::Straight)?;
        return Ok(ending);
    }
    let compared = found.compared;
    let way = if is_plain(request) { way(diffing) } else { Way::Straight };
    let way = if compared.changes.is_empty() && way == Way::Shown { Way::Straight } else { way };
    if way != Way::Shown {
        // The screen tells them by itself.
        complain(&super::config::read(&request.config).1);
        put(&told(diffing, &compared, titles), way)?;
        return Ok(ending);
    }
    match shown(diffing, (compared, rules), request)? {
        Ending::Signal(signal) => Ok(Ending::Signal(signal)),
        Ending::Fine | Ending::Complaints | Ending::Different => Ok(Ending::Different),
    }
}

/// Gives what changed.
fn compared(diffing: &Diffing, articles: Pair<Article>, rules: &Rulebooks, kinds: bool) -> Result<Diffed> {
    let task = DiffJob {
        ticket: 0,
        articles: articles.map(Arc::new),
        session: Pair::default(),
        rules: Arc::new(rules.clone()),
        exactness: diffing.exactness,
        kinds,
    };
    // Nobody raises the flag, so there always is an answer.
    task.answer(&Cancel::default()).context("the comparison failed")
}

/// Shows what changed until the reader leaves.
fn shown(diffing: &Diffing, (compared, rules): (Arc<Compared>, Rulebooks), request: &Request) -> Result<Ending> {
    let place = match &request.rules {
        RulesPlace::File(path) => RulesPlace::File(path.clone()),
        RulesPlace::Usual | RulesPlace::Nowhere => RulesPlace::Nowhere,
    };
    let version = Version { compared, exactness: diffing.exactness, context: diffing.context };
    let state = State::of(request.state);
    let (notes, complaints) = match state.notes().read() {
        Ok(notes) => (notes, Vec::new()),
        Err(error) => (Notes::default(), vec![visible(&format!("{error:#}; the notes are unchanged")).into_owned()]),
    };
    let opened = Opened {
        articles: Vec::new(),
        rules,
        keeping: Keeping::of(place),
        state,
        notes,
        mouse: request.mouse,
        complaints,
        notices: Vec::new(),
        named: Named { names: request.names.clone(), ..Named::default() },
        unread: None,
        version: Some(version),
    };
    screen::shown(opened, (diffing.colours, request.theme.clone()), &request.config)
}

fn told(diffing: &Diffing, compared: &Compared, Titles { names, heads }: Titles) -> String {
    let differ = format!("Files {} and {} differ\n", names.left, names.right);
    let articles = compared.articles.as_ref().map(Arc::as_ref);
    let masks = compared.masks.as_ref().map(Arc::as_ref);
    let reported = Reported { articles, masks, collation: &compared.collation, remarks: &[] };
    let names = if matches!(diffing.printed, Some(Printed::Text | Printed::Unified) | None) { heads } else { names };
    let writing = Writing { names, context: diffing.context, tint: tint(diffing.tinting) };
    let text = match diffing.printed {
        Some(Printed::Text) | None => diff(&reported, &writing),
        Some(Printed::Unified) => unified(&reported, &writing),
        Some(Printed::Stat) => stat(&reported, &writing),
        Some(Printed::Brief) => differ.clone(),
        Some(Printed::Json) => json(&[reported]),
        Some(Printed::Markdown) => diff_markdown(&reported, &writing),
        Some(Printed::Html) => diff_html(&reported, &writing),
    };
    if text.is_empty() { differ } else { text }
}

/// Reads the rules that were named; a diff hides nothing of its own accord.
fn rules(place: &RulesPlace) -> Result<Rulebooks> {
    let RulesPlace::File(_) = place else { return Ok(Rulebooks::default()) };
    Ok(Keeping::of(place.clone()).read()?.rules.into())
}

fn tint(tinting: Tinting) -> Tint {
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
enum Way {
    /// Straight to the standard output.
    Straight,
    /// Through the reader's pager.
    Paged,
    /// On the screen, to be walked through.
    Shown,
}

/// Decides how a diff reaches a reader who named two files: this is the one place that knows of the terminal. What git shows through
/// a pager of its own, or through none, it gets straight.
fn way(diffing: &Diffing) -> Way {
    match diffing.printed {
        _ if !out::is_seen() => Way::Straight,
        Some(Printed::Stat | Printed::Brief) => Way::Straight,
        None if !out::is_dumb() => Way::Shown,
        Some(Printed::Text | Printed::Unified) | None => Way::Paged,
        Some(Printed::Json | Printed::Markdown | Printed::Html) => Way::Straight,
    }
}

/// Prints, through the reader's pager or without.
fn put(text: &str, way: Way) -> Result<()> {
    if way == Way::Paged && paged(&out::shown(text, Meant::Looks)) {
        return Ok(());
    }
    out::print(text.as_bytes(), Meant::Looks)
}
