//! What is lit: all that is shared, one class of it, or what stands only here.

use super::app::App;
use super::keymap::Action;
use crate::collate::{Class, Collation, Match, Passage, Tie};
use crate::text::Side;

/// What the panes light up, the margin links, and stepping stops at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lit {
    /// All that is shared.
    #[default]
    Shared,
    /// What is shared of one class.
    Class(Class),
    /// What is shared out of order.
    Moved,
    /// The exact complement of all that is shared.
    OnlyHere,
}

impl Lit {
    /// The round in which the classes are stepped through.
    pub(super) const ROUND: [Lit; 5] =
        [Lit::Shared, Lit::Class(Class::Verbatim), Lit::Class(Class::Edited), Lit::Class(Class::Reworded), Lit::Moved];

    /// Gives the name that the reader sees.
    pub fn name(self) -> &'static str {
        match self {
            Lit::Shared => "shared",
            Lit::Class(class) => class.name(),
            Lit::Moved => "moved",
            Lit::OnlyHere => "only here",
        }
    }

    /// Tells whether a match is lit.
    pub fn lights(self, found: &Match) -> bool {
        match self {
            Lit::Shared => true,
            Lit::Class(class) => found.class == class,
            Lit::Moved => found.moved,
            Lit::OnlyHere => false,
        }
    }

    /// Tells whether a link is drawn and stepped to: whether it has a match that is lit.
    pub fn links(self, collation: &Collation, tie: &Tie) -> bool {
        self == Lit::Shared || tie.matches.iter().filter_map(|&at| collation.matches.get(at)).any(|m| self.lights(m))
    }

    fn next(self) -> Self {
        let at = Self::ROUND.iter().position(|lit| *lit == self).map_or(0, |at| at + 1);
        Self::ROUND[at % Self::ROUND.len()]
    }
}

impl App {
    /// Lights the next class alone; after the last one, all that is shared again.
    pub(super) fn next_class(&mut self) {
        self.lit = self.lit.next();
        let (lit, next) = (self.lit, self.key(Action::NextClass));
        self.say(match lit {
            Lit::Shared => "all that is shared is lit".to_owned(),
            _ => format!("only what is {} is lit; {next} goes on to the next", lit.name()),
        });
        if self.collation().is_some() && self.stepping_order(lit).is_empty() {
            self.warn(format!("nothing here is {}; {next} goes on to the next", lit.name()));
        }
    }

    /// Lights what stands only here, or what is shared again.
    pub(super) fn only_here(&mut self) {
        self.lit = if self.lit == Lit::OnlyHere { Lit::Shared } else { Lit::OnlyHere };
        let (next, back) = (self.key(Action::NextLink), self.key(Action::OnlyHere));
        self.say(match self.lit {
            Lit::OnlyHere => format!("what stands only here is lit; {next} steps through it, {back} turns back"),
            _ => "all that is shared is lit".to_owned(),
        });
    }

    /// Gives the stretch that stands only here on the cursor's row or after it, as the first one from which stepping goes on: its place
    /// among those of the focused pane, and whether the cursor is on it.
    fn stretch_at(&self) -> Option<(usize, bool)> {
        let stretches = &self.collation()?.only_here[self.focus];
        let pane = self.focused();
        let at = stretches.partition_point(|stretch| stretch.span.end() <= pane.cursor);
        let here = stretches.get(at).is_some_and(|next| pane.page.spot_of(next.span.start()) <= pane.at());
        Some((at, here))
    }

    /// Gives the stretch that stands only here on which the cursor is: which one of how many, and where.
    pub fn alone(&self) -> Option<(usize, usize, &Passage)> {
        let (at, here) = self.stretch_at().filter(|_| self.lit == Lit::OnlyHere)?;
        let stretches = &self.collation()?.only_here[self.focus];
        stretches.get(at).filter(|_| here).map(|stretch| (at + 1, stretches.len(), stretch))
    }

    /// Steps `times` stretches on that stand only here, or back; several on one row are one.
    pub(super) fn step_alone(&mut self, times: isize) {
        let count = self.collation().map_or(0, |found| found.only_here[self.focus].len());
        let Some((at, here)) = self.stretch_at().filter(|_| count > 0) else {
            self.warn(if self.collating { "still collating" } else { "nothing stands only here" });
            return;
        };
        let mut to = at as isize;
        for step in 0..times.abs() {
            to = self.next_row(to, times.signum(), here || step > 0);
        }
        if to < 0 || to >= count as isize {
            self.say(if to < 0 {
                "before the first one: on from the last"
            } else {
                "past the last one: on from the first"
            });
        }
        self.leave();
        let place = self.start_of_stretch(to.rem_euclid(count as isize) as usize);
        self.go_to_place(self.focus, place);
    }

    /// Gives the next stretch that begins on another row.
    fn next_row(&self, from: isize, by: isize, on_it: bool) -> isize {
        if by > 0 && !on_it {
            return from;
        }
        let row = |at: isize| {
            let place = self.start_of_stretch(usize::try_from(at).ok()?)?;
            Some(self.focused().page.spot_of(place))
        };
        let here = if on_it { row(from) } else { None };
        let mut to = from + by;
        while here.is_some() && row(to) == here {
            to += by;
        }
        to
    }

    fn start_of_stretch(&self, at: usize) -> Option<usize> {
        let stretches = &self.collation()?.only_here[self.focus];
        stretches.get(at).map(|stretch| stretch.span.start())
    }

    /// Brings a place into view, the cursor on it, with a quarter of the pane above it where it was not shown.
    pub(super) fn go_to_place(&mut self, side: Side, place: Option<usize>) {
        let Some(place) = place else { return };
        let (height, top) = (self.geometry().rows(), self.panes[side].top);
        let pane = &mut self.panes[side];
        pane.cursor = pane.page.place_of(pane.page.spot_of(place));
        let row = pane.row_of(pane.at(), height);
        if !(0..height as isize).contains(&row) {
            pane.put(pane.at(), height / super::step::ABOVE);
        }
        pane.show_cursor(height);
        self.carry_along(side, top);
    }
}
