//! Two neighbouring panes as they are drawn: their links, what is reviewed and what has notes.

use super::at_cursor::{current_here, match_here};
use super::desk::Desk;
use super::highlight::Highlight;
use super::order::Orders;
use super::pane::Pane;
use crate::app::layout::PaneIx;
use crate::app::memory::BASIS;
use crate::app::memory::Note;
use crate::app::memory::Notes;
use crate::app::memory::ReviewMark;
use crate::app::memory::Reviewed;
use crate::app::memory::mark_of_paragraph;
use crate::app::memory::mark_of_words;
use crate::app::memory::marks_of;
use crate::article::ParagraphId;
use crate::collate::{Collation, Link, ParagraphLink};
use crate::text::{Pair, Side};

/// A note and what it is on.
#[derive(Clone, Copy, Debug)]
pub struct StandingNote<'a> {
    /// The link it is on; `None` if it is on the paragraph.
    pub link: Option<Pair<ParagraphId>>,
    /// The note.
    pub note: &'a Note,
}

/// Two panes next to each other, and what is known of what they share.
#[derive(Clone, Copy, Debug)]
pub struct PairView<'a> {
    /// The panes.
    pub panes: Pair<&'a Pane>,
    /// What they share; `None` until it is known.
    pub collation: Option<&'a Collation>,
    /// The current link while the cursor is in its paragraph and on no other match, in the open pair only.
    pub now: Option<&'a ParagraphLink>,
    /// Whether the comparison is still running.
    pub collating: bool,
    pub(in crate::app) orders: &'a Orders,
    pub(in crate::app) anchors: &'a [Pair<ParagraphId>],
    pub(in crate::app) reviewed: &'a Reviewed,
    pub(in crate::app) notes: &'a Notes,
}

impl<'a> PairView<'a> {
    /// A link by its index in the alignment.
    pub(in crate::app) fn link_at(self, at: usize) -> Option<&'a ParagraphLink> {
        match self.collation?.alignment.get(at)? {
            Link::Both(paragraph_link) => Some(paragraph_link),
            Link::Only(..) => None,
        }
    }

    /// The links of a paragraph, each once, in the order of the other article.
    pub fn links_of(self, side: Side, paragraph_id: ParagraphId) -> impl Iterator<Item = &'a ParagraphLink> {
        let order = self.orders.lit(Highlight::Shared).map_or(&[][..], |order| &order[side]);
        let from = order.partition_point(|at| {
            self.link_at(*at).is_some_and(|paragraph_link| paragraph_link.paragraph_ids[side] < paragraph_id)
        });
        let rest = order.get(from..).unwrap_or_default();
        rest.iter().map_while(move |at| {
            self.link_at(*at).filter(|paragraph_link| paragraph_link.paragraph_ids[side] == paragraph_id)
        })
    }

    /// Whether a paragraph is reviewed: each of its links, or the paragraph itself if it has none. Reads its words.
    pub fn is_done(self, side: Side, paragraph_id: ParagraphId) -> bool {
        if *self.reviewed == Reviewed::default() || self.collation.is_none() {
            return false;
        }
        let mut paragraph_links = self.links_of(side, paragraph_id).peekable();
        if paragraph_links.peek().is_none() {
            return self.reviewed.has(self.mark_of_paragraph(side, paragraph_id));
        }
        paragraph_links.all(|paragraph_link| self.reviewed.has(self.mark_of(paragraph_link)))
    }

    pub(in crate::app) fn mark_of(self, paragraph_link: &ParagraphLink) -> ReviewMark {
        let articles = self.panes.map(|pane| &**pane.open_article());
        self.collation.map_or(ReviewMark(BASIS), |collation| mark_of_words(articles, collation, paragraph_link))
    }

    pub(in crate::app) fn mark_of_paragraph(self, side: Side, paragraph_id: ParagraphId) -> ReviewMark {
        mark_of_paragraph(self.panes[side].open_article(), paragraph_id)
    }

    /// The notes on a paragraph and on its links, with that on the current link first. Reads its words.
    pub fn notes_at(self, side: Side, paragraph_id: ParagraphId) -> Vec<StandingNote<'a>> {
        if self.notes.is_empty() {
            return Vec::new();
        }
        let current = self.now.map(|paragraph_link| paragraph_link.paragraph_ids);
        let of_links = self.links_of(side, paragraph_id).filter_map(|paragraph_link| self.note_of(paragraph_link));
        let mut found: Vec<StandingNote<'a>> =
            self.note_of_paragraph(side, paragraph_id).into_iter().chain(of_links).collect();
        found.sort_by_key(|found| found.link.is_none() || found.link != current);
        found
    }

    pub(in crate::app) fn note_of(self, paragraph_link: &ParagraphLink) -> Option<StandingNote<'a>> {
        if self.notes.is_empty() {
            return None;
        }
        self.notes
            .find(&self.marks_of_link(paragraph_link))
            .map(|note| StandingNote { link: Some(paragraph_link.paragraph_ids), note })
    }

    pub(in crate::app) fn note_of_paragraph(self, side: Side, paragraph_id: ParagraphId) -> Option<StandingNote<'a>> {
        let mark = mark_of_paragraph(self.panes[side].open_article(), paragraph_id);
        self.notes.find(&[mark]).map(|note| StandingNote { link: None, note })
    }

    pub(in crate::app) fn marks_of_link(self, paragraph_link: &ParagraphLink) -> Vec<ReviewMark> {
        let articles = self.panes.map(|pane| &**pane.open_article());
        self.collation.map(|collation| marks_of(articles, collation, paragraph_link)).unwrap_or_default()
    }
}

/// A pane with its neighbour towards the open pair; for one of the pair, the pair.
pub fn pair_view(desk: &Desk, pane: PaneIx) -> PairView<'_> {
    let (panes, pairing) = desk.row.pairing_at(pane);
    let open = desk.row.out(pane) == 0;
    PairView {
        panes,
        collation: pairing.collation_of(panes).map(|collation| &**collation),
        now: open.then(|| link_now(desk)).flatten(),
        collating: pairing.found.is_awaited(),
        orders: &pairing.orders,
        anchors: &pairing.anchors,
        reviewed: &desk.memory.reviewed,
        notes: &desk.memory.notes,
    }
}

/// The current link, unless the cursor has left its paragraph, or is on another match.
fn link_now(desk: &Desk) -> Option<&ParagraphLink> {
    let (current, paragraph_link) = current_here(desk)?;
    match_here(desk).is_none_or(|here| here.link == current).then_some(paragraph_link)
}
