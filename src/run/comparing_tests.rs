//! Comparing all articles: the same result as in one go, sent in parts, and cancelled in time.

use std::cell::RefCell;
use std::sync::Arc;

use super::job_queue::JobContext;
use super::tasks::compared;
use super::thread_pool::ThreadPool;
use crate::app::{Compared, Event, Gathering};
use crate::article::Article;
use crate::boilerplate::{Mask, RuleSet};
use crate::collate::{Cancel, Witness, matrix};

fn gathering(count: usize) -> Gathering {
    let lines =
        ["The ferry sails on even days", "A goat was elected to the council", "Seven kites were counted at noon"];
    let text = |at: usize| {
        let line =
            |by: usize| format!("{} and then {} times again by the old river mouth.", lines[(at + by) % 3], at % 17);
        format!("{} {} Number {at} ends here.", line(0), line(1))
    };
    let articles: Vec<_> = (0..count).map(|at| Arc::new(Article::of_text(&format!("{at:04}"), &text(at)))).collect();
    Gathering {
        ticket: 5,
        rulings: Arc::default(),
        session: vec![Vec::new(); count],
        articles,
        rules: Arc::new(RuleSet::default().into()),
    }
}

/// What is sent meanwhile, and the answer.
fn all(task: &Gathering, cancel: &Cancel) -> (Vec<Compared>, Option<Compared>) {
    let told = RefCell::new(Vec::new());
    let keep = |event: Event| {
        if let Event::Compared(compared) = event {
            told.borrow_mut().push(compared);
        }
    };
    let answer = compared(task, &JobContext { cancel, tell: &keep });
    let answer = answer.map(|event| if let Event::Compared(compared) = event { compared } else { panic!("{event:?}") });
    (told.into_inner(), answer)
}

#[test]
fn many_threads_and_parts_find_what_one_does_in_one_go() {
    for count in [1, 2, 40, 500] {
        let task = gathering(count);
        let mask = Mask::default();
        let witnesses: Vec<_> = task.articles.iter().map(|article| Witness { article, mask: &mask }).collect();
        let (told, answer) = all(&task, &Cancel::default());
        let answer = answer.expect("not cancelled");
        assert_eq!(*answer.matrix, matrix(&witnesses, &Cancel::default()).expect("not cancelled"), "{count}");
        assert_eq!((answer.settled, answer.order.as_ref().map(Vec::len)), (count, Some(count)));
        let parts: Vec<usize> = told.iter().map(|part| part.settled).collect();
        // The whole matrix is sent before the origins are known; the answer has them.
        let before: Vec<usize> = if count < 300 { Vec::new() } else { (1..10).map(|part| count * part / 10).collect() };
        assert_eq!(parts, [before, vec![count]].concat(), "{count}");
        assert_eq!(told.last().map(|part| &part.matrix), Some(&answer.matrix), "{count}");
        assert!(told.iter().all(|part| part.goes_on && part.origins.is_none()), "{count}");
        assert!(!answer.goes_on && answer.origins.is_some(), "{count}");
    }
}

#[test]
fn what_is_told_in_parts_is_true() {
    let task = gathering(500);
    let (told, answer) = all(&task, &Cancel::default());
    let whole = answer.expect("not cancelled").matrix;
    for part in told {
        for (one, other) in [(0, 1), (3, 40), (7, 41)].into_iter().filter(|(_, other)| *other < part.settled) {
            assert_eq!(part.matrix.shared(one, other), whole.shared(one, other), "{one} {other}");
        }
    }
}

#[test]
fn what_is_called_off_is_not_answered() {
    let cancel = Cancel::default();
    cancel.cancel();
    assert!(all(&gathering(20), &cancel).1.is_none());
}

#[test]
fn shares_are_answered_in_their_order() {
    for pool in [1, 2, 5, 64].map(ThreadPool::of) {
        let shares: Vec<usize> = (0..1000).collect();
        assert_eq!(pool.share(&shares, |share| Some(share * 2)), Some((0..1000).map(|share| share * 2).collect()));
        assert_eq!(pool.share(&shares, |share| (*share != 700).then_some(*share)), None);
        assert_eq!(pool.share(&[0; 0], |share| Some(*share)), Some(Vec::new()));
    }
}
