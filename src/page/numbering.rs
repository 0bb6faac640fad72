//! Numbers the changes of a diff. A move is one change, although both its ends are shown.

use std::collections::BTreeMap;

use crate::collate::{Band, Fate};

/// The numbers of changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbering {
    /// The number of each, from 1.
    pub numbers: Vec<usize>,
    /// For each, whether it is only the old place of a move.
    pub other_ends: Vec<bool>,
    /// For each, whether an earlier one is the other end of the same move.
    pub later_ends: Vec<bool>,
    /// How many changes there are.
    pub count: usize,
}

/// Numbers the changed bands in order. Takes `n log n` time for n changes.
pub(super) fn numbered(bands: &[Band], changes: &[usize]) -> Numbering {
    let band = |at: usize| bands.get(at);
    // The new place of each paragraph that moved away; the first, if there are several.
    let mut stands: BTreeMap<usize, usize> = BTreeMap::new();
    for at in changes.iter().copied() {
        if let Some(home) = band(at).filter(|band| band.fate == Fate::Moved).and_then(|band| band.home) {
            stands.entry(home.0).or_insert(at);
        }
    }
    let other = |at: usize| {
        let gone = band(at).filter(|band| band.fate == Fate::Gone)?;
        stands.get(&gone.paragraph_ids.left.start).copied()
    };
    let mut found = Numbering::default();
    // The numbers given so far, by the new place of each change.
    let mut met: BTreeMap<usize, usize> = BTreeMap::new();
    for at in changes.iter().copied() {
        let stands = other(at).unwrap_or(at);
        found.later_ends.push(met.contains_key(&stands));
        let number = *met.entry(stands).or_insert_with(|| {
            found.count += 1;
            found.count
        });
        found.numbers.push(number);
        found.other_ends.push(stands != at);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::numbered;
    use crate::article::ParagraphId;
    use crate::collate::{Band, Fate};
    use crate::text::Pair;

    fn band(fate: Fate, left: Option<usize>, right: Option<usize>, home: Option<usize>) -> Band {
        let range = |at: Option<usize>| at.map_or(0..0, |at| at..at + 1);
        Band { fate, paragraph_ids: Pair::new(range(left), range(right)), home: home.map(ParagraphId) }
    }

    #[test]
    fn both_ends_of_a_move_are_one_change() {
        let bands = [
            band(Fate::Edited, Some(0), Some(0), None),
            band(Fate::Gone, Some(1), None, Some(3)),
            band(Fate::Same, Some(2), Some(1), None),
            band(Fate::Added, None, Some(2), None),
            band(Fate::Moved, None, Some(3), Some(1)),
            // It moved into a paragraph that counts as a change of its own.
            band(Fate::Gone, Some(3), None, Some(0)),
        ];
        let found = numbered(&bands, &[0, 1, 3, 4, 5]);
        assert_eq!(found.numbers, [1, 2, 3, 2, 4]);
        assert_eq!(found.other_ends, [false, true, false, false, false]);
        assert_eq!(found.later_ends, [false, false, false, true, false]);
        assert_eq!(found.count, 4);
    }
}
