//! Moves and counts by rows among parts of several rows each. Only the parts on the way are measured.

use super::spot::Spot;

/// Parts that are one below the other.
pub(super) trait Rows {
    /// Returns the number of parts.
    fn parts(&self) -> usize;

    /// Returns the number of rows of a part; at least one.
    fn height(&self, part: usize) -> usize;

    /// Returns the last row.
    fn bottom(&self) -> Spot {
        let block = self.parts().saturating_sub(1);
        Spot { block, row: self.height(block).saturating_sub(1) }
    }

    /// Returns the row nearest to `spot`.
    fn nearest(&self, spot: Spot) -> Spot {
        if spot.block >= self.parts() {
            return self.bottom();
        }
        Spot { row: spot.row.min(self.height(spot.block).saturating_sub(1)), ..spot }
    }

    /// Goes `by` rows down, or up if it is negative, and stops at the first and the last row.
    fn go(&self, from: Spot, by: isize) -> Spot {
        let from = self.nearest(from);
        if by < 0 { self.up(from, by.unsigned_abs()) } else { self.down(from, by.unsigned_abs()) }
    }

    /// Counts the rows from `from` down to `to`; negative if `to` is above. Returns `most` if there are more.
    fn count(&self, from: Spot, to: Spot, most: usize) -> isize {
        let (from, to) = (self.nearest(from), self.nearest(to));
        let most = most.min(isize::MAX.unsigned_abs());
        let rows = self.apart(from.min(to), from.max(to), most).cast_signed();
        if to < from { -rows } else { rows }
    }

    /// Goes down.
    fn down(&self, from: Spot, mut by: usize) -> Spot {
        let mut spot = from;
        loop {
            let below = self.height(spot.block).saturating_sub(spot.row + 1);
            if by <= below {
                return Spot { row: spot.row + by, ..spot };
            }
            if spot.block + 1 >= self.parts() {
                return Spot { row: spot.row + below, ..spot };
            }
            by -= below + 1;
            spot = Spot { block: spot.block + 1, row: 0 };
        }
    }

    /// Goes up.
    fn up(&self, from: Spot, mut by: usize) -> Spot {
        let mut spot = from;
        while by > spot.row {
            if spot.block == 0 {
                return Spot::default();
            }
            by -= spot.row + 1;
            let block = spot.block - 1;
            spot = Spot { block, row: self.height(block).saturating_sub(1) };
        }
        Spot { row: spot.row - by, ..spot }
    }

    /// Counts the rows from `above` to `below`, up to `most`.
    fn apart(&self, above: Spot, below: Spot, most: usize) -> usize {
        let mut rows = 0;
        let mut spot = above;
        while spot.block < below.block {
            rows += self.height(spot.block).saturating_sub(spot.row);
            if rows >= most {
                return most;
            }
            spot = Spot { block: spot.block + 1, row: 0 };
        }
        (rows + below.row - spot.row).min(most)
    }
}
