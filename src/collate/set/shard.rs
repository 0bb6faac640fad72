//! A part of the work that is shared out.

use std::ops::Range;

/// One of several shares of some work, so that more than one may do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    at: usize,
    of: usize,
}

impl Shard {
    /// All of the work.
    pub const ALL: Self = Self { at: 0, of: 1 };

    /// Shares work out to `of` shards, in order; at least one.
    pub fn shared_out(of: usize) -> Vec<Self> {
        let of = of.max(1);
        (0..of).map(|at| Self { at, of }).collect()
    }

    /// Whether a hash belongs to this shard.
    pub(super) fn holds(self, hash: u64) -> bool {
        (u128::from(hash) * self.of as u128) >> 64 == self.at as u128
    }

    /// This shard's part of so many things.
    pub(super) fn of(self, count: usize) -> Range<usize> {
        count * self.at / self.of..count * (self.at + 1) / self.of
    }
}
