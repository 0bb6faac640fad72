//! What somebody decided of two sentences, over how the sentences of many articles were put together.
//!
//! Sentences of the same words stay together, whatever is said of them. Of two that are different the later one leaves, with all that
//! are the same as it; two that are the same bring their statements together, unless others in these are different.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::clusters::{Cluster, Clusters};
use super::reading::Place;
use crate::collate::verdict::SentenceVerdict;

/// Two sentences of many articles of which somebody decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecidedPlaces {
    /// The one.
    pub one: Place,
    /// The other.
    pub other: Place,
    /// What was decided.
    pub verdict: SentenceVerdict,
}

/// Lets decisions overrule which sentences carry one statement. Costs a look at each reading for each decision.
pub fn overrule_clusters(clusters: Clusters, decided: &[DecidedPlaces]) -> Clusters {
    if decided.is_empty() {
        return clusters;
    }
    let reading = |place: Place| *clusters.seats.get(place.article)?.get(place.sentence)?;
    let pairs = |verdict: SentenceVerdict| {
        let of = decided.iter().filter(move |pair| pair.verdict == verdict);
        let pairs = of.filter_map(|pair| {
            let places = [pair.one.min(pair.other), pair.one.max(pair.other)];
            Some([reading(places[0])?, reading(places[1])?])
        });
        pairs.filter(|[one, other]| one != other).collect::<Vec<[usize; 2]>>()
    };
    let (same, different) = (pairs(SentenceVerdict::Same), pairs(SentenceVerdict::Different));
    let mut regrouping = Regrouping::of(&clusters, &same);
    different.iter().for_each(|pair| regrouping.part(*pair));
    same.iter().for_each(|pair| regrouping.join(*pair, &different));
    let groups = regrouping.groups;
    let marks = decided.iter().flat_map(|pair| [(pair.one, pair.verdict), (pair.other, pair.verdict)]);
    let mut found = regrouped(clusters, &groups);
    for (place, verdict) in marks {
        let known = found.decided.entry(place).or_insert(verdict);
        *known = verdict.min(*known);
    }
    different.iter().for_each(|pair| unlink(&mut found, *pair));
    found
}

/// The readings in groups, which are clusters in the making.
struct Regrouping {
    /// The group of each reading; at first that of its cluster.
    groups: Vec<usize>,
    /// For each reading the first of all that are the same by word of somebody.
    bound: Vec<usize>,
    next: usize,
}

impl Regrouping {
    fn of(clusters: &Clusters, same: &[[usize; 2]]) -> Self {
        let mut bound: Vec<usize> = (0..clusters.readings.len()).collect();
        for [one, other] in same {
            let (one, other) = (bound[*one], bound[*other]);
            bound.iter_mut().filter(|at| **at == one.max(other)).for_each(|at| *at = one.min(other));
        }
        let groups = clusters.readings.iter().map(|seat| seat.cluster).collect();
        Self { groups, bound, next: clusters.all.len() }
    }

    /// Lets the other of two leave, with all that are the same as it.
    fn part(&mut self, [one, other]: [usize; 2]) {
        if self.bound[one] == self.bound[other] || self.groups[one] != self.groups[other] {
            return;
        }
        let (from, to) = (self.groups[other], self.next);
        self.take(self.bound[other], from, to);
        self.next += 1;
    }

    /// Brings two together, with their groups where nothing in these is different.
    fn join(&mut self, [one, other]: [usize; 2], different: &[[usize; 2]]) {
        let (to, from) = (self.groups[one], self.groups[other]);
        let across = |pair: &[usize; 2]| {
            let [a, b] = pair.map(|reading| self.groups[reading]);
            (a == to && b == from) || (a == from && b == to)
        };
        if to == from {
            return;
        }
        match different.iter().any(across) {
            true => self.take(self.bound[other], from, to),
            false => self.groups.iter_mut().filter(|group| **group == from).for_each(|group| *group = to),
        }
    }

    /// Moves what is the same as a reading from one group to another.
    fn take(&mut self, bound: usize, from: usize, to: usize) {
        let readings = self.groups.iter_mut().zip(&self.bound);
        readings.filter(|(group, of)| **group == from && **of == bound).for_each(|(group, _)| *group = to);
    }
}

/// Makes the clusters anew of groups of readings, by their leads.
fn regrouped(clusters: Clusters, groups: &[usize]) -> Clusters {
    let Clusters { of, all, seats, mut readings, decided } = clusters;
    let mut within: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    groups.iter().enumerate().for_each(|(reading, group)| within.entry(*group).or_default().push(reading));
    // What was known of a cluster goes to what is left of it, else to where the sentence went that stood for it.
    let reading_of = |place: Place| seats.get(place.article).and_then(|at| *at.get(place.sentence)?);
    let heir = |number: usize| match within.contains_key(&number) {
        true => Some(number),
        false => groups.get(reading_of(all.get(number)?.lead)?).copied(),
    };
    let heirs: Vec<Option<usize>> = (0..all.len()).map(heir).collect();
    let mut made: BTreeMap<usize, Cluster> = BTreeMap::new();
    for (group, own) in &within {
        let mut members: Vec<(Place, i64)> = own
            .iter()
            .filter_map(|at| readings.get(*at))
            .flat_map(|seat| seat.places.iter().map(|place| (*place, seat.heft)))
            .collect();
        members.sort_unstable();
        let known = all.get(*group).map(|cluster| cluster.lead);
        let stays = |lead: &Place| members.first().is_some_and(|(first, _)| first.article == lead.article);
        let is_member = |lead: &Place| members.iter().any(|(place, _)| place == lead);
        let lead = known.filter(|lead| stays(lead) && is_member(lead)).or_else(|| {
            let first = members.iter().min_by_key(|(place, heft)| (place.article, Reverse(*heft), place.sentence));
            first.map(|(place, _)| *place)
        });
        let mut wholes: Vec<usize> = heirs
            .iter()
            .zip(&all)
            .filter(|(heir, _)| **heir == Some(*group))
            .flat_map(|(_, cluster)| cluster.wholes.iter().copied())
            .filter(|whole| groups.get(*whole) != Some(group))
            .collect();
        wholes.sort_unstable();
        wholes.dedup();
        let members = members.into_iter().map(|(place, _)| place).collect();
        made.insert(*group, Cluster { lead: lead.unwrap_or_default(), members, wholes });
    }
    let mut order: Vec<(usize, Cluster)> = made.into_iter().collect();
    order.sort_by_key(|(_, cluster)| cluster.lead);
    let numbers: BTreeMap<usize, usize> = order.iter().enumerate().map(|(new, (group, _))| (*group, new)).collect();
    for (seat, group) in readings.iter_mut().zip(groups) {
        seat.cluster = numbers.get(group).copied().unwrap_or_default();
        let parts = seat.parts.iter().filter_map(|part| numbers.get(&(*heirs.get(*part)?)?).copied());
        let mut parts: Vec<usize> = parts.filter(|part| *part != seat.cluster).collect();
        parts.sort_unstable();
        parts.dedup();
        seat.parts = parts;
    }
    let all = order.into_iter().map(|(_, cluster)| cluster).collect();
    Clusters { of, all, seats, readings, decided }
}

/// Takes away what leads from one of two readings to the other: that one is a part of the other, or that they share a clause.
fn unlink(clusters: &mut Clusters, [one, other]: [usize; 2]) {
    for (from, to) in [(one, other), (other, one)] {
        let Some(cluster) = clusters.readings.get(to).map(|seat| seat.cluster) else { continue };
        if let Some(seat) = clusters.readings.get_mut(from) {
            seat.sharing.retain(|at| *at != to);
            seat.parts.retain(|part| *part != cluster);
        }
        if let Some(cluster) = clusters.all.get_mut(cluster) {
            cluster.wholes.retain(|whole| *whole != from);
        }
    }
}
