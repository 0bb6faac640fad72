//! The open clusters of an engine: which there are, which is shown, what is decided.

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
    /// First those that most likely hold a text that is not of them.
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
    /// Those that are known so far, as the engine has them, in the order of size.
    pub rows: Vec<ClusterRow>,
    /// All that the engine has.
    pub count: u64,
    /// How they are listed.
    pub sort: ClusterSort,
    /// The open one.
    pub open: ClusterGroup,
    /// Its texts, in the order of the articles.
    pub texts: Vec<ClusterText>,
    /// Who decides.
    pub who: String,
    /// What counts of all decisions.
    pub ledger: Ledger,
    /// What was decided since the start, each with what counted before.
    pub(in crate::app) done: Vec<(ClusterDecision, Option<ClusterDecision>)>,
    /// The cluster that is being read.
    pub(in crate::app) opening: Lookup<()>,
    /// Those that are known so far, as they are after decisions, the largest first.
    pub(in crate::app) groups: Vec<ClusterGroup>,
    /// What is known of those that are not as the engine has them.
    pub(in crate::app) changed: BTreeMap<ClusterGroup, Option<ClusterRow>>,
}

impl Curating {
    /// Finds which clusters there are after all decisions; gives those of which nothing is known yet.
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

    /// What is known of a cluster; of one that is not as the engine has it at least how many texts it has.
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

    /// The names of what is one with it, but for its own.
    pub fn others_in(&self, group: &ClusterGroup) -> Vec<String> {
        let name = |part: &GroupPart| {
            let name = &self.rows.get(part.at)?.id;
            Some(part.only.first().map_or_else(|| name.clone(), |text| format!("{name}~{text}")))
        };
        group.parts.iter().filter_map(name).filter(|name| *name != group.name).collect()
    }

    /// The open cluster's place among those that are listed, in the order of size: of one that has another name by now, that of the
    /// rest of it.
    pub fn place(&self) -> usize {
        let open = &self.open;
        let first = open.parts.first().map_or(0, |part| part.at);
        let named = self.groups.iter().position(|group| group.name == open.name);
        named.or_else(|| self.groups.iter().position(|group| group.has_rest_of(first))).unwrap_or(0)
    }

    /// Clusters there are after all decisions, as far as it is known.
    pub fn after(&self) -> u64 {
        (self.count + self.groups.len() as u64).saturating_sub(self.rows.len() as u64)
    }

    /// The places of the clusters known so far, in the order in which they are listed.
    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.groups.len()).collect();
        let row = |at: &usize| self.groups.get(*at).map(|group| self.row(group));
        match self.sort {
            ClusterSort::Size => {}
            ClusterSort::Doubt => {
                // One without words is not compared, and comes last.
                order.sort_by_cached_key(|at| Reverse(row(at).and_then(|row| row.doubt)));
            }
            ClusterSort::Date => order.sort_by_cached_key(|at| {
                let date = row(at).map_or(String::new(), |row| row.dates.0.clone());
                (date.is_empty(), date)
            }),
        }
        order
    }

    /// Whether anything is decided of a cluster, or of one that is part of it.
    pub fn is_decided(&self, group: &ClusterGroup) -> bool {
        let is_decided = |part: &GroupPart| self.rows.get(part.at).is_some_and(|row| self.ledger.is_decided(&row.id));
        !group.is_plain() || group.parts.iter().any(is_decided)
    }

    /// How many of the engine's clusters known so far are decided, of all.
    pub fn progress(&self) -> String {
        let rest = |group: &ClusterGroup| group.parts.iter().filter(|part| part.only.is_empty()).count();
        let decided: usize = self.groups.iter().filter(|group| self.is_decided(group)).map(rest).sum();
        format!("{decided} of {} decided", self.count)
    }
}
