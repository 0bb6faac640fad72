//! Words that a line broke before the lines were joined: `con- tinues`.

use super::fold::is_hyphen;

/// Whether `gap`, what stands between two words, is what such a break leaves: a hyphen after the one, then white space.
///
/// Whether they are one word (`con- tinues`) or not (`pre- and post-war`) only another text can tell that has it whole.
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
