//! The fitted rule: when two sentences make the same statement in other words.
//!
//! A sum of features with a coefficient each, and a threshold, fitted on labelled pairs of real articles (`benches/fit`).

/// The number of features.
pub const FEATURES: usize = 10;

/// What is known of two sentences, in 1024ths, in the order of [`COEFFICIENTS`].
pub type Features = [i64; FEATURES];

/// What each feature counts, in 1024ths.
const COEFFICIENTS: [(&str, i64); FEATURES] = [
    ("likeness", 22_398),
    ("likeness by names", 7_418),
    ("share of the best counterpart", 175),
    ("likeness of the neighbours", 4_714),
    ("names the other lacks", -227),
    ("quoted shares differ", -1_039),
    ("negated on one side", -829),
    ("places apart", -683),
    ("matched already", -1_021),
    ("both at the head", 1_402),
];
/// The least sum of a reworded statement.
const THRESHOLD: i64 = 2_523_348;

/// Gives by how much two sentences with these features pass the threshold.
pub(super) fn verdict(features: &Features) -> i64 {
    COEFFICIENTS.iter().zip(features).map(|((_, counts), feature)| counts * feature).sum::<i64>() - THRESHOLD
}
