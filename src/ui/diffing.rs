//! A diff on the screen: two versions side by side, or woven into one column.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::diff_breaks::{BROKEN, break_on, break_woven, draw, taken_at};
use super::diff_margin::connectors;
use super::diff_prose::{Changed, woven};
use super::diff_strip::DiffStripView;
use super::from_right::{is_band_turned, is_turned, set_from_right};
use super::hits::VersionHits;
use super::ink::{Pen, rect};
use super::margin::{MarginView, Voice};
use super::pane::{BOTH, DONE, FOLDED, MOVED, by, free_column, on_row, symbol};
use super::role::Role;
use super::theme::Theme;
use crate::app::{App, DiffView, Layout, PaneArea, is_change_done, note_in_diff};
use crate::collate::{Class, Fate, TextBreak};
use crate::page::{Block, Column, Marked, NOTED, Row, SheetRow, Spot, column_hits};
use crate::text::{Pair, Plain, Side, Span, plural};

/// A diff instead of the panes.
pub(super) struct SheetView<'a> {
    /// The program.
    pub app: &'a App,
    /// The diff.
    pub diff: &'a DiffView,
    /// How it looks.
    pub theme: &'a Theme,
}

/// A row on the screen: its number there, its place, and its content.
#[derive(Clone, Copy)]
struct SheetLine<'a> {
    at: u16,
    spot: Spot,
    row: &'a SheetRow,
}

impl Widget for SheetView<'_> {
    fn render(self, _: Rect, buf: &mut Buffer) {
        let geometry = self.app.desk.geometry();
        let rows: Vec<(Spot, SheetRow)> = self.diff.sheet.from(self.diff.top).take(geometry.rows()).collect();
        for (at, (spot, row)) in rows.iter().enumerate() {
            let line = SheetLine { at: at as u16, spot: *spot, row };
            match self.diff.layout() {
                Layout::Beside => {
                    Side::BOTH.iter().for_each(|&side| self.beside(line, side, &geometry.panes[side], buf));
                }
                Layout::Inline => self.inline(line, &geometry.inline(self.app.desk.settings.measure), buf),
            }
        }
        let inline = geometry.inline(self.app.desk.settings.measure);
        let strips = match self.diff.layout() {
            Layout::Beside => Side::BOTH.map(|side| (side, geometry.panes[side].strip)).to_vec(),
            Layout::Inline => vec![(Side::Right, inline.strip)],
        };
        for (side, area) in strips {
            DiffStripView { diff: self.diff, side, rows: &rows, theme: self.theme }.render(rect(area), buf);
        }
        if self.diff.layout() == Layout::Beside {
            let connectors = connectors(self.diff, &rows);
            MarginView { connectors: &connectors, voice: Voice::Full, theme: self.theme }
                .render(rect(geometry.margin), buf);
        }
    }
}

impl SheetView<'_> {
    fn beside(&self, SheetLine { at, spot, row }: SheetLine<'_>, side: Side, part: &PaneArea, buf: &mut Buffer) {
        let focused = self.app.desk.row.focus == side;
        self.cursor(spot, focused, Pen::new(buf, rect(part.gutter), at));
        match row {
            SheetRow::Fold(bands) => {
                Pen::new(buf, rect(part.text), at).text(&self.folded(bands, side), self.theme.style(Role::Hidden));
            }
            SheetRow::Beside(spots) => {
                let fate = self.fate(spot);
                self.marks(
                    fate,
                    self.diff.sheet.marked(row, side),
                    spots[side].is_some(),
                    Pen::new(buf, rect(part.gutter), at),
                );
                self.done_and_noted(spot, side, on_row(rect(part.gutter), at), buf);
                let pen = Pen::new(buf, rect(part.text), at);
                match spots[side] {
                    Some(spot) => {
                        self.prose(spot, side, pen);
                        if is_turned(&self.diff.sheet.pages()[side], spot) {
                            set_from_right(part, at, buf);
                        }
                    }
                    None if spot.row == 0 => self.note(spot, pen),
                    None => {}
                }
            }
            SheetRow::Inline(..) | SheetRow::Gap => {}
        }
    }

    fn inline(&self, SheetLine { at, spot, row }: SheetLine<'_>, part: &PaneArea, buf: &mut Buffer) {
        self.cursor(spot, true, Pen::new(buf, rect(part.gutter), at));
        match row {
            SheetRow::Fold(bands) => {
                let said = self.folded(bands, Side::Right);
                Pen::new(buf, rect(part.text), at).text(&said, self.theme.style(Role::Hidden));
            }
            SheetRow::Inline(band, inside) => {
                let this = self.diff.sheet.compared().bands.get(*band);
                let (fate, home) = this.map_or((Fate::Same, None), |band| (band.fate, band.home));
                let marked = self.diff.sheet.marked(row, Side::Right);
                self.marks(fate, marked, true, Pen::new(buf, rect(part.gutter), at));
                self.done_and_noted(spot, Side::Right, on_row(rect(part.gutter), at), buf);
                let Some(column) = self.diff.sheet.column(*band) else { return };
                let mut pen = Pen::new(buf, rect(part.text), at);
                let hits = self.hits_on(column, *inside);
                let mut breaks = column.breaks_on(*inside).to_vec();
                for (glyph, ink, moved) in column.glyphs(*inside, usize::from(part.text.width)) {
                    if let Some(one) = taken_at(&mut breaks, &glyph) {
                        draw(break_woven(one), self.theme, &mut pen);
                        continue;
                    }
                    let (role, over) = woven(ink, moved, fate, home);
                    let style = self.style(role, over);
                    let style = self.lettered(style, column.is_letter(glyph.span.start()));
                    let hit = hits.iter().any(|hit| hit.contains(glyph.span.start()));
                    pen.glyph(&glyph, if hit { style.patch(self.theme.style(Role::Hit)) } else { style });
                }
                for (_, one) in breaks {
                    draw(break_woven(one), self.theme, &mut pen);
                }
                if this.is_some_and(|band| is_band_turned(self.diff, band)) {
                    set_from_right(part, at, buf);
                }
            }
            SheetRow::Beside(_) | SheetRow::Gap => {}
        }
    }

    fn style(&self, role: Role, over: Option<Role>) -> Style {
        over.into_iter().fold(self.theme.style(role), |style, over| style.patch(self.theme.style(over)))
    }

    /// The style of letters that differ inside a changed word.
    fn lettered(&self, style: Style, differs: bool) -> Style {
        if differs { style.patch(self.theme.style(Role::Letters)) } else { style }
    }

    fn fate(&self, spot: Spot) -> Fate {
        self.diff.sheet.compared().fate(self.diff.sheet.bands_at(spot).start)
    }

    fn cursor(&self, spot: Spot, focused: bool, mut pen: Pen<'_>) {
        if spot == self.diff.cursor {
            let (mark, role) = if focused { ("▸", Role::Cursor) } else { ("›", Role::OtherCursor) };
            pen.text(mark, self.theme.style(role));
        }
    }

    /// Draws the marks of notes and reviews where a change begins.
    fn done_and_noted(&self, spot: Spot, side: Side, gutter: Rect, buf: &mut Buffer) {
        let beside = self.diff.layout() == Layout::Beside && side == Side::Left;
        if beside || spot.row > 0 {
            return;
        }
        let Some(column) = free_column(gutter, buf) else { return };
        let mut pen = Pen::new(buf, gutter, 0);
        pen.skip(column);
        let band = self.diff.sheet.bands_at(spot).start;
        let noted = note_in_diff(&self.app.desk, self.diff, band).is_some();
        match (noted, is_change_done(&self.app.desk, self.diff, band)) {
            (true, true) => pen.text(BOTH, self.theme.style(Role::Figure)),
            (true, false) => pen.text(NOTED, self.theme.style(Role::Figure)),
            (false, true) => pen.text(DONE, self.theme.style(Role::Quiet)),
            (false, false) => return,
        };
    }

    /// The hits of the search on a row of a column.
    fn hits_on(&self, column: &Column, row: usize) -> Vec<Span> {
        let (search, rows) = (self.app.desk.finding.search.as_ref(), column.rows().get(row));
        let found = search.filter(|search| search.is_done()).zip(rows);
        found.map(|(search, row)| column_hits(column, *row, &Plain::of(&search.query))).unwrap_or_default()
    }

    /// Draws the marks beside a row: what happened to it, and whether it moved.
    fn marks(&self, fate: Fate, marked: Marked, stands: bool, mut pen: Pen<'_>) {
        if !stands {
            return;
        }
        let mark = match fate {
            Fate::Removed => Some(("-", Role::Removed)),
            Fate::Added => Some(("+", Role::Added)),
            _ if marked.changed => Some((symbol(Class::Edited), Role::EditedMark)),
            _ if marked.broken => Some((BROKEN, Role::EditedMark)),
            _ => None,
        };
        pen.skip(1);
        match mark {
            Some((mark, role)) => pen.text(mark, self.theme.style(role)),
            None => pen.skip(1),
        };
        if marked.moved || matches!(fate, Fate::Moved | Fate::Gone) {
            pen.text(MOVED, self.theme.style(Role::Moved));
        }
    }

    fn prose(&self, spot: Spot, side: Side, mut pen: Pen<'_>) {
        let (compared, page) = (self.diff.sheet.compared(), &self.diff.sheet.pages()[side]);
        match page.row(spot) {
            Row::Text(span) => {
                let changed = Changed::on(compared, side, page.article().paragraph_id_at(span.start()), span);
                let hits = VersionHits::on(self.app, self.diff, side, span);
                let breaks = compared.breaks_on(side, span).map(|(place, one)| (place, one.breaks));
                let mut breaks: Vec<(usize, Pair<TextBreak>)> = breaks.collect();
                for glyph in page.glyphs(spot) {
                    if let Some(one) = taken_at(&mut breaks, &glyph) {
                        draw(break_on(one, side), self.theme, &mut pen);
                        continue;
                    }
                    let ignored = compared.masks[side].at(glyph.span.start()).is_some();
                    let (role, over) = if ignored { (Role::Hidden, None) } else { changed.role(glyph.span.start()) };
                    let style = self.style(role, over);
                    let style = self.lettered(style, changed.is_letter(glyph.span.start()));
                    let hit = hits.role(glyph.span.start());
                    pen.glyph(&glyph, hit.map_or(style, |hit| style.patch(self.theme.style(hit))));
                }
                for (_, one) in breaks {
                    draw(break_on(one, side), self.theme, &mut pen);
                }
            }
            Row::Fold => {
                let Some(block @ Block::Fold { hidden, .. }) = page.blocks().get(spot.block) else { return };
                let passages = page.mask().hidden().get(hidden.clone()).unwrap_or_default();
                let amount = block.amount().unwrap_or_default();
                let said = format!("{FOLDED} {amount} hidden by {}", by(self.app, page.article(), passages));
                pen.text(&said, self.theme.style(Role::Hidden));
            }
            Row::Gap => {}
        }
    }

    /// Says beside a paragraph what happened to it, if the other side has nothing there.
    fn note(&self, spot: Spot, mut pen: Pen<'_>) {
        let compared = self.diff.sheet.compared();
        let band = compared.bands.get(self.diff.sheet.bands_at(spot).start);
        let Some(band) = band else { return };
        let home = band.home.map_or(0, |home| home.0 + 1);
        let (said, role) = match band.fate {
            Fate::Gone => (format!("moved to ¶{home}"), Role::Moved),
            Fate::Moved => (format!("moved from ¶{home}"), Role::Moved),
            Fate::Removed => ("removed".to_owned(), Role::Quiet),
            Fate::Added => ("added".to_owned(), Role::Quiet),
            Fate::Same | Fate::Edited => return,
        };
        pen.text(&said, self.theme.style(role));
    }

    /// Says which paragraphs of a side are folded.
    fn folded(&self, bands: &Range<usize>, side: Side) -> String {
        let within = self.diff.sheet.compared().bands.get(bands.clone()).unwrap_or_default();
        let paragraph_ids =
            within.iter().map(|band| &band.paragraph_ids[side]).filter(|paragraph_ids| !paragraph_ids.is_empty());
        let Some(paragraph_ids) = paragraph_ids.cloned().reduce(|a, b| a.start.min(b.start)..a.end.max(b.end)) else {
            return FOLDED.to_owned();
        };
        let count = plural(paragraph_ids.len(), "paragraph");
        format!("{FOLDED} {count} unchanged, {}", numbers(&paragraph_ids))
    }
}

/// The numbers of paragraphs, from 1; empty if there are none.
pub(super) fn numbers(paragraph_ids: &Range<usize>) -> String {
    match paragraph_ids.len() {
        0 => String::new(),
        1 => format!("¶{}", paragraph_ids.start + 1),
        _ => format!("¶{}-{}", paragraph_ids.start + 1, paragraph_ids.end),
    }
}
