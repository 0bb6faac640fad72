//! Many wordings looked up at once: which of them stand at this place? Signs (`©`, `→`) do not count.
//!
//! A tree of words, one step a word. Thousands of rules that begin alike cost a place no more than one of them does, for
//! the price of an entry for each word of each rule.

use rustc_hash::FxHashMap;

use crate::text::{Key, Token};

/// Leaves out the signs at the end.
pub fn without_last_signs(words: &[Token]) -> &[Token] {
    let len = words.iter().rposition(|word| !word.key.is_sign()).map_or(0, |last| last + 1);
    words.get(..len).unwrap_or_default()
}

/// Word sequences, each with a number.
#[derive(Debug)]
pub struct Wordings {
    steps: FxHashMap<(usize, Key), usize>,
    ends: Vec<Vec<usize>>,
}

impl Wordings {
    /// Makes an empty collection.
    pub fn new() -> Self {
        Self { steps: FxHashMap::default(), ends: vec![Vec::new()] }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Takes in a wording under `number`; one without words is left out.
    pub fn add(&mut self, words: &[Token], number: usize) {
        let mut node = 0;
        for word in words.iter().filter(|word| !word.key.is_sign()) {
            let fresh = self.ends.len();
            node = *self.steps.entry((node, word.key)).or_insert(fresh);
            if node == fresh {
                self.ends.push(Vec::new());
            }
        }
        if let Some(numbers) = self.ends.get_mut(node).filter(|_| node > 0) {
            numbers.push(number);
        }
    }

    /// The wordings that `words` begins with, shortest first, each as its number and its length in words.
    ///
    /// Looks at no more words than the longest wording that fits has, and one.
    pub fn beginning(&self, words: &[Token]) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut node = 0;
        for (before, word) in words.iter().enumerate().filter(|(_, word)| !word.key.is_sign()) {
            let Some(&next) = self.steps.get(&(node, word.key)) else { break };
            node = next;
            let numbers = self.ends.get(node).map_or(&[][..], Vec::as_slice);
            found.extend(numbers.iter().map(|&number| (number, before + 1)));
        }
        found
    }
}
