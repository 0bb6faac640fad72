//! Arrival: what a collation changes when it comes in.

use std::sync::Arc;

use super::app::App;
use super::app::Mode;
use crate::app::jobs::Answer;
use crate::app::jobs::Effect;
use crate::app::jobs::Gathered;
use crate::app::jobs::Masked;
use crate::article::Locus;
use crate::boilerplate::Mask;
use crate::collate::Collation;
use crate::text::{Pair, Side};

impl App {
    /// Takes in what a pair shares, if it is awaited. Where the reader has gone on from the top, panes beside the open pair that move
    /// together come alongside.
    pub(super) fn answered(&mut self, answer: &Answer) {
        let Some(pairing) = self.row.pairings_mut().find(|pairing| pairing.found.awaits(answer.ticket)) else { return };
        let (about, placed) = (pairing.about, pairing.placed);
        pairing.take(answer);
        self.wear(about, answer.masks.clone());
        let gone_on = |side: &Side| self.row[*side].at() != self.row[*side].page.first();
        if !self.row.is_open(about) && !placed && Side::BOTH.iter().any(gone_on) {
            self.bring_along();
        }
    }

    /// Takes in what is hidden of a pair, before it is known what the two share.
    pub(super) fn masked(&mut self, masked: Masked) {
        let pairing = self.row.pairings_mut().find(|pairing| pairing.found.awaits(masked.ticket));
        if let Some(about) = pairing.map(|pairing| pairing.about) {
            self.wear(about, masked.masks);
        }
    }

    /// Takes in which articles carry which statement, unless something else is hidden by now.
    pub(super) fn gathered(&mut self, gathered: Gathered) -> Vec<Effect> {
        if gathered.ticket == self.gathering {
            self.clusters = Some(gathered.clusters);
            if self.asks_apparatus && self.mode == Mode::Reading {
                self.message = None;
                self.list_readings();
            }
        }
        Vec::new()
    }

    /// Hides what is to be hidden of two articles.
    pub(super) fn wear(&mut self, open: Pair<usize>, masks: Pair<Arc<Mask>>) {
        let new = Side::BOTH.iter().any(|&side| self.masks[open[side]] != masks[side]);
        for side in Side::BOTH {
            self.masks[open[side]] = Arc::clone(&masks[side]);
        }
        if new {
            self.set_pages();
        }
    }

    /// What the open pair shares, as far as it is known.
    pub fn collation(&self) -> Option<&Arc<Collation>> {
        self.row.pairing().collation()
    }

    /// Whether more of what the open pair shares is being found.
    pub fn collating(&self) -> bool {
        let found = &self.row.pairing().found;
        found.is_awaited() || (found.is_open() && !self.reading)
    }

    pub(super) fn link_of(&self, loci: Pair<Locus>) -> Option<usize> {
        self.row.pairing().link_of(loci)
    }
}
