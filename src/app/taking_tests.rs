//! Taking the left text into the right one, as a reader does it.

use super::desk::changes::{changes_done, undecided};
use super::reader::Reader;
use super::{ChangeFilter, Effect, Event, Phase, ResultFile, SavePlace};
use crate::text::Side;

const OLD: &str = "The mill stood by the river.\n\nIts wheel was made of oak.\n\nNobody lives there now.";
const NEW: &str =
    "The mill stood by the stream.\n\nIts wheel was made of ash.\n\nNobody lives there now.\n\nThe roof is gone.";

fn reader() -> Reader {
    let mut reader = Reader::open(&[("old.txt", OLD), ("new.txt", NEW)], (120, 30));
    reader.press("D gg");
    reader
}

fn result(reader: &Reader) -> String {
    reader.app.desk.row[Side::Right].open_article().text.clone()
}

fn written(reader: &Reader) -> Option<&ResultFile> {
    reader.effects.iter().rev().find_map(|effect| if let Effect::Write(file) = effect { Some(file) } else { None })
}

#[test]
fn the_right_text_is_the_result_and_each_step_is_taken_back() {
    let mut reader = reader();
    reader.press("<");
    assert_eq!(result(&reader), NEW.replace("stream", "river"));
    reader.press("n &");
    let both = "Its wheel was made of oak.\n\nIts wheel was made of ash.";
    assert_eq!(result(&reader), NEW.replace("stream", "river").replace("Its wheel was made of ash.", both));
    reader.press("u");
    assert_eq!(result(&reader), NEW.replace("stream", "river"));
    reader.press("Ctrl-r");
    assert!(result(&reader).contains(both));
    reader.press("u u");
    assert_eq!((result(&reader).as_str(), reader.app.phase()), (NEW, Phase::Diffing));
}

#[test]
fn all_taken_over_leaves_no_difference() {
    let mut reader = reader();
    reader.press("< n < n <");
    assert_eq!(result(&reader), OLD);
    assert_eq!(reader.said(), "No differences are left; :w writes the result, u undoes");
    reader.press(": w Space o u t Enter");
    assert_eq!(written(&reader).map(|file| file.text.as_str()), Some(OLD));
    reader.press("u");
    assert_eq!(reader.app.phase(), Phase::Diffing);
    assert_ne!(result(&reader), OLD);
}

#[test]
fn what_is_kept_counts_as_reviewed() {
    let mut reader = reader();
    reader.press(">");
    assert_eq!(reader.said(), "Kept the right text; the result is unchanged · 1 of 3 reviewed");
    let diff = reader.app.desk.diff.view.as_ref().expect("a diff");
    assert_eq!(diff.number().map(|(number, _)| number), Some(2));
    assert_eq!(result(&reader), NEW);
}

#[test]
fn it_is_written_and_never_lost_unasked() {
    let mut reader = reader();
    reader.press(": w Enter");
    assert!(reader.said().contains(":w FILE names one"), "{}", reader.said());
    reader.press("< : w Space o u t . t x t Enter");
    let file = written(&reader).expect("written").clone();
    assert_eq!((file.path.to_str(), file.forced), (Some("out.txt"), false));
    assert_eq!(file.text, NEW.replace("stream", "river"));
    reader.press("q");
    assert!(reader.said().starts_with("The result is not saved"), "{}", reader.said());
    reader.send(Event::ResultWritten(file.clone(), Err("out.txt exists".to_owned())));
    assert_eq!(reader.said(), "out.txt exists");
    reader.send(Event::ResultWritten(file, Ok(())));
    reader.press("q");
    assert!(matches!(reader.effects.last(), Some(Effect::Quit)));
}

#[test]
fn what_the_editor_leaves_is_the_result() {
    let mut reader = reader();
    reader.press("E");
    let Some(Effect::Edit(edit)) = reader.effects.pop() else { panic!("no editor") };
    assert_eq!((edit.text.as_deref(), edit.line), (Some(NEW), 1));
    reader.send(Event::ResultEdited(Ok(NEW.replace("ash", "elm"))));
    assert_eq!(result(&reader), NEW.replace("ash", "elm"));
    reader.send(Event::ResultEdited(Err("vi ended with 1".to_owned())));
    assert_eq!(reader.said(), "vi ended with 1");
    reader.press("u");
    assert_eq!(result(&reader), NEW);
}

/// Ours on the right, theirs on the left: all three changes are conflicts.
fn merging() -> Reader {
    let mut reader = Reader::open(&[("theirs", OLD), ("ours", NEW)], (120, 30));
    reader.app.desk.diff.taking.goes_to =
        Some(SavePlace { path: "merged.txt".into(), expected: None, like: None, decides: true });
    reader.press("D gg");
    reader
}

#[test]
fn both_texts_decide_a_conflict() {
    let mut reader = merging();
    reader.press(": w Enter");
    assert_eq!(reader.said(), "3 conflicts not decided yet; nothing is written");
    reader.press("gg &");
    assert_eq!(undecided(&reader.app.desk), Some(2), "{}", reader.said());
    reader.press("u");
    assert_eq!(undecided(&reader.app.desk), Some(3));
    reader.press("Ctrl-r");
    assert_eq!(undecided(&reader.app.desk), Some(2));
    reader.press("n < n >");
    assert_eq!(undecided(&reader.app.desk), Some(0), "{}", reader.said());
    reader.press(": w Enter");
    let text = "The mill stood by the river.\n\nThe mill stood by the stream.\n\nIts wheel was made of oak.\n\nNobody lives there now.\n\nThe roof is gone.";
    assert_eq!(written(&reader).map(|file| file.text.as_str()), Some(text));
}

#[test]
fn a_conflict_settled_by_the_left_text_counts_as_decided() {
    let mut reader = merging();
    reader.press("<");
    assert_eq!(reader.said(), "Took theirs; u undoes");
    reader.press("n >");
    assert_eq!(reader.said(), "Kept ours; the result is unchanged · 2 of 3 decided");
    reader.press("u");
    let counts =
        |reader: &Reader| changes_done(&reader.app.desk, reader.app.desk.diff.view.as_deref().expect("a diff"));
    assert_eq!(counts(&reader), (1, 3));
    reader.press("Ctrl-r > n >");
    assert_eq!(counts(&reader), (3, 3), "{}", reader.said());
    reader.app.desk.diff.manner.filter = ChangeFilter::Unreviewed;
    reader.press("n");
    assert_eq!(reader.said(), "All conflicts are decided; :w writes the result");
}

#[test]
fn conflicts_decided_without_a_change_are_not_lost_unasked() {
    let mut reader = merging();
    reader.press("> > > q");
    assert!(reader.said().starts_with("The result is not saved"), "{}", reader.said());
    reader.press(": w Enter");
    let file = written(&reader).expect("written").clone();
    assert_eq!(file.text, NEW);
    reader.send(Event::ResultWritten(file, Ok(())));
    reader.press("q");
    assert!(matches!(reader.effects.last(), Some(Effect::Quit)), "{}", reader.said());
    let mut reader = merging();
    reader.press("q");
    assert!(matches!(reader.effects.last(), Some(Effect::Quit)), "nothing was decided: {}", reader.said());
}

#[test]
fn what_the_editor_leaves_of_a_conflict_is_decided() {
    let mut reader = merging();
    reader.press("E");
    reader.send(Event::ResultEdited(Ok(NEW.replace("ash", "elm"))));
    assert_eq!(undecided(&reader.app.desk), Some(2));
}

#[test]
fn undecided_conflicts_are_written_nowhere() {
    for keys in ["", "D ", "x ", "m ", ": m a r k s Enter ", "> ", "v V x "] {
        for write in [": w Enter", ": w Space o t h e r Enter", ": w ! Space o t h e r Enter"] {
            let mut reader = merging();
            reader.press(&format!("{keys}{write}"));
            assert_eq!(written(&reader), None, "{keys}{write}: {}", reader.said());
        }
    }
}

#[test]
fn what_was_reviewed_before_decides_no_conflict() {
    let mut reader = reader();
    reader.press("> > >");
    let reviewed = reader.app.desk.memory.reviewed.clone();
    let mut reader = merging();
    reader.app.desk.memory.reviewed = reviewed;
    assert_eq!(undecided(&reader.app.desk), Some(3));
    let before = reader.effects.len();
    reader.press(">");
    assert_eq!(undecided(&reader.app.desk), Some(2));
    assert!(!reader.effects[before..].iter().any(|effect| matches!(effect, Effect::Keep(_))));
}

#[test]
fn what_was_kept_is_taken_back_step_by_step() {
    let mut reader = merging();
    reader.press("> <");
    assert_eq!(undecided(&reader.app.desk), Some(1), "{}", reader.said());
    reader.press("u");
    assert_eq!(undecided(&reader.app.desk), Some(2), "{}", reader.said());
    reader.press("u");
    assert_eq!(undecided(&reader.app.desk), Some(3));
    assert_eq!(reader.said(), "Undid the last step: the conflict is not decided");
    reader.press("Ctrl-r");
    assert_eq!(undecided(&reader.app.desk), Some(2));
    assert_eq!(result(&reader), NEW);
}
