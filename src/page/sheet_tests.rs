//! A sheet: every paragraph once, rows aligned, and places that lead to rows and back.

use std::sync::Arc;

use proptest::prelude::{Just, Strategy, prop_oneof, proptest};
use proptest::{collection, sample};

use super::{Compared, Folds, Item, Row, Setting, Sheet, SheetRow, Spot};
use crate::article::Article;
use crate::boilerplate::Mask;
use crate::collate::{Cancel, Exactness, Fate, Witness, collate_in_order};
use crate::text::{Pair, Side};

const WORDS: [&str; 12] =
    ["kelp", "harbour", "lantern", "gull", "tide", "rope", "salt", "ferry", "anchor", "mist", "pier", "sail"];

fn sheet(left: &str, right: &str, setting: Setting) -> Sheet {
    let articles = Pair::new(left, right).map(|text| Arc::new(Article::of_text("text", text)));
    let masks: Pair<Arc<Mask>> = Pair::default();
    let witnesses = Pair::from_fn(|side| Witness { article: &articles[side], mask: &masks[side] });
    let collation = collate_in_order(witnesses, Exactness::WORDS, &Cancel::default()).expect("not cancelled");
    Sheet::new(Arc::new(Compared::of(articles, masks, collation)), setting, Folds::around(1))
}

fn unfolded(mut sheet: Sheet) -> Sheet {
    sheet.fold(Folds { folded: false, ..Folds::around(0) });
    sheet
}

fn paragraph() -> impl Strategy<Value = String> {
    let words = collection::vec(sample::select(&WORDS[..]), 1..30);
    prop_oneof![9 => words.prop_map(|words| words.join(" ") + "."), 1 => Just("* * *".to_owned())]
}

/// A text and a version of it, with paragraphs left out, changed, added and turned around.
fn versions() -> impl Strategy<Value = (String, String)> {
    let changes = collection::vec((0..5_usize, paragraph()), 0..12);
    (collection::vec(paragraph(), 0..12), changes, 0..12_usize).prop_map(|(old, changes, turn)| {
        let mut new = old.clone();
        for (at, (kind, other)) in changes.into_iter().enumerate() {
            let at = at * 7 % (new.len() + 1);
            match (kind, new.get(at).cloned()) {
                (0, Some(_)) => drop(new.remove(at)),
                (1, Some(this)) => new[at] = this.replacen("tide", "ebb", 1),
                (2, Some(this)) => new[at] = this.replacen(". ", ".\n\n", 1).replacen(' ', "\n", 3),
                (3, _) => new.insert(at, other),
                _ => {}
            }
        }
        let middle = turn.min(new.len());
        new.rotate_left(middle);
        (old.join("\n\n"), new.join("\n\n"))
    })
}

proptest! {
    #[test]
    fn every_row_of_both_pages_stands_there_once_and_in_order((left, right) in versions(), measure in 8..40_usize) {
        let sheet = unfolded(sheet(&left, &right, Setting::Beside(measure)));
        for side in Side::BOTH {
            let page = &sheet.pages()[side];
            let shown = sheet.from(Spot::default()).filter_map(|(_, row)| match row {
                SheetRow::Beside(spots) => spots[side],
                _ => None,
            });
            let text = |spot: &Spot| page.row(*spot) != Row::Gap;
            let shown: Vec<Spot> = shown.filter(text).collect();
            let all: Vec<Spot> = page.from(page.first()).map(|(spot, _)| spot).filter(text).collect();
            assert_eq!(shown, all);
        }
    }

    #[test]
    fn rows_are_counted_as_they_are_gone((left, right) in versions(), measure in 8..40_usize, by in 0..90_isize, inline in 0..2) {
        let setting = if inline == 1 { Setting::Inline(measure) } else { Setting::Beside(measure) };
        let sheet = sheet(&left, &right, setting);
        let rows: Vec<Spot> = sheet.from(Spot::default()).map(|(spot, _)| spot).collect();
        let last = rows.len().saturating_sub(1).cast_signed();
        for (at, spot) in rows.iter().enumerate() {
            let to = sheet.step(*spot, by);
            let gone = by.min(last - at.cast_signed());
            assert_eq!(sheet.between(*spot, to, 1000), gone);
            assert_eq!(sheet.between(to, *spot, 1000), -gone);
            assert_eq!(sheet.step(to, -gone), *spot);
        }
    }

    #[test]
    fn what_corresponds_begins_together((left, right) in versions(), measure in 8..40_usize) {
        let sheet = unfolded(sheet(&left, &right, Setting::Beside(measure)));
        let compared = sheet.compared();
        for (at, band) in compared.bands.iter().enumerate() {
            let start = sheet.start_of(at);
            let mut tops = Vec::new();
            for side in Side::BOTH {
                let within = compared.articles[side].paragraphs.get(band.paragraph_ids[side].clone()).unwrap_or_default();
                let Some(first) = within.first().map(|paragraph| paragraph.span.start()) else { continue };
                let spot = sheet.spot_of(side, first);
                tops.push(spot.row);
                assert_eq!(spot.block, start.block);
                assert_eq!(sheet.place_of(spot, side), Some(first));
                assert_eq!(sheet.place_of(start, side), Some(first));
            }
            // One side waits only where the other has much before what both have.
            assert!(tops.contains(&0) && tops.iter().all(|row| *row == 0 || *row >= 3));
        }
    }

    #[test]
    fn what_changed_is_never_folded((left, right) in versions(), context in 0..4_usize) {
        let mut sheet = sheet(&left, &right, Setting::Beside(30));
        sheet.fold(Folds::around(context));
        let bands: Vec<usize> = sheet.items().iter().flat_map(Item::bands).collect();
        assert_eq!(bands, (0..sheet.compared().bands.len()).collect::<Vec<_>>());
        for item in sheet.items() {
            if let Item::Fold(bands) = item {
                assert!(bands.len() > 1 && bands.clone().all(|band| sheet.compared().fate(band) == Fate::Same));
                assert!(bands.clone().all(|band| sheet.fold_of(band) == Some(bands.clone())));
            }
        }
    }
}

const OLD: &str =
    "The gull took the rope.\n\nThe tide was late on Monday.\n\nNobody wrote it down.\n\nThe pier is long.";
const NEW: &str =
    "The gull took the rope.\n\nThe tide was early on Monday.\n\nNobody wrote it down.\n\nThe pier is long.";

/// Writes the rows of a sheet as they would stand on the screen.
fn drawn(sheet: &Sheet) -> Vec<String> {
    let text = |side: Side, spot: Option<Spot>| match spot.map(|spot| sheet.pages()[side].row(spot)) {
        Some(Row::Text(span)) => span.of(&sheet.compared().articles[side].text).trim_end().to_owned(),
        _ => String::new(),
    };
    let row = |row: SheetRow| match row {
        SheetRow::Beside(spots) => format!("{} | {}", text(Side::Left, spots.left), text(Side::Right, spots.right)),
        SheetRow::Inline(band, row) => {
            let column = sheet.column(band).expect("a band");
            column.glyphs(row, 80).map(|(glyph, ..)| glyph.symbol.into_owned()).collect()
        }
        SheetRow::Fold(bands) => format!("⋯ {}", bands.len()),
        SheetRow::Gap => String::new(),
    };
    sheet.from(Spot::default()).map(|(_, this)| row(this)).collect()
}

#[test]
fn what_is_unchanged_folds_around_the_changes() {
    let mut sheet = sheet(OLD, NEW, Setting::Beside(40));
    sheet.fold(Folds::around(0));
    let shut = [
        "The gull took the rope. | The gull took the rope.",
        "",
        "The tide was late on Monday. | The tide was early on Monday.",
        "",
        "⋯ 2",
    ];
    assert_eq!(drawn(&sheet), shut);
    sheet.fold(Folds { opened: vec![3], ..Folds::around(0) });
    assert_eq!(drawn(&sheet).len(), 7);
    sheet.fold(Folds::around(0));
    assert_eq!(drawn(&sheet), shut);
}

#[test]
fn one_column_has_the_old_words_where_they_stood() {
    let mut sheet = sheet(OLD, NEW, Setting::Inline(40));
    sheet.fold(Folds::around(0));
    let expected = ["The gull took the rope.", "", "The tide was late early on Monday.", "", "⋯ 2"];
    assert_eq!(drawn(&sheet), expected);
}

#[test]
fn an_empty_version_is_a_version() {
    for (left, right) in [("", NEW), (OLD, ""), ("", "")] {
        for setting in [Setting::Beside(20), Setting::Inline(20)] {
            let sheet = sheet(left, right, setting);
            let rows = sheet.from(Spot::default()).count();
            assert_eq!(rows > 0, !left.is_empty() || !right.is_empty());
            assert_eq!(sheet.step(sheet.last(), 9), sheet.last());
            assert_eq!(sheet.step(Spot { block: 99, row: 99 }, -999), Spot::default());
        }
    }
}

#[test]
fn what_comes_after_an_addition_stands_side_by_side_again() {
    let tail = "At noon the ferry left, and the gulls went with it over the bar.";
    let added = "Then came nine carts of kelp, and a tenth that nobody had asked for, and the horses would not be calmed until dusk.";
    let (left, right) = (format!("The pier was shut. {tail}"), format!("The pier was shut. {added} {tail}"));
    let sheet = sheet(&left, &right, Setting::Beside(22));
    let rows = drawn(&sheet);
    let with = |side: usize| {
        rows.iter().position(|row| {
            row.split(" | ").nth(side).is_some_and(|text| text.contains("over the bar") || text.contains("the bar."))
        })
    };
    let apart = with(0).zip(with(1)).map(|(left, right)| left.abs_diff(right));
    assert!(apart.is_some_and(|apart| apart <= 1), "{rows:#?}");
}
