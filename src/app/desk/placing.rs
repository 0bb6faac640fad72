//! Decides which part of the screen each pane of the row gets.

use super::row::Row;
use crate::app::layout::{Geometry, Size, around_base, fitting, shown_beside};
use crate::text::{Pair, Side};

/// The screen's parts, with text columns of at most `measure` cells.
pub(in crate::app) fn placed(row: &Row, size: Size, measure: u16) -> Geometry {
    let count = |side: Side| (1..row.panes().len()).take_while(|out| row.outside(side, *out).is_some()).count();
    let beside = Pair::from_fn(count);
    let Some(base) = row.base() else { return Geometry::among(size, measure, beside) };
    let shown = shown_beside(beside, fitting(size.width, measure));
    let each = row.places().map(|pane| (row.side(pane), row.out(pane)));
    let slots: Vec<(Side, usize)> = each.filter(|(side, out)| *out <= shown[*side]).collect();
    around_base(size, measure, &slots, row.side(base))
}
