//! Copying and editing: what is requested, and how the answers are taken in.

use std::path::PathBuf;
use std::sync::Arc;

use super::reader::Reader;
use super::{Edit, Effect, Event, OnDisk, Reopened, Touched};
use crate::article::{Article, Origin};
use crate::boilerplate::RuleSet;
use crate::text::{Side, fingerprint};

const LEFT: &str = "\
Tides rose in the harbour. Nobody slept that night.

The cook trims the lantern twice each winter.

A quiet end.";
const RIGHT: &str = "\
The cook trims the lantern thrice each winter.";

fn reader() -> Reader {
    let file = |name: &str, text: &str| {
        let place = PathBuf::from(format!("/harbour/{name}"));
        Article { origin: Origin::File { named: place.clone(), place }, ..Article::of_text(name, text) }
    };
    Reader::of_articles((vec![file("one.txt", LEFT), file("two.txt", RIGHT)], RuleSet::default()), (90, 24))
}

fn copied(reader: &Reader) -> Option<&str> {
    reader
        .effects
        .iter()
        .rev()
        .find_map(|effect| if let Effect::Copy(text) = effect { Some(text.as_str()) } else { None })
}

fn edited(reader: &Reader) -> Option<Edit> {
    reader.effects.iter().find_map(|effect| if let Effect::Edit(edit) = effect { Some(edit.clone()) } else { None })
}

#[test]
fn what_is_copied_says_where_it_stands() {
    let mut reader = reader();
    reader.press("y");
    assert_eq!(copied(&reader), Some("Tides rose in the harbour. Nobody slept that night.\n— one.txt (harbour), ¶1"));
    reader.press("v l y");
    assert_eq!(copied(&reader), Some("Nobody slept that night.\n— one.txt (harbour), ¶1"));
    assert_eq!(reader.said(), "Copied 4 words, with the source");
    reader.press("n y");
    let both = "The cook trims the lantern twice each winter\n— one.txt (harbour), ¶2\n\n\
                The cook trims the lantern thrice each winter\n— two.txt (harbour), ¶1";
    assert_eq!(copied(&reader).map(|text| text.replace("winter.", "winter")).as_deref(), Some(both));
    reader.send(Event::NotCopied("too long".to_owned()));
    assert!(reader.said().starts_with("Not copied: too long"), "{}", reader.said());
}

#[test]
fn what_is_copied_has_no_space_where_a_line_of_a_script_without_spaces_broke() {
    let text = "市議会は月曜日に古い橋を一年間閉鎖することを決めた。市長は夏までに再び\n開くと約束した。住民は不安を隠さなかったが、渡し船の会社は新しい船を買\nうと言った。";
    let articles = vec![Article::of_text("one", text), Article::of_text("two", RIGHT)];
    let mut reader = Reader::of_articles((articles, RuleSet::default()), (90, 24));
    reader.press("y");
    assert!(copied(&reader).is_some_and(|words| words.starts_with(&text.replace('\n', ""))), "{:?}", copied(&reader));
}

#[test]
fn the_editor_opens_at_the_line_of_the_cursor() {
    let mut reader = reader();
    reader.press("n e");
    let path = PathBuf::from("/harbour/one.txt");
    assert_eq!(edited(&reader), Some(Edit { article: 0, path, line: 3, text: None }));
    let mut bundled = Reader::bundled((90, 24));
    assert_eq!((edited(bundled.press("e")), bundled.said().is_empty()), (None, false));
    assert!(bundled.press(": r e l o a d Enter").said().contains("by a file"), "{}", bundled.said());
}

#[test]
fn what_the_editor_changed_is_read_and_the_place_kept() {
    let mut reader = reader();
    reader.press("G");
    let before = reader.at(Side::Left);
    reader.send(Event::Edited(0, Err("ed ended with 1".to_owned())));
    let Some(Effect::Reread(task)) = reader.effects.pop() else { panic!("nothing is read anew") };
    let text = format!("A new first paragraph of some length.\n\n{LEFT}");
    let new = Article { origin: task.articles[0].origin.clone(), ..Article::of_text("one.txt", &text) };
    let articles = vec![Arc::new(new), Arc::clone(&task.articles[1])];
    reader.send(Event::Reopened(Reopened { ticket: task.ticket, articles, complaints: Vec::new() }));
    assert_eq!(reader.at(Side::Left).0, before.0);
    assert_eq!(reader.said(), "ed ended with 1");
    assert!(reader.app.desk.collation().is_some() && !reader.app.desk.library.is_reading());
}

/// Tells the program that the first file now has this text.
fn on_disk(reader: &mut Reader, text: &str) {
    let touched = vec![Touched { place: PathBuf::from("/harbour/one.txt"), text: fingerprint(text.as_bytes()) }];
    reader.send(Event::OnDisk(OnDisk { touched, new: None }));
}

#[test]
fn what_changes_on_the_disk_is_offered_once() {
    let mut reader = reader();
    on_disk(&mut reader, LEFT);
    assert_eq!((reader.said(), reader.app.desk.is_stale()), ("", false), "the same text");
    on_disk(&mut reader, "Other.");
    assert_eq!(reader.said(), "1 one.txt has changed on disk; :reload reloads it");
    reader.press("j");
    on_disk(&mut reader, "Quite other.");
    assert_eq!((reader.said(), reader.app.desk.is_stale()), ("", true), "said already");
    on_disk(&mut reader, LEFT);
    assert!(!reader.app.desk.is_stale(), "changed back");
    on_disk(&mut reader, "Other.");
    reader.press("Tab : r e l o a d Enter");
    let Some(Effect::Reread(task)) = reader.effects.pop() else { panic!("nothing is read anew") };
    let read: Vec<usize> = task.files.iter().map(|(at, _)| *at).collect();
    assert_eq!(read, [0, 1], "what has changed, and where one is");
}

#[test]
fn what_the_editor_wrote_is_not_offered() {
    let mut reader = reader();
    reader.send(Event::Edited(0, Ok(())));
    let Some(Effect::Reread(task)) = reader.effects.pop() else { panic!("nothing is read anew") };
    on_disk(&mut reader, "Other.");
    assert_eq!(reader.said(), "", "it is being read");
    let new = Article { origin: task.articles[0].origin.clone(), ..Article::of_text("one.txt", "Other.") };
    let articles = vec![Arc::new(new), Arc::clone(&task.articles[1])];
    reader.send(Event::Reopened(Reopened { ticket: task.ticket, articles, complaints: Vec::new() }));
    assert_eq!((reader.said(), reader.app.desk.is_stale()), ("", false));
}

#[test]
fn new_articles_are_offered_and_all_is_read_for_them() {
    let mut reader = reader();
    let new =
        |names: &[&str]| OnDisk { touched: Vec::new(), new: Some(names.iter().map(|it| (*it).to_owned()).collect()) };
    reader.send(Event::OnDisk(new(&["tea", "red\u{1b}[31m"])));
    assert_eq!(reader.said(), "In the folder: 2 new (tea, red␛[31m); :reload opens them");
    reader.press(": r e l o a d Enter");
    assert!(matches!(reader.effects.pop(), Some(Effect::Read(_))));
    assert!(!reader.app.desk.is_stale(), "what is being read is no longer offered");
    reader.send(Event::OnDisk(new(&[])));
    assert!(!reader.app.desk.is_stale());
}

#[test]
fn what_is_the_same_is_not_collated_again() {
    let mut reader = reader();
    let known = reader.app.desk.collation().cloned().expect("a collation");
    reader.send(Event::Edited(0, Ok(())));
    let Some(Effect::Reread(task)) = reader.effects.pop() else { panic!("nothing is read anew") };
    let reopened = Reopened { ticket: task.ticket, articles: task.articles, complaints: Vec::new() };
    reader.send(Event::Reopened(reopened));
    assert!(
        Arc::ptr_eq(&known, reader.app.desk.collation().expect("a collation")) && !reader.app.desk.library.is_reading()
    );
}
