//! Pulling: the counterpart of what one reads comes alongside, wherever it stands.

use std::cmp::Reverse;

use super::app::App;
use super::keymap::Action;
use crate::collate::Match;
use crate::page::Row;
use crate::text::Span;

impl App {
    /// Gives the matches of which a passage stands on the cursor's row: the counterparts of the passage that fills most of it, in the order of the other article.
    pub fn copies(&self) -> Vec<usize> {
        let (Some(collation), pane) = (self.collation(), self.focused()) else { return Vec::new() };
        let Row::Text(row) = pane.page.row(pane.at()) else { return Vec::new() };
        let near: Vec<usize> = collation.matches_on(self.focus, pane.locus(), row).collect();
        let here = |at: usize| collation.matches.get(at).map(|found| found.passages[self.focus].span);
        let met = |at: usize| here(at).and_then(|span| span.meet(row)).map_or(0, Span::len);
        let echo = |at: usize| collation.matches.get(at).is_some_and(|found| found.echo);
        let Some(main) = near.iter().copied().max_by_key(|&at| (met(at), !echo(at), Reverse(at))).and_then(here) else {
            return Vec::new();
        };
        let alike = |span: Span| span.meet(main).is_some_and(|both| both.len() * 2 > main.len().max(span.len()));
        let mut copies: Vec<usize> = near.iter().copied().filter(|&at| here(at).is_some_and(alike)).collect();
        copies.sort_by_key(|&at| collation.matches.get(at).map(|found| found.passages[self.focus.other()].span));
        copies
    }

    /// Pulls the counterpart of the passage at the cursor alongside, a moved one before others; again, and the next copy comes.
    pub(super) fn pull(&mut self) {
        let copies = self.copies();
        let Some(collation) = self.collation().cloned() else {
            self.warn(if self.collating { "still collating" } else { "there is nothing to pull alongside" });
            return;
        };
        let found = |at: usize| collation.matches.get(at);
        let faced = copies.iter().position(|&at| found(at).is_some_and(|found| self.faces(found)));
        let moved = copies.iter().position(|&at| found(at).is_some_and(|found| found.moved));
        let next = faced.map_or(moved.unwrap_or(0), |at| (at + 1) % copies.len().max(1));
        let Some(pulled) = copies.get(next).and_then(|&at| found(at)) else {
            self.warn("nothing on this row is shared with the other article");
            return;
        };
        self.leave();
        self.face_match(pulled);
        self.current = self.link_of(pulled.passages.as_ref().map(|passage| passage.locus));
        let (locus, order) =
            (pulled.passages[self.focus.other()].locus.0 + 1, if pulled.moved { "moved" } else { "in order" });
        let (back, again) = (self.key(Action::Back), self.key(Action::Pull));
        self.say(match (copies.len(), faced) {
            (1, Some(_)) => format!("¶{locus} stands alongside already, its only counterpart"),
            (1, None) => format!("¶{locus} alongside, {order}; {back} goes back"),
            (all, _) => {
                format!(
                    "¶{locus} alongside, {order}: copy {} of {all}; {again} brings the next, {back} goes back",
                    next + 1
                )
            }
        });
    }

    /// Tells whether the first rows of a match stand on one row of the screen.
    fn faces(&self, found: &Match) -> bool {
        let height = self.geometry().rows();
        let rows = found.passages.as_ref().map(|passage| passage.span.start());
        let row = |side| {
            let pane: &super::pane::Pane = &self.panes[side];
            pane.row_of(pane.page.spot_of(rows[side]), height)
        };
        row(self.focus) == row(self.focus.other())
    }

    /// Scrolls the other pane alone, until the passage there begins on the row on which it begins here.
    fn face_match(&mut self, found: &Match) {
        let height = self.geometry().rows();
        let pane = self.focused();
        let row = pane.row_of(pane.page.spot_of(found.passages[self.focus].span.start()), height).max(0);
        let other = &mut self.panes[self.focus.other()];
        let spot = other.page.spot_of(found.passages[self.focus.other()].span.start());
        other.face(spot, row, (row, height));
    }
}
