//! The articles as a list: what typing finds, and where it leads.

use super::reader::Reader;
use super::{Effect, Event, Keys, Mode, update};
use super::{candidates, list_row};
use crate::text::Side;

const TEXTS: [(&str, &str); 4] = [
    ("harbour-post.txt", "Forty gulls were counted on the northern pier before breakfast on Monday morning."),
    ("island-weekly.txt", "The smokehouse lantern burns again, and the cook is glad of it."),
    ("hill-gazette.txt", "Forty gulls were counted on the northern pier before breakfast on Monday morning."),
    ("chapel-notes.txt", "Rope is sold by the fathom in the yellow shed."),
];

fn reader() -> Reader {
    Reader::open(&TEXTS, (100, 24))
}

/// The places and figures of the filtered rows.
fn rows(reader: &Reader) -> Vec<(String, String)> {
    let Some(Mode::Listing(list)) = reader.app.modes.top() else { return Vec::new() };
    let rows = list.shown.iter().filter_map(|at| list_row(&reader.app.desk, list, *at));
    rows.map(|row| (row.place, row.figure)).collect()
}

fn typed(text: &str) -> String {
    text.chars().map(|c| if c == ' ' { " Space".to_owned() } else { format!(" {c}") }).collect()
}

#[test]
fn all_articles_are_listed_with_how_much_stands_beside() {
    let mut reader = reader();
    let listed = rows(reader.press("Tab b"));
    let expected = [
        ("1 harbour-post.txt", "beside"),
        ("2 island-weekly.txt", "0 % in 1"),
        ("3 hill-gazette.txt", "100 % in 1"),
        ("4 chapel-notes.txt", "0 % in 1"),
    ];
    assert_eq!(listed, expected.map(|(place, figure)| (place.to_owned(), figure.to_owned())));
}

#[test]
fn letters_of_name_words_or_source_find_an_article() {
    let table = [("gaz", 3), ("hgz", 3), ("ISLAND", 2), ("rope fathom", 4), ("chnotes", 4), ("3", 3)];
    for (letters, first) in table {
        let mut reader = reader();
        reader.press("b").press(&typed(letters)).press("Enter");
        assert_eq!(reader.app.desk.row[Side::Left].article + 1, first, "{letters:?}: {}", reader.said());
        assert_eq!(reader.app.modes.top(), None);
    }
}

#[test]
fn the_article_comes_into_the_focused_pane_and_back_returns() {
    let mut reader = reader();
    reader.press("Tab b h i l l Enter");
    let open = |reader: &Reader| Side::BOTH.map(|side| reader.app.desk.row[side].article);
    assert_eq!(open(&reader), [0, 2]);
    reader.press("Ctrl-o");
    assert_eq!(open(&reader), [0, 1]);
}

#[test]
fn what_is_nowhere_says_so() {
    let mut reader = reader();
    reader.press("b z q z q Enter");
    assert!(reader.said().contains("Backspace"), "{}", reader.said());
    let mut alone = Reader::open(&TEXTS[..1], (100, 24));
    assert!(alone.press("b").said().contains("Only one article"), "{}", alone.said());
}

#[test]
fn a_command_opens_an_article_by_its_name() {
    let table = [("article gazette", Some(2)), ("open CHAPEL", Some(3)), ("article 2", Some(1)), ("open kettle", None)];
    for (command, article) in table {
        let mut reader = reader();
        reader.press("Tab :").press(&typed(command)).press("Enter");
        match article {
            Some(1) => assert!(reader.said().contains("is already here"), "{}", reader.said()),
            Some(article) => assert_eq!(reader.app.desk.row[Side::Right].article, article, "{command}"),
            None => assert!(reader.said().contains("No open article is called kettle"), "{}", reader.said()),
        }
    }
    let mut reader = reader();
    reader.press(":").press(&typed("open gaz"));
    let offered: Vec<String> = candidates(&reader.app).into_iter().map(|it| it.help).collect();
    assert_eq!(offered, ["hill-gazette.txt"]);
}

#[test]
fn a_long_list_is_narrowed_by_a_worker_and_enter_waits_for_it() {
    let names: Vec<(String, String)> =
        (0..400).map(|at| (format!("letter-{at:03}.txt"), format!("Letter {at} says little."))).collect();
    let texts: Vec<(&str, &str)> = names.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let mut reader = Reader::open(&texts, (100, 24));
    reader.press("b");
    let mut asked = Vec::new();
    for key in Keys::read("377").0 {
        asked.extend(update(&mut reader.app, Event::Key(key)));
    }
    asked.extend(Keys::read("Enter").0.into_iter().flat_map(|key| update(&mut reader.app, Event::Key(key))));
    assert!(matches!(reader.app.modes.top(), Some(Mode::Listing(_))), "the list stays until it is known what is left");
    assert_eq!(asked.len(), 3, "{asked:?}");
    for effect in asked {
        let Effect::Narrow(narrowing) = effect else { panic!("{effect:?}") };
        reader.send(Event::Narrowed(narrowing.answer(&Default::default()).expect("not cancelled")));
    }
    assert_eq!(reader.app.desk.row[Side::Left].article, 376, "the one of that number");
}
