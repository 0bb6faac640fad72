//! What comes of a survey, taken in by whoever asked.

use super::mode::Mode;
use super::proposing::take_proposals;
use super::turn::Turn;
use crate::app::desk::desk::Desk;
use crate::app::jobs::Found;
use crate::app::jobs::Surveyed;

/// Takes in the answer to the newest question of a mode; an older one is dropped.
pub(in crate::app) fn take_survey(mode: &mut Mode, desk: &mut Desk, surveyed: &Surveyed) -> Turn {
    let ticket = surveyed.ticket;
    match (mode, &surveyed.found) {
        (Mode::Picking(picker), Found::Rule(hides, warnings)) if picker.ticket == ticket => {
            picker.answered = ticket;
            picker.hides = Some(hides.clone());
            picker.warnings.clone_from(warnings);
        }
        (Mode::Proposing(proposals), Found::Rule(hides, warnings)) if proposals.ticket == ticket => {
            proposals.hides = Some(hides.clone());
            proposals.warnings.clone_from(warnings);
        }
        (Mode::Proposing(proposals), Found::Proposals(found)) if proposals.ticket == ticket => {
            return take_proposals(proposals, desk, found.clone());
        }
        (Mode::Ruling(list), Found::Rules(counted)) if list.ticket == ticket => list.counted = Some(counted.clone()),
        _ => {}
    }
    Turn::Stay
}
