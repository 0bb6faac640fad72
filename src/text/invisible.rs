//! Invisible characters: they neither separate words nor change them.

/// Whether a character is invisible by default (Unicode 16.0, `Default_Ignorable_Code_Point`).
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Returns the length of the invisible characters at the start.
pub(super) fn invisible_len(text: &str) -> usize {
    // All of them take at least two bytes.
    match text.as_bytes() {
        [first, ..] if !first.is_ascii() => text.find(|c| !is_invisible(c)).unwrap_or(text.len()),
        _ => 0,
    }
}
