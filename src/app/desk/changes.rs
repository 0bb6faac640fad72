//! The changes of a diff: which are stepped through, and which are reviewed.

use std::collections::BTreeSet;

use super::desk::Desk;
use super::diff_settings::ChangeFilter;
use super::diff_view::DiffView;
use crate::app::jobs::Effect;
use crate::app::keys::Action;
use crate::app::memory::{Review, ReviewMark, Reviewed, mark_of_change};
use crate::article::ParagraphId;
use crate::collate::{Fate, Match};
use crate::facts::ChangeKinds;
use crate::page::Compared;
use crate::text::Side;

/// The review mark of each change, in order. Computed once, because it reads all their text.
fn marks(diff: &DiffView) -> &[ReviewMark] {
    let compared = diff.sheet.compared();
    diff.marks.get_or_init(|| {
        let articles = compared.articles.as_ref().map(|article| &**article);
        let bands = compared.changes.iter().filter_map(|change| compared.bands.get(*change));
        bands.map(|band| mark_of_change(articles, band)).collect()
    })
}

/// The review mark of the change in a band; `None` if nothing changed there.
pub(in crate::app) fn mark_of_band(diff: &DiffView, band: usize) -> Option<ReviewMark> {
    let at = diff.sheet.compared().changes.binary_search(&band).ok()?;
    marks(diff).get(at).copied()
}

/// Whether the changes are conflicts, each of which is to be decided.
pub fn decides(desk: &Desk) -> bool {
    desk.diff.taking.decides()
}

/// What the reader is done with: of conflicts only what is decided in this run.
fn done(desk: &Desk) -> &Reviewed {
    if desk.diff.taking.decides() { &desk.diff.taking.decided } else { &desk.memory.reviewed }
}

/// Marks a change as done with, or takes the mark away.
pub(in crate::app) fn take_review(desk: &mut Desk, review: Review) {
    if desk.diff.taking.decides() {
        return desk.diff.taking.decided.take(review);
    }
    desk.memory.reviewed.take(review);
    desk.ask(Effect::Keep(review));
}

/// What all changes are known by.
pub(in crate::app) fn all_marks(desk: &Desk) -> Vec<ReviewMark> {
    desk.diff.view.as_deref().map_or_else(Vec::new, |diff| marks(diff).to_vec())
}

/// Takes what the last step made of a conflict as decided.
pub(in crate::app) fn settle_taken(desk: &mut Desk) {
    let Some(before) = desk.diff.taking.before.take() else { return };
    for mark in all_marks(desk).into_iter().filter(|mark| !before.contains(mark)) {
        desk.diff.taking.decided.take(Review { mark, done: true });
    }
}

/// How many conflicts are left to decide; nothing where that is not known.
pub(in crate::app) fn undecided(desk: &Desk) -> Option<usize> {
    match desk.diff.view.as_deref() {
        Some(diff) => {
            let (done, all) = changes_done(desk, diff);
            Some(all - done)
        }
        None => desk.diff.taking.agrees.then_some(0),
    }
}

/// Whether the change in a band is reviewed.
pub fn is_done(desk: &Desk, diff: &DiffView, band: usize) -> bool {
    let reviewed = done(desk);
    *reviewed != Reviewed::default() && mark_of_band(diff, band).is_some_and(|mark| reviewed.has(mark))
}

/// How many changes are reviewed, and how many there are.
pub fn changes_done(desk: &Desk, diff: &DiffView) -> (usize, usize) {
    let compared = diff.sheet.compared();
    if desk.diff.taking.decides() {
        return conflicts_done(desk, diff);
    }
    if *done(desk) == Reviewed::default() {
        return (0, compared.count());
    }
    (compared.counted().filter(|band| is_done(desk, diff, *band)).count(), compared.count())
}

/// The same of conflicts: those count as decided, too, in whose place nothing differs any more.
fn conflicts_done(desk: &Desk, diff: &DiffView) -> (usize, usize) {
    let compared = diff.sheet.compared();
    let left = compared.counted().filter(|band| !is_done(desk, diff, *band)).count();
    let taking = &desk.diff.taking;
    let all = if taking.edits() == 0 { compared.count() } else { taking.conflicts.max(left) };
    (all - left, all)
}

/// The kinds of change in a band, on either side.
pub fn kinds_in(compared: &Compared, band: usize) -> ChangeKinds {
    let Some(band) = compared.bands.get(band) else { return ChangeKinds::NONE };
    let side = if band.paragraph_ids.right.is_empty() { Side::Left } else { Side::Right };
    let matches = band.paragraph_ids[side].clone().flat_map(|at| compared.collation.matches_in(side, ParagraphId(at)));
    let found = matches.filter_map(|&at| compared.collation.matches.get(at));
    found.fold(ChangeKinds::NONE, |all, found: &Match| all.and(found.kinds))
}

/// The bands that are stepped through with the current filter.
pub(in crate::app) fn filtered(desk: &Desk, diff: &DiffView) -> Vec<usize> {
    let compared = diff.sheet.compared();
    let fits = |band: &usize| match desk.diff.manner.filter {
        ChangeFilter::All => true,
        ChangeFilter::Unreviewed => !is_done(desk, diff, *band),
        ChangeFilter::Edited => compared.fate(*band) == Fate::Edited,
        ChangeFilter::Alone => matches!(compared.fate(*band), Fate::Added | Fate::Removed),
        ChangeFilter::Moved => {
            matches!(compared.fate(*band), Fate::Moved | Fate::Gone) || compared.passages_moved(*band) > 0
        }
        ChangeFilter::Facts => kinds_in(compared, *band).has_fact(),
    };
    compared.changes.iter().copied().filter(fits).collect()
}

/// Counts the changes in some bands; both ends of a move are one.
fn count(compared: &Compared, bands: &[usize]) -> usize {
    bands.iter().filter_map(|band| compared.number(*band)).collect::<BTreeSet<usize>>().len()
}

/// Switches to the next filter that leaves any changes.
pub(in crate::app) fn turn_filter(desk: &mut Desk) {
    let mut left = 0;
    while left == 0 {
        desk.diff.manner.filter = desk.diff.manner.filter.next();
        left = desk.diff.view.as_deref().map_or(0, |diff| count(diff.sheet.compared(), &filtered(desk, diff)));
        if desk.diff.manner.filter == ChangeFilter::All {
            break;
        }
    }
    let all = desk.diff.view.as_ref().map_or(0, |diff| diff.sheet.compared().count());
    let next = desk.diff_key(Action::NextChange);
    desk.say(match desk.diff.manner.filter {
        ChangeFilter::All => format!("{next} steps through all changes"),
        filter => format!("{next} steps through {left} of {all} changes: {}", filter.name()),
    });
}

/// Marks the change under the cursor as reviewed, or removes the mark.
pub(in crate::app) fn review_change(desk: &mut Desk) {
    let standing = desk.diff.view.as_deref().and_then(|diff| {
        let (number, _) = diff.number()?;
        Some((number, mark_of_band(diff, diff.sheet.bands_at(diff.cursor).start)?))
    });
    let Some((number, mark)) = standing else {
        let next = desk.diff_key(Action::NextChange);
        return desk.warn(format!("Nothing changed here to mark as reviewed; {next} goes to the next change"));
    };
    let review = Review { mark, done: !done(desk).has(mark) };
    take_review(desk, review);
    let (done, all) = desk.diff.view.as_deref().map_or((0, 0), |diff| changes_done(desk, diff));
    let what = if decides(desk) { "decided" } else { "reviewed" };
    let said = if review.done { "" } else { "no longer " };
    desk.say(format!("Change {number} {said}{what} · {done} of {all} {what}"));
}
