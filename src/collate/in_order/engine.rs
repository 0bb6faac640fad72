//! The engine: collates two versions in order.

use super::super::alignment::align;
use super::super::copies::count_copies;
use super::super::coverage::coverage;
use super::super::engine::by_paragraph;
use super::super::only::only_here;
use super::alike::{InPlace, Many, moved_alike};
use super::anchors::{Unplaced, in_order};
use super::broken::changed_breaks;
use super::clean::cleaned;
use super::exact::Exactness;
use super::fine::fine;
use super::matched::drafts;
use super::moved::{Shift, flag, moved};
use super::run::Run;
use super::seams::settle;
use super::slide::slid;
use super::small::without_small;
use super::spaceless::join_spaceless;
use super::texts::Texts;
use super::units::{kept_units, moved_units};
use super::variants::{Order, matched};
use super::wordless::lonely_marks;
use crate::collate::cancel::Cancel;
use crate::collate::collation::{Collation, Match, Weight};
use crate::collate::witness::{Witness, WitnessRow};
use crate::text::{Pair, Side};

/// The lengths of the shingles that anchor two versions (benches/constants.md).
const GRAMS: [usize; 2] = [24, 8];

/// Collates two versions of a text: what is in the same order is aligned, and the rest is moved. Returns `None` once `cancel` is raised.
/// There are no regions and no repeats. [`tell_kinds`](crate::collate::tell_kinds) sets the kinds of the changes.
///
/// Costs about `n log n` for n words in both.
pub fn collate_in_order(witnesses: Pair<Witness<'_>>, exactness: Exactness, cancel: &Cancel) -> Option<Collation> {
    let texts = Texts::new(witnesses, exactness, cancel);
    let mut taken = texts.ids.as_ref().map(|ids| vec![false; ids.len()]);
    let anchors = anchors(&texts, &mut taken, cancel);
    let mut shifts = moved(&texts, &anchors, &mut taken, cancel);
    shifts.extend(moved_units(&texts, &anchors, &mut taken, cancel));
    shifts.extend(moved_alike(&texts, InPlace { runs: &anchors, many: Many::Left }, &mut taken, cancel));
    if cancel.is_cancelled() {
        return None;
    }
    let runs = filled(&texts, &anchors, &taken, cancel);
    let home = free(&texts, &shifts);
    let runs = cleaned(&texts, runs, |side, at| home[side][at]);
    runs.iter().for_each(|run| flag(&mut taken, *run, true));
    shifts.extend(moved_units(&texts, &runs, &mut taken, cancel));
    shifts.extend(moved_alike(&texts, InPlace { runs: &runs, many: Many::Compared }, &mut taken, cancel));
    let free = free(&texts, &shifts);
    let runs = slid(&texts, runs, |side, at| free[side][at]);
    let moved_runs = shifts.iter().flat_map(|shift| &shift.runs);
    let diacritics = runs.iter().chain(moved_runs).map(|run| texts.bared(run)).sum();
    let moved_runs = shifts.iter().flat_map(|shift| &shift.runs);
    let breaks = changed_breaks(&texts, runs.iter().chain(moved_runs));
    let mut matches = matches(&texts, &runs, &free);
    matches.extend(shifts.iter().flat_map(|shift| shifted(&texts, shift)));
    matches.sort_by_key(|m| (m.passages.left.span, m.passages.right.span));
    let rows = Pair::from_fn(|side| texts.visible(side));
    count_copies(&mut matches, rows, cancel);
    let mut only = Pair::from_fn(|side| {
        only_here(side, WitnessRow { witness: witnesses[side], row: rows[side] }, &matches, cancel)
    });
    join_spaceless(texts.articles, exactness, &mut matches, &mut only);
    let is_number = |side: Side, token: usize| texts.is_number(side, token);
    let settled = settle(texts.articles, &mut matches, &is_number);
    let lonely = lonely_marks(witnesses, &matches, &settled);
    let inside = matches.iter().flat_map(|m| &m.variants).filter(|variant| variant.weight == Weight::Mark).count();
    let marks = inside + lonely.left.len() + lonely.right.len();
    if exactness.heeds_marks() {
        for side in Side::BOTH {
            only[side].extend_from_slice(&lonely[side]);
            only[side].sort_by_key(|passage| passage.span);
        }
    } else {
        matches.iter_mut().for_each(|m| m.variants.retain(|variant| variant.weight != Weight::Mark));
    }
    let small = without_small(&texts, &mut matches, &mut only);
    let collation = Collation {
        of: witnesses.map(|witness| witness.article.id),
        alignment: align(&matches, rows, cancel),
        coverage: Pair::from_fn(|side| {
            coverage(side, WitnessRow { witness: witnesses[side], row: rows[side] }, &matches, cancel)
        }),
        longest: Pair::from_fn(|side| matches.iter().map(|m| m.passages[side].span.len()).max().unwrap_or(0)),
        by_paragraph: Pair::from_fn(|side| by_paragraph(side, witnesses[side], &matches, cancel)),
        only_here: only,
        added: Pair::default(),
        with_added: Pair::default(),
        matches,
        regions: Vec::new(),
        marks,
        diacritics,
        small,
        breaks,
    };
    (!cancel.is_cancelled()).then_some(collation)
}

/// Finds what surely stands in order, and flags its words.
fn anchors(texts: &Texts<'_>, taken: &mut Pair<Vec<bool>>, cancel: &Cancel) -> Vec<Run> {
    let ids = texts.ids.as_ref().map(Vec::as_slice);
    let mut runs = in_order(ids, &GRAMS, Unplaced::Walked, cancel);
    let (words, ends) = (GRAMS[GRAMS.len() - 1], ids.map(<[u32]>::len));
    let at_end = |run: &Run| run.at == Pair::new(0, 0) && Pair::from_fn(|side| run.end(side)) == ends;
    runs.retain(|run| run.words >= words || at_end(run));
    // A run goes on as long as both texts do, into the first words of what only one has there; these belong to the sentence they begin.
    let runs = slid(texts, runs, |_, _| true);
    runs.iter().for_each(|run| flag(taken, *run, true));
    runs
}

/// Compares what is left between the anchors.
fn filled(texts: &Texts<'_>, anchors: &[Run], taken: &Pair<Vec<bool>>, cancel: &Cancel) -> Vec<Run> {
    let mut found = Vec::with_capacity(anchors.len() * 2);
    let mut from = Pair::new(0, 0);
    let end = Run { at: texts.ids.as_ref().map(Vec::len), words: 0 };
    for run in anchors.iter().chain(std::iter::once(&end)) {
        let kept = kept_units(texts, &Pair::from_fn(|side| from[side]..run.at[side]), taken);
        for run in kept.into_iter().chain(std::iter::once(*run)) {
            let left = |side: Side| (from[side]..run.at[side]).filter(|&at| !taken[side][at]).collect::<Vec<usize>>();
            found.extend(fine(texts, &Pair::from_fn(left), cancel));
            found.extend((run.words > 0).then_some(run));
            from = Pair::from_fn(|side| run.end(side));
        }
    }
    found
}

/// Tells of each word whether it is in no moved passage.
fn free(texts: &Texts<'_>, shifts: &[Shift]) -> Pair<Vec<bool>> {
    Pair::from_fn(|side| {
        let mut free = vec![true; texts.ids[side].len()];
        shifts.iter().for_each(|shift| free[shift.range[side].clone()].fill(false));
        free
    })
}

fn matches(texts: &Texts<'_>, runs: &[Run], free: &Pair<Vec<bool>>) -> Vec<Match> {
    let within = texts.ids.as_ref().map(|ids| 0..ids.len());
    let drafts = drafts(texts, runs, &within, |side, at| free[side][at]);
    drafts.iter().map(|draft| matched(texts, draft, Order::Kept)).collect()
}

fn shifted(texts: &Texts<'_>, shift: &Shift) -> Vec<Match> {
    let within = |side: Side, at: usize| shift.range[side].contains(&at);
    let drafts = drafts(texts, &shift.runs, &shift.range, within);
    drafts.iter().map(|draft| matched(texts, draft, Order::Moved)).collect()
}
