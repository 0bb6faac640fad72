//! Measures how well a diff tells what changed, on edited drafts of which the truth is known.
//!
//! usage: cargo bench --bench drafts [-- [--drafts N] [--kind KIND] [--errors N [--fault NAME]] [--seed N] [--by NAME]]
//!
//! Prints what ibid and others tell of drafts with edits of all kinds, then what ibid tells of drafts with edits of one kind.
//! `--kind` takes drafts with edits of that kind alone, `--errors` prints so many of the faults, `--fault` those of one kind, `--by` those
//! of another program than ibid, and `--seed` shows one draft whole. Without `--bench`, as under `cargo test`, it runs on few drafts.

#[allow(dead_code)]
#[path = "drafts/mod.rs"]
mod drafts;

use std::ops::RangeInclusive;
use std::path::Path;

use drafts::draft::{Draft, draft};
use drafts::edits::Edit;
use drafts::found::{Found, by_ibid};
use drafts::judge::judge;
use drafts::peers::Peer;
use drafts::score::{Fault, Score, What};
use drafts::show;

/// Drafts of each single kind, as a share of those of all kinds.
const SINGLE: u64 = 10;

/// What was asked for.
struct Asked {
    drafts: u64,
    kind: Option<Edit>,
    errors: u64,
    fault: Option<String>,
    seed: Option<u64>,
    by: Option<Peer>,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(asked) = asked(&arguments) else {
        let kinds: Vec<&str> = Edit::ALL.iter().map(|(_, name)| *name).collect();
        let faults: Vec<&str> = What::ALL.iter().map(|(_, name)| *name).collect();
        let peers: Vec<&str> = Peer::ALL.iter().map(|peer| peer.name()).collect();
        return println!("kinds: {}\nfaults: {}\nby: {}", kinds.join(" "), faults.join(" "), peers.join(" | "));
    };
    let Ok(folder) = tempfile::tempdir() else { return println!("no folder to write drafts into") };
    match asked.seed {
        Some(seed) => one(&asked, seed, folder.path()),
        None if asked.errors > 0 => errors(&asked, folder.path()),
        None => tables(&asked, folder.path()),
    }
}

/// Reads what was asked; nothing where a name is none.
fn asked(arguments: &[String]) -> Option<Asked> {
    let value = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1)
    };
    let number = |name: &str| value(name).and_then(|value| value.parse::<u64>().ok());
    let measured = arguments.iter().any(|argument| argument == "--bench");
    let kind = match value("--kind") {
        Some(name) => Some(Edit::named(name)?),
        None => None,
    };
    let by = match value("--by") {
        Some(name) => Some(*Peer::ALL.iter().find(|peer| peer.name() == name)?),
        None => None,
    };
    let fault = value("--fault").cloned();
    if fault.as_ref().is_some_and(|fault| !What::ALL.iter().any(|(_, name)| name == fault)) {
        return None;
    }
    let drafts = number("--drafts").unwrap_or(if measured { 1_000 } else { 20 });
    Some(Asked { drafts, kind, errors: number("--errors").unwrap_or(0), fault, seed: number("--seed"), by })
}

fn tables(asked: &Asked, folder: &Path) {
    let drafts: Vec<Draft> = drawn(1..=asked.drafts, asked.kind).collect();
    let mut ours = Score::default();
    drafts.iter().for_each(|draft| ours.add(&judge(draft, &by_ibid(draft)).0));
    println!(
        "{} drafts: {} changes, {} moves, {} words with other marks, {} words that stay\n",
        ours.drafts, ours.changes, ours.moves, ours.marks, ours.kept
    );
    println!("{}", head(&["told by"], &[]));
    tell("ibid", &ours);
    for peer in Peer::ALL {
        let all: Option<Vec<Score>> = drafts
            .iter()
            .map(|draft| Some(judge(draft, &peer.is_here().then(|| peer.compares(draft, folder))??).0))
            .collect();
        match all {
            Some(all) => {
                let mut sum = Score::default();
                all.iter().for_each(|score| sum.add(score));
                tell(peer.name(), &sum);
            }
            None => println!("| {} | not here, or not to be read | | | | |", peer.name()),
        }
    }
    if asked.kind.is_some() {
        return;
    }
    println!("\n{}", head(&["ibid, edits of one kind", "drafts", "changes"], &["moves", "words with other marks"]));
    for (edit, name) in Edit::ALL {
        let mut sum = Score::default();
        for draft in drawn(1..=asked.drafts / SINGLE, Some(edit)) {
            sum.add(&judge(&draft, &by_ibid(&draft)).0);
        }
        tell_kind(name, &sum);
    }
}

fn drawn(seeds: RangeInclusive<u64>, kind: Option<Edit>) -> impl Iterator<Item = Draft> {
    seeds.filter_map(move |seed| draft(seed, kind))
}

/// Gives the head of a table: what the rows are about, the figures that [`tell`] writes, and more counts.
fn head(first: &[&str], last: &[&str]) -> String {
    let figures = [
        "changes missed",
        "unchanged words called changed",
        "pieces a change",
        "moves found",
        "marks missed",
        "unchanged marks called changed",
    ];
    let all: Vec<&str> = first.iter().chain(&figures).chain(last).copied().collect();
    format!("| {} |\n|{}", all.join(" | "), "---|".repeat(all.len()))
}

fn tell(what: &str, score: &Score) {
    println!("| {what} | {} |", figures(score));
}

fn tell_kind(what: &str, score: &Score) {
    let Score { drafts, changes, moves, marks, .. } = score;
    println!("| {what} | {drafts} | {changes} | {} | {moves} | {marks} |", figures(score));
}

fn figures(score: &Score) -> String {
    format!(
        "{} | {} | {} | {} | {} | {}",
        score.missed,
        percent(score.called_changed, score.kept),
        share(score.pieces, score.changes - score.missed),
        share(score.found, score.moves),
        score.unmarked,
        percent(score.called_marked, score.plain)
    )
}

fn share(part: usize, whole: usize) -> String {
    if whole == 0 { "–".to_owned() } else { format!("{:.3}", part as f64 / whole as f64) }
}

fn percent(part: usize, whole: usize) -> String {
    if whole == 0 { "–".to_owned() } else { format!("{:.3} %", part as f64 * 100.0 / whole as f64) }
}

fn compared(asked: &Asked, draft: &Draft, folder: &Path) -> Found {
    match asked.by {
        Some(peer) => peer.compares(draft, folder).unwrap_or_else(|| by_ibid(draft)),
        None => by_ibid(draft),
    }
}

/// Prints faults one by one.
fn errors(asked: &Asked, folder: &Path) {
    let mut left = asked.errors;
    for draft in drawn(1..=asked.drafts, asked.kind) {
        let found = compared(asked, &draft, folder);
        for fault in judge(&draft, &found).1 {
            if asked.fault.as_ref().is_some_and(|wanted| wanted != fault.what.name()) {
                continue;
            }
            println!("{}", show::fault(&draft, &found, &fault));
            left -= 1;
            if left == 0 {
                return;
            }
        }
    }
}

/// Shows one draft whole.
fn one(asked: &Asked, seed: u64, folder: &Path) {
    let Some(draft) = draft(seed, asked.kind) else { return println!("no draft of that seed and kind") };
    let found = compared(asked, &draft, folder);
    print!("{}", show::draft(&draft, &found));
    let (_, faults): (Score, Vec<Fault>) = judge(&draft, &found);
    println!("==== faults");
    faults.iter().for_each(|fault| println!("{}", show::fault(&draft, &found, fault)));
}
