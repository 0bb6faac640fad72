//! The page itself: maps places in the text to rows on the screen and back.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use super::block::{Block, Folding, blocks};
use super::glyph::Glyph;
use super::rows::Rows;
use super::spot::{Row, Spot};
use super::wrap::{TypesetText, row_glyphs, wrap_dressed};
use crate::article::{Article, ParagraphId};
use crate::boilerplate::Mask;
use crate::text::Span;

/// More rows than any screen has (a limit).
const TALLEST: usize = 400;

/// An article set in a column of fixed width. Every function is total: spots and places outside mean the nearest inside.
#[derive(Clone, Debug)]
pub struct Page {
    article: Arc<Article>,
    mask: Arc<Mask>,
    folding: Folding,
    measure: usize,
    blocks: Arc<[Block]>,
    /// The rows of each block's text, once they are needed. They follow from the other fields alone.
    rows: Vec<OnceCell<Vec<Span>>>,
}

impl Page {
    /// Sets `article` in rows of `measure` cells (at least one). Takes time linear in its paragraphs and hidden passages, not in its length.
    pub fn new(article: Arc<Article>, mask: Arc<Mask>, folding: Folding, measure: usize) -> Self {
        let blocks = blocks(&article, &mask, folding).into();
        Self::of_blocks(Self { article, mask, folding, measure, blocks, rows: Vec::new() })
    }

    /// Sets the same article again. If only the measure changed, the blocks are kept.
    pub fn anew(&self, mask: Arc<Mask>, folding: Folding, measure: usize) -> Self {
        if folding != self.folding || *mask != *self.mask {
            return Self::new(Arc::clone(&self.article), mask, folding, measure);
        }
        let (article, blocks) = (Arc::clone(&self.article), Arc::clone(&self.blocks));
        Self::of_blocks(Self { article, mask, folding, measure, blocks, rows: Vec::new() })
    }

    fn of_blocks(page: Self) -> Self {
        Self { measure: page.measure.max(1), rows: vec![OnceCell::new(); page.blocks.len()], ..page }
    }

    /// Returns the article.
    pub fn article(&self) -> &Arc<Article> {
        &self.article
    }

    /// Returns its mask.
    pub fn mask(&self) -> &Arc<Mask> {
        &self.mask
    }

    /// Returns the most cells of a row.
    pub fn measure(&self) -> usize {
        self.measure
    }

    /// Returns the blocks, in order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Returns the first row.
    pub fn first(&self) -> Spot {
        Spot::default()
    }

    /// Returns the last row, which is never a gap.
    pub fn last(&self) -> Spot {
        self.bottom()
    }

    /// Returns what is on a row.
    pub fn row(&self, spot: Spot) -> Row {
        match self.blocks.get(spot.block) {
            Some(Block::Fold { .. }) if spot.row == 0 => Row::Fold,
            Some(Block::Prose { .. }) => self.texts(spot.block).get(spot.row).map_or(Row::Gap, |span| Row::Text(*span)),
            _ => Row::Gap,
        }
    }

    /// Returns what is shown on a row of text, at most [`Page::measure`] cells unless a single character is wider: without hanging white
    /// space, and with a hyphen for a soft hyphen at which a word is broken. Nothing for other rows.
    pub fn glyphs(&self, spot: Spot) -> impl Iterator<Item = Glyph<'_>> {
        let texts = self.texts(spot.block);
        let row = texts.get(spot.row).copied().unwrap_or_default();
        row_glyphs(
            TypesetText { text: &self.article.text, typeset: &self.article.typeset },
            row,
            texts.last().copied().unwrap_or_default(),
            self.measure,
        )
    }

    /// Returns the row that shows the byte at `place`: for hidden text its fold, for white space the row that it ends.
    pub fn spot_of(&self, place: usize) -> Spot {
        let block = self.block_at(place);
        let rows = self.texts(block).partition_point(|row| row.start() <= place);
        Spot { block, row: rows.saturating_sub(1) }
    }

    /// Returns the first byte of a row: of a fold its first hidden byte, of a gap the first of the block before it.
    pub fn place_of(&self, spot: Spot) -> usize {
        if let Row::Text(span) = self.row(spot) {
            return span.start();
        }
        let block = spot.block.min(self.blocks.len().saturating_sub(1));
        self.blocks.get(block).map_or(0, |block| block.span().start())
    }

    /// Returns the first row of the block that shows the byte at `place`, without setting it.
    pub fn block_start(&self, place: usize) -> Spot {
        Spot { block: self.block_at(place), row: 0 }
    }

    /// Goes `by` rows down, or up if it is negative, counting gaps, and stops at the first and the last row.
    pub fn step(&self, from: Spot, by: isize) -> Spot {
        self.go(from, by)
    }

    /// Counts the rows from `from` down to `to`; negative if `to` is above. Returns `most` if there are more.
    ///
    /// Examines no more than about `most` rows, so that a distant place costs nothing.
    pub fn between(&self, from: Spot, to: Spot, most: usize) -> isize {
        self.count(from, to, most)
    }

    /// Returns the rows from `spot` down to the last.
    pub fn from(&self, spot: Spot) -> impl Iterator<Item = (Spot, Row)> {
        let first = (!self.blocks.is_empty()).then(|| self.nearest(spot));
        std::iter::successors(first, |spot| Some(self.down(*spot, 1)).filter(|next| next != spot))
            .map(|spot| (spot, self.row(spot)))
    }

    /// Returns the first row that shows a paragraph and the number of its rows, folds included, counting no further than the tallest
    /// screen; `None` if there is no such paragraph.
    pub fn rows_of(&self, paragraph_id: ParagraphId) -> Option<(Spot, usize)> {
        let paragraph = self.article.paragraphs.get(paragraph_id.0)?.span;
        let first = self.block_at(paragraph.start());
        let mut rows = 0;
        for block in (first..self.blocks.len()).take_while(|block| self.blocks[*block].span().overlaps(paragraph)) {
            rows += self.texts(block).len().max(1);
            if rows >= TALLEST {
                break;
            }
        }
        (rows > 0).then_some((Spot { block: first, row: 0 }, rows))
    }

    /// Returns the blocks that begin in some paragraphs, as indexes.
    pub(super) fn blocks_of(&self, paragraph_ids: Range<usize>) -> Range<usize> {
        let before = |paragraph_id: usize| self.blocks.partition_point(|block| block.paragraph_id().0 < paragraph_id);
        before(paragraph_ids.start)..before(paragraph_ids.end.max(paragraph_ids.start))
    }

    /// Counts the rows of some blocks, without the gap after the last one.
    pub(super) fn rows_in(&self, blocks: Range<usize>) -> usize {
        let last = blocks.clone().next_back();
        let gap = last.and_then(|last| Some(self.gap_after(last, self.blocks.get(last)?))).unwrap_or_default();
        blocks.map(|block| self.height(block)).sum::<usize>() - usize::from(gap)
    }

    /// Whether a blank row follows: the paragraph ends with this block and is not the last.
    fn gap_after(&self, index: usize, block: &Block) -> bool {
        let Some(next) = self.blocks.get(index + 1) else { return false };
        let end = block.span().end().saturating_sub(1);
        let (here, after) = (self.article.paragraph_id_at(end), next.paragraph_id());
        here != after && !self.article.are_set_close(here, after)
    }

    /// Returns the rows of a block of prose, finding them if nobody has asked before.
    fn texts(&self, block: usize) -> &[Span] {
        let (Some(Block::Prose { span, .. }), Some(rows)) = (self.blocks.get(block), self.rows.get(block)) else {
            return &[];
        };
        rows.get_or_init(|| wrap_dressed(&self.article.text, &self.article.typeset, *span, self.measure))
    }

    /// Returns the block of the byte at `place`, or the nearest one before it.
    fn block_at(&self, place: usize) -> usize {
        self.blocks.partition_point(|block| block.span().start() <= place).saturating_sub(1)
    }
}

impl Rows for Page {
    fn parts(&self) -> usize {
        self.blocks.len()
    }

    /// Returns the number of rows of a block, with the gap after it.
    fn height(&self, block: usize) -> usize {
        let Some(this) = self.blocks.get(block) else { return 0 };
        self.texts(block).len().max(1) + usize::from(self.gap_after(block, this))
    }
}

#[cfg(test)]
impl Page {
    /// Counts the blocks whose rows are known.
    pub fn paragraphs_set(&self) -> usize {
        self.rows.iter().filter(|rows| rows.get().is_some()).count()
    }
}
