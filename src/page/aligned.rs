//! Alignment inside a band: if one side is much longer, the other waits, so that corresponding text stays side by side.

use super::compared::Compared;
use super::layout::Page;
use super::spot::{Row, Spot};
use crate::article::ParagraphId;
use crate::text::{Pair, Side};

/// Rows by which both sides may drift apart; with fewer, the eye finds what corresponds, and a gap would only distract (chosen).
const DRIFT: usize = 3;

/// A row of a band: for each side the row of its text, counted within the band.
pub(super) type Across = Pair<Option<usize>>;

/// Aligns the rows of a band. Takes time linear in its rows and changes.
pub(super) fn aligned(
    compared: &Compared,
    band: usize,
    pages: &Pair<Page>,
    firsts: Pair<(Spot, usize)>,
) -> Vec<Across> {
    let starts = Pair::from_fn(|side| starts(&pages[side], firsts[side].0, firsts[side].1));
    let counts = starts.as_ref().map(Vec::len);
    let mut from = Pair::new(0, 0);
    let mut rows = Vec::with_capacity(counts.left.max(counts.right));
    if counts.left > 0 && counts.right > 0 {
        for place in anchors(compared, band) {
            let at = Pair::from_fn(|side| row_of(&starts[side], place[side]));
            let on = at.left >= from.left && at.right >= from.right;
            if on && (at.left - from.left).abs_diff(at.right - from.right) >= DRIFT {
                across(from, at, &mut rows);
                from = at;
            }
        }
    }
    across(from, counts, &mut rows);
    rows
}

/// The place at which each row begins; a gap begins where the row before it ends.
fn starts(page: &Page, first: Spot, count: usize) -> Vec<usize> {
    let mut end = 0;
    let start = |(spot, row): (Spot, Row)| match row {
        Row::Text(span) => {
            end = span.end();
            span.start()
        }
        Row::Fold => page.place_of(spot).max(end),
        Row::Gap => end,
    };
    page.from(first).take(count).map(start).collect()
}

fn row_of(starts: &[usize], place: usize) -> usize {
    starts.partition_point(|start| *start <= place).saturating_sub(1)
}

/// Corresponding places, in order: where shared passages begin, and where changes inside them end.
fn anchors(compared: &Compared, band: usize) -> Vec<Pair<usize>> {
    let Some(band) = compared.bands.get(band) else { return Vec::new() };
    let within =
        band.paragraph_ids.left.clone().flat_map(|at| compared.collation.matches_in(Side::Left, ParagraphId(at)));
    let kept = within.filter_map(|at| compared.collation.matches.get(*at)).filter(|m| !m.moved);
    kept.flat_map(|m| {
        let start = m.passages.as_ref().map(|passage| passage.span.start());
        let ends = m.variants.iter().map(|variant| variant.spans.map(|span| span.end()));
        std::iter::once(start).chain(ends)
    })
    .collect()
}

/// Adds the rows between two pairs of rows. Surplus rows of one side stand alone.
fn across(from: Pair<usize>, to: Pair<usize>, rows: &mut Vec<Across>) {
    let counts = Pair::from_fn(|side: Side| to[side].saturating_sub(from[side]));
    let row = |at: usize| Pair::from_fn(|side: Side| (at < counts[side]).then_some(from[side] + at));
    rows.extend((0..counts.left.max(counts.right)).map(row));
}
