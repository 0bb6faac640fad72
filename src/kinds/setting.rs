//! Joins paragraphs, and the cells of a table row, into a text.

use super::block::{Block, Furniture, Part};
use crate::text::Span;

/// What stands between the cells of a row of a table that is read as one paragraph.
pub const CELL: &str = " | ";
/// Words that a cell has at most in such a row: what has more is a layout, each cell of which is a paragraph.
pub const CELL_WORDS: usize = 25;

/// What a paragraph is.
#[derive(Clone, Copy, Debug)]
pub struct PieceKind {
    /// Its part in the text.
    pub part: Part,
    /// What of a page it is.
    pub furniture: Furniture,
}

/// Sets a paragraph behind others; where text keeps its lines, each of them is a paragraph.
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

/// What is set between two paragraphs that a file sets apart: rows of a table and items of a list stand line by line.
fn between(before: Option<Part>, next: Part) -> &'static str {
    match before {
        None => "",
        Some(before) if before == next && matches!(next, Part::Item | Part::Cell) => "\n",
        Some(_) => "\n\n",
    }
}
