//! Search in a diff: a hit in both versions counts once, and hits are in screen order.

use super::desk::Desk;
use super::diff_jumps::{go_open, leave_spot};
use super::diff_view::DiffView;
use crate::page::Compared;
use crate::text::{Side, Span};

/// A hit: its band, how far into the band it is (in parts), its side, and its index on that side.
type Hit = (usize, u64, Side, usize);

/// Parts of a band, to order the hits of both sides.
const PARTS: u64 = 1 << 20;

/// The hits in one side's text.
pub fn hits_in_diff<'a>(desk: &'a Desk, diff: &DiffView, side: Side) -> &'a [Span] {
    let article = &diff.sheet.compared().articles[side];
    desk.finding.search.as_ref().map_or(&[], |search| search.hits_in(desk.row[side].article, article))
}

/// Whether the words searched for are, or may be, in either version; if not, the search takes no keys.
pub(in crate::app) fn has_hits_in_diff(desk: &Desk) -> bool {
    let (Some(search), Some(diff)) = (&desk.finding.search, desk.diff.view.as_deref()) else { return false };
    !search.is_done() || Side::BOTH.iter().any(|side| !hits_in_diff(desk, diff, *side).is_empty())
}

/// All hits in order; one that is unchanged on both sides counts once, on the right.
fn hits(desk: &Desk, diff: &DiffView) -> Vec<Hit> {
    let compared = diff.sheet.compared();
    let mut found = Vec::new();
    for side in Side::BOTH {
        let own = hits_in_diff(desk, diff, side).iter().enumerate();
        let alone = own.filter(|(_, hit)| side == Side::Right || !is_kept(compared, **hit));
        found.extend(alone.map(|(at, hit)| {
            let (band, part) = place_in_band(compared, side, hit.start());
            (band, part, side, at)
        }));
    }
    found.sort_unstable_by_key(|(band, part, side, at)| (*band, *part, *side == Side::Right, *at));
    found
}

/// Whether a stretch of the left text is unchanged on the right, in its place or elsewhere.
fn is_kept(compared: &Compared, hit: Span) -> bool {
    let paragraph_id = compared.articles.left.paragraph_id_at(hit.start());
    compared.matches_on(Side::Left, paragraph_id, hit).any(|found| {
        let changed = |words: Span| words.overlaps(hit) || words.is_empty() && hit.contains(words.start());
        found.passages.left.span.covers(hit) && !found.variants.iter().any(|variant| changed(variant.spans.left))
    })
}

fn place_in_band(compared: &Compared, side: Side, place: usize) -> (usize, u64) {
    let article = &compared.articles[side];
    let band = compared.band_of(side, article.paragraph_id_at(place));
    let paragraph_ids = compared.bands.get(band).map(|band| band.paragraph_ids[side].clone()).unwrap_or_default();
    let within = article.paragraphs.get(paragraph_ids).unwrap_or_default();
    let (Some(first), Some(last)) = (within.first(), within.last()) else { return (band, 0) };
    let length = (last.span.end() - first.span.start()).max(1) as u64;
    (band, place.saturating_sub(first.span.start()) as u64 * PARTS / length)
}

/// The side and index of the current hit.
fn now(desk: &Desk) -> Option<(Side, usize)> {
    let (article, at) = desk.finding.search.as_ref()?.now?;
    let side = if desk.row[desk.row.focus].article == article { desk.row.focus } else { desk.row.focus.other() };
    (desk.row[side].article == article).then_some((side, at))
}

/// The index of the current hit if it is on the cursor's row, else of the first hit at or after the cursor.
fn standing(desk: &Desk, diff: &DiffView, all: &[Hit]) -> (usize, bool) {
    let spot = |(_, _, side, at): &Hit| {
        let hit = hits_in_diff(desk, diff, *side).get(*at);
        hit.map(|hit| diff.sheet.spot_of(*side, hit.start())).unwrap_or_default()
    };
    let last = now(desk).and_then(|(side, at)| all.iter().position(|hit| (hit.2, hit.3) == (side, at)));
    if let Some(at) = last.filter(|at| all.get(*at).is_some_and(|hit| spot(hit) == diff.cursor)) {
        return (at, true);
    }
    let bands = diff.sheet.bands_at(diff.cursor);
    let first = all.partition_point(|(band, ..)| *band < bands.start);
    let here = all.iter().skip(first).take_while(|(band, ..)| *band < bands.end);
    (first + here.take_while(|hit| spot(hit) < diff.cursor).count(), false)
}

/// Goes to the first hit at or after the cursor; returns whether there is one.
pub(in crate::app) fn go_to_first_hit_in_diff(desk: &mut Desk) -> bool {
    let Some(diff) = desk.diff.view.as_deref() else { return false };
    let all = hits(desk, diff);
    let (at, _) = standing(desk, diff, &all);
    let to = if at < all.len() { at } else { 0 };
    go(desk, &all, to)
}

/// Steps through the hits and wraps at the ends. Returns whether there are any.
pub(in crate::app) fn step_hits_in_diff(desk: &mut Desk, times: isize) -> bool {
    let Some(diff) = desk.diff.view.as_deref() else { return false };
    let all = hits(desk, diff);
    let (at, on_it) = standing(desk, diff, &all);
    let (to, count) = (at.cast_signed() + times - isize::from(times > 0 && !on_it), all.len().cast_signed());
    if !go(desk, &all, to.rem_euclid(count.max(1)).unsigned_abs()) {
        return false;
    }
    if to < 0 || to >= count {
        desk.say_wrapped();
    }
    true
}

fn go(desk: &mut Desk, all: &[Hit], to: usize) -> bool {
    let height = desk.geometry().rows().max(1);
    let Some((_, _, side, at)) = all.get(to).copied() else { return false };
    let place = desk.diff.view.as_deref().and_then(|diff| Some(hits_in_diff(desk, diff, side).get(at)?.start()));
    let (Some(place), Some(diff)) = (place, &mut desk.diff.view) else { return false };
    leave_spot(diff, desk.row.focus);
    go_open(diff, side, place, height);
    desk.row.focus = side;
    let article = desk.row[side].article;
    if let Some(search) = &mut desk.finding.search {
        search.now = Some((article, at));
    }
    true
}
