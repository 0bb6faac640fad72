//! The row of panes, whatever keys are pressed.

use super::{pair_view, shown_panes, take_settings};
use proptest::prelude::{ProptestConfig, prop, prop_assert, prop_assert_eq, proptest};

use super::reader::Reader;
use super::row_tests::{WIDE, row, rows_of};
use super::{Event, Settings, Size};
use crate::article::ParagraphId;
use crate::text::{Pair, Side};

const KEYS: &[&str] = &[
    "|",
    "4 |",
    "\\",
    "Tab",
    "h",
    "l",
    "n",
    "N",
    "j",
    "Ctrl-d",
    "Ctrl-u",
    "G",
    "gg",
    "x",
    "u",
    "H",
    "s",
    "gm",
    "=",
    "o",
    "f",
    "1 Esc",
    "Ctrl-o",
    "Ctrl-i",
    "/ t h e Enter n n",
    "Esc",
    "v j x",
    "a ↓ Enter",
    "R Esc",
];

proptest! {
    // Each case opens five articles and compares their neighbours, which takes time.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_pressed_the_row_holds_together(
        presses in prop::collection::vec((prop::sample::select(KEYS.to_vec()), 40u16..220, 10u16..50, 0usize..12), 1..20),
        panes in 2usize..=4,
    ) {
        let mut reader = Reader::bundled(WIDE);
        let asked = take_settings(&mut reader.app.desk, Settings { panes, ..Settings::default() });
        reader.answer(asked);
        for (keys, width, height, number) in presses {
            if number < 2 {
                reader.send(Event::Resized(Size { width, height }));
            } else if number < 7 {
                reader.press(&number.to_string()).wait();
            }
            reader.press(keys);
            let app = &reader.app;
            let (row, shown) = (app.desk.row.articles(), shown_panes(&app.desk));
            prop_assert!((2..=4).contains(&row.len()));
            let mut once = row.clone();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), row.len(), "an article twice after {}", keys);
            prop_assert!(Side::BOTH.iter().all(|side| shown.contains(&app.desk.row.ix(*side))), "the pair is shown");
            let rows = app.desk.geometry().rows() as isize;
            for ix in shown {
                let abreast = pair_view(&app.desk, ix);
                prop_assert!(abreast.collation.is_some() && !abreast.collating, "{ix:?} after {keys}");
                let pane = app.desk.row.get(ix).expect("a pane that is shown");
                prop_assert!((0..rows).contains(&pane.row_of(pane.at(), 1000)), "{ix:?} after {keys}");
                let paragraphs = abreast.panes.map(|pane| pane.open_article().paragraphs.len());
                let within = |paragraph_ids: Pair<ParagraphId>| paragraph_ids.left.0 < paragraphs.left && paragraph_ids.right.0 < paragraphs.right;
                prop_assert!(abreast.anchors.iter().all(|paragraph_ids| within(*paragraph_ids)), "{ix:?} after {keys}");
            }
        }
    }

    #[test]
    fn going_back_brings_the_row_back(
        before in prop::collection::vec(prop::sample::select(vec!["|", "\\", "Tab", "n", "j", "l", "Ctrl-d", "="]), 0..8),
        jumps in prop::collection::vec(prop::sample::select(vec!["|", "\\", "3", "5", "1", "n", "N", "2"]), 1..6),
    ) {
        let mut reader = Reader::bundled(WIDE);
        for keys in before {
            reader.press(keys).wait();
        }
        let (stood, where_to) = (rows_of(&reader), row(&reader));
        reader.press("40 gg");
        reader.press("Ctrl-o");
        prop_assert_eq!(&rows_of(&reader), &stood);
        for keys in jumps {
            reader.press(keys).wait();
        }
        let mut back = 0;
        while row(&reader) != where_to || rows_of(&reader) != stood {
            prop_assert!(back < 20, "never back at {} {:?}, but at {} {:?}", where_to, stood, row(&reader), rows_of(&reader));
            reader.press("Ctrl-o");
            back += 1;
        }
    }
}
