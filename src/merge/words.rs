//! Merges two edits of one sentence, if enough words between them are unchanged.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::text::Trio;
use crate::text::letters;

/// The words that must stand between two edits, both of which are about what is said (benches/constants.md).
const APART: usize = 3;
/// The words that must stand between two edits, one of which is about marks alone (benches/constants.md).
const MARKS_APART: usize = 1;
/// Of ten words of the sentence, how many each version must have left as they are: else it is another sentence (benches/constants.md).
const LEFT: usize = 6;

/// An edit of words.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Reworded {
    /// The words of the base.
    base: Range<usize>,
    /// What stands in their place.
    with: Vec<String>,
    /// Whether only marks differ.
    marks: bool,
}

/// Merges what two versions made of one sentence, if that leaves no doubt.
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

/// The edits that make one row of words another; nothing where that is another sentence.
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
