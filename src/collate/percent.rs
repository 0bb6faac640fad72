//! Percentages that add up.

use super::collation::{Class, Coverage};

/// The share of a witness's words that match the other, in whole percent. The classes add up to the total.
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

/// Splits a coverage by the largest remainder, so that the classes add up to the total. Equal remainders go to the more similar class.
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

/// Returns a percentage as text. Words that are less than one percent are `<1`, not 0.
pub fn share(percent: usize, words: usize) -> String {
    if percent == 0 && words > 0 { "<1".to_owned() } else { percent.to_string() }
}
