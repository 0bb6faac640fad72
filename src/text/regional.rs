//! Regional spelling, such as British and American.
//!
//! The words come from a list (`assets/regional.txt`, which names its source) and are never guessed from their endings. All spellings of
//! a word have the same key. What was written is always shown.

use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::word_key::{Key, hash};

const LIST: &str = include_str!("../../assets/regional.txt");

/// The size of the filter in bits, a power of two. With 9,000 words, one in fifteen other words passes it, and it fits in the cache (chosen).
const BITS: usize = 1 << 17;

/// The number of words for which room is reserved (a limit).
const ROOM: usize = 12_000;

/// The list, prepared for lookup.
struct Families {
    sieve: Vec<u64>,
    /// The index of the first word of its family, which represents all the others.
    first: FxHashMap<Key, u32>,
}

static FAMILIES: LazyLock<Families> = LazyLock::new(|| {
    let first = FxHashMap::with_capacity_and_hasher(ROOM, FxBuildHasher);
    let mut families = Families { sieve: vec![0; BITS / 64], first };
    let mut at = 0;
    for line in LIST.split_inclusive('\n') {
        let others = if line.starts_with('#') { "" } else { line };
        for other in others.trim_end().split(' ').skip(1) {
            let key = hash(other.as_bytes());
            families.first.insert(key, at);
            families.sieve[place(key) / 64] |= 1 << (place(key) % 64);
        }
        at += line.len() as u32;
    }
    families
});

/// Returns the families of the list.
#[cfg(test)]
pub(super) fn lines() -> impl Iterator<Item = std::str::SplitAsciiWhitespace<'static>> {
    LIST.lines().filter(|line| !line.starts_with('#')).map(str::split_ascii_whitespace)
}

fn place(key: Key) -> usize {
    (key.0 >> 40) as usize % BITS
}

fn look_up(key: Key) -> Option<&'static str> {
    let families = &*FAMILIES;
    let may_be = families.sieve[place(key) / 64] >> (place(key) % 64) & 1 == 1;
    let at = may_be.then(|| families.first.get(&key)).flatten()?;
    LIST.get(*at as usize..)?.split_ascii_whitespace().next()
}

/// Returns the key of the word that represents the family of this key.
pub(super) fn regional_key(key: Key) -> Key {
    look_up(key).map_or(key, |first| hash(first.as_bytes()))
}

/// Returns the word that represents the family of a folded word, if it is a different one.
pub(super) fn regional(word: &str) -> Option<&'static str> {
    look_up(hash(word.as_bytes()))
}
