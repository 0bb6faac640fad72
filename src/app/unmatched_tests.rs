//! Unmatched text: highlighted, stepped through and listed, in the other article and in all others.

use super::reader::Reader;
use super::{Effect, Event, Goal, Highlight, Keys, Listed, Mode, Narrated, alone, in_none, list_row, update};
use crate::text::Side;

const LAMP: &str = "The keeper of the seventh gate counted every lantern twice before dawn.";
const GOAT: &str = "A goat was found in the chapel pulpit of Upper Tolle on the morning of the feast.";
const BELL: &str = "Nobody in the parish had rung the cracked bell since the great flood of the river Imber.";
const PEARS: &str = "Orchard owners near Lesk expect the smallest harvest of winter pears in forty years.";

/// The first has the lamp and the goat; the second has only the lamp, the third only the goat.
fn reader() -> Reader {
    let texts = [[LAMP, GOAT].join("\n\n"), [LAMP, BELL].join("\n\n"), [PEARS, GOAT].join("\n\n")];
    let names = ["one.txt", "two.txt", "three.txt"];
    let texts: Vec<(&str, &str)> = names.into_iter().zip(texts.iter().map(String::as_str)).collect();
    Reader::open(&texts, (100, 30))
}

/// The kind of the open list, and the places of its rows.
fn listed(reader: &Reader) -> (Listed, Vec<String>) {
    let Some(Mode::Listing(list)) = reader.app.modes.top() else { panic!("no list: {}", reader.said()) };
    let row = |at: &usize| list_row(&reader.app.desk, list, *at).expect("a row").place;
    (list.listed, list.shown.iter().map(row).collect())
}

fn unmatched_in_all(reader: &Reader, side: Side) -> Vec<String> {
    let desk = &reader.app.desk;
    let known = in_none(desk, desk.row.ix(side)).expect("it is known");
    known.iter().map(|stretch| stretch.span.of(&desk.row[side].open_article().text).to_owned()).collect()
}

#[test]
fn o_goes_from_the_other_article_to_all_others_and_back() {
    let mut reader = reader();
    let lit = |reader: &Reader| reader.app.desk.view.lit;
    reader.press("o");
    assert_eq!(lit(&reader), Highlight::OnlyHere);
    reader.press("n");
    let (number, all, stretch) = alone(&reader.app.desk).expect("on the goat, which the second has not");
    assert_eq!((number, all, stretch.paragraph_id.0), (1, 1, 1));
    reader.press("o");
    assert_eq!(lit(&reader), Highlight::InNone);
    assert_eq!(unmatched_in_all(&reader, Side::Left), [""; 0], "the third has the goat");
    assert_eq!(unmatched_in_all(&reader, Side::Right), [BELL]);
    reader.press("n");
    assert_eq!(reader.said(), "No unmatched text in this article");
    reader.press("Tab n");
    assert_eq!(alone(&reader.app.desk).expect("on the bell").2.paragraph_id.0, 1);
    reader.press("o");
    assert_eq!(lit(&reader), Highlight::Shared);
}

#[test]
fn of_two_articles_the_other_is_all_others() {
    let mut reader = Reader::open(&[("one.txt", LAMP), ("two.txt", BELL)], (100, 30));
    reader.press("o o");
    assert_eq!(reader.app.desk.view.lit, Highlight::Shared);
}

#[test]
fn hidden_text_is_unmatched_nowhere_once_it_is_hidden() {
    let mut reader = reader();
    reader.press("o o Tab G");
    assert_eq!(unmatched_in_all(&reader, Side::Right), [BELL]);
    reader.press("x");
    assert_eq!(unmatched_in_all(&reader, Side::Right), [""; 0]);
    reader.press("u");
    assert_eq!(unmatched_in_all(&reader, Side::Right), [BELL]);
}

#[test]
fn a_long_name_in_the_list_is_cut_in_the_middle() {
    let mut reader =
        Reader::open(&[("the-very-long-name-of-a-file-about-the-old-lamp.txt", LAMP), ("two.txt", BELL)], (100, 30));
    reader.press("o L");
    let Some(Mode::Listing(list)) = reader.app.modes.top() else { panic!("no list: {}", reader.said()) };
    let names: Vec<String> = (0..2).map(|at| list_row(&reader.app.desk, list, at).expect("a row").why).collect();
    assert_eq!(names, ["the-very-long-name…the-old-lamp.txt", "two.txt"]);
}

#[test]
fn a_row_keeps_the_mark_that_closes_its_words() {
    let one = format!("{LAMP}\n\nThe night tram at Bellhouse Square (Per Aldane/MP)\n\n{GOAT}");
    let mut reader = Reader::open(&[("one.txt", &one), ("two.txt", &format!("{LAMP}\n\n{GOAT}"))], (100, 30));
    reader.press("o L");
    let Some(Mode::Listing(list)) = reader.app.modes.top() else { panic!("no list: {}", reader.said()) };
    let row = list_row(&reader.app.desk, list, 0).expect("a row");
    assert_eq!(row.words, "The night tram at Bellhouse Square (Per Aldane/MP)");
}

#[test]
fn without_a_diff_there_is_nothing_to_write() {
    let mut reader = reader();
    for keys in [": w Enter", ": w Space o u t . t x t Enter"] {
        reader.press(keys);
        assert_eq!(reader.said(), "No diff is open whose result could be written; D opens one", "{keys}");
    }
}

#[test]
fn the_list_is_of_what_is_lit_and_tab_shows_the_next() {
    let mut reader = reader();
    reader.press("o L");
    assert_eq!(listed(&reader), (Listed::Unmatched, vec!["1 ¶2".to_owned(), "2 ¶2".to_owned()]));
    reader.press("Tab");
    assert_eq!(listed(&reader), (Listed::InNone, vec!["2 ¶2".to_owned(), "3 ¶1".to_owned()]));
    reader.press("Esc o L");
    assert_eq!(listed(&reader).0, Listed::InNone);
    reader.press("Tab Tab");
    assert_eq!(listed(&reader).0, Listed::Unmatched, "the matches lie between");
}

#[test]
fn enter_leads_to_what_no_other_article_has() {
    let mut reader = reader();
    reader.press("o o L ↓ Enter");
    assert_eq!(reader.app.modes.top().map(|_| ()), None);
    assert_eq!(reader.app.desk.focused().article, 2, "the third is not shown, and comes into this pane");
    assert!(reader.at(Side::Left).0.starts_with("Orchard owners"));
    reader.press("Ctrl-o");
    assert_eq!(reader.app.desk.row.articles(), [0, 1]);
    reader.press("L ↓ ↑ Enter");
    assert_eq!(reader.app.desk.row.focus, Side::Right, "the second is shown, and has the focus");
}

#[test]
fn a_list_that_waits_for_the_story_opens_when_it_is_known_and_blocks_no_key() {
    let mut reader = reader();
    reader.press("o o o");
    reader.press("x");
    // As if there were too many articles to find it before somebody asks.
    reader.app.desk.narrating.found.forget();
    let key = |written: &str| Event::Key(Keys::read(written).0[0]);
    update(&mut reader.app, key("o"));
    let asked = update(&mut reader.app, key("o"));
    let [Effect::Narrate(gathering)] = asked.as_slice() else { panic!("{asked:?}") };
    let gathering = gathering.clone();
    assert!(update(&mut reader.app, key("L")).is_empty(), "it is asked for already");
    assert_eq!((reader.app.modes.top().is_none(), reader.said()), (true, "Comparing all articles …"));
    let cursor = reader.app.desk.focused().cursor;
    update(&mut reader.app, key("j"));
    assert_ne!(reader.app.desk.focused().cursor, cursor, "one reads on meanwhile");
    update(&mut reader.app, Event::Narrated(Narrated { ticket: gathering.ticket, done: (1, 3), story: None }));
    assert!(reader.app.modes.top().is_none());
    reader.answer(vec![Effect::Narrate(gathering)]);
    assert_eq!(listed(&reader).0, Listed::InNone);
    let Some(Mode::Listing(list)) = reader.app.modes.top() else { panic!("no list") };
    let goal = list_row(&reader.app.desk, list, 0).expect("a row").goal;
    assert!(matches!(goal, Goal::There(..)), "{goal:?}");
}

const LAKE: &str = "The board will lower the lake of Halvern by five metres before Sunday";
const HALLS: &str = "and the county has opened two school halls as shelters";

#[test]
fn a_clause_added_inside_a_match_is_lit_and_listed_like_other_unmatched_text() {
    let rest = format!("{GOAT}\n\n{PEARS}");
    let (plain, fuller) = (format!("{LAKE}.\n\n{rest}"), format!("{LAKE}, {HALLS}.\n\n{BELL}\n\n{rest}"));
    let mut reader = Reader::open(&[("one.txt", &fuller), ("two.txt", &plain), ("three.txt", &plain)], (100, 30));
    reader.press("o L");
    assert_eq!(listed(&reader), (Listed::Unmatched, vec!["1 ¶1".to_owned(), "1 ¶2".to_owned()]));
    reader.press("Esc n");
    let spans = |reader: &Reader| alone(&reader.app.desk).map(|(number, all, stretch)| (number, all, stretch.span));
    let start = LAKE.len() + 2;
    let added = crate::text::Span::new(start, start + HALLS.len());
    assert_eq!(spans(&reader), Some((1, 2, added)));
    reader.press("o L");
    assert_eq!(listed(&reader), (Listed::InNone, vec!["1 ¶1".to_owned(), "1 ¶2".to_owned()]));
    reader.press("Esc");
    assert_eq!(unmatched_in_all(&reader, Side::Left), [HALLS, BELL]);
    assert_eq!(unmatched_in_all(&reader, Side::Right), [""; 0]);
}

#[test]
fn with_one_article_alone_nothing_can_be_unmatched() {
    let mut reader = Reader::open(&[("one.txt", "Nobody asked the seals.\n\nRain fell.")], (80, 24));
    reader.press("o");
    assert_eq!(reader.said(), "Only one article is open; nothing to compare it with");
    assert_eq!(reader.app.desk.view.lit, Highlight::Shared);
    let said = reader.said().to_owned();
    reader.press("Q");
    assert_eq!(reader.said(), said);
}
