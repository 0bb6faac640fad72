//! Reading: what a key does while articles are read.

use super::carry::copy;
use super::carry::edit;
use super::carry::reload;
use super::desk::Desk;
use super::diff_job::diff_pair;
use super::elsewhere::apparatus;
use super::elsewhere::trace;
use super::hide::hide;
use super::hide::show_hidden;
use super::lighting::next_class;
use super::lighting::only_here;
use super::lighting::step_lit;
use super::lit::Lit;
use super::marking::mark;
use super::matches::list_matches;
use super::matrix::open_matrix;
use super::mode::{Asked, Mode};
use super::motion::moved;
use super::mouse::switch_mouse;
use super::note::note;
use super::panes::close_pane;
use super::panes::open_pane;
use super::picking::ask;
use super::proposing::propose;
use super::pull::pull;
use super::reviewed::review;
use super::ruling::list_rules;
use super::saving::save_again;
use super::searching::step_hits;
use super::shelf::list_articles;
use super::status::STILL_READING;
use super::step::step;
use super::synopsis::open_synopsis;
use super::together::lock;
use super::travel::back;
use super::travel::forward;
use super::turn::Turn;
use super::undoing::redo;
use super::undoing::undo;
use crate::app::keys::Action;
/// Tells whether an action needs more than the heads of articles that are all there is so far.
pub(super) fn must_wait_for(desk: &Desk, action: Action) -> bool {
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
    needs_all && desk.library.reading && desk.collation().is_none()
}

/// Takes an action while articles are read.
pub(super) fn reading(desk: &mut Desk, action: Action, count: Option<usize>) -> Turn {
    let times = count.unwrap_or(1);
    if desk.finding.search.is_some() && matches!(action, Action::NextLink | Action::PreviousLink) {
        step_hits(desk, if action == Action::NextLink { times as isize } else { -(times as isize) });
        return Turn::Stay;
    }
    if must_wait_for(desk, action) {
        desk.warn(STILL_READING);
        return Turn::Stay;
    }
    match action {
        Action::NextLink => step_lit(desk, times as isize),
        Action::PreviousLink => step_lit(desk, -(times as isize)),
        Action::NextMatch => step(desk, times as isize, Lit::Shared),
        Action::PreviousMatch => step(desk, -(times as isize), Lit::Shared),
        Action::Pull => pull(desk),
        Action::Diff => diff_pair(desk),
        Action::NextClass => next_class(desk),
        Action::OnlyHere => only_here(desk),
        Action::Matches => return list_matches(desk),
        Action::Matrix => return open_matrix(desk),
        Action::Synopsis => return open_synopsis(desk),
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
        Action::Cancel if count.is_none() => say_nothing_to_leave(desk),
        Action::OpenPane => open_pane(desk, count),
        Action::ClosePane => close_pane(desk),
        Action::Choose if count.is_none() => desk.warn("Which article? Type its number"),
        _ => moved(desk, action, count),
    }
    Turn::Stay
}

fn say_nothing_to_leave(desk: &mut Desk) {
    desk.say(format!("Nothing to cancel; {} quits", desk.key(Action::Quit)));
}
