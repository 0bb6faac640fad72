//! The header: the articles' names, and how much of each stands in the other.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::coverage::{Covered, phrase};
use super::diff_standing::tally;
use super::ink::{Pen, Phrase, measure};
use super::theme::{Role, Theme};
use crate::app::{App, DiffView, Layout};
use crate::text::Side;

/// Hidden passages up to which the rules that hide them are counted.
const COUNTED: usize = 256;

/// What stands over the panes.
pub(super) struct HeaderView<'a> {
    /// The program.
    pub app: &'a App,
    /// How it looks.
    pub theme: &'a Theme,
}

impl Widget for HeaderView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let geometry = self.app.geometry();
        if let Some(diff) = &self.app.diff {
            return self.versions(diff, area, buf);
        }
        let left = geometry.margin.x + geometry.margin.width - geometry.panes.left.text.x;
        let right = area.width.saturating_sub(geometry.panes.right.text.x);
        let room = left.min(right).saturating_sub(1);
        for side in Side::BOTH {
            if self.app.panes[side].open_article().name.is_empty() {
                continue;
            }
            let part = geometry.panes[side];
            let end = part.text.x + part.text.width;
            let over = Rect { x: part.gutter.x, width: end.saturating_sub(part.gutter.x), ..area };
            self.name((side, part.gutter.width), Pen::new(buf, over, 0));
            let below = Rect { x: part.text.x, width: room, ..area };
            Pen::new(buf, below, 1).phrase(&self.covered(side, usize::from(room)), self.theme);
        }
    }
}

impl HeaderView<'_> {
    /// Writes the names of two versions and how much changed.
    fn versions(&self, diff: &DiffView, area: Rect, buf: &mut Buffer) {
        let geometry = self.app.geometry();
        let below = match diff.layout() {
            Layout::Beside => {
                for side in Side::BOTH {
                    let part = geometry.panes[side];
                    let end = part.text.x + part.text.width;
                    let over = Rect { x: part.gutter.x, width: end.saturating_sub(part.gutter.x), ..area };
                    self.name((side, part.gutter.width), Pen::new(buf, over, 0));
                }
                geometry.panes.left.text
            }
            Layout::Inline => {
                let part = geometry.inline(self.app.settings.measure);
                let [old, new] = Side::BOTH.map(|side| self.app.panes[side].open_article().name.clone());
                let names = Phrase::default().with(Role::Name, old).with(Role::Quiet, " → ").with(Role::NameNow, new);
                let over = Rect { x: part.text.x, width: area.width.saturating_sub(part.text.x + 1), ..area };
                Pen::new(buf, over, 0).phrase(&names, self.theme);
                part.text
            }
        };
        let below = Rect { x: below.x, width: area.width.saturating_sub(below.x + 1), ..area };
        Pen::new(buf, below, 1).text(&tally(&diff.sheet.compared().tally), self.theme.style(Role::Quiet));
    }

    fn name(&self, (side, gutter): (Side, u16), mut pen: Pen<'_>) {
        let pane = &self.app.panes[side];
        let article = pane.open_article();
        let role = if self.app.focus == side { Role::NameNow } else { Role::Name };
        let source = article.source.as_str();
        let name = format!("{:>1$} {2}", pane.article + 1, usize::from(gutter.saturating_sub(1)), article.name);
        pen.text(&name, self.theme.style(role));
        let wanted = measure(source, pen.room()) + 2;
        if !source.is_empty() && source != article.name && wanted <= pen.room() {
            let room = pen.room();
            pen.skip(room - (wanted - 2)).text(source, self.theme.style(Role::Quiet));
        }
    }

    fn covered(&self, side: Side, width: usize) -> Phrase {
        let app = self.app;
        let quiet = |words: String| Phrase::default().with(Role::Quiet, words);
        if app.reading && app.collation.is_none() {
            return quiet("reading …".to_owned());
        }
        if !app.has_pair() {
            return quiet(format!("{} words", app.panes[side].open_article().tokens.len()));
        }
        let Some(collation) = &app.collation else {
            return quiet(if app.collating { "collating …".to_owned() } else { "not collated".to_owned() });
        };
        let other = app.panes[side.other()].article + 1;
        phrase(&Covered { coverage: collation.coverage[side], other, rules: self.rules(side) }, width)
    }

    /// Counts the rules that hide something here.
    fn rules(&self, side: Side) -> Option<usize> {
        let mask = self.app.panes[side].page.mask();
        (mask.hidden().len() <= COUNTED).then(|| mask.rule_count())
    }
}
