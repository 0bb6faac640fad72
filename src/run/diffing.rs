//! Compares two versions of a text and prints the changes, like `diff` and as git requires.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Result, bail};

use super::colours::Colours;
use super::diff_all::compare_folders;
use super::diff_request::{Diffing, Printed, Verdict};
use super::diff_told::{IGNORED, Titles, Way, compared, put, put_into_words, rules, tint, way};
use super::ending::Ending;
use super::git::{Called, Told, called};
use super::git_tool::hand_on;
use super::opened::Opened;
use super::opening::Openers;
use super::out::complain;
use super::places::RulesPlace;
use super::reading::Named;
use super::request::Request;
use super::screen;
use super::shelf_screen::show_folders;
use super::source::Source;
use super::versions::{SameBytes, VersionsRead, in_folders, versions};
use crate::app::{DiffOpening, Version, VersionComparison};
use crate::article::Article;
use crate::boilerplate::{RuleId, Rulebooks};
use crate::page::Compared;
use crate::report::{Reported, headings, ignored, set_aside};
use crate::text::{Pair, Side, plural, visible};

/// Bytes of both versions from which on they are shown before they are compared. To compare so much takes a tenth of a second: two texts of 1 MB
/// take 0.23 s by `benches/README.md`.
const AT_ONCE: usize = 900_000;

/// Compares the named files or folders and prints what changed.
///
/// # Errors
///
/// The input cannot be read or the output cannot be written.
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
    if let Some(folders) = folders(&sources) {
        if diffing.printed.is_none() && way(diffing) == Way::Shown {
            return show_folders(diffing, request, folders);
        }
        return compare_folders(diffing, request, folders);
    }
    let named = labelled(in_folders(sources)?, &diffing.labels);
    let heard = is_plain(request) || diffing.verdict == Verdict::Told || super::git::listens();
    let names = named.as_ref().map(|source| visible(&source.shown).into_owned());
    let document = diffing.printed.is_some_and(Printed::is_document);
    let (openers, unfit) = Openers::of(request);
    complain(&unfit);
    let twins = match (tracked, document) {
        (true, _) => SameBytes::Tracked,
        (false, true) => SameBytes::Read,
        (false, false) => SameBytes::Told,
    };
    let read = versions(named, twins, &openers)?;
    if !document {
        put(&headings(&deeds, tint(diffing.tinting)), Way::Straight)?;
    }
    let ending = match read {
        VersionsRead::Same => {
            let said = say_nothing_differs(diffing, request, "No differences: the same bytes");
            put(&said.map_or_else(String::new, |said| said + "\n"), Way::Straight)?;
            Ending::Fine
        }
        VersionsRead::Binary if document && is_plain(request) => {
            bail!("{} and {} are not both text: nothing to report", names.left, names.right)
        }
        VersionsRead::Binary => {
            let what = if diffing.printed == Some(Printed::Brief) { "Files" } else { "Binary files" };
            put(&format!("{what} {} and {} differ\n", names.left, names.right), Way::Straight)?;
            Ending::Different
        }
        VersionsRead::Texts(articles, complaints) => {
            complain(&complaints);
            let heads = Pair::from_fn(|side| with_object(&names[side], objects[side].as_deref()));
            compare_texts(diffing, request, *articles, Titles { names, heads })?
        }
    };
    let ending = if deeds.is_empty() || ending != Ending::Fine { ending } else { Ending::Different };
    Ok(if ending == Ending::Different && !heard { Ending::Fine } else { ending })
}

fn with_object(name: &str, object: Option<&str>) -> String {
    object.map_or_else(|| name.to_owned(), |object| format!("{name}\t{object}"))
}

/// Two folders, if both are.
fn folders(sources: &Pair<Source>) -> Option<Pair<&Path>> {
    let folder = |side: Side| sources[side].path.as_deref().filter(|path| path.is_dir());
    Some(Pair::new(folder(Side::Left)?, folder(Side::Right)?))
}

fn labelled(mut sources: Pair<Source>, labels: &[String]) -> Pair<Source> {
    Side::BOTH.into_iter().zip(labels).for_each(|(side, label)| sources[side].shown.clone_from(label));
    sources
}

/// Whether two files (also by git's difftool) or one document were named, rather than git's arguments for a file.
fn is_plain(request: &Request) -> bool {
    matches!(request.names.len(), 1 | 2)
}

fn compare_texts(diffing: &Diffing, request: &Request, articles: Pair<Article>, titles: Titles) -> Result<Ending> {
    let rules = rules(request, &diffing.ignored)?;
    let kinds = match diffing.printed {
        Some(printed) => printed == Printed::Json,
        None => is_plain(request) && way(diffing) == Way::Shown,
    };
    let shown = diffing.printed.is_none() && is_plain(request) && way(diffing) == Way::Shown;
    if shown && articles.left.text.len() + articles.right.text.len() > AT_ONCE {
        return show_at_once(diffing, request, articles, rules);
    }
    let found = compared(diffing, articles, &rules, kinds)?;
    let ending = if found.same { Ending::Fine } else { Ending::Different };
    if found.same && !diffing.printed.is_some_and(Printed::is_document) {
        put_same(diffing, request, &found.compared)?;
        return Ok(ending);
    }
    let compared = found.compared;
    let way = if is_plain(request) { way(diffing) } else { Way::Straight };
    let way = if compared.changes.is_empty() && way == Way::Shown { Way::Straight } else { way };
    if way != Way::Shown {
        // The screen reports these problems itself.
        complain(&super::config::read(&request.config).1);
        put(&put_into_words(diffing, &compared, titles), way)?;
        return Ok(ending);
    }
    let compared = VersionComparison::Known(compared);
    let version = Version { compared, exactness: diffing.exactness, context: diffing.context, goes_to: None };
    match show_version(version, rules, diffing.colours, request)? {
        (Ending::Signal(signal), _) => Ok(Ending::Signal(signal)),
        _ => Ok(Ending::Different),
    }
}

/// Shows both texts before the comparison is known. If nothing differs, says so as if it had been known before.
fn show_at_once(diffing: &Diffing, request: &Request, articles: Pair<Article>, rules: Rulebooks) -> Result<Ending> {
    let compared = VersionComparison::Awaited(articles.map(Arc::new));
    let version = Version { compared, exactness: diffing.exactness, context: diffing.context, goes_to: None };
    match show_version(version, rules, diffing.colours, request)? {
        (Ending::Signal(signal), _) => Ok(Ending::Signal(signal)),
        (_, DiffOpening::Shown) => Ok(Ending::Different),
        (_, DiffOpening::Awaited) => bail!("left before the comparison was done"),
        (_, DiffOpening::Same(compared)) => {
            put_same(diffing, request, &compared)?;
            Ok(Ending::Fine)
        }
    }
}

/// Says that nothing differs that counts.
fn put_same(diffing: &Diffing, request: &Request, compared: &Compared) -> Result<()> {
    let none = || {
        say_nothing_differs(diffing, request, "No difference in words, punctuation or case; white space does not count")
    };
    let said = same(compared, &request.rules).or_else(none);
    put(&said.map_or_else(String::new, |said| said + "\n"), Way::Straight)
}

/// Says on a terminal that nothing differs; a pipe, a file and git get no output.
fn say_nothing_differs(diffing: &Diffing, request: &Request, said: &str) -> Option<String> {
    (is_plain(request) && way(diffing) != Way::Straight).then(|| said.to_owned())
}

/// Says what differs although nothing that counts does, if anything.
fn same(compared: &Compared, rules: &RulesPlace) -> Option<String> {
    let collation = &compared.collation;
    let reported = Reported::of(compared);
    let option = if collation.small.least > 0 { "--min-words" } else { "--words" };
    let marks = match collation.marks {
        0 => None,
        marks => Some(format!("punctuation or case does, in {} (run without {option} to see)", plural(marks, "place"))),
    };
    match (set_aside(&reported), marks) {
        (None, None) => None,
        (None, Some(marks)) => Some(format!("No words differ; {marks}")),
        (Some(aside), marks) => {
            let marks = marks.map_or_else(String::new, |marks| format!("; {marks}"));
            Some(format!("Nothing else differs: {aside} (run {} to see){marks}", otherwise(&reported, rules)))
        }
    }
}

/// Says which options make the ignored differences count.
fn otherwise(reported: &Reported<'_>, rules: &RulesPlace) -> String {
    let ignored = ignored(reported);
    let asked = |id: &RuleId| id.0.starts_with(IGNORED);
    let by_rule = ignored.iter().any(|(id, _)| !asked(id));
    let named = matches!(rules, RulesPlace::File(_));
    let options = [
        (reported.collation.diacritics > 0, "--ignore-diacritics"),
        (reported.collation.small.changes > 0, "--min-words"),
        (ignored.iter().any(|(id, _)| asked(id)), IGNORED),
        (by_rule && named, "--rules"),
    ];
    let without: Vec<&str> = options.into_iter().filter(|(used, _)| *used).map(|(_, option)| option).collect();
    let without = (!without.is_empty()).then(|| format!("without {}", without.join(" and ")));
    let with = (by_rule && !named).then(|| "with --no-rules".to_owned());
    [with, without].into_iter().flatten().collect::<Vec<_>>().join(" and ")
}

/// Shows a diff until the reader leaves.
///
/// # Errors
///
/// The terminal cannot be used.
pub(super) fn show_version(
    version: Version,
    rules: Rulebooks,
    colours: Colours,
    request: &Request,
) -> Result<(Ending, DiffOpening)> {
    let named = Named { names: request.names.clone(), ..Named::default() };
    let opened = Opened { version: Some(version), ..Opened::of_versions(rules, named, request) };
    screen::shown_at_once(opened, colours, request.theme.clone(), &request.config)
}
