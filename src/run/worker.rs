//! A worker: a thread that takes tasks one after another, and outlives each of them.

use std::any::Any;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::arrival::Arrival;
use crate::app::Event;
use crate::collate::Cancel;

/// A thread that does tasks of one kind.
#[derive(Debug)]
pub struct Worker<T> {
    tasks: Sender<(T, Cancel)>,
    newest: Cancel,
}

/// Does a task and gives the answer; none where the task was called off.
pub type Work<T> = Box<dyn FnMut(&T, &Hearing<'_>) -> Option<Event> + Send>;

/// Who waits for a task.
pub struct Hearing<'a> {
    /// Raised once nobody does any more.
    pub cancel: &'a Cancel,
    /// Tells what is known before the whole answer is.
    pub tell: &'a dyn Fn(Event),
}

/// How tasks of one kind are done.
pub struct Craft<T> {
    /// Does a task.
    pub work: Work<T>,
    /// Gives the answer for a task that failed, with the reason.
    pub broken: fn(&T, &str) -> Event,
}

impl<T: Send + 'static> Worker<T> {
    /// Starts the thread; its answers go to `inbox`.
    ///
    /// # Errors
    ///
    /// The system gives no thread.
    pub fn start(name: &str, craft: Craft<T>, inbox: Sender<Arrival>) -> io::Result<Self> {
        let (tasks, asked) = channel();
        thread::Builder::new().name(name.to_owned()).spawn(move || work_on(craft, asked, &inbox))?;
        Ok(Self { tasks, newest: Cancel::default() })
    }

    /// Asks for a task in place of the one before, which nobody waits for any more.
    pub fn ask_instead(&mut self, task: T) {
        self.newest.cancel();
        self.newest = Cancel::default();
        self.ask_next(task);
    }

    /// Asks for a task after those before.
    pub fn ask_next(&self, task: T) {
        // The thread ends only when this worker is gone, so there is always somebody to hear.
        let _ = self.tasks.send((task, self.newest.clone()));
    }
}

fn work_on<T>(mut craft: Craft<T>, asked: Receiver<(T, Cancel)>, inbox: &Sender<Arrival>) {
    for (task, cancel) in asked {
        if cancel.is_cancelled() {
            continue;
        }
        let tell = |event: Event| {
            if !cancel.is_cancelled() {
                // Whether anybody hears is seen when the whole answer is sent.
                let _ = inbox.send(Arrival::Event(event));
            }
        };
        let answer =
            match catch_unwind(AssertUnwindSafe(|| (craft.work)(&task, &Hearing { cancel: &cancel, tell: &tell }))) {
                Ok(answer) => answer,
                Err(panic) => Some((craft.broken)(&task, reason(panic.as_ref()))),
            };
        let Some(answer) = answer.filter(|_| !cancel.is_cancelled()) else { continue };
        if inbox.send(Arrival::Event(answer)).is_err() {
            return;
        }
    }
}

/// Gives what a panic said.
fn reason(panic: &(dyn Any + Send)) -> &str {
    let owned = panic.downcast_ref::<String>().map(String::as_str);
    owned.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("for an unknown reason")
}
