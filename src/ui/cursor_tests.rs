use super::desk::{desk, drawn};
use super::reading_place::reading_place;

#[test]
fn the_terminal_s_cursor_stands_where_one_reads() {
    let reading = [&[][..], &["j", "j"], &["n"], &["Tab", "G"], &["v", "j"], &["D"], &["D", "n"], &["D", "v", "n"]];
    for keys in reading.into_iter().chain([&["m"][..], &["m", "j"], &["m", "l"], &["S"], &["S", "j"]]) {
        let app = desk((100, 30), keys);
        let place = reading_place(&app).unwrap_or_else(|| panic!("{keys:?}"));
        let cells = drawn(&app);
        let mark = (0..=place.x).rev().any(|x| cells.cell((x, place.y)).is_some_and(|cell| cell.symbol() == "▸"));
        assert!(mark, "{keys:?}: the cursor's row at {place}");
    }
}

#[test]
fn in_the_matrix_it_is_on_the_chosen_cell_and_in_the_help_on_its_first_row() {
    for keys in [&["m"][..], &["m", "l"], &["m", "j", "h"]] {
        let app = desk((100, 30), keys);
        let place = reading_place(&app).unwrap_or_else(|| panic!("{keys:?}"));
        assert_eq!(drawn(&app).cell(place).map(|cell| cell.symbol()), Some("▸"), "{keys:?}");
    }
    let app = desk((100, 30), &["?"]);
    let place = reading_place(&app).expect("the help has rows");
    assert_eq!(drawn(&app).cell(place).map(|cell| cell.symbol()), Some("M"), "Marks come first");
}

#[test]
fn over_the_panes_it_is_hidden() {
    for keys in ["L", "/"] {
        assert_eq!(reading_place(&desk((100, 30), &[keys])), None, "{keys}");
    }
}
