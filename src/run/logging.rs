//! `ibid log` and `ibid blame`: the versions of a text, listed, shown, or attributed sentence by sentence.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::blame::{Brought, brought, counted, told_removed};
use super::day::{day, here};
use super::diff_told::rules;
use super::ending::Ending;
use super::git_history;
use super::git_log::{GitVersion, Tracked};
use super::log_request::{LogForm, Logging};
use super::opening::Openers;
use super::out::{self, Meant, complain};
use super::request::Request;
use super::shelf::{Bring, Shelved, measured};
use super::shelf_screen::{ShelfManner, show_shelf};
use super::source::Source;
use super::terminal;
use super::versions::{SameBytes, VersionsRead, versions, versions_of_bytes};
use super::wrapping::all_hung;
use crate::app::{Amount, Blaming, Fetch, Shelf, ShelfKind, ShelfRow, mark_of_version};
use crate::article::Article;
use crate::collate::Cancel;
use crate::text::{Pair, one_line, sign, visible};

/// The most versions that are listed.
const MOST: usize = 1_000;
/// The version of the format in `assets/log.schema.json`; raised when a change breaks readers.
const LOG_VERSION: u32 = 1;
/// The version of the format in `assets/blame.schema.json`; raised when a change breaks readers.
const BLAME_VERSION: u32 = 1;

/// Lists or shows the versions of a file or files.
///
/// # Errors
///
/// The input cannot be read or the output cannot be written.
pub fn log(logging: &Logging, request: &Request) -> Result<Ending> {
    let (openers, unfit) = Openers::of(request);
    complain(&unfit);
    let (mut rows, bring) = match request.names.as_slice() {
        [folder] if folder.is_dir() => {
            bail!(
                "{}: a folder has no versions of its own; name a file in it, or versions, the oldest first",
                folder.display()
            )
        }
        [file] => of_git(Tracked::of(file))?,
        files => of_files(files, openers)?,
    };
    if rows.len() > MOST {
        complain(&[format!("more than {MOST} versions; older ones are not listed")]);
        rows.truncate(MOST);
        for row in rows.iter_mut().filter(|row| !row.parents.is_empty()) {
            row.parents.retain(|parent| *parent < MOST);
            if row.parents.is_empty() {
                row.amount = Some(Amount::Closed("older versions are not listed".to_owned()));
            }
        }
    }
    let rules = rules(request, &[])?;
    let shelved = Shelved { shelf: Shelf { kind: ShelfKind::Versions, rows }, rules, bring };
    match logging.printed {
        None if out::is_drawable() && !logging.blames => {
            show_shelf(shelved, ShelfManner { exactness: logging.exactness, colours: logging.colours }, request)
        }
        printed if logging.blames => print_blame(&shelved, printed),
        printed => print_log(logging, &shelved, printed),
    }
}

/// The versions of a file in git.
fn of_git(tracked: Tracked) -> Result<(Vec<ShelfRow>, Arc<Bring>)> {
    let versions = git_history::versions(&tracked)?;
    let row = |version: &GitVersion| ShelfRow {
        name: visible(&format!("{} {}", version.short(), version.date)).trim_end().to_owned(),
        told: visible(&one_line(&version.message)).into_owned(),
        by: visible(&version.author).into_owned(),
        mark: version.commit.as_ref().map(|commit| mark_of_version(&format!("{commit}:{:?}", version.path))),
        parents: version.parents.clone(),
        ..ShelfRow::default()
    };
    let rows = versions.iter().map(row).collect();
    let bring = move |rows: Pair<usize>| {
        let pick = |row: usize| versions.get(row).context("no such version");
        let both = Pair::new(pick(rows.left)?, pick(rows.right)?);
        let bytes = Pair::new(tracked.bytes(both.left)?, tracked.bytes(both.right)?);
        let named = both.map(|version| {
            let path = version.path.clone().unwrap_or_default();
            let name = PathBuf::from(&path).file_name().map(|name| name.to_string_lossy().into_owned());
            let shown = format!("{} {} {}", name.unwrap_or_default(), version.short(), version.date);
            let path = if version.commit.is_none() { tracked.file.clone() } else { PathBuf::from(path) };
            (Source { path: Some(path), shown: shown.trim().to_owned() }, version.commit.is_some())
        });
        let twins = if rows.left == rows.right { SameBytes::Read } else { SameBytes::Told };
        versions_of_bytes(named, bytes, twins, &Openers::default())
    };
    Ok((rows, Arc::new(bring)))
}

/// Files that are versions of one text, the oldest first.
fn of_files(files: &[PathBuf], openers: Openers) -> Result<(Vec<ShelfRow>, Arc<Bring>)> {
    let sources: Vec<Source> = files.iter().rev().cloned().map(Source::named).collect();
    let mut missing: Vec<String> = files
        .iter()
        .filter(|file| file.as_os_str() != "-" && !file.exists())
        .map(|file| visible(&format!("{}: no such file", file.display())).into_owned())
        .collect();
    if let Some(last) = missing.pop() {
        complain(&missing);
        bail!(last);
    }
    let mut rows = Vec::with_capacity(sources.len());
    for source in &sources {
        let Some(path) = &source.path else { bail!("a version must be a file, not -") };
        let bytes = fs::read(path).with_context(|| format!("{}: cannot be read", source.shown))?;
        let moment = fs::metadata(path).and_then(|found| found.modified());
        let date = moment.map(|moment| day(moment, &here())).unwrap_or_default();
        rows.push(ShelfRow {
            name: visible(&format!("{} {date}", source.shown)).trim_end().to_owned(),
            mark: Some(mark_of_version(&String::from_utf8_lossy(&bytes))),
            parents: (rows.len() + 1 < sources.len()).then_some(rows.len() + 1).into_iter().collect(),
            ..ShelfRow::default()
        });
    }
    let bring = move |rows: Pair<usize>| {
        let pick = |row: usize| sources.get(row).cloned().context("no such version");
        let twins = if rows.left == rows.right { SameBytes::Read } else { SameBytes::Told };
        versions(Pair::new(pick(rows.left)?, pick(rows.right)?), twins, &openers)
    };
    Ok((rows, Arc::new(bring)))
}

fn print_log(logging: &Logging, shelved: &Shelved, printed: Option<LogForm>) -> Result<Ending> {
    let shelf = &shelved.shelf;
    let mut told = Vec::new();
    let wide = shelf.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0);
    for (at, row) in shelf.rows.iter().enumerate().take(logging.most) {
        let amount = shelf.pair_of(at).and_then(|rows| {
            let task = Fetch { ticket: 0, rows, opens: false, exactness: logging.exactness };
            Some(measured(&task, shelved, &Cancel::default())?.0)
        });
        let amount = amount.or_else(|| row.amount.clone());
        if printed == Some(LogForm::Json) {
            told.push(of_version(row, amount.as_ref()));
            continue;
        }
        let (figure, detail) = amount.as_ref().map_or(("first version".to_owned(), String::new()), figure);
        let merge = if row.is_merge() { "(merge)" } else { "" };
        let rest = [&*row.by, &row.told, &detail, merge].into_iter().filter(|part| !part.is_empty());
        let rest = rest.collect::<Vec<_>>().join("  ");
        let line = format!("{:wide$}  {figure:>17}  {rest}", row.name);
        let line = all_hung(&format!("{}\n", line.trim_end()), terminal::seen_width());
        out::print(line.as_bytes(), Meant::Looks)?;
    }
    if printed == Some(LogForm::Json) {
        print_json(&json!({ "format": "ibid-log", "version": LOG_VERSION, "versions": told }))?;
    }
    Ok(Ending::Fine)
}

/// How many words changed, and in brackets what else did, if no word.
fn figure(amount: &Amount) -> (String, String) {
    let none = "no words".to_owned();
    match amount {
        Amount::Changed(told, Pair { left: 0, right: 0 }) => {
            let parts: Vec<&str> = told.split("; ").filter(|part| !part.starts_with("words ")).collect();
            (none, format!("({})", parts.join("; ")))
        }
        Amount::Changed(_, words) => (format!("words {}{} +{}", sign("−"), words.left, words.right), String::new()),
        Amount::Identical => (amount.told().to_owned(), String::new()),
        Amount::Same(told) => (none, format!("({})", told.trim_start_matches("no words differ; "))),
        Amount::Closed(why) => ("not compared".to_owned(), format!("({why})")),
    }
}

fn of_version(row: &ShelfRow, amount: Option<&Amount>) -> Value {
    let mut value = json!({ "name": row.name, "author": row.by, "message": row.told });
    value["change"] = json!(match amount {
        None => "first",
        Some(Amount::Identical | Amount::Same(_)) => "same words",
        Some(Amount::Changed(..)) => "changed",
        Some(Amount::Closed(_)) => "not compared",
    });
    if row.is_merge() {
        value["merge"] = json!(true);
    }
    match amount {
        Some(Amount::Changed(_, words)) => value["words"] = json!({ "gone": words.left, "new": words.right }),
        Some(Amount::Closed(why)) => value["reason"] = json!(why),
        _ => {}
    }
    value
}

fn print_json(value: &Value) -> Result<()> {
    let text = serde_json::to_string_pretty(value).context("cannot be written as JSON")?;
    out::print(format!("{text}\n").as_bytes(), Meant::Looks)
}

/// Prints each sentence of the newest version, and which version introduced its words.
fn print_blame(shelved: &Shelved, printed: Option<LogForm>) -> Result<Ending> {
    let article = Arc::new(newest(shelved)?);
    let all = Blaming { ticket: 0, row: 0, article: Arc::clone(&article), tokens: (0, article.tokens.len()) };
    let Brought { rows, removed } = brought(shelved, &all, &Cancel::default()).context("cannot compare")?;
    let name = |row: usize| shelved.shelf.rows.get(row).map_or("", |row| row.name.as_str());
    let by = |row: usize| shelved.shelf.rows.get(row).map_or("", |row| row.by.as_str());
    let lengths = |of: &dyn Fn(usize) -> usize| (0..shelved.shelf.rows.len()).map(of).max().unwrap_or(0);
    let wide = (lengths(&|row| name(row).chars().count()), lengths(&|row| by(row).chars().count()));
    let width = terminal::seen_width();
    let mut told = Vec::new();
    for sentence in article.sentences.iter().filter(|sentence| !sentence.tokens.is_empty()) {
        let brought = counted(rows.get(sentence.tokens.clone()).unwrap_or_default());
        let paragraph = article.paragraph_id_at(sentence.span.start()).0 + 1;
        let words = one_line(sentence.span.of(&article.text));
        let gone = || removed.iter().filter(|removed| sentence.tokens.contains(&removed.word));
        if printed == Some(LogForm::Json) {
            let gone = gone().map(|it| json!({ "name": name(it.row), "author": by(it.row), "text": it.text }));
            let gone: Vec<Value> = gone.collect();
            let each =
                brought.iter().map(|(row, words)| json!({ "name": name(*row), "author": by(*row), "words": words }));
            let each: Vec<Value> = each.collect();
            told.push(json!({ "paragraph": paragraph, "text": words, "versions": each, "removed": gone }));
            continue;
        }
        // The newest version that changed a sentence comes before it; the number of older words comes after.
        let (newest, own) = brought.first().copied().unwrap_or_default();
        let older = sentence.tokens.len() - own;
        let older = if older > 0 { format!("  [{own} of {} words]", own + older) } else { String::new() };
        let gone = gone().map(|it| {
            format!("  [{} took out {}]", name(it.row), told_removed(&article, &sentence.tokens, it, it.word))
        });
        let gone = visible(&gone.collect::<String>()).into_owned();
        let line = format!(
            "{:a$}  {:b$}  {}{paragraph}  {}{older}{gone}\n",
            name(newest),
            by(newest),
            sign("¶"),
            visible(&words),
            a = wide.0,
            b = wide.1
        );
        out::print(all_hung(&line, width).as_bytes(), Meant::Looks)?;
    }
    if printed == Some(LogForm::Json) {
        print_json(&json!({ "format": "ibid-blame", "version": BLAME_VERSION, "sentences": told }))?;
    }
    Ok(Ending::Fine)
}

/// The newest version.
fn newest(shelved: &Shelved) -> Result<Article> {
    match (shelved.bring)(Pair::new(0, 0))? {
        VersionsRead::Texts(articles, _) => Ok(articles.right),
        _ => bail!("the newest version cannot be read as text"),
    }
}
