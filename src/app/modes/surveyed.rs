//! Passes the answer of a survey to whoever asked for it.

use super::mode::Mode;
use super::proposing::take_proposals;
use super::turn::Turn;
use crate::app::desk::desk::Desk;
use crate::app::jobs::Found;
use crate::app::jobs::Surveyed;

/// Takes in the answer to a mode's newest question; drops an older one.
pub(in crate::app) fn take_survey(mode: &mut Mode, desk: &mut Desk, surveyed: &Surveyed) -> Turn {
    let ticket = surveyed.ticket;
    match (mode, &surveyed.found) {
        (Mode::Picking(picker), Found::Rule(check)) => {
            picker.check.take(ticket, check.clone());
        }
        (Mode::Proposing(proposals), Found::Rule(check)) => {
            proposals.check.take(ticket, check.clone());
        }
        (Mode::Proposing(proposals), Found::Proposals(found)) if proposals.found.awaits(ticket) => {
            return take_proposals(proposals, desk, ticket, found.clone());
        }
        (Mode::Ruling(list), Found::Rules(counted)) => {
            list.counted.take(ticket, counted.clone());
        }
        _ => {}
    }
    Turn::Stay
}
