//! Rows from right to left: aligned at the right edge of their pane, with the gutter's marks on that side.
//!
//! The order of the letters within a row is left to the terminal, as for all text.

use ratatui::buffer::{Buffer, Cell};

use crate::app::{DiffView, PaneArea};
use crate::collate::Band;
use crate::page::{Page, Row, Spot};
use crate::text::{Side, is_from_right};

/// Turns a row that is drawn already: its text to the right edge, and the gutter beside it, mirrored.
pub(super) fn set_from_right(part: &PaneArea, row: u16, buf: &mut Buffer) {
    let y = part.text.y.saturating_add(row);
    let cells = |from: u16, count: u16| {
        (from..from.saturating_add(count)).map(|x| buf.cell((x, y)).cloned().unwrap_or_default())
    };
    let gutter: Vec<Cell> = cells(part.gutter.x, part.gutter.width).collect();
    let mut text: Vec<Cell> = cells(part.text.x, part.text.width).collect();
    let used = text.iter().rposition(|cell| !cell.symbol().trim().is_empty()).map_or(0, |at| at + 1);
    // A wide letter also has the cell after it.
    let used = if used > 0 && is_wide(&text[used - 1]) { (used + 1).min(text.len()) } else { used };
    text.rotate_right(part.text.width as usize - used);
    let turned = gutter.into_iter().rev().map(|mut cell| {
        if let Some(mark) = turned(cell.symbol()) {
            cell.set_symbol(mark);
        }
        cell
    });
    for (x, cell) in (part.gutter.x..).zip(text.into_iter().chain(turned)) {
        if let Some(there) = buf.cell_mut((x, y)) {
            *there = cell;
        }
    }
}

fn is_wide(cell: &Cell) -> bool {
    use ratatui::buffer::CellWidth;

    cell.cell_width() > 1
}

/// The mirrored mark.
fn turned(mark: &str) -> Option<&'static str> {
    match mark {
        "▸" => Some("◂"),
        "›" => Some("‹"),
        ">" => Some("<"),
        ")" => Some("("),
        _ => None,
    }
}

/// Whether a row's paragraph is written from right to left.
pub(super) fn is_turned(page: &Page, spot: Spot) -> bool {
    let Row::Text(span) = page.row(spot) else { return false };
    let article = page.article();
    let paragraph = article.paragraphs.get(article.paragraph_id_at(span.start()).0);
    paragraph.is_some_and(|paragraph| is_from_right(paragraph.span.of(&article.text)))
}

/// Whether a band's paragraphs are written from right to left, judged by the new text first.
pub(super) fn is_band_turned(diff: &DiffView, band: &Band) -> bool {
    let compared = diff.sheet.compared();
    let first = |side: Side| {
        let article = &compared.articles[side];
        let paragraph = article.paragraphs.get(band.paragraph_ids[side].clone()).and_then(<[_]>::first)?;
        Some(is_from_right(paragraph.span.of(&article.text)))
    };
    first(Side::Right).or_else(|| first(Side::Left)).unwrap_or(false)
}
