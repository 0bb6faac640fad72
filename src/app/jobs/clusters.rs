//! An engine's clusters: which there are, which is opened, and decisions that are kept.

use super::reading::Reopened;
use super::ticket::Ticket;
use crate::curation::{ClusterDecision, ClusterGroup};

/// A cluster as a list tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClusterRow {
    /// Its name.
    pub id: String,
    /// Texts in it.
    pub size: u64,
    /// How like its least alike pair is, and the pair in the middle, in percent; nothing where no two have words.
    pub likeness: Option<(usize, usize)>,
    /// How likely one of its texts is not of it, as the logarithm of the odds in thousandths; nothing where no two have words.
    pub doubt: Option<i32>,
    /// The id of the text that is least like the others.
    pub odd: String,
    /// Sources of its texts.
    pub outlets: usize,
    /// The first and the last date; empty where none has one.
    pub dates: (String, String),
    /// The title of the longest text, else how it begins.
    pub title: String,
}

/// What is asked about the list of clusters.
#[derive(Clone, Debug)]
pub enum ClusterListing {
    /// All that an engine has found, in the order of size.
    All,
    /// These, as they are after decisions.
    Groups(Vec<ClusterGroup>),
}

/// What is asked about clusters.
#[derive(Clone, Debug)]
pub enum ClusterAsk {
    /// Read the texts of a cluster.
    Open(Ticket, ClusterGroup),
    /// Keep a decision.
    Add(Box<ClusterDecision>),
}

/// What comes in about clusters.
#[derive(Clone, Debug)]
pub enum ClusterNews {
    /// The next clusters in the order of size.
    Rows(Vec<ClusterRow>),
    /// Some as they are after decisions.
    Groups(Vec<(ClusterGroup, ClusterRow)>),
    /// The texts of a cluster.
    Opened(OpenedCluster),
    /// A decision is kept, with its moment.
    Added(Box<ClusterDecision>),
    /// It is not; the reason, in one sentence.
    NotAdded(String),
}

/// A text of a cluster.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClusterText {
    /// Its id.
    pub id: String,
    /// The cluster in which the engine has put it.
    pub cluster: String,
}

/// A cluster with its texts.
#[derive(Clone, Debug, Default)]
pub struct OpenedCluster {
    /// Which it is.
    pub group: ClusterGroup,
    /// Its texts, in their order.
    pub texts: Vec<ClusterText>,
    /// The texts.
    pub read: Reopened,
}
