//! Keeps the reader's place before a jump.

use super::desk::Desk;
use super::jumps::Jump;
use super::jumps::MOST_JUMPS;
use super::jumps::Place;
use super::pane::Pane;
/// Keeps the present place before a jump.
pub(in crate::app) fn leave(desk: &mut Desk) {
    let here = here(desk);
    if desk.row.jumps.back.last() != Some(&here) {
        desk.row.jumps.back.push(here);
    }
    if desk.row.jumps.back.len() > MOST_JUMPS {
        desk.row.jumps.back.remove(0);
    }
    desk.row.jumps.forward.clear();
}

pub(in crate::app) fn here(desk: &Desk) -> Jump {
    let height = desk.geometry().rows();
    let place = |pane: &Pane| {
        let row = pane.row_of(pane.at(), height).max(0) as usize;
        Place { article: pane.article, cursor: pane.cursor, row }
    };
    let row = desk.row.panes().iter().map(place).collect();
    let (focus, open, base) = (desk.row.focus, desk.row.open, desk.row.base());
    let link = desk.paragraph_link().map(|paragraph_link| paragraph_link.paragraph_ids);
    Jump { focus, row, open, base, link }
}
