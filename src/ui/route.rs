//! Routes: which column of the margin each link uses, so that crossing links stay readable.

use std::cmp::Reverse;
use std::ops::RangeInclusive;

use super::connectors::{Connector, Look};
use super::visible_rows::End;
use crate::text::Pair;

/// The cost of two links that run along one row and look like a third.
const CONFUSING: usize = 10;
/// How often the columns are reconsidered.
const ROUNDS: usize = 2;

/// What is drawn for a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Path {
    /// Straight across this row.
    Straight(u16),
    /// Along the left row to a column, up or down in it, and along the right row.
    Bent { left: u16, right: u16, column: u16 },
    /// Only its ends, on the left and on the right, each pointing to the other.
    Stubs(Option<(u16, Way)>, Option<(u16, Way)>),
}

/// Where the other end of a link is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Up,
    Down,
}

/// Finds the path of each link in a margin of `width` columns, the first of which stays free; less important links come first, so that the
/// others are drawn over them. If columns run out, the least important links become stubs.
pub(super) fn paths(connectors: &[Connector], width: u16) -> Vec<(Path, Look)> {
    let mut order: Vec<&Connector> = connectors.iter().collect();
    order.sort_by_key(|connector| (Reverse(connector.look), length(connector), connector.ends));
    let mut laid: Vec<(Path, Look)> = Vec::with_capacity(order.len());
    for connector in order {
        let path = match (connector.ends.left, connector.ends.right) {
            (End::At(left), End::At(right)) if left == right => Path::Straight(left),
            (End::At(left), End::At(right)) => bent(Bend { left, right, column: 0 }, connectors, &laid, width),
            (left, right) => Path::Stubs(stub(left, right), stub(right, left)),
        };
        laid.push((path, connector.look));
    }
    for _ in 0..ROUNDS {
        reconsider(connectors, &mut laid, width);
    }
    laid.reverse();
    laid
}

/// Finds each bent path again, now that the others are known.
fn reconsider(connectors: &[Connector], laid: &mut [(Path, Look)], width: u16) {
    for at in 0..laid.len() {
        let Some(&(Path::Bent { left, right, .. }, look)) = laid.get(at) else { continue };
        let others: Vec<(Path, Look)> =
            laid.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, path)| *path).collect();
        let path = bent(Bend { left, right, column: 0 }, connectors, &others, width);
        if let Some(known) = laid.get_mut(at) {
            *known = (path, look);
        }
    }
}

fn length(connector: &Connector) -> u16 {
    match (connector.ends.left, connector.ends.right) {
        (End::At(left), End::At(right)) => left.abs_diff(right),
        _ => u16::MAX,
    }
}

/// The stub of a link at one end, if that is on the screen and the other one is not beside it.
pub(super) fn stub(at: End, other: End) -> Option<(u16, Way)> {
    match (at, other) {
        (End::At(row), End::Above) => Some((row, Way::Up)),
        (End::At(row), End::Below) => Some((row, Way::Down)),
        (End::At(row), End::At(to)) => Some((row, if to < row { Way::Up } else { Way::Down })),
        _ => None,
    }
}

/// Chooses the free column that is crossed least; of equals, the one nearest to where it leaves room for the others.
fn bent(bend: Bend, connectors: &[Connector], laid: &[(Path, Look)], width: u16) -> Path {
    let best = bend.ideal(connectors, width);
    let column = (1..width)
        .map(|column| Bend { column, ..bend })
        .filter(|bend| laid.iter().all(|(path, _)| bend.has_room(path)))
        .min_by_key(|bend| {
            let crossings: usize = laid.iter().map(|(path, _)| bend.crossings(path)).sum();
            let stems = laid.iter().any(|(path, _)| bend.is_branch(path));
            (crossings, !stems, bend.column.abs_diff(best))
        });
    let (left, right) = (End::At(bend.left), End::At(bend.right));
    match column {
        Some(Bend { left, right, column }) => Path::Bent { left, right, column },
        None => Path::Stubs(stub(left, right), stub(right, left)),
    }
}

/// A candidate for a bent path.
#[derive(Clone, Copy)]
struct Bend {
    left: u16,
    right: u16,
    column: u16,
}

impl Bend {
    fn rows(self) -> RangeInclusive<u16> {
        self.left.min(self.right)..=self.left.max(self.right)
    }

    /// The column it would have if all links that run beside it in the same direction were spread over the width: those that begin higher
    /// are further in that direction, so that they do not cross.
    fn ideal(self, connectors: &[Connector], width: u16) -> u16 {
        let beside = connectors.iter().filter_map(|connector| match (connector.ends.left, connector.ends.right) {
            (End::At(left), End::At(right)) if left != right => Some(Bend { left, right, column: 0 }),
            _ => None,
        });
        let slant = |bend: Bend| bend.left < bend.right;
        let beside = beside.filter(|other| slant(*other) == slant(self) && !self.apart(*other));
        let (mut before, mut all) = (0, 0);
        for other in beside {
            all += 1;
            before += usize::from((other.left, other.right) < (self.left, self.right));
        }
        let behind = usize::saturating_sub(all, before + 1);
        let place = if slant(self) { behind } else { before };
        1 + ((2 * place + 1) * usize::from(width - 1) / (2 * all.max(1))) as u16
    }

    fn apart(self, other: Bend) -> bool {
        self.rows().end() < other.rows().start() || other.rows().end() < self.rows().start()
    }

    /// Whether a path leaves the column free here, or branches off the same stem.
    fn has_room(self, laid: &Path) -> bool {
        let Path::Bent { left, right, column } = *laid else { return true };
        let other = Bend { left, right, column };
        column != self.column || self.apart(other) || left == self.left || right == self.right
    }

    /// Whether a path shares an end and the column with this one.
    fn is_branch(self, laid: &Path) -> bool {
        matches!(*laid, Path::Bent { left, right, column }
            if column == self.column && (left == self.left || right == self.right))
    }

    /// Counts the cells in which the two cross.
    fn crossings(self, laid: &Path) -> usize {
        let Path::Bent { left, right, column } = *laid else { return 0 };
        let other = Bend { left, right, column };
        let confused = |a: Bend, b: Bend| usize::from(a.right == b.left && a.column < b.column) * CONFUSING;
        self.cut_by(other) + other.cut_by(self) + confused(self, other) + confused(other, self)
    }

    /// Counts the rows along which `other` crosses this one's column.
    fn cut_by(self, other: Bend) -> usize {
        let before = self.column < other.column && self.left != other.left && self.rows().contains(&other.left);
        let behind = self.column > other.column && self.right != other.right && self.rows().contains(&other.right);
        usize::from(before) + usize::from(behind)
    }
}

impl Path {
    /// Whether a link drawn this way passes a cell.
    pub(super) fn passes(self, x: u16, y: u16, width: u16) -> bool {
        match self {
            Path::Straight(row) => y == row,
            Path::Bent { left, right, column } => {
                let up = (left.min(right)..=left.max(right)).contains(&y) && x == column;
                up || (y == left && x <= column) || (y == right && x >= column)
            }
            Path::Stubs(left, right) => {
                left.is_some_and(|(row, _)| row == y && x < 3)
                    || right.is_some_and(|(row, _)| row == y && x + 3 >= width)
            }
        }
    }

    /// Whether it is drawn for a link with these ends.
    pub(super) fn joins(self, ends: Pair<End>) -> bool {
        match (self, ends.left, ends.right) {
            (Path::Straight(row), End::At(left), End::At(right)) => left == row && right == row,
            (Path::Bent { left, right, .. }, End::At(from), End::At(to)) => (left, right) == (from, to),
            (Path::Stubs(left, right), from, to) => left == stub(from, to) && right == stub(to, from),
            _ => false,
        }
    }

    /// Whether a link has its left end on a row, or else its right one.
    pub(super) fn ends_on(self, y: u16, on_left: bool) -> bool {
        match self {
            Path::Straight(row) => y == row,
            Path::Bent { left, right, .. } => y == if on_left { left } else { right },
            Path::Stubs(left, right) => (if on_left { left } else { right }).is_some_and(|(row, _)| row == y),
        }
    }
}
