//! An engine's clusters: which there are, which is opened, and decisions that are kept.

use super::reading::Reopened;
use super::ticket::Ticket;
use crate::curation::ClusterDecision;

/// A cluster as a list tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClusterRow {
    /// Its name.
    pub id: String,
    /// Texts in it.
    pub size: u64,
    /// How like its least alike pair is, and the pair in the middle, in percent; nothing where no two have words.
    pub likeness: Option<(usize, usize)>,
    /// Sources of its texts.
    pub outlets: usize,
    /// The first and the last date; empty where none has one.
    pub dates: (String, String),
    /// The title of the longest text, else how it begins.
    pub title: String,
}

/// What is asked about clusters.
#[derive(Clone, Debug)]
pub enum ClusterAsk {
    /// Read the texts of the cluster at this place in the order of size.
    Open(Ticket, usize),
    /// Keep a decision.
    Add(Box<ClusterDecision>),
}

/// What comes in about clusters.
#[derive(Clone, Debug)]
pub enum ClusterNews {
    /// The next clusters in the order of size.
    Rows(Vec<ClusterRow>),
    /// The texts of a cluster.
    Opened(OpenedCluster),
    /// A decision is kept, with its moment.
    Added(Box<ClusterDecision>),
    /// It is not; the reason, in one sentence.
    NotAdded(String),
}

/// A cluster with its texts.
#[derive(Clone, Debug, Default)]
pub struct OpenedCluster {
    /// Its place in the order of size.
    pub at: usize,
    /// Its name.
    pub id: String,
    /// The ids of its texts, in their order.
    pub ids: Vec<String>,
    /// The texts.
    pub read: Reopened,
}
