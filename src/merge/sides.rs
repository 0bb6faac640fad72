//! The edits of both versions, applied where the other version moved text.

use std::ops::Range;

use super::edits::{Edited, MergeEdit, MergeItem};
use super::text::{MergeText, Trio, Which};

/// What both versions did to the base.
#[derive(Clone, Debug, Default)]
pub struct Sides {
    /// Ours.
    pub ours: Edited,
    /// Theirs.
    pub theirs: Edited,
}

/// Edits of one version that go along with a stretch that the other one moved.
#[derive(Clone, Debug, Default)]
pub struct Carried {
    /// By the number of our stretch, their edits.
    pub ours: Vec<Vec<MergeEdit>>,
    /// By the number of their stretch, our edits.
    pub theirs: Vec<Vec<MergeEdit>>,
}

impl Sides {
    /// What a version did.
    pub fn of(&self, which: Which) -> &Edited {
        if which == Which::Theirs { &self.theirs } else { &self.ours }
    }

    fn of_mut(&mut self, which: Which) -> &mut Edited {
        if which == Which::Theirs { &mut self.theirs } else { &mut self.ours }
    }

    /// Takes the edits of each version that go along with stretches moved by the other out of its whole text. If both changed one stretch,
    /// it is disputed.
    pub fn carried(&mut self, texts: &Trio<MergeText<'_>>) -> Carried {
        let agreed = self.agreed(texts);
        let mut carried = Carried::default();
        for mover in [Which::Ours, Which::Theirs] {
            let mut all = vec![Vec::new(); self.of(mover).stretches.len()];
            for (number, along) in all.iter_mut().enumerate().skip(1) {
                let base = self.of(mover).stretches[number].base.clone();
                if agreed.contains(&base) {
                    continue;
                }
                let other = mover.other();
                let unsure = self.of(mover).stretches[number].unsure;
                let verdict = |edit: &MergeEdit| match goes(edit, &base, self.of(other), texts.of(other)) {
                    Goes::Along if unsure && !edit.soft => Goes::Against,
                    goes => goes,
                };
                let verdicts: Vec<Goes> = self.root(other).iter().map(verdict).collect();
                let disputed = verdicts.contains(&Goes::Against);
                self.of_mut(mover).stretches[number].disputed |= disputed;
                let root = self.of_mut(other).stretches.first_mut().map(|root| &mut root.edits);
                let Some(root) = root else { continue };
                let mut at = 0;
                root.retain_mut(|edit| {
                    at += 1;
                    match verdicts[at - 1] {
                        Goes::Along if !disputed => {
                            along.push(edit.clone());
                            false
                        }
                        Goes::Unclear => {
                            edit.disputed = true;
                            true
                        }
                        _ => true,
                    }
                });
                if disputed {
                    for stretch in self.of_mut(other).stretches.iter_mut().skip(1) {
                        stretch.disputed |= stretch.base.start < base.end && base.start < stretch.base.end;
                    }
                }
            }
            match mover {
                Which::Theirs => carried.theirs = all,
                _ => carried.ours = all,
            }
        }
        carried
    }

    fn root(&self, which: Which) -> &[MergeEdit] {
        self.of(which).stretches.first().map_or(&[], |root| &root.edits)
    }

    /// Returns the stretches that both versions moved to the same place with the same text.
    fn agreed(&self, texts: &Trio<MergeText<'_>>) -> Vec<Range<usize>> {
        let place = |which: Which, number: usize| {
            self.root(which).iter().find(|edit| edit.run.contains(&MergeItem::Moved(number)))
        };
        let mut found = Vec::new();
        for (ours, stretch) in self.ours.stretches.iter().enumerate().skip(1) {
            let theirs = self.theirs.stretches.iter().enumerate().skip(1).find(|(_, other)| other.base == stretch.base);
            let Some((theirs, _)) = theirs else { continue };
            let (Some(one), Some(other)) = (place(Which::Ours, ours), place(Which::Theirs, theirs)) else { continue };
            let stands = |which: Which, edit: &MergeEdit| units_in(self.of(which), texts.of(which), &edit.run);
            if one.base == other.base && stands(Which::Ours, one) == stands(Which::Theirs, other) {
                found.push(stretch.base.clone());
            }
        }
        found
    }
}

/// Returns the contents of a run, unit by unit.
pub fn units_in(edited: &Edited, text: &MergeText<'_>, run: &[MergeItem]) -> Vec<u32> {
    units(edited, run).into_iter().map(|at| text.units[at].said).collect()
}

/// Returns the units of a version in a run.
pub fn units(edited: &Edited, run: &[MergeItem]) -> Vec<usize> {
    let of = |item: &MergeItem| match item {
        MergeItem::Own(at) => *at..at + 1,
        MergeItem::Moved(number) => edited.stretches.get(*number).map_or(0..0, |stretch| stretch.side.clone()),
    };
    run.iter().flat_map(of).collect()
}

/// Where an edit goes if the other version moved a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Goes {
    /// It is unrelated.
    Apart,
    /// It goes along with the stretch.
    Along,
    /// It conflicts with the move.
    Against,
    /// It is at the edge of the stretch and might belong to either side.
    Unclear,
}

fn goes(edit: &MergeEdit, moved: &Range<usize>, edited: &Edited, text: &MergeText<'_>) -> Goes {
    if edit.base.is_empty() {
        return beside(edit, moved, edited, text);
    }
    if edit.base.end <= moved.start || moved.end <= edit.base.start {
        return Goes::Apart;
    }
    let within = moved.start <= edit.base.start && edit.base.end <= moved.end;
    let gone = edit.run.is_empty() && edit.base == *moved;
    if within && is_plain(edit) && !gone { Goes::Along } else { Goes::Against }
}

/// Whether nothing in an edit was moved.
fn is_plain(edit: &MergeEdit) -> bool {
    edit.away.is_none() && edit.run.iter().all(|item| matches!(item, MergeItem::Own(_)))
}

/// Tells where an insertion inside or beside a moved stretch goes: with the paragraph it belongs to.
fn beside(edit: &MergeEdit, moved: &Range<usize>, edited: &Edited, text: &MergeText<'_>) -> Goes {
    let (at, plain) = (edit.base.start, is_plain(edit));
    if at < moved.start || at > moved.end {
        return Goes::Apart;
    }
    if moved.start < at && at < moved.end {
        return if plain { Goes::Along } else { Goes::Against };
    }
    let run = units(edited, &edit.run);
    let opens = |at: usize| text.units.get(at).is_none_or(|unit| unit.opens);
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return Goes::Apart };
    let (before, behind) = (!opens(*first), !opens(*last + 1));
    match (before, behind) {
        (false, false) => Goes::Apart,
        (true, true) => Goes::Unclear,
        (true, false) if at == moved.end && plain => Goes::Along,
        (false, true) if at == moved.start && plain => Goes::Along,
        (true, false) if at == moved.end => Goes::Unclear,
        (false, true) if at == moved.start => Goes::Unclear,
        _ => Goes::Apart,
    }
}
