//! Reading: what a key does while articles are read.

use super::app::App;
use super::asking::prompt;
use super::carry::copy;
use super::carry::edit;
use super::carry::reload;
use super::desk::Desk;
use super::diff_job::diff_pair;
use super::elsewhere::apparatus;
use super::elsewhere::trace;
use super::hide::hide;
use super::hide::mark;
use super::hide::show_hidden;
use super::in_synopsis::back_to_synopsis;
use super::lighting::next_class;
use super::lighting::only_here;
use super::lighting::step_lit;
use super::lit::Lit;
use super::matches::list_matches;
use super::matrix::open_matrix;
use super::mode::Asked;
use super::motion::moved;
use super::mouse::switch_mouse;
use super::noting::note;
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

pub(super) fn reading(app: &mut App, action: Action, count: Option<usize>) {
    let times = count.unwrap_or(1);
    if app.desk.finding.search.is_some() && matches!(action, Action::NextLink | Action::PreviousLink) {
        step_hits(&mut app.desk, if action == Action::NextLink { times as isize } else { -(times as isize) });
        return;
    }
    if must_wait_for(&app.desk, action) {
        app.desk.warn(STILL_READING);
        return;
    }
    match action {
        Action::NextLink => step_lit(&mut app.desk, times as isize),
        Action::PreviousLink => step_lit(&mut app.desk, -(times as isize)),
        Action::NextMatch => step(&mut app.desk, times as isize, Lit::Shared),
        Action::PreviousMatch => step(&mut app.desk, -(times as isize), Lit::Shared),
        Action::Pull => pull(&mut app.desk),
        Action::Diff => diff_pair(&mut app.desk),
        Action::NextClass => next_class(&mut app.desk),
        Action::OnlyHere => only_here(&mut app.desk),
        Action::Matches => list_matches(app),
        Action::Matrix => open_matrix(app),
        Action::Synopsis => open_synopsis(app),
        Action::Articles => list_articles(app),
        Action::Elsewhere => trace(&mut app.desk),
        Action::AlsoIn => apparatus(app),
        Action::Copy => copy(app),
        Action::Edit => edit(&mut app.desk),
        Action::Reload => reload(&mut app.desk),
        Action::Review => review(&mut app.desk),
        Action::Note => note(app),
        Action::Back => {
            if !back_to_synopsis(app) {
                back(&mut app.desk, times);
            }
        }
        Action::Forward => forward(&mut app.desk, times),
        Action::Mark => mark(app),
        Action::Hide => hide(app),
        Action::HideForGood => ask(app),
        Action::Undo => undo(&mut app.desk),
        Action::Redo => redo(&mut app.desk),
        Action::Rules => list_rules(app),
        Action::Proposals => propose(app),
        Action::SaveRules => save_again(&mut app.desk),
        Action::ShowHidden => show_hidden(&mut app.desk),
        Action::Mouse => switch_mouse(&mut app.desk),
        Action::Lock => lock(&mut app.desk),
        Action::Command => prompt(app, Asked::Command, ""),
        Action::Search => prompt(app, Asked::Search, ""),
        Action::Cancel if count.is_none() && app.desk.finding.search.is_some() => app.desk.finding.search = None,
        Action::Cancel if count.is_none() => say_nothing_to_leave(&mut app.desk),
        Action::OpenPane => open_pane(&mut app.desk, count),
        Action::ClosePane => close_pane(&mut app.desk),
        Action::Choose if count.is_none() => app.desk.warn("Which article? Type its number"),
        _ => moved(&mut app.desk, action, count),
    }
}

fn say_nothing_to_leave(desk: &mut Desk) {
    desk.say(format!("Nothing to cancel; {} quits", desk.key(Action::Quit)));
}
