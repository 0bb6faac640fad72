use super::desk::{desk, drawn};
use super::screen::reading_place;

#[test]
fn the_terminal_s_cursor_stands_where_one_reads() {
    for keys in [&[][..], &["j", "j"], &["n"], &["Tab", "G"], &["v", "j"], &["D"], &["D", "n"], &["D", "v", "n"]] {
        let app = desk((100, 30), keys);
        let place = reading_place(&app).unwrap_or_else(|| panic!("{keys:?}"));
        let cells = drawn(&app);
        let mark = (0..place.x).rev().any(|x| cells.cell((x, place.y)).is_some_and(|cell| cell.symbol() == "▸"));
        assert!(mark, "{keys:?}: the cursor's row at {place}");
    }
}

#[test]
fn over_the_panes_it_is_hidden() {
    for keys in ["?", "m", "L", "/"] {
        assert_eq!(reading_place(&desk((100, 30), &[keys])), None, "{keys}");
    }
}
