//! The threads that work beside the screen. A free one takes waiting work; if none is free, another is started, at most one for each queue,
//! so that no queue waits for another's work.

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Threads that do work in the order it arrives; they end when no more can arrive.
#[derive(Clone)]
pub struct Workers {
    giving: Arc<Giving>,
}

/// Shared by all queues: when the last one is dropped, the threads are told.
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
    /// The number of waiting threads.
    free: usize,
    /// The number of started threads, and the most there may be.
    threads: usize,
    most: usize,
    /// Whether no more work can arrive.
    ended: bool,
}

impl Workers {
    /// Starts the first thread.
    ///
    /// # Errors
    ///
    /// The system cannot start a thread.
    pub fn start() -> io::Result<Self> {
        let backlog = Arc::new(Backlog { waiting: Mutex::default(), changed: Condvar::new() });
        let workers = Self { giving: Arc::new(Giving { backlog }) };
        workers.begin()?;
        Ok(workers)
    }

    /// Allows one thread more, for a queue that gives one piece of work at a time.
    pub(super) fn expect_giver(&self) {
        self.giving.backlog.lock().most += 1;
    }

    /// Hands over some work; it starts at once if a thread is free or can be started.
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

    /// Starts another thread.
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
    /// Nothing under the lock can panic, so what it guards is always consistent.
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does work as it arrives, until no more can.
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
