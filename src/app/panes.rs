//! Seats: panes opened and closed, and the focus moved among them.

use std::sync::Arc;

use super::app::App;
use super::pair_view::PairView;
use super::pane::Pane;
use super::reopen::STILL_READING;
use crate::app::keys::Action;
use crate::app::layout::Geometry;
use crate::app::layout::MOST_PANES;
use crate::app::layout::PaneIx;
use crate::app::layout::fitting;
use crate::app::layout::needed;
use crate::page::Page;
use crate::text::{Pair, Side};

impl App {
    /// Opens a further pane at the right: with that article, counted from 1, else with the next one that is not shown.
    pub(super) fn open_pane(&mut self, number: Option<usize>) {
        match self.for_further_pane(number) {
            Ok(article) => {
                self.leave();
                self.seat_beside(article);
                let (name, close) = (&self.articles[article].name, self.key(Action::ClosePane));
                self.say(format!("{name} stands at the right; {close} closes the pane you are in"));
            }
            Err(why) => self.warn(why),
        }
    }

    /// Gives the article that a further pane would show.
    ///
    /// # Errors
    ///
    /// Says why there is none, or no room for it.
    fn for_further_pane(&self, number: Option<usize>) -> Result<usize, String> {
        let (row, room) = (self.row.articles(), self.room());
        if room < row.len() {
            return Err(self.no_room_for(room + 1));
        }
        let wanted = number.map_or_else(|| self.next_not_shown(), |number| number.checked_sub(1));
        let known = wanted.filter(|article| *article < self.articles.len() && self.has_pair());
        let Some(article) = known else {
            return Err(match number {
                _ if self.reading => STILL_READING.to_owned(),
                _ if !self.has_pair() => "only one article is open: there is no other to show".to_owned(),
                None => "no other article is open".to_owned(),
                Some(number) => format!("there is no article {number}; {} are open", self.articles.len()),
            });
        };
        if row.contains(&article) {
            return Err(format!("{} is shown already", self.articles[article].name));
        }
        if row.len() >= MOST_PANES {
            let close = self.key(Action::ClosePane);
            return Err(format!("there are {MOST_PANES} panes, and no more; {close} closes the one you are in"));
        }
        if row.len() >= room { Err(self.no_room_for(room + 1)) } else { Ok(article) }
    }

    fn no_room_for(&self, pane: usize) -> String {
        let nth = if pane == 3 { "third" } else { "fourth" };
        let (needed, width) = (needed(pane, self.settings.measure), self.size.width);
        format!("no room for a {nth} pane: {needed} columns are needed, here are {width}")
    }

    /// Gives the next article after that of the last pane that no pane shows; behind the last article begins the first.
    fn next_not_shown(&self) -> Option<usize> {
        let (row, all) = (self.row.articles(), self.articles.len());
        let last = row.last().copied().unwrap_or(0);
        (last + 1..all).chain(0..last).find(|article| !row.contains(article))
    }

    /// Opens panes until there are so many, as far as there are articles. Those that have no room are shown when there is.
    pub(super) fn fill_row(&mut self, panes: usize) {
        while self.row.panes().len() < panes.min(MOST_PANES) {
            let Some(article) = self.next_not_shown() else { return };
            self.seat_beside(article);
        }
    }

    fn seat_beside(&mut self, article: usize) {
        let pane = self.opened(article);
        self.row.push(pane);
    }

    /// Closes the focused pane; the next one comes in its place. Two panes stay.
    pub(super) fn close_pane(&mut self) {
        if self.row.panes().len() <= 2 {
            self.warn(format!("two panes are the least; {} opens a third", self.key(Action::OpenPane)));
            return;
        }
        self.leave();
        self.keep_places();
        self.say(format!("{} is shown no more", self.focused().open_article().name));
        self.row.remove(self.row.ix(self.row.focus));
    }

    /// Opens the pair of the focused pane and the one beside it, where that has the article; the focus stays.
    pub(super) fn turn_to_neighbour(&mut self, article: usize) {
        let side = self.row.focus;
        let beside = self.row.outside(side, 1).and_then(|pane| self.row.get(pane));
        if beside.is_some_and(|pane| pane.article == article) {
            self.row.shift(side);
            self.row.focus = side.other();
        }
    }

    /// Moves the focus to the next pane that is shown; behind the last one comes the first.
    pub(super) fn focus_next(&mut self) {
        let shown = self.shown_panes();
        let at = shown.iter().position(|pane| *pane == self.row.ix(self.row.focus)).unwrap_or(0);
        if let Some(pane) = shown.get((at + 1) % shown.len().max(1)) {
            self.sit(*pane);
        }
    }

    /// Moves the focus one pane to a side, also to one that has no room so far.
    pub(super) fn focus_towards(&mut self, side: Side) {
        let to = self.row.outside(side, usize::from(self.row.focus == side));
        match to {
            Some(pane) => self.sit(pane),
            None => self.say(format!("already in the {} pane", if side == Side::Left { "left" } else { "right" })),
        }
    }

    /// Gives the screen's parts.
    pub fn geometry(&self) -> Geometry {
        let beside = if self.diff.is_some() { Pair::default() } else { self.row.beside() };
        Geometry::among(self.size, self.settings.measure, beside)
    }

    /// Gives the panes that are shown, from left to right.
    pub fn shown_panes(&self) -> Vec<PaneIx> {
        let shown = self.geometry().shown_beside();
        self.row.places().filter(|pane| self.row.out(*pane) <= shown[self.row.side(*pane)]).collect()
    }

    /// Gives how many panes have room.
    pub(super) fn room(&self) -> usize {
        fitting(self.size.width, self.settings.measure)
    }

    /// Moves the focus to a pane of the row, and the pair along with it.
    pub(super) fn sit(&mut self, pane: PaneIx) {
        if self.row.focus_on(pane) && self.standing().is_none() {
            // What stands side by side already is the link one has come to.
            let loci = self.row.both().map(Pane::locus);
            let pairing = self.row.pairing_mut();
            pairing.current = pairing.link_of(loci);
        }
    }

    /// Makes a pane of an article.
    pub(super) fn opened(&self, article: usize) -> Pane {
        let measure = usize::from(self.geometry().panes[self.row.focus].text.width);
        let (open, mask) = (Arc::clone(&self.articles[article]), Arc::clone(&self.masks[article]));
        let mut pane = Pane::open(article, Page::new(open, mask, self.folding, measure), self.places[article]);
        pane.edge = self.settings.scroll_offset;
        pane
    }

    /// Puts an article into a pane of the pair. A pane beside it that has the article gets the one that was there, or another that
    /// nobody shows; where there is none, it is gone.
    pub(super) fn put(&mut self, side: Side, article: usize) {
        let was = self.row[side].article;
        let pane = self.opened(article);
        self.row.set(self.row.ix(side), pane);
        for place in self.beside_with(article) {
            let row = self.row.articles();
            let free = std::iter::once(was).chain(0..self.articles.len()).find(|other| !row.contains(other));
            match free.map(|other| self.opened(other)) {
                Some(pane) => self.row.set(place, pane),
                None => self.row.remove(place),
            }
        }
    }

    /// Gives where an article stands beside the pair, the last place first.
    fn beside_with(&self, article: usize) -> Vec<PaneIx> {
        let has = |pane: &PaneIx| self.row.get(*pane).is_some_and(|pane| pane.article == article);
        let beside = self.row.places().filter(|pane| self.row.out(*pane) > 0 && has(pane));
        let mut all: Vec<PaneIx> = beside.collect();
        all.reverse();
        all
    }

    /// Makes the row one of these articles, of which the pair's left pane has the one at `first`.
    pub(super) fn set_row(&mut self, row: &[usize], first: usize) {
        let mut known: Vec<Option<Pane>> = Vec::new();
        let fresh: Vec<Pane> = row.iter().map(|article| self.opened(*article)).collect();
        known.extend(self.row.take_panes().into_iter().map(Some));
        let kept = |new: Pane| {
            let old = known.iter_mut().find(|old| old.as_ref().is_some_and(|old| old.article == new.article));
            old.and_then(Option::take).unwrap_or(new)
        };
        let panes = fresh.into_iter().map(kept).collect();
        self.row.replace(panes, first);
    }

    /// Gives a pane with the next one towards the open pair; one of the pair with the other.
    pub fn pair_view(&self, pane: PaneIx) -> PairView<'_> {
        let (panes, pairing) = self.row.pairing_at(pane);
        let open = self.row.out(pane) == 0;
        PairView {
            panes,
            collation: pairing.collation().map(|collation| &**collation),
            now: self.tie().filter(|tie| open && tie.loci[self.row.focus] == self.focused().locus()),
            collating: pairing.found.is_awaited(),
            orders: &pairing.orders,
            anchors: &pairing.anchors,
            reviewed: &self.reviewed,
            notes: &self.notes,
        }
    }
}
