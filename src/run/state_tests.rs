//! The state file.

use super::state::State;
use crate::app::{Review, ReviewMark};

fn set(mark: u64) -> Review {
    Review { mark: ReviewMark(mark), done: true }
}

#[test]
fn what_is_kept_is_read_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("deep/in");
    let state = State::at(path.clone());
    assert!(!state.read().expect("nothing yet").has(ReviewMark(7)));
    state.keep(set(7)).expect("kept");
    state.keep(set(u64::MAX)).expect("kept");
    State::at(path).keep(Review { mark: ReviewMark(7), done: false }).expect("kept by another program");
    let marks = state.read().expect("marks");
    assert!(marks.has(ReviewMark(u64::MAX)) && !marks.has(ReviewMark(7)));
}

#[test]
fn a_damaged_line_costs_only_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(
        folder.path().join("reviewed"),
        b"+0000000000000001\n\xff\xfe nonsense\n+12\n+0000000000000002\r\n+00000000000",
    )
    .expect("written");
    let marks = State::at(folder.path().to_owned()).read().expect("marks");
    assert!(marks.has(ReviewMark(1)) && marks.has(ReviewMark(2)) && !marks.has(ReviewMark(0)));
}

#[test]
fn what_cannot_be_kept_is_said_with_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    std::fs::write(&file, "no folder").expect("written");
    let error = State::at(file).keep(set(1)).expect_err("a file is no folder");
    assert!(format!("{error:#}").contains("reviewed: cannot be written"), "{error:#}");
    assert!(State::default().keep(set(1)).is_ok(), "nowhere keeps nothing");
}
