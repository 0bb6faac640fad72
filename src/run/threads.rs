//! Threads: a piece of work done share by share, on as many threads as the machine has.

use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::Mutex;
use std::thread;

/// Counts the threads that work can be shared out to.
pub fn threads() -> usize {
    thread::available_parallelism().map_or(1, NonZeroUsize::get)
}

/// Does the work for each share; the answers come in the order of the shares, whoever found them. Gives nothing where one of them is
/// none. Where the system gives no further thread, this one does it all.
pub fn shared_out<S: Send, T: Send>(shares: Vec<S>, work: impl Fn(S) -> Option<T> + Sync) -> Option<Vec<T>> {
    let helpers = threads().min(shares.len()).saturating_sub(1);
    let waiting = Mutex::new(shares.into_iter().enumerate());
    let take = || {
        let next = || waiting.lock().ok()?.next();
        std::iter::from_fn(next).map(|(at, share)| Some((at, work(share)?))).collect::<Option<Vec<_>>>()
    };
    let take = &take;
    let done = thread::scope(|scope| {
        let spawn = |_| thread::Builder::new().name("sharer".to_owned()).spawn_scoped(scope, take).ok();
        let others: Vec<_> = (0..helpers).filter_map(spawn).collect();
        let mut done = vec![take()];
        done.extend(others.into_iter().map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic))));
        done
    });
    let mut done: Vec<(usize, T)> = done.into_iter().collect::<Option<Vec<_>>>()?.into_iter().flatten().collect();
    done.sort_unstable_by_key(|(at, _)| *at);
    Some(done.into_iter().map(|(_, answer)| answer).collect())
}
