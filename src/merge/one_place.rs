//! Whether both versions inserted something at the same place of the base.

use std::collections::BTreeSet;

use super::bags::WordBag;
use super::edits::{MergeEdit, MergeItem};
use super::meeting::{Meeting, VersionEdit};
use super::part_break::begins_in;
use super::sides::{Sides, units, units_in};
use super::text::{MergeText, Trio, Which, line_of};

/// The most pairs of units that are compared at one place (a limit).
const CELLS: usize = 1 << 20;

/// What happens to two insertions at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PutIn {
    /// They are the same: kept once, as in this version.
    Once(Which),
    /// Both are kept, this version's first.
    First(Which),
    /// The reader decides.
    Unclear,
}

/// The texts and what both versions did.
pub struct OnePlace<'a> {
    /// The texts.
    pub texts: &'a Trio<MergeText<'a>>,
    /// What both did.
    pub sides: &'a Sides,
}

impl OnePlace<'_> {
    /// Whether an insertion of one version and a replacement beside it in the other may be meant for one place: the other version inserted
    /// something there as well, or the same.
    pub fn touches(&self, inserted: VersionEdit<'_>, replaced: VersionEdit<'_>) -> bool {
        let stands = |of: VersionEdit<'_>| units_in(self.sides.of(of.which), self.texts.of(of.which), &of.edit.run);
        let (new, other) = (stands(inserted), stands(replaced));
        let more = other.len() > replaced.edit.base.len() || other.starts_with(&new) || other.ends_with(&new);
        !replaced.edit.soft && (more || self.grows(replaced.which, replaced.edit, inserted.edit.base.start))
    }

    /// Whether a replacement keeps the base sentence and only adds words at `border`.
    fn grows(&self, which: Which, edit: &MergeEdit, border: usize) -> bool {
        let line = |which: Which, at: usize| {
            let text = self.texts.of(which);
            text.units.get(at).map(|unit| line_of(text.text, unit)).unwrap_or_default()
        };
        let own = units(self.sides.of(which), &edit.run);
        let (Some(first), Some(last), false) = (own.first(), own.last(), edit.base.is_empty()) else { return false };
        match border == edit.base.start {
            true => line(which, *first).ends_with(&line(Which::Base, edit.base.start)),
            false => line(which, *last).starts_with(&line(Which::Base, edit.base.end - 1)),
        }
    }

    /// Whether both versions moved text here, and not the same text: one of two copies each.
    pub fn moves_others(&self, meeting: &Meeting<'_>) -> bool {
        let from = |which: Which| {
            let items = meeting.of(which).iter().flat_map(|edit| &edit.run);
            let bases = items.filter_map(|item| match item {
                MergeItem::Moved(number) => self.sides.of(which).stretches.get(*number).map(|it| it.base.clone()),
                MergeItem::Own(_) => None,
            });
            bases.flatten().collect::<BTreeSet<usize>>()
        };
        let (ours, theirs) = (from(Which::Ours), from(Which::Theirs));
        !ours.is_empty() && !theirs.is_empty() && ours != theirs
    }

    /// Returns which version did all that the other one did and more, if the other only inserted something.
    pub fn holds_all(&self, meeting: &Meeting<'_>) -> Option<Which> {
        let ([ours], [theirs]) = (meeting.ours.as_slice(), meeting.theirs.as_slice()) else { return None };
        let stands = |which: Which, edit: &MergeEdit| units_in(self.sides.of(which), self.texts.of(which), &edit.run);
        let (one, other) = (stands(Which::Ours, ours), stands(Which::Theirs, theirs));
        let within = |part: &MergeEdit, new: &[u32], whole: &MergeEdit, all: &[u32]| {
            let begins = part.base.start == whole.base.start && all.starts_with(new);
            let ends = part.base.start == whole.base.end && all.ends_with(new);
            part.base.is_empty() && !whole.base.is_empty() && (begins || ends)
        };
        match (within(theirs, &other, ours, &one), within(ours, &one, theirs, &other)) {
            (true, _) => Some(Which::Ours),
            (_, true) => Some(Which::Theirs),
            _ => None,
        }
    }

    /// Tells what happens to the insertions of both versions between two units of the base.
    pub fn put_in(&self, meeting: &Meeting<'_>) -> PutIn {
        let stands = |which: Which| {
            let edits = meeting.of(which).iter();
            edits.flat_map(|edit| units(self.sides.of(which), &edit.run)).collect::<Vec<usize>>()
        };
        let (ours, theirs) = (stands(Which::Ours), stands(Which::Theirs));
        let said = |which: Which, at: &[usize]| at.iter().map(|at| self.unit(which, *at).0).collect::<Vec<u32>>();
        if said(Which::Ours, &ours) == said(Which::Theirs, &theirs) {
            return if self.moves_others(meeting) { PutIn::Unclear } else { self.once(&ours, &theirs) };
        }
        // Text that continues a paragraph comes before a new one.
        let first = match (self.ends(Which::Ours, &ours), self.ends(Which::Theirs, &theirs)) {
            (Some((false, true)), Some((true, true))) => Which::Ours,
            (Some((true, true)), Some((false, true))) => Which::Theirs,
            _ => return PutIn::Unclear,
        };
        let few = ours.len().saturating_mul(theirs.len()) <= CELLS;
        let (one, other) = (self.bags(Which::Ours, &ours), self.bags(Which::Theirs, &theirs));
        let apart = few && !one.iter().any(|one| other.iter().any(|other| one.alike(other) > 0));
        if apart { PutIn::First(first) } else { PutIn::Unclear }
    }

    /// Keeps once what both have, with the paragraphs of the version that splits it more.
    fn once(&self, ours: &[usize], theirs: &[usize]) -> PutIn {
        let opens = |which: Which, at: &[usize]| at.iter().map(|at| self.unit(which, *at).1).collect::<Vec<bool>>();
        let pairs = || opens(Which::Ours, ours).into_iter().zip(opens(Which::Theirs, theirs));
        match (pairs().any(|(ours, theirs)| ours && !theirs), pairs().any(|(ours, theirs)| theirs && !ours)) {
            (true, true) => PutIn::Unclear,
            (_, false) => PutIn::Once(Which::Ours),
            _ => PutIn::Once(Which::Theirs),
        }
    }

    /// The words of a unit, and whether a paragraph begins with it.
    fn unit(&self, which: Which, at: usize) -> (u32, bool) {
        self.texts.of(which).units.get(at).map_or((0, false), |unit| (unit.said, unit.opens))
    }

    fn bags(&self, which: Which, at: &[usize]) -> Vec<WordBag> {
        at.iter().filter_map(|at| self.texts.of(which).units.get(*at)).map(WordBag::of).collect()
    }

    /// Whether an insertion begins a paragraph, and whether it ends one.
    fn ends(&self, which: Which, at: &[usize]) -> Option<(bool, bool)> {
        let (first, last) = (*at.first()?, *at.last()?);
        let text = self.texts.of(which);
        Some((begins_in(text, first), last + 1 >= text.units.len() || begins_in(text, last + 1)))
    }
}
