//! Arrival: what a collation changes when it comes in.

use super::choosing::take_narrowed;
use super::desk::Desk;
use super::elsewhere::{list_readings, list_traces};
use super::masks::wear;
use super::mode::Mode;
use super::modes::Modes;
use super::synopsis::{list_anew, start_from_the_fullest};
use super::together::bring_along;
use super::turn::Turn;

use crate::app::jobs::Answer;
use crate::app::jobs::Gathered;
use crate::app::jobs::Masked;
use crate::app::jobs::Narrated;
use crate::app::jobs::Narrowed;
use crate::app::jobs::Traced;
use crate::text::Side;

/// Takes in what a pair shares, if it is awaited. Where the reader has gone on from the top, panes beside the open pair that move
/// together come alongside.
pub(super) fn take_answer(desk: &mut Desk, answer: &Answer) {
    let Some(pairing) = desk.row.pairings_mut().find(|pairing| pairing.found.awaits(answer.ticket)) else { return };
    let (about, placed) = (pairing.about, pairing.placed);
    pairing.take(answer);
    wear(desk, about, answer.masks.clone());
    let gone_on = |side: &Side| desk.row[*side].at() != desk.row[*side].page.first();
    if !desk.row.is_open(about) && !placed && Side::BOTH.iter().any(gone_on) {
        bring_along(desk);
    }
}

/// Takes in what is hidden of a pair, before it is known what the two share.
pub(super) fn take_masks(desk: &mut Desk, masked: Masked) {
    let pairing = desk.row.pairings_mut().find(|pairing| pairing.found.awaits(masked.ticket));
    if let Some(about) = pairing.map(|pairing| pairing.about) {
        wear(desk, about, masked.masks);
    }
}

/// Takes in which articles carry which statement, unless something else is hidden by now; the readings of a sentence are listed where
/// the reader has asked for them.
pub(super) fn take_clusters(modes: &mut Modes, desk: &mut Desk, gathered: Gathered) {
    let taken = desk.library.clusters.take(gathered.ticket, gathered.clusters);
    if taken && desk.finding.asks_apparatus && modes.top().is_none() {
        desk.message = None;
        modes.take(list_readings(desk));
    }
}

/// Takes in where a passage stands elsewhere, and lists it, if the reader still reads.
pub(super) fn take_traces(modes: &mut Modes, desk: &mut Desk, traced: Traced) {
    let awaited = traced.ticket == desk.finding.tracing && desk.library.is_of(&traced.of);
    if awaited && modes.top().is_none() {
        modes.take(list_traces(desk, traced));
    }
}

/// Takes in the synopsis, or how far it is.
pub(super) fn take_narrated(modes: &mut Modes, desk: &mut Desk, narrated: Narrated) {
    let narrating = &mut desk.narrating;
    let Some(story) = narrated.story else {
        if narrating.found.awaits(narrated.ticket) {
            narrating.progress = Some(narrated.done);
        }
        return;
    };
    let first = narrating.found.known().is_none();
    if !narrating.found.take(narrated.ticket, story) {
        return;
    }
    narrating.progress = None;
    modes.tell(|mode| {
        if let Mode::Synopsis(grid) = mode {
            if first {
                start_from_the_fullest(grid, desk);
            }
            list_anew(grid, desk);
        }
        Turn::Stay
    });
}

/// Takes in which rows of a list are left.
pub(super) fn take_rows(modes: &mut Modes, desk: &mut Desk, narrowed: &Narrowed) {
    modes.tell(|mode| match mode {
        Mode::Listing(list) => take_narrowed(list, desk, narrowed.clone()),
        _ => Turn::Stay,
    });
}
