//! What the reader has reviewed, recognised by its words alone, so that it survives renaming and ends with a change.

use std::collections::HashSet;

use super::at_cursor::{current_here, match_here};
use super::desk::Desk;
use super::highlight::Highlight;
use super::pair_view::pair_view;
use crate::app::memory::Review;
use crate::app::memory::Reviewed;

use crate::app::jobs::Effect;
use crate::article::ParagraphId;
use crate::collate::ParagraphLink;

/// The most matches whose reviews are counted: each reads its words.
const MOST_COUNTED: usize = 500;

/// Marks as reviewed what the cursor is in, or removes the mark: the match at the cursor, else a link of the paragraph, the current one
/// first, else the paragraph.
pub(in crate::app) fn review(desk: &mut Desk) {
    if desk.focused().open_article().paragraphs.is_empty() {
        desk.warn("Nothing to mark as reviewed");
        return;
    }
    if desk.collation().is_none() {
        desk.warn(if desk.collating() { "Still comparing" } else { "These two are not compared" });
        return;
    }
    let (paragraph_id, other) = (desk.focused().paragraph_id(), desk.row.focus.other());
    let pair = pair_view(desk, desk.row.ix(desk.row.focus));
    let current = || current_here(desk).map(|(_, paragraph_link)| paragraph_link);
    let paragraph_link = match_here(desk).and_then(|here| pair.link_at(here.link)).or_else(current);
    let paragraph_link = paragraph_link.or_else(|| pair.links_of(desk.row.focus, paragraph_id).next());
    let (mark, what) = match paragraph_link {
        Some(paragraph_link) => (
            pair.mark_of(paragraph_link),
            format!("¶{} → ¶{}", paragraph_id.0 + 1, paragraph_link.paragraph_ids[other].0 + 1),
        ),
        None => (pair.mark_of_paragraph(desk.row.focus, paragraph_id), format!("¶{}", paragraph_id.0 + 1)),
    };
    let review = Review { mark, done: !desk.memory.reviewed.has(mark) };
    desk.memory.reviewed.take(review);
    let said = if review.done { "reviewed" } else { "no longer reviewed" };
    let progress = progress(desk).map(|(done, all)| format!(" · {done} of {all} matches reviewed")).unwrap_or_default();
    desk.say(format!("{what} {said}{progress}"));
    desk.ask(Effect::Keep(review));
}

/// How many matches of the open pair are reviewed, and of how many; `None` if there are none, or too many.
fn progress(desk: &Desk) -> Option<(usize, usize)> {
    let (pair, order) = (pair_view(desk, desk.row.ix(desk.row.focus)), desk.stepping_order(Highlight::Shared));
    let is_done = |at: &&usize| {
        pair.link_at(**at).is_some_and(|paragraph_link| desk.memory.reviewed.has(pair.mark_of(paragraph_link)))
    };
    let counted = (1..=MOST_COUNTED).contains(&order.len());
    counted.then(|| (order.iter().filter(is_done).count(), order.len()))
}

/// The links of the open pair that are reviewed, by their paragraphs. Costs their words once anything is reviewed.
pub(in crate::app) fn reviewed_links(desk: &Desk) -> HashSet<(ParagraphId, ParagraphId)> {
    if desk.memory.reviewed == Reviewed::default() {
        return HashSet::new();
    }
    let links = desk.collation().into_iter().flat_map(|collation| collation.paragraph_links());
    let reviewed = links.filter(|paragraph_link| is_reviewed(desk, paragraph_link));
    reviewed.map(|link| (link.paragraph_ids.left, link.paragraph_ids.right)).collect()
}

/// Whether a link is reviewed.
pub fn is_reviewed(desk: &Desk, paragraph_link: &ParagraphLink) -> bool {
    desk.memory.reviewed != Reviewed::default()
        && desk.memory.reviewed.has(pair_view(desk, desk.row.ix(desk.row.focus)).mark_of(paragraph_link))
}
