//! Update: the one place where the program's state changes.

use super::app::App;
use super::app::Mode;
use super::app::Typed;
use super::lit::Lit;
use super::prompt::Asked;
use super::prompt::Prompted;
use super::reopen::STILL_READING;
use crate::app::jobs::Effect;
use crate::app::jobs::Event;
use crate::app::keys::Action;
use crate::app::keys::Code;
use crate::app::keys::Found;
use crate::app::keys::Key;
use crate::app::keys::Keys;
use crate::app::keys::Phase;
use crate::app::layout::Size;

/// Takes an event in; gives what is to be done in the world.
pub fn update(app: &mut App, event: Event) -> Vec<Effect> {
    let before = app.stands();
    let mut effects = taken_in(app, event);
    app.settle(&before, &mut effects);
    effects
}

fn taken_in(app: &mut App, event: Event) -> Vec<Effect> {
    match event {
        Event::Key(key) => pressed(app, key),
        Event::Pasted(text) => {
            app.message = None;
            app.typed = Typed::default();
            app.pasted(&text)
        }
        Event::Resized(size) => {
            app.resized(size);
            Vec::new()
        }
        Event::Waited(ticket) => app.waited(ticket),
        Event::Pointed(target, gesture) => {
            app.untouched = false;
            app.pointed(target, gesture)
        }
        Event::Reopened(reopened) => app.reopened(reopened),
        Event::Masked(masked) => {
            app.masked(masked);
            Vec::new()
        }
        Event::Answered(answer) => {
            app.answered(&answer);
            Vec::new()
        }
        Event::Diffed(found) => app.diffed(found),
        Event::Surveyed(surveyed) => app.surveyed(surveyed),
        Event::Gathered(gathered) => app.gathered(gathered),
        Event::Compared(compared) => app.compared(compared),
        Event::Narrowed(narrowed) => app.narrowed(narrowed),
        Event::Found(hits) => app.found(hits),
        Event::Traced(traced) => app.traced(traced),
        Event::Edited(article, outcome) => app.edited((article, outcome)),
        Event::NotCopied(reason) => {
            app.not_copied(&reason);
            Vec::new()
        }
        Event::Saved(saved) => app.saved(saved),
        Event::Kept(kept) => {
            if let Err(reason) = kept {
                app.warn(format!("the mark holds only for now: {reason}"));
            }
            Vec::new()
        }
        Event::Noted(noted) => app.noted(noted),
        Event::Since(since) => app.since(&since),
        Event::OnDisk(seen) => app.on_disk(seen),
        Event::RulesOnDisk(read) => app.rules_on_disk(read),
        Event::Failed(ticket, reason) => {
            for pairing in app.row.pairings_mut() {
                pairing.found.give_up(ticket);
            }
            app.diff_awaited = app.diff_awaited.filter(|(_, awaited)| *awaited != ticket);
            app.compared_in_vain(ticket);
            app.warn(reason);
            app.read_in_vain(ticket)
        }
    }
}

fn pressed(app: &mut App, key: Key) -> Vec<Effect> {
    app.message = None;
    app.untouched = false;
    if let Mode::Prompting(_) = app.mode {
        return match app.prompting(key) {
            Prompted::Stays(effects) => effects,
            Prompted::Given(action, count) => acted(app, action, Typed { count, ..Typed::default() }),
        };
    }
    if let Mode::Listing(_) = app.mode {
        return app.listing(key);
    }
    if let Some(effects) = counted(app, key) {
        return effects;
    }
    let begun = !app.typed.keys.0.is_empty();
    app.typed.keys.0.push(key);
    match app.settings.keymap.find(app.phase(), &app.typed.keys) {
        Found::Begun => Vec::new(),
        Found::Action(action) => {
            let typed = std::mem::take(&mut app.typed);
            acted(app, action, typed)
        }
        Found::Nothing => {
            let typed = std::mem::take(&mut app.typed);
            if begun && key.code == Code::Esc {
                return Vec::new();
            }
            app.say_means_nothing(&typed.keys);
            Vec::new()
        }
    }
}

/// Takes a digit as the beginning of a count, or as the article it will be if nothing follows it.
fn counted(app: &mut App, key: Key) -> Option<Vec<Effect>> {
    let Key { code: Code::Char(c), ctrl: false } = key else { return None };
    let digit = c.to_digit(10)? as usize;
    let counts = matches!(app.phase(), Phase::Reading | Phase::Diffing | Phase::Marking | Phase::Matrix)
        && app.typed.keys.0.is_empty();
    if !counts || (digit == 0 && app.typed.count.is_none()) {
        return None;
    }
    app.typed.count = Some(app.typed.count.unwrap_or(0).saturating_mul(10).saturating_add(digit).min(99_999));
    let waits = app.phase() == Phase::Reading;
    Some(if waits { vec![Effect::Wait(app.next_ticket())] } else { Vec::new() })
}

fn acted(app: &mut App, action: Action, typed: Typed) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let Some(number) = typed.count.filter(|_| app.phase() == Phase::Reading && in_an_article(action)) {
        effects = app.choose(number);
        if number > app.articles.len() || !app.has_pair() {
            return effects;
        }
    }
    effects.extend(match app.mode {
        Mode::Reading if app.diff.is_some() => app.diffing(action, typed.count),
        Mode::Reading => app.reading(action, typed.count),
        Mode::Marking { .. } => app.marking(action, typed.count),
        Mode::Picking(_) => app.picking(action),
        Mode::Helping { row, .. } => app.helping(action, row),
        Mode::Prompting(_) | Mode::Listing(_) => Vec::new(),
        Mode::Ruling(_) => app.ruling(action),
        Mode::Proposing(_) => app.proposing(action),
        Mode::Matrix(_) => app.in_matrix(action, typed.count),
    });
    effects
}

/// Tells whether the action is about what stands in a pane and is not repeated by a count: a number before it names an article.
fn in_an_article(action: Action) -> bool {
    !counts(action)
        && !matches!(
            action,
            Action::Cancel
                | Action::Quit
                | Action::Suspend
                | Action::Help
                | Action::Command
                | Action::Search
                | Action::OpenPane
                | Action::ClosePane
        )
}

/// Tells whether a count before the action repeats it.
fn counts(action: Action) -> bool {
    matches!(
        action,
        Action::NextLink
            | Action::PreviousLink
            | Action::NextMatch
            | Action::PreviousMatch
            | Action::Back
            | Action::Forward
            | Action::Down
            | Action::Up
            | Action::HalfDown
            | Action::HalfUp
            | Action::PageDown
            | Action::PageUp
            | Action::RollDown
            | Action::RollUp
            | Action::Top
            | Action::Bottom
    )
}

impl App {
    fn resized(&mut self, size: Size) {
        self.size = size;
        self.set_pages();
        if let Mode::Helping { row, .. } = self.mode {
            self.show_help(row);
        }
        self.show_cell();
    }

    /// Makes the lonely number that was typed the article it names; a larger one stays a count.
    fn waited(&mut self, ticket: u64) -> Vec<Effect> {
        if ticket != self.ticket || !self.typed.keys.0.is_empty() || self.phase() != Phase::Reading {
            return Vec::new();
        }
        let may_name = |number: &usize| *number < 10 || *number <= self.articles.len();
        let Some(number) = self.typed.count.filter(may_name) else { return Vec::new() };
        self.typed = Typed::default();
        self.choose(number)
    }

    fn reading(&mut self, action: Action, count: Option<usize>) -> Vec<Effect> {
        let times = count.unwrap_or(1);
        if self.search.is_some() && matches!(action, Action::NextLink | Action::PreviousLink) {
            self.step_hits(if action == Action::NextLink { times as isize } else { -(times as isize) });
            return Vec::new();
        }
        if self.must_wait_for(action) {
            self.warn(STILL_READING);
            return Vec::new();
        }
        match action {
            Action::NextLink => self.step_lit(times as isize),
            Action::PreviousLink => self.step_lit(-(times as isize)),
            Action::NextMatch => self.step(times as isize, Lit::Shared),
            Action::PreviousMatch => self.step(-(times as isize), Lit::Shared),
            Action::Pull => self.pull(),
            Action::Diff => return self.diff_pair(),
            Action::NextClass => self.next_class(),
            Action::OnlyHere => self.only_here(),
            Action::Matches => self.list_matches(),
            Action::Matrix => return self.open_matrix(),
            Action::Articles => return self.list_articles(),
            Action::Elsewhere => return self.trace(),
            Action::AlsoIn => return self.apparatus(),
            Action::Copy => return self.copy(),
            Action::Edit => return self.edit(),
            Action::Reload => return self.reload(),
            Action::Review => return self.review(),
            Action::Note => self.note(),
            Action::Back => self.back(times),
            Action::Forward => self.forward(times),
            Action::Mark => self.mark(),
            Action::Hide => return self.hide(),
            Action::HideForGood => return self.ask(),
            Action::Undo => return self.undo(),
            Action::Redo => return self.redo(),
            Action::Rules => return self.list_rules(),
            Action::Proposals => return self.propose(),
            Action::SaveRules => return self.save_again(),
            Action::ShowHidden => self.show_hidden(),
            Action::Mouse => return self.switch_mouse(),
            Action::Lock => self.lock(),
            Action::Help => self.mode = Mode::Helping { row: 0, filter: String::new() },
            Action::Command => self.prompt(Asked::Command, ""),
            Action::Search => self.prompt(Asked::Search, ""),
            Action::Cancel if count.is_none() && self.search.is_some() => self.search = None,
            Action::Cancel if count.is_none() => self.say_nothing_to_leave(),
            Action::OpenPane => self.open_pane(count),
            Action::ClosePane => self.close_pane(),
            Action::Choose if count.is_none() => self.warn("which article? a number chooses one"),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return vec![Effect::Quit],
            _ => self.moved(action, count),
        }
        Vec::new()
    }

    /// Says that these keys mean nothing at the moment, and where one sees which do.
    pub(super) fn say_means_nothing(&mut self, keys: &Keys) {
        let phase = self.phase();
        let way = match phase {
            Phase::Diffing => return self.say_not_in_diff(keys),
            Phase::Reading => format!("{} shows the keys", self.key(Action::Help)),
            _ => format!("{} leaves", self.settings.keymap.key(phase, Action::Cancel)),
        };
        self.warn(format!("{keys} means nothing here; {way}"));
    }

    fn say_nothing_to_leave(&mut self) {
        self.say(format!("there is nothing to leave here; {} quits", self.key(Action::Quit)));
    }
}
