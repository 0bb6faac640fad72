//! A passage in other articles: what is listed, and where it leads.

use std::collections::BTreeMap;

use super::reader::Reader;
use super::{ListRow, Mode, also_beside, also_in};
use crate::collate::Class;
use crate::text::Side;

const FIRST: &str = "\
The cook trims the lantern twice each winter.

Gulls sleep on the roof of the chapel.";
const SECOND: &str = "\
A ferry left.

The cook trims the old lantern twice each winter.";
const THIRD: &str = "\
Rain fell.

Rain went on.

THE COOK trims the ‘lantern’ twice each winter.";

fn reader() -> Reader {
    Reader::open(&[("one.txt", FIRST), ("two.txt", SECOND), ("three.txt", THIRD)], (90, 24))
}

fn rows(reader: &Reader) -> Vec<(String, String, Vec<String>)> {
    let Some(Mode::Listing(list)) = reader.app.modes.top() else { return Vec::new() };
    let lit = |row: &ListRow| row.lit.iter().map(|lit| lit.of(&row.words).to_owned()).collect();
    let rows = (0..list.rows.len()).filter_map(|at| list.rows.row(at));
    rows.map(|row| (row.place.clone(), row.why.clone(), lit(&row))).collect()
}

fn row(place: &str, why: &str, lit: &[&str]) -> (String, String, Vec<String>) {
    (place.to_owned(), why.to_owned(), lit.iter().map(|lit| (*lit).to_owned()).collect())
}

#[test]
fn the_apparatus_shows_each_reading_with_what_differs() {
    let mut reader = reader();
    let expected = [
        row("1 one.txt ¶1", "here", &[]),
        row("2 two.txt ¶2", "edited", &["old"]),
        row("3 three.txt ¶3", "word for word", &[]),
    ];
    assert_eq!(rows(reader.press("a")), expected);
    reader.press("Esc G a");
    assert_eq!(reader.said(), "No match for this sentence in any other article");
}

#[test]
fn the_apparatus_marks_dropped_words_and_says_that_a_fact_differs() {
    let one = "The old harbour board paid 400 crowns for a dozen lanterns on Monday.\n\nIt will not pay for any more of the lanterns this year.";
    let two = "The harbour board paid 500 crowns for a dozen lanterns on Monday.\n\nIt will pay for any more of the lanterns this year.";
    let mut reader = Reader::open(&[("one.txt", one), ("two.txt", two)], (90, 24));
    let told = rows(reader.press("a"));
    assert_eq!(told[1].1, "edited; differs in: number");
    assert_eq!(told[1].2, ["[-old-]", "500"]);
    let Some(Mode::Listing(list)) = reader.app.modes.top() else { panic!("no list") };
    let words = list.rows.row(1).expect("a row").words;
    assert_eq!(words, "The [-old-] harbour board paid 500 crowns for a dozen lanterns on Monday.");
    reader.press("Esc G a");
    let told = rows(&reader);
    assert_eq!((told[1].1.as_str(), &told[1].2[..]), ("edited; differs in: negation", &["[-not-]".to_owned()][..]));
}

#[test]
fn a_new_rule_hides_in_articles_that_no_pane_shows() {
    let mut reader = Reader::bundled((120, 35));
    reader.press("B y Esc 7 gg a");
    let told = rows(&reader);
    let wire = told.iter().find(|row| row.0.contains("northern-wire")).expect("the same caption");
    assert_eq!(wire.1, "word for word");
}

#[test]
fn the_apparatus_never_calls_a_denial_all_of_it_and_more() {
    let cut = "The harbour office of Lesk said the second gate had closed as planned.";
    let whole =
        "The harbour office of Lesk said the second gate had closed as planned and had prevented a far worse flood.";
    let denied = "The harbour office of Lesk said the second gate had not closed as planned.";
    let rest = "Gulls sleep on the roof of the chapel.";
    let texts = [whole, cut, denied].map(|text| format!("{text}\n\n{rest}"));
    let mut reader =
        Reader::open(&[("whole.txt", &texts[0]), ("cut.txt", &texts[1]), ("denied.txt", &texts[2])], (90, 24));
    let why =
        |reader: &Reader| rows(reader).into_iter().map(|(place, why, _)| format!("{place}: {why}")).collect::<Vec<_>>();
    reader.press("Tab a");
    assert_eq!(
        why(&reader),
        ["2 cut.txt ¶1: here", "1 whole.txt ¶1: all of it and more", "3 denied.txt ¶1: edited; differs in: negation"]
    );
}

#[test]
fn other_articles_come_first_and_what_stands_in_them_is_not_struck() {
    let first = "The council said on Tuesday that the old lock would be closed for two weeks while the gates are repaired. \
                 Boats must wait at the upper basin until the lock opens again in June.\n\nThe ferry runs as usual. While \
                 the gates are repaired the old lock will be closed for two weeks, and boats wait at the upper basin.";
    let second = "The council said on Tuesday that the old lock would be closed for two weeks. The gates are being \
                  repaired. Divers found cracks in three of the gates last autumn.";
    let third = "While the gates are repaired, the old lock would be closed for two weeks, the council said on Tuesday. Nobody \
                 was hurt in the harbour during the storm, and the mayor thanked everybody.";
    let mut reader = Reader::open(&[("one.txt", first), ("two.txt", second), ("three.txt", third)], (90, 24));
    reader.press("n a");
    let Some(Mode::Listing(list)) = reader.app.modes.top() else { panic!("a list") };
    let rows: Vec<ListRow> = (0..list.rows.len()).filter_map(|at| list.rows.row(at)).collect();
    let places: Vec<&str> = rows.iter().map(|row| row.place.as_str()).collect();
    assert_eq!(places, ["1 one.txt ¶1", "2 two.txt ¶1", "2 two.txt ¶1", "3 three.txt ¶1", "1 one.txt ¶2"], "{rows:#?}");
    assert_eq!(rows[2].words, "The [-while the-] gates are being repaired.");
    assert!(rows[1].words.ends_with("weeks [-while the gates are repaired-]."), "{}", rows[1].words);
}

#[test]
fn the_apparatus_asks_about_the_match_one_stands_on() {
    let lead = "Fog lay on the quays.";
    let shared = "Nobody greases the northern sluice gate for nine long winters at his own cost.";
    let one = format!("{lead} {shared}");
    let other = format!(
        "Asked on the quay after the storm had gone, the engineer wiped his hands. {shared} Seven kites stood over the harbour wall until dusk."
    );
    let mut reader = Reader::open(&[("one.txt", &one), ("two.txt", &other)], (90, 24));
    assert!(reader.app.desk.focused().cursor < lead.len(), "the row begins with another sentence");
    let told = rows(reader.press("a"));
    assert_eq!(told.len(), 2, "{}", reader.said());
    assert_eq!(told[1].1, "word for word", "{told:?}");
}

#[test]
fn enter_brings_the_reading_alongside_in_the_other_pane() {
    let mut reader = reader();
    reader.press("a ↓ Enter");
    assert_eq!(reader.app.desk.row[Side::Right].article, 2);
    assert_eq!(reader.at(Side::Right).0, "THE COOK trims the ‘lantern’ twice", "{}", reader.said());
    assert_eq!(reader.at(Side::Left).1, reader.at(Side::Right).1, "on one row");
    assert!(reader.app.desk.collation().is_some());
    assert!(reader.at(Side::Left).0.starts_with("The cook trims the lantern twice"));
    reader.press("Ctrl-o");
    assert_eq!(reader.app.desk.row[Side::Right].article, 1);
}

#[test]
fn two_articles_have_an_apparatus_too() {
    let mut reader = Reader::open(&[("one.txt", FIRST), ("two.txt", SECOND)], (90, 24));
    assert_eq!(rows(reader.press("a")).len(), 2);
    let mut alone = Reader::open(&[("one.txt", FIRST)], (90, 24));
    assert!(alone.press("a").said().starts_with("Only one article"), "{}", alone.said());
}

#[test]
fn a_passage_is_looked_for_everywhere() {
    let mut reader = reader();
    let found = rows(reader.press("*"));
    assert_eq!(found[1], row("3 three.txt ¶3", "word for word", &[]));
    assert!(found[2].0 == "2 two.txt ¶2" && found[2].1 == "nearly word for word", "{found:#?}");
    let Some(Mode::Listing(listing)) = reader.app.modes.top() else { panic!("{}", reader.said()) };
    let classes: Vec<Option<Class>> = (1..3).map(|at| listing.rows.row(at).unwrap().class).collect();
    assert_eq!(classes, [Some(Class::Verbatim), Some(Class::Edited)], "as the panes mark them");
    reader.press("Esc G *");
    assert_eq!(reader.said(), "“Gulls sleep on the roof of the chapel” is in none of the 2 other articles");
}

#[test]
fn a_quotation_comes_alongside_with_the_beginning_of_its_paragraph() {
    let long = "“The keeper of the light in Lunn told my grandmother every single winter that he would never thank a wall until the \
                water has gone,” the mayor said.";
    let mut reader = Reader::open(
        &[
            ("quotation", "never thank a wall until the water has gone"),
            ("a", &format!("Lunn\n\n{long}\n\nGulls sleep.")),
        ],
        (80, 24),
    );
    reader.press("* Enter");
    let right = &reader.app.desk.row[Side::Right];
    let first = right.start_of(right.paragraph_id());
    assert!(right.row_of(first, 24) >= 0 && right.at() != first, "{:?}", right.cursor);
}

#[test]
fn an_article_beside_that_has_the_statement_too_is_known() {
    let mut reader = reader();
    reader.press("S Esc");
    assert_eq!(also_beside(&reader.app.desk), Some(2));
    reader.press("G");
    assert_eq!(also_beside(&reader.app.desk), None, "the gulls are only here");
}

#[test]
fn also_in_names_the_same_articles_before_and_after_the_synopsis_is_shown() {
    let mut reader = Reader::bundled((120, 35));
    let mut named = BTreeMap::new();
    for paragraph in 1..=17 {
        reader.press(&format!("{paragraph} g g"));
        named.insert(paragraph, also_in(&reader.app.desk));
    }
    assert!(named.values().filter(|articles| !articles.is_empty()).count() > 5, "{named:?}");
    reader.press("S Esc");
    for (paragraph, before) in named {
        reader.press(&format!("{paragraph} g g"));
        assert_eq!(also_in(&reader.app.desk), before, "{paragraph}");
    }
}

#[test]
fn a_quotation_is_also_in_the_articles_that_have_its_words_not_in_those_that_state_the_sentence_around_them() {
    let long =
        "The keeper rang the old harbour bell twice on Monday, and the gulls left the roof of the chapel for the day.";
    let other = "The keeper rang it twice on Monday, and the gulls left the roof of the chapel for the day.";
    let texts = [("stdin", "harbour bell"), ("one.txt", "Rain fell."), ("two.txt", long), ("three.txt", other)];
    let mut reader = Reader::open(&texts, (90, 24));
    assert_eq!(also_in(&reader.app.desk), [3]);
    reader.press("S Esc");
    assert_eq!(also_in(&reader.app.desk), [3]);
    let told: Vec<String> = rows(reader.press("a")).into_iter().map(|row| row.0).collect();
    assert_eq!(told, ["1 stdin ¶1", "3 two.txt ¶1"]);
}
