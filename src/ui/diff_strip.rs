//! The strip of a diff: where in the whole text something changed, and which part is on the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::role::Role;
use super::strip::window;
use super::theme::Theme;
use crate::app::DiffView;
use crate::collate::Fate;
use crate::page::{SheetRow, Spot};
use crate::text::{Side, Span, sign};

/// The most changes that are looked at for each cell; moved, removed and added ones come before edited ones.
const MOST: usize = 8;

/// The strip of a side. Costs a few looks for each cell, whatever the article's length.
pub(super) struct DiffStripView<'a> {
    /// The diff.
    pub diff: &'a DiffView,
    /// The side.
    pub side: Side,
    /// The rows on the screen.
    pub rows: &'a [(Spot, SheetRow)],
    /// How it looks.
    pub theme: &'a Theme,
}

impl Widget for DiffStripView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self { diff, side, rows, theme } = self;
        let text = diff.sheet.compared().articles[side].text.trim_end();
        let height = usize::from(area.height);
        let window = window(seen(diff, side, rows), Span::new(0, text.len()), height);
        let place = |row: usize| (row as u64 * text.len() as u64 / height.max(1) as u64) as usize;
        for row in 0..height {
            let fate = changed(diff, side, place(row), place(row + 1));
            let (mark, role) = match fate {
                None => (" ", Role::Text),
                Some(Fate::Removed) => ("┃", Role::Removed),
                Some(Fate::Added) => ("┃", Role::Added),
                Some(Fate::Moved | Fate::Gone) => ("┊", Role::Moved),
                Some(Fate::Same | Fate::Edited) => ("╏", Role::EditedMark),
            };
            let mut style = theme.style(role);
            if window.contains(&row) {
                style = style.patch(theme.style(Role::Window));
            }
            if let Some(cell) = buf.cell_mut((area.x, area.y + row as u16)).filter(|_| area.width > 0) {
                cell.set_symbol(&sign(mark)).set_style(style);
            }
        }
    }
}

/// What happened to a stretch of a side's text, if anything changed there.
fn changed(diff: &DiffView, side: Side, start: usize, end: usize) -> Option<Fate> {
    let compared = diff.sheet.compared();
    let article = &compared.articles[side];
    if article.paragraphs.is_empty() {
        return compared.changes.first().map(|change| compared.fate(*change));
    }
    let band = |place: usize| compared.band_of(side, article.paragraph_id_at(place));
    let (first, last) = (band(start), band(end.saturating_sub(1).max(start)));
    let from = compared.changes.partition_point(|change| *change < first);
    let here = compared.changes.iter().skip(from).take_while(|change| **change <= last).take(MOST);
    here.map(|change| compared.fate(*change)).max_by_key(|fate| *fate != Fate::Edited)
}

/// The stretch of a side's text that is on the screen.
fn seen(diff: &DiffView, side: Side, rows: &[(Spot, SheetRow)]) -> Option<Span> {
    let place = |(spot, _): &(Spot, SheetRow)| diff.sheet.place_of(*spot, side);
    let (first, last) = (rows.iter().find_map(place)?, rows.iter().rev().find_map(place)?);
    Some(Span::new(first.min(last), last.max(first)))
}
