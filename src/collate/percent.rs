//! Percentages that add up.

use super::collation::{Class, Coverage};

/// The shares of a witness's words that stand in the other, in whole percent: the classes sum to the total.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Percents {
    /// All classes together, rounded down: 100 means every word.
    pub total: usize,
    classes: [usize; 3],
}

impl Percents {
    /// The share of one class.
    pub fn of(self, class: Class) -> usize {
        self.classes[class as usize]
    }
}

/// Parts a coverage by the largest remainder, so that the classes sum to the total; equal remainders go to the more alike class.
pub fn percents(coverage: Coverage) -> Percents {
    if coverage.words == 0 {
        return Percents::default();
    }
    let total = coverage.percent(coverage.shared());
    let hundredfold = Class::ALL.map(|class| coverage.of(class) * 100);
    let mut classes = hundredfold.map(|words| words / coverage.words);
    let mut order = [0, 1, 2];
    order.sort_by_key(|&class| std::cmp::Reverse(hundredfold[class] % coverage.words));
    let short = total.saturating_sub(classes.iter().sum());
    for &class in order.iter().take(short) {
        classes[class] += 1;
    }
    Percents { total, classes }
}

/// Writes a percentage of so many words; what is there but less than one is not called nothing.
pub fn share(percent: usize, words: usize) -> String {
    if percent == 0 && words > 0 { "<1".to_owned() } else { percent.to_string() }
}
