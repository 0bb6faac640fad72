//! A thread pool that splits work on many things. The result is byte for byte the same for any number of threads.

use std::num::NonZeroUsize;
use std::sync::mpsc::sync_channel;
use std::thread;

use crate::app::Hands;
use crate::collate::Shard;

/// Results of a thread that may wait for their turn.
const AHEAD: usize = 16;

/// So many threads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThreadPool {
    threads: usize,
}

impl ThreadPool {
    /// A pool of as many threads as the machine runs at once.
    pub fn all_hands() -> Self {
        Self::of(thread::available_parallelism().map_or(1, NonZeroUsize::get))
    }

    /// A pool of so many threads, at least one.
    pub fn of(threads: usize) -> Self {
        Self { threads: threads.max(1) }
    }

    /// Does `work` on each number below `count` and hands the results to `take`, one by one and in order; few wait for their turn.
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
                // Nobody takes it any more once `take` has failed.
                let share =
                    move || (first..count).step_by(threads).try_for_each(|number| hand_in.send(work(number)).ok());
                thread::Builder::new().name("pool".to_owned()).spawn_scoped(scope, share).ok().map(|_| handed_in)
            });
            let hired: Vec<_> = hired.collect();
            let mut in_order = (0..count).map_while(|number| match hired.get(number % threads) {
                // A thread that failed hands in no more: its panic goes on when all have ended.
                Some(Some(handed_in)) => handed_in.recv().ok(),
                // Where the system gives no further thread, this one does its share.
                _ => Some(work(number)),
            });
            in_order.try_for_each(&mut take)
        })
    }

    /// Does `work` on each number below `count` and gives all results, in order.
    pub fn all<T: Send>(self, count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
        let mut results = Vec::with_capacity(count);
        let Ok(()) = self.in_turn(count, work, |result| {
            results.push(result);
            Ok::<(), std::convert::Infallible>(())
        });
        results
    }

    /// Does `work` on each of `shares` and gives what comes of all, in order; nothing where one comes to nothing.
    pub fn share<S: Sync, T: Send>(self, shares: &[S], work: impl Fn(&S) -> Option<T> + Sync) -> Option<Vec<T>> {
        self.all(shares.len(), |at| work(shares.get(at)?)).into_iter().collect()
    }

    /// So many shards for each thread.
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
