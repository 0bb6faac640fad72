//! Parts: sentences that longer ones contain, because they were merged, split or shortened.
//!
//! A part links only these two: what else the longer sentence says has nothing to do with the shorter one.

use std::collections::BTreeMap;

use super::bags::Bags;
use super::kin::{Kin, compare};

/// The least share of a part that stands in the whole, and where a name or number of each is missing in the other (benches/constants.md).
const HELD: (f64, f64) = (0.68, 0.85);
/// The least that the whole says more (benches/constants.md).
const RATIO: f64 = 1.3;
/// The least a part says, in 1024ths of a nat: less is a phrase. And of one that stands there almost whole, names and numbers too
/// (benches/constants.md).
const LEAST: i64 = 12 * 1024;
const SHORT: (i64, f64) = (8 * 1024, 0.8);

/// The least share of some member of the part that stands in a whole taken along with its cluster (benches/constants.md).
const DIRECT: f64 = 0.5;
/// Members of a part, at most, that are compared with such a whole (a limit).
const SAMPLE: usize = 8;

/// For each cluster, by its number, the readings that hold it, in order.
pub(super) fn wholes(bags: &Bags, kin: &[Kin], cluster: &[usize]) -> BTreeMap<usize, Vec<usize>> {
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for kin in kin.iter().filter(|kin| is_part(bags, kin) && cluster[kin.light] != cluster[kin.heavy]) {
        found.entry(cluster[kin.light]).or_default().push(kin.heavy);
    }
    let members = members(cluster);
    for (number, wholes) in &mut found {
        wholes.sort_unstable();
        wholes.dedup();
        with_most_of_a_cluster(wholes, cluster, &members);
        let own = members.get(number).map(Vec::as_slice).unwrap_or_default();
        wholes.retain(|&whole| own.iter().take(SAMPLE).any(|&part| compare(bags, part, whole).held >= DIRECT));
    }
    found
}

fn is_part(bags: &Bags, kin: &Kin) -> bool {
    let held = if kin.conflicts > 0 { HELD.1 } else { HELD.0 };
    let heft = bags.heft[kin.light];
    let short = kin.conflicts == 0 && kin.held >= SHORT.1 && heft >= SHORT.0;
    kin.ratio >= RATIO && (kin.held >= held && heft >= LEAST || short)
}

fn members(cluster: &[usize]) -> BTreeMap<usize, Vec<usize>> {
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (reading, &cluster) in cluster.iter().enumerate() {
        members.entry(cluster).or_default().push(reading);
    }
    members
}

/// Adds the rest of every cluster of which more than half are wholes already: an edit or two hide there what all of them hold.
fn with_most_of_a_cluster(wholes: &mut Vec<usize>, cluster: &[usize], members: &BTreeMap<usize, Vec<usize>>) {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for &whole in wholes.iter() {
        *counts.entry(cluster[whole]).or_default() += 1;
    }
    for (number, count) in counts {
        let all = members.get(&number).map(Vec::as_slice).unwrap_or_default();
        if count * 2 > all.len() {
            wholes.extend(all);
        }
    }
    wholes.sort_unstable();
    wholes.dedup();
}
