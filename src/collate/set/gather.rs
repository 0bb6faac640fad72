//! Gathers the clusters of many articles.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::bags::Bags;
use super::clause::sharing;
use super::clusters::{Cluster, Clusters, Seat};
use super::joining::joined;
use super::kin::kin;
use super::part::wholes;
use super::reading::{Place, Readings};
use crate::collate::cancel::Cancel;
use crate::collate::witness::Witness;

/// Puts the sentences of all witnesses together by what they say; `None` once `cancel` is raised.
///
/// Sentences of the same words are one reading, however many they are; readings that say much the same are found by their rarest
/// words. Costs the sorting of the sentences and a bounded number of steps a reading. What it finds does not depend on the order of
/// the witnesses, but for the numbers in it.
pub fn clusters(witnesses: &[Witness<'_>], cancel: &Cancel) -> Option<Clusters> {
    let go_on = || (!cancel.is_cancelled()).then_some(());
    let readings = Readings::new(witnesses);
    go_on()?;
    let bags = Bags::new(witnesses, &readings);
    go_on()?;
    let kin = kin(&bags, cancel)?;
    let cluster = joined(&readings, &bags, &kin, cancel)?;
    let wholes = wholes(&bags, &kin, &cluster);
    let sharing = sharing(&bags, &kin, &cluster);
    go_on()?;
    Some(seated(witnesses, readings, &cluster, &wholes, &sharing))
}

fn seated(
    witnesses: &[Witness<'_>],
    readings: Readings,
    cluster: &[usize],
    wholes: &BTreeMap<usize, Vec<usize>>,
    sharing: &[(usize, usize)],
) -> Clusters {
    let mut grouped: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (reading, &number) in cluster.iter().enumerate() {
        grouped.entry(number).or_default().push(reading);
    }
    let mut found: Vec<(Cluster, Vec<usize>)> = grouped
        .into_iter()
        .map(|(number, within)| {
            let wholes = wholes.get(&number).cloned().unwrap_or_default();
            (Cluster { wholes, ..of_readings(&readings, &within) }, within)
        })
        .collect();
    found.sort_unstable_by_key(|(cluster, _)| cluster.lead);
    let mut seats: Vec<Vec<Option<Seat>>> =
        witnesses.iter().map(|witness| vec![None; witness.article.sentences.len()]).collect();
    let mut parts = vec![Vec::new(); readings.all.len()];
    for (number, (cluster, _)) in found.iter().enumerate() {
        for &whole in &cluster.wholes {
            parts[whole].push(number);
        }
    }
    for (number, (_, within)) in found.iter().enumerate() {
        for &reading in within {
            for place in &readings.all[reading].places {
                let seat = Seat {
                    cluster: number,
                    reading,
                    parts: parts[reading].clone(),
                    sharing: sharing
                        [sharing.partition_point(|s| s.0 < reading)..sharing.partition_point(|s| s.0 <= reading)]
                        .iter()
                        .map(|s| s.1)
                        .collect(),
                };
                seats[place.article][place.sentence] = Some(seat);
            }
        }
    }
    let places = readings.all.into_iter().map(|reading| reading.places).collect();
    Clusters { all: found.into_iter().map(|(cluster, _)| cluster).collect(), seats, places }
}

fn of_readings(readings: &Readings, within: &[usize]) -> Cluster {
    let mut members: Vec<(Place, usize)> = within
        .iter()
        .flat_map(|&at| readings.all[at].places.iter().map(move |&place| (place, readings.all[at].keys.len())))
        .collect();
    members.sort_unstable();
    let lead = members.iter().min_by_key(|(place, words)| (place.article, Reverse(*words), place.sentence));
    Cluster {
        lead: lead.map(|(place, _)| *place).unwrap_or_default(),
        members: members.iter().map(|(place, _)| *place).collect(),
        wholes: Vec::new(),
    }
}
