//! Quotations in a paragraph: what is between quotation marks.
//!
//! Each opening mark is paired with the nearest closing mark of its kind in the same paragraph. A mark that is never closed opens nothing,
//! so a forgotten mark has no effect further on; but if the next paragraph begins with the same mark, the quotation runs on there, as printers
//! set it, and this one has it to its end. A curly double mark and a straight one are a pair (`“It is late," he said`) if nothing else
//! closes the first, or only a mark that belongs to a later opening one. `assets/quotation-marks.txt` lists the marks and the dashes of speech.
//! Single straight marks are ignored, because most are apostrophes.

use std::ops::Range;
use std::sync::LazyLock;

use super::span::Span;

/// Finds the quotations inside `within`, a paragraph, in order, each with its marks. Nested quotations are part of the outer one.
///
/// Takes time linear in the length.
pub fn quotations(text: &str, within: Span) -> Vec<Span> {
    let slice = within.of(text);
    // All marks but `"` take more than one byte.
    if slice.bytes().all(|byte| byte.is_ascii() && byte != b'"') {
        return Vec::new();
    }
    let speech = spoken(slice);
    if !speech.is_empty() {
        return speech.into_iter().map(|(from, to)| Span::new(within.start() + from, within.start() + to)).collect();
    }
    let mut found = Vec::new();
    let mut never_closed = Vec::new();
    // The nearest closing mark that was found for each opening one: it stays the nearest until it is passed.
    let mut closed: Vec<(char, usize)> = Vec::new();
    let mut at = 0;
    while let Some((start, mark)) = slice[at..].char_indices().find(|(_, c)| is_mark(*c)) {
        let (start, after) = (at + start, at + start + mark.len_utf8());
        at = after;
        if !opens(slice, start, mark) {
            continue;
        }
        let known = closed.iter().find(|(of, end)| *of == mark && *end > after).map(|(_, end)| *end);
        let end = if never_closed.contains(&mark) { None } else { known.or_else(|| closing(slice, after, mark)) };
        if let Some(end) = end.filter(|_| known.is_none()) {
            closed.retain(|(of, _)| *of != mark);
            closed.push((mark, end));
        }
        if end.is_none() && !never_closed.contains(&mark) {
            never_closed.push(mark);
        }
        let mixed = || mixed(slice, after, mark);
        let end = end.filter(|end| mixed().is_none_or(|near| !reopens(slice, near..*end, mark))).or_else(mixed);
        if let Some(end) = end {
            found.push(Span::new(within.start() + start, within.start() + end));
            at = end;
        } else if runs_on(text, within.end(), mark) {
            found.push(Span::new(within.start() + start, within.start() + slice.trim_end().len()));
            break;
        }
    }
    found
}

/// The quotation marks and the dashes of speech.
#[derive(Debug, Default)]
struct QuotationMarks {
    /// Each opening mark with the marks that close it.
    pairs: Vec<(char, Vec<char>)>,
    dashes: Vec<char>,
}

static MARKS: LazyLock<QuotationMarks> = LazyLock::new(|| {
    let mut marks = QuotationMarks::default();
    for line in include_str!("../../assets/quotation-marks.txt").lines().filter(|line| !line.starts_with('#')) {
        let words: Vec<&str> = line.split_ascii_whitespace().collect();
        let single = |word: &&&str| word.chars().count() == 1 && !word.starts_with(char::is_alphabetic);
        let chars: Vec<char> =
            words.iter().skip_while(|word| **word == "dash").take_while(single).flat_map(|word| word.chars()).collect();
        match (words.first(), chars.as_slice()) {
            (Some(&"dash"), dashes) => marks.dashes.extend(dashes),
            (_, [opening, closing @ ..]) if !closing.is_empty() => marks.pairs.push((*opening, closing.to_vec())),
            _ => {}
        }
    }
    marks
});

fn is_mark(c: char) -> bool {
    (c == '"' || c >= '«') && !closers(c).is_empty()
}

/// Returns the marks that close what `mark` opens.
fn closers(mark: char) -> &'static [char] {
    MARKS.pairs.iter().find(|(opening, _)| *opening == mark).map_or(&[], |(_, closing)| closing.as_slice())
}

/// Whether the next paragraph begins with the double mark that opened a quotation.
fn runs_on(text: &str, end: usize, mark: char) -> bool {
    let next = text.get(end..).unwrap_or_default().trim_start();
    matches!(mark, '“' | '"' | '„' | '«' | '»') && next.starts_with(mark)
}

/// Finds the speech in a paragraph that begins with a dash, `— It is late, — he said. — Let us go.`: every other part between its dashes.
/// With a single dash it may be a list item, so there must be a second one after punctuation.
fn spoken(slice: &str) -> Vec<(usize, usize)> {
    let start = slice.len() - slice.trim_start().len();
    let Some(dash) = slice[start..].chars().next().filter(|c| MARKS.dashes.contains(c)) else { return Vec::new() };
    let mut turns = vec![start + dash.len_utf8()];
    for (at, c) in slice.char_indices().skip_while(|(at, _)| *at <= start) {
        // A dash that ends speech has a space on one side.
        let before = slice[..at].trim_end();
        let marked = before.ends_with([',', '.', '!', '?', '…', ':', ';']);
        let told = turns.len() % 2 == 0;
        let behind = slice[at + c.len_utf8()..].chars().next();
        let free =
            |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?'));
        let spaced = slice[..at].ends_with(char::is_whitespace) || free(behind);
        if c == dash && spaced && (marked || told || behind.is_some_and(char::is_lowercase)) {
            turns.push(at);
        }
    }
    if turns.len() < 2 {
        return Vec::new();
    }
    let ends = |at: usize| turns.get(at + 1).copied().unwrap_or(slice.len());
    let speech = (0..turns.len()).step_by(2).map(|at| (turns[at], ends(at)));
    speech.map(|(from, to)| trimmed(slice, from, to, dash)).filter(|(from, to)| from < to).collect()
}

fn trimmed(slice: &str, from: usize, to: usize, dash: char) -> (usize, usize) {
    let inside = &slice[from..to];
    let bare =
        inside.trim_start_matches(|c: char| c == dash || c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':'));
    (from + inside.len() - bare.len(), from + inside.len() - bare.len() + bare.trim_end().len())
}

/// Whether a mark opens a quotation. Marks that can also close one open it only at the start of a word.
fn opens(text: &str, at: usize, mark: char) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + mark.len_utf8()..].chars().next();
    let begins = before.is_none_or(|c| !c.is_alphanumeric()) && after.is_some_and(|c| !c.is_whitespace());
    match mark {
        '"' | '”' | '»' | '›' | '‘' | '＂' | '″' | '״' => begins,
        _ => true,
    }
}

/// Returns the end of the nearest mark that closes what `mark` opened. A `’` inside a word is an apostrophe.
fn closing(text: &str, from: usize, mark: char) -> Option<usize> {
    let closers = closers(mark);
    let closes = |at: usize, c: char| {
        let after = text[at + c.len_utf8()..].chars().next();
        closers.contains(&c) && !(matches!(c, '’' | '‘') && after.is_some_and(char::is_alphanumeric))
    };
    let mut later = text[from..].char_indices().map(|(at, c)| (from + at, c));
    later.find(|(at, c)| closes(*at, *c)).map(|(at, c)| at + c.len_utf8())
}

/// Whether another quotation is opened in this range: by `mark`, or, where the one before it was closed behind punctuation, by another
/// double mark: `“It is late," he said. "Let us go.”`
fn reopens(text: &str, within: Range<usize>, mark: char) -> bool {
    let inside = text.get(within.clone()).unwrap_or_default();
    let before = text[..within.start].trim_end_matches(DOUBLE);
    let closed = before.ends_with([',', '.', '!', '?', '…']);
    let opening = |c: char| c == mark || closed && c != '”' && DOUBLE.contains(&c);
    inside.char_indices().any(|(at, c)| opening(c) && opens(text, within.start + at, c))
}

/// Double marks of which a typist mixes the curly and the straight ones.
const DOUBLE: [char; 3] = ['“', '”', '"'];

/// Returns the end of the next double mark if it closes, and is straight where `mark` is curly, or the other way round.
fn mixed(text: &str, from: usize, mark: char) -> Option<usize> {
    let closer = match mark {
        '“' => '"',
        '"' => '”',
        _ => return None,
    };
    let (at, next) = text.get(from..)?.char_indices().find(|(_, c)| DOUBLE.contains(c))?;
    let (at, end) = (from + at, from + at + next.len_utf8());
    let before = text[..at].chars().next_back();
    let after = text[end..].chars().next();
    let closes = before.is_some_and(|c| !c.is_whitespace()) && after.is_none_or(|c| !c.is_alphanumeric());
    (next == closer && closes).then_some(end)
}
