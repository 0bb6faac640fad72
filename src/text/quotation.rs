//! Quotations of a paragraph: what stands between quotation marks.
//!
//! Each opening mark goes with the nearest closing mark of its kind in the same paragraph; one that is never closed opens nothing, so that
//! a forgotten mark changes nothing further on. Single straight marks are apostrophes too often to be taken for any.

use super::span::Span;

/// Finds the quotations inside `within`, a paragraph, in order, each with its marks; what stands inside another is part of that one.
///
/// Takes time linear in the length.
pub fn quotations(text: &str, within: Span) -> Vec<Span> {
    let slice = within.of(text);
    // All marks but `"` are more than a byte long.
    if slice.bytes().all(|byte| byte.is_ascii() && byte != b'"') {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut never_closed = Vec::new();
    let mut at = 0;
    while let Some((start, mark)) = slice[at..].char_indices().find(|(_, c)| is_mark(*c)) {
        let (start, after) = (at + start, at + start + mark.len_utf8());
        at = after;
        if never_closed.contains(&mark) || !opens(slice, start, mark) {
            continue;
        }
        match closing(slice, after, mark) {
            Some(end) => {
                found.push(Span::new(within.start() + start, within.start() + end));
                at = end;
            }
            None => never_closed.push(mark),
        }
    }
    found
}

fn is_mark(c: char) -> bool {
    !closers(c).is_empty()
}

/// Gives the marks that close what `mark` opens.
fn closers(mark: char) -> &'static [char] {
    match mark {
        '"' => &['"'],
        '“' | '”' => &['”'],
        '„' => &['“', '”'],
        '‘' => &['’'],
        '‚' => &['‘', '’'],
        '«' => &['»'],
        '»' => &['«', '»'],
        '‹' => &['›'],
        '›' => &['‹', '›'],
        '「' => &['」'],
        '『' => &['』'],
        _ => &[],
    }
}

/// Tells whether a mark opens something: marks that may close as well do so only where a word begins.
fn opens(text: &str, at: usize, mark: char) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + mark.len_utf8()..].chars().next();
    let begins = before.is_none_or(|c| !c.is_alphanumeric()) && after.is_some_and(|c| !c.is_whitespace());
    match mark {
        '"' | '”' | '»' | '›' | '‘' => begins,
        _ => true,
    }
}

/// Gives the end of the nearest mark that closes what `mark` opened; a `’` inside a word is an apostrophe.
fn closing(text: &str, from: usize, mark: char) -> Option<usize> {
    let closers = closers(mark);
    let closes = |at: usize, c: char| {
        let after = text[at + c.len_utf8()..].chars().next();
        closers.contains(&c) && !(matches!(c, '’' | '‘') && after.is_some_and(char::is_alphanumeric))
    };
    let mut later = text[from..].char_indices().map(|(at, c)| (from + at, c));
    later.find(|(at, c)| closes(*at, *c)).map(|(at, c)| at + c.len_utf8())
}
