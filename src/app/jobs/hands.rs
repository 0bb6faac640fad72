//! Hands: who does the parts of a job that is shared out. The room has no threads of its own; whoever carries the job out lends them.

use crate::collate::Shard;

/// Does the parts of a job; what comes out is the same however many hands there are.
pub trait Hands {
    /// Does `work` on each of `shares`; the results in order, nothing where one comes to nothing.
    fn share<S: Sync, T: Send>(&self, shares: &[S], work: impl Fn(&S) -> Option<T> + Sync) -> Option<Vec<T>>;

    /// Parts the work so that each hand gets so many shards.
    fn shards(&self, each: usize) -> Vec<Shard>;
}

/// One after another, on the thread that asks.
#[derive(Clone, Copy, Debug, Default)]
pub struct Alone;

impl Hands for Alone {
    fn share<S: Sync, T: Send>(&self, shares: &[S], work: impl Fn(&S) -> Option<T> + Sync) -> Option<Vec<T>> {
        shares.iter().map(work).collect()
    }

    fn shards(&self, each: usize) -> Vec<Shard> {
        Shard::shared_out(each.max(1))
    }
}
