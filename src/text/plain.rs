//! A text folded for searching, with a map back to the original places.
//!
//! Case, accents, the points of Hebrew and Arabic, the style of quotes and dashes, hyphens inside words and line breaks do not count. A
//! query matches inside words too.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::breaks::{break_len, gap};
use super::invisible::is_invisible;
use super::span::Span;

/// A folded text. Takes linear time to make.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plain {
    text: String,
    /// Folded places with their original places, wherever the offset between the two changes.
    steps: Vec<(u32, u32)>,
}

impl Plain {
    /// Folds a text. White space becomes one space, a line break between paragraphs, or nothing where a line was broken in a script
    /// without spaces.
    pub fn of(text: &str) -> Self {
        let mut plain = Self { text: String::with_capacity(text.len()), steps: Vec::new() };
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            at += plain.take(text, at, c);
        }
        plain
    }

    /// Returns the folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Finds a folded query in `original`, the text this was made from. Hits are in order and do not overlap. An empty query has none.
    pub fn hits<'a>(&'a self, original: &'a str, query: &'a Plain) -> impl Iterator<Item = Span> + 'a {
        let wanted = query.text.trim();
        let found = (!wanted.is_empty()).then(|| self.text.match_indices(wanted)).into_iter().flatten();
        found.map(|(at, hit)| self.span(original, at..at + hit.len()))
    }

    /// Returns the original span of a folded span; it begins and ends on character boundaries.
    fn span(&self, original: &str, folded: Range<usize>) -> Span {
        let last = self.text[..folded.end].char_indices().next_back().map_or(folded.start, |(at, _)| at);
        let (start, end) = (floor(original, self.origin(folded.start)), floor(original, self.origin(last)));
        let wide = original[end..].chars().next().map_or(0, char::len_utf8);
        Span::new(start, end + wide)
    }

    fn origin(&self, folded: usize) -> usize {
        let after = self.steps.partition_point(|(at, _)| *at as usize <= folded);
        let step = after.checked_sub(1).and_then(|before| self.steps.get(before));
        step.map_or(folded, |(at, origin)| *origin as usize + folded - *at as usize)
    }

    /// Folds the character at `at` and returns how many bytes were consumed.
    fn take(&mut self, text: &str, at: usize, c: char) -> usize {
        if c.is_ascii_alphanumeric() {
            self.put(at, c.to_ascii_lowercase());
            return 1;
        }
        if c.is_whitespace() {
            let rest = text[at..].trim_start();
            let blank = &text[at..text.len() - rest.len()];
            let broken = break_len(text, at);
            let joins = || gap(text[..at].chars().next_back(), text[at + broken..].chars().next()).is_empty();
            match blank.matches('\n').count() {
                2.. => self.put(at, '\n'),
                _ if broken > 0 && joins() => {}
                _ => self.put(at, ' '),
            }
            return blank.len().max(broken);
        }
        if matches!(c, '-' | '‐' | '\u{2011}') {
            let joined = self.joined(&text[at + c.len_utf8()..]);
            if joined.is_none() {
                self.put(at, '-');
            }
            return c.len_utf8() + joined.unwrap_or(0);
        }
        self.fold(at, c);
        c.len_utf8()
    }

    /// Returns the number of bytes of white space after a hyphen that joins two parts of one word, if it does.
    fn joined(&self, after: &str) -> Option<usize> {
        let before = self.text.chars().next_back().filter(|c| c.is_alphanumeric())?;
        let wrapped = after.starts_with(['\n', '\r']);
        let rest = if wrapped { after.trim_start() } else { after };
        let next = rest.chars().next().filter(|c| c.is_alphanumeric())?;
        let blank = after.len() - rest.len();
        let apart = before.is_numeric() && next.is_numeric() || after[..blank].matches('\n').count() > 1;
        (!apart).then_some(blank)
    }

    fn fold(&mut self, at: usize, c: char) {
        match c {
            '‘' | '’' | '‚' | '‛' | 'ʼ' | '′' | '`' | '´' | '＇' => self.put(at, '\''),
            '“' | '”' | '„' | '‟' | '″' | '«' | '»' | '＂' => self.put(at, '"'),
            '–' | '—' | '―' | '−' | '‒' => self.put(at, '-'),
            c if is_invisible(c) => {}
            'ß' | 'ẞ' => ['s', 's'].into_iter().for_each(|c| self.put(at, c)),
            c if c.is_ascii() => self.put(at, c),
            c => {
                let folded = c.nfkd().filter(|c| !is_accent(*c)).flat_map(char::to_lowercase);
                folded.for_each(|c| self.put(at, if c == 'ς' { 'σ' } else { c }));
            }
        }
    }

    /// Appends a character that came from `origin`.
    fn put(&mut self, origin: usize, c: char) {
        let at = self.text.len();
        if self.origin_of_end(at) != origin {
            self.steps.push((at as u32, origin as u32));
        }
        self.text.push(c);
    }

    fn origin_of_end(&self, at: usize) -> usize {
        self.steps.last().map_or(at, |(folded, origin)| *origin as usize + at - *folded as usize)
    }
}

/// Whether `c` is an accent, or a point of Hebrew or Arabic.
fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}'
        | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}')
}

fn floor(text: &str, place: usize) -> usize {
    let place = place.min(text.len());
    (0..=place).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
