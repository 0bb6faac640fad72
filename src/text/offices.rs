//! Offices and titles, which are part of a name and say nothing beside it, by the table `assets/offices.txt`.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

const TABLE: &str = include_str!("../../assets/offices.txt");

static OFFICES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| offices().map(|(_, word)| word).collect());

/// Whether a word, folded, is an office or a title in one of the languages.
pub fn is_office(word: &str) -> bool {
    OFFICES.contains(word)
}

/// All offices and titles in small letters, each with its language as two letters.
pub fn offices() -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut language = "";
    TABLE.lines().filter(|line| !line.starts_with('#')).flat_map(move |line| {
        let heading = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
        language = heading.unwrap_or(language);
        let words = if heading.is_some() { "" } else { line };
        let of = language;
        words.split_ascii_whitespace().map(move |word| (of, word))
    })
}

#[cfg(test)]
mod tests {
    use super::{is_office, offices};

    #[test]
    fn the_offices_are_in_order() {
        let all: Vec<_> = offices().collect();
        for pair in all.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
            assert!(pair[0].1 < pair[1].1, "{pair:?}");
        }
        assert!(all.iter().all(|(language, _)| language.len() == 2), "{all:?}");
        assert!(all.contains(&("de", "bürgermeisterin")) && all.contains(&("en", "mayor")));
    }

    #[test]
    fn an_office_of_any_language_is_one() {
        assert!(is_office("alcaldesa") && is_office("министр") && !is_office("tower"));
    }
}
