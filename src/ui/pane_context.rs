//! A pane with its part of the screen and the pane with which it is compared.

use crate::app::{App, Area, Geometry, PairView, Pane, PaneArea, PaneIx};
use crate::app::{pair_view, shown_panes};
use crate::text::Side;

/// A visible pane of the row.
#[derive(Clone, Copy)]
pub(super) struct PaneContext<'a> {
    /// The program.
    pub app: &'a App,
    /// Its index in the row.
    pub ix: PaneIx,
    /// The pane.
    pub pane: &'a Pane,
    /// The pane and its neighbour, towards the open pair or in it.
    pub pair: PairView<'a>,
    /// Its part of the screen.
    pub part: PaneArea,
    /// The margin between the two.
    pub margin: Area,
}

impl<'a> PaneContext<'a> {
    /// The pane with an index, if it is visible.
    pub fn of(app: &'a App, geometry: &Geometry, ix: PaneIx) -> Option<Self> {
        let (side, out) = (app.desk.row.side(ix), app.desk.row.out(ix));
        let (part, margin) = match out.checked_sub(1) {
            None => (geometry.panes[side], geometry.margin),
            Some(at) => {
                let beside = (*geometry.beside[side].get(at)?)?;
                (beside.pane, beside.margin)
            }
        };
        Some(Self { app, ix, pane: app.desk.row.get(ix)?, pair: pair_view(&app.desk, ix), part, margin })
    }

    /// All visible panes, from left to right.
    pub fn all(app: &'a App) -> Vec<Self> {
        let geometry = app.desk.geometry();
        shown_panes(&app.desk).into_iter().filter_map(|ix| Self::of(app, &geometry, ix)).collect()
    }

    /// The pane it is compared with.
    pub fn next(&self) -> &'a Pane {
        self.pair.panes[self.side().other()]
    }

    /// Its side of the two.
    pub fn side(&self) -> Side {
        self.app.desk.row.side(self.ix)
    }

    /// How far out it is; 0 is the open pair.
    pub fn out(&self) -> usize {
        self.app.desk.row.out(self.ix)
    }

    /// Whether keys act on it.
    pub fn is_focused(&self) -> bool {
        self.ix == self.app.desk.row.ix(self.app.desk.row.focus)
    }
}
