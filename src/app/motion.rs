//! Motion: the cursor, the focus, and which article stands where.

use super::app::App;
use super::reopen::STILL_READING;
use super::step::ABOVE;
use crate::app::jobs::Effect;
use crate::app::keys::Action;
use crate::app::layout::PaneIx;
use crate::article::{Extent, Locus};
use crate::text::Side;

impl App {
    /// Moves the cursor or the focus.
    pub(super) fn moved(&mut self, action: Action, count: Option<usize>) {
        let height = self.geometry().rows().max(1);
        let times = count.unwrap_or(1) as isize;
        let (half, page) = ((height / 2).max(1) as isize, height.saturating_sub(2).max(1) as isize);
        if matches!(action, Action::Top | Action::Bottom) {
            self.leave();
        }
        let (lead, top, cursor) = (self.row.focus, self.focused().top, self.focused().cursor);
        match action {
            Action::Down => self.walk(times),
            Action::Up => self.walk(-times),
            Action::HalfDown => self.scroll(times * half),
            Action::HalfUp => self.scroll(-times * half),
            Action::PageDown => self.scroll(times * page),
            Action::PageUp => self.scroll(-times * page),
            Action::RollDown => self.roll(self.row.ix(lead), times),
            Action::RollUp => self.roll(self.row.ix(lead), -times),
            Action::Top => self.go_to_paragraph(count, 1),
            Action::Bottom => self.go_to_paragraph(count, usize::MAX),
            Action::OtherPane => return self.focus_next(),
            Action::LeftPane => return self.focus_towards(Side::Left),
            Action::RightPane => return self.focus_towards(Side::Right),
            _ => {}
        }
        if (self.row[lead].top, self.row[lead].cursor) != (top, cursor) {
            self.carry_along(lead, top);
        } else if matches!(action, Action::Top | Action::Bottom) && self.message.is_none() {
            self.say("the cursor stands there already");
        }
    }

    fn walk(&mut self, rows: isize) {
        let height = self.geometry().rows();
        let pane = self.row.focused_mut();
        if !pane.walk(rows) {
            self.say_the_end(self.row.ix(self.row.focus), rows);
            return;
        }
        pane.show_cursor(height);
    }

    /// Moves the cursor and what is shown by as many rows.
    fn scroll(&mut self, rows: isize) {
        let height = self.geometry().rows();
        let pane = self.row.focused_mut();
        let last = pane.page.step(pane.page.last(), 1 - height as isize);
        let top = pane.page.step(pane.top, rows).min(last.max(pane.top));
        if !pane.walk(rows) {
            self.say_the_end(self.row.ix(self.row.focus), rows);
            return;
        }
        pane.top = top;
        pane.show_cursor(height);
    }

    /// Moves what a pane shows by as many rows; the cursor stays in its place while that is in view.
    pub(super) fn roll(&mut self, seat: PaneIx, rows: isize) {
        let height = self.geometry().rows();
        if self.row.get_mut(seat).is_some_and(|pane| !pane.roll(rows, height)) {
            self.say_the_end(seat, rows);
        }
    }

    fn go_to_paragraph(&mut self, count: Option<usize>, otherwise: usize) {
        let height = self.geometry().rows();
        let pane = self.row.focused_mut();
        let article = pane.open_article();
        let number = count.unwrap_or(otherwise).clamp(1, article.paragraphs.len().max(1));
        let end = pane.page.place_of(pane.page.last());
        let cut = number < count.unwrap_or(otherwise) && article.extent == Extent::Head;
        let start = article.paragraphs.get(number - 1).map_or(0, |paragraph| paragraph.span.start());
        let beyond = count.filter(|count| *count > article.paragraphs.len()).map(|_| article.paragraphs.len());
        pane.cursor = if count.is_none() && otherwise > 1 { end } else { start };
        if count.is_none() && otherwise == 1 {
            pane.cursor = pane.page.place_of(pane.page.first());
            pane.top = pane.page.first();
        }
        if count.is_some() && !pane.shows(Locus(number - 1), height) {
            pane.put(pane.at(), height / ABOVE);
        }
        pane.show_cursor(height);
        match beyond {
            _ if cut => self.say_the_end(self.row.ix(self.row.focus), 1),
            Some(last) => self.say(format!("the article has {last} paragraphs")),
            None => {}
        }
    }

    /// Says that a pane has nothing more in the direction of `rows`, or not yet.
    fn say_the_end(&mut self, seat: PaneIx, rows: isize) {
        let extent = self.row.get(seat).map_or(Extent::Whole, |pane| pane.open_article().extent);
        match extent {
            _ if rows < 0 => self.say("the top of the article"),
            Extent::Whole => self.say("the end of the article"),
            Extent::Head if self.reading => self.warn(STILL_READING),
            Extent::Head => self.warn("the rest of the article could not be read"),
        }
    }

    /// Puts article `number`, counted from 1, into the focused pane; where the other pane has it, the two change places.
    pub(super) fn choose(&mut self, number: usize) -> Vec<Effect> {
        if self.reading && (!self.has_pair() || number > self.articles.len()) {
            self.warn(STILL_READING);
            return Vec::new();
        }
        if !self.has_pair() {
            self.warn("only one article is open: there is no other to choose");
            return Vec::new();
        }
        if number == 0 || number > self.articles.len() {
            self.warn(format!("there is no article {number}; {} are open", self.articles.len()));
            return Vec::new();
        }
        let index = number - 1;
        if self.row[self.row.focus].article == index {
            self.say(format!("{} stands here already", self.articles[index].name));
            return Vec::new();
        }
        self.leave();
        self.keep_places();
        let was = self.row[self.row.focus].article;
        if self.row.articles().contains(&index) {
            self.say("the two articles have changed places");
        }
        if self.row[self.row.focus.other()].article == index {
            self.put(self.row.focus.other(), was);
        }
        self.put(self.row.focus, index);
        self.return_to_pair();
        Vec::new()
    }
}
