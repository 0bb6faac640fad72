//! Goes back and forward in the jump list.

use super::desk::Desk;
use super::jumps::Jump;
use super::jumps::Jumps;
use super::jumps::MOST_JUMPS;
use super::leaving::here;
use super::pages::set_pages;
use super::pair_places::keep_places;
use super::panes::set_row;

/// Goes back to the last jump, `times` times.
pub(in crate::app) fn back(desk: &mut Desk, times: usize) {
    travel(desk, times, |jumps, here| {
        let to = jumps.back.pop()?;
        jumps.forward.push(here);
        Some(to)
    });
}

/// Goes forward again.
pub(in crate::app) fn forward(desk: &mut Desk, times: usize) {
    travel(desk, times, |jumps, here| {
        let to = jumps.forward.pop()?;
        jumps.back.push(here);
        Some(to)
    });
}

fn travel(desk: &mut Desk, times: usize, take: impl Fn(&mut Jumps, Jump) -> Option<Jump>) {
    let mut here = here(desk);
    let mut to = None;
    for _ in 0..times.min(MOST_JUMPS) {
        let Some(next) = take(&mut desk.row.jumps, here.clone()) else { break };
        here = next.clone();
        to = Some(next);
    }
    let Some(to) = to else {
        desk.warn("No other jump to go to");
        return;
    };
    return_to(desk, &to);
}

fn return_to(desk: &mut Desk, jump: &Jump) {
    keep_places(desk);
    return_row(desk, jump);
    desk.row.placed = true;
    desk.row.focus = jump.focus;
    let height = desk.geometry().rows();
    for (at, place) in desk.row.places().zip(&jump.row) {
        let Some(pane) = desk.row.get_mut(at) else { continue };
        pane.cursor = pane.page.place_of(pane.page.spot_of(place.cursor));
        pane.put(pane.at(), place.row.min(height.saturating_sub(1)));
    }
    let pairing = desk.row.pairing_mut();
    if pairing.found.known().is_none() {
        pairing.sought = jump.link;
    }
    pairing.current = jump.link.and_then(|paragraph_ids| pairing.link_of(paragraph_ids));
}

/// Puts the articles back into the panes, and opens the pair that was open.
fn return_row(desk: &mut Desk, jump: &Jump) {
    let row: Vec<usize> = jump.row.iter().map(|place| place.article).collect();
    if desk.row.articles() == row && desk.row.base() == jump.base {
        desk.row.open_at(jump.open);
        return;
    }
    set_row(desk, &row, jump.open, jump.base);
    set_pages(desk);
}
