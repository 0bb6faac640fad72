//! A queue of jobs of one kind, done one after another by any free worker.

use std::any::Any;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::arrival::Arrival;
use super::inbox::Post;
use super::workers::Workers;
use crate::app::Event;
use crate::collate::Cancel;

/// Jobs of one kind, in their order.
pub struct JobQueue<T> {
    workers: Workers,
    jobs: Arc<Mutex<Jobs<T>>>,
    newest: Cancel,
}

struct Jobs<T> {
    waiting: VecDeque<(T, Cancel)>,
    /// How they are done; a worker holds it while there are any.
    kind: Option<JobKind<T>>,
    /// Where the answers go.
    inbox: Post,
}

/// Does a job and returns the answer; `None` if the job was cancelled.
pub type Work<T> = Box<dyn FnMut(&T, &JobContext<'_>) -> Option<Event> + Send>;

/// The cancellation and progress of a job.
pub struct JobContext<'a> {
    /// Raised when nobody waits for it any longer.
    pub cancel: &'a Cancel,
    /// Sends what is known before the whole answer.
    pub tell: &'a dyn Fn(Event),
}

/// How jobs of one kind are done.
pub struct JobKind<T> {
    /// Does a job.
    pub work: Work<T>,
    /// The answer for a job that failed, with the reason.
    pub broken: fn(&T, &str) -> Event,
}

impl<T: Send + 'static> JobQueue<T> {
    /// Accepts jobs of a kind; sends the answers to `inbox`.
    pub fn of(kind: JobKind<T>, workers: &Workers, inbox: &Post) -> Self {
        workers.expect_giver();
        let jobs = Jobs { waiting: VecDeque::new(), kind: Some(kind), inbox: inbox.clone() };
        let jobs = Arc::new(Mutex::new(jobs));
        Self { workers: workers.clone(), jobs, newest: Cancel::default() }
    }

    /// Adds a job that replaces all earlier ones, which nobody waits for any longer.
    pub fn ask_instead(&mut self, job: T) {
        self.newest.cancel();
        self.newest = Cancel::default();
        self.ask_next(job);
    }

    /// Adds a job after the earlier ones.
    pub fn ask_next(&self, job: T) {
        let mut jobs = lock(&self.jobs);
        jobs.waiting.push_back((job, self.newest.clone()));
        if let Some(kind) = jobs.kind.take() {
            let queue = Arc::clone(&self.jobs);
            self.workers.give(Box::new(move || work_on(kind, &queue)));
        }
    }
}

fn lock<T>(jobs: &Mutex<Jobs<T>>) -> MutexGuard<'_, Jobs<T>> {
    jobs.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Does all waiting jobs, then puts back the means of doing them.
fn work_on<T>(mut kind: JobKind<T>, queue: &Mutex<Jobs<T>>) {
    loop {
        let mut jobs = lock(queue);
        let Some((job, cancel)) = jobs.waiting.pop_front() else {
            jobs.kind = Some(kind);
            return;
        };
        let inbox = jobs.inbox.clone();
        drop(jobs);
        if !cancel.is_cancelled() {
            answer(&mut kind, &job, &cancel, &inbox);
        }
    }
}

fn answer<T>(kind: &mut JobKind<T>, job: &T, cancel: &Cancel, inbox: &Post) {
    let tell = |event: Event| {
        if !cancel.is_cancelled() {
            // Nobody receives it after the program has ended.
            let _ = inbox.send(Arrival::Event(event));
        }
    };
    let context = JobContext { cancel, tell: &tell };
    let answer = match catch_unwind(AssertUnwindSafe(|| (kind.work)(job, &context))) {
        Ok(answer) => answer,
        Err(panic) => Some((kind.broken)(job, reason(panic.as_ref()))),
    };
    answer.into_iter().for_each(tell);
}

/// The message of a panic.
fn reason(panic: &(dyn Any + Send)) -> &str {
    let owned = panic.downcast_ref::<String>().map(String::as_str);
    owned.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("for an unknown reason")
}
