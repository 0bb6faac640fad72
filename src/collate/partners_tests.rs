//! Partners: in which order words are given theirs.

use super::partners::outwards;

#[test]
fn words_near_the_middle_come_first() {
    let cases: [(std::ops::Range<usize>, usize, &[usize]); 6] = [
        (2..7, 9, &[4, 3, 5, 2, 6]),
        (2..6, 8, &[3, 4, 2, 5]),
        (0..4, 0, &[0, 1, 2, 3]),
        (0..4, 99, &[3, 2, 1, 0]),
        (5..8, 2, &[5, 6, 7]),
        (3..3, 6, &[]),
    ];
    for (window, middle, expected) in cases {
        let places: Vec<usize> = window.clone().collect();
        assert_eq!(outwards(&places, middle).collect::<Vec<_>>(), expected, "{window:?} {middle}");
    }
}
