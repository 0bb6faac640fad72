//! Divides the screen among panes that are all compared with one of them, the base.

use super::geometry::{Area, BesideArea, Geometry, Size, row};
use crate::text::{Pair, Side};

/// Divides a screen among panes in this order, each given by its side of the pair and how far out it is. Between two that are not compared
/// there is no margin.
pub(in crate::app) fn around_base(size: Size, measure: u16, slots: &[(Side, usize)], base: Side) -> Geometry {
    let count = |side: Side| slots.iter().filter(|(of, out)| *of == side && *out > 0).count();
    let mut parted = Geometry::placed(size, measure, Pair::from_fn(count));
    let row = row(parted.body(), slots.len().max(2), measure);
    let home = slots.iter().position(|slot| *slot == (base, 0));
    for (at, (side, out)) in slots.iter().enumerate() {
        let Some(column) = row.get(at) else { continue };
        let nothing = Area { width: 0, ..parted.margin };
        let margin = match home {
            Some(home) if at + 1 == home => column.margin,
            Some(home) if at == home + 1 => row.get(home).map_or(nothing, |home| home.margin),
            _ => nothing,
        };
        match out.checked_sub(1) {
            None => {
                parted.panes[*side] = column.pane;
                if *side != base {
                    parted.margin = margin;
                }
            }
            Some(nth) => {
                if let Some(beside) = parted.beside[*side].get_mut(nth) {
                    *beside = Some(BesideArea { pane: column.pane, margin });
                }
            }
        }
    }
    parted
}
