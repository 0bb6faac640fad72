//! Rows: which clusters are one statement, and which articles make it.
//!
//! The cluster that most articles have leads. A part of it, or a sentence that contains it and more, needs no statement of its own if nothing
//! else depends on it: a merged sentence belongs to the statements of both its halves.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::groups::Groups;
use super::pairs::PairFound;
use crate::collate::set::{Clusters, Place, Wording};

/// A statement in the making.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rough {
    /// The sentence that stands for it.
    pub lead: Place,
    /// The sentences that tell it, by article and from the nearest: those of one article together.
    pub told: Vec<Teller>,
}

/// A sentence that tells a statement, or part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Teller {
    /// The article.
    pub article: usize,
    /// How it tells it; a member of the cluster is an edited one, or one cut short.
    pub wording: Wording,
    /// The sentence, as an index into the article's sentences.
    pub sentence: usize,
}

/// A guest of a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Guest {
    place: Place,
    wording: Wording,
    /// Whether the two have most of a sentence in common.
    most: bool,
}

/// Puts the sentences of clusters together to statements, by their leads. Costs the sorting of all that is related.
pub(super) fn rows(clusters: &Clusters, pairs: &[PairFound]) -> Vec<Rough> {
    let groups = Groups::new(clusters, pairs);
    let guests = guests(clusters, &groups, pairs);
    let hosts = hosts(&groups, &guests);
    let mut taken: BTreeMap<usize, Vec<Teller>> = BTreeMap::new();
    for (group, host) in groups.all.iter().zip(&hosts) {
        let Some((host, wording)) = host else { continue };
        taken.entry(*host).or_default().extend(group.members.iter().map(|(place, _)| teller(*place, *wording)));
    }
    let all = groups.all.iter().enumerate().filter(|(number, _)| hosts[*number].is_none());
    let found = all
        .map(|(number, group)| {
            let own = group.members.iter().map(|(place, wording)| teller(*place, *wording));
            let others = guests[number].iter().map(|guest| teller(guest.place, guest.wording));
            // All members of a cluster that is no statement of its own go where it goes: else some would stand in no row.
            let taken = taken.remove(&number).unwrap_or_default();
            let mut told: Vec<Teller> = own.chain(others).chain(taken).collect();
            told.sort_unstable();
            let mut seen = BTreeSet::new();
            told.retain(|teller| seen.insert((teller.article, teller.sentence)));
            Rough { lead: group.lead, told }
        })
        .collect::<Vec<Rough>>();
    without_repeated(found)
}

/// Leaves out statements all of whose sentences stand in another one too: of two alike the later. Costs a look at each telling.
fn without_repeated(found: Vec<Rough>) -> Vec<Rough> {
    let places = |rough: &Rough| rough.told.iter().map(|it| (it.article, it.sentence)).collect::<BTreeSet<_>>();
    let all: Vec<BTreeSet<(usize, usize)>> = found.iter().map(places).collect();
    let mut standing: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (at, places) in all.iter().enumerate() {
        places.iter().for_each(|place| standing.entry(*place).or_default().push(at));
    }
    let repeated = |at: usize| {
        let near = all[at].first().and_then(|place| standing.get(place)).map(Vec::as_slice).unwrap_or_default();
        let more =
            |other: &usize| all[*other].len() > all[at].len() || all[*other].len() == all[at].len() && *other < at;
        near.iter().any(|other| *other != at && more(other) && all[at].is_subset(&all[*other]))
    };
    let kept: Vec<bool> = (0..all.len()).map(|at| !repeated(at)).collect();
    found.into_iter().zip(kept).filter_map(|(rough, kept)| kept.then_some(rough)).collect()
}

fn teller(place: Place, wording: Wording) -> Teller {
    Teller { article: place.article, wording, sentence: place.sentence }
}

/// The guests of each cluster, by place.
fn guests(clusters: &Clusters, groups: &Groups<'_>, pairs: &[PairFound]) -> Vec<Vec<Guest>> {
    let mut found: Vec<BTreeMap<Place, Guest>> = vec![BTreeMap::new(); groups.all.len()];
    let mut add = |number: usize, guest: Guest| {
        let Some(of) = found.get_mut(number) else { return };
        let known = of.entry(guest.place).or_insert(guest);
        known.most |= guest.most;
        known.wording = known.wording.min(guest.wording);
    };
    for (number, place, wording) in clusters.guests() {
        // Where pairs were read closely they tell more surely what is more than a title or a stock phrase.
        if wording == Wording::Clause && !pairs.is_empty() {
            continue;
        }
        for group in groups.hosting(number, place) {
            add(group, Guest { place, wording, most: wording != Wording::Clause });
        }
    }
    let articles =
        |group: usize| groups.all.get(group).into_iter().flat_map(|it| &it.members).map(|(place, _)| place.article);
    let several = |group: usize| articles(group).any(|article| Some(article) != articles(group).next());
    // Who tells it in a sentence of its own does not tell it again in one that shares a clause with it.
    let tells = |group: usize, article: usize| articles(group).any(|other| other == article);
    let lone = lone(groups, pairs);
    let is_lone = |group: usize, place: Place| lone.contains(&(group, place));
    for link in pairs.iter().flat_map(|pair| &pair.links) {
        let (one, other) = link.places;
        let (Some(here), Some(there)) = (groups.number(one), groups.number(other)) else { continue };
        // Two statements that several tell, each in sentences of their own, only have words in common.
        if here == there || several(here) && several(there) {
            continue;
        }
        for (group, place, own) in [(there, one, here), (here, other, there)] {
            // A headline tells again what its article tells further down.
            if (!tells(group, place.article) || link.most && !several(own)) && !is_lone(group, place) {
                add(group, Guest { place, wording: Wording::Clause, most: link.most });
            }
        }
    }
    found.into_iter().map(|of| of.into_values().collect()).collect()
}

/// The sentences that only reworded matches lead to a group, and to fewer than half of the articles that tell it: they have the event in
/// common with one of them, and not the statement.
fn lone(groups: &Groups<'_>, pairs: &[PairFound]) -> BTreeSet<(usize, Place)> {
    let mut met: BTreeMap<(usize, Place), (BTreeSet<usize>, bool)> = BTreeMap::new();
    for link in pairs.iter().flat_map(|pair| &pair.links) {
        let (one, other) = link.places;
        for (place, to) in [(one, other), (other, one)] {
            let Some(group) = groups.number(to) else { continue };
            let known = met.entry((group, place)).or_insert_with(|| (BTreeSet::new(), true));
            known.0.insert(to.article);
            known.1 &= link.reworded;
        }
    }
    let is_lone = |((group, place), (articles, reworded)): &(&(usize, Place), &(BTreeSet<usize>, bool))| {
        let members = groups.all.get(*group).map(|it| it.members.as_slice()).unwrap_or_default();
        let others: BTreeSet<usize> =
            members.iter().map(|(it, _)| it.article).filter(|it| *it != place.article).collect();
        *reworded && articles.len() * 2 < others.len()
    };
    met.iter().filter(is_lone).map(|(at, _)| *at).collect()
}

/// Tells of each cluster which other one says all of it, and how; none for a statement of its own. The fullest come first.
fn hosts(groups: &Groups<'_>, guests: &[Vec<Guest>]) -> Vec<Option<(usize, Wording)>> {
    let all = &groups.all;
    let articles: Vec<BTreeSet<usize>> =
        all.iter().map(|group| group.members.iter().map(|(place, _)| place.article).collect()).collect();
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|&number| (Reverse(articles[number].len()), all[number].lead));
    let mut asked: Vec<BTreeMap<usize, (Wording, bool)>> = vec![BTreeMap::new(); all.len()];
    for (host, guests) in guests.iter().enumerate() {
        for guest in guests {
            let Some(of) = groups.number(guest.place).and_then(|number| asked.get_mut(number)) else { continue };
            let known = of.entry(host).or_insert((guest.wording, guest.most));
            *known = (known.0.min(guest.wording), known.1 | guest.most);
        }
    }
    let whole: Vec<Vec<Place>> = all
        .iter()
        .map(|group| {
            let whole = group.members.iter().filter(|(_, wording)| *wording != Wording::Part);
            whole.map(|(place, _)| *place).collect()
        })
        .collect();
    let mut leading = vec![false; all.len()];
    let mut hosts = vec![None; all.len()];
    for number in order {
        let hosting = asked[number].iter().filter(|(host, _)| leading[**host]);
        let takes = |(host, (wording, most)): (&usize, &(Wording, bool))| {
            let apart = articles[*host].is_disjoint(&articles[number]) || articles[number].len() == 1;
            let part = *wording == Wording::Part && holds_mostly(&guests[number], &whole[*host]);
            (part || *most && apart && *wording != Wording::Part).then_some((*host, *wording))
        };
        hosts[number] = hosting.filter_map(takes).next();
        leading[number] = hosts[number].is_none();
    }
    hosts
}

/// Whether most members of a cluster have all that another one says: then that is a part of theirs, and not one sentence merged.
fn holds_mostly(guests: &[Guest], members: &[Place]) -> bool {
    let whole = |member: &&Place| guests.iter().any(|guest| guest.place == **member && guest.wording == Wording::Whole);
    members.iter().filter(whole).count() * 2 > members.len()
}
