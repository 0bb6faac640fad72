//! Hands: whoever does the parts of a divided job. The room has no threads of its own; whoever runs the job lends them.

use crate::collate::Shard;

/// Does the parts of a job; the result is the same for any number of hands.
pub trait Hands {
    /// Does `work` on each of `shares`; returns the results in order, or `None` if one of them is.
    fn share<S: Sync, T: Send>(&self, shares: &[S], work: impl Fn(&S) -> Option<T> + Sync) -> Option<Vec<T>>;

    /// Divides the work so that each hand gets this many shards.
    fn shards(&self, each: usize) -> Vec<Shard>;
}

/// One after another, on the calling thread.
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
