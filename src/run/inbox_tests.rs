use std::sync::mpsc::{RecvTimeoutError, TryRecvError};
use std::thread;
use std::time::Duration;

use super::arrival::Arrival;
use super::inbox::inbox;

/// More than the bell has room for.
const MANY: i32 = 300_000;

#[test]
fn what_others_send_wakes_the_loop_and_none_of_it_is_lost() {
    let (post, mut inbox) = inbox().unwrap();
    let sending = thread::spawn(move || (0..MANY).for_each(|at| post.send(Arrival::Ended(at)).unwrap()));
    for expected in 0..MANY {
        assert!(matches!(inbox.wait(None), Ok(Arrival::Ended(at)) if at == expected));
    }
    sending.join().unwrap();
    assert!(matches!(inbox.wait(None), Err(RecvTimeoutError::Disconnected)));
}

#[test]
fn it_waits_no_longer_than_it_is_told() {
    let (post, mut inbox) = inbox().unwrap();
    for left in [Duration::ZERO, Duration::from_millis(1)] {
        assert!(matches!(inbox.wait(Some(left)), Err(RecvTimeoutError::Timeout)));
    }
    assert!(matches!(inbox.take(), Err(TryRecvError::Empty)));
    post.send(Arrival::Resized).unwrap();
    assert!(matches!(inbox.wait(Some(Duration::ZERO)), Ok(Arrival::Resized)));
    post.send(Arrival::Resized).unwrap();
    assert!(matches!(inbox.take(), Ok(Arrival::Resized)));
    assert!(matches!(inbox.wait(Some(Duration::ZERO)), Err(RecvTimeoutError::Timeout)), "it was rung for no other");
}

#[test]
fn nobody_sends_to_a_loop_that_has_ended() {
    let (post, inbox) = inbox().unwrap();
    drop(inbox);
    assert!(post.send(Arrival::Resized).is_err());
}
