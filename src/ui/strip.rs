//! The strip at the outer edge: the whole article in one column, with what is shared and which part is on the screen.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pane::FOLDED;
use super::role::Role;
use super::theme::Theme;
use crate::app::Stretch;
use crate::collate::Class;
use crate::text::{Span, sign};

/// A whole article, scaled to a column.
pub(super) struct StripView<'a> {
    /// What each cell shows, from the top.
    pub stretches: &'a [Stretch],
    /// The cells for the part that the pane shows.
    pub window: Range<usize>,
    /// How it looks.
    pub theme: &'a Theme,
}

/// The cells of a strip of height `height` for a part of a text, at least one; none for the whole text.
pub(super) fn window(shown: Option<Span>, whole: Span, height: usize) -> Range<usize> {
    let Some(shown) = shown.filter(|shown| !shown.covers(whole) && !whole.is_empty()) else { return 0..0 };
    let row = |place: usize| (place as u64 * height as u64 / whole.end() as u64) as usize;
    let first = row(shown.start()).min(height.saturating_sub(1));
    first..row(shown.end().saturating_sub(1)).saturating_add(1).clamp(first, height)
}

impl Widget for StripView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        for (row, stretch) in self.stretches.iter().enumerate().take(usize::from(area.height)) {
            let (mark, role) = match stretch {
                Stretch::Only => (" ", Role::Text),
                Stretch::Alone => (line(Class::Verbatim), Role::Alone),
                Stretch::Hidden => (FOLDED, Role::Hidden),
                Stretch::Echo(class) => (line(*class), Role::EchoMark),
                Stretch::Shared(class) => (line(class.0), Role::mark(class.0)),
            };
            let mut style = self.theme.style(role);
            if self.window.contains(&row) {
                style = style.patch(self.theme.style(Role::Window));
            }
            if let Some(cell) = buf.cell_mut((area.x, area.y + row as u16)).filter(|_| area.width > 0) {
                cell.set_symbol(&sign(mark)).set_style(style);
            }
        }
    }
}

/// The line of a class: the more similar, the more solid.
fn line(class: Class) -> &'static str {
    match class {
        Class::Verbatim => "┃",
        Class::Edited => "╏",
        Class::Reworded => "┊",
    }
}
