//! Together: the panes beside the pair go along with it, each with the pane next to it.
//!
//! The pair goes first; where it stands, the panes beside it follow, from the inner to the outer ones. That is done once, after an event,
//! whatever moved the pair; but not where all panes have been placed already, by going back, or by scrolling one that stands beside.

use super::app::App;
use crate::app::layout::Seat;
use crate::page::Spot;
use crate::text::Side;

/// Where the panes of a row stand, from left to right: their articles, first rows and cursors.
pub(super) type Stand = Vec<(usize, Spot, usize)>;

impl App {
    /// Gives where all panes stand.
    pub(super) fn stands(&self) -> Stand {
        let panes = self.seats().into_iter().filter_map(|seat| self.pane(seat));
        panes.map(|pane| (pane.article, pane.top, pane.cursor)).collect()
    }

    /// Sets the pages anew where another number of panes is shown, and lets the panes beside the pair go along where it has moved.
    pub(super) fn keep_together(&mut self, before: &Stand) {
        let measure = usize::from(self.geometry().panes.left.text.width).max(1);
        if self.seats().into_iter().filter_map(|seat| self.pane(seat)).any(|pane| pane.page.measure() != measure) {
            self.set_pages();
        }
        self.forget_parted();
        if std::mem::take(&mut self.placed) {
            self.note_placed(true);
            return;
        }
        let now = self.stands();
        let first = self.beside.left.len();
        let pair = |stand: &Stand| stand.get(first..first + 2).map(<[_]>::to_vec);
        if before.len() != now.len() || pair(before) != pair(&now) {
            self.note_placed(false);
            self.bring_along();
        }
    }

    /// Lets the panes beside the pair follow it.
    pub(super) fn bring_along(&mut self) {
        for side in Side::BOTH {
            self.bring_along_from(Seat::of(side));
        }
    }

    /// Scrolls a pane; those that move together go along.
    pub(super) fn roll_along(&mut self, seat: Seat, rows: isize) {
        let Some(top) = self.pane(seat).map(|pane| pane.top) else { return };
        self.roll(seat, rows);
        if seat.out == 0 {
            self.carry_along(seat.side, top);
            return;
        }
        self.placed = true;
        if !self.locked {
            return;
        }
        self.bring_along_from(seat);
        let mut lead = seat;
        while lead.out > 0 {
            self.follow_from(lead, lead.inner());
            lead = lead.inner();
        }
        self.follow(lead.side);
        self.bring_along_from(Seat::of(lead.side.other()));
    }

    /// Lets the panes further out follow the one in this seat.
    fn bring_along_from(&mut self, seat: Seat) {
        if !self.locked {
            return;
        }
        for out in seat.out..self.beside[seat.side].len() {
            self.follow_from(Seat { out, ..seat }, Seat { out: out + 1, ..seat });
        }
    }
}
