//! Fuzzy search: texts that match what is typed even if letters are left out.

use std::cmp::Reverse;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// The indexes of the texts that match what is typed, the best first, equally good ones in their order.
pub(in crate::app) fn fuzzy(typed: &str, told: &[String]) -> Vec<usize> {
    let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut room = Vec::new();
    let scored = told.iter().enumerate().filter_map(|(at, text)| {
        let score = pattern.score(Utf32Str::new(text, &mut room), &mut matcher)?;
        Some((Reverse(score), at))
    });
    let mut found: Vec<(Reverse<u32>, usize)> = scored.collect();
    found.sort_unstable();
    found.into_iter().map(|(_, at)| at).collect()
}
