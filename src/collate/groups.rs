//! Groups of points that are near each other on both sides, in any order.

use super::cancel::Cancel;
use super::points::Point;
use super::runs::Run;
use crate::text::Pair;

/// The most sentences between two neighbours, on either side (benches/constants.md).
const GAP: usize = 4;

/// A connected group of points.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Group {
    /// The points, in order.
    pub points: Vec<Point>,
    /// The runs that begin in them.
    pub runs: Vec<Run>,
}

/// Splits points, given in order, into groups: two points are in one group if steps over at most `GAP` sentences, on both sides at once,
/// connect them. Requiring both sides at once keeps the chance pairs of long texts apart, which occur every few sentences on each side.
///
/// Costs at most (`GAP` + 2) * (2 * `GAP` + 3) steps a point.
pub(super) fn groups(points: &[Point], runs: &[(Point, Run)], cancel: &Cancel) -> Vec<Group> {
    let mut forest = PointForest { above: (0..points.len()).collect() };
    let rows = rows(points);
    for here in cancel.watched(0..points.len()) {
        for there in neighbours(points, &rows, here) {
            forest.join(there, here);
        }
    }
    let mut places = vec![0; points.len()];
    let mut groups: Vec<Group> = Vec::new();
    for (at, point) in cancel.watched(points.iter().enumerate()) {
        let root = forest.root(at);
        if root == at {
            places[at] = groups.len();
            groups.push(Group::default());
        }
        groups[places[root]].points.push(*point);
    }
    for (point, run) in cancel.watched(runs) {
        if let Ok(at) = points.binary_search(point) {
            groups[places[forest.root(at)]].runs.push(*run);
        }
    }
    groups
}

/// For each sentence of the left side, and one more, the first point that stands in it or after it.
fn rows(points: &[Point]) -> Vec<usize> {
    let mut rows = Vec::with_capacity(points.last().map_or(0, |last| last.left + 2));
    for (at, point) in points.iter().enumerate() {
        rows.resize(point.left + 1, at);
    }
    rows.push(points.len());
    rows
}

/// The points before one that stand near it.
fn neighbours(points: &[Point], rows: &[usize], here: usize) -> impl Iterator<Item = usize> {
    let Pair { left, right } = points[here];
    (left.saturating_sub(GAP + 1)..=left).flat_map(move |row| {
        let first = rows[row];
        let row = &points[first..rows[row + 1].min(here)];
        let from = row.partition_point(|other| other.right + GAP + 1 < right);
        let near = row[from..].iter().take_while(move |other| other.right <= right + GAP + 1);
        first + from..first + from + near.count()
    })
}

/// Which points hang together, as trees of which each is known by its first point.
struct PointForest {
    above: Vec<usize>,
}

impl PointForest {
    fn root(&mut self, mut at: usize) -> usize {
        while self.above[at] != at {
            self.above[at] = self.above[self.above[at]];
            at = self.above[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.above[a.max(b)] = a.min(b);
    }
}
