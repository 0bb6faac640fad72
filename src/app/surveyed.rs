//! What comes of a survey, taken in by whoever asked.

use super::app::App;
use super::mode::Mode;
use super::proposing::take_proposals;
use crate::app::jobs::Found;
use crate::app::jobs::Surveyed;
/// Takes in the answer to the newest question; an older one is dropped.
pub(super) fn take_survey(app: &mut App, surveyed: Surveyed) {
    let ticket = surveyed.ticket;
    match (app.beneath_mut(), surveyed.found) {
        (Mode::Picking(picker), Found::Rule(hides, warnings)) if picker.ticket == ticket => {
            picker.answered = ticket;
            picker.hides = Some(hides);
            picker.warnings = warnings;
        }
        (Mode::Proposing(proposals), Found::Rule(hides, warnings)) if proposals.ticket == ticket => {
            proposals.hides = Some(hides);
            proposals.warnings = warnings;
        }
        (Mode::Proposing(proposals), Found::Proposals(found)) if proposals.ticket == ticket => {
            take_proposals(app, found);
        }
        (Mode::Ruling(list), Found::Rules(counted)) if list.ticket == ticket => list.counted = Some(counted),
        _ => {}
    }
}
