//! What holds whatever keys are pressed.

use proptest::prelude::{ProptestConfig, prop, prop_assert, prop_assert_eq, proptest};

use super::reader::Reader;
use super::{Event, Size};
use crate::text::{Pair, Side};

/// Keys that move, hide, change the screen.
const KEYS: &[&str] = &[
    "n",
    "N",
    "j",
    "k",
    "Ctrl-d",
    "Ctrl-u",
    "Space",
    "PgUp",
    "gg",
    "G",
    "Tab",
    "x",
    "u",
    "v j",
    "v l G",
    "H",
    "X Enter",
    "X Tab j Enter",
    "X ] ] n N e q Enter",
    "R Space J d",
    "R c q Enter e z Esc",
    "B y n",
    "Ctrl-r",
    "Ctrl-s",
    "? j Esc",
    "2n",
    "3gg",
    "Esc",
    "L ↓ Enter",
    "L e ↓ ↑ Esc",
    "/ t h e Enter",
    "/ l a m p Enter n",
    "a ↓ Enter",
    "* ↓ Enter",
    "y",
    "i z Enter",
    "i Ctrl-u Enter u",
];

proptest! {
    // Each case opens five articles and hides text in them, which takes time.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_pressed_the_cursor_stays_in_view(
        presses in prop::collection::vec((prop::sample::select(KEYS.to_vec()), 40u16..180, 10u16..60), 1..25),
    ) {
        let mut reader = Reader::bundled((80, 24));
        for (keys, width, height) in presses {
            reader.press(keys);
            if width % 3 == 0 {
                reader.send(Event::Resized(Size { width, height }));
            }
            let rows = reader.app.desk.geometry().rows() as isize;
            for side in Side::BOTH {
                let (_, row) = reader.at(side);
                prop_assert!((0..rows).contains(&row), "{side:?} after {keys}: row {row} of {rows}");
            }
        }
    }

    #[test]
    fn a_step_brings_whole_paragraphs_face_to_face(
        steps in prop::collection::vec(prop::sample::select(vec!["n", "N", "Tab", "j", "Ctrl-d", "G", "x"]), 0..12),
        (width, wider) in (40u16..220, 40u16..220),
        height in 10u16..70,
    ) {
        let mut reader = Reader::bundled((width, height));
        for keys in steps {
            reader.press(keys);
        }
        reader.press("n");
        let Some(paragraph_link) = reader.app.desk.paragraph_link() else { return Ok(()) };
        let rows = reader.app.desk.geometry().rows();
        let placed = Pair::from_fn(|side| {
            let pane = &reader.app.desk.row[side];
            let (first, tall) = pane.page.rows_of(paragraph_link.paragraph_ids[side]).expect("a paragraph of the link");
            (pane.page.between(pane.top, first, 1000), tall)
        });
        prop_assert_eq!(placed.left.0, placed.right.0);
        reader.send(Event::Resized(Size { width: wider, height }));
        let row = |reader: &Reader, side: Side| {
            let pane = &reader.app.desk.row[side];
            let first = pane.page.rows_of(reader.app.desk.paragraph_link()?.paragraph_ids[side])?.0;
            Some(pane.page.between(pane.top, first, 1000))
        };
        prop_assert_eq!(row(&reader, Side::Left), row(&reader, Side::Right), "resized");
        reader.press("H");
        prop_assert_eq!(row(&reader, Side::Left), row(&reader, Side::Right), "hidden text shown");
        for (row, tall) in [placed.left, placed.right] {
            prop_assert!(row >= 0);
            prop_assert!(row as usize + tall.min(rows) <= rows, "row {row}, {tall} tall, of {rows}");
        }
    }

    #[test]
    fn esc_always_comes_back_to_reading(
        presses in prop::collection::vec(prop::sample::select(vec![
            "L", "/", "*", "a", "y", "e", "n", "N", "Enter", "↓", "↑", "PgDn", "Tab", "x", "v", "X", "?", ":", "t", "h", "Backspace", "Esc",
        ]), 0..30),
    ) {
        let text = "The cook trims the lantern twice each winter. Gulls sleep on the roof of the old chapel.";
        let mut reader = Reader::open(&[("one.txt", text), ("two.txt", &text.replace("twice", "thrice"))], (80, 24));
        for keys in presses {
            reader.press(keys);
        }
        reader.press("Esc Esc Esc Esc");
        prop_assert_eq!(reader.app.modes.top(), None);
        prop_assert!(reader.app.desk.finding.search.is_none());
    }
}
