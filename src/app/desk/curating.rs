//! The clusters of an engine: which exist, which is shown, what is decided.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::app::jobs::{ClusterRow, ClusterText, Lookup};
use crate::curation::{ClusterDecision, ClusterGroup, GroupPart, Ledger, regrouped};

/// The order in which clusters are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClusterSort {
    /// The largest first.
    #[default]
    Size,
    /// First those most likely to contain a text that does not belong.
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

/// A decision that is being undone.
#[derive(Clone, Debug)]
pub(in crate::app) struct Retraction {
    /// The decision, and the one it replaced.
    pub done: (ClusterDecision, Option<ClusterDecision>),
    /// The one that is saved in its place.
    pub again: ClusterDecision,
}

/// An engine's clusters, and the decisions on them.
#[derive(Debug, Default)]
pub struct Curating {
    /// The engine's clusters known so far, by size.
    pub rows: Vec<ClusterRow>,
    /// The number of all the engine's clusters.
    pub count: u64,
    /// The order of the list.
    pub sort: ClusterSort,
    /// The open cluster.
    pub open: ClusterGroup,
    /// Its texts, in the order of the articles.
    pub texts: Vec<ClusterText>,
    /// The name of the reader who decides.
    pub who: String,
    /// The decisions that count.
    pub ledger: Ledger,
    /// The decisions since the start, each with the one it replaced.
    pub(in crate::app) done: Vec<(ClusterDecision, Option<ClusterDecision>)>,
    /// What is being undone, until what replaces it is saved.
    pub(in crate::app) undoing: Option<Retraction>,
    /// The request for a cluster to open.
    pub(in crate::app) opening: Lookup<()>,
    /// The clusters known so far after decisions, the largest first.
    pub(in crate::app) groups: Vec<ClusterGroup>,
    /// What is known of clusters that decisions changed.
    pub(in crate::app) changed: BTreeMap<ClusterGroup, Option<ClusterRow>>,
}

impl Curating {
    /// Finds the clusters after all decisions; returns those that are not known yet.
    pub(in crate::app) fn regroup(&mut self) -> Vec<ClusterGroup> {
        let names: Vec<&str> = self.rows.iter().map(|row| row.id.as_str()).collect();
        let mut groups = regrouped(&names, &self.ledger);
        let changed: BTreeSet<&ClusterGroup> = groups.iter().filter(|group| !group.is_plain()).collect();
        self.changed.retain(|group, _| changed.contains(group));
        let fresh: Vec<ClusterGroup> =
            changed.into_iter().filter(|group| !self.changed.contains_key(group)).cloned().collect();
        self.changed.extend(fresh.iter().map(|group| (group.clone(), None)));
        groups.sort_by_cached_key(|group| Reverse(self.row(group).size));
        self.groups = groups;
        fresh
    }

    /// What is known of a cluster; of one that decisions changed, at least the number of its texts.
    pub fn row(&self, group: &ClusterGroup) -> Cow<'_, ClusterRow> {
        if let Some(Some(row)) = self.changed.get(group) {
            return Cow::Borrowed(row);
        }
        let parts = group.parts.iter().filter_map(|part| Some((self.rows.get(part.at)?, part)));
        let parts: Vec<(&ClusterRow, &GroupPart)> = parts.collect();
        match parts.as_slice() {
            [(row, _)] if group.is_plain() => Cow::Borrowed(row),
            parts => {
                let size = |(row, part): &(&ClusterRow, &GroupPart)| match part.only.len() as u64 {
                    0 => row.size.saturating_sub(part.without.len() as u64),
                    only => only,
                };
                let title = parts.first().map(|(row, _)| row.title.clone()).unwrap_or_default();
                let size = parts.iter().map(size).sum();
                Cow::Owned(ClusterRow { id: group.name.clone(), size, title, ..ClusterRow::default() })
            }
        }
    }

    /// The names of the clusters merged into it, except its own.
    pub fn others_in(&self, group: &ClusterGroup) -> Vec<String> {
        let name = |part: &GroupPart| Some(part.called(&self.rows.get(part.at)?.id));
        group.parts.iter().filter_map(name).filter(|name| *name != group.name).collect()
    }

    /// The open cluster's rank by size; if it has another name by now, the rank of what is left of it.
    pub fn place(&self) -> usize {
        let open = &self.open;
        let first = open.parts.first().map_or(0, |part| part.at);
        let named = self.groups.iter().position(|group| group.name == open.name);
        named.or_else(|| self.groups.iter().position(|group| group.has_rest_of(first))).unwrap_or(0)
    }

    /// The number of clusters after all decisions, as far as known.
    pub fn after(&self) -> u64 {
        (self.count + self.groups.len() as u64).saturating_sub(self.rows.len() as u64)
    }

    /// The ranks of the known clusters in the order of the list.
    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.groups.len()).collect();
        let row = |at: &usize| self.groups.get(*at).map(|group| self.row(group));
        match self.sort {
            ClusterSort::Size => {}
            ClusterSort::Doubt => {
                // A cluster without words is not compared, and comes last.
                order.sort_by_cached_key(|at| Reverse(row(at).and_then(|row| row.doubt)));
            }
            ClusterSort::Date => order.sort_by_cached_key(|at| {
                let date = row(at).map_or(String::new(), |row| row.dates.0.clone());
                (date.is_empty(), date)
            }),
        }
        order
    }

    /// Whether there is a decision on a cluster, or on one merged into it.
    pub fn is_decided(&self, group: &ClusterGroup) -> bool {
        let is_decided = |part: &GroupPart| self.rows.get(part.at).is_some_and(|row| self.ledger.is_decided(&row.id));
        !group.is_plain() || group.parts.iter().any(is_decided)
    }

    /// How many of the engine's known clusters are decided, of how many.
    pub fn progress(&self) -> String {
        let rest = |group: &ClusterGroup| group.parts.iter().filter(|part| part.only.is_empty()).count();
        let decided: usize = self.groups.iter().filter(|group| self.is_decided(group)).map(rest).sum();
        match self.count {
            count if count == self.after() => format!("{decided} of {count} decided"),
            count => format!("{decided} of the engine's {count} decided"),
        }
    }
}
