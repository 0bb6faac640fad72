//! Joins paragraphs, and the cells of a table row, into a text.

use super::block::{Block, Furniture, Part};
use crate::text::Span;

/// Separates the cells of a table row that is read as one paragraph.
pub const CELL: &str = " | ";
/// The most words of a cell in such a row: longer cells are layout, and each is a paragraph.
pub const CELL_WORDS: usize = 25;

/// What a paragraph is.
#[derive(Clone, Copy, Debug)]
pub struct PieceKind {
    /// Its kind in the text.
    pub part: Part,
    /// Whether it belongs to the article.
    pub furniture: Furniture,
}

/// Appends a paragraph; if text keeps its lines, each line is a paragraph.
pub fn set(text: &mut String, blocks: &mut Vec<Block>, piece: &str, kind: PieceKind) {
    let PieceKind { part, furniture } = kind;
    let whole = [piece];
    let lines = piece.lines().map(str::trim_end).skip_while(|line| line.is_empty());
    let lines: Vec<&str> = if part == Part::Verbatim { lines.collect() } else { whole.to_vec() };
    let mut gap = between(blocks.last().map(|before| before.part), part);
    for line in lines {
        if line.is_empty() {
            gap = "\n\n";
            continue;
        }
        text.push_str(gap);
        let start = text.len();
        text.push_str(line);
        blocks.push(Block { span: Span::new(start, text.len()), part, furniture });
        gap = "\n";
    }
}

/// Returns what separates two paragraphs: table rows and list items are on consecutive lines.
fn between(before: Option<Part>, next: Part) -> &'static str {
    match before {
        None => "",
        Some(before) if before == next && matches!(next, Part::Item | Part::Cell) => "\n",
        Some(_) => "\n\n",
    }
}
