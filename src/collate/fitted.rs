//! The fitted rule: when two sentences make the same statement in other words.
//!
//! A weighted sum of features and a threshold: logistic regression with a ridge penalty, in fixed point. `benches/fit` fits it and says how.
//!
//! Fitted on 28 November 2026 to 46 pairs of real articles on one event and, each sentence counted nine times, to five pairs of wire copy,
//! labelled by reading, neither of which is part of the sources, and to the six pairs of `benches/stories/labels`. Each pair judged by a
//! rule fitted on all others, the 46 had precision .67, recall .55, F1 .60 (thresholds read off by hand before: .59, .42, .49); from .30
//! to .34 F1 was .59 to .60. Since short sentences and quotations are found by their wording, and three names at least are asked for
//! where nothing else is shared, what is left to the rule has .65, .54, .59, and .76, .65, .70 together with what they find. Of 11 statements of the wire copy 8 are found. Of those in `benches/stories/labels-aside`, which nothing was
//! fitted to, it finds 22 of 23, and four of five links are right.

/// The number of features (defined).
pub const FEATURES: usize = 13;

/// The features of two sentences, in 1024ths, in the order of the coefficients.
pub type Features = [i64; FEATURES];

/// The indexes of some features (defined).
pub(super) const LIKENESS: usize = 0;
pub(super) const LACKING: usize = 4;
pub(super) const QUOTED: usize = 5;
pub(super) const DENIED: usize = 6;
pub(super) const NAMES_ALONE: usize = 10;

/// The coefficients, in 1024ths.
const COEFFICIENTS: [(&str, i64); FEATURES] = [
    ("likeness", 21_852),
    ("likeness by names", 21_980),
    ("share of the best counterpart", 91),
    ("likeness of the neighbours", 3_987),
    ("names the other lacks", -225),
    ("quoted shares differ", -1_392),
    ("negated on one side", -808),
    ("places apart", -553),
    ("matched already", -1_188),
    ("both at the head", 1_047),
    ("names alone", 755),
    ("rare names in common", -592),
    ("rare words in common", 329),
];
/// The least sum of a reworded statement: a probability of .33 (benches/constants.md).
const THRESHOLD: i64 = 3_139_460;

/// The probability at the threshold (benches/constants.md).
const AT_THRESHOLD: f64 = 0.33;

/// Returns the probability that two sentences make the same statement, from their margin over the threshold.
pub(super) fn chance(margin: i64) -> f64 {
    let sum = margin as f64 / (1024.0 * 1024.0) + (AT_THRESHOLD / (1.0 - AT_THRESHOLD)).ln();
    1.0 / (1.0 + (-sum).exp())
}

/// Returns an upper bound of the margin of two sentences whose names, quotations and denials are not examined yet: these features are 0, and
/// none of them can raise the sum.
pub(super) fn at_most(features: &Features) -> i64 {
    debug_assert!([LACKING, QUOTED, DENIED].iter().all(|at| COEFFICIENTS[*at].1 <= 0));
    verdict(features)
}

/// Returns the margin of two sentences with these features over the threshold.
pub(super) fn verdict(features: &Features) -> i64 {
    COEFFICIENTS.iter().zip(features).map(|((_, counts), feature)| counts * feature).sum::<i64>() - THRESHOLD
}
