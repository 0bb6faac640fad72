//! Standing: where one is, in words.

use super::app::App;
use crate::collate::{Match, Tie};

/// Where the reader stands among the matches.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// The link.
    pub tie: &'a Tie,
    /// Which one of how many, counted from 1 in the order of the focused pane.
    pub number: (usize, usize),
    /// What the two paragraphs share.
    pub matches: Vec<&'a Match>,
}

impl App {
    /// Gives the link one stands on, while the cursor is in it.
    pub fn standing(&self) -> Option<Standing<'_>> {
        let tie = self.tie().filter(|tie| tie.loci[self.focus] == self.focused().locus())?;
        let number = self.place_in_order()? + 1;
        let collation = self.collation.as_ref()?;
        let matches = tie.matches.iter().filter_map(|&at| collation.matches.get(at)).collect();
        Some(Standing { tie, number: (number, self.stepping_order().len()), matches })
    }
}
