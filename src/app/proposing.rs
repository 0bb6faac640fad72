//! Proposals: what looks like boilerplate, one after another, to be made a rule or refused for good.

use super::app::App;
use super::desk::Desk;
use super::dimmed::show_place;
use super::done::remember_done;
use super::history::Hiding;
use super::homes::home;
use super::homes::next_home;
use super::mode::Mode;
use super::motion::choose;
use super::panes::sit;
use super::proposals::Proposals;
use super::saving::add_rule;
use super::survey::survey;
use super::undoing::redo;
use super::undoing::undo;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::app::jobs::Effect;
use crate::app::jobs::Question;
use crate::app::keys::Action;
use crate::app::layout::PaneIx;
use crate::app::memory::Review;
use crate::app::memory::ReviewMark;
use crate::app::memory::hashed;
use crate::app::memory::mixed;
use crate::boilerplate::{Fit, Proposal, Reach, Scope};

/// What tells the mark of a refused proposal from that of a passage that was read.
const REFUSED: u64 = 0x7265_6675_7365_6421;

/// Looks for what could be hidden in all open articles.
pub(super) fn propose(app: &mut App) {
    let ticket = app.desk.next_ticket();
    app.mode = Mode::Proposing(Box::new(Proposals { ticket, ..Proposals::default() }));
    let question = Question::Proposals(Arc::clone(&app.desk.rules.books), app.desk.library.hidden_by_hand.clone());
    survey(&mut app.desk, ticket, question);
}

/// Takes in what is proposed, each rule once, but for what the reader refused before anywhere.
pub(super) fn take_proposals(app: &mut App, mut found: Vec<Proposal>) {
    let rule = |proposal: &Proposal| (proposal.fit.clone(), proposal.scope.clone());
    let is_refused = |proposal: &&Proposal| app.desk.memory.reviewed.has(refusal(&app.desk, proposal));
    let refused: BTreeSet<(Fit, Scope)> = found.iter().filter(is_refused).map(rule).collect();
    let mut seen = BTreeSet::new();
    found.retain(|proposal| seen.insert(rule(proposal)));
    let all = found.len();
    found.retain(|proposal| !refused.contains(&rule(proposal)));
    if found.is_empty() {
        app.mode = Mode::Reading;
        app.desk.say(match all {
            0 => "Found no boilerplate that is not hidden yet".to_owned(),
            refused => format!("Found no new boilerplate; {refused} rejected before"),
        });
        return;
    }
    if let Mode::Proposing(proposals) = &mut app.mode {
        proposals.found = Some(found);
    }
    show_proposal(app)
}

/// Takes a key while proposals are walked through.
pub(super) fn proposing(app: &mut App, action: Action) {
    match action {
        Action::Undo => undo_decision(app),
        Action::Redo => redo_decision(app),
        Action::NextHome => turn_home(app),
        Action::Cancel => app.mode = Mode::Reading,
        Action::Accept => take_proposal(app),
        Action::Refuse => refuse_proposal(app),
        Action::Down => turn_proposal(app, 1),
        Action::Up => turn_proposal(app, -1),
        _ => {}
    }
}

fn turn_proposal(app: &mut App, by: isize) {
    let Mode::Proposing(proposals) = &mut app.mode else { return };
    let count = proposals.found.as_ref().map_or(0, Vec::len);
    match proposals.at.checked_add_signed(by).filter(|at| *at < count) {
        Some(at) => proposals.at = at,
        None => {
            app.desk.say(if by < 0 { "First proposal" } else { "Last proposal" });
            return;
        }
    }
    show_proposal(app)
}

fn take_proposal(app: &mut App) {
    let Some(proposal) = proposal(app).cloned() else { return say_still_looking(&mut app.desk) };
    let rule = proposal.rule(&app.desk.memory.day, &app.desk.rules.books.all());
    let (file, _) = proposal_home(app, &proposal);
    add_rule(&mut app.desk, file, rule);
    next_proposal(app);
}

fn refuse_proposal(app: &mut App) {
    let Some(proposal) = proposal(app).cloned() else { return say_still_looking(&mut app.desk) };
    let review = Review { mark: refusal(&app.desk, &proposal), done: true };
    app.desk.memory.reviewed.take(review);
    remember_done(&mut app.desk, Hiding::Refusal(review.mark));
    app.desk.ask(Effect::Keep(review));
    app.desk.say(format!("Rejected: it will not be proposed again; {} undoes", app.desk.key(Action::Undo)));
    next_proposal(app);
}

/// Takes the last decision back; what was proposed then is proposed again.
fn undo_decision(app: &mut App) {
    undo(&mut app.desk);
    let Mode::Proposing(proposals) = &mut app.mode else { return };
    if let (Some(found), Some((before, at))) = (&mut proposals.found, proposals.decided.pop()) {
        let now = std::mem::replace(found, before);
        proposals.undecided.push((now, std::mem::replace(&mut proposals.at, at)));
        show_proposal(app);
    }
}

fn redo_decision(app: &mut App) {
    redo(&mut app.desk);
    let Mode::Proposing(proposals) = &mut app.mode else { return };
    if let (Some(found), Some((after, at))) = (&mut proposals.found, proposals.undecided.pop()) {
        let now = std::mem::replace(found, after);
        proposals.decided.push((now, std::mem::replace(&mut proposals.at, at)));
        show_proposal(app);
    }
}

/// Chooses the next file to keep rules in.
fn turn_home(app: &mut App) {
    let Some(article) = proposal(app).map(|proposal| proposal.article) else { return say_still_looking(&mut app.desk) };
    let Mode::Proposing(proposals) = &app.mode else { return };
    let home = next_home(&mut app.desk, article, proposals.home);
    if let Mode::Proposing(proposals) = &mut app.mode {
        proposals.home = home;
    }
    show_proposal(app)
}

fn proposal_home(app: &App, proposal: &Proposal) -> (PathBuf, Reach) {
    let number = if let Mode::Proposing(proposals) = &app.mode { proposals.home } else { 0 };
    home(&app.desk, proposal.article, number)
}

fn say_still_looking(desk: &mut Desk) {
    desk.say("Still looking");
}

fn proposal(app: &App) -> Option<&Proposal> {
    match &app.mode {
        Mode::Proposing(proposals) => proposals.now(),
        _ => None,
    }
}

/// Leaves the proposal that was decided, with those of the same fit, for the next one.
fn next_proposal(app: &mut App) {
    let Mode::Proposing(proposals) = &mut app.mode else { return };
    let Some(found) = &mut proposals.found else { return };
    proposals.decided.push((found.clone(), proposals.at));
    proposals.undecided.clear();
    if let Some(done) = found.get(proposals.at).cloned() {
        found.retain(|other| other.fit != done.fit || other.scope != done.scope);
    }
    if found.is_empty() {
        app.mode = Mode::Reading;
        let said = app.desk.message.take().map_or(String::new(), |message| format!("{}; ", message.text));
        app.desk.say(format!("{said}that was the last proposal"));
        return;
    }
    proposals.at = proposals.at.min(found.len().saturating_sub(1));
    show_proposal(app)
}

/// Shows where the proposal stands, and asks what its rule would hide.
fn show_proposal(app: &mut App) {
    let Some(proposal) = proposal(app).cloned() else { return };
    let shows = |seat: &PaneIx| app.desk.row.get(*seat).is_some_and(|pane| pane.article == proposal.article);
    if let Some(seat) = app.desk.row.places().find(shows) {
        sit(&mut app.desk, seat);
    } else {
        let said = app.desk.message.take();
        choose(&mut app.desk, proposal.article + 1);
        app.desk.message = said;
    }
    let focus = app.desk.row.focus;
    show_place(&mut app.desk, focus, proposal.span.start());
    let ticket = app.desk.next_ticket();
    let rule = proposal.rule(&app.desk.memory.day, &app.desk.rules.books.all());
    let (_, reach) = proposal_home(app, &proposal);
    if let Mode::Proposing(proposals) = &mut app.mode {
        (proposals.ticket, proposals.hides, proposals.warnings) = (ticket, None, Vec::new());
    }
    survey(&mut app.desk, ticket, Question::Rule(rule, reach));
}

/// Gives the mark by which a refusal is remembered: its words and why it was proposed, whatever the article is called.
fn refusal(desk: &Desk, proposal: &Proposal) -> ReviewMark {
    let words = desk.library.articles.get(proposal.article).and_then(|it| it.tokens.get(it.tokens_in(proposal.span)));
    ReviewMark(mixed(hashed(words.unwrap_or_default()), REFUSED))
}
