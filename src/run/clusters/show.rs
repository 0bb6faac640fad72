//! A cluster on the screen: its texts, opened as articles are.

use anyhow::{Result, bail};

use super::clustering::{Clustering, ShowCluster};
use super::index::ClusterIndex;
use super::members::{RowManner, cluster};
use crate::app::Notes;
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

/// Shows the texts of a cluster until the reader leaves.
///
/// # Errors
///
/// Says that there is no such cluster, no texts in it, or no terminal.
pub fn show(index: &ClusterIndex, clustering: &Clustering, wanted: ShowCluster, request: &Request) -> Result<Ending> {
    if !out::is_seen() {
        bail!("--show needs a terminal; --format prints clusters");
    }
    let count = index.tally.clusters;
    let Some(at) = (wanted.number as u64).checked_sub(1).filter(|at| *at < count) else {
        bail!("--show {}: there are {count} clusters", wanted.number);
    };
    let manner = RowManner { columns: &clustering.columns, with: &request.with };
    let found = cluster(index, index.entries(at)?, manner)?;
    let articles: Vec<_> = found.members.into_iter().map(|member| member.article).collect();
    if articles.iter().all(|article| article.tokens.is_empty()) {
        bail!("the cluster {} has no texts; --texts TABLE names where they stand", visible(&found.id));
    }
    let keeping = Keeping::of(request.rules.clone());
    let mut in_force = InForce::read(&keeping, &[]);
    let state = State::of(request.state);
    let mut complaints: Vec<String> = index.complaints.clone();
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
    };
    shown(opened, wanted.colours, request.theme.clone(), &request.config)
}
