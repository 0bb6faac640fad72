//! Arrival: what a collation changes when it comes in.

use std::sync::Arc;

use super::app::{App, Mode};
use super::between::{Known, link_of};
use super::event::{Answer, Effect, Gathered, Masked};
use super::follow::anchors;
use super::order::Orders;
use crate::article::Locus;
use crate::boilerplate::Mask;
use crate::collate::{Collation, Depth};
use crate::text::{Pair, Side};

impl App {
    /// Takes in the answer to the newest job; an older one is dropped.
    pub(super) fn answered(&mut self, answer: Answer) -> Vec<Effect> {
        if answer.ticket != self.awaited {
            self.answered_beside(answer);
            return Vec::new();
        }
        let stood = self.tie().map(|tie| tie.loci).or(self.sought);
        if answer.depth == Depth::Statements {
            self.sought = None;
        }
        self.know(Some(answer.collation));
        self.collating = answer.depth != Depth::Statements;
        self.current = stood.or(self.landed).and_then(|loci| self.link_of(loci));
        self.landed = self.landed.filter(|_| self.collating);
        self.wear(self.pair(), answer.masks);
        Vec::new()
    }

    /// Takes in what is hidden of a pair, before it is known what the two share.
    pub(super) fn masked(&mut self, masked: Masked) -> Vec<Effect> {
        if masked.ticket == self.awaited {
            self.wear(self.pair(), masked.masks);
        } else if let Some(between) = self.awaited_beside(masked.ticket) {
            let about = between.about;
            self.wear(about, masked.masks);
        }
        Vec::new()
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

    /// Takes in what the open pair shares, and the order of its links: they are sorted once, not for each key or frame.
    pub(super) fn know(&mut self, collation: Option<Arc<Collation>>) {
        self.orders = collation.as_deref().map(Orders::of).unwrap_or_default();
        self.anchors = collation.as_deref().map(anchors).unwrap_or_default();
        self.known = Known::from(collation);
    }

    pub(super) fn link_of(&self, loci: Pair<Locus>) -> Option<usize> {
        link_of(self.collation()?, loci)
    }
}
