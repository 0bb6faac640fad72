//! Grapheme clusters: the units of a text that are never split.
//!
//! A run of white space with a line break in it is one cluster, because a hard-wrapped text breaks its lines anywhere and indents or quotes
//! the next one. A run without a line break is kept space by space, as its author typed it.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{Span, break_len, breaks_line, gap};

/// A grapheme cluster, or a run of white space with a line break in it.
#[derive(Clone, Copy, Debug)]
pub struct Cluster<'a> {
    /// Its first byte in the text.
    pub start: usize,
    /// Its text.
    pub text: &'a str,
    /// What is shown instead, if it is white space at which a row may end: a space, or nothing for a line break in a script without spaces.
    /// `None` for a no-break space.
    pub space: Option<&'static str>,
}

/// Returns the clusters of `text` inside `span`, in order and without gaps. Takes time linear in the length.
pub fn clusters(text: &str, span: Span) -> Clusters<'_> {
    let span = snapped(text, span);
    let slice = span.of(text);
    Clusters { text, start: span.start(), slice, at: 0, typed: 0 }
}

/// Widens `span` to whole characters and clips it to `text`, so that it can always be read.
pub fn snapped(text: &str, span: Span) -> Span {
    let mut start = span.start().min(text.len());
    let mut end = span.end().min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    Span::new(start, end)
}

/// The iterator of [`clusters`].
#[derive(Clone, Debug)]
pub struct Clusters<'a> {
    text: &'a str,
    start: usize,
    slice: &'a str,
    /// Where the next cluster begins in `slice`.
    at: usize,
    /// Up to here, white space in `slice` is known to have no line break.
    typed: usize,
}

impl<'a> Iterator for Clusters<'a> {
    type Item = Cluster<'a>;

    fn next(&mut self) -> Option<Cluster<'a>> {
        let (at, mut text) = (self.at, grapheme(self.slice, self.at)?);
        let start = self.start + at;
        if let [one] = text.as_bytes()
            && one.is_ascii_graphic()
        {
            self.at += 1;
            return Some(Cluster { start, text, space: None });
        }
        let mut space = is_space(text).then_some(" ");
        if space.is_some() && at >= self.typed {
            (text, space) = self.run(at, text);
        }
        self.at = at + text.len();
        Some(Cluster { start, text, space })
    }
}

/// Returns the grapheme cluster that begins at a cluster border. ASCII characters never combine with each other, and most text is ASCII.
fn grapheme(slice: &str, at: usize) -> Option<&str> {
    let rest = slice.get(at..)?;
    match rest.as_bytes() {
        [one] if is_plain(*one) => rest.get(..1),
        [one, next, ..] if is_plain(*one) && next.is_ascii() => rest.get(..1),
        _ => rest.graphemes(true).next(),
    }
}

fn is_plain(byte: u8) -> bool {
    byte == b' ' || byte.is_ascii_graphic()
}

impl<'a> Clusters<'a> {
    /// Reads the run of white space that begins with `first`: all of it if it has a line break, else `first` alone; with what is shown
    /// instead.
    fn run(&mut self, at: usize, first: &'a str) -> (&'a str, Option<&'static str>) {
        let mut end = at + first.len();
        let mut broken = first.contains(breaks_line);
        while let Some(next) = grapheme(self.slice, end).filter(|next| is_space(next)) {
            end += next.len();
            broken |= next.contains(breaks_line);
        }
        if !broken {
            self.typed = end;
            return (first, Some(" "));
        }
        let quoted = (at + break_len(self.text, self.start + at)).max(end);
        while let Some(mark) = grapheme(self.slice, end).filter(|_| end < quoted) {
            end += mark.len();
        }
        let (before, after) = (&self.text[..self.start + at], &self.text[self.start + end..]);
        (&self.slice[at..end], Some(gap(before.chars().next_back(), after.chars().next())))
    }
}

fn is_space(cluster: &str) -> bool {
    cluster.chars().all(|c| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}'))
}
