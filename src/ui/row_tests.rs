//! Three and four panes on the screen, and what the mouse finds there.

use super::desk::{characters, drawn, layers};
use super::target;
use crate::app::reader::Reader;
use crate::app::{Event, Gesture, PaneIx, Size, Target};
use crate::app::{pair_view, shown_panes};
use crate::article::Article;
use crate::boilerplate::RuleSet;
use crate::page::Row;
use crate::text::Side;

const THIRD: &str = "\
A notice to all boats.

Visitors may climb the tower on Sundays, but never the seals, if the wind from the north allows the little ferry to cross.

The old lighthouse at Cape Merrow will be lit again in the autumn after nine dark years, the council wrote.";

const FOURTH: &str = "\
The island council honoured the keepers with a supper of smoked eel.

Keepers carried the great lens up the winding stair in forty pieces, each wrapped in wool and numbered in chalk.";

fn reader(size: (u16, u16), keys: &str) -> Reader {
    let texts = [
        ("harbour.txt", super::desk::LEFT),
        ("island.txt", super::desk::RIGHT),
        ("boats.txt", THIRD),
        ("eel.txt", FOURTH),
    ];
    let articles = texts.map(|(name, text)| Article::of_text(name, text)).to_vec();
    let mut reader = Reader::of_articles((articles, RuleSet::default()), size);
    reader.press(keys);
    reader
}

#[test]
fn three_panes() {
    insta::assert_snapshot!(layers(&drawn(&reader((200, 50), "| n n").app)));
}

#[test]
fn four_panes_and_the_pair_among_them() {
    insta::assert_snapshot!(layers(&drawn(&reader((200, 50), "| | Tab Tab n").app)));
}

#[test]
fn three_narrow_panes() {
    insta::assert_snapshot!(layers(&drawn(&reader((120, 24), "| / k e e p e r s Enter").app)));
}

#[test]
fn no_room_for_a_third_pane() {
    let app = reader((110, 24), "|").app;
    let screen = characters(&drawn(&app));
    assert!(screen.contains("No room for a third pane: it needs 120 columns, there are 110"), "{screen}");
    let mut wide = reader((200, 50), "|");
    wide.send(Event::Resized(Size { width: 110, height: 24 }));
    wide.press("Esc j");
    let screen = characters(&drawn(&wide.app));
    assert!(screen.contains("2 of 4 shown, 1 off screen"), "{screen}");
}

#[test]
fn the_parts_of_a_row_do_not_overlap_and_leave_no_cell_out() {
    for width in 40..=420 {
        for keys in ["", "|", "| |", "| | Tab Tab", "| | Tab Tab Tab"] {
            let app = reader((width, 24), keys).app;
            let panes = shown_panes(&app.desk);
            let geometry = app.desk.geometry();
            let areas = |ix: &PaneIx| match app.desk.row.out(*ix).checked_sub(1) {
                None => (geometry.panes[app.desk.row.side(*ix)], geometry.margin),
                Some(at) => geometry.beside[app.desk.row.side(*ix)][at]
                    .map(|area| (area.pane, area.margin))
                    .expect("it is shown"),
            };
            let mut parts: Vec<(u16, u16)> = Vec::new();
            for ix in &panes {
                let (pane, margin) = areas(ix);
                assert_eq!(pane.text.width, geometry.panes.left.text.width, "{width} {keys}");
                assert!(pane.strip.width + pane.gutter.width + pane.text.width <= pane.whole.width);
                parts.extend([(pane.whole.x, pane.whole.width), (margin.x, margin.width)]);
            }
            parts.sort_unstable();
            parts.dedup();
            let ends = parts.iter().fold(0, |x, (at, wide)| {
                assert_eq!(x, *at, "{width} {keys}: {parts:?}");
                at + wide
            });
            assert_eq!((ends, parts.len()), (width, panes.len() * 2 - 1), "{keys}");
        }
    }
}

#[test]
fn every_cell_points_at_something_that_is_there() {
    let mut reader = reader((200, 30), "| |");
    for keys in ["", "n", "Tab Tab Tab", "G"] {
        reader.press(keys);
        for (x, y) in (0..210).flat_map(|x| (0..35).map(move |y| (x, y))) {
            match target(&reader.app, x, y) {
                Target::Text(ix, place) => {
                    let pane = reader.app.desk.row.get(ix).expect("a pane");
                    let spot = pane.page.spot_of(place);
                    assert!(pane.page.row(spot) != Row::Gap && pane.row_of(spot, 100) >= 0, "{x}, {y}");
                }
                Target::Strip(ix, place) => {
                    assert!(place <= reader.app.desk.row.get(ix).expect("a pane").open_article().text.len());
                }
                Target::Link(ix, paragraph_ids) => {
                    let found = pair_view(&reader.app.desk, ix)
                        .links_of(Side::Left, paragraph_ids.left)
                        .any(|paragraph_link| paragraph_link.paragraph_ids == paragraph_ids);
                    assert!(found, "{x}, {y}: {paragraph_ids:?}");
                }
                Target::Sheet(..) | Target::Elsewhere(_) => {}
            }
        }
    }
}

#[test]
fn a_click_into_the_third_pane_takes_the_pair_there() {
    let mut reader = reader((200, 30), "|");
    let screen = characters(&drawn(&reader.app));
    let found = screen
        .lines()
        .enumerate()
        .find_map(|(y, row)| row.find("A notice to all").map(|x| (row[..x].chars().count(), y)));
    let (x, y) = found.expect("the third article");
    let pointed = target(&reader.app, x as u16, y as u16);
    assert_eq!(pointed, Target::Text(reader.app.desk.row.outside(Side::Right, 1).expect("a pane"), 0));
    reader.send(Event::Pointed(pointed, Gesture::Click));
    assert_eq!(reader.app.desk.focused().open_article().name, "boats.txt");
    assert_eq!(reader.app.desk.row.articles(), [0, 1, 2]);
}
