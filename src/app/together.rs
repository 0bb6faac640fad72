//! Together: the panes beside the pair go along with it, each with the pane next to it.
//!
//! The pair goes first; where it stands, the panes beside it follow, from the inner to the outer ones. That is done once, after an event,
//! whatever moved the pair; but not where all panes have been placed already, by going back, or by scrolling one that stands beside.

use super::app::App;
use crate::app::jobs::Effect;
use crate::app::jobs::Job;
use crate::app::layout::PaneIx;
use crate::page::Spot;
use crate::text::{Pair, Side};

/// Where the panes of a row stand, from left to right: their articles, first rows and cursors.
pub(super) type Stand = Vec<(usize, Spot, usize)>;

impl App {
    /// Gives where all panes stand.
    pub(super) fn stands(&self) -> Stand {
        self.row.panes().iter().map(|pane| (pane.article, pane.top, pane.cursor)).collect()
    }

    /// Sees to what no single action has to think of, after each event: sets the pages anew where another number of panes is shown, lets
    /// the panes beside the pair go along where it has moved, forgets what is known of panes that are neighbours no more, and asks for
    /// what shown neighbours share.
    pub(super) fn settle(&mut self, before: &Stand, effects: &mut Vec<Effect>) {
        let measure = usize::from(self.geometry().panes.left.text.width).max(1);
        if self.row.panes().iter().any(|pane| pane.page.measure() != measure) {
            self.set_pages();
        }
        self.row.forget_parted();
        if std::mem::take(&mut self.row.placed) {
            self.note_placed(true);
        } else {
            let now = self.stands();
            let first = self.row.ix(Side::Left).0;
            let pair = |stand: &Stand| stand.get(first..first + 2).map(<[_]>::to_vec);
            if before.len() != now.len() || pair(before) != pair(&now) {
                self.note_placed(false);
                self.bring_along();
            }
        }
        let open = self.row.pair();
        self.diff_awaited = self.diff_awaited.filter(|(about, _)| *about == open);
        self.ask_what_is_shared(effects);
    }

    fn note_placed(&mut self, placed: bool) {
        self.row.pairings_mut().for_each(|pairing| pairing.placed = placed);
    }

    /// Asks what neighbours share of which it is neither known nor asked for, as far as they are shown; the open pair first.
    fn ask_what_is_shared(&mut self, effects: &mut Vec<Effect>) {
        self.ask_what_the_pair_shares(effects);
        let shown = self.geometry().shown_beside();
        let beside = Side::BOTH.into_iter().flat_map(|side| (1..=shown[side]).map(move |out| (side, out)));
        for (side, out) in beside.filter(|_| !self.reading).collect::<Vec<_>>() {
            let Some(pane) = self.row.outside(side, out) else { continue };
            if self.row.pairing_at(pane).1.found.is_open() {
                let job = self.job(self.row.pairing_at(pane).1.about);
                self.row.pairing_at_mut(pane).found.ask(job.ticket);
                effects.push(Effect::CollateNext(job));
            }
        }
    }

    /// Asks what the open pair shares, unless that is known or asked for; where it is another pair now, ahead of all that is being found.
    /// Not while it is being read, since what is read will be collated.
    pub(super) fn ask_what_the_pair_shares(&mut self, effects: &mut Vec<Effect>) {
        let hurries = std::mem::take(&mut self.row.hurries);
        if self.reading || !self.row.pairing().found.is_open() {
            return;
        }
        if hurries {
            self.row.pairings_mut().for_each(|pairing| pairing.found.call_off());
        }
        let job = self.job(self.row.pair());
        self.row.pairing_mut().found.ask(job.ticket);
        effects.push(if hurries { Effect::Collate(job) } else { Effect::CollateNext(job) });
    }

    /// Makes the job of collating two articles.
    pub(super) fn job(&mut self, articles: Pair<usize>) -> Job {
        Job {
            ticket: self.next_ticket(),
            articles: articles.map(|index| std::sync::Arc::clone(&self.articles[index])),
            session: articles.map(|index| self.session[index].clone()),
            rules: std::sync::Arc::clone(&self.rules),
        }
    }

    /// Lets the panes beside the pair follow it.
    pub(super) fn bring_along(&mut self) {
        for side in Side::BOTH {
            self.bring_along_from(self.row.ix(side));
        }
    }

    /// Scrolls a pane; those that move together go along.
    pub(super) fn roll_along(&mut self, pane: PaneIx, rows: isize) {
        let Some(top) = self.row.get(pane).map(|pane| pane.top) else { return };
        self.roll(pane, rows);
        let side = self.row.side(pane);
        if self.row.out(pane) == 0 {
            self.carry_along(side, top);
            return;
        }
        self.row.placed = true;
        if !self.locked {
            return;
        }
        self.bring_along_from(pane);
        let mut lead = pane;
        while self.row.out(lead) > 0 {
            let inner = self.row.inner(lead);
            self.follow_from(lead, inner);
            lead = inner;
        }
        self.follow(side);
        self.bring_along_from(self.row.ix(side.other()));
    }

    /// Lets the panes further out follow this one.
    fn bring_along_from(&mut self, pane: PaneIx) {
        if !self.locked {
            return;
        }
        let (side, mut out) = (self.row.side(pane), self.row.out(pane));
        while let (Some(lead), Some(next)) = (self.row.outside(side, out), self.row.outside(side, out + 1)) {
            self.follow_from(lead, next);
            out += 1;
        }
    }
}
