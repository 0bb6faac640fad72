//! Lookups: the awaited answer is taken, older ones are dropped.

use super::ticket::Lookup;

#[test]
fn only_the_awaited_answer_is_taken() {
    let mut lookup = Lookup::default();
    assert!(lookup.is_open() && !lookup.take(1, "nobody asked"));
    lookup.ask(1);
    lookup.ask(2);
    assert!(!lookup.take(1, "older") && lookup.is_awaited());
    assert!(lookup.take_part(2, "a part") && lookup.is_awaited());
    assert!(lookup.take(2, "all") && !lookup.is_awaited() && !lookup.is_open());
    assert!(!lookup.take(2, "twice"));
    assert_eq!(lookup.known(), Some(&"all"));
}

#[test]
fn what_is_known_stays_until_the_newer_answer() {
    let mut lookup = Lookup::known_as("old");
    lookup.renew();
    assert!(lookup.is_open());
    lookup.ask(3);
    assert_eq!(lookup.known(), Some(&"old"));
    lookup.call_off();
    assert!(lookup.is_open());
    lookup.ask(4);
    assert!(!lookup.give_up(3) && lookup.give_up(4));
    assert!(!lookup.is_open() && !lookup.is_awaited());
    lookup.forget();
    assert_eq!(lookup, Lookup::default());
}
