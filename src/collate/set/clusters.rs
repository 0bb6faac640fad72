//! Clusters: which sentences of many articles carry one statement.

use super::reading::Place;
use crate::article::{Article, TextId};

/// The sentences of several articles, put together by what they say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clusters {
    /// The texts, article by article; its places mean nothing in any other.
    pub(super) of: Vec<TextId>,
    /// By their leads.
    pub(super) all: Vec<Cluster>,
    /// The reading of every sentence that has visible words, by article and sentence.
    pub(super) seats: Vec<Vec<Option<usize>>>,
    /// What is known of each reading.
    pub(super) readings: Vec<Seat>,
}

/// How much of a sentence one that is cut short says at the most: two thirds.
const CUT: (i64, i64) = (2, 3);

/// Sentences that carry one statement in words of their own, one or more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cluster {
    /// The one that stands for all: of the earliest article, the longest.
    pub lead: Place,
    /// All of them, by article and sentence.
    pub members: Vec<Place>,
    /// Longer sentences that carry this statement and another, as readings.
    pub(super) wholes: Vec<usize>,
}

/// Where a reading belongs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Seat {
    /// Its places, in order.
    pub places: Vec<Place>,
    /// Its cluster.
    pub cluster: usize,
    /// How much it says, in 1024ths of a nat.
    pub heft: i64,
    /// Clusters of shorter sentences it holds.
    pub parts: Vec<usize>,
    /// Readings that share a clause with it and are otherwise unlike.
    pub sharing: Vec<usize>,
}

/// A sentence seen from another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Member {
    /// Where it stands.
    pub place: Place,
    /// How it reads.
    pub wording: Wording,
}

/// How a sentence reads, seen from another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wording {
    /// The same words; case, marks and spelling variants do not count.
    Exact,
    /// The same statement in other words.
    Edited,
    /// A part of it only.
    Part,
    /// It and more.
    Whole,
    /// A clause of it, among other things.
    Clause,
}

impl Clusters {
    /// Whether this article, by its index, has the text in which sentences were put together.
    pub fn is_of(&self, at: usize, article: &Article) -> bool {
        self.of.get(at) == Some(&article.id)
    }

    /// All clusters, by their leads; each sentence that has visible words is a member of exactly one.
    pub fn all(&self) -> &[Cluster] {
        &self.all
    }

    /// The cluster of which a sentence is a member; none for one that is hidden or does not exist.
    pub fn of(&self, place: Place) -> Option<&Cluster> {
        self.all.get(self.seat(place)?.cluster)
    }

    /// The other sentences that carry what a sentence says, or part of it, by article and sentence.
    pub fn members(&self, place: Place) -> Vec<Member> {
        let (Some(seat), Some(cluster)) = (self.seat(place), self.of(place)) else { return Vec::new() };
        let exact = |place: &Place| seat.places.binary_search(place).is_ok();
        let wording = |place: &Place| if exact(place) { Wording::Exact } else { self.told_in(seat, *place) };
        let own = cluster.members.iter().map(|&place| (place, wording(&place)));
        let parts = seat.parts.iter().filter_map(|&part| self.all.get(part)).flat_map(|part| &part.members);
        let wholes = self.places(&cluster.wholes);
        let sharing = self.places(&seat.sharing);
        let all = own
            .chain(parts.map(|&place| (place, Wording::Part)))
            .chain(wholes.map(|&place| (place, Wording::Whole)))
            .chain(sharing.map(|&place| (place, Wording::Clause)));
        let others = all.filter(|found| found.0 != place);
        let mut members: Vec<Member> = others.map(|(place, wording)| Member { place, wording }).collect();
        members.sort_unstable();
        members.dedup_by_key(|member| member.place);
        members
    }

    /// Tells of each member of a cluster how much of the statement it tells, seen from the one that says most.
    pub(in crate::collate) fn extents(&self, cluster: &Cluster) -> Vec<(Place, Wording)> {
        let fullest = cluster.members.iter().filter_map(|place| self.seat(*place)).max_by_key(|seat| seat.heft);
        let told = |place: &Place| fullest.map_or(Wording::Edited, |fullest| self.told_in(fullest, *place));
        cluster.members.iter().map(|place| (*place, told(place))).collect()
    }

    /// Tells how a sentence of the same cluster reads, seen from a reading: edited, or cut short on one side.
    fn told_in(&self, from: &Seat, place: Place) -> Wording {
        let heft = self.seat(place).map_or(from.heft, |seat| seat.heft);
        match (heft * CUT.1 < from.heft * CUT.0, from.heft * CUT.1 < heft * CUT.0) {
            (true, _) => Wording::Part,
            (_, true) => Wording::Whole,
            _ => Wording::Edited,
        }
    }

    /// The other articles that carry what a sentence says, or part of it, in order.
    pub fn also_in(&self, article: usize, sentence: usize) -> Vec<usize> {
        let members = self.members(Place { article, sentence });
        let mut articles: Vec<usize> = members.iter().map(|member| member.place.article).collect();
        articles.retain(|&other| other != article);
        articles.dedup();
        articles
    }

    /// The number of the cluster of which a sentence is a member, as an index into [`Clusters::all`].
    pub(in crate::collate) fn number(&self, place: Place) -> Option<usize> {
        Some(self.seat(place)?.cluster)
    }

    /// Whether two sentences have the same words.
    pub(in crate::collate) fn is_same(&self, one: Place, other: Place) -> bool {
        let reading = |place: Place| self.seats.get(place.article)?.get(place.sentence).copied().flatten();
        reading(one).is_some_and(|at| reading(other) == Some(at))
    }

    /// The sentences that stand in a cluster of which they are no members, each with the cluster and how it reads there; in order.
    pub(in crate::collate) fn guests(&self) -> Vec<(usize, Place, Wording)> {
        let mut found = Vec::new();
        for seat in &self.readings {
            for &part in &seat.parts {
                found.extend(seat.places.iter().map(|place| (part, *place, Wording::Whole)));
                let members = self.all.get(part).map(|part| part.members.as_slice()).unwrap_or_default();
                found.extend(members.iter().map(|place| (seat.cluster, *place, Wording::Part)));
            }
            let clusters = seat.sharing.iter().filter_map(|&other| Some(self.readings.get(other)?.cluster));
            for cluster in clusters.filter(|cluster| *cluster != seat.cluster) {
                found.extend(seat.places.iter().map(|place| (cluster, *place, Wording::Clause)));
            }
        }
        found.sort_unstable();
        found.dedup_by_key(|(cluster, place, _)| (*cluster, *place));
        found
    }

    fn seat(&self, place: Place) -> Option<&Seat> {
        let reading = *self.seats.get(place.article)?.get(place.sentence)?;
        self.readings.get(reading?)
    }

    fn places<'a>(&'a self, readings: &'a [usize]) -> impl Iterator<Item = &'a Place> + 'a {
        readings.iter().filter_map(|&reading| self.readings.get(reading)).flat_map(|seat| &seat.places)
    }
}
