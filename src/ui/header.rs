//! The header: the articles' names, and how much of each stands in the other.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::coverage::{Covered, all_hidden, hidden, parted};
use super::ink::{Pen, Phrase, measure};
use super::theme::{Role, Theme};
use crate::app::App;
use crate::text::Side;

/// Hidden passages up to which the rules that hide them are counted.
const COUNTED: usize = 4096;

/// Columns between the name and what stands at the right.
const APART: usize = 2;

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
            let name = self.name(side, part.gutter.width);
            let beside = usize::from(over.width).saturating_sub(measure(&name, usize::from(over.width)) + APART);
            let (said, apart) = self.covered(side, (usize::from(room), beside));
            self.named(side, (&name, apart.as_deref()), Pen::new(buf, over, 0));
            let below = Rect { x: part.text.x, width: room, ..area };
            Pen::new(buf, below, 1).phrase(&said, self.theme);
        }
    }
}

impl HeaderView<'_> {
    fn name(&self, side: Side, gutter: u16) -> String {
        let pane = &self.app.panes[side];
        format!("{:>1$} {2}", pane.article + 1, usize::from(gutter.saturating_sub(1)), pane.open_article().name)
    }

    /// Writes the name, and at the right what is hidden or else the source.
    fn named(&self, side: Side, (name, hidden): (&str, Option<&str>), mut pen: Pen<'_>) {
        let article = self.app.panes[side].open_article();
        let role = if self.app.focus == side { Role::NameNow } else { Role::Name };
        pen.text(name, self.theme.style(role));
        let source = if article.source == article.name { "" } else { &article.source };
        let both = [hidden.unwrap_or_default(), source].map(str::to_owned).join(&" ".repeat(APART));
        let (room, said) = (pen.room(), [both.trim(), hidden.unwrap_or_default()]);
        let fits = |said: &&str| !said.is_empty() && measure(said, room) + APART <= room;
        if let Some(said) = said.into_iter().find(fits) {
            pen.skip(room - measure(said, room)).text(said, self.theme.style(Role::Quiet));
        }
    }

    /// Says what is covered, and apart from it what is hidden where that stands beside the name.
    fn covered(&self, side: Side, (width, beside): (usize, usize)) -> (Phrase, Option<String>) {
        if let Some(known) = self.plain(side) {
            return (known, None);
        }
        let Some(collation) = &self.app.collation else { return Default::default() };
        let other = self.app.panes[side.other()].article + 1;
        parted(&Covered { coverage: collation.coverage[side], other, rules: self.rules(side) }, width, beside)
    }

    /// Says what there is to say where nothing is compared.
    fn plain(&self, side: Side) -> Option<Phrase> {
        let app = self.app;
        let quiet = |words: String| Some(Phrase::default().with(Role::Quiet, words));
        if app.reading && app.collation.is_none() {
            return quiet("reading …".to_owned());
        }
        let article = app.panes[side].open_article();
        let known = app.collation.as_ref().filter(|_| app.has_pair()).map(|collation| collation.coverage[side].hidden);
        let hidden = known.unwrap_or_else(|| app.panes[side].page.mask().hidden_words(article));
        if hidden > 0 && hidden == article.tokens.len() {
            return Some(Phrase::default().with(Role::Warning, all_hidden(self.rules(side))));
        }
        if !app.has_pair() {
            let also =
                if hidden > 0 { format!(" · {}", self::hidden(hidden, self.rules(side))) } else { String::new() };
            return quiet(format!("{} words{also}", article.tokens.len() - hidden));
        }
        if app.collation.is_none() {
            return quiet(if app.collating { "collating …".to_owned() } else { "not collated".to_owned() });
        }
        None
    }

    /// Counts the rules that hide something here.
    fn rules(&self, side: Side) -> Option<usize> {
        let mask = self.app.panes[side].page.mask();
        (mask.hidden().len() <= COUNTED).then(|| mask.rule_count())
    }
}
