use std::collections::BTreeSet;
use std::sync::mpsc::{Sender, channel};

use super::workers::Workers;

/// Work that reports its thread, and waits to be released.
fn work(begun: &Sender<std::thread::ThreadId>) -> (Box<dyn FnOnce() + Send>, Sender<()>) {
    let (let_go, going) = channel::<()>();
    let begun = begun.clone();
    let work = move || {
        begun.send(std::thread::current().id()).unwrap();
        let _ = going.recv();
    };
    (Box::new(work), let_go)
}

#[test]
fn each_who_gives_work_has_a_thread_at_once_and_there_are_no_more_threads_than_those() {
    let workers = Workers::start().unwrap();
    (0..2).for_each(|_| workers.expect_giver());
    let (sender, begun) = channel();
    let mut threads = BTreeSet::new();
    for _ in 0..50 {
        let (first, first_goes) = work(&sender);
        let (second, second_goes) = work(&sender);
        workers.give(first);
        workers.give(second);
        // Both have begun before either may end.
        threads.extend([begun.recv().unwrap(), begun.recv().unwrap()].map(|id| format!("{id:?}")));
        drop((first_goes, second_goes));
    }
    assert_eq!(threads.len(), 2);
}

#[test]
fn the_threads_end_when_nobody_can_give_work() {
    let workers = Workers::start().unwrap();
    let (sender, done) = channel::<()>();
    let kept = sender.clone();
    workers.give(Box::new(move || drop(kept)));
    drop((workers, sender));
    assert!(done.recv().is_err());
}
