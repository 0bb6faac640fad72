//! Notes on matches and paragraphs.

use super::notes_at;
use super::reader::Reader;
use super::{Effect, Event, Mode, NoteChange};
use crate::article::ParagraphId;
use crate::text::Side;

const SHARED: &str =
    "The harbour council of Orrin voted on Tuesday, by nine to two, to close the old north quay for good.";
const ALONE: &str = "Nobody asked the gulls, of course, though three of them attended the meeting.";

fn open() -> Reader {
    let (left, right) = (format!("{SHARED}\n\n{ALONE}"), format!("Tea was served.\n\n{SHARED}"));
    Reader::open(&[("a", &left), ("b", &right)], (120, 30))
}

/// Breaks lines as a typewriter does.
fn wrapped(text: &str) -> String {
    let wrapped = text.split(' ').fold(String::new(), |lines, word| {
        let room = lines.lines().last().map_or(0, str::len) + word.len() < 60;
        lines + if room { " " } else { "\n" } + word
    });
    wrapped.trim().to_owned()
}

/// Writes a note at the cursor; empties the line first.
fn write(reader: &mut Reader, text: &str) {
    reader.press("i Ctrl-u");
    reader.send(Event::Pasted(text.to_owned()));
    reader.press("Enter");
}

fn kept(reader: &Reader) -> Vec<&NoteChange> {
    let notes = reader.effects.iter();
    notes.filter_map(|effect| if let Effect::Note(_, change) = effect { Some(change) } else { None }).collect()
}

fn texts(reader: &Reader, side: Side, paragraph_id: usize) -> Vec<String> {
    notes_at(&reader.app.desk, side, ParagraphId(paragraph_id)).iter().map(|found| found.note.text.clone()).collect()
}

#[test]
fn a_note_to_a_match_stands_on_both_sides() {
    let mut reader = open();
    reader.press("n i");
    assert_eq!(reader.said(), "Note on ¶1 → ¶2; empty deletes it");
    reader.press("Esc");
    write(&mut reader, "who counted?");
    assert_eq!(reader.said(), "Note added");
    assert_eq!(texts(&reader, Side::Left, 0), ["who counted?"]);
    assert_eq!(texts(&reader, Side::Right, 1), ["who counted?"]);
    assert!(texts(&reader, Side::Left, 1).is_empty() && texts(&reader, Side::Right, 0).is_empty());
    let note = &kept(&reader)[0].note;
    assert_eq!((note.of.join(" "), note.made.as_str()), ("a b".to_owned(), "2031-04-15"));
    assert_eq!(note.on, "The harbour council of Orrin voted on Tuesday, by nine to two");
    write(&mut reader, "");
    assert_eq!(reader.said(), "Note deleted");
    assert!(texts(&reader, Side::Left, 0).is_empty());
}

#[test]
fn a_note_to_a_paragraph_is_undone_and_made_again() {
    let mut reader = open();
    reader.press("G");
    write(&mut reader, "ask them");
    assert_eq!(texts(&reader, Side::Left, 1), ["ask them"]);
    reader.press("u");
    assert!(texts(&reader, Side::Left, 1).is_empty());
    reader.press("Ctrl-r");
    assert_eq!(texts(&reader, Side::Left, 1), ["ask them"]);
    let changes: Vec<_> = kept(&reader).iter().map(|it| (it.was.clone(), it.note.text.clone())).collect();
    let written = |was: &str, text: &str| (was.to_owned(), text.to_owned());
    assert_eq!(changes, [written("", "ask them"), written("ask them", ""), written("", "ask them")]);
}

#[test]
fn notes_are_known_by_their_words() {
    let mut reader = open();
    reader.press("n");
    write(&mut reader, "who counted?");
    let notes = reader.app.desk.memory.notes.clone();
    let moved = format!("{}\n\n{}", wrapped(ALONE), wrapped(SHARED));
    let mut other = Reader::open(&[("x", &moved), ("y", SHARED)], (100, 30));
    other.app.desk.memory.notes = notes.clone();
    assert_eq!(texts(&other, Side::Left, 1), ["who counted?"]);
    let mut changed = Reader::open(&[("a", &SHARED.replace("nine", "ten")), ("b", SHARED)], (100, 30));
    changed.app.desk.memory.notes = notes;
    assert!(texts(&changed, Side::Left, 0).is_empty());
    changed.press("L");
    let Some(Mode::Listing(list)) = changed.app.modes.top() else { panic!("no list") };
    let lost = list.rows.row(list.rows.len() - 1).expect("a row");
    assert_eq!(lost.words, "who counted?");
    assert!(lost.why.contains("has changed since this note was written: “The harbour council"), "{}", lost.why);
}

#[test]
fn the_list_finds_the_words_of_notes() {
    let mut reader = open();
    reader.press("n");
    write(&mut reader, "who counted?");
    reader.press("G");
    write(&mut reader, "gulls cannot vote");
    for (typed, place) in [("counted", "† ¶1 → ¶2"), ("cannot", "† ¶2")] {
        reader.press("L");
        reader.send(Event::Pasted(typed.to_owned()));
        let Some(Mode::Listing(list)) = reader.app.modes.top() else { panic!("no list") };
        assert_eq!(list.shown.len(), 1, "{typed}");
        assert_eq!(list.chosen().and_then(|at| list.rows.row(at)).expect("a row").place, place);
        reader.press("Enter");
        assert_eq!(reader.app.modes.top(), None);
    }
    assert_eq!(reader.app.desk.focused().paragraph_id(), ParagraphId(1));
}

#[test]
fn nothing_is_kept_of_a_note_that_is_left_or_empty() {
    let mut reader = open();
    reader.press("i Esc");
    write(&mut reader, "");
    assert_eq!(reader.said(), "No note written");
    write(&mut reader, "x");
    write(&mut reader, "x");
    assert_eq!(reader.said(), "Note unchanged");
    assert_eq!(kept(&reader).len(), 1);
}

#[test]
fn what_undo_makes_of_a_note_is_said() {
    let mut reader = open();
    write(&mut reader, "ask the port");
    for (key, said) in [("u", "Note deleted"), ("Ctrl-r", "Note restored")] {
        reader.press(key);
        assert_eq!(reader.said(), said);
    }
    write(&mut reader, "ask the mayor");
    reader.press("u");
    assert_eq!(reader.said(), "Note changed back");
}

#[test]
fn the_notes_on_a_single_article_are_listed() {
    let mut reader = Reader::open(&[("a", &format!("{SHARED}\n\n{ALONE}"))], (120, 30));
    reader.press("G");
    write(&mut reader, "ask them");
    reader.press("gg L");
    let Some(Mode::Listing(list)) = reader.app.modes.top() else { panic!("{}", reader.said()) };
    assert_eq!(list.rows.row(0).map(|row| row.words).as_deref(), Some("ask them"));
    reader.press("Enter");
    assert_eq!(reader.app.desk.focused().paragraph_id(), ParagraphId(1));
}
