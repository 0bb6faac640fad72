//! A box at the bottom of the panes, for prompts and lists.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

use super::ink::{Pen, Phrase, framed, measure, safe};
use super::role::Role;
use super::theme::Theme;
use crate::text::sign;

/// The widest box.
const WIDTH: u16 = 100;
/// Rows or columns of the border.
const BORDER: u16 = 2;
/// Columns of the borders and the space inside them, both sides together.
const AROUND: u16 = 4;
/// The width of the labels.
pub(super) const LABEL: usize = 7;

/// A box with rows.
pub(super) struct BoxView<'a> {
    /// The title in its border.
    pub title: String,
    /// Its rows.
    pub rows: Vec<Phrase>,
    /// How it looks.
    pub theme: &'a Theme,
}

impl Widget for BoxView<'_> {
    fn render(self, body: Rect, buf: &mut Buffer) {
        let outer = outer(self.rows.len(), body);
        let around = Rect { x: outer.x.saturating_sub(1), width: outer.width + 2, ..outer };
        Clear.render(around.intersection(body).intersection(buf.area), buf);
        framed(&self.title, self.theme).render(outer, buf);
        let inner = inner(self.rows.len(), body);
        for (row, phrase) in self.rows.iter().enumerate() {
            Pen::new(buf, inner, row as u16).phrase(phrase, self.theme);
        }
    }
}

/// A box with so many rows, with its border.
fn outer(rows: usize, body: Rect) -> Rect {
    let (width, height) = (body.width.min(WIDTH), body.height.min(rows as u16 + BORDER));
    Rect { x: body.x + (body.width - width) / 2, y: body.y + (body.height - height), width, height }
}

/// The rows of a box with so many.
fn inner(rows: usize, body: Rect) -> Rect {
    let outer = outer(rows, body);
    let (x, y) = (outer.x + AROUND / 2, outer.y + 1);
    Rect { x, y, width: room(body) as u16, height: outer.height.saturating_sub(BORDER) }
}

/// Where a row of a box with so many rows begins.
pub(super) fn row_place(row: usize, rows: usize, body: Rect) -> Position {
    let inner = inner(rows, body);
    Position { x: inner.x, y: inner.y + (row as u16).min(inner.height.saturating_sub(1)) }
}

/// The end of a text, as much as fits, with an ellipsis if it is cut: the end of a path says more than its beginning.
pub(super) fn cut_front(text: &str, room: usize) -> String {
    if measure(text, room) <= room {
        return text.to_owned();
    }
    let (glyphs, mut used) = (safe(text).collect::<Vec<_>>(), 1);
    let kept = glyphs.iter().rev().take_while(|glyph| {
        used += glyph.width;
        used <= room
    });
    let first = glyphs.len() - kept.count();
    let end: String = glyphs.iter().skip(first).map(|glyph| glyph.symbol.as_ref()).collect();
    if room == 0 { end } else { format!("{}{end}", sign("…")) }
}

/// The width of a row of the box.
pub(super) fn room(body: Rect) -> usize {
    usize::from(body.width.min(WIDTH).saturating_sub(AROUND))
}

/// The number of rows of the box.
pub(super) fn rows_of(body: Rect) -> usize {
    usize::from(body.height.saturating_sub(BORDER))
}

/// Begins a row with its label.
pub(super) fn label(label: &str) -> Phrase {
    Phrase::default().with(Role::Quiet, format!("{label:<LABEL$}"))
}

/// Choices side by side, the chosen one marked.
pub(super) fn choices(before: &str, choices: &[String], chosen: usize) -> Phrase {
    let mut phrase = label(before);
    for (at, choice) in choices.iter().enumerate() {
        let (mark, role) = if at == chosen { ("▸ ", Role::Chosen) } else { ("", Role::Choice) };
        phrase.push(Role::Text, if at == 0 { "" } else { "  " });
        phrase.push(role, format!("{mark}{choice}"));
    }
    phrase
}

/// The choices in the longest form that fits; else only the chosen one.
pub(super) fn fitting(before: &str, forms: &[Vec<String>], chosen: usize, width: usize) -> Phrase {
    let all = forms.iter().map(|form| choices(before, form, chosen));
    let alone = || {
        let name = forms.last().and_then(|form| form.get(chosen)).cloned().unwrap_or_default();
        let count = forms.first().map_or(0, Vec::len);
        choices(before, &[name], 0).with(Role::Quiet, format!("  choice {} of {count}", chosen + 1))
    };
    let mut fits = all.filter(|phrase| phrase.width() <= width);
    fits.next().unwrap_or_else(alone)
}
