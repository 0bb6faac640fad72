//! What the mouse points at, and what it does.

use super::desk::{LEFT, RIGHT, characters, drawn};
use super::target;
use crate::app::reader::Reader;
use crate::app::{Event, Gesture, Target};
use crate::article::ParagraphId;
use crate::page::Row;
use crate::text::{Pair, Side};

fn reader() -> Reader {
    Reader::open(&[("harbour.txt", LEFT), ("island.txt", RIGHT)], (100, 24))
}

/// Finds the cell where a text begins on the screen.
fn cell(reader: &Reader, text: &str) -> (u16, u16) {
    let screen = characters(&drawn(&reader.app));
    let rows = screen.lines().enumerate();
    let found = rows.filter_map(|(y, row)| row.find(text).map(|x| (row[..x].chars().count() as u16, y as u16)));
    found.last().unwrap_or_else(|| panic!("no {text} on\n{screen}"))
}

fn click(reader: &mut Reader, at: (u16, u16)) -> Target {
    let target = target(&reader.app, at.0, at.1);
    reader.send(Event::Pointed(target, Gesture::Click));
    target
}

#[test]
fn a_click_sets_the_cursor_in_its_pane() {
    let mut reader = reader();
    let at = cell(&reader, "Visitors may climb");
    click(&mut reader, at);
    assert_eq!(reader.app.desk.row.focus, Side::Left);
    assert!(reader.at(Side::Left).0.starts_with("Visitors may climb"));
    let at = cell(&reader, "The island council honored");
    click(&mut reader, at);
    assert_eq!(reader.app.desk.row.focus, Side::Right);
    assert!(reader.at(Side::Right).0.starts_with("The island council honored"));
}

#[test]
fn a_click_on_a_link_brings_its_paragraphs_face_to_face() {
    let mut reader = reader();
    let margin = reader.app.desk.geometry().margin;
    let (_, row) = cell(&reader, "The old lighthouse at Cape");
    let first = Target::Link(reader.app.desk.row.ix(Side::Left), Pair::new(ParagraphId(0), ParagraphId(1)));
    let x = (margin.x..margin.x + margin.width).find(|x| target(&reader.app, *x, row) == first);
    click(&mut reader, (x.expect("a link on that row"), row));
    let paragraph_link = reader.app.desk.paragraph_link().expect("a link");
    assert_eq!((paragraph_link.paragraph_ids.left.0, paragraph_link.paragraph_ids.right.0), (0, 1));
    assert_eq!(reader.at(Side::Left).1, reader.at(Side::Right).1);
    reader.press("Ctrl-o");
    assert!(reader.app.desk.paragraph_link().is_none(), "it was a jump");
}

#[test]
fn a_click_on_a_strip_goes_there() {
    let mut reader = reader();
    let strip = reader.app.desk.geometry().panes.left.strip;
    click(&mut reader, (strip.x, strip.y + strip.height - 1));
    assert_eq!(reader.app.desk.focused().paragraph_id().0, 5);
    click(&mut reader, (strip.x, strip.y));
    assert_eq!(reader.app.desk.focused().paragraph_id().0, 0);
}

#[test]
fn the_wheel_scrolls_the_pane_under_it() {
    let mut reader = Reader::open(&[("harbour.txt", LEFT), ("island.txt", RIGHT)], (60, 12));
    reader.press("s");
    let at = reader.app.desk.geometry().panes.right.text;
    let pointed = target(&reader.app, at.x + 3, at.y + 2);
    let (left, right) = (reader.app.desk.row[Side::Left].top, reader.app.desk.row[Side::Right].top);
    reader.send(Event::Pointed(pointed, Gesture::Wheel(3)));
    assert_eq!(reader.app.desk.row[Side::Left].top, left);
    assert_eq!(reader.app.desk.row[Side::Right].page.between(right, reader.app.desk.row[Side::Right].top, 10), 3);
    assert_eq!(reader.app.desk.row.focus, Side::Left);
}

#[test]
fn every_cell_points_at_something_that_is_there() {
    let mut reader = reader();
    for keys in ["", "n", "G", "H", "o", "f", "D", "v", "G"] {
        reader.press(keys);
        for (x, y) in (0..110).flat_map(|x| (0..30).map(move |y| (x, y))) {
            match target(&reader.app, x, y) {
                Target::Text(ix, place) => {
                    let pane = reader.app.desk.row.get(ix).expect("a pane");
                    let spot = pane.page.spot_of(place);
                    assert!(pane.page.row(spot) != Row::Gap && pane.row_of(spot, 100) >= 0, "{x}, {y}");
                }
                Target::Strip(ix, place) => {
                    let pane = reader.app.desk.row.get(ix).expect("a pane");
                    assert!(place <= pane.open_article().text.len());
                }
                Target::Sheet(_, spot) => {
                    let diff = reader.app.desk.diff.view.as_ref().expect("a diff");
                    assert!((0..30).contains(&diff.row_of(spot, 100)), "{x}, {y}");
                }
                Target::Link(..) | Target::Elsewhere(_) => {}
            }
        }
    }
}
