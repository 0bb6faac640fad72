//! The prompt: the line being typed, with completions above it.

use crate::app::candidates;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

use super::ink::{Pen, Phrase, framed, measure, safe};
use super::role::Role;
use super::theme::Theme;
use crate::app::{App, Asked, Candidate, Line, Mode, Prompt};
use crate::text;

/// The most candidates shown at once.
const MOST: usize = 8;
/// Rows and columns of the border of the box.
const BORDER: u16 = 2;
/// Columns between the parts of a candidate.
const BETWEEN: usize = 2;

/// The completions of a command.
pub(super) struct CandidatesView<'a> {
    /// The program.
    pub app: &'a App,
    /// The line being typed.
    pub prompt: &'a Prompt,
    /// How it looks.
    pub theme: &'a Theme,
}

impl Widget for CandidatesView<'_> {
    fn render(self, body: Rect, buf: &mut Buffer) {
        let candidates = candidates(self.app);
        let shown = candidates.len().min(MOST).min(usize::from(body.height.saturating_sub(BORDER)));
        if shown == 0 {
            return;
        }
        let height = shown as u16 + BORDER;
        let outer = Rect { y: body.y + body.height.saturating_sub(height), height, ..body };
        Clear.render(outer.intersection(buf.area), buf);
        let what = if self.prompt.asked == Asked::Scope { "Where it applies" } else { "Commands" };
        let title = format!(" {what} · {} ", candidates.len());
        framed(&title, self.theme).render(outer, buf);
        let inner = Rect { x: outer.x + 2, y: outer.y + 1, width: outer.width.saturating_sub(4), height: shown as u16 };
        let chosen = self.prompt.chosen.unwrap_or(0);
        let first = chosen.saturating_sub(shown - 1);
        let widths = widths(&candidates);
        for (row, (at, candidate)) in candidates.iter().enumerate().skip(first).take(shown).enumerate() {
            let role = if self.prompt.chosen == Some(at) { Role::Chosen } else { Role::Choice };
            let mut pen = Pen::new(buf, inner, row as u16);
            self.column(&mut pen, &candidate.command, role, widths.0);
            self.column(&mut pen, &candidate.keys, Role::Key, widths.1);
            pen.text(&candidate.help, self.theme.style(Role::Quiet));
        }
    }
}

impl CandidatesView<'_> {
    fn column(&self, pen: &mut Pen<'_>, words: &str, role: Role, width: usize) {
        let before = pen.room();
        pen.text(words, self.theme.style(role));
        let used = before - pen.room();
        pen.skip(if width == 0 { 0 } else { width.saturating_sub(used) + BETWEEN });
    }
}

/// The widths of the longest name and of the most keys.
fn widths(candidates: &[Candidate]) -> (usize, usize) {
    let widest = |of: fn(&Candidate) -> &str| candidates.iter().map(|it| measure(of(it), 100)).max().unwrap_or(0);
    (widest(|it| &it.command), widest(|it| &it.keys))
}

/// A line being typed, with the sign before it.
#[derive(Clone, Copy)]
pub(super) struct TypedLine<'a> {
    sign: &'static str,
    line: &'a Line,
}

/// The line being typed, if there is one.
pub(super) fn typed_line(app: &App) -> Option<TypedLine<'_>> {
    match app.modes.top() {
        Some(Mode::Prompting(prompt)) => Some(TypedLine { sign: sign(prompt.asked), line: &prompt.line }),
        Some(Mode::Listing(listing)) => Some(TypedLine { sign: "/", line: &listing.line }),
        _ => None,
    }
}

/// The line as it is drawn in this width: the cursor is always visible.
pub(super) fn typed(typed: TypedLine<'_>, width: u16) -> Phrase {
    let TypedLine { sign, line } = typed;
    let (_, after) = line.parts();
    let phrase = Phrase::default().with(Role::Key, sign);
    phrase.quoted(Role::Text, before(line, width)).quoted(Role::Text, after)
}

/// The cell of the cursor when the line is drawn in an area.
pub(super) fn cursor(typed: TypedLine<'_>, area: Rect) -> Position {
    let TypedLine { sign, line } = typed;
    let column = measure(sign, 9) + measure(&before(line, area.width), usize::from(area.width));
    Position { x: area.x.saturating_add(column as u16), y: area.y }
}

fn sign(asked: Asked) -> &'static str {
    match asked {
        Asked::Command => ":",
        Asked::Filter | Asked::Search => "/",
        Asked::Words => "words: ",
        Asked::Name => "name: ",
        Asked::Note => "note: ",
        Asked::Scope => "where: ",
        Asked::Remark => "note: ",
        Asked::Relation => "relation, note: ",
    }
}

/// As much of the text before the cursor as fits with the sign and the cursor: its end rather than its beginning.
fn before(line: &Line, width: u16) -> String {
    let (before, _) = line.parts();
    let room = usize::from(width).saturating_sub(BETWEEN);
    if measure(before, room) <= room {
        return before.to_owned();
    }
    let glyphs: Vec<_> = safe(before).collect();
    let mut used = 1;
    let kept = glyphs.iter().rev().take_while(|glyph| {
        used += glyph.width;
        used <= room
    });
    let first = glyphs.len() - kept.count();
    let end: String = glyphs.iter().skip(first).map(|glyph| glyph.symbol.as_ref()).collect();
    format!("{}{end}", text::sign("…"))
}
