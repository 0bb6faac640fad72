//! Seats: where a pane stands in the row.

use crate::text::Side;

/// A pane's place in the row: on which side of the open pair, and how far out; 0 is the pair itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The side.
    pub side: Side,
    /// How far out.
    pub out: usize,
}

impl Seat {
    /// Gives the seat of a pane of the open pair.
    pub fn of(side: Side) -> Self {
        Self { side, out: 0 }
    }

    /// Gives the next seat towards the pair; within it the other one.
    pub fn inner(self) -> Self {
        match self.out.checked_sub(1) {
            Some(out) => Self { out, ..self },
            None => Self::of(self.side.other()),
        }
    }
}
