//! Sorting that can be cancelled: items are split into buckets by the leading part of their order, and sorted bucket by bucket.

use super::cancel::Cancel;

/// Items up to which they are sorted at once (chosen).
const FEW: usize = 64;
/// Items of a part, about, and parts at most: so many places can be written to in turns at little cost (chosen).
const PART: usize = 4;
const PARTS: usize = 1 << 15;

/// Sorts items by `key`; a greater `number` means a greater key. Once `cancel` is raised they are left in any order, some perhaps
/// more than once.
///
/// Costs `n log n`, and less the more evenly the numbers are spread; memory for the items once more.
pub(super) fn sort<T: Copy, K: Ord>(
    items: &mut Vec<T>,
    number: impl Fn(&T) -> u64,
    key: impl Fn(&T) -> K,
    cancel: &Cancel,
) {
    if items.len() <= FEW {
        return items.sort_unstable_by_key(key);
    }
    let starts = deal(items, number, cancel);
    for part in starts.windows(2) {
        if cancel.is_cancelled() {
            return;
        }
        items[part[0]..part[1]].sort_unstable_by_key(&key);
    }
}

/// Deals items into parts by their numbers, and gives where each part begins, with the end of the last.
fn deal<T: Copy>(items: &mut Vec<T>, number: impl Fn(&T) -> u64, cancel: &Cancel) -> Vec<usize> {
    let most = items.iter().map(&number).max().unwrap_or(0);
    let parts = (items.len() / PART).next_power_of_two().clamp(2, PARTS);
    let shift = (u64::BITS - most.leading_zeros()).saturating_sub(parts.ilog2());
    let part = |item: &T| (number(item) >> shift) as usize;
    // Each part's items are counted two places on, so that dealing them out leaves the starts where they belong.
    let mut starts = vec![0; (most >> shift) as usize + 3];
    for item in items.iter() {
        starts[part(item) + 2] += 1;
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut dealt = items.clone();
    for item in cancel.watched(items.iter()) {
        let next = &mut starts[part(item) + 1];
        dealt[*next] = *item;
        *next += 1;
    }
    *items = dealt;
    starts.pop();
    starts
}
