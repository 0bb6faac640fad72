use std::sync::mpsc::{Sender, channel};

use super::arrival::Arrival;
use super::inbox::{Inbox, inbox};
use super::job_queue::{JobContext, JobKind, JobQueue};
use super::workers::Workers;
use crate::app::Event;

/// A queue that answers with the task's number, panics at 13, and reports on `started` what it has begun; a task below 10 then waits until
/// it is cancelled.
fn queue(started: Sender<u64>) -> (JobQueue<u64>, Inbox) {
    let (sender, inbox) = inbox().unwrap();
    let work = move |task: &u64, JobContext { cancel, .. }: &JobContext<'_>| {
        started.send(*task).unwrap();
        assert_ne!(*task, 13, "thirteen");
        while *task < 10 && !cancel.is_cancelled() {
            std::thread::yield_now();
        }
        (!cancel.is_cancelled()).then_some(Event::Waited(*task))
    };
    let broken =
        |task: &u64, reason: &str| Event::Failed(*task, format!("{task} failed: {}", reason.contains("thirteen")));
    let kind = JobKind { work: Box::new(work), broken };
    (JobQueue::of(kind, &Workers::start().unwrap(), &sender), inbox)
}

fn said(inbox: &mut Inbox) -> String {
    match inbox.wait(None).unwrap() {
        Arrival::Event(Event::Waited(task)) => task.to_string(),
        Arrival::Event(Event::Failed(_, reason)) => reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_newest_task_wins_and_the_older_ones_are_given_up_or_never_begun() {
    let (started, begun) = channel();
    let (mut queue, mut inbox) = queue(started);
    queue.ask_instead(1);
    assert_eq!(begun.recv().unwrap(), 1);
    queue.ask_instead(2);
    queue.ask_instead(20);
    assert_eq!(said(&mut inbox), "20");
    queue.ask_instead(21);
    assert_eq!(said(&mut inbox), "21");
    assert!(begun.try_iter().all(|task| task != 1));
    assert!(inbox.take().is_err());
}

#[test]
fn tasks_in_order_are_all_done() {
    let (queue, mut inbox) = queue(channel().0);
    drop(queue);
    assert!(inbox.wait(None).is_err(), "a queue that is gone answers no more");

    let (started, _begun) = channel();
    let (queue, mut inbox) = self::queue(started);
    (20..25).for_each(|task| queue.ask_next(task));
    let answers: Vec<String> = (20..25).map(|_| said(&mut inbox)).collect();
    assert_eq!(answers, ["20", "21", "22", "23", "24"]);
}

#[test]
fn a_task_that_breaks_off_is_answered_with_a_sentence_and_the_next_is_done() {
    let (started, _begun) = channel();
    let (queue, mut inbox) = queue(started);
    queue.ask_next(13);
    queue.ask_next(14);
    assert_eq!([said(&mut inbox), said(&mut inbox)], ["13 failed: true", "14"]);
}
