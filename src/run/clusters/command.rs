//! `ibid clusters`: an engine's clusters, printed one after another.

use std::collections::BTreeSet;
use std::io::{ErrorKind, Write};

use anyhow::{Context, Result, bail};

use super::build::ClusterFiles;
use super::clustering::Clustering;
use super::decided::{DecidedCluster, DecidedGroups, EngineNames, decided, groups};
use super::index::ClusterIndex;
use super::members::RowManner;
use super::show::show;
use crate::article::Article;
use crate::boilerplate::{Mask, Sieve};
use crate::collate::Cancel;
use crate::curation::{ClusterGroup, Ledger, likenesses};
use crate::report::{
    ClusterShown, cluster_csv, cluster_json, cluster_line, cluster_line_head, clusters_csv_head, clusters_json_end,
    clusters_json_head, describe_clusters,
};
use crate::run::decisions::DecisionsFile;
use crate::run::ending::Ending;
use crate::run::in_force::InForce;
use crate::run::out::{complain, is_drawable, out};
use crate::run::progress::Progress;
use crate::run::report_options::Layout;
use crate::run::request::Request;
use crate::run::rules::Keeping;
use crate::run::state::State;
use crate::run::terminal;
use crate::run::thread_pool::ThreadPool;

/// Prints the clusters in the named files, the largest first.
///
/// # Errors
///
/// The input cannot be read or the output cannot be written.
pub fn clusters(clustering: &Clustering, request: &Request) -> Result<Ending> {
    let asked = ClusterFiles {
        names: request.names.clone(),
        texts: clustering.texts.clone(),
        columns: clustering.columns.clone(),
        merged: BTreeSet::new(),
    };
    let mut index = ClusterIndex::of(&asked, State::of(request.state).clusters().as_deref())?;
    if clustering.show.is_some() || (clustering.layout.is_none() && is_drawable() && index.tally.clusters > 0) {
        return show(with_merged(index, asked, clustering)?, clustering, request);
    }
    let in_force = InForce::read(&Keeping::of(request.rules.clone()), &[]);
    complain(&in_force.complaints);
    complain(&index.complaints);
    let manner = RowManner { columns: &clustering.columns, with: &request.with };
    let mut ledger = Ledger::default();
    let mut mistaken = Vec::new();
    if clustering.decided {
        let file = DecisionsFile { path: clustering.decisions.clone() };
        if !file.path.exists() {
            bail!("{}: no such file", file.path.display());
        }
        mistaken = file.each(|decision| ledger.take(decision))?;
        complain(&mistaken);
    }
    let mut as_decided = None;
    if clustering.decided {
        let mut engine = EngineNames::read(&index, manner)?;
        // One that is merged counts even if it has one text, so that it is in no index yet.
        let merged: BTreeSet<String> = ledger.merged();
        if merged.iter().any(|name| !engine.names.contains(name)) {
            index = ClusterIndex::of(&ClusterFiles { merged, ..asked }, None)?;
            engine = EngineNames::read(&index, manner)?;
        }
        as_decided = Some(groups(&index, &engine, &ledger, manner)?);
    }
    let sieve = Sieve::over(&in_force.books);
    let width = if clustering.layout.unwrap_or_default() == Layout::Text { terminal::seen_width() } else { None };
    let printing = Printing { index: &index, layout: clustering.layout.unwrap_or_default(), as_decided, manner, sieve };
    match printing.print(&mut out().wrapped(width)) {
        Err(error) if closed(&error) => Ok(Ending::Fine),
        printed => printed.map(|()| Ending::with(in_force.complaints.len() + index.complaints.len() + mistaken.len())),
    }
}

/// The index with the clusters of one text that decisions have made one with another; an index of its own, if it lacks any.
fn with_merged(index: ClusterIndex, asked: ClusterFiles, clustering: &Clustering) -> Result<ClusterIndex> {
    let mut ledger = Ledger::default();
    // What is wrong in the file is said where the screen reads it.
    let _ = DecisionsFile { path: clustering.decisions.clone() }.each(|decision| ledger.take(decision));
    let merged = ledger.merged();
    if index.lacks(&merged)? { ClusterIndex::of(&ClusterFiles { merged, ..asked }, None) } else { Ok(index) }
}

fn closed(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

struct Printing<'p> {
    index: &'p ClusterIndex,
    layout: Layout,
    /// The clusters after decisions, where these count.
    as_decided: Option<DecidedGroups>,
    manner: RowManner<'p>,
    sieve: Sieve<'p>,
}

impl Printing<'_> {
    fn print(&self, out: &mut dyn Write) -> Result<()> {
        let cannot = || "cannot write the clusters";
        let (tally, layout) = (self.index.tally, self.layout);
        let count = match &self.as_decided {
            Some(decided) => decided.groups.len(),
            None => usize::try_from(tally.clusters)?,
        };
        let head = match layout {
            Layout::Json => clusters_json_head(),
            Layout::Csv => clusters_csv_head(),
            _ => {
                let [clusters, members] =
                    self.as_decided.as_ref().map_or([tally.clusters, tally.members], |it| it.counted);
                let alone = (tally.members + tally.alone).saturating_sub(members);
                describe_clusters([clusters, members, alone]) + cluster_line_head()
            }
        };
        out.write_all(head.as_bytes()).with_context(cannot)?;
        let progress = Progress::of_steps("reading clusters", count);
        let shown = |at: usize| self.shown(at);
        ThreadPool::all_hands().in_turn(count, shown, |shown| {
            progress.aside(|| out.write_all(shown?.as_bytes()).with_context(cannot))?;
            progress.step();
            Ok::<(), anyhow::Error>(())
        })?;
        if layout == Layout::Json {
            out.write_all(clusters_json_end().as_bytes()).with_context(cannot)?;
        }
        out.flush().with_context(cannot)
    }

    fn shown(&self, at: usize) -> Result<String> {
        let plain = || ClusterGroup::plain("", at);
        let group = self.as_decided.as_ref().map_or_else(|| Some(plain()), |decided| decided.groups.get(at).cloned());
        let group = group.unwrap_or_default();
        let DecidedCluster { size, members, of, with } = decided(self.index, &group, self.manner)?;
        let masks: Vec<Mask> = members.iter().map(|(_, member)| self.sieve.mask(&member.article, &[])).collect();
        let seen: Vec<(&Article, &Mask)> = members.iter().map(|(_, member)| &member.article).zip(&masks).collect();
        let likenesses = likenesses(&seen, &Cancel::default());
        let members: Vec<(&str, &Article)> =
            members.iter().map(|(_, member)| (member.id.as_str(), &member.article)).collect();
        let id = if group.name.is_empty() { of.first().cloned().unwrap_or_default() } else { group.name.clone() };
        let (of, with): (&[String], &[String]) = if group.is_plain() { (&[], &[]) } else { (&of, &with) };
        let shown = ClusterShown { id: &id, size, likenesses, members: &members, of, with };
        Ok(match self.layout {
            Layout::Json => cluster_json(&shown, at == 0),
            Layout::Csv => cluster_csv(&shown),
            _ => cluster_line(at.saturating_add(1), &shown),
        })
    }
}
