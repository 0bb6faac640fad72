//! How much of each article stands in each other, where the reader looks at it.

use super::app::App;
use super::comparing::compare;
use super::matrix::cell;
use super::matrix::stand_on;
use super::mode::Mode;
use crate::app::jobs::Compared;
use crate::app::jobs::Listed;
use std::sync::Arc;
/// Asks anew how much of each article stands in each other where that has changed and the reader looks at it.
pub(super) fn compare_where_seen(app: &mut App) {
    let renewed = std::mem::take(&mut app.desk.sharing.renewed);
    let seen = match app.beneath() {
        Mode::Matrix(_) => true,
        Mode::Listing(list) => list.listed == Listed::Articles,
        _ => false,
    };
    if renewed && seen {
        compare(&mut app.desk);
    }
}

/// Takes in how much of each article stands in each other, or part of it. Figures that are whole stay until they are as a whole
/// replaced.
pub(super) fn take_matrix(app: &mut App, compared: Compared) {
    let Some((ticket, settled)) = &mut app.desk.sharing.awaited else { return };
    if *ticket != compared.ticket || !app.desk.library.is_of(&compared.of) {
        return;
    }
    *settled = compared.settled;
    let whole = compared.order.is_some();
    if !whole && app.desk.sharing.order.is_some() {
        return;
    }
    let stood = cell(app);
    app.desk.sharing.matrix = compared.matrix;
    app.desk.sharing.settled = compared.settled;
    if let Some(order) = compared.order {
        let mut places = vec![0; order.len()];
        for (place, &article) in order.iter().enumerate() {
            if let Some(known) = places.get_mut(article) {
                *known = place;
            }
        }
        app.desk.sharing.order = Some(Arc::new((order, places)));
        app.desk.sharing.awaited = None;
    }
    if let Some(cell) = stood {
        stand_on(app, cell);
    }
}
