//! What is at a cell of the screen, for the mouse.

use super::connectors::connectors;
use super::pane_context::PaneContext;
use super::route::paths;
use super::visible_rows::VisibleRows;
use crate::app::{App, Area, DiffView, Layout, Target};
use crate::article::ParagraphId;
use crate::page::Row;
use crate::text::{Pair, Side};

/// Finds what the mouse points at in a column and a row of the screen, both from 0. Costs as much as a frame.
pub fn target(app: &App, x: u16, y: u16) -> Target {
    let geometry = app.desk.geometry();
    if let Some(diff) = &app.desk.diff.view {
        return on_sheet(app, diff, x, y);
    }
    let row = PaneContext::all(app);
    let over = row.iter().find(|seen| holds_column(seen.part.whole, x));
    if !holds_row(geometry.margin, y) {
        return Target::Elsewhere(over.map(|seen| seen.ix));
    }
    let between = row.iter().find(|seen| holds_column(seen.margin, x));
    let row = y - geometry.margin.y;
    if let Some(seen) = between {
        let found = link(seen, x - seen.margin.x, row);
        return found.map_or(Target::Elsewhere(None), |paragraph_ids| Target::Link(seen.ix, paragraph_ids));
    }
    let Some(seen) = over else { return Target::Elsewhere(None) };
    let (pane, part, ix) = (seen.pane, seen.part, seen.ix);
    if holds_column(part.strip, x) {
        let length = pane.open_article().text.len() as u64;
        return Target::Strip(ix, middle(row, part.strip, length));
    }
    let spot = pane.page.step(pane.top, isize::try_from(row).unwrap_or(0));
    let text = |spot| pane.page.row(spot) != Row::Gap;
    let spot = if text(spot) { spot } else { pane.page.step(spot, -1) };
    if pane.row_of(spot, geometry.rows()) < 0 {
        Target::Elsewhere(Some(ix))
    } else {
        Target::Text(ix, pane.page.place_of(spot))
    }
}

/// The place in a text of this length for the middle of a strip's cell.
fn middle(row: u16, strip: Area, length: u64) -> usize {
    ((u64::from(row) * 2 + 1) * length / (u64::from(strip.height.max(1)) * 2)) as usize
}

/// Finds the row of a diff at a cell.
fn on_sheet(app: &App, diff: &DiffView, x: u16, y: u16) -> Target {
    let geometry = app.desk.geometry();
    let beside = diff.layout() == Layout::Beside;
    let over = Side::BOTH.into_iter().find(|&side| beside && holds_column(geometry.panes[side].whole, x));
    if !holds_row(geometry.margin, y) {
        return Target::Elsewhere(None);
    }
    let row = y - geometry.margin.y;
    let (side, strip) = match over {
        Some(side) => (side, geometry.panes[side].strip),
        None => (Side::Right, geometry.inline(app.desk.settings.measure).strip),
    };
    if holds_column(strip, x) && (over.is_some() || !beside) {
        let length = diff.sheet.compared().articles[side].text.len() as u64;
        return Target::Strip(app.desk.row.ix(side), middle(row, strip, length));
    }
    let spot = diff.sheet.step(diff.top, isize::try_from(row).unwrap_or(0));
    Target::Sheet(over, spot)
}

/// Finds the link drawn at a cell of the margin, the most important one if there are several; else one that ends on that row.
fn link(seen: &PaneContext<'_>, x: u16, y: u16) -> Option<Pair<ParagraphId>> {
    let width = seen.margin.width;
    let shown = seen.pair.panes.map(|pane| VisibleRows::of(pane, seen.app.desk.geometry().rows()));
    let connectors = connectors(seen.app.desk.view.lit, seen.pair, shown.as_ref());
    let drawn = paths(&connectors, width);
    let hit = drawn.iter().rev().find(|(path, _)| path.passes(x, y, width)).map(|(path, look)| (*path, *look));
    let (path, look) = hit.or_else(|| drawn.iter().rev().find(|(path, _)| path.ends_on(y, x * 2 < width)).copied())?;
    connectors
        .iter()
        .find(|connector| connector.look == look && path.joins(connector.ends))
        .map(|connector| connector.paragraph_ids)
}

fn holds_column(area: Area, x: u16) -> bool {
    (area.x..area.x + area.width).contains(&x)
}

fn holds_row(area: Area, y: u16) -> bool {
    (area.y..area.y + area.height).contains(&y)
}
