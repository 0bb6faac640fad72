//! Reviewed: what the reader is done with, known by its words alone, so that it stays so in a renamed file and falls where it changed.

use crate::app::memory::Review;
use crate::app::memory::Reviewed;

use super::app::App;
use crate::app::jobs::Effect;
use crate::collate::Tie;

impl App {
    /// Marks as reviewed what the cursor is in: the link one stands on, else the first link of the paragraph, else the paragraph; or takes
    /// the mark away.
    pub(super) fn review(&mut self) -> Vec<Effect> {
        if self.focused().open_article().paragraphs.is_empty() {
            self.warn("there is nothing to mark as reviewed");
            return Vec::new();
        }
        if self.collation().is_none() {
            self.warn(if self.collating() { "still collating" } else { "it is not known what the two share" });
            return Vec::new();
        }
        let (locus, other) = (self.focused().locus(), self.row.focus.other());
        let tie = self.tie().filter(|tie| tie.loci[self.row.focus] == locus);
        let pair = self.pair_view(self.row.ix(self.row.focus));
        let tie = tie.or_else(|| pair.ties_of(self.row.focus, locus).next());
        let (mark, what) = match tie {
            Some(tie) => (pair.mark_of(tie), format!("¶{} → ¶{}", locus.0 + 1, tie.loci[other].0 + 1)),
            None => (pair.mark_of_paragraph(self.row.focus, locus), format!("¶{}", locus.0 + 1)),
        };
        let review = Review { mark, done: !self.reviewed.has(mark) };
        self.reviewed.take(review);
        self.say(format!("{what} {}", if review.done { "reviewed" } else { "not reviewed any more" }));
        vec![Effect::Keep(review)]
    }

    /// Tells whether the reader is done with a link.
    pub fn is_reviewed(&self, tie: &Tie) -> bool {
        self.reviewed != Reviewed::default()
            && self.reviewed.has(self.pair_view(self.row.ix(self.row.focus)).mark_of(tie))
    }
}
