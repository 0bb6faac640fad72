//! Groups: the clusters as a synopsis takes them. What words in common put together, but no match between two articles that were read
//! closely, is parted again: in a few sentences, a few common words are enough to look alike.

use std::cmp::Reverse;
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
        made.join(pairs);
        made
    }

    /// Puts groups together whose sentences matches keep word for word, most of them: what few words in common do not show, such as that
    /// of two sentences one has a dateline, a match does.
    fn join(&mut self, pairs: &[PairFound]) {
        let mut votes: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for link in pairs.iter().flat_map(|pair| &pair.links).filter(|link| link.alike) {
            let (Some(one), Some(other)) = (self.number(link.places.0), self.number(link.places.1)) else { continue };
            if one != other {
                *votes.entry((one.min(other), one.max(other))).or_default() += 1;
            }
        }
        let size = |at: usize| self.all.get(at).map_or(0, |group| group.members.len());
        votes.retain(|(one, other), votes| *votes * 2 >= size(*one) * size(*other));
        let mut order: Vec<((usize, usize), usize)> = votes.into_iter().collect();
        order.sort_by_key(|(at, votes)| (Reverse(*votes), *at));
        let mut home: Vec<usize> = (0..self.all.len()).collect();
        for ((one, other), _) in order {
            let (to, from) = (home[one].min(home[other]), home[one].max(home[other]));
            if to == from || self.meet(to, from) {
                continue;
            }
            let taken = std::mem::take(&mut self.all[from].members);
            self.all[to].members.extend(taken);
            home.iter_mut().filter(|at| **at == from).for_each(|at| *at = to);
        }
        self.renumber(&home);
    }

    /// Whether an article has sentences in both of two groups.
    fn meet(&self, one: usize, other: usize) -> bool {
        let articles = |at: usize| self.all[at].members.iter().map(|(place, _)| place.article).collect::<BTreeSet<_>>();
        !articles(one).is_disjoint(&articles(other))
    }

    /// Numbers the groups anew that are left where each went home to another.
    fn renumber(&mut self, home: &[usize]) {
        let mut fresh = vec![0; home.len()];
        let mut kept = Vec::new();
        for (at, group) in std::mem::take(&mut self.all).into_iter().enumerate().filter(|(at, _)| home[*at] == *at) {
            fresh[at] = kept.len();
            let mut members: Vec<Place> = group.members.iter().map(|(place, _)| *place).collect();
            members.sort_unstable();
            kept.push(Group { members: self.clusters.extents_of(&members), ..group });
        }
        self.all = kept;
        let now = |at: usize| fresh[home[at]];
        self.parts.iter_mut().flatten().for_each(|at| *at = now(*at));
        self.parted.values_mut().for_each(|at| *at = now(*at));
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
