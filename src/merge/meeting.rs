//! Edits of both versions that overlap.

use std::ops::Range;

use super::edits::MergeEdit;
use super::text::Which;

/// Edits of both versions that overlap, and the base units they are about.
#[derive(Debug, Default)]
pub struct Meeting<'e> {
    /// The units.
    pub base: Range<usize>,
    /// Our edits.
    pub ours: Vec<&'e MergeEdit>,
    /// Their edits.
    pub theirs: Vec<&'e MergeEdit>,
}

impl<'e> Meeting<'e> {
    /// The edits of a version.
    pub fn of(&self, which: Which) -> &[&'e MergeEdit] {
        if which == Which::Theirs { &self.theirs } else { &self.ours }
    }

    fn add(&mut self, which: Which, edit: &'e MergeEdit) {
        self.base.end = self.base.end.max(edit.base.end);
        if which == Which::Ours { &mut self.ours } else { &mut self.theirs }.push(edit);
    }

    fn meets(&self, which: Which, edit: &MergeEdit, touches: &Touches<'_>) -> bool {
        let (this, which) = (VersionEdit { which, edit }, which.other());
        let others = || self.of(which).iter().map(|edit| VersionEdit { which, edit });
        match (self.base.is_empty(), edit.base.is_empty()) {
            (true, true) => self.base.start == edit.base.start,
            (true, false) => self.base.start == edit.base.start && others().any(|other| touches(other, this)),
            (false, true) if edit.base.start == self.base.end => {
                others().any(|other| other.edit.base.end == edit.base.start && touches(this, other))
            }
            (false, true) => self.base.start < edit.base.start && edit.base.start < self.base.end,
            (false, false) => edit.base.start < self.base.end,
        }
    }
}

/// An edit and whose it is.
#[derive(Clone, Copy, Debug)]
pub struct VersionEdit<'e> {
    /// Whose it is.
    pub which: Which,
    /// The edit.
    pub edit: &'e MergeEdit,
}

/// Whether an insertion of one version and a replacement beside it in the other may be meant for the same place.
pub type Touches<'t> = dyn Fn(VersionEdit<'_>, VersionEdit<'_>) -> bool + 't;

/// Groups edits that overlap, in order.
pub fn meetings<'e>(ours: &'e [MergeEdit], theirs: &'e [MergeEdit], touches: &Touches<'_>) -> Vec<Meeting<'e>> {
    let tagged = |which: Which| move |edit: &'e MergeEdit| (which, edit);
    let mut all: Vec<(Which, &MergeEdit)> =
        ours.iter().map(tagged(Which::Ours)).chain(theirs.iter().map(tagged(Which::Theirs))).collect();
    all.sort_by_key(|(_, edit)| (edit.base.start, edit.base.end > edit.base.start, edit.base.end));
    let mut found: Vec<Meeting<'e>> = Vec::new();
    for (which, edit) in all {
        match found.last_mut().filter(|last| last.meets(which, edit, touches)) {
            Some(last) => {
                last.add(which, edit);
                join_before(&mut found, VersionEdit { which, edit }, touches);
            }
            None => {
                let mut meeting = Meeting { base: edit.base.clone(), ..Meeting::default() };
                meeting.add(which, edit);
                found.push(meeting);
            }
        }
    }
    found
}

/// Joins the last group with an insertion right before it, if its newest edit may be meant for that place, whichever version comes first.
fn join_before(found: &mut Vec<Meeting<'_>>, this: VersionEdit<'_>, touches: &Touches<'_>) {
    let [.., before, last] = found.as_mut_slice() else { return };
    let which = this.which.other();
    let stands_before = before.base.is_empty() && before.base.start == last.base.start && !this.edit.base.is_empty();
    if stands_before && before.of(which).iter().any(|edit| touches(VersionEdit { which, edit }, this)) {
        before.base.end = last.base.end;
        before.ours.append(&mut last.ours);
        before.theirs.append(&mut last.theirs);
        found.pop();
    }
}
