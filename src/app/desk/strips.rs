//! The strips of the panes.

use std::borrow::Cow;
use std::sync::Arc;

use super::desk::Desk;
use super::highlight::Highlight;
use super::panes::shown_panes;
use super::strip::{Sampled, Stretch};
use super::unmatched::in_none;
use crate::app::layout::PaneIx;

/// What each of `height` cells of a pane's strip shows: as kept, else sampled now.
pub fn stretches(desk: &Desk, pane: PaneIx, height: usize) -> Cow<'_, [Stretch]> {
    let Some((now, pane)) = sampled(desk, pane, height).zip(desk.row.get(pane)) else { return Cow::default() };
    pane.strip.of(&now).map_or_else(|| Cow::Owned(now.stretches()), Cow::Borrowed)
}

/// Samples the strips of panes that have changed.
pub(in crate::app) fn keep_strips(desk: &mut Desk) {
    if desk.diff.view.is_some() {
        return;
    }
    let height = desk.geometry().rows();
    for at in shown_panes(desk) {
        if let Some(now) = sampled(desk, at, height)
            && let Some(pane) = desk.row.get_mut(at)
        {
            pane.strip.keep(now);
        }
    }
}

fn sampled(desk: &Desk, at: PaneIx, height: usize) -> Option<Sampled> {
    let (pane, (panes, pairing)) = (desk.row.get(at)?, desk.row.pairing_at(at));
    Some(Sampled {
        article: Arc::clone(pane.open_article()),
        mask: Arc::clone(pane.page.mask()),
        collation: pairing.collation_of(panes).cloned(),
        side: desk.row.side(at),
        lit: desk.view.lit,
        in_none: in_none(desk, at).filter(|_| desk.view.lit == Highlight::InNone).cloned(),
        height,
    })
}
