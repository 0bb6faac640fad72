//! Diacritics: accents, vowel points and other marks on a letter.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;
use unicode_normalization::UnicodeNormalization;

/// The nonspacing marks of Unicode.
static NONSPACING: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\p{Mn}+").ok());

/// Returns a text decomposed (NFD) and without its nonspacing marks. Takes linear time.
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
