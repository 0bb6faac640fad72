//! The threads that work beside the screen. One that is free takes what waits; where none is, another is begun, up to one for each
//! who gives work, so that nobody waits for another's work.

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Threads that take work in the order in which it comes; they end when nobody can give them any more.
#[derive(Clone)]
pub struct Workers {
    giving: Arc<Giving>,
}

/// What all who can give work share: when the last of them is gone, the threads are told.
struct Giving {
    backlog: Arc<Backlog>,
}

/// Where work waits for threads, and threads for work.
struct Backlog {
    waiting: Mutex<Waiting>,
    changed: Condvar,
}

#[derive(Default)]
struct Waiting {
    work: VecDeque<Box<dyn FnOnce() + Send>>,
    /// Threads that wait.
    free: usize,
    /// Threads that were begun, and the most there may be.
    threads: usize,
    most: usize,
    /// Whether no more work can come.
    ended: bool,
}

impl Workers {
    /// Starts the first thread.
    ///
    /// # Errors
    ///
    /// The system gives no thread.
    pub fn start() -> io::Result<Self> {
        let backlog = Arc::new(Backlog { waiting: Mutex::default(), changed: Condvar::new() });
        let workers = Self { giving: Arc::new(Giving { backlog }) };
        workers.begin()?;
        Ok(workers)
    }

    /// Makes room for one more who gives work, a piece at a time.
    pub(super) fn expect_giver(&self) {
        self.giving.backlog.lock().most += 1;
    }

    /// Has some work done, at once if the system gives a thread for it.
    pub(super) fn give(&self, work: Box<dyn FnOnce() + Send>) {
        let backlog = &self.giving.backlog;
        let mut waiting = backlog.lock();
        waiting.work.push_back(work);
        let too_few = waiting.work.len() > waiting.free && waiting.threads < waiting.most;
        drop(waiting);
        backlog.changed.notify_one();
        if too_few {
            // Without another thread the work waits until one is free.
            let _ = self.begin();
        }
    }

    /// Begins another thread.
    fn begin(&self) -> io::Result<()> {
        let backlog = Arc::clone(&self.giving.backlog);
        thread::Builder::new().name("worker".to_owned()).spawn(move || backlog.work())?;
        self.giving.backlog.lock().threads += 1;
        Ok(())
    }
}

impl Drop for Giving {
    fn drop(&mut self) {
        self.backlog.lock().ended = true;
        self.backlog.changed.notify_all();
    }
}

impl Backlog {
    /// Nothing is done under the lock that could break off, so what it guards is always whole.
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does what comes, until no more can.
    fn work(&self) {
        let mut waiting = self.lock();
        loop {
            if let Some(work) = waiting.work.pop_front() {
                drop(waiting);
                work();
                waiting = self.lock();
            } else if waiting.ended {
                return;
            } else {
                waiting.free += 1;
                waiting = self.changed.wait(waiting).unwrap_or_else(PoisonError::into_inner);
                waiting.free -= 1;
            }
        }
    }
}
