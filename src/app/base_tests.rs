//! The base: one pane with which all others are compared.

use super::reader::Reader;
use super::row_tests::{WIDE, row};
use super::{PaneIx, pair_view};

/// The article that each pane is compared with, counted from 1.
fn compared(reader: &Reader) -> Vec<usize> {
    let row = &reader.app.desk.row;
    let with = |ix: PaneIx| {
        let pair = pair_view(&reader.app.desk, ix);
        assert!(pair.collation.is_some(), "{ix:?} is compared");
        let article = row.get(ix).expect("a pane").article;
        let [left, right] = [pair.panes.left.article, pair.panes.right.article];
        assert!(article == left || article == right, "{article} in {left} {right}");
        left + right - article + 1
    };
    row.places().map(with).collect()
}

#[test]
fn all_panes_are_compared_with_the_base_and_again_with_the_next() {
    let mut reader = Reader::bundled(WIDE);
    reader.press("| |");
    assert_eq!((row(&reader), compared(&reader)), ("[1* 2] 3 4".to_owned(), vec![2, 1, 2, 3]));
    reader.press("=");
    assert_eq!((row(&reader), compared(&reader)), ("[1* 2] 3 4".to_owned(), vec![2, 1, 1, 1]));
    reader.press("l l l");
    assert_eq!((row(&reader), compared(&reader)), ("[1 2 3 4*]".to_owned(), vec![4, 1, 1, 1]));
    reader.press("h");
    assert_eq!((row(&reader), compared(&reader)), ("[1 2 3*] 4".to_owned(), vec![3, 1, 1, 1]));
    reader.press("=");
    assert_eq!((row(&reader), compared(&reader)), ("[1 2 3*] 4".to_owned(), vec![3, 3, 1, 3]));
    reader.press("=");
    assert_eq!((row(&reader), compared(&reader)), ("1 [2 3*] 4".to_owned(), vec![2, 3, 2, 3]));
    assert_eq!(reader.app.desk.row.base(), None);
}

#[test]
fn a_base_in_the_middle_has_panes_on_both_sides() {
    let mut reader = Reader::bundled(WIDE);
    reader.press("| | l =");
    assert_eq!((row(&reader), compared(&reader)), ("[1 2*] 3 4".to_owned(), vec![2, 1, 2, 2]));
    reader.press("l l");
    assert_eq!((row(&reader), compared(&reader)), ("1 [2 3 4*]".to_owned(), vec![2, 4, 2, 2]));
    let geometry = reader.app.desk.geometry();
    let text = |ix: usize| {
        let (ix, row) = (PaneIx(ix), &reader.app.desk.row);
        match row.out(ix).checked_sub(1) {
            None => geometry.panes[row.side(ix)].text,
            Some(nth) => geometry.beside[row.side(ix)][nth].expect("it is shown").pane.text,
        }
    };
    let columns: Vec<u16> = (0..4).map(|ix| text(ix).x).collect();
    assert!(columns.is_sorted() && columns[0] < columns[3], "each stands in its place: {columns:?}");
}

#[test]
fn the_base_goes_with_its_pane_or_when_only_two_are_left() {
    let mut reader = Reader::bundled(WIDE);
    reader.press("=");
    assert_eq!(reader.app.desk.row.base(), None, "{}", reader.said());
    reader.press("| | l =");
    reader.press("h \\");
    assert_eq!((row(&reader), compared(&reader)), ("[2* 3] 4".to_owned(), vec![3, 2, 2]));
    assert_eq!(reader.app.desk.row.base(), Some(PaneIx(0)));
    reader.press("l \\");
    assert_eq!(reader.app.desk.row.base(), None, "two are compared with each other anyway");
    let mut reader = Reader::bundled(WIDE);
    reader.press("| | = \\");
    assert_eq!((reader.app.desk.row.base(), compared(&reader)), (None, vec![3, 2, 3]), "the base is closed");
}

#[test]
fn what_is_hidden_stepped_and_unmatched_goes_by_the_base() {
    let mut reader = Reader::bundled(WIDE);
    reader.press("| | = l l l n");
    assert_eq!(row(&reader), "[1 2 3 4*]");
    assert!(reader.app.desk.paragraph_link().is_some(), "it steps through what the fourth and the base share");
    reader.press("x u o n");
    let (number, all, _) = super::alone(&reader.app.desk).expect("on text that the base has no match for");
    assert!((1..=all).contains(&number));
    assert_eq!(compared(&reader), [4, 1, 1, 1]);
    reader.press("Ctrl-o Ctrl-o Ctrl-o Ctrl-o");
    assert_eq!(reader.app.desk.row.articles().len() - compared(&reader).len(), 0);
}

#[test]
fn the_matrix_keeps_the_article_of_the_base() {
    let mut reader = Reader::bundled(WIDE);
    let cell = |reader: &mut Reader, left: usize, right: usize| {
        reader.press("m s");
        let Some(super::Mode::Matrix(grid)) = reader.app.modes.top() else { panic!("no matrix") };
        let (row, column) = (grid.row, grid.column);
        let walk = |from: usize, to: usize, keys: [&str; 2]| match to >= from {
            true => format!("{} ", keys[0]).repeat(to - from),
            false => format!("{} ", keys[1]).repeat(from - to),
        };
        let keys = format!("{}{}Enter", walk(row, left - 1, ["j", "k"]), walk(column, right - 1, ["l", "h"]));
        reader.press(&keys);
    };
    reader.press("| =");
    assert_eq!(row(&reader), "[1* 2] 3");
    cell(&mut reader, 1, 5);
    assert_eq!(reader.app.desk.row.articles(), [0, 4, 2], "{}", reader.said());
    cell(&mut reader, 4, 1);
    assert_eq!(reader.app.desk.row.articles(), [0, 3, 2], "the base may be the column, too");
    cell(&mut reader, 2, 5);
    assert_eq!(reader.app.desk.row.articles(), [0, 4, 1], "both come beside the base");
    assert_eq!(reader.app.desk.row.base(), Some(PaneIx(0)));
    assert!(reader.said().starts_with("Both are compared with 1, the base"), "{}", reader.said());
    assert_eq!(compared(&reader), vec![compared(&reader)[0], 1, 1]);
    reader.press("=");
    cell(&mut reader, 4, 3);
    assert_eq!(reader.app.desk.row.base(), None);
    let pair = reader.app.desk.row.pair();
    assert_eq!((pair.left, pair.right), (3, 2), "without a base the pair is the cell");
}
