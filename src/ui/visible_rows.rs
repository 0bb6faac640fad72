//! The visible rows of a pane, and the first row of each paragraph among them.

use crate::app::Pane;
use crate::article::ParagraphId;
use crate::page::{Block, Row, Spot};
use crate::text::Span;

/// The rows of a pane that are on the screen.
#[derive(Clone, Debug, Default)]
pub(super) struct VisibleRows {
    /// The rows from the top.
    pub lines: Vec<Line>,
    /// Each paragraph with text on the screen and its first row there, in order.
    firsts: Vec<(ParagraphId, u16)>,
    /// The part of the text on the screen, including what is folded there.
    pub window: Option<Span>,
}

/// A row on the screen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Its place on the page.
    pub spot: Spot,
    /// What stands on it.
    pub row: Row,
    /// The paragraph; for a gap, that of the text before it.
    pub paragraph_id: ParagraphId,
    /// Whether it is hidden text that is being shown.
    pub revealed: bool,
}

/// Where a paragraph is, relative to the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum End {
    /// Its first visible row is this row of the body.
    At(u16),
    /// Above the visible part.
    Above,
    /// Below the visible part.
    Below,
}

impl VisibleRows {
    /// Reads the rows that a pane of `height` rows shows.
    pub fn of(pane: &Pane, height: usize) -> Self {
        let mut shown = Self::default();
        for (spot, row) in pane.page.from(pane.top).take(height) {
            let block = pane.page.blocks().get(spot.block);
            let paragraph_id = block.map(Block::paragraph_id).unwrap_or_default();
            let revealed = matches!(block, Some(Block::Prose { revealed: Some(_), .. }));
            let text = matches!(row, Row::Text(_)) && !revealed;
            if text && shown.firsts.last().is_none_or(|(before, _)| *before != paragraph_id) {
                shown.firsts.push((paragraph_id, shown.lines.len() as u16));
            }
            let span = match row {
                Row::Text(span) => Some(span),
                Row::Fold => block.map(Block::span),
                Row::Gap => None,
            };
            shown.window = shown.window.map_or(span, |window| Some(span.map_or(window, |span| window.join(span))));
            shown.lines.push(Line { spot, row, paragraph_id, revealed });
        }
        shown
    }

    /// The paragraphs with text on the screen, in order.
    pub fn paragraph_ids(&self) -> impl Iterator<Item = ParagraphId> {
        self.firsts.iter().map(|(paragraph_id, _)| *paragraph_id)
    }

    /// Finds a paragraph.
    pub fn end(&self, paragraph_id: ParagraphId) -> End {
        match self.firsts.binary_search_by_key(&paragraph_id, |(paragraph_id, _)| *paragraph_id) {
            Ok(at) => self.firsts.get(at).map_or(End::Below, |(_, row)| End::At(*row)),
            Err(0) if !self.firsts.is_empty() => End::Above,
            Err(_) => End::Below,
        }
    }
}
