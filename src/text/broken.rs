//! Words that were hyphenated at a line end before the lines were joined: `con- tinues`.

use super::fold::is_hyphen;

/// Whether `gap`, the text between two words, is what such a break leaves: a hyphen, then white space.
///
/// Whether the two are one word (`con- tinues`) or not (`pre- and post-war`) is known only from another text that has the word whole.
pub fn breaks_word(gap: &str) -> bool {
    let rest = gap.strip_prefix(|c| is_hyphen(c) || matches!(c, '\u{ad}' | '¬'));
    rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::breaks_word;

    #[test]
    fn a_hyphen_and_white_space_break_a_word() {
        for gap in ["- ", "-\n  ", "¬ ", "\u{ad} ", "‐\u{a0}"] {
            assert!(breaks_word(gap), "{gap:?}");
        }
        for gap in ["", "-", " ", " - ", "-- ", "-, ", "– "] {
            assert!(!breaks_word(gap), "{gap:?}");
        }
    }
}
