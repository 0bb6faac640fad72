//! Makes control characters visible, so that none of an article or a file name reaches the terminal.

use std::borrow::Cow;

/// Replaces each character that a terminal would obey rather than show.
///
/// ASCII controls become their pictures (`␛`, `␊`, `␡`), line breaks and tabs too, because the result is one line. Other controls and
/// the marks that change the direction of writing become U+FFFD.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| sign(c).is_some()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| sign(c).unwrap_or(c)).collect())
}

/// Whether a character is an invisible command: an ASCII or ISO 6429 control, or one that changes the direction of writing. JSON and TOML
/// output escapes them.
pub fn is_unseen_command(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn sign(c: char) -> Option<char> {
    match c {
        '\0'..='\x1f' => char::from_u32(0x2400 + c as u32),
        '\x7f' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(char::REPLACEMENT_CHARACTER),
        _ => None,
    }
}
