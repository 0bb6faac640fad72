//! Seen: a pane as it is drawn, with its part of the screen and the pane next to it with which it is compared.

use crate::app::{Abreast, App, Area, Geometry, Pane, PaneArea, Seat};
use crate::text::Side;

/// A pane of the row that is shown.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    /// The program.
    pub app: &'a App,
    /// Its seat.
    pub seat: Seat,
    /// The pane.
    pub pane: &'a Pane,
    /// The pane and the one next to it, towards the open pair or in it.
    pub abreast: Abreast<'a>,
    /// Its part of the screen.
    pub part: PaneArea,
    /// The margin between it and that one.
    pub margin: Area,
}

impl<'a> Seen<'a> {
    /// Gives the pane in a seat, where it is shown.
    pub fn of(app: &'a App, geometry: &Geometry, seat: Seat) -> Option<Self> {
        let (part, margin) = match seat.out.checked_sub(1) {
            None => (geometry.panes[seat.side], geometry.margin),
            Some(at) => {
                let beside = (*geometry.beside[seat.side].get(at)?)?;
                (beside.pane, beside.margin)
            }
        };
        Some(Self { app, seat, pane: app.pane(seat)?, abreast: app.abreast(seat), part, margin })
    }

    /// Gives all panes that are shown, from left to right.
    pub fn all(app: &'a App) -> Vec<Self> {
        let geometry = app.geometry();
        app.shown_seats().into_iter().filter_map(|seat| Self::of(app, &geometry, seat)).collect()
    }

    /// Gives the pane with which it is compared.
    pub fn next(&self) -> &'a Pane {
        self.abreast.panes[self.side().other()]
    }

    /// Gives its side of the two.
    pub fn side(&self) -> Side {
        self.seat.side
    }

    /// Tells whether keys act on it.
    pub fn is_focused(&self) -> bool {
        self.seat == Seat::of(self.app.focus)
    }
}
