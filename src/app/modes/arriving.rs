//! Takes in answers that a mode waits for, or that open one.

use super::choosing::take_narrowed;
use super::elsewhere::{list_readings, list_traces};
use super::mode::Mode;
use super::sources::list;
use super::stack::Modes;
use super::synopsis::{list_anew, start_from_the_fullest};
use super::turn::Turn;
use crate::app::desk::desk::Desk;

use crate::app::jobs::Gathered;
use crate::app::jobs::Listed;
use crate::app::jobs::Narrated;
use crate::app::jobs::Narrowed;
use crate::app::jobs::Story;
use crate::app::jobs::Traced;

use crate::app::desk::breaking::{keep_counting, say_breaks};
use crate::app::desk::changes::settle_taken;
use crate::app::desk::diff_job::{leave_diff, say_aside, say_same, show_diff, uncounted};
use crate::app::desk::diff_settings::DiffOpening;
use crate::app::desk::masks::set_all_masks;
use crate::app::desk::narrate::narrate_a_few;
use crate::app::desk::shelf_state::Landing;
use crate::app::desk::story_grid::StoryGrid;
use crate::app::desk::unsaved::is_unsaved;
use crate::app::jobs::{Diffed, Effect};
use crate::app::keys::Action;
use std::sync::Arc;

/// Takes in which articles have which statement and what is hidden in them, unless other text is hidden by now.
pub(in crate::app) fn take_clusters(desk: &mut Desk, gathered: Gathered) {
    if desk.library.clusters.take(gathered.ticket, gathered.clusters) {
        set_all_masks(desk, gathered.masks);
        narrate_a_few(desk);
    }
}

/// Takes in where else a passage is, and lists it, if the reader is still reading.
pub(in crate::app) fn take_traces(modes: &mut Modes, desk: &mut Desk, traced: Traced) {
    let taken = desk.library.is_of(&traced.of) && desk.finding.tracing.take(traced.ticket, ());
    if taken && modes.top().is_none() {
        modes.take(list_traces(desk, traced));
    }
}

/// Takes in the synopsis, or how far it has come.
pub(in crate::app) fn take_narrated(modes: &mut Modes, desk: &mut Desk, narrated: Narrated) {
    let narrating = &mut desk.narrating;
    let Some(story) = narrated.story else {
        if narrating.found.awaits(narrated.ticket) {
            narrating.progress = Some(narrated.done);
        }
        return;
    };
    let was = narrating.found.known().cloned();
    if !narrating.found.take(narrated.ticket, Arc::clone(&story)) {
        return;
    }
    narrating.progress = None;
    let first = was.is_none();
    // Articles that were read anew have other places.
    let articles = &desk.library.articles;
    let is_of = |story: &Story| story.synopsis.is_of(articles.iter().map(|article| &**article));
    let was = was.filter(|was| is_of(was) && is_of(&story));
    let carry = |grid: &mut StoryGrid| {
        if let Some(was) = &was {
            grid.carry(&was.synopsis, &story.synopsis);
        }
    };
    if let Some(left) = &mut narrating.left {
        carry(left);
    }
    modes.tell(|mode| {
        if let Mode::Synopsis(grid) = mode {
            if first {
                start_from_the_fullest(grid, desk);
            }
            carry(grid);
            list_anew(grid, desk);
        }
        Turn::Stay
    });
    if desk.narrating.wanted != Some(Listed::Origins) {
        list_wanted(modes, desk);
    }
}

/// Opens the list that waited for the synopsis, if the reader is still reading, or looking at a list or the matrix.
pub(in crate::app) fn list_wanted(modes: &mut Modes, desk: &mut Desk) {
    let wanted = desk.narrating.wanted.take();
    let Some(listed) = wanted.filter(|_| matches!(modes.top(), None | Some(Mode::Listing(_) | Mode::Matrix(_)))) else {
        return;
    };
    desk.message = None;
    match listed {
        Listed::Readings if modes.top().is_none() => modes.take(list_readings(desk)),
        Listed::Readings => {}
        listed => modes.take(list(desk, listed)),
    }
}

/// Takes in the rows of a list that match.
pub(in crate::app) fn take_rows(modes: &mut Modes, desk: &mut Desk, narrowed: &Narrowed) {
    modes.tell(|mode| match mode {
        Mode::Listing(list) => take_narrowed(list, desk, narrowed.clone()),
        _ => Turn::Stay,
    });
}
/// Takes in the newest comparison, and shows it, unless a mode has taken the keys.
pub(in crate::app) fn take_diff(modes: &Modes, desk: &mut Desk, found: Diffed) {
    if !desk.diff.asked.take(found.ticket, ()) {
        return;
    }
    desk.diff.taking.agrees = found.same;
    let opens = matches!(desk.diff.opening, DiffOpening::Awaited);
    if opens {
        let same = || DiffOpening::Same(Arc::clone(&found.compared));
        desk.diff.opening = if found.same { same() } else { DiffOpening::Shown };
        desk.shelving.lands = (desk.focused().cursor == 0).then_some(Landing::First);
    }
    match found.same {
        true if opens => desk.ask(Effect::Quit),
        true if desk.diff.view.is_some() && keep_counting(desk) => {}
        true if desk.diff.view.is_some() && found.compared.collation.marks > 0 => {
            desk.diff.manner.exactness = desk.diff.manner.exactness.turned();
            say_same(desk, &found.compared);
        }
        true if desk.diff.view.is_some() => {
            leave_diff(desk);
            say_same(desk, &found.compared);
            if is_unsaved(desk) {
                let still = uncounted(&found.compared)
                    .map_or("No differences are left", |_| "No difference in words, punctuation or case");
                desk.say(format!("{still}; :w writes the result, u undoes"));
            }
        }
        true => say_same(desk, &found.compared),
        false if desk.diff.view.is_none() && modes.top().is_some() => {
            desk.say(format!("The diff is ready; {} shows it", desk.key(Action::Diff)));
        }
        false => {
            show_diff(desk, found.compared);
            land(desk);
            settle_taken(desk);
            say_breaks(desk);
            say_aside(desk);
        }
    }
}

/// Goes to the first or last change after other texts were opened.
pub(in crate::app) fn land(desk: &mut Desk) {
    let height = desk.geometry().rows();
    let (Some(lands), Some(diff)) = (desk.shelving.lands.take(), &mut desk.diff.view) else { return };
    match (lands, diff.sheet.compared().changes.last().copied()) {
        (Landing::Last, Some(last)) => diff.go(diff.sheet.start_of(last), height),
        _ => diff.go_first(height),
    }
    diff.entered = None;
}
