//! The screen: all its parts.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::widgets::Widget;

use super::footer::{FooterView, typing};
use super::header::HeaderView;
use super::helping::HelpView;
use super::hits::mark_strip;
use super::ink::rect;
use super::listing::ListView;
use super::margin::MarginView;
use super::matrix::MatrixView;
use super::pane::PaneView;
use super::picking::PickerView;
use super::prompt::{CandidatesView, cursor, typed_line};
use super::proposals::ProposalView;
use super::rules::RulesView;
use super::sentence::SentenceView;
use super::shown::Shown;
use super::strands::strands;
use super::strip::{StripView, stretches, window};
use super::theme::Theme;
use crate::app::{App, Asked, Geometry, LEAST, Mode};
use crate::article::Extent;
use crate::text::{Pair, Side, Span};

const ALONE: &str = "One article is open. Name a second one to see what the two share: ibid FIRST SECOND";

/// Draws the program. Changes nothing; costs what is visible.
pub fn draw(frame: &mut Frame<'_>, app: &App, theme: &Theme) {
    let (width, height) = (app.size.width, app.size.height);
    if width < LEAST.width || height < LEAST.height {
        let sentence =
            format!("ibid needs at least {} x {} cells; this is {width} x {height}", LEAST.width, LEAST.height);
        frame.render_widget(SentenceView { sentence: &sentence, theme }, frame.area());
        return;
    }
    let screen = Screen { app, theme, geometry: app.geometry() };
    frame.render_widget(HeaderView { app, theme }, rect(screen.geometry.header));
    screen.body(frame.buffer_mut());
    screen.over(frame.buffer_mut());
    frame.render_widget(FooterView { app, theme }, rect(screen.geometry.footer));
    if let Some(line) = typed_line(app) {
        frame.set_cursor_position(cursor(line, typing(rect(screen.geometry.footer))));
    }
}

struct Screen<'a> {
    app: &'a App,
    theme: &'a Theme,
    geometry: Geometry,
}

impl Screen<'_> {
    fn body(&self, buf: &mut Buffer) {
        let rows = self.geometry.rows();
        let shown = Pair::from_fn(|side| Shown::of(&self.app.panes[side], rows));
        for side in Side::BOTH {
            self.pane((side, &shown[side]), buf);
        }
        let strands = strands(self.app, shown.as_ref());
        MarginView { strands: &strands, theme: self.theme }.render(rect(self.geometry.margin), buf);
    }

    fn pane(&self, (side, shown): (Side, &Shown), buf: &mut Buffer) {
        let (app, theme, part) = (self.app, self.theme, self.geometry.panes[side]);
        let article = app.panes[side].open_article();
        if article.name.is_empty() {
            let sentence = if app.reading { "reading …" } else { ALONE };
            SentenceView { sentence, theme }.render(rect(part.text), buf);
            return;
        }
        let stretches = stretches(app, side, self.geometry.rows());
        // How much of a whole a head is, nobody knows yet.
        let seen = shown.window.filter(|_| article.extent == Extent::Whole);
        let window = window(seen, Span::new(0, article.text.trim_end().len()), stretches.len());
        StripView { stretches: &stretches, window, theme }.render(rect(part.strip), buf);
        mark_strip((app, theme), side, rect(part.strip), buf);
        PaneView { app, theme, side, shown }.render(rect(part.whole), buf);
    }

    fn over(&self, buf: &mut Buffer) {
        let body = self.geometry.body();
        if let Some(row) = self.app.help_row() {
            HelpView { app: self.app, row, theme: self.theme }.render(rect(body), buf);
        }
        match self.app.beneath() {
            Mode::Picking(picker) => {
                PickerView { app: self.app, picker, theme: self.theme }.render(rect(body), buf);
            }
            Mode::Ruling(list) => RulesView { app: self.app, list, theme: self.theme }.render(rect(body), buf),
            Mode::Proposing(proposals) => {
                ProposalView { app: self.app, proposals, theme: self.theme }.render(rect(body), buf);
            }
            Mode::Prompting(prompt) => {
                CandidatesView { app: self.app, prompt, theme: self.theme }.render(rect(body), buf);
            }
            Mode::Listing(listing) => ListView { app: self.app, listing, theme: self.theme }.render(rect(body), buf),
            Mode::Matrix(grid) => MatrixView { app: self.app, grid, theme: self.theme }.render(rect(body), buf),
            Mode::Reading | Mode::Marking { .. } | Mode::Helping { .. } => {}
        }
        if let Mode::Prompting(prompt) = &self.app.mode
            && prompt.asked == Asked::Scope
        {
            CandidatesView { app: self.app, prompt, theme: self.theme }.render(rect(body), buf);
        }
    }
}
