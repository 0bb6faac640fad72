//! Keys: what words are compared by.

use std::hash::Hasher;

use rustc_hash::FxHasher;

/// The key by which words are compared: a 64-bit hash of the folded word, the same on every machine of one word order. Of a sign it is
/// 32 bits wide, of a word never.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub u64);

impl Key {
    /// Whether the word is a sign, without letters and digits.
    pub fn is_sign(self) -> bool {
        self.0 >> 32 == 0
    }
}

/// The key of what is folded already.
pub(super) fn hash(folded: &[u8]) -> Key {
    let mut hasher = FxHasher::default();
    hasher.write(folded);
    let hash = hasher.finish();
    Key(if hash >> 32 == 0 { hash | 1 << 63 } else { hash })
}
