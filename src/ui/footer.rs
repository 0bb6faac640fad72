//! The footer: the status or a message, and the most useful keys.

use crate::app::changed_on_disk;
use crate::app::shown_panes;
use crate::page::spoken;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use super::diff_standing;
use super::hints::{BETWEEN, fitting, open};
use super::hits::{HitNames, counts, searched};
use super::ink::{Pen, Phrase, measure, rows};
use super::listing_text::hint;
use super::matrix_words::describe_chosen;
use super::prompt::{typed, typed_line};
use super::role::Role;
use super::standing::standing;
use super::theme::Theme;
use crate::app::{Action, App, Asked, Highlight, Message, Mode, Phase, Tone};
use crate::text::plural;

/// Columns left free at the edges.
const EDGE: usize = 1;
/// The most rows of a message.
const MESSAGE: usize = 4;
/// The most articles changed on disk that are named by their numbers (chosen).
const NUMBERED: usize = 3;
/// Cells kept free on the right for `comparing …` and the like, if the screen is wide enough.
const RIGHT: usize = 11;
const WIDE: usize = 72;

/// The part of the screen below the panes.
pub(super) struct FooterView<'a> {
    /// The program.
    pub app: &'a App,
    /// How it looks.
    pub theme: &'a Theme,
}

impl Widget for FooterView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let line = typing(area);
        match (&self.app.desk.message, typed_line(self.app)) {
            (message, Some(written)) => {
                let phrase = match self.app.modes.top() {
                    Some(Mode::Listing(list)) if list.line.text().is_empty() => {
                        typed(written, line.width).with(Role::Quiet, hint(self.app, list.listed))
                    }
                    Some(Mode::Prompting(prompt)) if prompt.asked == Asked::Search => {
                        typed(written, line.width).with(Role::Quiet, "   ").join(counts(self.app, HitNames::Name))
                    }
                    _ => typed(written, line.width),
                };
                Pen::new(buf, line, 0).phrase(&phrase, self.theme);
                if let Some(message) = message {
                    let above =
                        Rect { x: area.x, y: line.y.saturating_sub(1), width: line.width + EDGE as u16, height: 1 };
                    Clear.render(Rect { width: area.width, ..above }.intersection(buf.area), buf);
                    self.message(message, above, buf);
                }
            }
            (Some(message), _) if message.tone == Tone::Beside => {
                let said = Phrase::default().with(Role::News, message.text.as_str()).with(Role::Quiet, " · ");
                let room = usize::from(line.width).saturating_sub(said.width());
                Pen::new(buf, line, 0).phrase(&said.join(self.standing(room)), self.theme);
            }
            (Some(message), _) => {
                self.message(message, Rect { x: area.x, width: line.width + EDGE as u16, ..line }, buf)
            }
            (None, _) => {
                Pen::new(buf, line, 0).phrase(&self.standing(usize::from(line.width)), self.theme);
            }
        }
        let row = area.height.saturating_sub(1);
        self.hints(Pen::new(buf, Rect { width: area.width.saturating_sub(EDGE as u16), ..area }, row));
    }
}

/// The row of the line being typed, the last but one of the footer, without its edges.
pub(super) fn typing(footer: Rect) -> Rect {
    let y = footer.y + footer.height.saturating_sub(2);
    Rect {
        x: footer.x + EDGE as u16,
        y,
        width: footer.width.saturating_sub(2 * EDGE as u16),
        height: footer.height.min(1),
    }
}

impl FooterView<'_> {
    /// Writes a message on its row; a longer one also takes rows above it, because its end may matter most.
    fn message(&self, message: &Message, row: Rect, buf: &mut Buffer) {
        let role = if message.tone == Tone::Warning { Role::Warning } else { Role::News };
        let mut said = rows(&message.text, usize::from(row.width).saturating_sub(EDGE));
        let most = usize::from(row.y).min(MESSAGE);
        if let Some(rest) = said.get(most.saturating_sub(1)..).filter(|rest| rest.len() > 1) {
            let rest = rest.join(" ");
            said.truncate(most.saturating_sub(1));
            said.push(rest);
        }
        let over = said.len().saturating_sub(1) as u16;
        let area = Rect { y: row.y.saturating_sub(over), height: over + 1, ..row };
        if over > 0 {
            Clear.render(Rect { width: area.width + EDGE as u16, ..area }.intersection(buf.area), buf);
        }
        for (at, words) in said.iter().enumerate() {
            Pen::new(buf, area, at as u16).skip(EDGE).text(words, self.theme.style(role));
        }
    }

    fn standing(&self, width: usize) -> Phrase {
        let app = self.app;
        if let Some(count) = app.typed.count {
            return counted(app, count);
        }
        if !app.typed.keys.0.is_empty() {
            return Phrase::default().with(Role::Key, format!("{} …", app.typed.keys));
        }
        if let Some(diff) = &app.desk.diff.view {
            return match searched(app, width) {
                Some(phrase) => phrase.with(Role::Quiet, " · ").join(diff_standing::standing(app, diff)),
                None => diff_standing::standing(app, diff),
            };
        }
        match app.modes.top() {
            Some(Mode::Marking(marking)) => marked(app, marking.from.abs_diff(marking.to) + 1),
            Some(Mode::Matrix(grid)) => describe_chosen(app, grid, width),
            Some(Mode::Synopsis(_)) => Phrase::default(),
            _ => match searched(app, width) {
                Some(phrase) => {
                    let phrase = phrase.with(Role::Quiet, " · ");
                    let room = width.saturating_sub(phrase.width());
                    phrase.join(standing(app, room))
                }
                None => standing(app, width),
            },
        }
    }

    /// Writes the hints that fit, with those for closing and help before others, and on the right how many articles are open, or what is
    /// being done.
    fn hints(&self, mut pen: Pen<'_>) {
        let app = self.app;
        let open = open(app);
        let asked = app.phase() != Phase::Reading;
        let compares = app.desk.awaits_diff();
        let unusual = unusual(app).filter(|_| !asked);
        let count = match app.desk.collating() && app.desk.has_pair() {
            _ if app.desk.library.is_reading() => "reading …".to_owned(),
            _ if compares => "comparing …".to_owned(),
            true => "comparing …".to_owned(),
            false if waits_for_story(app) => comparing_all(app),
            false if unusual.is_some() => unusual.unwrap_or_default(),
            false if open > 2 && !asked => shown(app, open),
            false => String::new(),
        };
        let (all, right) = (pen.room(), measure(&count, 100));
        // Room is kept for what is being done, so that no hint disappears when work begins.
        let kept_free = if asked { right } else { right.max(if all >= WIDE { RIGHT } else { 0 }) };
        let room = all.saturating_sub(if kept_free > 0 { kept_free + BETWEEN } else { 0 });
        pen.skip(EDGE);
        for (at, hint) in fitting(app, room.saturating_sub(EDGE)).iter().enumerate() {
            pen.skip(if at == 0 { 0 } else { BETWEEN });
            pen.text(&hint.key, self.theme.style(Role::Key));
            pen.skip(1).text(hint.words, self.theme.style(Role::Quiet));
        }
        let left = pen.room();
        if left > right {
            pen.skip(left - right).text(&count, self.theme.style(Role::Quiet));
        }
    }
}

/// Whether the highlight waits for the synopsis.
fn waits_for_story(app: &App) -> bool {
    app.desk.view.lit == Highlight::InNone && app.desk.narrating.is_awaited()
}

/// Says how many pairs have been compared closely, and of how many.
fn comparing_all(app: &App) -> String {
    match app.desk.narrating.progress {
        Some((done, all)) if all > 0 => format!("comparing all: {done} of {all} …"),
        _ => "comparing all …".to_owned(),
    }
}

/// Says how many of the open articles are shown, and how many more would be if there were room.
fn shown(app: &App, open: usize) -> String {
    let (panes, shown) = (app.desk.row.articles().len(), shown_panes(&app.desk).len());
    match panes.saturating_sub(shown) {
        0 => format!("{shown} of {open} shown"),
        aside => format!("{shown} of {open} shown, {aside} off screen"),
    }
}

/// Says what is unusual: only one class highlighted, panes unlocked, files changed.
fn unusual(app: &App) -> Option<String> {
    let lit = match app.desk.view.lit {
        Highlight::Shared => None,
        Highlight::Facts => Some("highlighted: a fact differs or is missing".to_owned()),
        lit => Some(format!("{} highlighted", lit.name())),
    };
    let apart = (!app.desk.view.locked).then(|| "panes unlocked".to_owned());
    let stale = stale(app);
    let base = app.desk.row.base().and_then(|base| app.desk.row.get(base));
    let base = base.map(|pane| format!("all compared with {}", pane.article + 1));
    let said: Vec<String> = lit.into_iter().chain(base).chain(apart).chain(stale).collect();
    (!said.is_empty()).then(|| said.join(" · "))
}

/// Says which articles have changed on disk, and how they are read again.
fn stale(app: &App) -> Option<String> {
    if !app.desk.is_stale() {
        return None;
    }
    let changed = changed_on_disk(&app.desk);
    let numbers: Vec<String> = changed.iter().map(|at| (at + 1).to_string()).collect();
    let said = match changed.len() {
        0 => "new on disk".to_owned(),
        // A single number would read as a count.
        1 => format!("article {} changed on disk", numbers.concat()),
        2..=NUMBERED => format!("{} changed on disk", numbers.join(", ")),
        many => format!("{many} changed on disk"),
    };
    Some(format!("{said}: {}", app.desk.key(Action::Reload)))
}

fn counted(app: &App, count: usize) -> Phrase {
    let repeating: &[Action] = match app.phase() {
        Phase::Diffing => &[Action::NextChange, Action::PreviousChange, Action::Down, Action::Up],
        Phase::Marking => &[Action::Down, Action::Up],
        _ => &[Action::NextLink, Action::PreviousLink, Action::Down, Action::Up],
    };
    let keys: Vec<String> = repeating.iter().map(|action| app.desk.settings.keymap.key(app.phase(), *action)).collect();
    let repeated = format!("{} ", plural(count, "time"));
    let phrase = Phrase::default().with(Role::Key, repeated).with(Role::Quiet, keys.join(" "));
    if app.phase() != Phase::Reading {
        return phrase;
    }
    let article = count.checked_sub(1).and_then(|index| app.desk.library.articles.get(index));
    match article.filter(|article| !article.name.is_empty()) {
        Some(article) => phrase.with(Role::Quiet, format!(" · or pause for article {count}, {}", spoken(article))),
        None => phrase.with(Role::Quiet, format!(" · {} goes to that paragraph", app.desk.key(Action::Bottom))),
    }
}

fn marked(app: &App, sentences: usize) -> Phrase {
    let words = app.marked().map_or(0, |span| app.desk.focused().open_article().tokens_in(span).len());
    let sentences = plural(sentences, "sentence");
    Phrase::default()
        .with(Role::Figure, format!("{sentences} marked"))
        .with(Role::Quiet, format!(" · {}", plural(words, "word")))
}
