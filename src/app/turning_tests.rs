//! Files of folders and versions of a text, as a reader goes through them.

use std::sync::Arc;

use super::reader::Reader;
use super::{
    Amount, ComparedShelf, CountedBlocks, DiffJob, Effect, Event, Fetched, Phase, Shelf, ShelfKind, ShelfRow, Size,
    open_shelf,
};
use crate::article::Article;
use crate::boilerplate::RuleSet;
use crate::collate::{Cancel, Exactness};
use crate::page::Compared;
use crate::text::Pair;

const FIRST: &str = "The mill stood by the river.\n\nIts wheel was made of oak.";
const SECOND: &str = "The mill stood by the river.\n\nIts wheel was made of ash.";
const THIRD: &str = "The mill stood by the stream.\n\nIts wheel was made of ash.\n\nNobody lives there now.";

/// Opens a shelf; `texts` returns the old and the new text of a row, or `None` if it is closed or unchanged.
fn opened(kind: ShelfKind, names: &[&str]) -> Reader {
    let mut reader = Reader::of_articles((Vec::new(), RuleSet::default()), (120, 30));
    let row = |(at, name): (usize, &&str)| ShelfRow {
        name: (*name).to_owned(),
        parents: (at + 1 < names.len()).then_some(at + 1).into_iter().collect(),
        ..ShelfRow::default()
    };
    let shelf = Shelf { kind, rows: names.iter().enumerate().map(row).collect() };
    let (app, effects) = open_shelf(
        ComparedShelf { shelf, exactness: Exactness::default() },
        RuleSet::default(),
        "2031-04-15",
        Size { width: 120, height: 30 },
    );
    reader.app = app;
    reader.answer(effects);
    reader
}

/// Answers requests for the shelf until there are none.
fn fetch(reader: &mut Reader, texts: &dyn Fn(Pair<usize>) -> Option<Pair<&'static str>>) {
    while let Some(at) = reader.effects.iter().position(|effect| matches!(effect, Effect::Fetch(_))) {
        let Effect::Fetch(task) = reader.effects.remove(at) else { return };
        let compared = texts(task.rows).filter(|_| task.opens).map(compared);
        let amount = match texts(task.rows) {
            Some(_) => Amount::Changed("1 word".to_owned(), Pair::new(1, 1)),
            None => Amount::Closed("binary".to_owned()),
        };
        let fetched = Fetched { ticket: task.ticket, rows: task.rows, opens: task.opens, amount, compared };
        reader.send(Event::Fetched(fetched));
    }
}

fn compared(texts: Pair<&'static str>) -> Arc<Compared> {
    let job = DiffJob {
        ticket: 0,
        articles: texts.map(|text| Arc::new(Article::of_text("text", text))),
        session: Pair::default(),
        rules: Arc::default(),
        exactness: Exactness::default(),
        blocks: CountedBlocks::default(),
        kinds: true,
    };
    job.answer(&Cancel::default()).expect("nobody calls it off").compared
}

fn right(reader: &Reader) -> String {
    let diff = reader.app.desk.diff.view.as_ref().expect("a diff");
    diff.sheet.compared().articles.right.text.clone()
}

#[test]
fn n_runs_on_through_the_files_that_changed() {
    let texts = |rows: Pair<usize>| [Some(Pair::new(FIRST, SECOND)), None, Some(Pair::new(SECOND, THIRD))][rows.right];
    let mut reader = opened(ShelfKind::Folders, &["a", "b", "c"]);
    fetch(&mut reader, &texts);
    let amounts = reader.app.desk.shelving.shelf.as_ref().expect("a shelf").rows.iter();
    assert!(amounts.clone().all(|row| row.amount.is_some()), "all is measured while the list is read");
    reader.press("Enter");
    fetch(&mut reader, &texts);
    assert_eq!((reader.app.phase(), right(&reader).as_str()), (Phase::Diffing, SECOND));
    reader.press("n");
    fetch(&mut reader, &texts);
    assert_eq!(right(&reader), THIRD, "the file that cannot be compared is passed over");
    let number = |reader: &Reader| reader.app.desk.diff.view.as_ref().expect("a diff").number();
    assert_eq!(number(&reader), Some((1, 2)));
    reader.press("N");
    fetch(&mut reader, &texts);
    assert_eq!((right(&reader).as_str(), number(&reader)), (SECOND, Some((1, 1))));
    reader.press("]v n n");
    fetch(&mut reader, &texts);
    assert_eq!(right(&reader), THIRD);
    reader.press("]v");
    assert_eq!(reader.said(), "No file after this one has changes");
    reader.press("Esc");
    assert_eq!(reader.app.phase(), Phase::Listing);
    reader.press("↑ Enter");
    assert_eq!(reader.said(), "Nothing to show: binary");
    assert_eq!(reader.app.phase(), Phase::Diffing, "the diff lies beneath the list");
}

#[test]
fn versions_are_stepped_through_and_any_two_compared() {
    let all = [THIRD, SECOND, FIRST];
    let texts = move |rows: Pair<usize>| Some(Pair::new(all[rows.left], all[rows.right]));
    let mut reader = opened(ShelfKind::Versions, &["third", "second", "first"]);
    fetch(&mut reader, &texts);
    reader.press("↓ ↓ Enter");
    assert_eq!(reader.said(), "This is the first version; there is none before it");
    let mut reader = opened(ShelfKind::Versions, &["third", "second", "first"]);
    fetch(&mut reader, &texts);
    reader.press("↓ Enter");
    fetch(&mut reader, &texts);
    assert_eq!(right(&reader), SECOND);
    reader.press("]v");
    fetch(&mut reader, &texts);
    assert_eq!(right(&reader), THIRD);
    reader.press("]v");
    assert_eq!(reader.said(), "This is the newest version");
    reader.press("[v");
    fetch(&mut reader, &texts);
    assert_eq!(right(&reader), SECOND);
    reader.press("[v");
    assert_eq!(reader.said(), "No older version to compare with");
    // The last one compared with the first, whichever was chosen first.
    reader.press("Esc ↑ Tab ↓ ↓ Enter");
    fetch(&mut reader, &texts);
    let diff = reader.app.desk.diff.view.as_ref().expect("a diff");
    let both = diff.sheet.compared().articles.as_ref().map(|article| article.text.clone());
    assert_eq!(both, Pair::new(FIRST.to_owned(), THIRD.to_owned()));
}

#[test]
fn what_was_read_last_is_known_and_what_came_since_stands_first() {
    let all = [THIRD, SECOND, FIRST];
    let texts = move |rows: Pair<usize>| Some(Pair::new(all[rows.left], all[rows.right]));
    let mut reader = opened(ShelfKind::Versions, &["third", "second", "first"]);
    let shelf = reader.app.desk.shelving.shelf.as_mut().expect("a shelf");
    for (row, text) in shelf.rows.iter_mut().zip(all) {
        row.mark = Some(super::mark_of_version(text));
    }
    fetch(&mut reader, &texts);
    reader.press("↓ Enter");
    fetch(&mut reader, &texts);
    assert!(reader.effects.iter().any(|effect| matches!(effect, Effect::Keep(review) if review.done)));
    reader.press("Esc PgUp Enter");
    fetch(&mut reader, &texts);
    let diff = reader.app.desk.diff.view.as_ref().expect("a diff");
    let both = diff.sheet.compared().articles.as_ref().map(|article| article.text.clone());
    assert_eq!(both, Pair::new(SECOND.to_owned(), THIRD.to_owned()));
}

#[test]
fn what_comes_too_late_is_dropped_and_what_the_reader_did_stays() {
    let texts = |_: Pair<usize>| Some(Pair::new(FIRST, SECOND));
    let mut reader = opened(ShelfKind::Folders, &["a", "b"]);
    fetch(&mut reader, &texts);
    reader.press("Enter");
    let Some(Effect::Fetch(late)) = reader.effects.pop() else { panic!("nothing is asked") };
    reader.press("Esc");
    let compared = Some(compared(Pair::new(FIRST, THIRD)));
    let amount = Amount::Same(String::new());
    let stale = Fetched { ticket: late.ticket + 77, rows: late.rows, opens: true, amount, compared };
    reader.send(Event::Fetched(stale));
    assert!(reader.app.desk.diff.view.is_none());
}
