//! Stepping: from one pair of matching paragraphs to the next, both brought face to face.

use super::app::App;
use super::keymap::Action;
use super::lit::Lit;
use crate::article::Locus;
use crate::collate::{Link, Tie};
use crate::page::Spot;
use crate::text::{Pair, Side};

/// The part of the pane above what has just been brought into view: a quarter.
pub(super) const ABOVE: usize = 4;
/// Rows that no screen has.
const FAR: usize = 1000;

impl App {
    /// Gives the link one stands on.
    pub fn tie(&self) -> Option<&Tie> {
        self.tie_at(self.current?)
    }

    /// Gives a link by its place in the alignment.
    pub(super) fn tie_at(&self, at: usize) -> Option<&Tie> {
        match self.collation()?.alignment.get(at)? {
            Link::Both(tie) => Some(tie),
            Link::Only(..) => None,
        }
    }

    /// Gives the links that are lit in the order in which they are stepped through: that of the focused pane.
    pub fn stepping_order(&self, lit: Lit) -> &[usize] {
        self.orders.lit(lit).map_or(&[], |order| &order[self.focus])
    }

    /// Gives the place of the link one stands on in that order.
    pub(super) fn place_in_order(&self, lit: Lit) -> Option<usize> {
        let loci = self.tie()?.loci;
        let order = self.stepping_order(lit);
        let at = order
            .partition_point(|link| self.seen_from_focus(*link) < Some((loci[self.focus], loci[self.focus.other()])));
        order.get(at).is_some_and(|link| Some(*link) == self.current).then_some(at)
    }

    /// Gives the paragraphs of a link, that of the focused pane first.
    fn seen_from_focus(&self, link: usize) -> Option<(Locus, Locus)> {
        self.tie_at(link).map(|tie| (tie.loci[self.focus], tie.loci[self.focus.other()]))
    }

    /// Steps `times` links on that are lit, or back where it is negative; past an end it begins again at the other.
    pub(super) fn step(&mut self, times: isize, lit: Lit) {
        if self.stepping_order(lit).is_empty() {
            self.say_why_none(lit);
            return;
        }
        let (first, inclusive) = self.stand(lit);
        let start = if inclusive { first as isize } else { first as isize - isize::from(times > 0) };
        let (to, count) = (start + times, self.stepping_order(lit).len() as isize);
        if to >= count {
            self.say("past the last match: on from the first");
        } else if to < 0 {
            self.say("before the first match: on from the last");
        }
        self.leave();
        self.current = self.stepping_order(lit).get(to.rem_euclid(count) as usize).copied();
        self.face_to_face();
    }

    /// Steps through what is lit.
    pub(super) fn step_lit(&mut self, times: isize) {
        match self.lit {
            Lit::OnlyHere => self.step_alone(times),
            lit => self.step(times, lit),
        }
    }

    /// Gives the place in the order at which the reader stands: the current link, if the cursor has not left it, else the first
    /// link at or after the cursor's paragraph; and whether one stands on it already.
    pub(super) fn stand(&self, lit: Lit) -> (usize, bool) {
        let locus = self.focused().locus();
        if let Some(at) =
            self.place_in_order(lit).filter(|_| self.tie().is_some_and(|tie| tie.loci[self.focus] == locus))
        {
            return (at, true);
        }
        let before = |link: &usize| self.seen_from_focus(*link).is_some_and(|(here, _)| here < locus);
        (self.stepping_order(lit).partition_point(before), false)
    }

    pub(super) fn say_why_none(&mut self, lit: Lit) {
        let why = if !self.has_pair() {
            "only one article is open: there is nothing to compare it with".to_owned()
        } else if self.collating {
            "still collating".to_owned()
        } else if self.stepping_order(Lit::Shared).is_empty() {
            "these two share nothing that is not hidden".to_owned()
        } else {
            format!("nothing here is {}; {} goes on to the next class", lit.name(), self.key(Action::NextClass))
        };
        self.warn(why);
    }

    /// Brings the current link's paragraphs face to face: their first rows on one screen row, both wholly in view where they fit,
    /// with as little scrolling of the focused pane as that takes.
    pub(super) fn face_to_face(&mut self) {
        let Some(tie) = self.tie() else { return };
        let loci = tie.loci;
        let height = self.geometry().rows().max(1);
        let rows = Pair::from_fn(|side| self.panes[side].page.rows_of(loci[side]).unwrap_or_default());
        let firsts = rows.map(|(first, _)| first);
        let tallest = Side::BOTH.map(|side| rows[side].1.min(height)).into_iter().max().unwrap_or(1);
        let room = Side::BOTH.map(|side| self.rows_above(side, firsts[side], height)).into_iter().min().unwrap_or(0);
        let row = self.row_now(firsts[self.focus], height).unwrap_or(height / ABOVE);
        let row = row.min(height - tallest).min(room);
        for side in Side::BOTH {
            let pane = &mut self.panes[side];
            pane.put(firsts[side], row);
            pane.cursor = pane.page.place_of(firsts[side]);
        }
    }

    /// Tells whether the current link's paragraphs stand face to face, with the cursors on their first rows.
    pub(super) fn is_face_to_face(&self) -> bool {
        let Some(tie) = self.tie() else { return false };
        let rows = Pair::from_fn(|side| {
            let pane = &self.panes[side];
            let (first, _) = pane.page.rows_of(tie.loci[side])?;
            (pane.at() == first).then(|| pane.page.between(pane.top, first, FAR))
        });
        rows.left.is_some() && rows.left == rows.right
    }

    pub(super) fn rows_above(&self, side: Side, spot: Spot, most: usize) -> usize {
        let page = &self.panes[side].page;
        page.between(page.first(), spot, most).max(0) as usize
    }

    fn row_now(&self, spot: Spot, height: usize) -> Option<usize> {
        let pane = self.focused();
        let row = pane.page.between(pane.top, spot, height);
        (0..height as isize).contains(&row).then_some(row as usize)
    }
}
