//! What a version changed in the base: edits of runs of units.

use std::ops::Range;

use super::aligned::{Aligned, aligned};
use super::chain::MergeTie;
use super::text::MergeText;

/// Something at a place in a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeItem {
    /// A unit of the version.
    Own(usize),
    /// Text from elsewhere, by its number among the version's stretches.
    Moved(usize),
}

/// An edit: what replaces some units of the base, or stands between two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeEdit {
    /// The units of the base; empty for an insertion.
    pub base: Range<usize>,
    /// What is there now.
    pub run: Vec<MergeItem>,
    /// Which stretch moved away from here.
    pub away: Option<usize>,
    /// Whether only white space differs, so that units begin elsewhere.
    pub soft: bool,
    /// Whether the reader decides where it goes.
    pub disputed: bool,
}

impl MergeEdit {
    fn of(base: Range<usize>, run: Vec<MergeItem>) -> Self {
        Self { base, run, away: None, soft: false, disputed: false }
    }
}

/// A stretch of the base in a version: the whole text, or a moved part.
#[derive(Clone, Debug, Default)]
pub struct EditedStretch {
    /// Its units in the base.
    pub base: Range<usize>,
    /// Where it is in the version.
    pub side: Range<usize>,
    /// The edits in it, in order.
    pub edits: Vec<MergeEdit>,
    /// Whether both versions changed where it stands.
    pub disputed: bool,
    /// Whether it was only probably moved, so that the reader decides about edits of the other version.
    pub unsure: bool,
}

/// What a version did to the base.
#[derive(Clone, Debug, Default)]
pub struct Edited {
    /// The whole text first, then the moved stretches.
    pub stretches: Vec<EditedStretch>,
    /// For each base unit, the version's unit with the same words.
    pub kept: Vec<Option<usize>>,
    /// For each base unit, the version's unit that it became, edited or not.
    pub tied: Vec<Option<usize>>,
    /// The number of the stretch of each base unit.
    pub home: Vec<usize>,
}

/// Finds what a version did to the base.
pub fn edits(base: &MergeText<'_>, side: &MergeText<'_>) -> Edited {
    edited(base, side, aligned(base, side))
}

/// Finds what a version did to the base, where moved text is gone from one place and new in another.
pub fn edits_in_place(base: &MergeText<'_>, side: &MergeText<'_>) -> Edited {
    edited(base, side, Aligned { blocks: Vec::new(), ..aligned(base, side) })
}

fn edited(base: &MergeText<'_>, side: &MergeText<'_>, Aligned { ties, blocks }: Aligned) -> Edited {
    let whole = EditedStretch { base: 0..base.units.len(), side: 0..side.units.len(), ..EditedStretch::default() };
    let (mut kept, mut tied) = (vec![None; base.units.len()], vec![None; base.units.len()]);
    let is_kept = |tie: &MergeTie| {
        let (Some(one), Some(other)) = (base.units.get(tie.base.start), side.units.get(tie.side.start)) else {
            return false;
        };
        tie.base.len() == 1 && tie.side.len() == 1 && one.said == other.said
    };
    for tie in ties.iter().chain(blocks.iter().flat_map(|block| &block.ties)) {
        tied[tie.base.start] = Some(tie.side.start);
        if is_kept(tie) {
            kept[tie.base.start] = Some(tie.side.start);
        }
    }
    let mut home = vec![0; base.units.len()];
    for (number, block) in blocks.iter().enumerate() {
        block.base.clone().for_each(|at| home[at] = number + 1);
    }
    let finder = Finder { texts: (base, side), kept: &kept, blocks: &blocks };
    let mut stretches = vec![EditedStretch { edits: finder.within(&whole, &ties), ..whole.clone() }];
    for block in &blocks {
        let (base, side, unsure) = (block.base.clone(), block.side.clone(), !block.sure);
        let stretch = EditedStretch { base, side, unsure, ..EditedStretch::default() };
        let edits = finder.within(&stretch, &block.ties);
        stretches.push(EditedStretch { edits, ..stretch });
    }
    Edited { stretches, kept, tied, home }
}

struct Finder<'a> {
    texts: (&'a MergeText<'a>, &'a MergeText<'a>),
    kept: &'a [Option<usize>],
    blocks: &'a [super::moves::MovedBlock],
}

impl Finder<'_> {
    fn within(&self, stretch: &EditedStretch, ties: &[MergeTie]) -> Vec<MergeEdit> {
        let (mut edits, mut from) = (Vec::new(), (stretch.base.start, stretch.side.start));
        let end = MergeTie { base: stretch.base.end..stretch.base.end, side: stretch.side.end..stretch.side.end };
        for tie in ties.iter().chain(std::iter::once(&end)) {
            self.gap(from.0..tie.base.start, from.1..tie.side.start, stretch, &mut edits);
            if !tie.base.is_empty() && (tie.base.len() > 1 || self.kept[tie.base.start] != Some(tie.side.start)) {
                let edit = MergeEdit::of(tie.base.clone(), tie.side.clone().map(MergeItem::Own).collect());
                let soft = self.is_soft(tie);
                edits.push(MergeEdit { soft, ..edit });
            }
            from = (tie.base.end, tie.side.end);
        }
        edits
    }

    /// Whether both sides have the same text, split differently.
    fn is_soft(&self, tie: &MergeTie) -> bool {
        let line = |text: &MergeText<'_>, range: &Range<usize>| {
            let units = &text.units[range.clone()];
            let span = units.first().zip(units.last()).map(|(first, last)| first.span.join(last.span));
            span.map(|span| super::text::one_line(text.text, span))
        };
        line(self.texts.0, &tie.base) == line(self.texts.1, &tie.side)
    }

    /// Adds the edits between two ties.
    fn gap(&self, base: Range<usize>, side: Range<usize>, around: &EditedStretch, edits: &mut Vec<MergeEdit>) {
        let is_inner = |block: &super::moves::MovedBlock| block.base != around.base || block.side != around.side;
        let numbered = || self.blocks.iter().enumerate().filter(|(_, block)| is_inner(block));
        let mut run = Vec::new();
        let mut at = side.start;
        while at < side.end {
            match numbered().find(|(_, block)| block.side.start == at) {
                Some((number, block)) => {
                    run.push(MergeItem::Moved(number + 1));
                    at = block.side.end;
                }
                None => {
                    run.push(MergeItem::Own(at));
                    at += 1;
                }
            }
        }
        let mut away: Vec<(usize, Range<usize>)> = numbered()
            .filter(|(_, block)| base.start <= block.base.start && block.base.end <= base.end && !block.base.is_empty())
            .map(|(number, block)| (number + 1, block.base.clone()))
            .collect();
        away.sort_by_key(|(_, range)| range.start);
        if away.is_empty() {
            if !base.is_empty() || !run.is_empty() {
                self.parted(base, run, edits);
            }
            return;
        }
        let gone = |from: usize, to: usize| (from < to).then(|| MergeEdit::of(from..to, Vec::new()));
        let (mut all, mut from) = (Vec::new(), base.start);
        for (number, range) in away {
            all.extend(gone(from, range.start));
            from = range.end;
            all.push(MergeEdit { away: Some(number), ..MergeEdit::of(range, Vec::new()) });
        }
        all.extend(gone(from, base.end));
        if !run.is_empty() {
            let joined = self.texts.1.units.get(side.end).is_some_and(|next| !next.opens);
            let opens = self.texts.1.units.get(side.start).is_some_and(|first| first.opens);
            match all.iter_mut().find(|edit| edit.away.is_none()) {
                Some(gone) => gone.run = run,
                None if joined && opens => all.push(MergeEdit::of(base.end..base.end, run)),
                None => all.insert(0, MergeEdit::of(base.start..base.start, run)),
            }
        }
        edits.extend(all);
    }

    /// Adds an edit between two ties; it is soft if only white space differs.
    fn parted(&self, base: Range<usize>, run: Vec<MergeItem>, edits: &mut Vec<MergeEdit>) {
        let own: Option<Vec<usize>> = run
            .iter()
            .map(|item| match item {
                MergeItem::Own(at) => Some(*at),
                MergeItem::Moved(_) => None,
            })
            .collect();
        let range = own.and_then(|own| Some(*own.first()?..own.last()? + 1));
        let soft = range.is_some_and(|side| !base.is_empty() && self.is_soft(&MergeTie { base: base.clone(), side }));
        edits.push(MergeEdit { soft, ..MergeEdit::of(base, run) });
    }
}
