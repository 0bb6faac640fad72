//! Groups the sentences of many articles into clusters.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::bags::Bags;
use super::clause::sharing;
use super::clusters::{Cluster, Clusters, Seat};
use super::joining::joined;
use super::kin::kin;
use super::part::wholes;
use super::reading::{Place, Readings};
use super::sought::sought;
use crate::collate::cancel::Cancel;
use crate::collate::witness::Witness;

/// Groups the sentences of all witnesses by what they state. Returns `None` once `cancel` is raised.
///
/// All sentences with the same words are one reading. Similar readings are found by their rarest words. Takes the time to sort the
/// sentences and a bounded number of steps per reading. The result does not depend on the order of the witnesses, except for indexes.
pub fn clusters(witnesses: &[Witness<'_>], cancel: &Cancel) -> Option<Clusters> {
    let go_on = || (!cancel.is_cancelled()).then_some(());
    let readings = Readings::new(witnesses);
    go_on()?;
    let bags = Bags::new(witnesses, &readings);
    go_on()?;
    let kin = kin(&bags, cancel)?;
    let cluster = joined(&readings, &bags, &kin, cancel)?;
    let links = ClusterLinks { wholes: wholes(&bags, &kin, &cluster), sharing: sharing(&bags, &kin, &cluster) };
    go_on()?;
    let sought = sought(witnesses, &readings, cancel);
    go_on()?;
    let (all, numbers) = numbered(&readings, &cluster, links.wholes);
    let of = witnesses.iter().map(|witness| witness.article.id).collect();
    let numbers = cluster.iter().map(|number| numbers.get(number).copied().unwrap_or_default());
    let readings = seats(readings, numbers, &bags);
    let mut found = Clusters { of, all, seats: no_seats(witnesses), readings, decided: BTreeMap::new() };
    link(&mut found, &links.sharing);
    for (reading, holding) in sought {
        add_wholes(&mut found, reading, holding);
    }
    Some(found)
}

/// Adds longer readings that have the words of a text that is looked for. It leads to them, but they do not state what it does: nothing
/// leads back.
fn add_wholes(found: &mut Clusters, reading: usize, holding: Vec<usize>) {
    let cluster = found.readings[reading].cluster;
    let new = holding.into_iter().filter(|other| found.readings[*other].cluster != cluster);
    let wholes = &mut found.all[cluster].wholes;
    wholes.extend(new);
    wholes.sort_unstable();
    wholes.dedup();
}

/// What leads from one cluster to another.
struct ClusterLinks {
    wholes: BTreeMap<usize, Vec<usize>>,
    sharing: Vec<(usize, usize)>,
}

/// The clusters by their leads, and for the number of each as it was joined the one it has now.
fn numbered(
    readings: &Readings,
    cluster: &[usize],
    mut wholes: BTreeMap<usize, Vec<usize>>,
) -> (Vec<Cluster>, BTreeMap<usize, usize>) {
    let mut grouped: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (reading, &number) in cluster.iter().enumerate() {
        grouped.entry(number).or_default().push(reading);
    }
    let mut found: Vec<(usize, Cluster)> = grouped
        .into_iter()
        .map(|(number, within)| (number, of_readings(readings, &within, wholes.remove(&number).unwrap_or_default())))
        .collect();
    found.sort_unstable_by_key(|(_, cluster)| cluster.lead);
    let numbers = found.iter().enumerate().map(|(new, (old, _))| (*old, new)).collect();
    (found.into_iter().map(|(_, cluster)| cluster).collect(), numbers)
}

fn of_readings(readings: &Readings, within: &[usize], wholes: Vec<usize>) -> Cluster {
    let mut members: Vec<(Place, usize)> = within
        .iter()
        .flat_map(|&at| readings.all[at].places.iter().map(move |&place| (place, readings.all[at].keys.len())))
        .collect();
    members.sort_unstable();
    let lead = members.iter().min_by_key(|(place, words)| (place.article, Reverse(*words), place.sentence));
    Cluster {
        lead: lead.map(|(place, _)| *place).unwrap_or_default(),
        members: members.iter().map(|(place, _)| *place).collect(),
        wholes,
    }
}

fn no_seats(witnesses: &[Witness<'_>]) -> Vec<Vec<Option<usize>>> {
    witnesses.iter().map(|witness| vec![None; witness.article.sentences.len()]).collect()
}

fn seats(readings: Readings, clusters: impl Iterator<Item = usize>, bags: &Bags) -> Vec<Seat> {
    let seats = readings.all.into_iter().zip(clusters).zip(&bags.heft);
    seats
        .map(|((reading, cluster), heft)| Seat { places: reading.places, cluster, heft: *heft, ..Seat::default() })
        .collect()
}

/// Leads from every sentence to its reading, and from readings to the parts they hold and to those with a clause of theirs.
fn link(found: &mut Clusters, sharing: &[(usize, usize)]) {
    for (reading, seat) in found.readings.iter().enumerate() {
        for place in &seat.places {
            found.seats[place.article][place.sentence] = Some(reading);
        }
    }
    for (number, cluster) in found.all.iter().enumerate() {
        for &whole in &cluster.wholes {
            found.readings[whole].parts.push(number);
        }
    }
    for &(reading, other) in sharing {
        found.readings[reading].sharing.push(other);
    }
}
