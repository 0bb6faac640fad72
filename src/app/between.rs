//! Between two panes next to each other: what their articles share. That of the open pair lies open in `App`, the others wait beside it.

use std::sync::Arc;

use super::app::App;
use super::event::{Answer, Effect, Job};
use super::follow::anchors;
use super::order::Orders;
use super::pane::Pane;
use super::row::Seat;
use crate::article::Locus;
use crate::collate::{Collation, Depth, Link, Tie};
use crate::text::{Pair, Side};

/// What two texts share, given out only for those two: its places mean nothing in any other.
#[derive(Debug, Default)]
pub(super) struct Known(Option<Arc<Collation>>);

impl Known {
    /// Gives what the articles of these panes share; nothing where it is not known, or was found in other texts.
    pub fn of(&self, panes: Pair<&Pane>) -> Option<&Arc<Collation>> {
        self.0.as_ref().filter(|collation| collation.is_of(panes.map(|pane| pane.open_article().as_ref())))
    }
}

impl From<Option<Arc<Collation>>> for Known {
    fn from(collation: Option<Arc<Collation>>) -> Self {
        Self(collation)
    }
}

/// What two articles share, and what follows from it.
#[derive(Debug, Default)]
pub(super) struct Between {
    /// The articles, by their indexes.
    pub about: Pair<usize>,
    /// What they share; `None` until it is known.
    pub known: Known,
    /// Its links in the orders in which they are stepped through.
    pub orders: Orders,
    /// The paragraphs that correspond in order.
    pub anchors: Vec<Pair<Locus>>,
    /// The link on which the reader stood last.
    pub current: Option<usize>,
    /// The number of the collation asked for last; 0 where it is to be asked for.
    pub awaited: u64,
    /// Whether its answer is still to come.
    pub collating: bool,
    /// Whether the pane beside the pair has been placed, so that it does not come alongside once this is known.
    pub placed: bool,
}

impl Between {
    fn know(&mut self, collation: Arc<Collation>) {
        let stood = self.current.and_then(|at| match self.known.0.as_ref()?.alignment.get(at)? {
            Link::Both(tie) => Some(tie.loci),
            Link::Only(..) => None,
        });
        self.orders = Orders::of(&collation);
        self.anchors = anchors(&collation);
        self.current = stood.and_then(|loci| link_of(&collation, loci));
        self.known = Known(Some(collation));
    }
}

/// Finds the link of two paragraphs.
pub(super) fn link_of(collation: &Collation, loci: Pair<Locus>) -> Option<usize> {
    collation.alignment.iter().position(|link| matches!(link, Link::Both(Tie { loci: at, .. }) if *at == loci))
}

impl App {
    /// Gives what the open pair shares; `None` until it is known.
    pub fn collation(&self) -> Option<&Arc<Collation>> {
        self.known.of(self.panes.as_ref())
    }

    /// Takes out what is known of the open pair.
    pub(super) fn take_between(&mut self) -> Between {
        Between {
            about: self.pair(),
            known: std::mem::take(&mut self.known),
            orders: std::mem::take(&mut self.orders),
            anchors: std::mem::take(&mut self.anchors),
            current: self.current.take(),
            awaited: std::mem::take(&mut self.awaited),
            collating: std::mem::take(&mut self.collating),
            placed: false,
        }
    }

    /// Takes in what is known of a pair that is open now.
    pub(super) fn put_between(&mut self, between: Between) {
        let Between { known, orders, anchors, current, awaited, collating, .. } = between;
        (self.known, self.orders, self.anchors) = (known, orders, anchors);
        (self.current, self.awaited, self.collating) = (current, awaited, collating);
    }

    /// Asks what those panes share of which it is neither known nor asked for, as far as they are shown; the open pair first.
    pub(super) fn ask_between(&mut self) -> Vec<Effect> {
        if self.reading {
            return Vec::new();
        }
        let mut effects = Vec::new();
        if self.awaited == 0 {
            let job = self.job(self.pair());
            (self.awaited, self.collating) = (job.ticket, true);
            effects.push(Effect::CollateNext(job));
        }
        for seat in self.shown_beside() {
            let about = self.abreast(seat).panes.map(|pane| pane.article);
            if self.between_mut(seat).is_none_or(|between| between.awaited > 0) {
                continue;
            }
            let job = self.job(about);
            if let Some(between) = self.between_mut(seat) {
                (between.awaited, between.collating) = (job.ticket, true);
            }
            effects.push(Effect::CollateNext(job));
        }
        effects
    }

    /// Forgets what is known of panes that stand next to others by now.
    pub(super) fn forget_parted(&mut self) {
        for seat in self.seats().into_iter().filter(|seat| seat.out > 0) {
            let about = self.abreast(seat).panes.map(|pane| pane.article);
            if let Some(between) = self.between_mut(seat).filter(|between| between.about != about) {
                *between = Between { about, ..Between::default() };
            }
        }
    }

    /// Makes the job of collating two articles.
    pub(super) fn job(&mut self, articles: Pair<usize>) -> Job {
        Job {
            ticket: self.next_ticket(),
            articles: articles.map(|index| Arc::clone(&self.articles[index])),
            session: articles.map(|index| self.session[index].clone()),
            rules: Arc::clone(&self.rules),
        }
    }

    /// Lets what is still being found of panes beside the pair be asked for anew: it has been called off.
    pub(super) fn call_off_beside(&mut self) {
        for between in self.betweens_mut().filter(|between| between.collating) {
            (between.awaited, between.collating) = (0, false);
        }
    }

    /// Lets all be asked for anew what panes beside the pair share, since something else is hidden now.
    pub(super) fn renew_beside(&mut self) {
        for between in self.betweens_mut() {
            (between.awaited, between.collating) = (0, false);
        }
    }

    /// Takes in what panes beside the pair share, if it is awaited. Where the reader has gone on from the top, panes that move together
    /// come alongside.
    pub(super) fn answered_beside(&mut self, answer: Answer) {
        let Some(between) = self.awaited_beside(answer.ticket) else { return };
        let about = between.about;
        let placed = between.placed;
        between.collating = answer.depth != Depth::Statements;
        between.know(answer.collation);
        self.wear(about, answer.masks);
        if !placed && Side::BOTH.iter().any(|side| self.panes[*side].at() != self.panes[*side].page.first()) {
            self.bring_along();
        }
    }

    /// Remembers whether the panes beside the pair have been placed.
    pub(super) fn note_placed(&mut self, placed: bool) {
        self.betweens_mut().for_each(|between| between.placed = placed);
    }

    /// Gives what panes beside the pair share that is awaited under a ticket.
    pub(super) fn awaited_beside(&mut self, ticket: u64) -> Option<&mut Between> {
        self.betweens_mut().find(|between| between.awaited == ticket)
    }

    /// Says that something broke off, if it is what panes beside the pair share.
    pub(super) fn gave_up_beside(&mut self, ticket: u64) {
        if let Some(between) = self.awaited_beside(ticket) {
            between.collating = false;
        }
    }

    fn between_mut(&mut self, seat: Seat) -> Option<&mut Between> {
        Some(&mut self.beside[seat.side].get_mut(seat.out.checked_sub(1)?)?.between)
    }

    fn betweens_mut(&mut self) -> impl Iterator<Item = &mut Between> {
        let Pair { left, right } = &mut self.beside;
        left.iter_mut().chain(right).map(|neighbour| &mut neighbour.between)
    }

    /// Gives the panes beside the pair that are shown, the nearest first.
    pub(super) fn shown_beside(&self) -> Vec<Seat> {
        let shown = self.geometry().shown_beside();
        Side::BOTH.into_iter().flat_map(|side| (1..=shown[side]).map(move |out| Seat { side, out })).collect()
    }
}
