//! The diff, as a reader uses it: keys in, places and sentences out.

use super::reader::Reader;
use super::{
    App, DiffOpening, Effect, Event, Gesture, Layout, Phase, Size, Target, Version, VersionComparison, open_diff,
    update,
};
use crate::article::Article;
use crate::boilerplate::Rulebooks;
use crate::collate::{Cancel, Exactness, Fate};
use crate::page::{SheetRow, Spot};
use crate::text::{Pair, Side};
use std::sync::Arc;

pub(super) const OLD: &str = "\
The kites of Osterby fly on the sea wall.

Every autumn the children build them from old sails and glue.

A committee has studied the hens of the low farms since 1987.

The mayor usually wins the prize for the worst landing.

The ferry from Lund runs every hour until the lamps are lit.

In winter the sails are mended in the old net loft.

Visitors may borrow a kite at the harbour office for a coin.

The stove in the loft is fed with driftwood and old chairs.

Bring your own needle.";

pub(super) const NEW: &str = "\
The kites of Osterby fly on the sea wall.

A committee has studied the hens of the low farms since 1988.

Every autumn the children build them from worn sails and glue.

The ferry from Lund runs every hour until the lamps are lit.

In winter the sails are mended in the old net loft.

Visitors may borrow a kite at the harbour office for a coin.

The stove in the loft is fed with driftwood and old chairs.

Dogs are not allowed on the wall on kite days.

Bring your own needle.";

fn reader(size: (u16, u16)) -> Reader {
    Reader::open(&[("old.txt", OLD), ("new.txt", NEW)], size)
}

/// The text on the cursor's row, left and right, the number of the change and the screen row.
fn at(reader: &Reader) -> (String, String, Option<(usize, usize)>, isize) {
    let diff = reader.app.desk.diff.view.as_ref().expect("a diff");
    let text = |side: Side| match diff.sheet.row(diff.cursor) {
        SheetRow::Beside(spots) => spots[side].map_or(String::new(), |spot| {
            diff.sheet.pages()[side].glyphs(spot).map(|glyph| glyph.symbol.into_owned()).collect()
        }),
        SheetRow::Inline(band, row) => {
            let column = diff.sheet.column(band).expect("a band");
            column.glyphs(row, 200).map(|(glyph, ..)| glyph.symbol.into_owned()).collect()
        }
        SheetRow::Fold(bands) => format!("⋯ {}", bands.len()),
        SheetRow::Gap => "gap".to_owned(),
    };
    (text(Side::Left), text(Side::Right), diff.number(), diff.row_of(diff.cursor, 1000))
}

fn begins(reader: &Reader) -> (String, String, Option<(usize, usize)>) {
    let short = |text: String| text.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    let (left, right, number, _) = at(reader);
    (short(left), short(right), number)
}

#[test]
fn n_walks_the_changes_and_begins_again_at_an_end() {
    let mut reader = reader((140, 40));
    reader.press("D");
    let table = [
        // A move is one change with two ends.
        ("n", "Every autumn", "", 1),
        ("n", "A committee", "A committee", 2),
        ("]c", "The mayor", "", 3),
        ("n", "", "Every autumn", 1),
        ("n", "", "Dogs are", 4),
        ("n", "Every autumn", "", 1),
        ("N", "", "Dogs are", 4),
        ("[c", "", "Every autumn", 1),
        ("3N", "Every autumn", "", 1),
        ("2n", "The mayor", "", 3),
    ];
    let mut walked = Vec::new();
    for (keys, ..) in table {
        reader.press(keys);
        walked.push((keys, begins(&reader)));
    }
    let numbers: Vec<usize> = walked.iter().filter_map(|(_, (.., number))| Some(number.as_ref()?.0)).collect();
    assert_eq!(numbers, [1, 2, 3, 1, 4, 1, 4, 1, 1, 3], "{walked:#?}");
    assert!(walked.iter().all(|(_, (.., number))| number.is_some_and(|(_, all)| all == 4)));
}

#[test]
fn d_keeps_the_place_both_ways() {
    for size in [(140, 30), (80, 24)] {
        let mut reader = reader(size);
        for keys in ["gg", "4gg", "Tab 6gg", "G", "7gg j"] {
            reader.press(keys);
            let before = [Side::Left, Side::Right].map(|side| reader.at(side));
            reader.press("D");
            assert_eq!(reader.app.phase(), Phase::Diffing);
            reader.press("D");
            assert_eq!(reader.app.phase(), Phase::Reading);
            assert_eq!([Side::Left, Side::Right].map(|side| reader.at(side)), before, "{keys} at {size:?}");
        }
    }
}

#[test]
fn d_goes_back_to_what_the_cursor_stands_on() {
    let mut reader = reader((140, 30));
    reader.press("D G");
    assert_eq!(begins(&reader).0, "Bring your");
    reader.press("D");
    assert_eq!(reader.at(Side::Left).0, "Bring your own needle.");
    assert_eq!(reader.at(Side::Right).0, "Bring your own needle.");
    // Text that only one side has takes the focus there; moved text is beside its old place.
    reader.press("D gg N D");
    assert_eq!(
        (reader.app.desk.row.focus, reader.at(Side::Right).0.as_str()),
        (Side::Right, "Dogs are not allowed on the wall on kite days.")
    );
    reader.press("gg h gg D n");
    let (left, right, _) = begins(&reader);
    reader.press("D");
    let starts = [reader.at(Side::Left).0, reader.at(Side::Right).0];
    assert!(starts.iter().any(|row| row.starts_with(left.as_str()) && row.starts_with(right.as_str())), "{starts:?}");
}

#[test]
fn the_row_on_the_screen_is_kept() {
    let mut reader = reader((140, 14));
    reader.press("G 6gg");
    let row = reader.at(Side::Left).1;
    reader.press("D");
    assert_eq!(at(&reader).3, row);
    assert_eq!(begins(&reader).0, "⋯ 2");
    reader.press("z");
    assert_eq!((at(&reader).3, begins(&reader).0.as_str()), (row, "In winter"));
    for keys in ["v", "v"] {
        reader.press(keys);
        assert_eq!((at(&reader).3, begins(&reader).0.as_str()), (row, "In winter"), "{keys}");
    }
    reader.press("z");
    assert_eq!((at(&reader).3, begins(&reader).0.as_str()), (row, "⋯ 2"));
}

#[test]
fn rows_are_walked_up_as_they_are_walked_down_and_gaps_are_passed_over() {
    let mut reader = reader((140, 40));
    reader.press("D z gg");
    let rows = |reader: &mut Reader, key: &str| {
        (0..12)
            .map(|_| {
                reader.press(key);
                at(reader).0 + &at(reader).1
            })
            .collect::<Vec<_>>()
    };
    let mut down = rows(&mut reader, "j");
    assert!(down.iter().all(|row| !row.is_empty() && row != "gap"), "{down:#?}");
    let up = rows(&mut reader, "k");
    down.pop();
    down.reverse();
    assert_eq!(up[..11], down);
}

#[test]
fn folds_open_and_context_grows() {
    let mut reader = reader((140, 40));
    let folds = |reader: &Reader| {
        let items = reader.app.desk.diff.view.as_ref().expect("a diff").sheet.items();
        items.iter().filter(|item| item.bands().len() > 1).map(|item| item.bands().len()).collect::<Vec<_>>()
    };
    reader.press("D");
    assert_eq!(folds(&reader), [2]);
    reader.press("-");
    assert_eq!((folds(&reader), reader.said()), (vec![4], "Showing changes without context"));
    reader.press("-");
    assert_eq!(reader.said(), "No context left to remove");
    reader.press("z");
    assert_eq!(folds(&reader), [0; 0]);
    reader.press("z +");
    assert_eq!(folds(&reader), [2]);
    let fold = reader
        .app
        .desk
        .diff
        .view
        .as_ref()
        .expect("a diff")
        .sheet
        .items()
        .iter()
        .position(|item| item.bands().len() > 1);
    reader.send(Event::Pointed(Target::Sheet(None, Spot { block: fold.expect("a fold"), row: 0 }), Gesture::Click));
    assert_eq!(folds(&reader), [0; 0]);
    reader.press("Enter");
    assert_eq!(folds(&reader), [2]);
    reader.press("z Enter");
    assert_eq!((folds(&reader), reader.said()), (Vec::new(), "Everything is shown; z folds unchanged text"));
    reader.press("z Enter 2=");
    assert_eq!((folds(&reader), reader.said()), (Vec::new(), "Showing 3 paragraphs around each change"));
}

#[test]
fn what_moved_has_another_end() {
    let mut reader = reader((140, 40));
    reader.press("D gg n");
    let fate = |reader: &Reader| reader.app.desk.diff.view.as_ref().expect("a diff").fate();
    let changes = reader.app.desk.diff.view.as_ref().expect("a diff").sheet.compared().changes.len();
    for _ in 0..changes {
        if matches!(fate(&reader), Fate::Gone | Fate::Moved) {
            break;
        }
        reader.press("n");
    }
    assert!(matches!(fate(&reader), Fate::Gone | Fate::Moved));
    let here = begins(&reader);
    reader.press("gm");
    let there = begins(&reader);
    assert_ne!(here, there);
    assert!(reader.said().starts_with("Moved "), "{}", reader.said());
    reader.press("gm");
    assert_eq!(begins(&reader), here);
    reader.press("G gm");
    assert_eq!(reader.said(), "Nothing moved here");
}

#[test]
fn a_narrow_screen_has_one_column_until_the_reader_chooses() {
    let mut reader = reader((80, 24));
    let layout = |reader: &Reader| reader.app.desk.diff.view.as_ref().expect("a diff").layout();
    reader.press("D");
    assert_eq!(layout(&reader), Layout::Inline);
    reader.send(Event::Resized(Size { width: 130, height: 24 }));
    assert_eq!(layout(&reader), Layout::Beside);
    reader.send(Event::Resized(Size { width: 80, height: 24 }));
    reader.press("v");
    assert_eq!(layout(&reader), Layout::Beside);
    reader.send(Event::Resized(Size { width: 90, height: 24 }));
    assert_eq!(layout(&reader), Layout::Beside);
    reader.press("D D");
    assert_eq!(layout(&reader), Layout::Beside);
}

#[test]
fn what_can_do_nothing_says_why() {
    let mut same = Reader::open(&[("a", OLD), ("b", &OLD.replace(' ', "\n"))], (120, 30));
    same.press("D");
    assert_eq!(same.app.phase(), Phase::Reading);
    assert_eq!(same.said(), "Only line breaks or spaces differ, which do not count");
    let mut same = Reader::open(&[("a", OLD), ("b", OLD)], (120, 30));
    same.press("D");
    assert_eq!(same.said(), "No differences");
    let mut alone = Reader::open(&[("a", OLD)], (120, 30));
    alone.press("D");
    assert_eq!(alone.said(), "Only one article is open; nothing to compare it with");
    let mut reader = reader((120, 30));
    reader.press("D Esc");
    assert_eq!(reader.said(), "D opens the reading view, q quits");
    reader.press(": n e x t - c h Enter");
    assert!(reader.app.desk.diff.view.as_ref().expect("a diff").number().is_some());
}

#[test]
fn y_copies_the_change_as_both_have_it() {
    let mut reader = reader((140, 40));
    reader.press("D 2gg y");
    let copied: Vec<&str> =
        reader.effects.iter().filter_map(|e| if let Effect::Copy(t) = e { Some(t.as_str()) } else { None }).collect();
    assert_eq!(
        copied,
        [
            "Every autumn the children build them from old sails and glue.\n— old.txt, ¶2\n\nEvery autumn the children build them from worn sails and glue.\n— new.txt, ¶3"
        ]
    );
}

#[test]
fn an_older_comparison_is_dropped() {
    let mut reader = reader((120, 30));
    let ask = |reader: &mut Reader| {
        let effects = update(&mut reader.app, Event::Key(super::Keys::read("D").0[0]));
        effects.into_iter().find_map(|effect| if let Effect::Diff(task) = effect { Some(task) } else { None })
    };
    let (first, second) = (ask(&mut reader).expect("a task"), ask(&mut reader).expect("a task"));
    let answer =
        |task: &super::DiffJob| Event::Diffed(task.answer(&crate::collate::Cancel::default()).expect("not cancelled"));
    reader.send(answer(&first));
    assert_eq!(reader.app.phase(), Phase::Reading);
    // Other text is hidden by now, so that comparison is outdated.
    reader.press("x");
    reader.send(answer(&second));
    assert_eq!(reader.app.phase(), Phase::Reading);
}

#[test]
fn what_is_hidden_takes_no_part() {
    let mut reader = reader((140, 40));
    reader.press("4gg x D");
    let tally = reader.app.desk.diff.view.as_ref().expect("a diff").sheet.compared().tally;
    assert_eq!((tally.removed, tally.added), (0, 1));
}

/// Opens two texts as a diff that is still to be compared, and answers the comparison.
fn opened_at_once(left: &str, right: &str) -> (App, Vec<Effect>) {
    let article = |name: &str, text: &str| Arc::new(Article::of_text(name, text));
    let articles = Pair::new(article("old", left), article("new", right));
    let compared = VersionComparison::Awaited(articles);
    let version = Version { compared, exactness: Exactness::default(), context: 1, goes_to: None };
    let (mut app, effects) = open_diff(version, Rulebooks::default(), "2031-04-15", Size { width: 120, height: 30 });
    assert!(app.desk.diff.view.is_none() && app.desk.awaits_diff() && app.phase() == Phase::Reading);
    assert!(matches!(app.desk.diff.opening, DiffOpening::Awaited));
    let [Effect::Diff(job)] = effects.as_slice() else { panic!("no comparison is asked for") };
    let found = job.answer(&Cancel::default()).expect("not cancelled");
    let effects = update(&mut app, Event::Diffed(found));
    (app, effects)
}

#[test]
fn both_texts_are_shown_before_they_are_compared() {
    let (app, _) = opened_at_once(OLD, NEW);
    let diff = app.desk.diff.view.as_ref().expect("a diff");
    assert_eq!((diff.number().map(|(number, _)| number), app.phase()), (Some(1), Phase::Diffing));
    assert!(matches!(app.desk.diff.opening, DiffOpening::Shown));
    let (app, effects) = opened_at_once(OLD, &OLD.replace(' ', "\n"));
    assert!(matches!(effects.as_slice(), [Effect::Quit]));
    assert!(matches!(app.desk.diff.opening, DiffOpening::Same(_)));
}
