//! Standing: where one is, in words.

use std::sync::Arc;

use super::app::App;
use super::lit::Lit;
use crate::collate::{Clusters, Match, Tie};

/// Where the reader stands among the matches.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// The link.
    pub tie: &'a Tie,
    /// Which one of how many, counted from 1 in the order of the focused pane.
    pub number: (usize, usize),
    /// What the two paragraphs share.
    pub matches: Vec<&'a Match>,
    /// How many counterparts the passage at the cursor has.
    pub copies: usize,
}

impl App {
    /// Gives which articles carry which statement, as seen from the focused one; `None` until that is known of its text.
    pub(super) fn clusters(&self) -> Option<&Arc<Clusters>> {
        let (article, of) = (self.focused().open_article(), self.focused().article);
        self.clusters.as_ref().filter(|clusters| clusters.is_of(of, article))
    }

    /// Gives the articles beside the open pair that carry the statement at the cursor, or part of it, by their digits.
    pub fn also_in(&self) -> Vec<usize> {
        let pane = self.focused();
        let Some(clusters) = self.clusters().filter(|_| pane.page.mask().at(pane.cursor).is_none()) else {
            return Vec::new();
        };
        let open = self.pair();
        let others = clusters.also_in(pane.article, pane.open_article().sentence_at(pane.cursor));
        others.into_iter().filter(|article| *article != open.left && *article != open.right).map(|at| at + 1).collect()
    }

    /// Gives the link one stands on, while the cursor is in it.
    pub fn standing(&self) -> Option<Standing<'_>> {
        let tie = self.tie().filter(|tie| tie.loci[self.focus] == self.focused().locus())?;
        let of = |lit: Lit| Some((self.place_in_order(lit)? + 1, self.stepping_order(lit).len()));
        let number = of(self.lit).or_else(|| of(Lit::Shared))?;
        let collation = self.collation()?;
        let matches = tie.matches.iter().filter_map(|&at| collation.matches.get(at)).collect();
        Some(Standing { tie, number, matches, copies: self.copies().len() })
    }
}
