//! Diacritics: accents, vowel points and other marks that stand on a letter.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;
use unicode_normalization::UnicodeNormalization;

/// The nonspacing marks, as Unicode counts them.
static NONSPACING: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\p{Mn}+").ok());

/// A text without its nonspacing marks, its letters taken apart from them (NFD). Linear.
pub fn without_diacritics(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let parted: String = text.nfd().collect();
    match NONSPACING.as_ref().map(|marks| marks.replace_all(&parted, "")) {
        Some(Cow::Owned(bare)) => Cow::Owned(bare),
        _ => Cow::Owned(parted),
    }
}
