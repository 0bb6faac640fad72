//! Searching: what is found in both panes, how to step through it, and how it ends.

use super::Event;
use super::reader::Reader;
use crate::text::Side;

const LEFT: &str = "\
A basket of eels stood on the quay.

Nobody asked the seals.

The cook smoked an eel and
sold it by the pound.";

const RIGHT: &str = "\
The ferry was late.

Smoked eel is on the table of the inn.";

const THIRD: &str = "An otter ate the eel, and the ‘fish-\nmonger’ wept.";

fn reader() -> Reader {
    Reader::open(&[("harbour.txt", LEFT), ("island.txt", RIGHT), ("otter.txt", THIRD)], (90, 20))
}

/// Types words after `/`, like a reader.
fn search(reader: &mut Reader, words: &str) {
    reader.press("/");
    for c in words.chars() {
        let key = if c == ' ' { "Space".to_owned() } else { c.to_string() };
        reader.press(&key);
    }
}

fn hits(reader: &Reader) -> Vec<usize> {
    let search = reader.app.desk.finding.search.as_ref();
    (0..3)
        .map(|at| search.map_or(0, |search| search.hits_in(at, &reader.app.desk.library.articles[at]).len()))
        .collect()
}

#[test]
fn words_are_found_in_all_articles_while_they_are_typed() {
    let table: &[(&str, [usize; 3])] = &[
        ("ee", [2, 1, 1]),
        ("EEL", [2, 1, 1]),
        ("seal", [1, 0, 0]),
        ("eel and sold", [1, 0, 0]),
        ("'fishmonger'", [0, 0, 1]),
        ("whale", [0, 0, 0]),
    ];
    for (words, expected) in table {
        let mut reader = reader();
        search(&mut reader, words);
        assert_eq!(hits(&reader), expected, "{words:?}");
    }
}

#[test]
fn n_walks_the_hits_of_both_panes_and_begins_again() {
    let mut reader = reader();
    search(&mut reader, "eel");
    reader.press("Enter");
    let at = |reader: &Reader| {
        let article = &reader.app.desk.focused().open_article().name;
        (article.chars().next().unwrap_or(' '), reader.app.desk.focused().paragraph_id().0 + 1)
    };
    assert_eq!(at(&reader), ('h', 1));
    let walked: Vec<_> = (0..4).map(|_| at(reader.press("n"))).collect();
    assert_eq!(walked, [('h', 3), ('i', 2), ('h', 1), ('h', 3)]);
    assert_eq!(at(reader.press("N")), ('h', 1));
    assert_eq!(at(reader.press("N")), ('i', 2));
    assert!(reader.said().contains("Wrapped"), "{}", reader.said());
    assert_eq!(reader.said(), "Wrapped · 1 more in article 3; 3 opens article 3");
    assert_eq!(at(reader.press("2N")), ('h', 1));
    assert_eq!(at(reader.press("Ctrl-o")), ('i', 2));
}

#[test]
fn esc_ends_the_search_and_n_steps_through_matches_again() {
    let mut reader = reader();
    search(&mut reader, "eel");
    reader.press("Enter Esc");
    assert_eq!((reader.app.desk.finding.search.clone(), reader.app.modes.top()), (None, None));
    search(&mut reader, "cook");
    reader.press("Esc");
    assert_eq!((reader.app.desk.finding.search.clone(), reader.app.modes.top()), (None, None));
    reader.press("Esc");
    assert!(reader.said().contains("Nothing to cancel"), "{}", reader.said());
}

#[test]
fn what_is_nowhere_here_is_said() {
    let mut reader = reader();
    search(&mut reader, "whale");
    reader.press("Enter");
    assert_eq!(reader.said(), "No open article contains “whale”");
    search(&mut reader, "otter");
    reader.press("Enter");
    assert_eq!(reader.said(), "“otter” is in neither of these two, but it is in 3 otter.txt; 3 opens it");
    search(&mut reader, "ferry");
    reader.press("Enter");
    assert_eq!((reader.said(), reader.app.desk.row.focus), ("Only in island.txt", Side::Right));
}

#[test]
fn earlier_searches_are_called_up_and_an_empty_one_repeats_the_last() {
    let mut reader = reader();
    search(&mut reader, "eel");
    reader.press("Enter");
    search(&mut reader, "cook");
    reader.press("Enter Esc / ↑ ↑");
    assert_eq!(hits(&reader), [2, 1, 1]);
    reader.press("Enter Esc / Enter");
    assert_eq!(reader.app.desk.finding.search.as_ref().map(|search| search.query.as_str()), Some("eel"));
    reader.press("Esc /");
    reader.send(Event::Pasted("smoked\neel".to_owned()));
    assert_eq!(hits(&reader), [0, 1, 0]);
}

#[test]
fn a_hit_in_hidden_text_is_said_to_be_there() {
    let mut reader = reader();
    reader.press("x");
    search(&mut reader, "basket");
    reader.press("Enter");
    assert!(reader.said().starts_with("In hidden text"), "{}", reader.said());
}
