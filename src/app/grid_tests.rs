//! The matrix: where its keys lead, and what it opens.

use super::reader::Reader;
use super::{Effect, Event, Mode, update};
use crate::text::Side;

const SHARED: &str = "The harbour master counted forty gulls on the northern pier before breakfast.";
const OTHER: &str = "A grey lantern hangs above the smokehouse door, and the cook trims it twice each winter.";

/// Six articles: two families and two on their own, opened in turns.
fn reader() -> Reader {
    let text = |at: usize| match at % 3 {
        0 => format!("{SHARED} Letter number {at} says no more."),
        1 => format!("{OTHER} Note number {at} has a postscript."),
        2 if at < 3 => "Kettles are mended on the quay while one waits for the tide to turn.".to_owned(),
        _ => "Seven kites hung in the poplars, and the schoolmaster had a very long ladder.".to_owned(),
    };
    let texts: Vec<(String, String)> = (0..6).map(|at| (format!("{at}.txt"), text(at))).collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    Reader::open(&texts, (80, 24))
}

/// The places of the chosen cell.
fn at(reader: &Reader) -> (usize, usize) {
    let Some(Mode::Matrix(grid)) = reader.app.modes.top() else { panic!("no matrix: {:?}", reader.app.modes.top()) };
    (grid.row, grid.column)
}

#[test]
fn families_stand_together() {
    let mut reader = reader();
    reader.press("m");
    let order: Vec<usize> = (0..6).map(|place| reader.app.desk.sharing.article_at(place)).collect();
    assert_eq!(order, [0, 3, 1, 4, 2, 5]);
}

#[test]
fn keys_lead_from_cell_to_cell() {
    // The open pair, 0 and 1, is row 0 and column 2 of the order by similarity.
    let table = [
        ("", (0, 2)),
        ("j l", (1, 3)),
        ("3j 2h", (3, 0)),
        ("G $", (5, 5)),
        ("G $ gg 0", (0, 0)),
        ("4G", (3, 2)),
        ("↓ → → ↑ ←", (0, 3)),
        ("9j 9l", (5, 5)),
        ("s", (0, 1)),
        ("s j s", (2, 2)),
        ("n", (1, 0)),
        ("n n", (2, 3)),
        ("gg 0 n", (0, 1)),
        ("gg 0 N", (3, 2)),
        ("Ctrl-d Ctrl-u PgDn", (5, 2)),
    ];
    for (keys, expected) in table {
        let mut reader = reader();
        assert_eq!(at(reader.press("m").press(keys)), expected, "{keys:?}");
    }
}

#[test]
fn enter_opens_the_pair_and_back_returns() {
    let mut reader = reader();
    reader.press("m 2G 0 Enter");
    assert_eq!(reader.app.modes.top(), None);
    let open = |reader: &Reader| Side::BOTH.map(|side| reader.app.desk.row[side].article);
    assert_eq!(open(&reader), [3, 0]);
    assert!(reader.app.desk.collation().is_some_and(|collation| !collation.matches.is_empty()));
    reader.press("Ctrl-o");
    assert_eq!(open(&reader), [0, 1]);
    reader.press("m gg 0 Enter");
    assert!(reader.said().contains("the same article"), "{}", reader.said());
    reader.press("Esc");
    assert_eq!((reader.app.modes.top(), open(&reader)), (None, [0, 1]));
}

#[test]
fn every_way_out_leads_back_to_the_articles() {
    for key in ["Esc", "q", "m"] {
        let mut reader = reader();
        assert_eq!(reader.press("m").press(key).app.modes.top(), None, "{key}");
    }
    let mut alone = Reader::open(&[("a.txt", SHARED)], (80, 24));
    assert!(alone.press("m").said().contains("Only one article"), "{}", alone.said());
}

/// Presses a key without answering the requests; returns them.
fn pressed(reader: &mut Reader, key: &str) -> Vec<Effect> {
    let keys = super::Keys::read(key).0;
    keys.into_iter().flat_map(|key| update(&mut reader.app, Event::Key(key))).collect()
}

#[test]
fn it_can_be_walked_and_opened_before_anything_is_compared() {
    let mut reader = reader();
    let asked = pressed(&mut reader, "m");
    assert!(matches!(asked.as_slice(), [Effect::Compare(_)]), "{asked:?}");
    assert_eq!(reader.app.desk.sharing.progress(6), Some((0, 15)));
    pressed(&mut reader, "Esc");
    assert!(pressed(&mut reader, "m").is_empty(), "it is asked for once");
    pressed(&mut reader, "n");
    assert_eq!(reader.said(), "Still comparing");
    pressed(&mut reader, "4G");
    let asked = pressed(&mut reader, "Enter");
    assert!(matches!(asked.as_slice(), [Effect::Collate(_)]), "{asked:?}");
    assert_eq!(reader.app.desk.row[Side::Left].article, 3);
}

#[test]
fn what_is_hidden_counts_no_more() {
    let mut reader = reader();
    reader.press("m Esc");
    assert_eq!(reader.app.desk.sharing.matrix().shared(0, 3), 14);
    reader.press("x m");
    assert_eq!(reader.app.desk.sharing.matrix().shared(0, 3), 0);
}

#[test]
fn an_answer_to_an_older_question_is_dropped() {
    let mut reader = reader();
    let asked = pressed(&mut reader, "m");
    let [Effect::Compare(older)] = asked.as_slice() else { panic!("{asked:?}") };
    let older = older.ticket;
    pressed(&mut reader, "Esc");
    reader.press("x");
    let of = reader.app.desk.library.articles.iter().map(|article| article.id).collect();
    let order = Some(vec![0; 6]);
    let compared = super::Compared {
        ticket: older,
        of,
        matrix: Default::default(),
        settled: 6,
        order,
        origins: None,
        goes_on: false,
    };
    update(&mut reader.app, Event::Compared(compared));
    assert!(!reader.app.desk.sharing.is_ordered());
}
