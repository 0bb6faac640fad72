//! Grapheme clusters of a stretch of text: the units that are never torn apart.
//!
//! A run of white space with a line break in it is one cluster, because a hard-wrapped text breaks its lines anywhere and
//! indents the next. A run without one is kept space by space, as its author typed it.

use std::iter::Peekable;

use unicode_segmentation::{GraphemeIndices, UnicodeSegmentation};

use crate::text::Span;

/// A grapheme cluster, or a run of white space with a line break in it.
#[derive(Clone, Copy, Debug)]
pub struct Cluster<'a> {
    /// Its first byte in the text.
    pub start: usize,
    /// What is written.
    pub text: &'a str,
    /// Whether it is white space at which a row may end. A no-break space is not.
    pub space: bool,
}

/// Gives the clusters of `text` inside `span`, in order and without a byte left out. Takes time linear in the length.
pub fn clusters(text: &str, span: Span) -> Clusters<'_> {
    let span = snapped(text, span);
    let slice = span.of(text);
    Clusters { start: span.start(), slice, ahead: slice.grapheme_indices(true).peekable(), typed: 0 }
}

/// Widens `span` to whole characters and cuts it to `text`, so that it can always be read.
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
    start: usize,
    slice: &'a str,
    ahead: Peekable<GraphemeIndices<'a>>,
    /// Up to here in `slice` white space is known to hold no line break.
    typed: usize,
}

impl<'a> Iterator for Clusters<'a> {
    type Item = Cluster<'a>;

    fn next(&mut self) -> Option<Cluster<'a>> {
        let (at, mut text) = self.ahead.next()?;
        let space = is_space(text);
        if space && at >= self.typed {
            text = self.run(at, text);
        }
        Some(Cluster { start: self.start + at, text, space })
    }
}

impl<'a> Clusters<'a> {
    /// Reads the run of white space that begins with `first`: gives all of it if a line breaks in it, else `first` alone.
    fn run(&mut self, at: usize, first: &'a str) -> &'a str {
        let mut rest = self.ahead.clone();
        let mut end = at + first.len();
        let mut broken = breaks_line(first);
        while let Some((_, next)) = rest.next_if(|(_, next)| is_space(next)) {
            end += next.len();
            broken |= breaks_line(next);
        }
        if !broken {
            self.typed = end;
            return first;
        }
        self.ahead = rest;
        &self.slice[at..end]
    }
}

fn is_space(cluster: &str) -> bool {
    cluster.chars().all(|c| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}'))
}

fn breaks_line(cluster: &str) -> bool {
    cluster.contains(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'])
}
