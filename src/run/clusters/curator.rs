//! The clusters on the screen: reads their rows and texts and saves decisions, all off the screen's thread.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::SystemTime;

use anyhow::Result;

use super::clustering::Clustering;
use super::decided::{DecidedCluster, decided};
use super::index::ClusterIndex;
use super::members::{EngineMember, RowManner};
use crate::app::{
    ClusterAsk, ClusterListing, ClusterNews, ClusterRow, ClusterText, Curating, Event, OpenedCluster, Reopened,
};
use crate::article::Article;
use crate::boilerplate::{Mask, Rulebooks, Sieve};
use crate::collate::Cancel;
use crate::curation::{ClusterDecision, ClusterGroup, Columns, Ledger, likenesses};
use crate::kinds::With;
use crate::run::day::moment;
use crate::run::decisions::DecisionsFile;
use crate::run::job_queue::{JobContext, JobKind};
use crate::run::thread_pool::ThreadPool;
use crate::text::{beginning, one_line, visible};

/// The most clusters listed, the largest first: more than anybody decides, in a few megabytes.
const MOST: u64 = 20_000;
/// Clusters sent first; later batches grow, so that the list is rarely rebuilt.
const FIRST: usize = 50;
/// The most characters of a title.
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
    /// The cluster that is opened first, and its texts.
    first: (ClusterGroup, Vec<ClusterText>),
    /// Whether the list is shown first.
    pub lists: bool,
}

/// What the curator needs to know.
#[derive(Clone, Copy, Debug)]
pub struct CuratorSetting<'s> {
    /// The options of the command.
    pub clustering: &'s Clustering,
    /// The keys of the parts of an article.
    pub with: &'s With,
    /// The rules in force.
    pub rules: &'s Rulebooks,
}

impl Curator {
    /// Prepares the clusters of an index, with the cluster to open first and its texts.
    pub fn of(index: ClusterIndex, setting: CuratorSetting<'_>, first: (ClusterGroup, Vec<ClusterText>)) -> Self {
        let CuratorSetting { clustering, with, rules } = setting;
        Self {
            index: Arc::new(index),
            columns: clustering.columns.clone(),
            with: with.clone(),
            rules: rules.clone(),
            file: DecisionsFile { path: clustering.decisions.clone() },
            who: clustering.who.clone(),
            first,
            lists: clustering.show.is_none(),
        }
    }

    /// The state at the start; adds problems with decisions to `complaints`.
    pub fn start(&self, complaints: &mut Vec<String>) -> Curating {
        let mut ledger = Ledger::default();
        match self.file.each(|decision| ledger.take(decision)) {
            Ok(wrong) => complaints.extend(wrong),
            Err(error) => complaints.push(format!("{error:#}")),
        }
        let mut curating = Curating::default();
        (curating.open, curating.texts) = self.first.clone();
        (curating.count, curating.ledger, curating.who) = (self.index.tally.clusters, ledger, self.who.clone());
        curating
    }

    fn decided(&self, group: &ClusterGroup) -> Result<DecidedCluster> {
        decided(&self.index, group, RowManner { columns: &self.columns, with: &self.with })
    }

    fn opened(&self, ticket: u64, group: &ClusterGroup) -> Result<OpenedCluster> {
        let DecidedCluster { size, members, .. } = self.decided(group)?;
        let text =
            |(cluster, EngineMember { id, article }): (String, EngineMember)| (ClusterText { id, cluster }, article);
        let (texts, articles): (Vec<ClusterText>, Vec<Article>) = members.into_iter().map(text).unzip();
        let part = (size > texts.len() as u64).then(|| format!("the first {} of {size} texts are open", texts.len()));
        let articles = articles.into_iter().map(Arc::new).collect();
        let read = Reopened { ticket, articles, complaints: part.into_iter().collect() };
        Ok(OpenedCluster { group: group.clone(), texts, read })
    }

    fn row(&self, group: &ClusterGroup, sieve: &Sieve<'_>) -> Result<ClusterRow> {
        let DecidedCluster { size, members, of, .. } = self.decided(group)?;
        let articles = || members.iter().map(|(_, member)| &member.article);
        let masks: Vec<Mask> = articles().map(|article| sieve.mask(article, &[])).collect();
        let seen: Vec<(&Article, &Mask)> = articles().zip(&masks).collect();
        let likenesses = likenesses(&seen, &Cancel::default());
        let odd = likenesses.and_then(|found| members.get(found.odd));
        let dates = || articles().filter_map(|article| article.meta.date.as_deref());
        let outlets: BTreeSet<String> = articles().filter_map(|article| article.meta.source()).collect();
        let own = of.into_iter().next().filter(|_| group.name.is_empty());
        let id = own.unwrap_or_else(|| group.name.clone());
        Ok(ClusterRow {
            id,
            size,
            likeness: likenesses.map(|found| (found.least, found.median)),
            doubt: likenesses.map(|found| found.doubt),
            odd: odd.map(|(_, member)| member.id.clone()).unwrap_or_default(),
            outlets: outlets.len(),
            dates: (dates().min().unwrap_or_default().to_owned(), dates().max().unwrap_or_default().to_owned()),
            title: articles().max_by_key(|article| article.text.len()).map(title).unwrap_or_default(),
        })
    }

    fn answer(&self, listing: &ClusterListing, context: &JobContext<'_>) {
        match listing {
            ClusterListing::All => self.list(context),
            ClusterListing::Groups(groups) => {
                let sieve = Sieve::over(&self.rules);
                for some in groups.chunks(FIRST).take_while(|_| !context.cancel.is_cancelled()) {
                    // One that cannot be read gets a row with what is known.
                    let row = |group: &ClusterGroup| Some((group.clone(), self.row(group, &sieve).ok()?));
                    let rows = some.iter().filter_map(row).collect();
                    (context.tell)(Event::Clusters(ClusterNews::Groups(rows)));
                }
            }
        }
    }

    fn list(&self, context: &JobContext<'_>) {
        let sieve = Sieve::over(&self.rules);
        let count = usize::try_from(self.index.tally.clusters.min(MOST)).unwrap_or_default();
        let mut from = 0;
        while from < count && !context.cancel.is_cancelled() {
            let some = (from / 2).max(FIRST).min(count - from);
            let rows =
                ThreadPool::all_hands().all(some, |at| self.row(&ClusterGroup::plain("", from + at), &sieve).ok());
            // One that cannot be read keeps its place.
            let rows = rows.into_iter().map(|row| row.unwrap_or_default()).collect();
            (context.tell)(Event::Clusters(ClusterNews::Rows(rows)));
            from += some;
        }
    }

    fn add(&self, decision: &ClusterDecision) -> ClusterNews {
        let decision = ClusterDecision { when: moment(SystemTime::now()), ..decision.clone() };
        match self.file.add(std::slice::from_ref(&decision)) {
            Ok(()) => ClusterNews::Added(Box::new(decision)),
            Err(error) => ClusterNews::NotAdded(visible(&format!("{error:#}")).into_owned()),
        }
    }
}

/// The title of a text, or its first words.
fn title(article: &Article) -> String {
    let said = article.meta.title.as_deref().unwrap_or(&article.text);
    visible(&one_line(&beginning(said, TITLE))).into_owned()
}

/// How a worker finds the rows of clusters.
pub fn listing(curator: Option<Curator>) -> JobKind<ClusterListing> {
    JobKind {
        work: Box::new(move |listing, context| {
            curator.as_ref()?.answer(listing, context);
            None
        }),
        broken: |_, reason| Event::Clusters(ClusterNews::NotAdded(visible(reason).into_owned())),
    }
}

/// How a worker opens a cluster and saves a decision.
pub fn curating(curator: Option<Curator>) -> JobKind<ClusterAsk> {
    JobKind {
        work: Box::new(move |ask, _| {
            let curator = curator.as_ref()?;
            Some(match ask {
                ClusterAsk::Open(ticket, group) => match curator.opened(*ticket, group) {
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
