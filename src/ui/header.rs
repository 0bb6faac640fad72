//! The header: the articles' names, and how much of each stands in the other.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::coverage::{Covered, phrase};
use super::ink::{Pen, Phrase, measure};
use super::seen::Seen;
use super::theme::{Role, Theme};
use crate::app::App;

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
        let row = Seen::all(self.app);
        let starts = row.iter().skip(1).map(|seen| seen.part.whole.x).chain([area.width]);
        let room = starts.zip(&row).map(|(end, seen)| end.saturating_sub(seen.part.text.x)).min();
        let room = room.unwrap_or_default().saturating_sub(1);
        for seen in row.iter().filter(|seen| !seen.pane.open_article().name.is_empty()) {
            let part = seen.part;
            let end = part.text.x + part.text.width;
            let over = Rect { x: part.gutter.x, width: end.saturating_sub(part.gutter.x), ..area };
            self.name(seen, Pen::new(buf, over, 0));
            let below = Rect { x: part.text.x, width: room, ..area };
            Pen::new(buf, below, 1).phrase(&covered(seen, usize::from(room)), self.theme);
        }
    }
}

impl HeaderView<'_> {
    fn name(&self, seen: &Seen<'_>, mut pen: Pen<'_>) {
        let (pane, gutter) = (seen.pane, seen.part.gutter.width);
        let article = pane.open_article();
        let role = match seen.seat.out {
            0 if seen.is_focused() => Role::NameNow,
            0 => Role::Name,
            _ => Role::Quiet,
        };
        let source = article.source.as_str();
        let name = format!("{:>1$} {2}", pane.article + 1, usize::from(gutter.saturating_sub(1)), article.name);
        pen.text(&name, self.theme.style(role));
        let wanted = measure(source, pen.room()) + 2;
        if !source.is_empty() && source != article.name && wanted <= pen.room() {
            let room = pen.room();
            pen.skip(room - (wanted - 2)).text(source, self.theme.style(Role::Quiet));
        }
    }
}

/// Says how much of an article stands in the one next to it.
fn covered(seen: &Seen<'_>, width: usize) -> Phrase {
    let app = seen.app;
    let quiet = |words: String| Phrase::default().with(Role::Quiet, words);
    if app.reading && seen.abreast.collation.is_none() {
        return quiet("reading …".to_owned());
    }
    if !app.has_pair() {
        return quiet(format!("{} words", seen.pane.open_article().tokens.len()));
    }
    let Some(collation) = seen.abreast.collation else {
        return quiet(if seen.abreast.collating { "collating …".to_owned() } else { "not collated".to_owned() });
    };
    let other = seen.next().article + 1;
    phrase(&Covered { coverage: collation.coverage[seen.side()], other, rules: rules(seen) }, width)
}

/// Counts the rules that hide something here.
fn rules(seen: &Seen<'_>) -> Option<usize> {
    let mask = seen.pane.page.mask();
    (mask.hidden().len() <= COUNTED).then(|| mask.rule_count())
}
