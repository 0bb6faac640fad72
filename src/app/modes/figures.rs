//! How much of each article is in each other, while the reader looks at it.

use super::arriving::list_wanted;
use super::matrix::cell;
use super::matrix::stand_on;
use super::mode::Mode;
use super::stack::Modes;
use super::turn::Turn;
use crate::app::desk::comparing::compare;
use crate::app::desk::desk::Desk;
use crate::app::desk::sharing::Figures;
use crate::app::jobs::Compared;
use crate::app::jobs::Listed;
use std::sync::Arc;

/// Asks again how much of each article is in each other, if that has changed and the reader looks at it.
pub(in crate::app) fn compare_where_seen(modes: &Modes, desk: &mut Desk) {
    let renewed = std::mem::take(&mut desk.sharing.renewed);
    let seen = match modes.seen() {
        Some(Mode::Matrix(_)) => true,
        Some(Mode::Listing(list)) => list.listed == Listed::Articles,
        _ => false,
    };
    if renewed && seen {
        compare(desk);
    }
}

/// Takes in how much of each article is in each other, or part of that; the reader stays on the same two articles.
pub(in crate::app) fn take_matrix(modes: &mut Modes, desk: &mut Desk, compared: Compared) {
    take_compared(modes, desk, compared);
    if desk.narrating.wanted == Some(Listed::Origins) && !desk.sharing.found.is_awaited() {
        list_wanted(modes, desk);
    }
}

fn take_compared(modes: &mut Modes, desk: &mut Desk, compared: Compared) {
    let Some(Mode::Matrix(grid)) = modes.seen() else {
        take_figures(desk, compared);
        return;
    };
    let stood = cell(desk, grid);
    if take_figures(desk, compared) {
        modes.tell(|mode| {
            if let Mode::Matrix(grid) = mode {
                stand_on(grid, desk, stood.0, stood.1);
            }
            Turn::Stay
        });
    }
}

/// Takes in figures, if they are awaited. Complete figures stay until complete new ones replace them.
fn take_figures(desk: &mut Desk, compared: Compared) -> bool {
    let sharing = &mut desk.sharing;
    if !sharing.found.awaits(compared.ticket) || !desk.library.is_of(&compared.of) {
        return false;
    }
    sharing.settled = compared.settled;
    let order = compared.order.map(|order| {
        let mut places = vec![0; order.len()];
        for (place, &article) in order.iter().enumerate() {
            if let Some(known) = places.get_mut(article) {
                *known = place;
            }
        }
        Arc::new((order, places))
    });
    let whole = order.is_some();
    let figures = Figures { matrix: compared.matrix, settled: compared.settled, order, origins: compared.origins };
    match (whole, compared.goes_on) {
        (true, false) => sharing.found.take(compared.ticket, figures),
        (true, true) => sharing.found.take_part(compared.ticket, figures),
        (false, _) => !sharing.is_ordered() && sharing.found.take_part(compared.ticket, figures),
    }
}
