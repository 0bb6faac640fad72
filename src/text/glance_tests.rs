use proptest::prelude::*;

use super::glance::{count, count_pairs, first};

proptest! {
    /// What is seen at a glance is what one sees byte by byte.
    #[test]
    fn a_glance_sees_every_byte(bytes in prop::collection::vec(any::<u8>(), 0..700), rare in any::<u8>()) {
        let is_so = |byte: u8| byte == rare || byte > 250;
        prop_assert_eq!(first(&bytes, is_so), bytes.iter().position(|byte| is_so(*byte)));
        prop_assert_eq!(count(&bytes, is_so), bytes.iter().filter(|byte| is_so(**byte)).count());
        let rises = |a: u8, b: u8| a < b;
        prop_assert_eq!(count_pairs(&bytes, rises), bytes.windows(2).filter(|two| rises(two[0], two[1])).count());
    }
}
