//! Clusters: sentences of many articles that make the same statement.

use std::collections::BTreeMap;

use super::reading::Place;
use crate::article::{Article, TextId};
use crate::collate::verdict::SentenceVerdict;

/// The sentences of several articles, grouped by what they state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clusters {
    /// The texts, article by article. Places mean nothing in other texts.
    pub(super) of: Vec<TextId>,
    /// The clusters, ordered by their leads.
    pub(super) all: Vec<Cluster>,
    /// The reading of every sentence that has visible words, by article and sentence.
    pub(super) seats: Vec<Vec<Option<usize>>>,
    /// What is known of each reading.
    pub(super) readings: Vec<Seat>,
    /// The sentences of which somebody decided, and what.
    pub(super) decided: BTreeMap<Place, SentenceVerdict>,
}

/// The most of a sentence that a shortened one says: two thirds (benches/constants.md).
const CUT: (i64, i64) = (2, 3);

/// One or more sentences that make the same statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cluster {
    /// The sentence that represents all: the longest of the earliest article.
    pub lead: Place,
    /// All of them, by article and sentence.
    pub members: Vec<Place>,
    /// Longer sentences that make this statement and another, as readings.
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
    /// Readings that share a clause with it and are otherwise different.
    pub sharing: Vec<usize>,
}

/// A sentence, compared with another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Member {
    /// Where it stands.
    pub place: Place,
    /// How it reads.
    pub wording: Wording,
}

/// How the wording of a sentence compares with another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wording {
    /// The same words; case, punctuation and spelling variants do not count.
    Exact,
    /// The same statement in other words.
    Edited,
    /// Only a part of it.
    Part,
    /// All of it and more.
    Whole,
    /// One clause of it, among other things.
    Clause,
}

impl Clusters {
    /// Whether an article still has the text in which the sentences were grouped.
    pub fn is_of(&self, at: usize, article: &Article) -> bool {
        self.of.get(at) == Some(&article.id)
    }

    /// Returns all clusters, ordered by their leads. Each sentence with visible words is a member of exactly one.
    pub fn all(&self) -> &[Cluster] {
        &self.all
    }

    /// Returns the cluster of a sentence; `None` if it is hidden or does not exist.
    pub fn of(&self, place: Place) -> Option<&Cluster> {
        self.all.get(self.seat(place)?.cluster)
    }

    /// Returns the other sentences that state the same as a sentence, or part of it, by article and sentence.
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

    /// Returns for each member of a cluster how much of the statement it makes, compared with the one that says most.
    pub(in crate::collate) fn extents(&self, cluster: &Cluster) -> Vec<(Place, Wording)> {
        self.extents_of(&cluster.members)
    }

    /// The same of any sentences that make one statement.
    pub(in crate::collate) fn extents_of(&self, members: &[Place]) -> Vec<(Place, Wording)> {
        let fullest = members.iter().filter_map(|place| self.seat(*place)).max_by_key(|seat| seat.heft);
        let told = |place: &Place| fullest.map_or(Wording::Edited, |fullest| self.told_in(fullest, *place));
        members.iter().map(|place| (*place, told(place))).collect()
    }

    /// Returns how a sentence of the same cluster compares with a reading: edited, or shortened on one side.
    fn told_in(&self, from: &Seat, place: Place) -> Wording {
        let heft = self.seat(place).map_or(from.heft, |seat| seat.heft);
        match (heft * CUT.1 < from.heft * CUT.0, from.heft * CUT.1 < heft * CUT.0) {
            (true, _) => Wording::Part,
            (_, true) => Wording::Whole,
            _ => Wording::Edited,
        }
    }

    /// Returns the other articles that state the same as a sentence, or part of it, in order.
    pub fn also_in(&self, article: usize, sentence: usize) -> Vec<usize> {
        let members = self.members(Place { article, sentence });
        let mut articles: Vec<usize> = members.iter().map(|member| member.place.article).collect();
        articles.retain(|&other| other != article);
        articles.dedup();
        articles
    }

    /// What somebody decided of a sentence and another.
    pub fn decided(&self, place: Place) -> Option<SentenceVerdict> {
        self.decided.get(&place).copied()
    }

    /// Returns the index of the cluster of a sentence in [`Clusters::all`].
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
