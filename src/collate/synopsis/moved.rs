//! Finds what an article says out of the order of the story.

/// Tells of each of some places in the story, given in the order of an article, whether it lies off the longest row that goes forwards.
/// Costs n log n.
pub(super) fn moved(places: &[usize]) -> Vec<bool> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        let length = tails.partition_point(|tail| places[*tail] < *place);
        before.push(length.checked_sub(1).map(|shorter| tails[shorter]));
        match tails.get_mut(length) {
            Some(tail) => *tail = at,
            None => tails.push(at),
        }
    }
    let mut moved = vec![true; places.len()];
    let mut at = tails.last().copied();
    while let Some(here) = at {
        moved[here] = false;
        at = before[here];
    }
    moved
}
