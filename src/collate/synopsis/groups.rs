//! Groups: the clusters as a synopsis takes them. What words in common put together, but no match between two articles that were read
//! closely, is parted again: in a few sentences, a few common words are enough to look alike.

use std::collections::{BTreeMap, BTreeSet};

use super::pairs::PairFound;
use crate::collate::set::{Cluster, Clusters, Place, Wording};

/// A cluster, or a part of one.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// The sentence that stands for it.
    pub lead: Place,
    /// Its sentences, each with how much of the statement it tells.
    pub members: Vec<(Place, Wording)>,
}

/// All groups.
pub(super) struct Groups<'a> {
    clusters: &'a Clusters,
    /// The groups, in the order of the clusters.
    pub all: Vec<Group>,
    /// For each cluster its groups.
    parts: Vec<Vec<usize>>,
    /// The group of each sentence of a cluster that was parted.
    parted: BTreeMap<Place, usize>,
    /// Which sentences a match joins; nothing where no two articles were read closely.
    linked: Option<BTreeSet<(Place, Place)>>,
}

impl<'a> Groups<'a> {
    /// Parts the clusters where pairs were read closely.
    pub fn new(clusters: &'a Clusters, pairs: &[PairFound]) -> Self {
        let links = pairs.iter().flat_map(|pair| &pair.links);
        let both = links.flat_map(|link| [link.places, (link.places.1, link.places.0)]);
        let linked = (!pairs.is_empty()).then(|| both.collect());
        let mut made = Self { clusters, all: Vec::new(), parts: Vec::new(), parted: BTreeMap::new(), linked };
        for cluster in clusters.all() {
            let extents = clusters.extents(cluster);
            let first = made.all.len();
            match made.components(cluster) {
                found if found.len() <= 1 => made.all.push(Group { lead: cluster.lead, members: extents }),
                found => {
                    for places in found {
                        let lead =
                            if places.contains(&cluster.lead) { Some(cluster.lead) } else { places.first().copied() };
                        made.parted.extend(places.iter().map(|place| (*place, made.all.len())));
                        let members = extents.iter().copied().filter(|(place, _)| places.contains(place)).collect();
                        made.all.push(Group { lead: lead.unwrap_or(cluster.lead), members });
                    }
                }
            }
            made.parts.push((first..made.all.len()).collect());
        }
        made
    }

    /// The group of which a sentence is a member.
    pub fn number(&self, place: Place) -> Option<usize> {
        self.parted.get(&place).copied().or_else(|| self.parts.get(self.clusters.number(place)?)?.first().copied())
    }

    /// The groups of a cluster in which a sentence is a guest: all, or those with a sentence that a match joins to it.
    pub fn hosting(&self, cluster: usize, place: Place) -> Vec<usize> {
        let all = self.parts.get(cluster).map(Vec::as_slice).unwrap_or_default();
        let Some(linked) = &self.linked else { return all.to_vec() };
        let joins = |at: &usize| {
            self.all.get(*at).is_some_and(|it| it.members.iter().any(|(to, _)| linked.contains(&(place, *to))))
        };
        all.iter().copied().filter(joins).collect()
    }

    /// The parts of a cluster whose sentences matches or the same words join, each in order.
    fn components(&self, cluster: &Cluster) -> Vec<BTreeSet<Place>> {
        let Some(linked) = &self.linked else { return Vec::new() };
        let mut found: Vec<BTreeSet<Place>> = Vec::new();
        for place in &cluster.members {
            let joins = |other: &Place| linked.contains(&(*place, *other)) || self.clusters.is_same(*place, *other);
            let (near, mut apart): (Vec<_>, Vec<_>) = found.into_iter().partition(|part| part.iter().any(joins));
            let mut joined: BTreeSet<Place> = near.into_iter().flatten().collect();
            joined.insert(*place);
            apart.push(joined);
            found = apart;
        }
        found.sort();
        found
    }
}
