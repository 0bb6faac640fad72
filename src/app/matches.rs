//! The list of all matches: every link with its class, how much of the paragraph it is, its first words, and why it is one.

use crate::app::jobs::LinkRows;
use std::sync::Arc;

use super::app::App;
use super::app::Mode;
use super::listing::Listing;
use super::lit::Lit;
use crate::app::jobs::Listed;
use crate::app::jobs::Rows;

impl App {
    /// Lists what is lit of what the open pair shares, from the link on which the reader stands.
    pub(super) fn list_matches(&mut self) {
        let lit = if self.lit == Lit::OnlyHere { Lit::Shared } else { self.lit };
        let notes = self.note_rows();
        if self.stepping_order(lit).is_empty() && notes.is_empty() {
            self.say_why_none(lit);
            return;
        }
        let Some(collation) = self.collation().cloned() else { return };
        let links = LinkRows {
            collation,
            links: self.stepping_order(lit).to_vec(),
            side: self.row.focus,
            article: Arc::clone(self.focused().open_article()),
            anchors: self.row.pairing().anchors.clone(),
            noted: self.noted_links(),
            notes,
        };
        let at = self.stand(lit).0.min(links.len().saturating_sub(1));
        self.mode = Mode::Listing(Box::new(Listing::of(Listed::Matches, Rows::links(links), at)));
    }
}
