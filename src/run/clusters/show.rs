//! A cluster on the screen: its texts, opened as articles.

use anyhow::{Result, bail};

use super::clustering::Clustering;
use super::curator::{Curator, CuratorSetting};
use super::index::ClusterIndex;
use super::members::{EngineCluster, RowManner, cluster};
use crate::app::Notes;
use crate::curation::{Ledger, Rulings};
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

/// Leaves out the texts that were split off, unless none is left. Problems with decisions are reported where these are loaded.
fn as_decided(found: EngineCluster, clustering: &Clustering) -> EngineCluster {
    let mut ledger = Ledger::default();
    let _ = DecisionsFile { path: clustering.decisions.clone() }.each(|decision| ledger.take(decision));
    let labels = ledger.labels();
    let stays = |id: &str| Ledger::label(&labels, &found.id, Some(id)) == Ledger::label(&labels, &found.id, None);
    let left = found.members.iter().filter(|member| stays(&member.id)).count();
    if left == 0 || left == found.members.len() {
        return found;
    }
    let size = found.size.saturating_sub((found.members.len() - left) as u64);
    let members = found.members.iter().filter(|member| stays(&member.id)).cloned().collect();
    EngineCluster { id: found.id, size, members }
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
    let (count, wanted) = (index.tally.clusters, clustering.show.unwrap_or(1));
    let Some(at) = wanted.checked_sub(1).filter(|at| (*at as u64) < count) else {
        bail!("--show {wanted}: there are {count} clusters");
    };
    let manner = RowManner { columns: &clustering.columns, with: &request.with };
    let found = as_decided(cluster(&index, index.entries(at as u64)?, manner)?, clustering);
    let keeping = Keeping::of(request.rules.clone());
    let mut in_force = InForce::read(&keeping, &[]);
    let mut complaints: Vec<String> = index.complaints.clone();
    let setting = CuratorSetting { clustering, with: &request.with, rules: &in_force.books };
    let curator = Curator::of(index, setting, at, &found);
    let articles: Vec<_> = found.members.into_iter().map(|member| member.article).collect();
    if articles.iter().all(|article| article.tokens.is_empty()) {
        bail!("the cluster {} has no texts; --texts TABLE names the file with them", visible(&found.id));
    }
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
