//! The notes file on disk.

use std::fs;

use super::notes_file::NotesFile;
use crate::app::{Note, NoteChange, ReviewMark};

fn change(mark: u64, (was, text): (&str, &str)) -> NoteChange {
    let note = Note { marks: vec![ReviewMark(mark)], text: text.to_owned(), ..Note::default() };
    NoteChange { note, was: was.to_owned() }
}

#[test]
fn notes_of_two_programs_are_both_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = NotesFile { path: Some(folder.path().join("deep/notes.toml")) };
    assert!(file.read().expect("none yet").is_empty());
    file.change(&change(7, ("", "ask the clerk"))).expect("kept");
    let notes = file.change(&change(8, ("", "who counted?"))).expect("kept").expect("a place for them");
    let texts: Vec<&str> = notes.all().iter().map(|note| note.text.as_str()).collect();
    assert_eq!(texts, ["ask the clerk", "who counted?"]);
    let notes = file.change(&change(7, ("", "seen by another"))).expect("kept").expect("a place for them");
    assert_eq!(notes.find(&[ReviewMark(7)]).expect("a note").text, "ask the clerk / seen by another");
    file.change(&change(8, ("who counted?", ""))).expect("taken away");
    assert_eq!(file.read().expect("notes").all().len(), 1);
    file.change(&change(7, ("something older", ""))).expect("left alone");
    assert_eq!(file.read().expect("notes").all().len(), 1, "what is not known is not taken away");
}

#[test]
fn a_broken_file_is_said_with_its_place_and_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("notes.toml");
    let file = NotesFile { path: Some(path.clone()) };
    for broken in
        ["[[note]]\ntext = \"half", "[[note]]\ntext = \"no marks\"\n", "\n[[note]]\nmarks = [\"12\"]\ntext = \"a\"\n"]
    {
        fs::write(&path, broken).expect("written");
        let error = format!("{:#}", file.change(&change(1, ("", "new"))).expect_err("broken"));
        assert!(error.contains("notes.toml:1:") || error.contains("notes.toml:2:"), "{error}");
        assert_eq!(fs::read_to_string(&path).expect("still there"), broken);
    }
}

#[test]
fn without_a_place_nothing_is_kept() {
    assert_eq!(NotesFile::default().change(&change(1, ("", "new"))).expect("no trouble"), None);
}

#[test]
fn what_a_killed_save_left_behind_is_swept_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let [left, other] = [".notes.toml.ibid-aB3dE6gH", "notes.toml.mine"].map(|name| folder.path().join(name));
    for path in [&left, &other] {
        fs::write(path, "half a no").expect("written");
    }
    let path = folder.path().join("notes.toml");
    NotesFile { path: Some(path.clone()) }.change(&change(7, ("", "ask the clerk"))).expect("kept");
    assert_eq!((left.exists(), other.exists()), (false, true));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;

        assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600, "for the reader alone");
    }
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_a_file_open_to_those_it_was_open_to() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = tempfile::tempdir().expect("a folder");
    let [kept, path] = ["kept.toml", "notes.toml"].map(|name| folder.path().join(name));
    fs::write(&kept, "").expect("written");
    fs::set_permissions(&kept, fs::Permissions::from_mode(0o640)).expect("set");
    symlink("kept.toml", &path).expect("linked");
    NotesFile { path: Some(path.clone()) }.change(&change(7, ("", "ask the clerk"))).expect("kept");
    assert!(fs::symlink_metadata(&path).expect("there").is_symlink());
    assert!(fs::read_to_string(&kept).expect("there").contains("ask the clerk"));
    assert_eq!(fs::metadata(&kept).expect("there").permissions().mode() & 0o777, 0o640);
}
