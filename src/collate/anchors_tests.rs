use std::ops::Range;

use proptest::prelude::{any, prop, prop_assert_eq, proptest};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::anchors::{FEW, patient};

/// Gives the stretches of an alignment, and which of them are equal.
fn shape(ops: &[DiffOp]) -> Vec<(bool, Range<usize>, Range<usize>)> {
    ops.iter().map(|op| (matches!(op, DiffOp::Equal { .. }), op.old_range(), op.new_range())).collect()
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
    /// Words come in any order, once or more; and, since such seldom go together, as two selections of one row.
    #[test]
    fn it_is_what_a_search_finds(
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
            prop_assert_eq!(shape(&patient(&old, &new)), shape(&capture_diff_slices(Algorithm::Patience, &old, &new)));
        }
    }
}
