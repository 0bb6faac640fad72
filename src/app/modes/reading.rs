//! The keys of the reading view.

use super::clusters::curating;
use super::elsewhere::apparatus;
use super::elsewhere::trace;
use super::marking::mark;
use super::matrix::open_matrix;
use super::mode::{Asked, Mode};
use super::note::note;
use super::picking::ask;
use super::proposing::propose;
use super::ruling::list_rules;
use super::shelf::list_articles;
use super::shelf_list::list_shelf;
use super::sources::{list, list_lit};
use super::synopsis::open_synopsis;
use super::turn::Turn;
use crate::app::desk::base::take_base;
use crate::app::desk::carry::copy;
use crate::app::desk::carry::edit;
use crate::app::desk::carry::reload;
use crate::app::desk::desk::Desk;
use crate::app::desk::diff_job::diff_pair;
use crate::app::desk::hide::hide;
use crate::app::desk::hide::show_hidden;
use crate::app::desk::highlight::Highlight;
use crate::app::desk::lighting::highlight_all;
use crate::app::desk::lighting::next_class;
use crate::app::desk::lighting::only_here;
use crate::app::desk::lighting::step_lit;
use crate::app::desk::motion::moved;
use crate::app::desk::mouse::switch_mouse;
use crate::app::desk::panes::close_pane;
use crate::app::desk::panes::open_pane;
use crate::app::desk::pull::pull;
use crate::app::desk::reviewed::review;
use crate::app::desk::saving::save_again;
use crate::app::desk::searching::step_hits;
use crate::app::desk::status::STILL_READING;
use crate::app::desk::step::step;
use crate::app::desk::taking::{redo_taking, save_result, undo_taking};
use crate::app::desk::together::lock;
use crate::app::desk::travel::back;
use crate::app::desk::travel::forward;
use crate::app::desk::undoing::redo;
use crate::app::desk::undoing::undo;
use crate::app::desk::unsaved::{has_result, warn_no_result};
use crate::app::jobs::Listed;
use crate::app::keys::Action;
/// Whether an action needs the whole articles, while only their beginnings are read.
pub(in crate::app) fn must_wait_for(desk: &Desk, action: Action) -> bool {
    let needs_all = matches!(
        action,
        Action::NextLink
            | Action::PreviousLink
            | Action::NextMatch
            | Action::PreviousMatch
            | Action::Pull
            | Action::NextClass
            | Action::OnlyHere
            | Action::Matches
            | Action::Matrix
            | Action::Synopsis
            | Action::Articles
            | Action::Review
            | Action::Note
            | Action::Mark
            | Action::Hide
            | Action::HideForGood
            | Action::Rules
            | Action::Proposals
            | Action::ShowHidden
    );
    needs_all && desk.library.is_reading() && desk.collation().is_none()
}

/// Takes an action in reading.
pub(in crate::app) fn reading(desk: &mut Desk, action: Action, count: Option<usize>) -> Turn {
    let times = count.unwrap_or(1);
    if desk.finding.search.is_some() && matches!(action, Action::NextLink | Action::PreviousLink) {
        step_hits(desk, if action == Action::NextLink { times as isize } else { -(times as isize) });
        return Turn::Stay;
    }
    if must_wait_for(desk, action) {
        desk.warn(STILL_READING);
        return Turn::Stay;
    }
    if let Some(turn) = curating(desk, action) {
        return turn;
    }
    match action {
        Action::NextLink => step_lit(desk, times as isize),
        Action::PreviousLink => step_lit(desk, -(times as isize)),
        Action::NextMatch => step(desk, times as isize, Highlight::Shared),
        Action::PreviousMatch => step(desk, -(times as isize), Highlight::Shared),
        Action::Pull => pull(desk),
        Action::Diff => diff_pair(desk),
        Action::NextClass => next_class(desk),
        Action::OnlyHere => only_here(desk),
        Action::Matches => return list_lit(desk),
        Action::Figures => return list(desk, Listed::Figures),
        Action::Quotations => return list(desk, Listed::Quotations),
        Action::Origins => return list(desk, Listed::Origins),
        Action::Matrix => return open_matrix(desk),
        Action::Synopsis => return open_synopsis(desk),
        Action::Articles if desk.shelving.shelf.is_some() => return list_shelf(desk),
        Action::Articles => return list_articles(desk),
        Action::Elsewhere => trace(desk),
        Action::AlsoIn => return apparatus(desk),
        Action::Copy => copy(desk),
        Action::Edit => edit(desk),
        Action::Reload => reload(desk),
        Action::Review => review(desk),
        Action::Note => return note(desk),
        Action::Back if desk.narrating.goes_back => return open_synopsis(desk),
        Action::Back => back(desk, times),
        Action::Forward => forward(desk, times),
        Action::Mark => return mark(desk),
        Action::Hide => {
            hide(desk, None);
        }
        Action::HideForGood => return ask(desk, None),
        // Once everything was taken, there is no diff left.
        Action::Undo if undo_taking(desk) => {}
        Action::Redo if redo_taking(desk) => {}
        Action::Write if has_result(desk) => save_result(desk, None, false),
        Action::Write => warn_no_result(desk),
        Action::Undo => undo(desk),
        Action::Redo => redo(desk),
        Action::Rules => return list_rules(desk),
        Action::Proposals => return propose(desk),
        Action::SaveRules => save_again(desk),
        Action::ShowHidden => show_hidden(desk),
        Action::Mouse => switch_mouse(desk),
        Action::Lock => lock(desk),
        Action::Command => return Turn::Open(Mode::line(Asked::Command, "")),
        Action::Search => return Turn::Open(Mode::line(Asked::Search, "")),
        Action::Cancel if count.is_none() && desk.finding.search.is_some() => desk.finding.search = None,
        Action::Cancel if count.is_none() && desk.view.lit != Highlight::Shared => highlight_all(desk),
        Action::Cancel if count.is_none() => say_nothing_to_leave(desk),
        Action::Base => take_base(desk),
        Action::OpenPane => open_pane(desk, count),
        Action::ClosePane => close_pane(desk),
        Action::Choose if count.is_none() => {
            desk.say("Which article? Type its number or name");
            return Turn::Open(Mode::line(Asked::Command, "article "));
        }
        _ => moved(desk, action, count),
    }
    Turn::Stay
}

fn say_nothing_to_leave(desk: &mut Desk) {
    desk.say(format!("Nothing to cancel; {} quits", desk.key(Action::Quit)));
}
