//! How a text is shown: which bytes are not shown, which are styled, and what its paragraphs are.

use super::block::Part;
use crate::text::Span;

/// How a text is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typeset {
    /// Markup and addresses, which are not shown and are not words. In order, without overlaps.
    pub unseen: Vec<Span>,
    /// The styles of text, in order of their starts; they may be nested.
    pub accents: Vec<Accent>,
    /// The parts that are not plain prose, in order of their starts; they may be nested.
    pub parts: Vec<(Span, Part)>,
    /// Spaces that align the columns of tables, in order.
    pub pads: Vec<Pad>,
}

/// Spaces shown before a byte of the text but not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pad {
    /// The byte.
    pub place: usize,
    /// How many.
    pub cells: usize,
    /// The cells of its table row: in a narrower column nothing is aligned.
    pub whole: usize,
}

/// Styled text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accent {
    /// Its span, with its markup.
    pub span: Span,
    /// Its style.
    pub kind: AccentKind,
}

/// A style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccentKind {
    /// A heading.
    Heading,
    /// Strong emphasis.
    Strong,
    /// Emphasis.
    Emphasis,
    /// Strikethrough.
    Struck,
    /// A link, to this address.
    Link(String),
}

/// Parts before a place that are searched for the one around it: what is nested deeper is shown as prose.
const NEAR: usize = 16;

impl Typeset {
    /// Whether the byte at `place` is not shown.
    pub fn hides(&self, place: usize) -> bool {
        is_in(&self.unseen, place)
    }

    /// Returns the spaces shown before the byte at `place`, in rows of `measure` cells.
    pub fn pad_at(&self, place: usize, measure: usize) -> usize {
        let found = self.pads.binary_search_by_key(&place, |pad| pad.place);
        let pad = found.ok().and_then(|at| self.pads.get(at));
        pad.filter(|pad| pad.whole <= measure).map_or(0, |pad| pad.cells)
    }

    /// Returns what the paragraph is that begins at `place`.
    pub fn part_at(&self, place: usize) -> Part {
        let next = self.parts.partition_point(|(span, _)| span.start() <= place);
        let around = self.parts.get(..next).unwrap_or_default().iter().rev().take(NEAR);
        around.into_iter().find(|(span, _)| place < span.end()).map_or(Part::Prose, |(_, part)| *part)
    }

    /// Returns the styles that begin in a stretch, the last first.
    pub fn accents_in(&self, within: Span) -> impl Iterator<Item = &Accent> {
        let next = self.accents.partition_point(|accent| accent.span.start() < within.end());
        let before = self.accents.get(..next).unwrap_or_default();
        before.iter().rev().take_while(move |accent| accent.span.start() >= within.start())
    }
}

/// Whether a place is in one of the spans, which are in order.
pub fn is_in(spans: &[Span], place: usize) -> bool {
    let next = spans.partition_point(|span| span.start() <= place);
    next.checked_sub(1).and_then(|at| spans.get(at)).is_some_and(|span| place < span.end())
}
