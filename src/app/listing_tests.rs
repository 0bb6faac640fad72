//! Lists: what they show, how typing filters them, and where a row leads.

use super::list_row;
use super::reader::Reader;
use super::{Mode, Phase};
use crate::text::Side;

const LEFT: &str = "\
The harbour master counted forty gulls on the northern pier before breakfast.

Nobody asked the seals.

A grey lantern hangs above the smokehouse door, and the cook trims it twice each winter.

Rope is sold by the fathom in the yellow shed behind the chapel.";

const RIGHT: &str = "\
Rope is sold by the fathom in the yellow shed behind the chapel.

The harbour master counted forty gulls on the northern pier before breakfast.

A grey lantern hangs above the smokehouse door, and the cook trims it once each winter.";

fn reader() -> Reader {
    Reader::open(&[("harbour.txt", LEFT), ("island.txt", RIGHT)], (90, 24))
}

/// The filtered rows of the list, each with its place, figure and reasons; the chosen one with an arrow.
fn rows(reader: &Reader) -> Vec<String> {
    let Some(Mode::Listing(list)) = reader.app.modes.top() else { return Vec::new() };
    let row = |(at, row): (usize, &usize)| {
        let row = list_row(&reader.app.desk, list, *row).expect("a row");
        format!("{}{} | {} | {}", if at == list.at { "> " } else { "" }, row.place, row.figure, row.why)
    };
    list.shown.iter().enumerate().map(row).collect()
}

#[test]
fn the_list_says_why_each_match_is_one() {
    let mut reader = reader();
    let listed = rows(reader.press("L"));
    assert_eq!(listed.len(), 3, "{listed:#?}");
    assert!(listed[0].starts_with("> ¶1 → ¶2 |  | 12 words shared"), "{listed:#?}");
    assert!(listed[1].starts_with("¶3 → ¶3 |  | 15 words shared · 1 changed"), "{listed:#?}");
    assert!(listed[2].contains("| moved: expected after ¶3 · "), "{listed:#?}");
}

#[test]
fn what_is_typed_narrows_the_list() {
    let table = [("lantern", 1), ("GREY lan", 1), ("moved", 1), ("verb", 0), ("¶4", 1), ("zebra", 0)];
    for (typed, left) in table {
        let mut reader = reader();
        reader.press("L");
        for c in typed.chars() {
            reader.press(if c == ' ' { "Space".to_owned() } else { c.to_string() }.as_str());
        }
        assert_eq!(rows(&reader).len(), left, "{typed:?}");
    }
}

#[test]
fn enter_goes_to_the_chosen_match_and_back_returns() {
    let mut reader = reader();
    reader.press("L ↓ ↓ Enter");
    assert_eq!(reader.app.modes.top(), None);
    for side in Side::BOTH {
        assert!(reader.at(side).0.starts_with("Rope is sold"), "{side:?}: {:?}", reader.at(side));
    }
    reader.press("Ctrl-o");
    assert!(reader.at(Side::Left).0.starts_with("The harbour master"));
}

#[test]
fn the_list_opens_at_the_match_one_stands_on() {
    let mut reader = reader();
    assert!(rows(reader.press("n n L"))[1].starts_with("> ¶3"));
    reader.press("Esc G L");
    assert!(rows(&reader)[2].starts_with("> ¶4"));
}

#[test]
fn a_list_that_cannot_be_says_why() {
    let mut alone = Reader::open(&[("alone.txt", LEFT)], (90, 24));
    assert!(alone.press("L").said().contains("Only one article"), "{}", alone.said());
    let mut reader = reader();
    reader.press("L z z z Enter");
    assert!(reader.said().contains("Backspace"), "{}", reader.said());
    assert!(!reader.press("↓").said().is_empty());
    reader.press("Esc");
    assert_eq!(reader.app.modes.top(), None);
}

/// The phase whose help is open.
fn helped(reader: &Reader) -> Option<Phase> {
    if let Some(Mode::Helping(help)) = reader.app.modes.top() { Some(help.of) } else { None }
}

#[test]
fn the_help_of_a_list_opens_over_it_and_comes_back_to_it_as_it_was() {
    for keys in ["L", "L l a n", "L ↓", "*", "b", "S / h"] {
        let mut reader = reader();
        reader.press(keys);
        let before = reader.app.modes.top().cloned();
        assert!(before.is_some(), "{keys}: {}", reader.said());
        let phase = reader.app.phase();
        assert_eq!(helped(reader.press("F1")), Some(phase), "{keys}");
        reader.press("/ o p e n");
        assert_eq!(helped(reader.press("F1 Enter")), Some(phase), "{keys}: F1 in the help's filter changes nothing");
        reader.press("Esc Esc");
        assert_eq!(reader.app.modes.top().cloned(), before, "{keys}");
    }
}

#[test]
fn a_slash_before_what_is_typed_does_not_count() {
    let (mut plain, mut slashed) = (reader(), reader());
    plain.press("L g u l l");
    slashed.press("L / g u l l");
    assert!(!rows(&plain).is_empty());
    assert_eq!(rows(&slashed), rows(&plain));
}

#[test]
fn a_question_mark_opens_the_help_while_the_filter_is_empty_and_is_typed_after_that() {
    for keys in ["L", "b", "S /"] {
        let mut reader = reader();
        let phase = reader.press(keys).app.phase();
        assert_eq!(helped(reader.press("?")), Some(phase), "{keys}");
        assert_eq!(helped(reader.press("?")), None, "{keys}");
        assert_eq!(helped(reader.press("e ?")), None, "{keys}");
        let typed = match reader.app.modes.top() {
            Some(Mode::Listing(list)) => list.line.text().to_owned(),
            Some(Mode::Synopsis(grid)) => grid.words.text().to_owned(),
            _ => String::new(),
        };
        assert_eq!(typed, "e?", "{keys}");
    }
    let mut reader = reader();
    assert_eq!(helped(reader.press("/ ?")), None, "a search may begin with it");
    assert_eq!(helped(reader.press("F1")), Some(Phase::Prompting));
    assert!(matches!(reader.press("Esc").app.modes.top(), Some(Mode::Prompting(prompt)) if prompt.line.text() == "?"));
}

#[test]
fn the_list_of_articles_has_the_file_beside_a_title_and_the_title_once() {
    let titled = |name: &str, title: &str, text: &str| {
        let article = crate::article::Article::of_text(name, text);
        let meta = crate::kinds::Meta { title: Some(title.to_owned()), ..article.meta.clone() };
        crate::article::Article { meta, ..article }
    };
    let articles = vec![
        titled("gazette", "Nine gates close", "Nine gates close\n\nThe tide rose on Tuesday."),
        titled("herald", "Harbour dry", "The tide rose."),
        crate::article::Article::of_text("courier", "Gulls slept."),
    ];
    let mut reader = Reader::of_articles((articles, crate::boilerplate::RuleSet::default()), (90, 24));
    reader.press("b");
    let Some(Mode::Listing(list)) = reader.app.modes.top() else { panic!("{}", reader.said()) };
    let words = (0..3).filter_map(|at| Some(list.rows.row(at)?.words)).collect::<Vec<_>>();
    assert_eq!(words, ["gazette · The tide rose on Tuesday.", "herald · The tide rose.", "Gulls slept."]);
}
