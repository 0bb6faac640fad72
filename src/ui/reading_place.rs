//! Where one reads: the terminal's own cursor stands there, so that screen readers, braille displays and magnifiers follow.

use ratatui::layout::Position;

use super::footer::typing;
use super::helping::help_place;
use super::ink::rect;
use super::listing::{ListView, list_place};
use super::pane_context::PaneContext;
use super::picking::{PickerView, picker_place};
use super::prompt::{cursor, typed_line};
use super::proposals::{ProposalView, proposal_place};
use super::rules::{RulesView, rules_place};
use super::synopsis::{SynopsisView, synopsis_place};
use super::theme::Theme;
use crate::app::{App, Grid, Layout, Mode, tableau};

/// The first word of the cursor's row; the chosen cell, statement or row; the first row of the help; or the caret of the line being typed.
/// `None` if the cursor's row is not on the screen.
pub(super) fn reading_place(app: &App, theme: &Theme) -> Option<Position> {
    let (body, footer) = (rect(app.desk.geometry().body()), rect(app.desk.geometry().footer));
    if let Some(line) = typed_line(app).filter(|_| types(app)) {
        return Some(cursor(line, typing(footer)));
    }
    match app.modes.top() {
        None | Some(Mode::Marking(_) | Mode::Prompting(_)) => text_place(app),
        Some(Mode::Helping(_)) => Some(help_place(app)),
        Some(Mode::Matrix(grid)) => matrix_place(app, grid),
        Some(Mode::Synopsis(grid)) => Some(synopsis_place(&SynopsisView { app, grid, theme })),
        Some(Mode::Picking(picker)) => Some(picker_place(&PickerView { app, picker, theme }, body)),
        Some(Mode::Ruling(list)) => Some(rules_place(&RulesView { app, list, theme }, body)),
        Some(Mode::Proposing(proposals)) => Some(proposal_place(&ProposalView { app, proposals, theme }, body)),
        Some(Mode::Listing(listing)) => Some(list_place(&ListView { app, listing, theme }, body)),
    }
}

/// Whether the reader types: in a list only until the next row is chosen.
fn types(app: &App) -> bool {
    !matches!(app.modes.top(), Some(Mode::Listing(list)) if !list.types)
}

fn text_place(app: &App) -> Option<Position> {
    let (geometry, rows) = (app.desk.geometry(), app.desk.geometry().rows());
    let (area, row) = match &app.desk.diff.view {
        Some(diff) => {
            let area = match diff.layout() {
                Layout::Beside => geometry.panes[app.desk.row.focus].text,
                Layout::Inline => geometry.inline(app.desk.settings.measure).text,
            };
            (area, diff.row_of(diff.cursor, rows))
        }
        None => {
            let seen = PaneContext::all(app).into_iter().find(PaneContext::is_focused)?;
            (seen.part.text, seen.pane.row_of(seen.pane.at(), rows))
        }
    };
    let row = u16::try_from(row).ok().filter(|row| *row < area.height)?;
    Some(Position { x: area.x, y: area.y + row })
}

/// Where the chosen cell is.
fn matrix_place(app: &App, grid: &Grid) -> Option<Position> {
    let tableau = tableau(&app.desk);
    let (row, column) = (grid.row.checked_sub(grid.first.0)?, grid.column.checked_sub(grid.first.1)?);
    let before = usize::from(tableau.titles()) + column * usize::from(tableau.cell);
    let (right, down) = (u16::try_from(before).ok()?, u16::try_from(row + 1).ok()?);
    let inner = tableau.inner;
    (right < inner.width && down < inner.height).then(|| Position { x: inner.x + right, y: inner.y + down })
}
