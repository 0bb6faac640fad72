//! Finds which of many wordings are at a place. Symbols (`©`, `→`) do not count.
//!
//! This is a trie with one step per word. Thousands of rules with the same beginning cost no more time than one of them; each word of each
//! rule takes one entry.

use rustc_hash::FxHashMap;

use crate::text::{Key, Token};

/// Drops trailing symbols.
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

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Adds a wording as `number`. One without words is ignored.
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

    /// Returns the wordings that `words` begins with, shortest first, each as its number and its length in words.
    ///
    /// Looks at one word more than the longest wording that matches, at most.
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
