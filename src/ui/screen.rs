//! The screen with all its parts.

use crate::app::{help_row, stretches};
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

use super::connectors::connectors;
use super::diffing::SheetView;
use super::footer::FooterView;
use super::header::HeaderView;
use super::helping::HelpView;
use super::hits::mark_strip;
use super::ink::rect;
use super::kept::Kept;
use super::kept_rows::KeptRows;
use super::listing::ListView;
use super::margin::{MarginView, Voice};
use super::matrix::MatrixView;
use super::pane::PaneView;
use super::pane_context::PaneContext;
use super::picking::PickerView;
use super::prompt::CandidatesView;
use super::proposals::ProposalView;
use super::reading_place::reading_place;
use super::rules::RulesView;
use super::sentence::SentenceView;
use super::strip::{StripView, window};
use super::synopsis::SynopsisView;
use super::theme::Theme;
use super::visible_rows::VisibleRows;
use crate::app::{App, Asked, Geometry, LEAST, Mode};
use crate::article::Extent;
use crate::page::Row;
use crate::text::{Pair, Span};

const ALONE: &str = "Only one article is open. To compare two, run: ibid FIRST SECOND";

/// Draws the program as a frame of the screen library.
pub fn draw(frame: &mut Frame<'_>, app: &App, theme: &Theme) {
    if let Some(place) = draw_cells(frame.buffer_mut(), app, theme, &mut Kept::default()) {
        frame.set_cursor_position(place);
    }
}

/// Draws the program on the cells to which `kept` belongs, and returns where the cursor is shown, if it is. Changes nothing but what is
/// kept; costs what is visible, and less where it looked so in the last frame.
pub fn draw_cells(buf: &mut Buffer, app: &App, theme: &Theme, kept: &mut Kept) -> Option<Position> {
    let (width, height) = (app.desk.view.size.width, app.desk.view.size.height);
    if width < LEAST.width || height < LEAST.height {
        let sentence =
            format!("ibid needs at least {} x {} cells; this is {width} x {height}", LEAST.width, LEAST.height);
        kept.rows.begin(Vec::new(), buf);
        SentenceView { sentence: &sentence, theme }.render(buf.area, buf);
        return None;
    }
    let screen = ScreenView { app, theme, geometry: app.desk.geometry() };
    let row = PaneContext::all(app);
    kept.rows.begin(text_areas(app, &row), buf);
    HeaderView { app, theme, row: &row, kept: &mut kept.figures }.render(rect(screen.geometry.header), buf);
    screen.body(&row, &mut kept.rows, buf);
    screen.over(buf);
    FooterView { app, theme }.render(rect(screen.geometry.footer), buf);
    if is_covered(app) {
        kept.rows.forget();
    }
    reading_place(app, theme)
}

/// Where rows of text stand that may be kept.
fn text_areas(app: &App, row: &[PaneContext<'_>]) -> Vec<Rect> {
    let panes = row.iter().filter(|_| app.desk.diff.view.is_none());
    panes.map(|seen| rect(seen.part.text)).collect()
}

/// Whether something may be drawn over the panes.
fn is_covered(app: &App) -> bool {
    !matches!(app.modes.top(), None | Some(Mode::Marking(_))) || app.desk.message.is_some()
}

/// A pane with its rows on the screen.
struct ShownPane<'a> {
    seen: PaneContext<'a>,
    shown: VisibleRows,
}

struct ScreenView<'a> {
    app: &'a App,
    theme: &'a Theme,
    geometry: Geometry,
}

impl<'a> ScreenView<'a> {
    fn body(&self, row: &[PaneContext<'a>], kept: &mut KeptRows, buf: &mut Buffer) {
        if let Some(diff) = &self.app.desk.diff.view {
            return SheetView { app: self.app, diff, theme: self.theme }.render(rect(self.geometry.body()), buf);
        }
        let rows = self.geometry.rows();
        let shown = |seen: &PaneContext<'a>| ShownPane { seen: *seen, shown: VisibleRows::of(seen.pane, rows) };
        let row: Vec<ShownPane<'_>> = row.iter().map(shown).collect();
        for ShownPane { seen, shown } in &row {
            self.pane(seen, shown, kept, buf);
        }
        for neighbours in row.windows(2) {
            if let [left, right] = neighbours {
                self.margin(left, right, buf);
            }
        }
    }

    /// Draws the links between two panes; less prominently outside the open pair.
    fn margin(&self, left: &ShownPane<'_>, right: &ShownPane<'_>, buf: &mut Buffer) {
        let base = self.app.desk.row.base();
        if base.is_some_and(|base| base != left.seen.ix && base != right.seen.ix) {
            return;
        }
        let outer = if left.seen.out() > right.seen.out() { left.seen } else { right.seen };
        let connectors = connectors(self.app.desk.view.lit, outer.pair, Pair::new(&left.shown, &right.shown));
        let voice = if outer.out() == 0 { Voice::Full } else { Voice::Low };
        MarginView { connectors: &connectors, voice, theme: self.theme }.render(rect(outer.margin), buf);
    }

    fn pane(&self, seen: &PaneContext<'_>, shown: &VisibleRows, kept: &mut KeptRows, buf: &mut Buffer) {
        let (app, theme, part) = (self.app, self.theme, seen.part);
        let article = seen.pane.open_article();
        for row in 0..part.text.height {
            let is_text = shown.lines.get(usize::from(row)).is_some_and(|line| matches!(line.row, Row::Text(_)));
            if !is_text || article.name.is_empty() {
                kept.blank(Rect { y: part.text.y + row, height: 1, ..rect(part.text) }, buf);
            }
        }
        if article.name.is_empty() {
            let sentence = if app.desk.library.is_reading() { "reading …" } else { ALONE };
            SentenceView { sentence, theme }.render(rect(part.text), buf);
            return;
        }
        let stretches = stretches(&app.desk, seen.ix, self.geometry.rows());
        // Nobody knows yet how much of the whole a beginning is.
        let visible = shown.window.filter(|_| article.extent == Extent::Whole);
        let window = window(visible, Span::new(0, article.text.trim_end().len()), stretches.len());
        StripView { stretches: &stretches, window, theme }.render(rect(part.strip), buf);
        mark_strip(seen, theme, buf);
        PaneView { seen, theme, shown, kept }.render(rect(part.whole), buf);
    }

    fn over(&self, buf: &mut Buffer) {
        let body = self.geometry.body();
        match self.app.modes.seen() {
            Some(Mode::Picking(picker)) => {
                PickerView { app: self.app, picker, theme: self.theme }.render(rect(body), buf);
            }
            Some(Mode::Ruling(list)) => RulesView { app: self.app, list, theme: self.theme }.render(rect(body), buf),
            Some(Mode::Proposing(proposals)) => {
                ProposalView { app: self.app, proposals, theme: self.theme }.render(rect(body), buf);
            }
            Some(Mode::Prompting(prompt)) => {
                CandidatesView { app: self.app, prompt, theme: self.theme }.render(rect(body), buf);
            }
            Some(Mode::Listing(listing)) => {
                ListView { app: self.app, listing, theme: self.theme }.render(rect(body), buf)
            }
            Some(Mode::Synopsis(grid)) => {
                SynopsisView { app: self.app, grid, theme: self.theme }.render(rect(body), buf);
            }
            Some(Mode::Matrix(grid)) => MatrixView { app: self.app, grid, theme: self.theme }.render(rect(body), buf),
            None | Some(Mode::Marking(_) | Mode::Helping(_)) => {}
        }
        if let Some(row) = help_row(self.app) {
            HelpView { app: self.app, row, theme: self.theme }.render(rect(body), buf);
        }
        if let Some(Mode::Prompting(prompt)) = self.app.modes.top()
            && prompt.asked == Asked::Scope
        {
            CandidatesView { app: self.app, prompt, theme: self.theme }.render(rect(body), buf);
        }
    }
}
