//! The quoted parts of a paragraph, in which others speak rather than the outlet.

use crate::text::Span;

/// Finds the quoted parts of `text`, which begins at `start`. A quotation that is never closed goes to the end.
///
/// Single marks are ignored, because they look like apostrophes.
pub fn quoted(text: &str, start: usize) -> Vec<Span> {
    let mut found = Vec::new();
    let mut opened: Option<usize> = None;
    for (at, c) in text.char_indices() {
        let turns = match c {
            '"' | '“' | '»' | '«' => true,
            '„' | '「' | '『' => opened.is_none(),
            '”' | '」' | '』' => opened.is_some(),
            _ => false,
        };
        if !turns {
            continue;
        }
        match opened.take() {
            Some(from) => found.push(Span::new(start + from, start + at + c.len_utf8())),
            None => opened = Some(at),
        }
    }
    found.extend(opened.map(|from| Span::new(start + from, start + text.len())));
    found
}
