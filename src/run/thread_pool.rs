//! A thread pool that divides work on many things. The result is the same, byte for byte, for any number of threads.

use std::num::NonZeroUsize;
use std::sync::mpsc::sync_channel;
use std::thread;

use crate::app::Hands;
use crate::collate::Shard;

/// How many results of a thread may wait for their turn.
const AHEAD: usize = 16;

/// A pool with this many threads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThreadPool {
    threads: usize,
}

impl ThreadPool {
    /// A pool with as many threads as the machine runs at once.
    pub fn all_hands() -> Self {
        Self::of(thread::available_parallelism().map_or(1, NonZeroUsize::get))
    }

    /// A pool with this many threads, at least one.
    pub fn of(threads: usize) -> Self {
        Self { threads: threads.max(1) }
    }

    /// Does `work` on each number below `count` and passes the results to `take`, one by one and in order; only a few wait for their turn.
    ///
    /// # Errors
    ///
    /// The first error of `take`, after which no more work is begun.
    pub fn in_turn<T: Send, E>(
        self,
        count: usize,
        work: impl Fn(usize) -> T + Sync,
        mut take: impl FnMut(T) -> Result<(), E>,
    ) -> Result<(), E> {
        let threads = self.threads.min(count);
        if threads < 2 {
            return (0..count).try_for_each(|number| take(work(number)));
        }
        let work = &work;
        thread::scope(|scope| {
            let hired = (0..threads).map(|first| {
                let (hand_in, handed_in) = sync_channel(AHEAD);
                // Nobody receives it after `take` has failed.
                let share =
                    move || (first..count).step_by(threads).try_for_each(|number| hand_in.send(work(number)).ok());
                thread::Builder::new().name("pool".to_owned()).spawn_scoped(scope, share).ok().map(|_| handed_in)
            });
            let hired: Vec<_> = hired.collect();
            let mut in_order = (0..count).map_while(|number| match hired.get(number % threads) {
                // A thread that panicked sends nothing more; its panic continues when all have ended.
                Some(Some(handed_in)) => handed_in.recv().ok(),
                // If the system starts no more threads, this one does the work.
                _ => Some(work(number)),
            });
            in_order.try_for_each(&mut take)
        })
    }

    /// Does `work` on each number below `count` and returns all results, in order.
    pub fn all<T: Send>(self, count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
        let mut results = Vec::with_capacity(count);
        let Ok(()) = self.in_turn(count, work, |result| {
            results.push(result);
            Ok::<(), std::convert::Infallible>(())
        });
        results
    }

    /// Does `work` on each of `shares` and returns the results, in order; `None` if one of them is.
    pub fn share<S: Sync, T: Send>(self, shares: &[S], work: impl Fn(&S) -> Option<T> + Sync) -> Option<Vec<T>> {
        self.all(shares.len(), |at| work(shares.get(at)?)).into_iter().collect()
    }

    /// This many shards for each thread.
    pub fn shards(self, each: usize) -> Vec<Shard> {
        Shard::shared_out(self.threads * each.max(1))
    }
}

impl Hands for ThreadPool {
    fn share<S: Sync, T: Send>(&self, shares: &[S], work: impl Fn(&S) -> Option<T> + Sync) -> Option<Vec<T>> {
        ThreadPool::share(*self, shares, work)
    }

    fn shards(&self, each: usize) -> Vec<Shard> {
        ThreadPool::shards(*self, each)
    }
}
