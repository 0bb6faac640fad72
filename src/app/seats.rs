//! Seats: panes opened and closed, and the focus moved among them.

use super::app::App;
use super::between::Between;
use super::reopen::STILL_READING;
use super::row::Neighbour;
use crate::app::jobs::Effect;
use crate::app::keys::Action;
use crate::app::layout::MOST_PANES;
use crate::app::layout::Seat;
use crate::app::layout::needed;
use crate::text::Side;

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
        let (row, room) = (self.row(), self.room());
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
        let (row, all) = (self.row(), self.articles.len());
        let last = row.last().copied().unwrap_or(0);
        (last + 1..all).chain(0..last).find(|article| !row.contains(article))
    }

    /// Opens panes until there are so many, as far as there are articles. Those that have no room are shown when there is.
    pub(super) fn fill_row(&mut self, panes: usize) {
        while self.row().len() < panes.min(MOST_PANES) {
            let Some(article) = self.next_not_shown() else { return };
            self.seat_beside(article);
        }
    }

    fn seat_beside(&mut self, article: usize) {
        let pane = self.opened(article);
        self.beside.right.push(Neighbour { pane, between: Between::default() });
    }

    /// Closes the focused pane; the next one comes in its place. Two panes stay.
    pub(super) fn close_pane(&mut self) -> Vec<Effect> {
        if self.row().len() <= 2 {
            self.warn(format!("two panes are the least; {} opens a third", self.key(Action::OpenPane)));
            return Vec::new();
        }
        self.leave();
        self.keep_places();
        let side = self.focus;
        self.say(format!("{} is shown no more", self.focused().open_article().name));
        if self.beside[side].is_empty() {
            self.shift(side.other());
            self.beside[side].clear();
            return Vec::new();
        }
        self.panes[side] = self.beside[side].remove(0).pane;
        self.know(None);
        self.current = None;
        self.collate()
    }

    /// Opens the pair of the focused pane and the one beside it, where that has the article; the focus stays.
    pub(super) fn turn_to_neighbour(&mut self, article: usize) {
        let beside = self.pane(Seat { side: self.focus, out: 1 });
        if beside.is_some_and(|pane| pane.article == article) {
            self.shift(self.focus);
            self.focus = self.focus.other();
        }
    }

    /// Moves the focus to the next pane that is shown; behind the last one comes the first.
    pub(super) fn focus_next(&mut self) {
        let shown = self.shown_seats();
        let at = shown.iter().position(|seat| *seat == Seat::of(self.focus)).unwrap_or(0);
        if let Some(seat) = shown.get((at + 1) % shown.len().max(1)) {
            self.sit(*seat);
        }
    }

    /// Moves the focus one pane to a side, also to one that has no room so far.
    pub(super) fn focus_towards(&mut self, side: Side) {
        let to = if self.focus == side { Seat { side, out: 1 } } else { Seat::of(side) };
        if self.pane(to).is_none() {
            self.say(format!("already in the {} pane", if side == Side::Left { "left" } else { "right" }));
            return;
        }
        self.sit(to);
    }
}
