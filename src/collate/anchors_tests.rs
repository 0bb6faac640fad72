use std::ops::Range;

use proptest::prelude::{any, prop, prop_assert, proptest};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::anchors::{FEW, patient};

/// The stretches of an alignment, and which of them are equal.
fn shape(ops: &[DiffOp]) -> Vec<(bool, Range<usize>, Range<usize>)> {
    ops.iter().map(|op| (matches!(op, DiffOp::Equal { .. }), op.old_range(), op.new_range())).collect()
}

/// Counts the words that an alignment pairs; fails where it pairs unlike ones, or does not go through both sides in order.
fn paired(ops: &[DiffOp], old: &[usize], new: &[usize]) -> usize {
    let (mut from, mut count) = ((0, 0), 0);
    for (equal, left, right) in shape(ops) {
        assert_eq!((left.start, right.start), from, "{ops:?}");
        if equal {
            assert_eq!(old[left.clone()], new[right.clone()], "{ops:?}");
            count += left.len();
        }
        from = (left.end, right.end);
    }
    assert_eq!(from, (old.len(), new.len()), "{ops:?}");
    count
}

#[test]
fn what_stands_once_on_both_sides_holds() {
    let aligned = |old: &str, new: &str| shape(&patient(old.as_bytes(), new.as_bytes()));
    let moved = [(false, 0..1, 0..0), (true, 1..2, 0..1), (false, 2..2, 1..2), (true, 2..4, 2..4)];
    assert_eq!(aligned("abcd", "bxcd"), moved);
    assert_eq!(aligned("aab", "cd"), [(false, 0..3, 0..2)]);
    assert_eq!(aligned("axa", "xaa"), [(false, 0..1, 0..0), (true, 1..3, 0..2), (false, 3..3, 2..3)]);
}

proptest! {
    /// Words come in any order, once or more; and, since such seldom go together, as two selections of one row. Of equal words it may
    /// pair others than a search does, such as stand nearer to what is paired already.
    #[test]
    fn it_pairs_as_many_words_as_a_search_does(
        old in prop::collection::vec(0..40u8, 0..30), new in prop::collection::vec(0..40u8, 0..30),
        few in prop::collection::vec(0..6u8, 0..20), less in prop::collection::vec(0..6u8, 0..20),
        row in prop::collection::vec((any::<u8>(), 0..8u8), 0..FEW + 9),
    ) {
        let side = |kept: fn(u8) -> bool| {
            let words = row.iter().enumerate().filter(|(_, (_, fate))| kept(*fate));
            words.map(|(at, (word, fate))| if *fate > 5 { usize::from(word % 9) + 1_000 } else { at }).collect::<Vec<_>>()
        };
        let wide = |words: &[u8]| words.iter().map(|word| usize::from(*word)).collect::<Vec<_>>();
        let selected = (side(|fate| fate != 0), side(|fate| fate > 1));
        for (old, new) in [(wide(&old), wide(&new)), (wide(&few), wide(&less)), selected] {
            let search = capture_diff_slices(Algorithm::Patience, &old, &new);
            prop_assert!(paired(&patient(&old, &new), &old, &new) >= paired(&search, &old, &new));
        }
    }
}
