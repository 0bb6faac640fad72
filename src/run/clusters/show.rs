//! A cluster on the screen: its texts, opened as articles.

use anyhow::{Result, bail};

use super::clustering::Clustering;
use super::curator::{Curator, CuratorSetting};
use super::decided::{DecidedCluster, EngineNames, decided, groups};
use super::index::ClusterIndex;
use super::members::{EngineCluster, EngineMember, RowManner, cluster};
use crate::app::{ClusterText, Notes};
use crate::curation::{ClusterGroup, Ledger, Rulings};
use crate::run::decisions::DecisionsFile;
use crate::run::ending::Ending;
use crate::run::in_force::InForce;
use crate::run::opened::Opened;
use crate::run::out;
use crate::run::reading::Named;
use crate::run::request::Request;
use crate::run::rules::Keeping;
use crate::run::screen::shown;
use crate::run::state::State;
use crate::text::visible;

/// The cluster that is opened first, as it is after decisions.
struct FirstCluster {
    group: ClusterGroup,
    found: DecidedCluster,
}

/// Finds the cluster that is opened first, by its number in the list after decisions. Problems with decisions are reported where these are
/// loaded.
fn first(index: &ClusterIndex, clustering: &Clustering, manner: RowManner<'_>) -> Result<FirstCluster> {
    let mut ledger = Ledger::default();
    let _ = DecisionsFile { path: clustering.decisions.clone() }.each(|decision| ledger.take(decision));
    let Some(wanted) = clustering.show else { return largest(index, &ledger, manner) };
    // Names are read only where decisions may change the order.
    let known = if ledger.decisions().next().is_some() {
        Some(groups(index, &EngineNames::read(index, manner)?, &ledger, manner)?.groups)
    } else {
        None
    };
    let count = known.as_ref().map_or(index.tally.clusters, |known| known.len() as u64);
    let Some(at) = wanted.checked_sub(1).filter(|at| (*at as u64) < count) else {
        bail!("--show {wanted}: there are {count} clusters");
    };
    let group = match known {
        Some(known) => known.get(at).cloned().unwrap_or_default(),
        None => ClusterGroup::plain(&cluster(index, index.entries(at as u64)?, manner)?.id, at),
    };
    Ok(FirstCluster { found: decided(index, &group, manner)?, group })
}

/// The engine's largest cluster, without the texts that were split off, unless none is left.
fn largest(index: &ClusterIndex, ledger: &Ledger, manner: RowManner<'_>) -> Result<FirstCluster> {
    let EngineCluster { id, size, members } = cluster(index, index.entries(0)?, manner)?;
    let labels = ledger.labels();
    let stays =
        |member: &EngineMember| Ledger::label(&labels, &id, Some(&member.id)) == Ledger::label(&labels, &id, None);
    let all = members.len();
    let (stay, gone): (Vec<EngineMember>, Vec<EngineMember>) = members.into_iter().partition(stays);
    let members = if stay.is_empty() { gone } else { stay };
    let size = size.saturating_sub((all - members.len()) as u64);
    let group = ClusterGroup::plain(&id, 0);
    let members = members.into_iter().map(|member| (id.clone(), member)).collect();
    let found = DecidedCluster { size, members, of: vec![id], with: Vec::new() };
    Ok(FirstCluster { group, found })
}

/// Shows clusters until the reader leaves: the list, or the texts of one cluster first.
///
/// # Errors
///
/// There is no such cluster, it has no texts, or there is no terminal.
pub fn show(index: ClusterIndex, clustering: &Clustering, request: &Request) -> Result<Ending> {
    if !out::is_seen() {
        bail!("--show needs a terminal; --format prints clusters");
    }
    let manner = RowManner { columns: &clustering.columns, with: &request.with };
    let FirstCluster { group, found } = first(&index, clustering, manner)?;
    let keeping = Keeping::of(request.rules.clone());
    let mut in_force = InForce::read(&keeping, &[]);
    let mut complaints: Vec<String> = index.complaints.clone();
    let setting = CuratorSetting { clustering, with: &request.with, rules: &in_force.books };
    let text =
        |(cluster, member): &(String, EngineMember)| ClusterText { id: member.id.clone(), cluster: cluster.clone() };
    let texts = found.members.iter().map(text).collect();
    let articles: Vec<_> = found.members.into_iter().map(|(_, member)| member.article).collect();
    if articles.iter().all(|article| article.tokens.is_empty()) {
        bail!("the cluster {} has no texts; --texts TABLE names the file with them", visible(&group.name));
    }
    let curator = Curator::of(index, setting, (group, texts));
    let state = State::of(request.state);
    complaints.append(&mut in_force.complaints);
    let notes = state.notes().read().unwrap_or_else(|error| {
        complaints.push(format!("{error:#}; the notes are unchanged"));
        Notes::default()
    });
    if found.size > articles.len() as u64 {
        complaints.push(format!("the first {} of {} texts are open", articles.len(), found.size));
    }
    let complaints = complaints.iter().map(|complaint| visible(complaint).into_owned()).collect();
    let (rules, mouse) = (in_force.books, request.mouse);
    let opened = Opened {
        articles,
        rules,
        keeping,
        state,
        notes,
        mouse,
        complaints,
        notices: Vec::new(),
        named: Named::default(),
        unread: None,
        version: None,
        rulings: Rulings::default(),
        curator: Some(curator),
    };
    shown(opened, clustering.colours, request.theme.clone(), &request.config)
}
