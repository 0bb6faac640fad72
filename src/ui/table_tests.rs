//! The nearest colours of the table.

use ratatui::style::Color;

use super::table::nearest;

#[test]
fn finds_the_nearest_of_the_table() {
    let table = [
        (Color::Rgb(0, 0, 0), Color::Indexed(16)),
        (Color::Rgb(255, 255, 255), Color::Indexed(231)),
        (Color::Rgb(255, 0, 0), Color::Indexed(196)),
        (Color::Rgb(127, 127, 127), Color::Indexed(244)),
        (Color::Rgb(9, 9, 9), Color::Indexed(232)),
        (Color::Rgb(237, 238, 239), Color::Indexed(255)),
        (Color::Cyan, Color::Cyan),
        (Color::Reset, Color::Reset),
    ];
    for (wanted, expected) in table {
        assert_eq!(nearest(wanted), expected, "{wanted:?}");
    }
}
