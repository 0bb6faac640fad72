//! Shards: parts of work that run in parallel.

use std::ops::Range;

/// One of several parts of some work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    at: usize,
    of: usize,
}

impl Shard {
    /// All of the work.
    pub const ALL: Self = Self { at: 0, of: 1 };

    /// Splits work into `of` shards, in order; at least one.
    pub fn shared_out(of: usize) -> Vec<Self> {
        let of = of.max(1);
        (0..of).map(|at| Self { at, of }).collect()
    }

    /// Whether a hash belongs to this shard.
    pub(super) fn holds(self, hash: u64) -> bool {
        (u128::from(hash) * self.of as u128) >> 64 == self.at as u128
    }

    /// Returns this shard's part of a number of things.
    pub(super) fn of(self, count: usize) -> Range<usize> {
        count * self.at / self.of..count * (self.at + 1) / self.of
    }
}
