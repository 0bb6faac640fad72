//! The strip at the outer edge: the whole article in one column, with what of it is shared and which part the pane shows.

use std::cmp::Reverse;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pane::FOLDED;
use super::seen::Seen;
use super::theme::{Role, Theme};
use crate::app::Lit;
use crate::collate::Class;
use crate::text::Span;

/// Places looked at for each cell.
const SAMPLES: usize = 4;
/// Matches looked at for each place: passages that stand one over another are few.
const OVERLAPS: usize = 4;

/// What a cell of the strip stands for; of several the last one is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stretch {
    /// Text that stands only here.
    Only,
    /// Hidden text.
    Hidden,
    /// Text that stands only here, where that is lit.
    Alone,
    /// Repetitions.
    Echo(Class),
    /// Shared text.
    Shared(Reverse<Class>),
}

/// A whole article, scaled to a column.
pub(super) struct StripView<'a> {
    /// What each cell stands for, from the top.
    pub stretches: &'a [Stretch],
    /// The rows that stand for what the pane shows.
    pub window: Range<usize>,
    /// How it looks.
    pub theme: &'a Theme,
}

/// Samples an article for a strip of `height` cells. Costs a few looks for each, whatever the article's length.
pub(super) fn stretches(seen: &Seen<'_>, height: usize) -> Vec<Stretch> {
    let length = seen.pane.open_article().text.len();
    (0..height)
        .map(|row| {
            let samples = (0..SAMPLES).map(|part| (row * SAMPLES + part) * 2 + 1);
            let places = samples.map(|part| (part as u64 * length as u64 / (height * SAMPLES * 2) as u64) as usize);
            places.map(|place| stretch(seen, place)).max().unwrap_or(Stretch::Only)
        })
        .collect()
}

/// Gives the rows of a strip of `height` cells that stand for a part of a text, at least one; none where it is the whole of it.
pub(super) fn window(shown: Option<Span>, whole: Span, height: usize) -> Range<usize> {
    let Some(shown) = shown.filter(|shown| !shown.covers(whole) && !whole.is_empty()) else { return 0..0 };
    let row = |place: usize| (place as u64 * height as u64 / whole.end() as u64) as usize;
    let first = row(shown.start()).min(height.saturating_sub(1));
    first..row(shown.end().saturating_sub(1)).saturating_add(1).clamp(first, height)
}

fn stretch(seen: &Seen<'_>, place: usize) -> Stretch {
    let (pane, side, lit) = (seen.pane, seen.side(), seen.app.desk.view.lit);
    if pane.page.mask().at(place).is_some() {
        return Stretch::Hidden;
    }
    let Some(collation) = seen.abreast.collation else { return Stretch::Only };
    if lit == Lit::OnlyHere {
        let next = collation.only_here[side].partition_point(|alone| alone.span.end() <= place);
        let alone = collation.only_here[side].get(next).is_some_and(|alone| alone.span.contains(place));
        return if alone { Stretch::Alone } else { Stretch::Only };
    }
    let near = collation.matches_in(side, pane.open_article().locus_at(place));
    let start = |at: &usize| collation.matches.get(*at).map_or(0, |found| found.passages[side].span.start());
    let before = near.partition_point(|at| start(at) <= place);
    let found = near.iter().take(before).rev().take(OVERLAPS).filter_map(|&at| collation.matches.get(at));
    found
        .filter(|found| lit.lights(found) && found.passages[side].span.contains(place))
        .map(|found| if found.echo { Stretch::Echo(found.class) } else { Stretch::Shared(Reverse(found.class)) })
        .max()
        .unwrap_or(Stretch::Only)
}

impl Widget for StripView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        for (row, stretch) in self.stretches.iter().enumerate().take(usize::from(area.height)) {
            let (mark, role) = match stretch {
                Stretch::Only => (" ", Role::Text),
                Stretch::Alone => (line(Class::Verbatim), Role::Alone),
                Stretch::Hidden => (FOLDED, Role::Hidden),
                Stretch::Echo(class) => (line(*class), Role::EchoMark),
                Stretch::Shared(class) => (line(class.0), Role::mark(class.0)),
            };
            let mut style = self.theme.style(role);
            if self.window.contains(&row) {
                style = style.patch(self.theme.style(Role::Window));
            }
            if let Some(cell) = buf.cell_mut((area.x, area.y + row as u16)).filter(|_| area.width > 0) {
                cell.set_symbol(mark).set_style(style);
            }
        }
    }
}

/// Gives the line of a class: the more alike, the more whole.
fn line(class: Class) -> &'static str {
    match class {
        Class::Verbatim => "┃",
        Class::Edited => "╏",
        Class::Reworded => "┊",
    }
}
