//! Control characters made visible, so that none of an article or a file's name reaches the terminal.

use std::borrow::Cow;

/// Puts a visible sign for each character that would command a terminal instead of being shown.
///
/// The controls of ASCII become their pictures (`␛`, `␊`, `␡`), line breaks and tabs too, for what is shown is one
/// line; the other controls and the marks that turn the direction of writing become U+FFFD.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| sign(c).is_some()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| sign(c).unwrap_or(c)).collect())
}

/// Whether a character commands what shows it and is not seen itself: a control of ASCII or of ISO 6429, or one that turns the
/// direction of writing. What is written as JSON or TOML has it escaped.
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
