//! Jumps: the places that the reader has left by a jump, to go back to and forward again.

use super::app::App;
use super::pane::Pane;
use crate::article::Locus;
use crate::text::{Pair, Side};

/// Places kept at most.
const MOST: usize = 100;

/// The places on both sides of the reader's path.
#[derive(Clone, Debug, Default)]
pub(super) struct Jumps {
    back: Vec<Jump>,
    forward: Vec<Jump>,
}

/// Where the reader stood in all panes.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Jump {
    focus: Side,
    /// The panes from left to right.
    row: Vec<Place>,
    /// Which of them is the left one of the pair.
    first: usize,
    link: Option<Pair<Locus>>,
}

/// Where the reader stood in one pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    article: usize,
    cursor: usize,
    /// The cursor's row on the screen.
    row: usize,
}

impl App {
    /// Keeps the place that is about to be left.
    pub(super) fn leave(&mut self) {
        let here = self.here();
        if self.jumps.back.last() != Some(&here) {
            self.jumps.back.push(here);
        }
        if self.jumps.back.len() > MOST {
            self.jumps.back.remove(0);
        }
        self.jumps.forward.clear();
    }

    /// Goes back to where the last jump was made, as often as asked.
    pub(super) fn back(&mut self, times: usize) {
        self.travel(times, |jumps, here| {
            let to = jumps.back.pop()?;
            jumps.forward.push(here);
            Some(to)
        });
    }

    /// Goes forward again.
    pub(super) fn forward(&mut self, times: usize) {
        self.travel(times, |jumps, here| {
            let to = jumps.forward.pop()?;
            jumps.back.push(here);
            Some(to)
        });
    }

    fn travel(&mut self, times: usize, take: impl Fn(&mut Jumps, Jump) -> Option<Jump>) {
        let mut here = self.here();
        let mut to = None;
        for _ in 0..times.min(MOST) {
            let Some(next) = take(&mut self.jumps, here.clone()) else { break };
            here = next.clone();
            to = Some(next);
        }
        let Some(to) = to else {
            self.warn("there is no jump to take back or to repeat");
            return;
        };
        self.return_to(&to);
    }

    fn here(&self) -> Jump {
        let height = self.geometry().rows();
        let place = |pane: &Pane| {
            let row = pane.row_of(pane.at(), height).max(0) as usize;
            Place { article: pane.article, cursor: pane.cursor, row }
        };
        let row = self.row.panes().iter().map(place).collect();
        let (focus, first) = (self.row.focus, self.row.ix(Side::Left).0);
        Jump { focus, row, first, link: self.tie().map(|tie| tie.loci) }
    }

    fn return_to(&mut self, jump: &Jump) {
        self.keep_places();
        self.return_row(jump);
        self.row.placed = true;
        self.row.focus = jump.focus;
        let height = self.geometry().rows();
        for (at, place) in self.row.places().zip(&jump.row) {
            let Some(pane) = self.row.get_mut(at) else { continue };
            pane.cursor = pane.page.place_of(pane.page.spot_of(place.cursor));
            pane.put(pane.at(), place.row.min(height.saturating_sub(1)));
        }
        let pairing = self.row.pairing_mut();
        if pairing.collation().is_none() {
            pairing.sought = jump.link;
        }
        pairing.current = jump.link.and_then(|loci| pairing.link_of(loci));
    }

    /// Puts the articles back into the panes, and the pair where it was.
    fn return_row(&mut self, jump: &Jump) {
        let row: Vec<usize> = jump.row.iter().map(|place| place.article).collect();
        if self.row.articles() == row {
            self.row.open_at(jump.first);
            return;
        }
        self.set_row(&row, jump.first);
        self.set_pages();
    }
}
