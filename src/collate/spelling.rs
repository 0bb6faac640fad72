//! Spellings of one set: two names that only one side each has, nearly alike, where the other side has the other.
//!
//! Transliterations differ from outlet to outlet (`Orvanna`, `Orvana`). The set itself tells: where a word is put for another that is
//! nearly the same, and neither stands anywhere in the other article, they are one word spelled twice.

/// Letters from which on one letter may differ, and from which on two.
const ONE: usize = 5;
const TWO: usize = 8;

/// Tells whether two words are so nearly alike that they may be one word spelled twice. Numbers never are.
pub(super) fn nearly_alike(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    let letters = a.chars().count().min(b.chars().count());
    let most = match letters {
        0..ONE => return false,
        ONE..TWO => 1,
        _ => 2,
    };
    let plain = |word: &str| word.chars().all(char::is_alphabetic);
    plain(&a) && plain(&b) && a.chars().next() == b.chars().next() && strsim::levenshtein(&a, &b) <= most
}
