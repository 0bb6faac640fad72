//! An engine's clusters: which there are, which one to open, and decisions to save.

use super::reading::Reopened;
use super::ticket::Ticket;
use crate::curation::{ClusterDecision, ClusterGroup};

/// A cluster as the list shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClusterRow {
    /// Its name.
    pub id: String,
    /// The number of its texts.
    pub size: u64,
    /// How similar its least similar pair is, and its median pair, in percent; `None` if no two texts have words.
    pub likeness: Option<(usize, usize)>,
    /// How likely one of its texts does not belong, as the logarithm of the odds in thousandths; `None` if no two texts have words.
    pub doubt: Option<i32>,
    /// The id of the text that is least like the others.
    pub odd: String,
    /// The number of sources of its texts.
    pub outlets: usize,
    /// The first and the last date; empty where none has one.
    pub dates: (String, String),
    /// The title of the longest text, or its first words.
    pub title: String,
}

/// A question about the list of clusters.
#[derive(Clone, Debug)]
pub enum ClusterListing {
    /// All that an engine found, by size.
    All,
    /// These, as they are after decisions.
    Groups(Vec<ClusterGroup>),
}

/// A request about clusters.
#[derive(Clone, Debug)]
pub enum ClusterAsk {
    /// Read the texts of a cluster.
    Open(Ticket, ClusterGroup),
    /// Save a decision.
    Add(Box<ClusterDecision>),
}

/// News about clusters.
#[derive(Clone, Debug)]
pub enum ClusterNews {
    /// The next clusters, by size.
    Rows(Vec<ClusterRow>),
    /// Some clusters as they are after decisions.
    Groups(Vec<(ClusterGroup, ClusterRow)>),
    /// The texts of a cluster.
    Opened(OpenedCluster),
    /// A decision was saved, with its time.
    Added(Box<ClusterDecision>),
    /// It was not; the reason, in one sentence.
    NotAdded(String),
}

/// A text of a cluster.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClusterText {
    /// Its id.
    pub id: String,
    /// The cluster that the engine put it in.
    pub cluster: String,
}

/// A cluster with its texts.
#[derive(Clone, Debug, Default)]
pub struct OpenedCluster {
    /// The cluster.
    pub group: ClusterGroup,
    /// Its texts, in their order.
    pub texts: Vec<ClusterText>,
    /// The texts as articles.
    pub read: Reopened,
}
