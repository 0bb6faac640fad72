//! Arrival: what a collation changes when it comes in.

use std::sync::Arc;

use super::app::App;
use super::event::{Answer, Effect};
use crate::collate::{Link, Tie};
use crate::text::{Pair, Side};

impl App {
    /// Takes in the answer to the newest job; an older one is dropped.
    pub(super) fn answered(&mut self, answer: Answer) -> Vec<Effect> {
        if answer.ticket != self.awaited {
            return Vec::new();
        }
        let open = self.pair();
        let stood = self.tie().map(|tie| tie.loci);
        let new = Side::BOTH.iter().any(|&side| self.masks[open[side]] != answer.masks[side]);
        for side in Side::BOTH {
            self.masks[open[side]] = Arc::clone(&answer.masks[side]);
        }
        self.collation = Some(answer.collation);
        self.collating = false;
        self.current = stood.and_then(|loci| self.link_of(loci));
        if new {
            self.set_pages();
        }
        Vec::new()
    }

    fn link_of(&self, loci: Pair<crate::article::Locus>) -> Option<usize> {
        let links = &self.collation.as_ref()?.alignment;
        links.iter().position(|link| matches!(link, Link::Both(Tie { loci: at, .. }) if *at == loci))
    }
}
