//! Which panes of the row are compared: each with its neighbour, or all with a base.

use crate::text::{Pair, Side};

/// Which panes are compared. There is one pairing less than panes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct Links {
    /// The pane that all others are compared with; without one, each is compared with its neighbour.
    pub base: Option<usize>,
}

impl Links {
    /// The panes of a pairing.
    pub fn of(self, pairing: usize) -> Pair<usize> {
        match self.base {
            Some(base) if pairing < base => Pair::new(pairing, base),
            Some(base) => Pair::new(base, pairing + 1),
            None => Pair::new(pairing, pairing + 1),
        }
    }

    /// On which side of the open pairing, or of the base, a pane is.
    pub fn side(self, open: usize, pane: usize) -> Side {
        let left = match self.base {
            Some(base) if pane == base => base <= open,
            Some(base) => pane < base,
            None => pane <= open,
        };
        if left { Side::Left } else { Side::Right }
    }

    /// How far a pane is from the open pairing: 0 is the pairing itself.
    pub fn out(self, open: usize, pane: usize) -> usize {
        let ends = self.of(open);
        if pane == ends.left || pane == ends.right {
            return 0;
        }
        match self.base {
            Some(base) => {
                // Skips the panes of the open pairing.
                let passed = |at: usize| usize::from(at != ends.left && at != ends.right);
                if pane < base { (pane..base).map(passed).sum() } else { (base + 1..=pane).map(passed).sum() }
            }
            None if pane < open => open - pane,
            None => pane - open - 1,
        }
    }

    /// The pane this far out on a side of the open pairing, of this many panes.
    pub fn outside(self, open: usize, side: Side, out: usize, panes: usize) -> Option<usize> {
        match out {
            0 => Some(self.of(open)[side]),
            _ => (0..panes).find(|pane| self.side(open, *pane) == side && self.out(open, *pane) == out),
        }
    }

    /// The pane that a pane is compared with.
    pub fn inner(self, open: usize, pane: usize) -> usize {
        let ends = self.of(open);
        match self.base {
            _ if pane == ends.left => ends.right,
            _ if pane == ends.right => ends.left,
            Some(base) => base,
            None if pane < open => pane + 1,
            None => pane - 1,
        }
    }

    /// The pairing that a pane is compared in.
    pub fn pairing(self, open: usize, pane: usize) -> usize {
        match self.base {
            Some(base) if pane == base => open,
            Some(base) => pane - usize::from(pane > base),
            None => pane.min(self.inner(open, pane)),
        }
    }
}
