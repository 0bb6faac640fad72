//! A sentence instead of the usual content: on a screen that is too small, and in a pane without an article.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::ink::{Pen, rows};
use super::role::Role;
use super::theme::Theme;

/// A sentence, wrapped.
pub(super) struct SentenceView<'a> {
    /// The sentence.
    pub sentence: &'a str,
    /// How it looks.
    pub theme: &'a Theme,
}

impl Widget for SentenceView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        for (row, words) in rows(self.sentence, usize::from(area.width)).iter().enumerate().take(area.height.into()) {
            Pen::new(buf, area, row as u16).text(words, self.theme.style(Role::Quiet));
        }
    }
}
