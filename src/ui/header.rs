//! The header: the names of the articles, and how much of each matches the other.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::coverage::{Covered, all_hidden, hidden};
use super::diff_standing::tally;
use super::ink::{Pen, Phrase, measure};
use super::kept_figures::KeptFigures;
use super::pane_context::PaneContext;
use super::role::Role;
use super::theme::Theme;
use crate::app::{App, DiffView, Layout};
use crate::page::{NO_FILE, both_names, shortened};
use crate::text::{Pair, Side};

/// The most hidden passages whose rules are counted.
const COUNTED: usize = 4096;

/// Columns between the name and the text on the right.
const APART: usize = 2;

/// The label of the pane that all others are compared with.
const BASE: &str = "base";

/// The sign between the names of two versions.
const ARROW: &str = " → ";

/// The part of the screen above the panes.
pub(super) struct HeaderView<'a> {
    /// The program.
    pub app: &'a App,
    /// How it looks.
    pub theme: &'a Theme,
    /// The visible panes.
    pub row: &'a [PaneContext<'a>],
    /// What it said last.
    pub kept: &'a mut KeptFigures,
}

impl Widget for HeaderView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        if let Some(diff) = &self.app.desk.diff.view {
            return self.versions(diff, area, buf);
        }
        let row = self.row;
        let starts = row.iter().skip(1).map(|seen| seen.part.whole.x).chain([area.width]);
        let room = starts.zip(row).map(|(end, seen)| end.saturating_sub(seen.part.text.x)).min();
        let room = room.unwrap_or_default().saturating_sub(1);
        for seen in row.iter().filter(|seen| !seen.pane.open_article().name.is_empty()) {
            let part = seen.part;
            let end = part.text.x + part.text.width;
            let over = Rect { x: part.gutter.x, width: end.saturating_sub(part.gutter.x), ..area };
            let name = name(seen, row, over.width);
            let beside = usize::from(over.width).saturating_sub(measure(&name, usize::from(over.width)) + APART);
            let (said, apart) = covered(seen, self.kept, usize::from(room), beside);
            self.named(seen, &name, apart.as_deref(), Pen::new(buf, over, 0));
            let below = Rect { x: part.text.x, width: room, ..area };
            Pen::new(buf, below, 1).phrase(&said, self.theme);
        }
    }
}

impl HeaderView<'_> {
    /// Writes the names of two versions and how much changed.
    fn versions(&self, diff: &DiffView, area: Rect, buf: &mut Buffer) {
        let geometry = self.app.desk.geometry();
        let below = match diff.layout() {
            Layout::Beside => {
                for seen in self.row {
                    let end = seen.part.text.x + seen.part.text.width;
                    let over = Rect { x: seen.part.gutter.x, width: end.saturating_sub(seen.part.gutter.x), ..area };
                    self.named(seen, &name(seen, self.row, over.width), None, Pen::new(buf, over, 0));
                }
                geometry.panes.left.text
            }
            Layout::Inline => {
                let part = geometry.inline(self.app.desk.settings.measure);
                let over = Rect { x: part.text.x, width: area.width.saturating_sub(part.text.x + 1), ..area };
                let names = self.both(usize::from(over.width));
                Pen::new(buf, over, 0).phrase(&names, self.theme);
                part.text
            }
        };
        let below = Rect { x: below.x, width: area.width.saturating_sub(below.x + 1), ..area };
        Pen::new(buf, below, 1).text(&tally(&diff.sheet.compared().tally), self.theme.style(Role::Quiet));
    }

    /// The names of two versions on one row.
    fn both(&self, width: usize) -> Phrase {
        let [old, new] = Side::BOTH.map(|side| self.app.desk.row[side].open_article().name.as_str());
        if (old == NO_FILE) != (new == NO_FILE) {
            let role = if old == NO_FILE { Role::NameNow } else { Role::Name };
            return Phrase::default().with(role, both_names(Pair::new(old, new)));
        }
        let room = width.saturating_sub(measure(ARROW, width));
        let half = |other: &str| (room / 2).max(room.saturating_sub(measure(other, room)));
        let [old, new] = [shortened(old, &[new], half(new)), shortened(new, &[old], half(old))];
        Phrase::default().with(Role::Name, old).with(Role::Quiet, ARROW).with(Role::NameNow, new)
    }

    /// Writes the name, and on the right what is hidden or else the source.
    fn named(&self, seen: &PaneContext<'_>, name: &str, hidden: Option<&str>, mut pen: Pen<'_>) {
        let article = seen.pane.open_article();
        let role = match seen.out() {
            0 if seen.is_focused() => Role::NameNow,
            0 => Role::Name,
            _ => Role::Quiet,
        };
        pen.text(name, self.theme.style(role));
        // The name often has it already: that of a version in a diff, or one with its folder.
        let is_diff = self.app.desk.diff.view.is_some();
        let is_new = |source: &&str| match is_diff {
            true => !article.name.contains(source),
            false => !article.called().starts_with(&format!("{source}/")),
        };
        // Messages and reports name the file of an article with a title.
        let file = || Some(article.name.as_str()).filter(|name| !is_diff && *name != article.called());
        let source = article.known_source().filter(is_new).or_else(file).unwrap_or_default();
        let day = article.meta.day().unwrap_or_default();
        let source =
            if source.is_empty() || day.is_empty() { format!("{source}{day}") } else { format!("{source}, {day}") };
        let base = if seen.app.desk.row.base() == Some(seen.ix) { BASE } else { "" };
        let hidden = [base, hidden.unwrap_or_default()].join(&" ".repeat(APART)).trim().to_owned();
        let both = [hidden.as_str(), source.as_str()].join(&" ".repeat(APART));
        let (room, said) = (pen.room(), [both.trim(), hidden.as_str(), base]);
        let fits = |said: &&str| !said.is_empty() && measure(said, room) + APART <= room;
        if let Some(said) = said.into_iter().find(fits) {
            pen.skip(room - measure(said, room)).text(said, self.theme.style(Role::Quiet));
        }
    }
}

/// The number and the name of a pane in a row, as much as has room, so that it can be told from the other names.
fn name(seen: &PaneContext<'_>, row: &[PaneContext<'_>], width: u16) -> String {
    let (pane, gutter) = (seen.pane, seen.part.gutter.width);
    let number = format!("{:>1$} ", pane.article + 1, usize::from(gutter.saturating_sub(1)));
    let room = usize::from(width).saturating_sub(number.len());
    let others: Vec<&str> = row.iter().map(|seen| seen.pane.open_article().called()).collect();
    match pane.open_article().called() {
        NO_FILE => number + "no file",
        called => number + &shortened(called, &others, room),
    }
}

/// Says how much of an article matches the one next to it, and separately what is hidden if that is beside the name.
fn covered(seen: &PaneContext<'_>, kept: &mut KeptFigures, width: usize, beside: usize) -> (Phrase, Option<String>) {
    if let Some(known) = plain(seen) {
        return (known, None);
    }
    let Some(collation) = seen.pair.collation else { return Default::default() };
    let other = seen.next().article + 1;
    kept.parted(Covered { coverage: collation.coverage[seen.side()], other, rules: rules(seen) }, width, beside)
}

/// Says what there is to say where nothing is compared.
fn plain(seen: &PaneContext<'_>) -> Option<Phrase> {
    let (app, collation) = (seen.app, seen.pair.collation);
    let quiet = |words: String| Some(Phrase::default().with(Role::Quiet, words));
    if app.desk.library.is_reading() && collation.is_none() {
        return quiet("reading …".to_owned());
    }
    let article = seen.pane.open_article();
    let known = collation.filter(|_| app.desk.has_pair()).map(|collation| collation.coverage[seen.side()].hidden);
    let hidden = known.unwrap_or_else(|| seen.pane.page.mask().hidden_words(article));
    if hidden > 0 && hidden == article.tokens.len() {
        return Some(Phrase::default().with(Role::Warning, all_hidden(rules(seen))));
    }
    if !app.desk.has_pair() {
        let also = if hidden > 0 { format!(" · {}", self::hidden(hidden, rules(seen))) } else { String::new() };
        return quiet(format!("{} words{also}", article.tokens.len() - hidden));
    }
    if collation.is_none() {
        return quiet(if seen.pair.collating || app.desk.awaits_diff() {
            "comparing …".to_owned()
        } else {
            "not compared".to_owned()
        });
    }
    None
}

/// Counts the rules that hide something here.
fn rules(seen: &PaneContext<'_>) -> Option<usize> {
    let mask = seen.pane.page.mask();
    (mask.hidden().len() <= COUNTED).then(|| mask.rule_count())
}
