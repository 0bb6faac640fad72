//! Jumps: the places that the reader has left by a jump, to go back to and forward again.

use super::app::App;
use super::event::Effect;
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

/// Where the reader stood in both panes.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Jump {
    focus: Side,
    panes: Pair<Place>,
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
    pub(super) fn back(&mut self, times: usize) -> Vec<Effect> {
        self.travel(times, |jumps, here| {
            let to = jumps.back.pop()?;
            jumps.forward.push(here);
            Some(to)
        })
    }

    /// Goes forward again.
    pub(super) fn forward(&mut self, times: usize) -> Vec<Effect> {
        self.travel(times, |jumps, here| {
            let to = jumps.forward.pop()?;
            jumps.back.push(here);
            Some(to)
        })
    }

    fn travel(&mut self, times: usize, take: impl Fn(&mut Jumps, Jump) -> Option<Jump>) -> Vec<Effect> {
        let mut here = self.here();
        let mut to = None;
        for _ in 0..times.min(MOST) {
            let Some(next) = take(&mut self.jumps, here.clone()) else { break };
            here = next.clone();
            to = Some(next);
        }
        let Some(to) = to else {
            self.warn("there is no jump to take back or to repeat");
            return Vec::new();
        };
        self.return_to(&to)
    }

    fn here(&self) -> Jump {
        let height = self.geometry().rows();
        let panes = self.panes.as_ref().map(|pane| {
            let row = pane.row_of(pane.at(), height).max(0) as usize;
            Place { article: pane.article, cursor: pane.cursor, row }
        });
        Jump { focus: self.focus, panes, link: self.tie().map(|tie| tie.loci) }
    }

    fn return_to(&mut self, jump: &Jump) -> Vec<Effect> {
        self.focus = jump.focus;
        let other = self.pair() != jump.panes.map(|place| place.article);
        if other {
            self.keep_places();
            self.sought = jump.link;
        }
        for side in Side::BOTH {
            let place = jump.panes[side];
            if other {
                self.put(side, place.article);
            }
            let height = self.geometry().rows();
            let pane = &mut self.panes[side];
            pane.cursor = pane.page.place_of(pane.page.spot_of(place.cursor));
            pane.put(pane.at(), place.row);
            pane.show_cursor(height);
        }
        if other {
            self.know(None);
            self.current = None;
            return self.collate();
        }
        self.current = jump.link.and_then(|loci| self.link_of(loci));
        Vec::new()
    }
}
