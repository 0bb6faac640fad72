//! The program's own marks, drawn as they are or, with `--ascii`, in ASCII.
//!
//! Each mark becomes one ASCII character, so that no layout changes. Only what ibid itself draws goes through here, never the text of an
//! article. The setting is global, because marks are drawn in many places and on many threads, and it is set once.

use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};

static ASCII: AtomicBool = AtomicBool::new(false);

/// Switches to ASCII for the rest of the run.
pub fn draw_in_ascii() {
    ASCII.store(true, Ordering::Relaxed);
}

/// Whether the program draws in ASCII.
pub fn is_ascii() -> bool {
    ASCII.load(Ordering::Relaxed)
}

/// Returns a mark, or words of the program, as they are drawn.
pub fn sign(words: &str) -> Cow<'_, str> {
    if is_ascii() { in_ascii(words) } else { Cow::Borrowed(words) }
}

/// Replaces each mark with an ASCII character.
fn in_ascii(words: &str) -> Cow<'_, str> {
    if words.is_ascii() {
        return Cow::Borrowed(words);
    }
    // Work in progress is shown with an ellipsis after a space.
    let (words, end) = words.strip_suffix(" …").map_or((words, ""), |before| (before, ".."));
    let marks: Vec<char> = words.chars().collect();
    let is_space = |at: Option<usize>| at.and_then(|at| marks.get(at)).is_some_and(|mark| *mark == ' ');
    let written = marks.iter().enumerate().map(|(at, mark)| match mark {
        '·' if is_space(at.checked_sub(1)) && is_space(Some(at + 1)) && !is_space(at.checked_sub(2)) => '|',
        other => letter(*other),
    });
    Cow::Owned(written.chain(end.chars()).collect())
}

/// Returns the ASCII character for a mark. Other characters are unchanged.
fn letter(mark: char) -> char {
    match mark {
        '│' | '┃' | '▏' => '|',
        '╏' => '~',
        '≈' | '┊' | '━' | '▓' => '=',
        '⇄' | '×' => 'x',
        '⋯' => '_',
        '…' => '*',
        '▸' | '→' => '>',
        '›' => ')',
        '‹' | '←' => '<',
        '✓' | '↓' => 'v',
        '†' => '!',
        '‡' => '&',
        '•' => 'o',
        '●' => 'O',
        '○' => 'o',
        '¬' | '↑' => '^',
        '¶' | '█' => '#',
        '↵' => '/',
        '░' => '.',
        '┄' | '┆' => ':',
        '·' | '─' | '–' | '—' | '−' | '▒' => '-',
        '┌' | '┐' | '└' | '┘' | '╭' | '╮' | '╰' | '╯' | '├' | '┤' | '┬' | '┴' | '┼' => '+',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::in_ascii;

    #[test]
    fn each_mark_takes_as_much_room_in_ascii() {
        for (drawn, written) in [
            ("match 1/3 · ¶2 → ¶4 · ✓ reviewed", "match 1/3 | #2 > #4 | v reviewed"),
            ("·", "-"),
            ("reading …", "reading.."),
            ("minutes…draft", "minutes*draft"),
            ("‘date’ − “on”", "'date' - \"on\""),
            ("┃ ╏ ┊ ⋯", "| ~ = _"),
        ] {
            assert_eq!(in_ascii(drawn), written);
            assert_eq!(drawn.chars().count(), in_ascii(drawn).chars().count());
        }
        assert_eq!(in_ascii("渡し船"), "渡し船");
    }
}
