//! Merges two edits of one sentence, if enough words between them are unchanged.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::text::Trio;
use crate::text::letters;

/// The fewest unchanged words between two edits of words (benches/constants.md).
const APART: usize = 3;
/// The fewest unchanged words between two edits, one of which changes only punctuation or case (benches/constants.md).
const MARKS_APART: usize = 1;
/// How many of ten words each version must keep; otherwise it is a different sentence (benches/constants.md).
const LEFT: usize = 6;

/// An edit of words.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Reworded {
    /// The replaced words of the base.
    base: Range<usize>,
    /// What replaces them.
    with: Vec<String>,
    /// Whether only punctuation or case differs.
    marks: bool,
}

/// Merges two versions of one sentence, if the result is beyond doubt.
pub fn merged(lines: &Trio<String>) -> Option<String> {
    if lines.ours == lines.theirs {
        return Some(lines.ours.clone());
    }
    let words = lines.clone().map(|line| line.split(' ').map(str::to_owned).collect::<Vec<String>>());
    let edits =
        Trio { base: Vec::new(), ours: edits(&words.base, &words.ours)?, theirs: edits(&words.base, &words.theirs)? };
    let near = |one: &Reworded, other: &Reworded| {
        let apart = if one.marks || other.marks { MARKS_APART } else { APART };
        one != other && one.base.start < other.base.end + apart && other.base.start < one.base.end + apart
    };
    if edits.ours.iter().any(|one| edits.theirs.iter().any(|other| near(one, other))) {
        return None;
    }
    let mut all: Vec<&Reworded> = edits.ours.iter().chain(&edits.theirs).collect();
    all.sort_by_key(|edit| (edit.base.start, edit.base.end));
    all.dedup();
    let (mut said, mut at) = (Vec::new(), 0);
    for edit in all {
        said.extend_from_slice(words.base.get(at..edit.base.start)?);
        said.extend_from_slice(&edit.with);
        at = edit.base.end;
    }
    said.extend_from_slice(words.base.get(at..)?);
    Some(said.join(" "))
}

/// Returns the edits from one row of words to another; `None` if that is a different sentence.
fn edits(base: &[String], side: &[String]) -> Option<Vec<Reworded>> {
    let mut edits: Vec<Reworded> = Vec::new();
    let mut kept = 0;
    for op in capture_diff_slices(Algorithm::Myers, base, side) {
        let (from, with) = (op.old_range(), side[op.new_range()].to_vec());
        if op.tag() == DiffTag::Equal {
            kept += from.len();
            continue;
        }
        match edits.last_mut().filter(|last| last.base.end == from.start) {
            Some(last) => {
                last.base.end = from.end;
                last.with.extend(with);
            }
            None => edits.push(Reworded { base: from, with, marks: false }),
        }
    }
    for edit in &mut edits {
        let plain = |words: &[String]| words.iter().map(|word| letters(word).into_owned()).collect::<Vec<String>>();
        edit.marks = edit.base.len() == edit.with.len() && plain(&base[edit.base.clone()]) == plain(&edit.with);
    }
    (kept * 10 >= base.len() * LEFT).then_some(edits)
}
