//! Clusters that are gone through on the screen: their rows and texts are read, and decisions kept, away from the keys.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::SystemTime;

use anyhow::Result;

use super::clustering::Clustering;
use super::index::ClusterIndex;
use super::members::{EngineCluster, RowManner, cluster};
use crate::app::{ClusterAsk, ClusterNews, ClusterRow, Curating, Event, OpenedCluster, Reopened};
use crate::article::Article;
use crate::boilerplate::{Mask, Rulebooks, Sieve};
use crate::collate::Cancel;
use crate::curation::{ClusterDecision, Columns, Ledger, likenesses};
use crate::kinds::With;
use crate::run::day::moment;
use crate::run::decisions::DecisionsFile;
use crate::run::job_queue::{JobContext, JobKind};
use crate::run::thread_pool::ThreadPool;
use crate::text::{one_line, visible};

/// Clusters that are listed at most, the largest: more than anybody decides, in some megabytes.
const MOST: u64 = 20_000;
/// Clusters that are told at first; then ever more at once, so that the list is made anew seldom.
const FIRST: usize = 50;
/// Characters of a title.
const TITLE: usize = 120;

/// Reads clusters and keeps decisions.
#[derive(Clone, Debug)]
pub struct Curator {
    index: Arc<ClusterIndex>,
    columns: Columns,
    with: With,
    rules: Rulebooks,
    file: DecisionsFile,
    who: String,
    /// The cluster that is open at first, and the ids of its texts.
    first: (usize, String, Vec<String>),
    /// Whether the list is shown at first.
    pub lists: bool,
}

impl Curator {
    /// Goes through the clusters of an index; `at` is the one that is open at first, with its texts.
    pub fn of(
        index: ClusterIndex,
        clustering: &Clustering,
        (with, rules): (&With, &Rulebooks),
        (at, first): (usize, &EngineCluster),
    ) -> Self {
        let ids = first.members.iter().map(|member| member.id.clone()).collect();
        Self {
            index: Arc::new(index),
            columns: clustering.columns.clone(),
            with: with.clone(),
            rules: rules.clone(),
            file: DecisionsFile { path: clustering.decisions.clone() },
            who: clustering.who.clone(),
            first: (at, first.id.clone(), ids),
            lists: clustering.show.is_none(),
        }
    }

    /// What is known at the start; what is wrong with decisions goes into `complaints`.
    pub fn start(&self, complaints: &mut Vec<String>) -> Curating {
        let mut ledger = Ledger::default();
        match self.file.each(|decision| ledger.take(decision)) {
            Ok(wrong) => complaints.extend(wrong),
            Err(error) => complaints.push(format!("{error:#}")),
        }
        let (open, id, ids) = self.first.clone();
        let mut curating = Curating::default();
        (curating.open, curating.id, curating.ids) = (open, id, ids);
        (curating.count, curating.ledger, curating.who) = (self.index.tally.clusters, ledger, self.who.clone());
        curating
    }

    fn cluster(&self, at: usize) -> Result<EngineCluster> {
        let manner = RowManner { columns: &self.columns, with: &self.with };
        cluster(&self.index, self.index.entries(at as u64)?, manner)
    }

    fn opened(&self, ticket: u64, at: usize) -> Result<OpenedCluster> {
        let found = self.cluster(at)?;
        let ids: Vec<String> = found.members.iter().map(|member| member.id.clone()).collect();
        let articles: Vec<_> = found.members.into_iter().map(|member| Arc::new(member.article)).collect();
        let part = (found.size > articles.len() as u64)
            .then(|| format!("the first {} of {} texts are open", articles.len(), found.size));
        let read = Reopened { ticket, articles, complaints: part.into_iter().collect() };
        Ok(OpenedCluster { at, id: found.id, ids, read })
    }

    fn row(&self, at: usize, sieve: &Sieve<'_>) -> Result<ClusterRow> {
        let EngineCluster { id, size, members } = self.cluster(at)?;
        let masks: Vec<Mask> = members.iter().map(|member| sieve.mask(&member.article, &[])).collect();
        let seen: Vec<(&Article, &Mask)> = members.iter().map(|member| &member.article).zip(&masks).collect();
        let likeness = likenesses(&seen, &Cancel::default()).map(|found| (found.least, found.median));
        let dates = || members.iter().filter_map(|member| member.article.meta.date.as_deref());
        let outlets: BTreeSet<String> = members.iter().filter_map(|member| member.article.meta.source()).collect();
        let longest = members.iter().map(|member| &member.article).max_by_key(|article| article.text.len());
        Ok(ClusterRow {
            id,
            size,
            likeness,
            outlets: outlets.len(),
            dates: (dates().min().unwrap_or_default().to_owned(), dates().max().unwrap_or_default().to_owned()),
            title: longest.map(title).unwrap_or_default(),
        })
    }

    fn list(&self, context: &JobContext<'_>) -> Option<Event> {
        let sieve = Sieve::over(&self.rules);
        let count = usize::try_from(self.index.tally.clusters.min(MOST)).unwrap_or_default();
        let mut from = 0;
        while from < count && !context.cancel.is_cancelled() {
            let some = (from / 2).max(FIRST).min(count - from);
            let rows = ThreadPool::all_hands().all(some, |at| self.row(from + at, &sieve).ok());
            // One that cannot be read keeps its place.
            let rows = rows.into_iter().map(|row| row.unwrap_or_default()).collect();
            (context.tell)(Event::Clusters(ClusterNews::Rows(rows)));
            from += some;
        }
        None
    }

    fn add(&self, decision: &ClusterDecision) -> ClusterNews {
        let decision = ClusterDecision { when: moment(SystemTime::now()), ..decision.clone() };
        match self.file.add(std::slice::from_ref(&decision)) {
            Ok(()) => ClusterNews::Added(Box::new(decision)),
            Err(error) => ClusterNews::NotAdded(visible(&format!("{error:#}")).into_owned()),
        }
    }
}

/// What a text is called, else how it begins.
fn title(article: &Article) -> String {
    let said = article.meta.title.as_deref().unwrap_or(&article.text);
    let begun: String = said.chars().take(TITLE).collect();
    visible(&one_line(&begun)).into_owned()
}

/// How the rows of all clusters are found.
pub fn listing(curator: Option<Curator>) -> JobKind<()> {
    JobKind {
        work: Box::new(move |(), context| curator.as_ref()?.list(context)),
        broken: |(), reason| Event::Clusters(ClusterNews::NotAdded(visible(reason).into_owned())),
    }
}

/// How a cluster is opened and a decision kept.
pub fn curating(curator: Option<Curator>) -> JobKind<ClusterAsk> {
    JobKind {
        work: Box::new(move |ask, _| {
            let curator = curator.as_ref()?;
            Some(match ask {
                ClusterAsk::Open(ticket, at) => match curator.opened(*ticket, *at) {
                    Ok(opened) => Event::Clusters(ClusterNews::Opened(opened)),
                    Err(error) => Event::Failed(*ticket, visible(&format!("{error:#}")).into_owned()),
                },
                ClusterAsk::Add(decision) => Event::Clusters(curator.add(decision)),
            })
        }),
        broken: |ask, reason| match ask {
            ClusterAsk::Open(ticket, _) => Event::Failed(*ticket, visible(reason).into_owned()),
            ClusterAsk::Add(_) => Event::Clusters(ClusterNews::NotAdded(visible(reason).into_owned())),
        },
    }
}
