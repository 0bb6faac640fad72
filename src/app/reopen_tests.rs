use std::sync::Arc;

use super::reader::Reader;
use super::{Effect, Event, Mode, Reopened, Size};
use super::{greet, help_sheet};
use super::{open_heads, standing};
use crate::app::desk::reopen::read_anew;
use crate::article::{Article, Extent};
use crate::boilerplate::RuleSet;
use crate::text::Side;

fn paragraphs(word: &str, count: usize) -> String {
    let one = |n: usize| {
        format!("The {word} of day {n} came in by barge and was weighed before the {word} of day {}.\n\n", n + 1)
    };
    (1..=count).map(one).collect()
}

fn article(name: &str, text: &str) -> Article {
    Article::of_text(name, text)
}

/// The first paragraphs of an article.
fn head(name: &str, text: &str) -> Article {
    let end = text.match_indices("\n\n").nth(19).map_or(text.len(), |(at, gap)| at + gap.len());
    Article { extent: Extent::Head, ..article(name, &text[..end]) }
}

/// Opens the beginnings of articles, and does not answer the request for the rest.
fn begun(heads: Vec<Article>) -> Reader {
    let (app, effects) = open_heads(heads, RuleSet::default(), "2031-04-15", Size { width: 80, height: 24 });
    Reader { app, file: Vec::new(), others: Default::default(), effects }
}

fn two() -> (String, String) {
    (paragraphs("coal", 200), paragraphs("salt", 150) + &paragraphs("coal", 40))
}

fn two_begun() -> Reader {
    let (left, right) = two();
    begun(vec![head("left", &left), head("right", &right)])
}

fn whole(reader: &mut Reader, articles: Vec<Article>, complaints: &[&str]) {
    let Some(Effect::Read(ticket)) = reader.effects.iter().rev().find(|effect| matches!(effect, Effect::Read(_)))
    else {
        panic!("nothing is to be read")
    };
    let articles = articles.into_iter().map(Arc::new).collect();
    let complaints = complaints.iter().map(|complaint| (*complaint).to_owned()).collect();
    reader.send(Event::Reopened(Reopened { ticket: *ticket, articles, complaints }));
}

fn two_whole(reader: &mut Reader) {
    let (left, right) = two();
    whole(reader, vec![article("left", &left), article("right", &right)], &[]);
}

#[test]
fn heads_ask_for_the_rest_and_are_not_collated() {
    let reader = two_begun();
    assert!(matches!(reader.effects[..], [Effect::Read(_)]));
    assert!(reader.app.desk.library.is_reading() && !reader.app.desk.collating());
}

#[test]
fn what_needs_the_whole_says_that_it_is_being_read() {
    for keys in ["n", "N", "3n", "x", "X", "v", "H", "G", "500G", "G j", "G Ctrl-d", "3x", "9 n"] {
        let mut reader = two_begun();
        reader.press(keys);
        assert_eq!(reader.said(), "Still reading", "{keys}");
        assert!(
            matches!(reader.effects.iter().filter(|effect| !matches!(effect, Effect::Wait(_))).count(), 1),
            "{keys}"
        );
        two_whole(&mut reader);
        assert_eq!(reader.said(), "", "{keys}");
        assert!(!reader.app.desk.library.is_reading() && reader.app.desk.collation().is_some(), "{keys}");
    }
    let mut reader = two_begun();
    reader.press("3");
    reader.wait();
    assert_eq!(reader.said(), "Still reading");
    reader.press("gg k");
    assert_eq!(reader.said(), "Top of the article");
}

#[test]
fn the_reader_keeps_the_place_when_the_whole_comes() {
    for keys in ["", "5 j", "3 Ctrl-d", "15gg", "Tab 2 Ctrl-d 3 k", "G", "7 j Tab 20 j"] {
        let mut reader = two_begun();
        reader.press(keys);
        let before = Side::BOTH.map(|side| (reader.at(side), reader.app.desk.row[side].cursor));
        two_whole(&mut reader);
        assert_eq!(Side::BOTH.map(|side| (reader.at(side), reader.app.desk.row[side].cursor)), before, "{keys}");
    }
}

#[test]
fn the_whole_is_read_like_any_article() {
    let mut reader = two_begun();
    two_whole(&mut reader);
    reader.press("n");
    assert!(standing(&reader.app.desk).is_some());
    reader.press("G");
    assert_eq!(reader.app.desk.row[Side::Left].paragraph_id().0, 199);
    reader.press("j");
    assert_eq!(reader.said(), "End of the article");
}

#[test]
fn articles_that_changed_places_or_are_joined_by_others_are_known_again() {
    let (left, right) = two();
    let mut reader = two_begun();
    reader.press("2").wait();
    assert_eq!(reader.said(), "Swapped the two articles");
    assert!(!reader.effects.iter().any(|effect| matches!(effect, Effect::Collate(_))), "heads are not collated");
    reader.press("5 j");
    let stood = reader.at(Side::Left);
    let articles =
        vec![article("first", "One."), article("right", &right), article("left", &left), article("last", "Two.")];
    whole(&mut reader, articles, &["none.txt: no such file", "b.txt: is empty"]);
    assert_eq!(reader.at(Side::Left), stood);
    let names = Side::BOTH.map(|side| reader.app.desk.row[side].open_article().name.clone());
    assert_eq!(names, ["right", "left"]);
    assert_eq!(reader.app.desk.row.pair().right, 2);
    assert_eq!(reader.said(), "none.txt: no such file (and 1 more; ? lists all)");
    assert!(reader.app.desk.library.clusters.known().is_some());
}

#[test]
fn a_head_that_becomes_no_article_makes_room_for_the_next() {
    let (left, right) = two();
    for (articles, shown) in [
        (vec![article("right", &right)], ["", "right"]),
        (vec![article("right", &right), article("third", "Three.")], ["third", "right"]),
        (vec![article("left", &left)], ["left", ""]),
        (vec![article("left", &left), article("third", "Three.")], ["left", "third"]),
        (vec![article("third", "Three."), article("fourth", "Four.")], ["third", "fourth"]),
    ] {
        let mut reader = two_begun();
        reader.press("Tab 9 j");
        whole(&mut reader, articles, &[]);
        assert_eq!(Side::BOTH.map(|side| reader.app.desk.row[side].open_article().name.clone()), shown);
        reader.press("j n G 2 n x u v j Esc");
    }
}

#[test]
fn an_article_that_is_alone_at_first_is_joined_by_the_next() {
    let (left, right) = two();
    let mut reader = begun(vec![head("left", &left)]);
    reader.press("2").wait();
    assert_eq!(reader.said(), "Still reading");
    whole(&mut reader, vec![article("left", &left), article("right", &right)], &[]);
    assert_eq!(Side::BOTH.map(|side| reader.app.desk.row[side].article), [0, 1]);
}

#[test]
fn an_older_reading_is_dropped_and_one_that_breaks_off_leaves_the_heads() {
    let mut reader = two_begun();
    reader.send(Event::Reopened(Reopened { ticket: 99, articles: Vec::new(), complaints: Vec::new() }));
    assert!(reader.app.desk.library.is_reading());
    let Some(Effect::Read(ticket)) = reader.effects.first().cloned() else { panic!("nothing is to be read") };
    reader.send(Event::Failed(ticket, "reading failed: for an unknown reason".to_owned()));
    assert!(!reader.app.desk.library.is_reading() && reader.app.desk.collation().is_some());
    assert_eq!(reader.said(), "reading failed: for an unknown reason");
    reader.press("G j");
    assert_eq!(reader.said(), "Could not read the rest of the article");
}

/// Opens two whole articles, and reads them again with these texts.
fn read_again(reader: &mut Reader, left: &str, right: &str) {
    read_anew(&mut reader.app.desk);
    reader.effects.extend(reader.app.desk.outbox.take());
    whole(reader, vec![article("left", left), article("right", right)], &[]);
}

#[test]
fn what_was_hidden_or_marked_stays_where_the_words_stay() {
    let (left, right) = two();
    let mut reader = Reader::open(&[("left", &left), ("right", &right)], (80, 24));
    reader.press("4gg x 9gg x");
    let changed = left.replacen("day 9 came", "day 9 rolled", 1);
    read_again(&mut reader, &changed, &right);
    let hidden: Vec<_> =
        reader.app.desk.library.masks[0].hidden().iter().map(|hidden| hidden.span.of(&changed)).collect();
    assert_eq!(hidden.len(), 1, "{hidden:?}");
    assert!(hidden[0].starts_with("The coal of day 4 "));
    reader.press("u");
    assert_eq!(reader.said(), "Shown again");
    reader.press("u");
    assert_eq!(reader.said(), "Nothing to undo");

    reader.press("20gg v j j");
    read_again(&mut reader, &changed, &right);
    assert_eq!(reader.app.modes.top(), Some(&Mode::Marking(super::Marking { from: 19, to: 21 })));
    reader.press("Esc X");
    assert!(matches!(reader.app.modes.top(), Some(Mode::Picking(_))));
    read_again(&mut reader, "Short.", &right);
    assert_eq!((reader.app.modes.top(), reader.at(Side::Left).0.as_str()), (None, "Short."));
    reader.press("n j k G Tab n");
}

#[test]
fn the_screen_greets_with_the_first_complaint_and_the_help_lists_all() {
    let complaints: Vec<String> = ["a: is no text", "b: is empty", "c: is empty"].map(str::to_owned).to_vec();
    for (count, said) in [(0, ""), (1, "a: is no text"), (3, "a: is no text (and 2 more; ? lists all)")] {
        let mut reader = Reader::open(&[("one.txt", "One."), ("two.txt", "Two.")], (80, 24));
        greet(&mut reader.app.desk, &complaints[..count]);
        assert_eq!(reader.said(), said);
        let listed = format!("{:?}", help_sheet(&reader.press("?").app).columns);
        assert!(
            complaints.iter().enumerate().all(|(at, complaint)| listed.contains(complaint) == (at < count)),
            "{listed}"
        );
    }
}

#[test]
fn the_bundled_articles_greet_with_the_marks_until_a_key_is_pressed() {
    let mut reader = Reader::bundled((100, 30));
    greet(&mut reader.app.desk, &[]);
    assert!(reader.said().starts_with("│ verbatim  ~ edited") && reader.said().contains("? help"), "{}", reader.said());
    reader.press("j");
    assert_eq!(reader.said(), "");
    reader.press(": r e l o a d Enter");
    assert_ne!(reader.said().chars().next(), Some('│'), "{}", reader.said());
}
