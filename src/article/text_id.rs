//! The identity of a text: what was found in one text means nothing in another.

use std::hash::Hasher;

use rustc_hash::FxHasher;

/// Tells texts apart. Places in a text, and all that is found in it, are places in any other of the same identity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TextId {
    length: usize,
    hash: u64,
}

impl TextId {
    /// The identity of a text. Linear.
    pub fn of(text: &str) -> Self {
        let mut hasher = FxHasher::default();
        hasher.write(text.as_bytes());
        Self { length: text.len(), hash: hasher.finish() }
    }
}
