//! `ibid decisions`: prints, checks, merges, compares, adds and applies decisions.

use std::io::Write;
use std::time::SystemTime;

use anyhow::{Context, Result, anyhow, bail};

use super::deciding::{DecisionsTask, Export};
use super::file::DecisionsFile;
use crate::curation::{ClusterDecision, Judgement, Ledger, agreement};
use crate::report::{
    decision_csv, decision_json, decision_line, decisions_csv_head, describe_agreement, splink_head, splink_row,
};
use crate::run::clusters::relabelled;
use crate::run::day::moment;
use crate::run::ending::Ending;
use crate::run::fresh::needs_folder;
use crate::run::out::{complain, out};
use crate::run::report_options::Layout;
use crate::run::request::Request;
use crate::text::plural;

/// Runs a task on the named files of decisions.
///
/// # Errors
///
/// The input cannot be read or the output cannot be written.
pub fn decisions(task: &DecisionsTask, request: &Request) -> Result<Ending> {
    let files: Vec<DecisionsFile> = request.names.iter().map(|path| DecisionsFile { path: path.clone() }).collect();
    let mut out = out();
    if let (DecisionsTask::Add(decision), Some(file)) = (task, files.first()) {
        return added(file, decision);
    }
    if let Some(missing) = files.iter().find(|file| !file.path.exists()) {
        bail!("{}: no such file", missing.path.display());
    }
    let mut complaints = Vec::new();
    let mut ledger = Ledger::default();
    for file in &files {
        complaints.extend(file.each(|decision| ledger.take(decision))?);
    }
    let mut said = String::new();
    match task {
        DecisionsTask::List(Layout::Json) | DecisionsTask::Merge => {
            let all: Vec<&ClusterDecision> = match task {
                DecisionsTask::Merge => ledger.of_each().collect(),
                _ => ledger.decisions().collect(),
            };
            said.extend(all.into_iter().map(|decision| format!("{}\n", decision_json(decision))));
        }
        DecisionsTask::List(Layout::Csv) => {
            said.push_str(&decisions_csv_head());
            said.extend(ledger.decisions().map(decision_csv));
        }
        DecisionsTask::List(_) => said.extend(ledger.decisions().map(decision_line)),
        DecisionsTask::Check => {
            let disputed = ledger.disputed();
            said.extend(disputed.iter().flatten().map(|decision| decision_line(decision)));
            if !disputed.is_empty() {
                complaints.push(format!("readers differ on {}; the newest decision counts", disputed.len()));
            }
        }
        DecisionsTask::Agree => said.push_str(&compared(&ledger)?),
        DecisionsTask::Export(export) => said.push_str(&exported(&ledger, *export)),
        DecisionsTask::Relabel(table, columns) => {
            complaints.extend(relabelled(table, &ledger, columns, &mut out)?);
        }
        DecisionsTask::Add(_) => {}
    }
    complain(&complaints);
    complain(&nothing_said(task, &ledger, &said).filter(|_| complaints.is_empty()).into_iter().collect::<Vec<_>>());
    out.write_all(said.as_bytes()).and_then(|()| out.flush()).context("cannot write the decisions")?;
    Ok(Ending::with(complaints.len()))
}

/// Adds a decision to a file, and says so.
fn added(file: &DecisionsFile, decision: &ClusterDecision) -> Result<Ending> {
    let shown = file.path.display();
    let read = |name: &str| decision.parts().into_iter().find(|(it, _)| *it == name).map(|(_, value)| value.to_owned());
    ClusterDecision::of(&read).map_err(|reason| anyhow!("the decision {reason}; nothing is added"))?;
    needs_folder(&file.path)?;
    let mut decision = decision.clone();
    if decision.verdict == Judgement::Open {
        let mut ledger = Ledger::default();
        let complaints = file.each(|decision| ledger.take(decision))?;
        complain(&complaints);
        decision = undoing(&ledger, decision).ok_or_else(|| {
            anyhow!("{shown} has no such decision by this reader, so that nothing can be undone in it")
        })?;
    }
    if decision.when.is_empty() {
        decision.when = moment(SystemTime::now());
    }
    file.add(std::slice::from_ref(&decision))?;
    complain(&[format!("{shown}: added {}", decision_line(&decision).trim_end())]);
    Ok(Ending::Fine)
}

/// A decision that opens what its reader decided: of a text, of two, or of the cluster and the other with that name.
fn undoing(ledger: &Ledger, open: ClusterDecision) -> Option<ClusterDecision> {
    let other = ClusterDecision { a: None, b: open.a.clone(), ..open.clone() };
    let stands = |open: &ClusterDecision| {
        let of = |it: &&ClusterDecision| it.who == open.who && it.verdict != Judgement::Open;
        ledger.of_each().filter(of).any(|it| it.subject() == open.subject())
    };
    if stands(&open) {
        return Some(open);
    }
    (open.b.is_none() && stands(&other)).then_some(other)
}

/// What a task that has nothing to print says instead.
fn nothing_said(task: &DecisionsTask, ledger: &Ledger, said: &str) -> Option<String> {
    let decided = plural(ledger.decisions().count(), "decision");
    match task {
        DecisionsTask::Export(Export::Splink) if said == splink_head() => {
            Some("no labels follow from these decisions".to_owned())
        }
        _ if !said.is_empty() => None,
        DecisionsTask::Check => Some(match ledger.readers().len() {
            0 | 1 => format!("{decided}, no errors"),
            _ => format!("{decided}, no errors; no two readers differ"),
        }),
        DecisionsTask::Export(Export::Keep) => Some("no texts to keep follow from these decisions".to_owned()),
        DecisionsTask::Export(Export::Drop) => Some("no texts to drop follow from these decisions".to_owned()),
        DecisionsTask::List(_) | DecisionsTask::Merge => Some("no decisions".to_owned()),
        _ => None,
    }
}

/// Compares every two readers.
fn compared(ledger: &Ledger) -> Result<String> {
    let readers = ledger.readers();
    if readers.len() < 2 {
        bail!("these decisions are all of one reader; agreement needs two");
    }
    let of = |who: &str| {
        let mut own = Ledger::default();
        ledger.of_each().filter(|decision| decision.who == who).for_each(|decision| own.take(decision.clone()));
        own
    };
    let mut said = String::new();
    for (at, one) in readers.iter().enumerate() {
        for other in readers.iter().skip(at + 1) {
            said.push_str(&describe_agreement(one, other, &agreement(&of(one), &of(other))));
        }
    }
    Ok(said)
}

fn exported(ledger: &Ledger, export: Export) -> String {
    let (kept, dropped) = ledger.kept_and_dropped();
    let ids = |ids: std::collections::BTreeSet<&str>| ids.into_iter().map(|id| format!("{id}\n")).collect::<String>();
    match export {
        Export::Keep => ids(kept),
        Export::Drop => ids(dropped),
        Export::Splink => splink_head() + &ledger.decisions().filter_map(splink_row).collect::<String>(),
    }
}
