use proptest::prelude::{prop, prop_assert_eq, proptest};

use super::cancel::Cancel;
use super::sorting::sort;

proptest! {
    #[test]
    fn items_dealt_and_sorted_are_in_the_order_of_their_keys(
        mut items in prop::collection::vec((0u64..5_000, 0u32..9), 0..700), shift in 0u32..52,
    ) {
        let mut expected = items.clone();
        expected.sort_unstable();
        sort(&mut items, |item| item.0 << shift, |item| *item, &Cancel::default());
        prop_assert_eq!(items, expected);
    }
}

#[test]
fn numbers_may_be_the_greatest_there_are_or_all_one() {
    for number in [0, 1, u64::MAX] {
        let mut items: Vec<u64> = (0..1_000).rev().collect();
        sort(&mut items, |_| number, |item| *item, &Cancel::default());
        assert!(items.is_sorted());
    }
    for count in [0, 1, 128, 129, 200, 256, 257, 1_000] {
        let mut items: Vec<u64> = (0..count).map(|at| u64::MAX - at * at).collect();
        sort(&mut items, |item| *item, |item| *item, &Cancel::default());
        assert!(items.is_sorted(), "{count} items");
    }
}

#[test]
fn a_raised_flag_ends_it() {
    let cancel = Cancel::default();
    cancel.cancel();
    let mut items: Vec<u64> = (0..1_000).rev().collect();
    sort(&mut items, |item| *item, |item| *item, &cancel);
    assert_eq!(items.len(), 1_000);
    assert_eq!(cancel.watched(items).count(), 0);
}
