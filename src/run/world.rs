//! The world: carries out what the program asks of it, away from the screen.

use std::io;
use std::sync::mpsc::{Receiver, Sender};
use std::time::{Duration, Instant};

use super::arrival::Arrival;
use super::rules::Keeping;
use super::saving::{Change, saving};
use super::tasks::{collating, surveying};
use super::worker::Worker;
use crate::app::{Event, Job, Saved, Survey};

/// How long a digit waits for a second one.
const SECOND_DIGIT: Duration = Duration::from_millis(500);
/// How long the program stays, after the reader has left, for rules that are still being saved.
const LAST_SAVING: Duration = Duration::from_secs(5);

/// Those who work for the program.
#[derive(Debug)]
pub struct World {
    collator: Worker<Job>,
    surveyor: Worker<Survey>,
    saver: Worker<Change>,
    /// Changes to the rules file that are not answered yet.
    unsaved: usize,
    /// When the wait is over, and its ticket.
    waiting: Option<(Instant, u64)>,
}

impl World {
    /// Starts the workers; they answer to `inbox`.
    ///
    /// # Errors
    ///
    /// The system gives no threads.
    pub fn start(keeping: Keeping, inbox: &Sender<Arrival>) -> io::Result<Self> {
        Ok(Self {
            collator: Worker::start("collator", collating(), inbox.clone())?,
            surveyor: Worker::start("surveyor", surveying(), inbox.clone())?,
            saver: Worker::start("saver", saving(keeping), inbox.clone())?,
            unsaved: 0,
            waiting: None,
        })
    }

    /// Collates in place of any collation before.
    pub fn collate(&mut self, job: Job) {
        self.collator.ask_instead(job);
    }

    /// Counts in place of any count before.
    pub fn survey(&mut self, survey: Survey) {
        self.surveyor.ask_instead(survey);
    }

    /// Changes the rules file after any change before.
    pub fn save(&mut self, change: Change) {
        self.unsaved += 1;
        self.saver.ask_next(change);
    }

    /// Takes note of an answer that is passed on to the program.
    pub fn answered(&mut self, event: &Event) {
        if matches!(event, Event::Saved(_)) {
            self.unsaved = self.unsaved.saturating_sub(1);
        }
    }

    /// Begins to wait for a second digit; any wait before is off.
    pub fn wait(&mut self, ticket: u64, now: Instant) {
        self.waiting = Some((now + SECOND_DIGIT, ticket));
    }

    /// Gives how long there is still to wait, if there is anything to wait for.
    pub fn left(&self, now: Instant) -> Option<Duration> {
        self.waiting.map(|(over, _)| over.saturating_duration_since(now))
    }

    /// Gives the end of the wait, once, when it has come.
    pub fn waited(&mut self, now: Instant) -> Option<Event> {
        let (_, ticket) = self.waiting.take_if(|(over, _)| *over <= now)?;
        Some(Event::Waited(ticket))
    }

    /// Lets the last changes to the rules file be made; gives one sentence for each that was not. A signal cuts it short.
    pub fn finish(mut self, inbox: &Receiver<Arrival>, now: Instant) -> Vec<String> {
        let mut complaints = Vec::new();
        let deadline = now + LAST_SAVING;
        while self.unsaved > 0 {
            match inbox.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(Arrival::Event(event)) => {
                    self.answered(&event);
                    complaints.extend(unsaved(&event));
                }
                Ok(Arrival::Resized | Arrival::Continued | Arrival::Deaf(_)) => {}
                Ok(Arrival::Ended(_)) | Err(_) => {
                    complaints.push("left before the last change to the rules was saved".to_owned());
                    break;
                }
            }
        }
        complaints
    }
}

fn unsaved(event: &Event) -> Option<String> {
    match event {
        Event::Saved(Saved::NotAdded(_, reason)) => Some(format!("the last rule is not saved: {reason}")),
        Event::Saved(Saved::NotRemoved(_, reason)) => Some(format!("the last rule is not taken back: {reason}")),
        _ => None,
    }
}
