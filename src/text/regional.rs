//! Regional spelling: words that are written in one way here and in another there, as British and American ones are.
//!
//! They are known from a list (`assets/regional.txt`, which names its source), never guessed from how they end. Two words of one
//! family have the same key; what was really written is always shown.

use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::word_key::{Key, hash};

const LIST: &str = include_str!("../../assets/regional.txt");

/// Bits of the sieve, a power of two. Of 9,000 words it lets one other in fifteen pass, and it stays near the processor.
const BITS: usize = 1 << 17;

/// Words for which there is room from the start.
const ROOM: usize = 12_000;

/// The list, made ready.
struct Families {
    sieve: Vec<u64>,
    /// Where the first word of its family stands in the list; it stands for all others.
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

/// The families of the list.
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

/// The key of the word that stands for the one with this key.
pub(super) fn regional_key(key: Key) -> Key {
    look_up(key).map_or(key, |first| hash(first.as_bytes()))
}

/// The word that stands for a folded one, where that is another.
pub(super) fn regional(word: &str) -> Option<&'static str> {
    look_up(hash(word.as_bytes()))
}
