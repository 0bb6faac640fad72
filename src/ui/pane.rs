//! A pane: the article's rows with their gutter.

use std::iter;
use std::sync::Arc;

use crate::app::would_hide;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::widgets::Widget;

use super::from_right::set_from_right;
use super::hits::RowHits;
use super::ink::{Pen, Phrase, rect};
use super::kept_rows::{KeptRows, RowSource, StyledFrom};
use super::pane_context::PaneContext;
use super::prose::{Mark, Passages};
use super::role::Role;
use super::theme::Theme;
use super::visible_rows::{Line, VisibleRows};
use crate::app::{App, Mode};
use crate::article::Article;
use crate::boilerplate::{Hidden, HiddenBy};
use crate::collate::Class;
use crate::kinds::{Accent, AccentKind};
use crate::page::{Block, NOTED, Row};
use crate::text::{Span, is_from_right};

/// The mark of hidden text.
pub(super) const FOLDED: &str = "⋯";
/// The mark of what is reviewed.
pub(super) const DONE: &str = "✓";
/// The mark of what is reviewed and has a note.
pub(super) const BOTH: &str = "‡";
/// The mark of what is out of order.
pub(super) const MOVED: &str = "⇄";

/// An article in its pane.
pub(super) struct PaneView<'a> {
    /// The pane.
    pub seen: &'a PaneContext<'a>,
    /// How it looks.
    pub theme: &'a Theme,
    /// Its rows.
    pub shown: &'a VisibleRows,
    /// The rows that are kept.
    pub kept: &'a mut KeptRows,
}

/// The mark of a class.
pub(super) fn symbol(class: Class) -> &'static str {
    match class {
        Class::Verbatim => "│",
        Class::Edited => "~",
        Class::Reworded => "≈",
    }
}

impl Widget for PaneView<'_> {
    fn render(mut self, _: Rect, buf: &mut Buffer) {
        let part = self.seen.part;
        for (row, line) in self.shown.lines.iter().enumerate() {
            let row = row as u16;
            self.cursor(line, Pen::new(buf, rect(part.gutter), row));
            match line.row {
                Row::Text(span) => self.prose(line, span, row, buf),
                Row::Fold => self.fold(line, Pen::new(buf, rect(part.text), row)),
                Row::Gap => {}
            }
        }
    }
}

impl PaneView<'_> {
    /// Whether a paragraph's first visible text is on this row.
    fn begins(&self, row: usize) -> bool {
        let text = |line: &Line| matches!(line.row, Row::Text(_)) && !line.revealed;
        let lines = &self.shown.lines;
        let before = lines.get(..row).and_then(|above| above.iter().rev().find(|line| text(line)));
        lines
            .get(row)
            .is_some_and(|line| text(line) && before.is_none_or(|before| before.paragraph_id != line.paragraph_id))
    }

    /// Draws the marks of notes and reviews where the paragraph begins.
    fn done_and_noted(&self, row: u16, buf: &mut Buffer) {
        let gutter = on_row(rect(self.seen.part.gutter), row);
        let Some(column) = free_column(gutter, buf) else { return };
        let mut pen = Pen::new(buf, gutter, 0);
        pen.skip(column);
        let row = usize::from(row);
        let Some(paragraph_id) = self.shown.lines.get(row).map(|line| line.paragraph_id) else { return };
        let noted = || !self.seen.pair.notes_at(self.seen.side(), paragraph_id).is_empty();
        let done = || self.seen.pair.is_done(self.seen.side(), paragraph_id);
        if !self.begins(row) {
            return;
        }
        match (noted(), done()) {
            (true, true) => pen.text(BOTH, self.theme.style(Role::Figure)),
            (true, false) => pen.text(NOTED, self.theme.style(Role::Figure)),
            (false, true) => pen.text(DONE, self.theme.style(Role::Quiet)),
            (false, false) => &mut pen,
        };
    }

    fn cursor(&self, line: &Line, mut pen: Pen<'_>) {
        let pane = self.seen.pane;
        if pane.at() != line.spot || !self.seen.app.desk.has_pair() && pane.open_article().name.is_empty() {
            return;
        }
        let (mark, role) = if self.seen.is_focused() { ("▸", Role::Cursor) } else { ("›", Role::OtherCursor) };
        pen.text(mark, self.theme.style(role));
    }

    fn prose(&mut self, line: &Line, span: Span, row: u16, buf: &mut Buffer) {
        let part = &self.seen.part;
        let passages = Passages::on(self.seen, line.paragraph_id, span);
        let mut pen = Pen::new(buf, rect(part.gutter), row);
        if line.revealed {
            pen.skip(1).text(FOLDED, self.theme.style(Role::Hidden));
        } else if let Some(mark) = passages.mark(span) {
            self.gutter(mark, pen);
        }
        self.done_and_noted(row, buf);
        let page = &self.seen.pane.page;
        let block = page.blocks().get(line.spot.block).map(Block::span).unwrap_or_default();
        let styles = self.styles(line, span, &passages);
        let article = Arc::clone(page.article());
        let source = RowSource { article, spans: [span, block], measure: page.measure(), styles };
        let area = on_row(rect(part.text), row);
        let set = |source: &RowSource, buf: &mut Buffer| {
            let (mut style, mut pen) = (source.styles.iter(), Pen::new(buf, area, 0));
            let mut now = style.next();
            for glyph in page.glyphs(line.spot) {
                while style.as_slice().first().is_some_and(|next| next.from <= glyph.span.start()) {
                    now = style.next();
                }
                pen.glyph(&glyph, now.map(|now| now.style).unwrap_or_default());
            }
        };
        if self.is_from_right(line) {
            self.kept.blank(area, buf);
            set(&source, buf);
            set_from_right(part, row, buf);
        } else {
            self.kept.row(area, source, buf, set);
        }
    }

    fn is_from_right(&self, line: &Line) -> bool {
        let article = self.seen.pane.open_article();
        let paragraph = article.paragraphs.get(line.paragraph_id.0);
        paragraph.is_some_and(|paragraph| is_from_right(paragraph.span.of(&article.text)))
    }

    /// The styles of a row's text: as many as there are stretches that look different, in order.
    fn styles(&self, line: &Line, row: Span, passages: &Passages<'_>) -> Vec<StyledFrom> {
        let (marked, hits) = (self.marked(), RowHits::on(self.seen, row));
        let article = self.seen.pane.open_article();
        let looks: Vec<&Accent> = article
            .paragraphs
            .get(line.paragraph_id.0)
            .map_or_else(Vec::new, |it| article.typeset.accents_in(it.span).collect());
        let dimmed = would_hide(self.seen.app, self.seen.pane.article);
        let style = |place: usize| {
            let (role, over) =
                if line.revealed || holds(dimmed, place) { (Role::Hidden, None) } else { passages.role(place) };
            let is_marked = marked.is_some_and(|marked| marked.contains(place));
            let mut style = self.theme.style(role);
            for over in [over, is_marked.then_some(Role::Marked), hits.role(place)].into_iter().flatten() {
                style = style.patch(self.theme.style(over));
            }
            let around = looks.iter().filter(|look| look.span.contains(place));
            around.fold(style, |style, look| style.add_modifier(drawn(&look.kind)))
        };
        let looks = looks.iter().map(|look| look.span);
        let first = dimmed.partition_point(|span| span.end() <= row.start());
        let dimmed = dimmed.iter().skip(first).take_while(|span| span.start() < row.end()).copied();
        let spans = passages.spans(row).chain(hits.spans()).chain(marked).chain(looks).chain(dimmed);
        let ends = spans.flat_map(|span| [span.start(), span.end()]).filter(|place| row.contains(*place));
        let mut borders: Vec<usize> = iter::once(row.start()).chain(ends).collect();
        borders.sort_unstable();
        borders.dedup();
        borders.into_iter().map(|from| StyledFrom { from, style: style(from) }).collect()
    }

    /// The marked text, also while the hide prompt is open.
    fn marked(&self) -> Option<Span> {
        match self.seen.app.modes.seen() {
            Some(Mode::Picking(picker)) => {
                let here = self.seen.pane.article == picker.article;
                Some(picker.marked).filter(|_| here)
            }
            _ => self.seen.app.marked().filter(|_| self.seen.is_focused()),
        }
    }

    fn gutter(&self, mark: Mark, mut pen: Pen<'_>) {
        let role = if mark.echo { Role::EchoMark } else { Role::mark(mark.class) };
        pen.skip(1).text(symbol(mark.class), self.theme.style(role));
        if mark.moved {
            pen.text(MOVED, self.theme.style(if mark.echo { Role::EchoMark } else { Role::Moved }));
        }
    }

    fn fold(&self, line: &Line, mut pen: Pen<'_>) {
        let page = &self.seen.pane.page;
        let Some(block @ Block::Fold { hidden, .. }) = page.blocks().get(line.spot.block) else { return };
        let passages = page.mask().hidden().get(hidden.clone()).unwrap_or_default();
        let amount = block.amount().unwrap_or_default();
        let words = format!("{FOLDED} {amount} hidden by {}", by(self.seen.app, page.article(), passages));
        pen.phrase(&Phrase::default().with(Role::Hidden, words), self.theme);
    }
}

/// A row of an area.
pub(super) fn on_row(area: Rect, row: u16) -> Rect {
    Rect { y: area.y.saturating_add(row), height: area.height.saturating_sub(row).min(1), ..area }
}

/// The column of a gutter's row for the mark of what is reviewed or noted: the first, or, if the cursor is there, one behind the other marks.
pub(super) fn free_column(gutter: Rect, buf: &Buffer) -> Option<usize> {
    let is_free =
        |column: &u16| *column != 1 && buf.cell((gutter.x + column, gutter.y)).is_some_and(|cell| cell.symbol() == " ");
    (0..gutter.width).find(is_free).map(usize::from)
}

/// How a kind of accent is drawn.
fn drawn(manner: &AccentKind) -> Modifier {
    match manner {
        AccentKind::Heading | AccentKind::Strong => Modifier::BOLD,
        AccentKind::Emphasis => Modifier::ITALIC,
        AccentKind::Struck => Modifier::CROSSED_OUT,
        AccentKind::Link(_) => Modifier::UNDERLINED,
    }
}

/// Whether a place is in one of the spans, which are in order.
fn holds(spans: &[Span], place: usize) -> bool {
    let next = spans.partition_point(|span| span.start() <= place);
    next.checked_sub(1).and_then(|at| spans.get(at)).is_some_and(|span| span.contains(place))
}

/// Says what hides it: a rule's name, or how many rules.
pub(super) fn by(app: &App, article: &Article, passages: &[Hidden]) -> String {
    let Some(first) = passages.first() else { return "a rule".to_owned() };
    let mut rules: Vec<_> = passages.iter().map(|hidden| &hidden.by).collect();
    rules.sort_unstable();
    rules.dedup();
    match (rules.len(), &first.by) {
        (1, HiddenBy::Session) => app.desk.rule_name(article, first).to_owned(),
        (1, _) => format!("‘{}’", app.desk.rule_name(article, first)),
        (more, _) => format!("{more} rules"),
    }
}
