//! The picker as its reader meets it: each way, what it would hide, and what is said about it.

use super::app_tests::RIGHT;
use super::reader::Reader;
use super::would_hide;
use super::{Mode, Picker};
use crate::boilerplate::{Fit, Way};
use crate::text::Side;

const HARBOUR: &str = "The ferry sails at 9 today.\n\nThe crew of 12 men slept on deck. They woke at dawn.\n\n\
    Give us a coin. Every coin helps. Thank you kindly.\n\nAll photographs by the harbour master.";
const ISLAND: &str = "Nobody has seen the ferry since.\n\nGive us a coin. Every coin counts. Thank you kindly.";

fn reader() -> Reader {
    Reader::open(&[("harbour", HARBOUR), ("island", ISLAND), ("gate", RIGHT)], (80, 24))
}

fn picker(reader: &Reader) -> &Picker {
    match reader.app.modes.seen() {
        Some(Mode::Picking(picker)) => picker,
        mode => panic!("no question: {mode:?}, {}", reader.said()),
    }
}

#[test]
fn ways_go_from_narrow_to_broad_and_round() {
    let mut reader = reader();
    reader.press("3gg X Tab Tab");
    let mut ways = Vec::new();
    for _ in 0..6 {
        let counted: usize = picker(&reader).counted().expect("answered").iter().map(|(places, _)| places).sum();
        ways.push((picker(&reader).way().expect("a way"), counted));
        reader.press("j");
    }
    assert_eq!(picker(&reader).way(), Some(Way::Exactly));
    let expected = [Way::Exactly, Way::Loosely, Way::BeginsSo, Way::Contains, Way::Pattern, Way::ToEnd];
    assert_eq!(ways.iter().map(|(way, _)| *way).collect::<Vec<_>>(), expected);
    assert_eq!(ways[2].1, 2, "{ways:?}");
    reader.press("k");
    assert_eq!(picker(&reader).way(), Some(Way::ToEnd));
}

#[test]
fn what_a_rule_would_hide_is_dimmed_in_both_panes_and_stepped_through() {
    let mut reader = reader();
    reader.press("3gg X Tab Tab j j");
    let dimmed = [0, 1, 2].map(|article| would_hide(&reader.app, article).len());
    assert_eq!(dimmed, [1, 1, 0]);
    assert_eq!(reader.press("n").said(), "Place 1 of 2, in harbour");
    assert_eq!(reader.press("n").said(), "Place 2 of 2, in island");
    assert_eq!(reader.app.desk.row.focus, Side::Right);
    assert_eq!(reader.press("N").said(), "Place 1 of 2, in harbour");
    reader.press("Esc");
    assert!(would_hide(&reader.app, 0).is_empty());
}

#[test]
fn a_phrase_is_edited_and_seen_at_once() {
    let mut reader = reader();
    reader.press("3gg X Tab Tab j j j e Ctrl-u c o i n");
    assert_eq!(picker(&reader).rule.fit.text(), "coin");
    assert_eq!(would_hide(&reader.app, 1).len(), 1);
    reader.press("Esc");
    assert_ne!(picker(&reader).rule.fit.text(), "coin");
    reader.press("e Ctrl-u Enter Enter");
    assert_eq!(reader.said(), "No words to match");
    reader.press("e c o i n Enter Enter");
    assert!(matches!(&reader.file[0].fit, Fit::Contains(_, text) if text == "coin"), "{:?}", reader.file);
    assert_eq!(reader.app.modes.top(), None);
}

#[test]
fn an_expression_is_checked_while_it_is_typed() {
    let mut reader = reader();
    reader.press("3gg X Tab Tab j j j j e Ctrl-u ( c");
    assert!(picker(&reader).wrong.as_ref().is_some_and(|wrong| wrong.contains("unclosed group")));
    reader.press("Enter Enter");
    assert!(reader.said().contains("unclosed group"), "{}", reader.said());
    assert!(reader.file.is_empty());
    reader.press("e o i n ) Enter Enter");
    assert!(matches!(&reader.file[0].fit, Fit::Pattern(_, text) if text == "(coin)"), "{:?}", reader.file);
}

#[test]
fn a_second_mark_ends_a_stretch() {
    let mut reader = reader();
    reader.press("2gg X ] ]");
    assert_eq!(picker(&reader).way(), Some(Way::Between));
    let Fit::Between(_, ends) = &picker(&reader).rule.fit else { panic!("no stretch") };
    assert_eq!((ends.from.as_str(), ends.to.as_str()), ("The crew of 12 men slept", "Every coin helps"));
    reader.press("[ [ [");
    assert_eq!(reader.said(), "The second mark is at the first");
    assert_eq!(reader.press("e").said(), "Only a beginning, a phrase or a pattern can be edited");
}

#[test]
fn a_warning_tells_what_is_much() {
    let mut reader = reader();
    reader.press("gg X k");
    assert_eq!(picker(&reader).way(), Some(Way::ToEnd));
    let said: Vec<_> = picker(&reader)
        .check
        .known()
        .expect("answered")
        .warnings
        .iter()
        .map(|warning| format!("{warning:?}"))
        .collect();
    assert!(said.contains(&"All(0)".to_owned()), "{said:?}");
}
