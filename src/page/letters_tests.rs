//! Letters inside a changed word, on labelled pairs of words.

use super::letters::{IN_COMMON, apart_with};

#[test]
fn no_other_share_tells_more_of_the_labelled_pairs_right() {
    let pairs = include_str!("../../benches/changes/letters.tsv").lines().filter(|line| !line.starts_with('#'));
    let pairs: Vec<Vec<&str>> = pairs.map(|line| line.split('\t').collect()).collect();
    assert_eq!(pairs.len(), 258);
    let wrong = |in_common: usize| {
        let told = |pair: &&Vec<&str>| apart_with(pair[1], pair[2], in_common).is_some() != (pair[0] == "inside");
        pairs.iter().filter(told).count()
    };
    let all = [50, 55, IN_COMMON, 67, 75].map(wrong);
    assert_eq!(all, [27, 25, 23, 23, 31]);
}
