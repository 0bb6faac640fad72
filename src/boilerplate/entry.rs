//! A rule in the text of its file: its place, and what is removed with it.

use std::ops::Range;

use super::rule::Rule;

/// A rule and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The rule.
    pub rule: Rule,
    /// From its `[[rule]]` to its last value, in bytes of the file.
    pub place: Range<usize>,
}

/// Returns the bytes of `text` that are removed with the rule at `place`; nothing before `floor`, the end of the previous rule, is.
///
/// Comments directly above or below the rule are removed with it, except for one that opens the file or belongs to the next rule. Comments
/// after a blank line stay. One blank line is removed too, preferably the one before, so that adding and removing a rule leaves no trace;
/// in a file whose last line has no line end, so is the line end that came with the rule.
pub fn cut(text: &str, place: &Range<usize>, floor: usize) -> Range<usize> {
    let floor = if floor == 0 { text.len() - text.trim_start_matches('\u{feff}').len() } else { line_end(text, floor) };
    let head = line_start(text, place.start).max(floor);
    let mut start = above(text, head, floor);
    if start == floor && floor <= '\u{feff}'.len_utf8() {
        start = head;
    }
    let mut end = below(text, line_end(text, place.end));
    let before = line_start(text, start.saturating_sub(1)).max(floor);
    if before < start && is_blank(text, before) {
        start = before;
        if end == text.len() && !text.ends_with('\n') {
            start = without_line_end(text, start);
        }
    } else if start == floor && end < text.len() && is_blank(text, end) {
        end = line_end(text, end);
    }
    start..end
}

/// Returns the start of the comment lines directly above the line at `head`.
fn above(text: &str, head: usize, floor: usize) -> usize {
    let mut start = head;
    while start > floor {
        let before = line_start(text, start - 1).max(floor);
        if !is_comment(text, before) {
            break;
        }
        start = before;
    }
    start
}

/// Returns the end of the comment lines directly below the line that ends at `end`, unless they belong to another rule.
fn below(text: &str, end: usize) -> usize {
    let mut after = end;
    while after < text.len() && is_comment(text, after) {
        after = line_end(text, after);
    }
    if after == text.len() || is_blank(text, after) { after } else { end }
}

fn line_start(text: &str, place: usize) -> usize {
    text.get(..place).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

fn line_end(text: &str, place: usize) -> usize {
    text.get(place..).and_then(|after| after.find('\n')).map_or(text.len(), |newline| place + newline + 1)
}

fn line(text: &str, start: usize) -> &str {
    text.get(start..line_end(text, start)).unwrap_or_default().trim()
}

fn is_blank(text: &str, start: usize) -> bool {
    line(text, start).is_empty()
}

fn is_comment(text: &str, start: usize) -> bool {
    line(text, start).starts_with('#')
}

/// Returns the end of the line that ends at `place`, without its line end.
fn without_line_end(text: &str, place: usize) -> usize {
    let before = text.get(..place).unwrap_or_default();
    let cut = before.strip_suffix('\n').unwrap_or(before);
    cut.strip_suffix('\r').unwrap_or(cut).len()
}
