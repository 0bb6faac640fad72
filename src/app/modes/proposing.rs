//! Proposals: what looks like boilerplate, one after another, to make a rule or to reject for good.

use super::dimmed::show_place;
use super::mode::Mode;
use super::proposals::Proposals;
use super::turn::Turn;
use crate::app::desk::desk::Desk;
use crate::app::desk::done::remember_done;
use crate::app::desk::history::Hiding;
use crate::app::desk::motion::choose;
use crate::app::desk::panes::sit;
use crate::app::desk::rule_files::next_rule_file;
use crate::app::desk::rule_files::rule_file;
use crate::app::desk::saving::add_rule;
use crate::app::desk::survey::survey;
use crate::app::desk::undoing::redo;
use crate::app::desk::undoing::undo;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::jobs::Effect;
use crate::app::jobs::{Lookup, Question, Ticket};
use crate::app::keys::Action;
use crate::app::layout::PaneIx;
use crate::app::memory::Review;
use crate::app::memory::ReviewMark;
use crate::app::memory::hashed;
use crate::app::memory::mixed;
use crate::boilerplate::{Fit, Proposal, Scope};

/// Keeps the mark of a rejected proposal apart from that of a passage.
const REFUSED: u64 = 0x7265_6675_7365_6421;

/// Looks for boilerplate in all open articles.
pub(in crate::app) fn propose(desk: &mut Desk) -> Turn {
    let ticket = desk.next_ticket();
    let question = Question::Proposals(Arc::clone(&desk.rules.books), desk.library.hidden_by_hand.clone());
    survey(desk, ticket, question);
    Turn::Open(Mode::Proposing(Box::new(Proposals { found: Lookup::awaiting(ticket), ..Proposals::default() })))
}

/// Takes in the proposals, each rule once, except those the reader rejected before.
pub(in crate::app) fn take_proposals(
    proposals: &mut Proposals,
    desk: &mut Desk,
    ticket: Ticket,
    mut found: Vec<Proposal>,
) -> Turn {
    let rule = |proposal: &Proposal| (proposal.fit.clone(), proposal.scope.clone());
    let is_refused = |proposal: &&Proposal| desk.memory.reviewed.has(refusal(desk, proposal));
    let refused: BTreeSet<(Fit, Scope)> = found.iter().filter(is_refused).map(rule).collect();
    let mut seen = BTreeSet::new();
    found.retain(|proposal| seen.insert(rule(proposal)));
    let all = found.len();
    found.retain(|proposal| !refused.contains(&rule(proposal)));
    if found.is_empty() {
        let before = desk.message.take().map_or(String::new(), |message| format!("{}. ", message.text));
        desk.say(match all {
            0 => format!("{before}Found no boilerplate that is not hidden yet"),
            refused => format!("{before}Found no new boilerplate; {refused} rejected before"),
        });
        return Turn::Close;
    }
    proposals.found.take(ticket, found);
    show_proposal(proposals, desk);
    Turn::Stay
}

/// Takes an action in the proposals.
pub(in crate::app) fn proposing(proposals: &mut Proposals, desk: &mut Desk, action: Action) -> Turn {
    match action {
        Action::Undo => undo_decision(proposals, desk),
        Action::Redo => redo_decision(proposals, desk),
        Action::NextHome => turn_home(proposals, desk),
        Action::Cancel => return Turn::Close,
        Action::Accept => return take_proposal(proposals, desk),
        Action::Refuse => return refuse_proposal(proposals, desk),
        Action::Down => turn_proposal(proposals, desk, 1),
        Action::Up => turn_proposal(proposals, desk, -1),
        _ => {}
    }
    Turn::Stay
}

fn turn_proposal(proposals: &mut Proposals, desk: &mut Desk, by: isize) {
    let count = proposals.found.known().map_or(0, Vec::len);
    match proposals.at.checked_add_signed(by).filter(|at| *at < count) {
        Some(at) => proposals.at = at,
        None => {
            desk.say(if by < 0 { "First proposal" } else { "Last proposal" });
            return;
        }
    }
    show_proposal(proposals, desk);
}

fn take_proposal(proposals: &mut Proposals, desk: &mut Desk) -> Turn {
    let Some(proposal) = proposals.now() else { return say_still_looking(desk) };
    let rule = proposal.rule(&desk.memory.day, &desk.rules.books.all());
    let (file, _) = rule_file(desk, proposal.article, proposals.file);
    add_rule(desk, file, rule);
    next_proposal(proposals, desk)
}

fn refuse_proposal(proposals: &mut Proposals, desk: &mut Desk) -> Turn {
    let Some(proposal) = proposals.now() else { return say_still_looking(desk) };
    let review = Review { mark: refusal(desk, proposal), done: true };
    desk.memory.reviewed.take(review);
    remember_done(desk, Hiding::Refusal(review.mark));
    desk.ask(Effect::Keep(review));
    desk.say(format!("Rejected: it will not be proposed again; {} undoes", desk.key(Action::Undo)));
    next_proposal(proposals, desk)
}

/// Undoes the last decision; its proposal is back.
fn undo_decision(proposals: &mut Proposals, desk: &mut Desk) {
    undo(desk);
    if let (Some(found), Some((before, at))) = (proposals.found.known_mut(), proposals.decided.pop()) {
        let now = std::mem::replace(found, before);
        proposals.undecided.push((now, std::mem::replace(&mut proposals.at, at)));
        show_proposal(proposals, desk);
    }
}

fn redo_decision(proposals: &mut Proposals, desk: &mut Desk) {
    redo(desk);
    if let (Some(found), Some((after, at))) = (proposals.found.known_mut(), proposals.undecided.pop()) {
        let now = std::mem::replace(found, after);
        proposals.decided.push((now, std::mem::replace(&mut proposals.at, at)));
        show_proposal(proposals, desk);
    }
}

/// Chooses the next file for rules.
fn turn_home(proposals: &mut Proposals, desk: &mut Desk) {
    let Some(article) = proposals.now().map(|proposal| proposal.article) else {
        say_still_looking(desk);
        return;
    };
    proposals.file = next_rule_file(desk, article, proposals.file);
    show_proposal(proposals, desk);
}

fn say_still_looking(desk: &mut Desk) -> Turn {
    desk.say("Still looking");
    Turn::Stay
}

/// Goes to the next proposal, and drops those with the fit that was decided.
fn next_proposal(proposals: &mut Proposals, desk: &mut Desk) -> Turn {
    let Some(found) = proposals.found.known_mut() else { return Turn::Stay };
    proposals.decided.push((found.clone(), proposals.at));
    proposals.undecided.clear();
    if let Some(done) = found.get(proposals.at).cloned() {
        found.retain(|other| other.fit != done.fit || other.scope != done.scope);
    }
    if found.is_empty() {
        let said = desk.message.take().map_or(String::new(), |message| format!("{}; ", message.text));
        desk.say(format!("{said}no proposals are left"));
        return Turn::Close;
    }
    proposals.at = proposals.at.min(found.len().saturating_sub(1));
    show_proposal(proposals, desk);
    Turn::Stay
}

/// Shows where the proposal is, and asks what its rule would hide.
fn show_proposal(proposals: &mut Proposals, desk: &mut Desk) {
    let Some(proposal) = proposals.now().cloned() else { return };
    let shows = |ix: &PaneIx| desk.row.get(*ix).is_some_and(|pane| pane.article == proposal.article);
    if let Some(ix) = desk.row.places().find(shows) {
        sit(desk, ix);
    } else {
        let said = desk.message.take();
        choose(desk, proposal.article + 1);
        desk.message = said;
    }
    show_place(desk, desk.row.focus, proposal.span.start());
    let ticket = desk.next_ticket();
    let rule = proposal.rule(&desk.memory.day, &desk.rules.books.all());
    let (_, reach) = rule_file(desk, proposal.article, proposals.file);
    proposals.check = Lookup::awaiting(ticket);
    survey(desk, ticket, Question::Rule(rule, reach));
}

/// The mark by which a rejection is remembered: made from its words and the reason for the proposal, whatever the article's name.
fn refusal(desk: &Desk, proposal: &Proposal) -> ReviewMark {
    let words = desk.library.articles.get(proposal.article).and_then(|it| it.tokens.get(it.tokens_in(proposal.span)));
    ReviewMark(mixed(hashed(words.unwrap_or_default()), REFUSED))
}
