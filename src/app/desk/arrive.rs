//! Takes in the result of a comparison.

use super::desk::Desk;
use super::masks::set_masks;
use super::together::bring_along;

use crate::app::jobs::Answer;
use crate::app::jobs::Masked;
use crate::text::Side;

/// Takes in what a pair shares, if that is awaited. If the reader has left the top, panes beside the open pair that move with it come
/// alongside.
pub(in crate::app) fn take_answer(desk: &mut Desk, answer: &Answer) {
    let Some(pairing) = desk.row.pairings_mut().find(|pairing| pairing.found.awaits(answer.ticket)) else { return };
    let (about, placed) = (pairing.about, pairing.placed);
    pairing.take(answer);
    set_masks(desk, about, answer.masks.clone());
    let gone_on = |side: &Side| desk.row[*side].at() != desk.row[*side].page.first();
    if !desk.row.is_open(about) && !placed && Side::BOTH.iter().any(gone_on) {
        bring_along(desk);
    }
}

/// Takes in what is hidden in a pair, before it is known what the two share.
pub(in crate::app) fn take_masks(desk: &mut Desk, masked: Masked) {
    let pairing = desk.row.pairings_mut().find(|pairing| pairing.found.awaits(masked.ticket));
    if let Some(about) = pairing.map(|pairing| pairing.about) {
        set_masks(desk, about, masked.masks);
    }
}
