//! Update: the one place where the program's state changes.

use super::app::{App, Mode, Typed};
use super::event::{Effect, Event};
use super::geometry::Size;
use super::help::HelpSheet;
use super::key::{Code, Key};
use super::keymap::{Action, Found, Phase, find};
use super::reopen::STILL_READING;

/// Takes an event in; gives what is to be done in the world.
pub fn update(app: &mut App, event: Event) -> Vec<Effect> {
    match event {
        Event::Key(key) => pressed(app, key),
        Event::Resized(size) => {
            app.resized(size);
            Vec::new()
        }
        Event::Waited(ticket) => app.waited(ticket),
        Event::Reopened(reopened) => app.reopened(reopened),
        Event::Masked(masked) => app.masked(masked),
        Event::Answered(answer) => app.answered(answer),
        Event::Surveyed(surveyed) => app.surveyed(surveyed),
        Event::Gathered(gathered) => app.gathered(gathered),
        Event::Saved(saved) => app.saved(saved),
        Event::Failed(ticket, reason) => {
            app.collating &= ticket != app.awaited;
            app.warn(reason);
            app.read_in_vain(ticket)
        }
    }
}

fn pressed(app: &mut App, key: Key) -> Vec<Effect> {
    app.message = None;
    if let Some(effects) = counted(app, key) {
        return effects;
    }
    let begun = !app.typed.keys.0.is_empty();
    app.typed.keys.0.push(key);
    match find(app.phase(), &app.typed.keys) {
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
            app.warn(format!("{} means nothing here; ? shows the keys", typed.keys));
            Vec::new()
        }
    }
}

/// Takes a digit as the beginning of a count, or as the article it will be if nothing follows it.
fn counted(app: &mut App, key: Key) -> Option<Vec<Effect>> {
    let Key { code: Code::Char(c), ctrl: false } = key else { return None };
    let digit = c.to_digit(10)? as usize;
    let counts = matches!(app.phase(), Phase::Reading | Phase::Marking) && app.typed.keys.0.is_empty();
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
        Mode::Reading => app.reading(action, typed.count),
        Mode::Marking { .. } => app.marking(action, typed.count),
        Mode::Picking(_) => app.picking(action),
        Mode::Helping { row } => app.helping(action, row),
    });
    effects
}

/// Tells whether the action is about what stands in a pane and is not repeated by a count: a number before it names an article.
fn in_an_article(action: Action) -> bool {
    !counts(action) && !matches!(action, Action::Cancel | Action::Quit | Action::Suspend | Action::Help)
}

/// Tells whether a count before the action repeats it.
fn counts(action: Action) -> bool {
    matches!(
        action,
        Action::NextLink
            | Action::PreviousLink
            | Action::Down
            | Action::Up
            | Action::HalfDown
            | Action::HalfUp
            | Action::PageDown
            | Action::PageUp
            | Action::Top
            | Action::Bottom
    )
}

impl App {
    fn resized(&mut self, size: Size) {
        self.size = size;
        self.set_pages();
        if let Mode::Helping { row } = self.mode {
            self.show_help(row);
        }
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
        if self.must_wait_for(action) {
            self.warn(STILL_READING);
            return Vec::new();
        }
        match action {
            Action::NextLink => self.step(times as isize),
            Action::PreviousLink => self.step(-(times as isize)),
            Action::Mark => self.mark(),
            Action::Hide => return self.hide(),
            Action::HideForGood => return self.ask(),
            Action::Undo => return self.undo(),
            Action::ShowHidden => self.show_hidden(),
            Action::Help => self.mode = Mode::Helping { row: 0 },
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return vec![Effect::Quit],
            _ => self.moved(action, count),
        }
        Vec::new()
    }

    fn helping(&mut self, action: Action, row: usize) -> Vec<Effect> {
        let half = usize::from(self.size.height) / 2;
        let row = match action {
            Action::Down => row + 1,
            Action::Up => row.saturating_sub(1),
            Action::HalfDown => row + half,
            Action::HalfUp => row.saturating_sub(half),
            Action::Top => 0,
            Action::Bottom => usize::MAX,
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return vec![Effect::Quit],
            _ => {
                self.mode = Mode::Reading;
                return Vec::new();
            }
        };
        self.show_help(row);
        Vec::new()
    }

    /// Shows the help from a row on, or from the last one that fills the screen.
    fn show_help(&mut self, row: usize) {
        self.mode = Mode::Helping { row: row.min(HelpSheet::of(self.geometry().body()).last) };
    }
}
