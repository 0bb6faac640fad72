//! Updates the masks of articles as soon as they are known.

use super::desk::Desk;
use super::pages::set_pages;
use crate::boilerplate::Hidden;
use crate::boilerplate::HiddenBy;
use crate::boilerplate::Mask;
use crate::text::Pair;
use crate::text::Side;
use std::sync::Arc;
/// Hides at once what the session hides in an article; the answer to the next job has the last word.
pub(in crate::app) fn remask(desk: &mut Desk, index: usize) {
    let rules = desk.library.masks[index].hidden().iter().filter(|hidden| hidden.by != HiddenBy::Session).cloned();
    let session = desk.library.hidden_by_hand[index].iter().map(|&span| Hidden { span, by: HiddenBy::Session });
    desk.library.masks[index] = Arc::new(Mask::new(rules.chain(session).collect()));
    set_pages(desk);
}

/// Sets what is hidden in two articles.
pub(in crate::app) fn set_masks(desk: &mut Desk, open: Pair<usize>, masks: Pair<Arc<Mask>>) {
    let new = Side::BOTH.iter().any(|&side| desk.library.masks[open[side]] != masks[side]);
    for side in Side::BOTH {
        desk.library.masks[open[side]] = Arc::clone(&masks[side]);
    }
    if new {
        set_pages(desk);
    }
}

/// Sets what is hidden in all articles, those too that no pane shows.
pub(in crate::app) fn set_all_masks(desk: &mut Desk, masks: Vec<Arc<Mask>>) {
    if masks.len() == desk.library.masks.len() && masks != desk.library.masks {
        desk.library.masks = masks;
        set_pages(desk);
    }
}
