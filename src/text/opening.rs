//! Decoration at the start of a paragraph: the mark of a list item, of a heading, of quoted mail.

use super::span::Span;

/// The decoration that opens a paragraph.
pub(super) struct Opening {
    /// Its length in bytes.
    pub len: usize,
    /// The length of a Markdown check box after it: `[ ]`, `[x]`.
    pub check_box: usize,
}

/// Finds the decoration at the start of a paragraph. Takes time linear in its length.
pub(super) fn opening(text: &str) -> Opening {
    let mut rest = text;
    loop {
        let trimmed = rest.trim_start();
        let taken = mark_len(trimmed);
        rest = &trimmed[taken..];
        if taken == 0 {
            break;
        }
    }
    let boxed = ["[ ]", "[x]", "[X]"].into_iter().find_map(|mark| rest.strip_prefix(mark));
    let check_box = boxed.filter(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace)).map_or(0, |_| 3);
    Opening { len: text.len() - rest.len(), check_box }
}

/// Whether the first line of a paragraph quotes mail.
pub fn begins_quoted_line(text: &str, start: usize) -> bool {
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    text[line..].trim_start_matches([' ', '\t']).starts_with('>')
}

/// Returns the length of the leading mark: of quoted mail, a heading or a list item.
fn mark_len(text: &str) -> usize {
    let Some(mark) = text.chars().next() else { return 0 };
    let rest = &text[mark.len_utf8()..];
    let spaced = rest.starts_with(char::is_whitespace);
    match mark {
        '>' if !rest.starts_with(char::is_numeric) && !rest.starts_with(['=', '-']) => 1,
        '#' => match text.trim_start_matches('#') {
            rest if text.len() - rest.len() <= 6 && rest.starts_with(' ') => text.len() - rest.len(),
            _ => 0,
        },
        // A repeated symbol counts: `★ ★ ☆`.
        mark if is_bullet(mark) && spaced && !rest.trim_start().starts_with([mark, '☆']) => mark.len_utf8(),
        _ => 0,
    }
}

/// Whether `mark`, with a space after it, marks list items.
fn is_bullet(mark: char) -> bool {
    matches!(
        mark,
        '-' | '*'
            | '+'
            | '–'
            | '—'
            | '−'
            | '•'
            | '·'
            | '‣'
            | '⁃'
            | '»'
            | '→'
            | '➔'
            | '➜'
            | '➤'
            | '➢'
            | '⇒'
            | '⟶'
    ) || matches!(mark, '■'..='◿' | '★' | '☆' | '✦' | '✧' | '❖' | '✱' | '✲' | '⬤' | '⚫' | '⚪')
}

/// Whether `within` begins at the start of a line.
pub(super) fn begins_line(text: &str, within: Span) -> bool {
    let before = text[..within.start()].trim_end_matches([' ', '\t', '\u{a0}', '\u{feff}']);
    before.is_empty() || before.ends_with(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'])
}
