//! Hides text from a diff.

use super::desk::Desk;
use super::hide::{hide_together, open_parts};
use crate::app::keys::Action;
use crate::text::{Side, Span, plural};

/// Says which key opens the fold at the cursor, if it is on one of several paragraphs; returns whether it is. To hide one of them in one
/// version only would make changes of what is the same.
pub(in crate::app) fn say_folded(desk: &mut Desk) -> bool {
    let is_folded = desk.diff.view.as_ref().is_some_and(|diff| diff.sheet.bands_at(diff.cursor).len() > 1);
    if is_folded {
        desk.warn(format!("Several paragraphs; {} opens the fold", desk.diff_key(Action::Accept)));
    }
    is_folded
}

/// Hides the paragraphs at the cursor in both versions for this session, so that neither counts as added or removed; returns whether there
/// was any. On what is hidden already, there is none.
pub(in crate::app) fn hide_in_both(desk: &mut Desk) -> bool {
    let passages = at_the_cursor(desk).unwrap_or_default();
    if passages.is_empty() {
        return false;
    }
    let words = hide_together(desk, passages);
    // To hide for good leads out of the diff.
    desk.say(format!("Hid {} for this session; {} undoes", plural(words, "word"), desk.key(Action::Undo)));
    true
}

/// The paragraphs of the band at the cursor, and where they moved from or to, as far as any of them is to be seen, each with the index of
/// its article. They are those of the articles that are open, which may have been read again since they were compared.
fn at_the_cursor(desk: &Desk) -> Option<Vec<(usize, Span)>> {
    let diff = desk.diff.view.as_deref()?;
    let (compared, bands) = (diff.sheet.compared(), diff.sheet.bands_at(diff.cursor));
    let band = compared.bands.get(bands.start).filter(|_| bands.len() == 1)?;
    let open = desk.row.pair();
    let each = Side::BOTH.into_iter().flat_map(|side| {
        let own = band.paragraph_ids[side].clone();
        let home = band.home.filter(|_| own.is_empty()).map(|home| home.0);
        own.chain(home).filter_map(move |at| {
            let start = compared.articles[side].paragraphs.get(at)?.span.start();
            let article = desk.library.articles.get(open[side])?;
            let at = article.paragraph_id_at(diff.carried_to(article, side, start));
            let span = article.paragraphs.get(at.0)?.span;
            (!open_parts(article, &desk.library.masks[open[side]], span).is_empty()).then_some((open[side], span))
        })
    });
    Some(each.collect())
}
