//! The synopsis: where its keys lead, and what it opens.

use super::reader::Reader;
use super::{Effect, Event, Mode, Narrated, StoryGrid, StoryLine, is_statement_reviewed, note_on_statement, update};
use crate::text::Side;

const GATE: &str = "The keeper of the seventh gate counted every lantern twice before dawn.";
const DIVERS: &str = "Divers will check the sills of all 9 sluices once a month until the autumn.";
const GOAT: &str = "A goat was found in the chapel pulpit of Upper Tolle on the morning of the feast.";
const BELL: &str = "Nobody in the parish had rung the cracked bell since the great flood of the river Imber.";
const OWN: [&str; 4] = [
    "Orchard owners near Lesk expect the smallest harvest of winter pears in forty years.",
    "Snow fell on the pass of Ardun before the first mule train came down.",
    "The brass band of the old quarter had lent its tuba to a travelling circus.",
    "Kettles are mended on the quay while one waits for the tide to turn.",
];

/// Three articles: all have the gate and the divers, two the goat, one the bell and four statements of its own.
fn reader() -> Reader {
    let text = |sentences: &[&str]| sentences.join("\n\n");
    let edited = GATE.replace("every", "each");
    let third = DIVERS.replace('9', "11");
    let texts = [
        text(&[GATE, GOAT, DIVERS]),
        text(&[&[&edited, DIVERS], &OWN[..]].concat()),
        text(&[GATE, BELL, GOAT, &third]),
    ];
    let names = ["one.txt", "two.txt", "three.txt"];
    let texts: Vec<(&str, &str)> = names.into_iter().zip(texts.iter().map(String::as_str)).collect();
    Reader::open(&texts, (100, 30))
}

fn grid(reader: &Reader) -> &StoryGrid {
    let Some(Mode::Synopsis(grid)) = reader.app.modes.top() else {
        panic!("no synopsis: {:?}", reader.app.modes.top())
    };
    grid
}

/// The first words of the statements that are shown; a fold as their number.
fn shown(reader: &Reader) -> Vec<String> {
    let synopsis = reader.app.desk.synopsis().expect("it is known");
    let said = |at: usize| {
        let lead = synopsis.rows[at].lead;
        let article = &reader.app.desk.library.articles[lead.article];
        let text = article.sentences[lead.sentence].span.of(&article.text);
        text.split(' ').nth(1).unwrap_or_default().to_owned()
    };
    let line = |line: &StoryLine| match *line {
        StoryLine::Row(at) => said(at),
        StoryLine::Fold(_, count) => count.to_string(),
    };
    grid(reader).lines.iter().map(line).collect()
}

#[test]
fn statements_stand_in_the_order_of_the_story_and_what_one_alone_tells_is_folded() {
    let mut reader = reader();
    reader.press("S");
    assert_eq!(shown(&reader), ["keeper", "in", "goat", "will", "4"]);
    assert_eq!(grid(&reader).base, 0, "it tells as much as the third, and comes first");
}

#[test]
fn filters_leave_what_is_asked_for() {
    let table: [(&str, &[&str]); 9] = [
        ("f", &["keeper", "will"]),
        ("f f", &["goat"]),
        ("f f f", &["in", "owners", "fell", "brass", "are"]),
        ("l f f f f", &["owners", "fell", "brass", "are"]),
        ("l l f f f f", &["in"]),
        ("f f f f l", &["owners", "fell", "brass", "are"]),
        ("l f f f f f", &["in", "goat"]),
        ("f f f f f f", &["will"]),
        ("f f f f f f f", &["keeper", "in", "goat", "will", "4"]),
    ];
    for (keys, expected) in table {
        let mut reader = reader();
        reader.press("S").press(keys);
        assert_eq!(shown(&reader), expected, "{keys:?}");
    }
}

#[test]
fn words_leave_the_statements_that_have_them() {
    let mut reader = reader();
    reader.press("S / G o a t");
    assert_eq!(shown(&reader), ["goat"]);
    reader.press("Enter");
    assert!(!grid(&reader).typing);
    reader.press("Esc");
    assert_eq!(shown(&reader).len(), 5, "what is narrowed is widened before it is left");
    reader.press("Esc");
    assert_eq!(reader.app.modes.top(), None);
}

#[test]
fn folds_open_one_by_one_and_all_at_once() {
    let mut reader = reader();
    reader.press("S G Enter");
    assert_eq!(shown(&reader)[4..], ["owners", "fell", "brass", "are"]);
    reader.press("z z");
    assert_eq!(shown(&reader).len(), 5);
    reader.press("z");
    assert_eq!(shown(&reader).len(), 8);
}

#[test]
fn statements_are_sorted_by_who_tells_them_and_by_the_base() {
    let mut reader = reader();
    reader.press("S s");
    assert_eq!(shown(&reader)[..3], ["keeper", "will", "goat"]);
    reader.press("l l = s");
    assert_eq!(
        (grid(&reader).base, &shown(&reader)[..5]),
        (2, &["keeper", "in", "goat", "will", "owners"].map(str::to_owned)[..])
    );
}

#[test]
fn enter_opens_the_pair_at_the_statement_and_back_leads_to_the_same_cell() {
    let mut reader = reader();
    reader.press("S j j j l l Enter");
    assert_eq!(reader.app.modes.top(), None);
    let pair = reader.app.desk.row.pair();
    assert_eq!((pair.left, pair.right), (0, 2));
    let pane = reader.app.desk.focused();
    assert!(pane.open_article().text[pane.cursor..].starts_with("Divers"), "{}", pane.cursor);
    reader.press("Ctrl-o");
    assert_eq!((grid(&reader).row, grid(&reader).column), (3, 2));
    reader.press("Esc Ctrl-o");
    assert_eq!(reader.app.modes.top(), None, "who has left it is not led back");
}

#[test]
fn what_an_article_does_not_tell_is_no_place() {
    let mut reader = reader();
    reader.press("S j l Enter");
    assert!(reader.app.desk.message.as_ref().is_some_and(|said| said.text.contains("article 2")));
    assert!(matches!(reader.app.modes.top(), Some(Mode::Synopsis(_))));
}

#[test]
fn n_goes_to_what_differs() {
    let mut reader = reader();
    reader.press("S n");
    assert_eq!(grid(&reader).row, 3);
    reader.press("n");
    assert_eq!(grid(&reader).row, 3);
    reader.press("N");
    assert_eq!(grid(&reader).row, 3);
}

#[test]
fn hiding_is_heard_and_the_way_is_told() {
    let mut reader = reader();
    reader.press("S q 3 x").wait();
    reader.press("S");
    let synopsis = reader.app.desk.synopsis().expect("it is known");
    assert!(synopsis.rows.iter().all(|row| row.cells.len() < 3 || row.lead.sentence > 0), "the gate is hidden in one");
    let effects = update(&mut reader.app, Event::Narrated(Narrated { ticket: 0, done: (1, 3), story: None }));
    assert!(effects.is_empty() && reader.app.desk.narrating.progress.is_none(), "nobody awaits it");
}

#[test]
fn it_is_asked_for_once() {
    let mut reader = reader();
    // As if there were too many articles to find it before somebody asks.
    reader.app.desk.narrating.found.forget();
    let keys = super::Keys::read("S");
    let asked = update(&mut reader.app, Event::Key(keys.0[0]));
    let [Effect::Narrate(gathering)] = asked.as_slice() else { panic!("{asked:?}") };
    let told = Narrated { ticket: gathering.ticket, done: (1, 3), story: None };
    update(&mut reader.app, Event::Narrated(told));
    assert_eq!(reader.app.desk.narrating.progress, Some((1, 3)));
    let again = update(&mut reader.app, Event::Key(super::Keys::read("j").0[0]));
    assert!(again.is_empty(), "{again:?}");
    update(&mut reader.app, Event::Failed(gathering.ticket, "failed".to_owned()));
    assert!(!reader.app.desk.narrating.is_awaited());
}

#[test]
fn a_statement_is_hidden_in_all_articles_at_once_and_shown_again() {
    let mut reader = reader();
    reader.press("S j j x");
    assert_eq!(shown(&reader), ["keeper", "in", "will", "4"], "the goat is hidden in both articles");
    let hidden: Vec<usize> = reader.app.desk.library.masks.iter().map(|mask| mask.hidden().len()).collect();
    assert_eq!(hidden, [1, 0, 1]);
    assert!(reader.said().contains("in 2 articles"), "{}", reader.said());
    reader.press("u");
    assert_eq!(shown(&reader), ["keeper", "in", "goat", "will", "4"], "one undo for all of them");
    reader.press("Ctrl-r");
    assert_eq!(shown(&reader).len(), 4);
}

#[test]
fn a_statement_is_copied_as_each_article_has_it() {
    let mut reader = reader();
    reader.press("S y");
    let copied =
        reader.effects.iter().find_map(|effect| if let Effect::Copy(text) = effect { Some(text) } else { None });
    let copied = copied.expect("it is copied");
    for said in ["counted every lantern", "counted each lantern", "one.txt", "two.txt", "three.txt"] {
        assert!(copied.contains(said), "{said}: {copied}");
    }
}

#[test]
fn stepping_to_a_fact_that_differs_opens_the_fold_that_has_it() {
    let text = |divers: &str| [&[GATE], &OWN[..2], &[divers], &OWN[2..]].concat().join("\n\n");
    let (one, two) = (text(DIVERS), text(&DIVERS.replace('9', "11")));
    for keys in ["S n", "S G N"] {
        let mut reader = Reader::open(&[("one.txt", &one), ("two.txt", &two), ("three.txt", GATE)], (100, 30));
        reader.press("S");
        assert_eq!(shown(&reader), ["keeper", "5"]);
        reader.press(keys.trim_start_matches('S'));
        assert_eq!(shown(&reader)[grid(&reader).row], "will", "{keys}");
    }
}

#[test]
fn a_statement_is_marked_as_reviewed_and_noted_on_and_a_fold_is_not() {
    let mut reader = reader();
    reader.press("S j j r");
    let row = reader.app.desk.synopsis().expect("it is known").rows[2].clone();
    assert!(is_statement_reviewed(&reader.app.desk, &row));
    reader.press("i g o a t Enter");
    assert!(matches!(reader.app.modes.top(), Some(Mode::Synopsis(_))), "back where one was");
    let note = note_on_statement(&reader.app.desk, &row, 0).expect("it is noted");
    assert_eq!((note.text.as_str(), note.of.as_slice()), ("goat", &["one.txt".to_owned(), "three.txt".to_owned()][..]));
    reader.press("r");
    assert!(!is_statement_reviewed(&reader.app.desk, &row));
    reader.press("G x");
    assert!(reader.said().contains("Several statements; Enter opens the fold"), "{}", reader.said());
    assert_eq!(shown(&reader).len(), 5);
}

#[test]
fn two_statements_of_one_paragraph_have_a_note_each() {
    let lamp = "The keeper of the seventh gate counted every lantern twice before dawn.";
    let goat = "A goat was found in the chapel pulpit of Upper Tolle on the morning of the feast.";
    let text = format!("{lamp} {goat}");
    let mut reader = Reader::open(&[("one.txt", &text), ("two.txt", &text)], (100, 30));
    reader.press("S i l a m p Enter j i");
    assert!(!reader.said().contains("lamp"));
    let of = |reader: &Reader, at: usize| {
        let row = &reader.app.desk.synopsis().expect("it is known").rows[at];
        note_on_statement(&reader.app.desk, row, 0).map(|note| note.text.clone())
    };
    assert_eq!((of(&reader, 0), of(&reader, 1)), (Some("lamp".to_owned()), None));
    reader.press("g o a t Enter");
    assert_eq!((of(&reader, 0), of(&reader, 1)), (Some("lamp".to_owned()), Some("goat".to_owned())));
    reader.press("i Ctrl-u Enter");
    assert_eq!((of(&reader, 0), of(&reader, 1)), (Some("lamp".to_owned()), None));
}

#[test]
fn enter_on_the_cell_of_the_base_leaves_the_panes_as_they_are() {
    for (first, keys, side) in [("1", "S j j Enter", Side::Left), ("2", "S h j j Enter", Side::Right)] {
        let mut reader = reader();
        reader.press(first).wait();
        reader.press(keys);
        let pair = reader.app.desk.row.pair();
        assert_eq!(pair[side], 0, "{keys}");
        assert_eq!(pair[side.other()], 1, "{keys}");
        assert_eq!(reader.app.desk.row.focus, side);
        let pane = reader.app.desk.focused();
        assert!(pane.open_article().text[pane.cursor..].starts_with("A goat"), "{keys}: {}", pane.cursor);
    }
}

#[test]
fn open_folds_and_the_chosen_statement_stay_when_other_text_is_hidden() {
    let mut reader = reader();
    reader.press("S G Enter j j");
    assert_eq!(shown(&reader)[grid(&reader).row], "brass");
    reader.press("k k x");
    assert_eq!(shown(&reader), ["keeper", "in", "goat", "will", "fell", "brass", "are"]);
    assert_eq!(shown(&reader)[grid(&reader).row], "fell", "the next one is chosen");
    reader.press("k k x");
    assert_eq!(shown(&reader)[..3], ["keeper", "in", "will"]);
    assert_eq!(shown(&reader)[grid(&reader).row], "will");
    reader.press("u u");
    assert_eq!(shown(&reader).len(), 8, "and again when it is shown: {:?}", shown(&reader));
}
