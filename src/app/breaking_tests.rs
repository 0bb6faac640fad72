//! Breaks in a diff: counted in the whole text or in a block, shown, stepped to and taken.

use super::Phase;
use super::reader::Reader;
use crate::collate::Breaks;
use crate::text::Side;

const OLD: &str = "The tide goes out\nand leaves the boats.\nA gull walks along the mud.\n\n\
                   Nobody counts the crabs that stand in the pools and wait for the evening.\n\n\
                   Two bells, one bell,\nand the lamp is lit.\n";
const NEW: &str = "The tide goes out and\nleaves the boats.\nA gull walks along the mud.\n\n\
                   Nobody counts the crabs that stand in the pools and wait for the morning.\n\n\
                   Two bells,\none bell, and the lamp is lit.\n";

fn reader(size: (u16, u16)) -> Reader {
    let mut reader = Reader::open(&[("old.txt", OLD), ("new.txt", NEW)], size);
    reader.press("D gg");
    reader
}

fn number(reader: &Reader) -> Option<(usize, usize)> {
    reader.app.desk.diff.view.as_ref().expect("a diff").number()
}

#[test]
fn breaks_are_counted_on_demand_and_stepped_to() {
    for size in [(140, 40), (70, 20)] {
        let mut reader = reader(size);
        reader.press("n");
        assert_eq!(number(&reader), Some((1, 1)), "{size:?}");
        reader.press("g L");
        assert_eq!(reader.said(), "Line breaks count in the whole text: 4 breaks differ, n steps to them");
        reader.press("g g");
        assert_eq!(number(&reader), Some((1, 3)), "{size:?}");
        reader.press("n n");
        assert_eq!(number(&reader), Some((3, 3)), "{size:?}");
        reader.press(": l i n e s Enter");
        assert_eq!(reader.said(), "Breaks no longer count in the whole text");
        reader.press("g g n");
        assert_eq!(number(&reader), Some((1, 1)), "{size:?}");
        reader.press("g P");
        assert_eq!(reader.said(), "Blank lines count in the whole text: none differs");
    }
}

#[test]
fn breaks_are_counted_in_one_stanza_alone() {
    let mut reader = reader((140, 40));
    reader.press("z G g l");
    assert_eq!(reader.said(), "Line breaks count in this block: 2 breaks differ, n steps to them");
    reader.press("g g n");
    assert_eq!(number(&reader), Some((1, 2)), "the word, then the stanza");
    reader.press("G g L g l");
    assert_eq!(reader.said(), "They count in the whole text already; :lines stops that");
    reader.press("g L g l");
    assert_eq!(reader.said(), "Breaks no longer count in this block");
    assert_eq!(number(&reader), None);
}

#[test]
fn a_stanza_takes_over_how_it_is_broken() {
    let mut reader = reader((140, 40));
    reader.press("g L g g <");
    assert_eq!(
        reader.app.desk.row[Side::Right].open_article().text,
        NEW.replacen("out and\nleaves", "out\nand leaves", 1)
    );
}

#[test]
fn breaks_that_alone_differ_go_on_to_count() {
    let texts = [("old", "Roses are red,\nviolets are blue.\n"), ("new", "Roses are red, violets\nare blue.\n")];
    let mut reader = Reader::open(&texts, (100, 30));
    reader.app.desk.diff.manner.exactness = reader.app.desk.diff.manner.exactness.with_breaks(Breaks::Lines);
    reader.press("D g L");
    assert_eq!((reader.app.phase(), reader.said()), (Phase::Diffing, "Only breaks differ, so they still count"));
    assert_eq!(reader.app.desk.diff.manner.exactness.breaks(), Breaks::Lines);
}
