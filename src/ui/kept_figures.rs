//! What the header said last above the panes, so that its longest form that fits is not sought again for the same figures.

use super::coverage::{Covered, parted};
use super::ink::Phrase;

/// The most that is kept (a limit): more than there are panes on the widest screens.
const MOST: usize = 16;

/// What the header said last.
#[derive(Debug, Default)]
pub(super) struct KeptFigures {
    said: Vec<SaidOf>,
}

#[derive(Debug)]
struct SaidOf {
    covered: Covered,
    room: [usize; 2],
    said: (Phrase, Option<String>),
}

impl KeptFigures {
    /// What the header says above a pane (see [`parted`]).
    pub fn parted(&mut self, covered: Covered, width: usize, beside: usize) -> (Phrase, Option<String>) {
        let room = [width, beside];
        if let Some(kept) = self.said.iter().find(|kept| kept.covered == covered && kept.room == room) {
            return kept.said.clone();
        }
        let said = parted(&covered, width, beside);
        if self.said.len() >= MOST {
            self.said.clear();
        }
        self.said.push(SaidOf { covered, room, said: said.clone() });
        said
    }
}
