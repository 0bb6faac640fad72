//! Unmatched text: text with no match in the article beside it, or in any other.

use std::sync::Arc;

use super::desk::Desk;
use super::highlight::Highlight;
use super::in_none::{InNone, StoryArticle};
use crate::app::jobs::Story;
use crate::app::layout::PaneIx;
use crate::collate::{Collation, Passage};

/// The text of a pane's article that has no match in any other, if that is known.
pub fn in_none(desk: &Desk, pane: PaneIx) -> Option<&Arc<Vec<Passage>>> {
    let (story, collation) = found_in(desk, pane)?;
    desk.row.get(pane)?.in_none.of(story, collation)
}

/// The stretches of a pane's article that are highlighted as unmatched, in order; `None` if other text is highlighted, or they are not
/// known yet.
pub fn unmatched(desk: &Desk, pane: PaneIx) -> Option<&[Passage]> {
    match desk.view.lit {
        Highlight::OnlyHere => {
            let (panes, pairing) = desk.row.pairing_at(pane);
            let collation = pairing.collation_of(panes)?;
            Some(collation.unmatched(desk.row.side(pane)))
        }
        Highlight::InNone => in_none(desk, pane).map(|known| known.as_slice()),
        _ => None,
    }
}

/// Updates the unmatched text of the panes' articles, if it is highlighted and something has changed.
pub(in crate::app) fn keep_unmatched(desk: &mut Desk) {
    if desk.view.lit != Highlight::InNone {
        return;
    }
    for at in desk.row.places() {
        let Some((story, collation)) = found_in(desk, at) else { continue };
        let (story, collation) = (Arc::clone(story), Arc::clone(collation));
        let side = desk.row.side(at);
        if let Some(pane) = desk.row.get_mut(at).filter(|pane| pane.in_none.of(&story, &collation).is_none()) {
            let article = StoryArticle { number: pane.article, article: pane.open_article() };
            pane.in_none = InNone::find(article, &story, &collation, side);
        }
    }
}

fn found_in(desk: &Desk, pane: PaneIx) -> Option<(&Arc<Story>, &Arc<Collation>)> {
    let story = desk.narrating.story(&desk.library.articles)?;
    let (panes, pairing) = desk.row.pairing_at(pane);
    Some((story, pairing.collation_of(panes)?))
}
