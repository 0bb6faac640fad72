//! The identity of a text: places found in one text mean nothing in another.

use std::hash::Hasher;

use rustc_hash::FxHasher;

/// The identity of a text. What was found in a text also holds for any other text with the same identity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TextId {
    length: usize,
    hash: u64,
}

impl TextId {
    /// Returns the identity of a text. Takes linear time.
    pub fn of(text: &str) -> Self {
        let mut hasher = FxHasher::default();
        hasher.write(text.as_bytes());
        Self { length: text.len(), hash: hasher.finish() }
    }
}
