use std::sync::mpsc::{Receiver, Sender, channel};

use super::arrival::Arrival;
use super::worker::{Craft, Hearing, Worker};
use crate::app::Event;

/// A worker that answers with the task's number, breaks off at 13, and reports on `started` what it has begun; a task below
/// 10 then waits until it is called off.
fn worker(started: Sender<u64>) -> (Worker<u64>, Receiver<Arrival>) {
    let (sender, inbox) = channel();
    let work = move |task: &u64, Hearing { cancel, .. }: &Hearing<'_>| {
        started.send(*task).unwrap();
        assert_ne!(*task, 13, "thirteen");
        while *task < 10 && !cancel.is_cancelled() {
            std::thread::yield_now();
        }
        (!cancel.is_cancelled()).then_some(Event::Waited(*task))
    };
    let broken =
        |task: &u64, reason: &str| Event::Failed(*task, format!("{task} failed: {}", reason.contains("thirteen")));
    (Worker::start("test", Craft { work: Box::new(work), broken }, sender).unwrap(), inbox)
}

fn said(inbox: &Receiver<Arrival>) -> String {
    match inbox.recv().unwrap() {
        Arrival::Event(Event::Waited(task)) => task.to_string(),
        Arrival::Event(Event::Failed(_, reason)) => reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_newest_task_wins_and_the_older_ones_are_given_up_or_never_begun() {
    let (started, begun) = channel();
    let (mut worker, inbox) = worker(started);
    worker.ask_instead(1);
    assert_eq!(begun.recv().unwrap(), 1);
    worker.ask_instead(2);
    worker.ask_instead(20);
    assert_eq!(said(&inbox), "20");
    worker.ask_instead(21);
    assert_eq!(said(&inbox), "21");
    assert!(begun.try_iter().all(|task| task != 1));
    assert!(inbox.try_recv().is_err());
}

#[test]
fn tasks_in_order_are_all_done() {
    let (worker, inbox) = worker(channel().0);
    drop(worker);
    assert!(inbox.recv().is_err(), "a worker that is gone answers no more");

    let (started, _begun) = channel();
    let (worker, inbox) = self::worker(started);
    (20..25).for_each(|task| worker.ask_next(task));
    let answers: Vec<String> = (20..25).map(|_| said(&inbox)).collect();
    assert_eq!(answers, ["20", "21", "22", "23", "24"]);
}

#[test]
fn a_task_that_breaks_off_is_answered_with_a_sentence_and_the_next_is_done() {
    let (started, _begun) = channel();
    let (worker, inbox) = worker(started);
    worker.ask_next(13);
    worker.ask_next(14);
    assert_eq!([said(&inbox), said(&inbox)], ["13 failed: true", "14"]);
}
