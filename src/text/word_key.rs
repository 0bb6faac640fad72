//! The keys by which words are compared.

use std::hash::Hasher;

use rustc_hash::FxHasher;

/// The key by which words are compared: a 64-bit hash of the folded word, the same on all machines of one byte order. The key of a symbol
/// fits in 32 bits, that of a word never does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub u64);

impl Key {
    /// Whether the word is a symbol, without letters and digits.
    pub fn is_sign(self) -> bool {
        self.0 >> 32 == 0
    }
}

/// Returns the key of a folded word.
pub(super) fn hash(folded: &[u8]) -> Key {
    let mut hasher = FxHasher::default();
    hasher.write(folded);
    let hash = hasher.finish();
    Key(if hash >> 32 == 0 { hash | 1 << 63 } else { hash })
}
