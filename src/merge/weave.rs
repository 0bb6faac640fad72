//! Weaves the edits of both versions into one text.

use std::ops::Range;

use super::edits::{Edited, MergeEdit, MergeItem};
use super::meeting::{Meeting, meetings};
use super::one_place::{OnePlace, PutIn};
use super::part_break::{PartBreak, agreed, part_before};
use super::sides::{Carried, Sides, units};
use super::text::{MergeText, Trio, Which};
use super::woven::{Decides, Woven, WovenUnit, own};

/// Weaves the edits of both versions.
pub fn woven(texts: &Trio<MergeText<'_>>, mut sides: Sides, who: Decides) -> Vec<Woven> {
    let carried = sides.carried(texts);
    let empty: &[MergeEdit] = &[];
    let root = |edited: &Edited| edited.stretches.first().map_or(Vec::new(), |root| root.edits.clone());
    let (ours, theirs) = (root(&sides.ours), root(&sides.theirs));
    let loom = Loom { texts, sides: &sides, carried: &carried, empty, who };
    let mut out = Vec::with_capacity(texts.ours.units.len());
    loom.weave(0..texts.base.units.len(), &ours, &theirs, &mut out);
    out
}

struct Loom<'a> {
    texts: &'a Trio<MergeText<'a>>,
    sides: &'a Sides,
    carried: &'a Carried,
    empty: &'a [MergeEdit],
    who: Decides,
}

impl Loom<'_> {
    fn weave(&self, base: Range<usize>, ours: &[MergeEdit], theirs: &[MergeEdit], out: &mut Vec<Woven>) {
        let mut at = base.start;
        // The first base unit not yet written, so that no paragraph beginning is lost.
        let mut since = base.start;
        for meeting in meetings(ours, theirs, &|one, other| self.place().touches(one, other)) {
            self.keep(at..meeting.base.start, &mut since, out);
            self.resolve(&meeting, &mut since, out);
            at = meeting.base.end.max(at);
        }
        self.keep(at..base.end, &mut since, out);
    }

    fn place(&self) -> OnePlace<'_> {
        OnePlace { texts: self.texts, sides: self.sides }
    }

    fn keep(&self, range: Range<usize>, since: &mut usize, out: &mut Vec<Woven>) {
        for at in range {
            out.push(Woven::Unit(self.kept(at, (*since).min(at))));
            *since = at + 1;
        }
    }

    fn kept(&self, at: usize, since: usize) -> WovenUnit {
        let (ours, theirs) = (self.partner(Which::Ours, at), self.partner(Which::Theirs, at));
        WovenUnit { at: Trio { base: Some(at), ours, theirs }, part: self.part(since, at), merged: None }
    }

    fn partner(&self, which: Which, at: usize) -> Option<usize> {
        self.sides.of(which).kept.get(at).copied().flatten()
    }

    /// Returns what base units became in a version, for those that went where `beside` went.
    fn heirs(&self, which: Which, of: Range<usize>, beside: usize) -> impl Iterator<Item = usize> {
        let Edited { tied, home, .. } = self.sides.of(which);
        let there = home.get(beside);
        of.filter(move |at| home.get(*at) == there).filter_map(|at| tied.get(at).copied().flatten())
    }

    /// Returns the strongest break before the base units from `since` to `at`, merged from both versions.
    fn part(&self, since: usize, at: usize) -> PartBreak {
        let base = (since..=at).map(|at| part_before(&self.texts.base, at)).max().unwrap_or(PartBreak::None);
        let side = |which: Which| {
            let there = self.heirs(which, since..at + 1, at);
            there.map(|at| part_before(self.texts.of(which), at)).max().unwrap_or(base)
        };
        agreed(base, side(Which::Ours), side(Which::Theirs))
    }

    fn resolve(&self, meeting: &Meeting<'_>, since: &mut usize, out: &mut Vec<Woven>) {
        let hard = |edits: &[&MergeEdit]| edits.iter().any(|edit| !edit.soft);
        let (ours, theirs) = (hard(&meeting.ours), hard(&meeting.theirs));
        let all = || meeting.ours.iter().chain(&meeting.theirs);
        if all().any(|edit| edit.disputed || (self.who == Decides::Reader && !edit.soft)) {
            return self.conflict(meeting, since, out);
        }
        match (ours, theirs) {
            (false, false) if meeting.ours.is_empty() => self.apply(Which::Theirs, meeting, since, out),
            (false, false) | (true, false) => self.apply(Which::Ours, meeting, since, out),
            (false, true) => self.apply(Which::Theirs, meeting, since, out),
            (true, true) if all().all(|edit| edit.run.is_empty()) => {
                let covered = |at: &usize| all().any(|edit| edit.base.contains(at));
                let left: Vec<usize> = meeting.base.clone().filter(|at| !covered(at)).collect();
                left.into_iter().for_each(|at| self.keep(at..at + 1, since, out));
            }
            (true, true)
                if self.read(Which::Ours, meeting) == self.read(Which::Theirs, meeting)
                    && !self.place().moves_others(meeting) =>
            {
                self.apply(Which::Ours, meeting, since, out);
            }
            (true, true) if meeting.base.is_empty() => match self.place().put_in(meeting) {
                PutIn::Once(which) => self.apply(which, meeting, since, out),
                PutIn::First(first) => {
                    self.apply(first, meeting, since, out);
                    self.apply(first.other(), meeting, since, out);
                }
                PutIn::Unclear => self.conflict(meeting, since, out),
            },
            (true, true) => match (self.place().holds_all(meeting), self.within(meeting, *since)) {
                (Some(which), _) => self.apply(which, meeting, since, out),
                (None, Some(unit)) => {
                    *since = meeting.base.end;
                    out.push(Woven::Unit(unit));
                }
                (None, None) => self.conflict(meeting, since, out),
            },
        }
    }

    /// Merges two edits of one sentence, if enough of it between them is unchanged.
    fn within(&self, meeting: &Meeting<'_>, since: usize) -> Option<WovenUnit> {
        let ([ours], [theirs]) = (meeting.ours.as_slice(), meeting.theirs.as_slice()) else { return None };
        let single = |edit: &MergeEdit| match edit.run.as_slice() {
            [MergeItem::Own(at)] if edit.base.len() == 1 => Some(*at),
            _ => None,
        };
        let at = Trio { base: meeting.base.start, ours: single(ours)?, theirs: single(theirs)? };
        if meeting.base.len() != 1 {
            return None;
        }
        let line = |which: Which| {
            let text = self.texts.of(which);
            text.units.get(*at.of(which)).map(|unit| super::text::line_of(text.text, unit)).unwrap_or_default()
        };
        let lines = Trio { base: line(Which::Base), ours: line(Which::Ours), theirs: line(Which::Theirs) };
        let merged = super::words::merged(&lines)?;
        let begins = |which: Which| part_before(self.texts.of(which), *at.of(which));
        let part = agreed(begins(Which::Base), begins(Which::Ours), begins(Which::Theirs));
        let part = (since..at.base).map(|at| self.part(at, at)).fold(part, PartBreak::max);
        let at = Trio { base: Some(at.base), ours: Some(at.ours), theirs: Some(at.theirs) };
        Some(WovenUnit { at, part, merged: Some(merged) })
    }

    /// Adds what one version made of a stretch.
    fn apply(&self, which: Which, meeting: &Meeting<'_>, since: &mut usize, out: &mut Vec<Woven>) {
        let edits = meeting.of(which);
        // A paragraph that began inside replaced text has no place any more.
        let inner = |edit: &&&MergeEdit| {
            let inside = edit.base.start + 1..edit.base.end;
            !edit.run.is_empty() && !edit.soft && inside.into_iter().any(|at| self.parts_otherwise(which.other(), at))
        };
        if edits.iter().any(|edit| inner(&edit)) {
            return self.conflict(meeting, since, out);
        }
        let mut at = meeting.base.start;
        for edit in edits {
            self.keep(at..edit.base.start, since, out);
            self.run(which, edit, since, out);
            at = edit.base.end;
        }
        self.keep(at..meeting.base.end, since, out);
    }

    fn parts_otherwise(&self, which: Which, at: usize) -> bool {
        let own = self.partner(which, at).and_then(|at| self.texts.of(which).units.get(at));
        own.is_some_and(|unit| self.texts.base.units.get(at).is_some_and(|base| base.opens != unit.opens))
    }

    fn run(&self, which: Which, edit: &MergeEdit, since: &mut usize, out: &mut Vec<Woven>) {
        let text = self.texts.of(which);
        for (nth, item) in edit.run.iter().enumerate() {
            match item {
                MergeItem::Own(at) => {
                    let begins = part_before(text, *at);
                    let heir = (nth == 0 && !edit.base.is_empty() && !edit.soft).then_some(edit.base.start);
                    let part = heir.map_or(begins, |base| self.heired(which, *since, base, begins));
                    out.push(Woven::Unit(own(which, *at, part)));
                    if heir.is_some() {
                        *since = edit.base.end;
                    }
                }
                MergeItem::Moved(number) => self.moved(which, *number, out),
            }
        }
        if !edit.run.is_empty() && !edit.base.is_empty() {
            *since = edit.base.end;
        }
    }

    /// Returns how the replacement of a base unit is separated from what is before it.
    fn heired(&self, which: Which, since: usize, base: usize, begins: PartBreak) -> PartBreak {
        let since = since.min(base);
        let was = (since..=base).map(|at| part_before(&self.texts.base, at)).max().unwrap_or(PartBreak::None);
        let there = |which: Which, to: usize| {
            self.heirs(which, since..to, base).map(|at| part_before(self.texts.of(which), at)).max()
        };
        let own = there(which, base).map_or(begins, |part| part.max(begins));
        agreed(was, own, there(which.other(), base + 1).unwrap_or(was))
    }

    fn moved(&self, which: Which, number: usize, out: &mut Vec<Woven>) {
        let Some(stretch) = self.sides.of(which).stretches.get(number) else { return };
        if stretch.disputed {
            let mine: Vec<WovenUnit> = stretch.side.clone().map(|at| self.own(which, at)).collect();
            let conflict = match which {
                Which::Theirs => Trio { theirs: mine, ..Trio::default() },
                _ => Trio { ours: mine, ..Trio::default() },
            };
            return out.push(Woven::Conflict(conflict));
        }
        let along = match which {
            Which::Theirs => &self.carried.theirs,
            _ => &self.carried.ours,
        };
        let along = along.get(number).map_or(self.empty, Vec::as_slice);
        let pair =
            if which == Which::Ours { (stretch.edits.as_slice(), along) } else { (along, stretch.edits.as_slice()) };
        let first = out.len();
        self.weave(stretch.base.clone(), pair.0, pair.1, out);
        // The version that moved text to a new place decides whether a paragraph begins there.
        let own = |unit: &WovenUnit| *unit.at.of(which) == Some(stretch.side.start);
        if let Some(Woven::Unit(unit)) = out.get_mut(first)
            && own(unit)
        {
            unit.part = part_before(self.texts.of(which), stretch.side.start);
        }
    }

    fn own(&self, which: Which, at: usize) -> WovenUnit {
        own(which, at, part_before(self.texts.of(which), at))
    }

    /// Returns what a version has in place of a stretch, in reading order.
    fn read(&self, which: Which, meeting: &Meeting<'_>) -> Vec<(u32, bool)> {
        let text = self.texts.of(which);
        let units = self.units(which, meeting);
        units.into_iter().map(|at| (text.units[at].said, text.units[at].opens)).collect()
    }

    /// Returns the units that a version has in place of a stretch.
    fn units(&self, which: Which, meeting: &Meeting<'_>) -> Vec<usize> {
        let edits = meeting.of(which);
        let (mut found, mut at) = (Vec::new(), meeting.base.start);
        for edit in edits {
            found.extend((at..edit.base.start).filter_map(|at| self.partner(which, at)));
            found.extend(units(self.sides.of(which), &edit.run));
            at = edit.base.end;
        }
        found.extend((at..meeting.base.end).filter_map(|at| self.partner(which, at)));
        found
    }

    fn conflict(&self, meeting: &Meeting<'_>, since: &mut usize, out: &mut Vec<Woven>) {
        let mut more = Vec::new();
        let base = meeting.base.clone().map(|at| self.own(Which::Base, at)).collect();
        let mut shown = |which: Which| self.shown(which, meeting, &mut more);
        out.push(Woven::Conflict(Trio { base, ours: shown(Which::Ours), theirs: shown(Which::Theirs) }));
        out.extend(more);
        *since = meeting.base.end;
    }

    /// Returns what a version has in place of a conflict. Text that it moved there has the edits of the other version; conflicts in it
    /// follow.
    fn shown(&self, which: Which, meeting: &Meeting<'_>, more: &mut Vec<Woven>) -> Vec<WovenUnit> {
        let (mut found, mut at) = (Vec::new(), meeting.base.start);
        let kept = |range: Range<usize>| range.filter_map(|at| self.partner(which, at)).map(|at| self.own(which, at));
        for edit in meeting.of(which) {
            found.extend(kept(at..edit.base.start));
            for item in &edit.run {
                let mut pieces = Vec::new();
                match item {
                    MergeItem::Own(at) => found.push(self.own(which, *at)),
                    MergeItem::Moved(number) => self.moved(which, *number, &mut pieces),
                }
                for piece in pieces {
                    match piece {
                        Woven::Unit(unit) => found.push(unit),
                        Woven::Conflict(of) => {
                            found.extend(of.of(which).iter().cloned());
                            more.push(Woven::Conflict(of));
                        }
                    }
                }
            }
            at = edit.base.end;
        }
        found.extend(kept(at..meeting.base.end));
        found
    }
}
