//! Seen: a pane as it is drawn, with its part of the screen and the pane next to it with which it is compared.

use crate::app::{App, Area, Geometry, PairView, Pane, PaneArea, PaneIx};
use crate::app::{pair_view, shown_panes};
use crate::text::Side;

/// A pane of the row that is shown.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    /// The program.
    pub app: &'a App,
    /// Its seat.
    pub seat: PaneIx,
    /// The pane.
    pub pane: &'a Pane,
    /// The pane and the one next to it, towards the open pair or in it.
    pub abreast: PairView<'a>,
    /// Its part of the screen.
    pub part: PaneArea,
    /// The margin between it and that one.
    pub margin: Area,
}

impl<'a> Seen<'a> {
    /// Gives the pane in a seat, where it is shown.
    pub fn of(app: &'a App, geometry: &Geometry, seat: PaneIx) -> Option<Self> {
        let (side, out) = (app.desk.row.side(seat), app.desk.row.out(seat));
        let (part, margin) = match out.checked_sub(1) {
            None => (geometry.panes[side], geometry.margin),
            Some(at) => {
                let beside = (*geometry.beside[side].get(at)?)?;
                (beside.pane, beside.margin)
            }
        };
        Some(Self { app, seat, pane: app.desk.row.get(seat)?, abreast: pair_view(&app.desk, seat), part, margin })
    }

    /// Gives all panes that are shown, from left to right.
    pub fn all(app: &'a App) -> Vec<Self> {
        let geometry = app.desk.geometry();
        shown_panes(&app.desk).into_iter().filter_map(|seat| Self::of(app, &geometry, seat)).collect()
    }

    /// Gives the pane with which it is compared.
    pub fn next(&self) -> &'a Pane {
        self.abreast.panes[self.side().other()]
    }

    /// Gives its side of the two.
    pub fn side(&self) -> Side {
        self.app.desk.row.side(self.seat)
    }

    /// How far out it stands; 0 is the open pair.
    pub fn out(&self) -> usize {
        self.app.desk.row.out(self.seat)
    }

    /// Tells whether keys act on it.
    pub fn is_focused(&self) -> bool {
        self.seat == self.app.desk.row.ix(self.app.desk.row.focus)
    }
}
