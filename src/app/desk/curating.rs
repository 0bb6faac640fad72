//! Clusters of an engine's that are gone through: which there are, which is open, what is decided.

use crate::app::jobs::{ClusterRow, Lookup};
use crate::curation::{ClusterDecision, Ledger};

/// How like the least alike pair of a doubtful cluster is, in percent: where planted families of invented articles end
/// (`benches/README.md`, a job of Spark).
const EDGE: usize = 25;

/// The order in which clusters are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClusterSort {
    /// The largest first.
    #[default]
    Size,
    /// First those whose least alike pair is nearest to the edge.
    Doubt,
    /// The earliest first; those without a date last.
    Date,
}

impl ClusterSort {
    /// The next order.
    pub fn next(self) -> Self {
        match self {
            Self::Size => Self::Doubt,
            Self::Doubt => Self::Date,
            Self::Date => Self::Size,
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Size => "size",
            Self::Doubt => "doubt",
            Self::Date => "date",
        }
    }
}

/// The clusters of an engine's, and what is decided of them.
#[derive(Debug, Default)]
pub struct Curating {
    /// Those that are known so far, in the order of size.
    pub rows: Vec<ClusterRow>,
    /// All that there are.
    pub count: u64,
    /// How they are listed.
    pub sort: ClusterSort,
    /// The open one, by its place in the order of size.
    pub open: usize,
    /// Its name.
    pub id: String,
    /// The ids of its texts, in the order of the articles.
    pub ids: Vec<String>,
    /// Who decides.
    pub who: String,
    /// What counts of all decisions.
    pub ledger: Ledger,
    /// What was decided since the start, each with what counted before.
    pub(in crate::app) done: Vec<(ClusterDecision, Option<ClusterDecision>)>,
    /// The cluster that is being read.
    pub(in crate::app) opening: Lookup<()>,
}

impl Curating {
    /// The places of the clusters known so far, in the order in which they are listed.
    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        let row = |at: &usize| self.rows.get(*at);
        match self.sort {
            ClusterSort::Size => {}
            ClusterSort::Doubt => order.sort_by_key(|at| {
                row(at).and_then(|row| row.likeness).map_or(usize::MAX, |(least, _)| least.abs_diff(EDGE))
            }),
            ClusterSort::Date => order.sort_by_key(|at| {
                let date = row(at).map_or("", |row| &row.dates.0);
                (date.is_empty(), date.to_owned())
            }),
        }
        order
    }

    /// How many of the clusters known so far are decided, of all.
    pub fn progress(&self) -> String {
        let decided = self.rows.iter().filter(|row| self.ledger.is_decided(&row.id)).count();
        format!("{decided} of {} decided", self.count)
    }
}
