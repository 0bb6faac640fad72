//! The footer: where one stands or what there is to say, and the keys that matter now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use super::ink::{Pen, Phrase, measure, rows};
use super::standing::standing;
use super::theme::{Role, Theme};
use crate::app::{Action, App, BINDINGS, Binding, Group, Message, Mode, Phase, Tone, written};

/// Columns left free at the edges.
const EDGE: usize = 1;
/// The most rows of a message.
const MESSAGE: usize = 4;
/// Columns between two hints.
const BETWEEN: usize = 2;

/// What stands below the panes.
pub(super) struct FooterView<'a> {
    /// The program.
    pub app: &'a App,
    /// How it looks.
    pub theme: &'a Theme,
}

impl Widget for FooterView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let row = area.height.saturating_sub(2);
        let area = Rect { width: area.width.saturating_sub(EDGE as u16), ..area };
        match &self.app.message {
            Some(message) => self.message(message, Rect { y: area.y + row, height: 1, ..area }, buf),
            None => {
                Pen::new(buf, area, row).skip(EDGE).phrase(&self.said(), self.theme);
            }
        }
        self.hints(Pen::new(buf, area, row + 1));
    }
}

impl FooterView<'_> {
    /// Writes a message on its row; one that is longer takes rows above it, since its point may stand at its end.
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

    fn said(&self) -> Phrase {
        let app = self.app;
        if let Some(count) = app.typed.count {
            return counted(app, count);
        }
        if !app.typed.keys.0.is_empty() {
            return Phrase::default().with(Role::Key, format!("{} …", app.typed.keys));
        }
        match app.mode {
            Mode::Marking { from, to } => marked(app, from.abs_diff(to) + 1),
            _ => standing(app),
        }
    }

    /// Writes the hints that have room, those of leaving and help before others, and at the right how many articles are open, or what is still being done.
    fn hints(&self, mut pen: Pen<'_>) {
        let app = self.app;
        let open = app.articles.iter().filter(|article| !article.name.is_empty()).count();
        let asked = app.phase() != Phase::Reading;
        let count = match app.collating && app.has_pair() {
            _ if app.reading => "reading …".to_owned(),
            true => "collating …".to_owned(),
            false if open > 2 && !asked => format!("2 of {open} articles"),
            false => String::new(),
        };
        let hints = BINDINGS.iter().filter(|b| b.phase == app.phase() && !b.hint.is_empty());
        let hints: Vec<&Binding> = hints.filter(|b| b.action != Action::Choose || open > 2).collect();
        let (all, right) = (pen.room(), measure(&count, 100));
        let room = all.saturating_sub(if right > 0 { right + BETWEEN } else { 0 });
        let kept = fitting(&hints, room.saturating_sub(EDGE));
        pen.skip(EDGE);
        for (at, hint) in kept.iter().enumerate() {
            pen.skip(if at == 0 { 0 } else { BETWEEN });
            pen.text(&key(hint), self.theme.style(Role::Key));
            pen.skip(1).text(hint.hint, self.theme.style(Role::Quiet));
        }
        let left = pen.room();
        if left > right {
            pen.skip(left - right).text(&count, self.theme.style(Role::Quiet));
        }
    }
}

/// Drops the longest hints that matter least, then hints from the right, until the rest has room; what the phase is for and leaving go last.
fn fitting<'a>(hints: &[&'a Binding], room: usize) -> Vec<&'a Binding> {
    let mut kept = hints.to_vec();
    let width = |kept: &[&Binding]| -> usize {
        let each = kept.iter().map(|hint| measure(&key(hint), 100) + 1 + measure(hint.hint, 100));
        each.sum::<usize>() + BETWEEN * kept.len().saturating_sub(1)
    };
    while width(&kept) > room && !kept.is_empty() {
        let needed = |hint: &&Binding| match hint.phase {
            Phase::Reading => hint.group == Group::Program,
            _ => matches!(hint.action, Action::Cancel | Action::Accept | Action::Hide | Action::HideForGood),
        };
        let first = [Action::HideForGood, Action::Choose]
            .iter()
            .find_map(|action| kept.iter().rposition(|hint| hint.action == *action && !needed(hint)));
        let at = first.or_else(|| kept.iter().rposition(|hint| !needed(hint))).unwrap_or(0);
        kept.remove(at);
    }
    kept
}

fn key(hint: &Binding) -> String {
    match (hint.action, hint.keys) {
        (Action::Choose, _) => written(hint, ""),
        (_, [first, ..]) => (*first).to_owned(),
        _ => String::new(),
    }
}

fn counted(app: &App, count: usize) -> Phrase {
    let repeated = if app.phase() == Phase::Marking { "j k repeat" } else { "n N j k repeat" };
    let phrase = Phrase::default().with(Role::Key, format!("{count} … ")).with(Role::Quiet, repeated);
    if app.phase() != Phase::Reading {
        return phrase;
    }
    let article = count.checked_sub(1).and_then(|index| app.articles.get(index));
    match article.filter(|article| !article.name.is_empty()) {
        Some(article) => phrase.with(Role::Quiet, format!(" · wait: article {count}, {}", article.name)),
        None => phrase.with(Role::Quiet, " · G goes to that paragraph"),
    }
}

fn marked(app: &App, sentences: usize) -> Phrase {
    let words = app.marked().map_or(0, |span| app.focused().open_article().tokens_in(span).len());
    let sentences = if sentences == 1 { "1 sentence".to_owned() } else { format!("{sentences} sentences") };
    Phrase::default().with(Role::Figure, format!("{sentences} marked")).with(Role::Quiet, format!(" · {words} words"))
}
