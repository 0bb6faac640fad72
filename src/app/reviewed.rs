//! Reviewed: what the reader is done with, known by its words alone, so that it stays so in a renamed file and falls where it changed.

use crate::app::memory::BASIS;
use crate::app::memory::Review;
use crate::app::memory::ReviewMark;
use crate::app::memory::Reviewed;
use crate::app::memory::mark_of_paragraph;
use crate::app::memory::mark_of_words;

use super::abreast::Abreast;
use super::app::App;
use crate::app::jobs::Effect;
use crate::app::layout::Seat;
use crate::article::Locus;
use crate::collate::Tie;
use crate::text::Side;

impl App {
    /// Marks as reviewed what the cursor is in: the link one stands on, else the first link of the paragraph, else the paragraph; or takes
    /// the mark away.
    pub(super) fn review(&mut self) -> Vec<Effect> {
        if self.focused().open_article().paragraphs.is_empty() {
            self.warn("there is nothing to mark as reviewed");
            return Vec::new();
        }
        if self.collation.is_none() {
            self.warn(if self.collating { "still collating" } else { "it is not known what the two share" });
            return Vec::new();
        }
        let (locus, other) = (self.focused().locus(), self.focus.other());
        let tie = self.tie().filter(|tie| tie.loci[self.focus] == locus);
        let pair = self.abreast(Seat::of(self.focus));
        let tie = tie.or_else(|| pair.ties_of(self.focus, locus).next());
        let (mark, what) = match tie {
            Some(tie) => (pair.mark_of(tie), format!("¶{} → ¶{}", locus.0 + 1, tie.loci[other].0 + 1)),
            None => (pair.mark_of_paragraph(self.focus, locus), format!("¶{}", locus.0 + 1)),
        };
        let review = Review { mark, done: !self.reviewed.has(mark) };
        self.reviewed.take(review);
        self.say(format!("{what} {}", if review.done { "reviewed" } else { "not reviewed any more" }));
        vec![Effect::Keep(review)]
    }

    /// Tells whether the reader is done with a link.
    pub fn is_reviewed(&self, tie: &Tie) -> bool {
        self.reviewed != Reviewed::default() && self.reviewed.has(self.abreast(Seat::of(self.focus)).mark_of(tie))
    }
}

impl Abreast<'_> {
    /// Tells whether the reader is done with a paragraph: with each of its links, or with it where it has none. Costs its words.
    pub fn is_done(self, side: Side, locus: Locus) -> bool {
        if *self.reviewed == Reviewed::default() || self.collation.is_none() {
            return false;
        }
        let mut ties = self.ties_of(side, locus).peekable();
        if ties.peek().is_none() {
            return self.reviewed.has(self.mark_of_paragraph(side, locus));
        }
        ties.all(|tie| self.reviewed.has(self.mark_of(tie)))
    }

    fn mark_of(self, tie: &Tie) -> ReviewMark {
        let articles = self.panes.map(|pane| &**pane.open_article());
        self.collation.map_or(ReviewMark(BASIS), |collation| mark_of_words(articles, collation, tie))
    }

    fn mark_of_paragraph(self, side: Side, locus: Locus) -> ReviewMark {
        mark_of_paragraph(self.panes[side].open_article(), locus)
    }
}
