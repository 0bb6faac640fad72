//! The text of the notes file.

use std::collections::BTreeMap;

use proptest::prelude::{any, prop, prop_assert_eq, proptest};

use super::{Note, NoteChange, NotesText, ReviewMark};

fn change(mark: u64, was: &str, text: &str) -> NoteChange {
    let of = vec!["ferry \"old\".txt".to_owned()];
    let note =
        Note { marks: vec![ReviewMark(mark)], text: text.to_owned(), on: "The old".to_owned(), of, ..Note::default() };
    NoteChange { note, was: was.to_owned() }
}

#[test]
fn a_file_is_written_to_be_read_by_hand() {
    let mut text = NotesText::parse("").expect("an empty file");
    let note = Note {
        marks: vec![ReviewMark(1), ReviewMark(u64::MAX)],
        text: "ask the \"clerk\"".to_owned(),
        on: "The old ferry".to_owned(),
        of: vec!["a.txt".to_owned(), "b.txt".to_owned()],
        made: "2031-04-15".to_owned(),
    };
    text.change(&NoteChange { note: note.clone(), was: String::new() });
    let written = text.text();
    let body: Vec<&str> = written.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(
        body,
        [
            "",
            "[[note]]",
            "text = 'ask the \"clerk\"'",
            "on = \"The old ferry\"",
            "of = [\"a.txt\", \"b.txt\"]",
            "made = 2031-04-15",
            "marks = [\"0000000000000001\", \"ffffffffffffffff\"]"
        ]
    );
    assert_eq!(NotesText::parse(&written).expect("its own text").notes().all(), [note]);
}

#[test]
fn comments_and_what_is_unknown_stay() {
    let own = "# mine\n\n[[note]] # here\ntext = \"old\" # why\nmarks = [\"0000000000000001\"]\ncolour = \"red\"\n\n[[note]]\ntext = \"other\"\nmarks = [\"0000000000000002\"]\n# the end\n";
    let mut text = NotesText::parse(own).expect("notes");
    text.change(&change(1, "old", "new"));
    assert_eq!(text.text(), own.replace("\"old\"", "\"new\""));
    text.change(&change(1, "new", ""));
    let left = text.text();
    assert!(left.contains("text = \"other\"") && left.contains("# the end") && !left.contains("red"), "{left}");
}

#[test]
fn what_commands_a_terminal_is_made_visible() {
    let text =
        NotesText::parse("[[note]]\ntext = \"\\u001b[2J\\nred\"\nmarks = [\"0000000000000001\"]\n").expect("notes");
    assert_eq!(text.notes().all()[0].text, "␛[2J␊red");
}

proptest! {
    /// Whatever notes are written and deleted in whatever order, the file has the latest of each.
    #[test]
    fn no_note_is_lost(changes in prop::collection::vec((0..5_u64, any::<String>()), 0..20)) {
        let mut known: BTreeMap<u64, String> = BTreeMap::new();
        let mut text = NotesText::default();
        for (mark, said) in changes {
            let said = crate::text::visible(&said).into_owned();
            let was = known.get(&mark).cloned().unwrap_or_default();
            text.change(&change(mark, &was, &said));
            if said.is_empty() { known.remove(&mark); } else { known.insert(mark, said); }
            text = NotesText::parse(&text.text()).expect("its own text");
        }
        let mut read: Vec<(u64, String)> = text.notes().all().iter().map(|it| (it.marks[0].0, it.text.clone())).collect();
        read.sort();
        prop_assert_eq!(read, known.into_iter().collect::<Vec<_>>());
    }
}
