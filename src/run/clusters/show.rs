//! A cluster on the screen: its texts, opened as articles are.

use anyhow::{Result, bail};

use super::clustering::Clustering;
use super::curator::Curator;
use super::index::ClusterIndex;
use super::members::{RowManner, cluster};
use crate::app::Notes;
use crate::curation::Rulings;
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

/// Goes through clusters on the screen until the reader leaves: the list, or the texts of one first.
///
/// # Errors
///
/// Says that there is no such cluster, no texts in it, or no terminal.
pub fn show(index: ClusterIndex, clustering: &Clustering, request: &Request) -> Result<Ending> {
    if !out::is_seen() {
        bail!("--show needs a terminal; --format prints clusters");
    }
    let (count, wanted) = (index.tally.clusters, clustering.show.unwrap_or(1));
    let Some(at) = wanted.checked_sub(1).filter(|at| (*at as u64) < count) else {
        bail!("--show {wanted}: there are {count} clusters");
    };
    let manner = RowManner { columns: &clustering.columns, with: &request.with };
    let found = cluster(&index, index.entries(at as u64)?, manner)?;
    let keeping = Keeping::of(request.rules.clone());
    let mut in_force = InForce::read(&keeping, &[]);
    let mut complaints: Vec<String> = index.complaints.clone();
    let curator = Curator::of(index, clustering, (&request.with, &in_force.books), (at, &found));
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
