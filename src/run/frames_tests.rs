use std::num::NonZeroU16;

use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

use super::frames::Frames;

const AREA: Rect = Rect { x: 0, y: 0, width: 8, height: 5 };

/// Frames of letters and wide characters, of which each differs in some cells from the one before.
fn frames() -> impl Strategy<Value = Vec<Buffer>> {
    let symbols = prop::sample::select(vec![" ", "a", "b", "é", "字", "⚠\u{fe0f}"]);
    let colours = prop::sample::select(vec![Color::Reset, Color::Red, Color::Rgb(1, 2, 3)]);
    let lines = prop::sample::select(vec![Modifier::empty(), Modifier::UNDERLINED, Modifier::BOLD]);
    let change = (0..AREA.height, 0..AREA.width - 1, symbols, colours, lines, any::<bool>());
    let changes = prop::collection::vec(prop::collection::vec(change, 0..12), 1..6);
    changes.prop_map(|changes| {
        let mut frame = Buffer::empty(AREA);
        changes
            .into_iter()
            .map(|changed| {
                for (y, x, symbol, colour, line, is_forced) in changed {
                    let is_wide = ["字", "⚠\u{fe0f}"].contains(&symbol);
                    let cell = &mut frame[(x, y)];
                    cell.set_symbol(symbol).set_fg(colour).set_bg(colour);
                    cell.modifier = line;
                    let forced = NonZeroU16::new(2).filter(|_| is_wide && is_forced);
                    cell.set_diff_option(forced.map_or(CellDiffOption::None, CellDiffOption::ForcedWidth));
                    if is_wide {
                        frame[(x + 1, y)].reset();
                    }
                }
                frame.clone()
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn the_cells_that_differ_are_those_of_the_library(frames in frames()) {
        let (mut turned, mut shown) = (Frames::of(AREA), Buffer::empty(AREA));
        for frame in frames {
            turned.next().0.clone_from(&frame);
            let owned = |(x, y, cell): (u16, u16, &Cell)| (x, y, cell.clone());
            let cells = turned.turn(|cells| cells.map(owned).collect::<Vec<_>>());
            let expected: Vec<_> = shown.diff_iter(&frame).map(owned).collect();
            prop_assert_eq!(cells, expected);
            shown = frame;
        }
    }
}

#[test]
fn a_screen_without_cells_has_none_that_differ() {
    let mut frames = Frames::of(Rect::ZERO);
    assert_eq!(frames.turn(|cells| cells.count()), 0);
}
