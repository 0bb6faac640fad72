//! What is beside what while scrolling.

use proptest::prelude::{ProptestConfig, prop, prop_assert, prop_assert_eq, proptest};

use super::reader::Reader;
use super::{Event, Size};
use crate::article::ParagraphId;
use crate::text::{Pair, Side};

/// A story of paragraphs, some of them on both sides; the right one has much that the left one leaves out. The seed decides their lengths,
/// and which are moved.
fn stories(seed: usize) -> Vec<(&'static str, String)> {
    let length = |at: usize| 8 + (at * 7 + seed * (at + 3) * 13) % (40 + seed % 90);
    let paragraph = |number: usize, words: usize| {
        let word = |at: usize| {
            format!("{}{}", ["lamp", "harbour", "eel", "stair", "gull", "winter"][at % 6], number * 100 + at)
        };
        let text: Vec<String> = (0..words).map(word).collect();
        format!("Number {number} tells of {}.", text.join(" "))
    };
    let left: Vec<String> = (0..30).map(|at| paragraph(at, length(at))).collect();
    let mut right = Vec::new();
    for at in 0..30 {
        match at % 5 {
            0 => right.extend((0..at % 4).map(|more| paragraph(1000 + at * 10 + more, 30))),
            1 => {}
            _ => right.push(paragraph(at, length(at))),
        }
    }
    right.swap(3 + seed % 5, 9 + seed % 11);
    vec![("left", left.join("\n\n")), ("right", right.join("\n\n"))]
}

fn open(size: (u16, u16)) -> Reader {
    told(0, size)
}

fn told(seed: usize, (width, height): (u16, u16)) -> Reader {
    let stories = stories(seed);
    let texts: Vec<(&str, &str)> = stories.iter().map(|(name, text)| (*name, text.as_str())).collect();
    Reader::open(&texts, (width, height))
}

/// The screen row on which a paragraph begins, and how many rows it has.
fn rows(reader: &Reader, side: Side, paragraph_id: ParagraphId) -> (isize, isize) {
    let pane = &reader.app.desk.row[side];
    let (first, tall) = pane.page.rows_of(paragraph_id).expect("a paragraph");
    (pane.page.between(pane.top, first, 10_000), tall as isize)
}

/// The link in order that the cursor is in.
fn anchor(reader: &Reader) -> Option<Pair<ParagraphId>> {
    let here = reader.app.desk.focused().paragraph_id();
    reader.app.desk.row.pairing().anchors.iter().find(|anchor| anchor[reader.app.desk.row.focus] == here).copied()
}

#[test]
fn what_corresponds_stands_side_by_side() {
    let mut reader = open((120, 30));
    reader.press("j j j j j j j j j j j j j");
    for _ in 0..60 {
        reader.press("j");
        let Some(paragraph_ids) = anchor(&reader) else { continue };
        let (left, tall) = rows(&reader, Side::Left, paragraph_ids.left);
        let (right, _) = rows(&reader, Side::Right, paragraph_ids.right);
        let begins = reader.app.desk.row[Side::Right].top == reader.app.desk.row[Side::Right].page.first();
        assert!(left == right || left + tall < 3 || begins, "¶{}: {left} and {right}", paragraph_ids.left.0 + 1);
    }
}

#[test]
fn a_pane_that_is_let_go_stays_where_it_is() {
    let mut reader = open((120, 30));
    reader.press("s");
    let top = reader.app.desk.row[Side::Right].top;
    reader.press("G k k Ctrl-u");
    assert_eq!(reader.app.desk.row[Side::Right].top, top);
    reader.press("s");
    assert_ne!(reader.app.desk.row[Side::Right].top, top, "locked again, it comes alongside");
    assert_eq!(reader.said(), "Panes locked: they scroll together");
}

#[test]
fn a_moved_passage_stays_alongside_while_one_reads_it() {
    let mut reader = open((120, 30));
    while !reader.app.desk.paragraph_link().is_some_and(|paragraph_link| paragraph_link.moved) {
        reader.press("n");
    }
    let paragraph_ids = reader.app.desk.paragraph_link().expect("a link").paragraph_ids;
    reader.press("j");
    assert_eq!(reader.app.desk.focused().paragraph_id(), paragraph_ids.left);
    assert_eq!(rows(&reader, Side::Left, paragraph_ids.left).0, rows(&reader, Side::Right, paragraph_ids.right).0);
}

#[test]
fn pages_of_a_long_matching_paragraph_move_both_panes_alike() {
    let long: String = (0..600).map(|at| format!("lamp{at} eel ")).collect();
    let right = format!("The ferry was late.\n\nNobody minded the rain.\n\n{long}");
    let mut reader = Reader::open(&[("left", &long), ("right", &right)], (120, 30));
    reader.press("n");
    let tops = |reader: &Reader| {
        let ids = reader.app.desk.paragraph_link().expect("a link").paragraph_ids;
        Side::BOTH.map(|side| rows(reader, side, ids[side]).0)
    };
    let [left, right] = tops(&reader);
    reader.press("Ctrl-d Ctrl-d");
    let [lower_left, lower_right] = tops(&reader);
    assert!(lower_left <= left - 20, "{lower_left}");
    assert_eq!(lower_left - left, lower_right - right);
}

#[test]
fn a_jump_is_taken_back_and_repeated() {
    let mut reader = open((120, 30));
    reader.press("n n");
    let second = (reader.at(Side::Left), reader.at(Side::Right));
    reader.press("G");
    let end = (reader.at(Side::Left), reader.at(Side::Right));
    reader.press("Ctrl-o");
    assert_eq!((reader.at(Side::Left), reader.at(Side::Right)), second);
    reader.press("+");
    assert_eq!((reader.at(Side::Left), reader.at(Side::Right)), end);
    reader.press("+");
    assert_eq!(reader.said(), "No other jump to go to");
}

#[test]
fn a_jump_to_another_article_is_taken_back() {
    let mut reader = Reader::bundled((120, 30));
    reader.press("n n");
    let stood = (reader.at(Side::Left), reader.at(Side::Right));
    reader.press("4").wait().press("n");
    assert_eq!(reader.app.desk.row[Side::Left].article, 3);
    reader.press("2 Ctrl-o");
    assert_eq!(reader.app.desk.row[Side::Left].article, 0);
    assert_eq!((reader.at(Side::Left), reader.at(Side::Right)), stood);
}

const MOVES: &[&str] =
    &["j", "k", "Ctrl-e", "Ctrl-y", "Ctrl-d", "Ctrl-u", "Space", "PgUp", "gg", "G", "Tab", "7gg", "20gg", "n", "gm"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_counterpart_that_could_be_shown_is_shown(
        moves in prop::collection::vec(prop::sample::select(MOVES.to_vec()), 1..40),
        (width, height) in (40u16..220, 10u16..70),
        (wider, seed) in (40u16..220, 0usize..1000),
    ) {
        let mut reader = told(seed, (width, height));
        for (at, keys) in moves.iter().enumerate() {
            let lead = |reader: &Reader| (reader.app.desk.row.focus, reader.app.desk.focused().top, reader.app.desk.focused().cursor);
            let before = lead(&reader);
            reader.press(keys);
            let led = lead(&reader) != before;
            if at == 20 {
                reader.send(Event::Resized(Size { width: wider, height }));
            }
            let on_link = reader.app.desk.paragraph_link().filter(|paragraph_link| paragraph_link.paragraph_ids[reader.app.desk.row.focus] == reader.app.desk.focused().paragraph_id());
            let Some(paragraph_ids) = on_link.map(|paragraph_link| paragraph_link.paragraph_ids).or_else(|| anchor(&reader)) else { continue };
            if *keys == "Tab" || at == 20 || !led {
                continue;
            }
            let shown = reader.app.desk.geometry().rows() as isize;
            let focus = reader.app.desk.row.focus;
            let visible = |side: Side| {
                let (row, tall) = rows(&reader, side, paragraph_ids[side]);
                (row + tall).min(shown) - row.max(0)
            };
            prop_assert!(visible(focus.other()) >= 1, "after {keys}: {} of {:?}", visible(focus.other()), paragraph_ids);
        }
    }

    #[test]
    fn a_step_brings_the_links_paragraphs_face_to_face(
        moves in prop::collection::vec((prop::sample::select(MOVES.to_vec()), 40u16..220, 10u16..70), 0..12),
        (width, height, seed) in (40u16..220, 10u16..70, 0usize..1000),
        step in prop::sample::select(vec!["n", "N", "]c", "[c"]),
    ) {
        let mut reader = told(seed, (width, height));
        for (keys, width, height) in moves {
            reader.press(keys);
            if width % 4 == 0 {
                reader.send(Event::Resized(Size { width, height }));
            }
        }
        reader.press(step);
        let paragraph_ids = reader.app.desk.paragraph_link().expect("a link").paragraph_ids;
        let shown = reader.app.desk.geometry().rows() as isize;
        let (left, right) = (rows(&reader, Side::Left, paragraph_ids.left), rows(&reader, Side::Right, paragraph_ids.right));
        prop_assert_eq!(left.0, right.0);
        for (row, tall) in [left, right] {
            prop_assert!(row >= 0 && row + tall.min(shown) <= shown, "row {row}, {tall} tall, of {shown}");
        }
    }

    #[test]
    fn a_row_here_is_a_row_there_inside_a_paragraph(
        (width, height) in (40u16..220, 10u16..70),
        down in 0usize..120,
        (key, seed) in (prop::sample::select(vec!["Ctrl-e", "Ctrl-y", "j", "k"]), 0usize..1000),
    ) {
        let mut reader = told(seed, (width, height));
        reader.press(&format!("{}j", down + 1));
        let before = (anchor(&reader), reader.app.desk.row[Side::Left].top, reader.app.desk.row[Side::Right].top);
        reader.press(key);
        if before.0.is_none() || before.0 != anchor(&reader) {
            return Ok(());
        }
        let moved = |side: Side, top| reader.app.desk.row[side].page.between(top, reader.app.desk.row[side].top, 1000);
        let (left, right) = (moved(Side::Left, before.1), moved(Side::Right, before.2));
        prop_assert!(left == right || right == 0, "left by {left}, right by {right}");
    }

    #[test]
    fn going_back_undoes_going_on(down in 0usize..150, on in 1usize..40, (width, height) in (40u16..220, 12u16..70)) {
        let mut reader = open((width, height));
        reader.press(&format!("{}j", down + 1));
        let (there, at) = (reader.app.desk.row[Side::Right].top, reader.app.desk.row[Side::Left].at());
        let top = reader.app.desk.row[Side::Left].top;
        reader.press(&format!("{on}j {on}k"));
        if (reader.app.desk.row[Side::Left].at(), reader.app.desk.row[Side::Left].top) == (at, top) {
            prop_assert_eq!(reader.app.desk.row[Side::Right].top, there);
        }
    }
}
