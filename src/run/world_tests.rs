use std::path::PathBuf;
use std::time::{Duration, Instant};

use tempfile::tempdir;

use super::arrival::Arrival;
use super::ending::Ending;
use super::inbox::{Inbox, inbox};
use super::places::RulesPlace;
use super::rules::Keeping;
use super::sample::rule;
use super::saving::Change;
use super::state::State;
use super::world::{WhatIsRead, World};
use crate::app::{Event, Saved};
use crate::boilerplate::RuleId;

#[test]
fn a_wait_is_over_once_and_a_newer_one_takes_its_place() {
    let mut world =
        World::start(Keeping::Nowhere("no"), State::default(), WhatIsRead::default(), &inbox().unwrap().0).unwrap();
    let start = Instant::now();
    let at = |millis: u64| start + Duration::from_millis(millis);
    assert_eq!(world.left(start), None);
    assert!(world.waited(start).is_none());
    world.wait(1, start);
    assert_eq!(world.left(at(100)), Some(Duration::from_millis(400)));
    assert!(world.waited(at(499)).is_none());
    world.wait(2, at(400));
    assert!(world.waited(at(600)).is_none());
    assert!(matches!(world.waited(at(900)), Some(Event::Waited(2))));
    assert!(world.waited(at(901)).is_none());
    assert_eq!(world.left(at(901)), None);
}

/// What the reader is told after leaving.
fn finished(world: World, inbox: &mut Inbox) -> Vec<String> {
    let mut noticed = Vec::new();
    world.finish(inbox, Instant::now(), &mut noticed);
    noticed
}

#[test]
fn leaving_waits_for_the_rules_and_tells_what_was_not_saved() {
    let folder = tempdir().unwrap();
    let rules = Keeping::of(RulesPlace::File(folder.path().join("rules.toml")));
    let cases = [(rules, vec![]), (Keeping::Nowhere("so."), vec!["a rule was not saved: so.".to_owned()])];
    for (keeping, expected) in cases {
        let (sender, mut inbox) = inbox().unwrap();
        let mut world = World::start(keeping, State::default(), WhatIsRead::default(), &sender).unwrap();
        world.save(Change::Add(PathBuf::new(), rule("one")));
        assert_eq!(finished(world, &mut inbox), expected);
    }
}

#[test]
fn what_was_not_saved_earlier_is_told_when_leaving_unless_it_was_taken_back() {
    let (sender, mut inbox) = inbox().unwrap();
    let not_added = Event::Saved(Saved::NotAdded(RuleId("one".to_owned()), "so.".to_owned()));
    let mut world = World::start(Keeping::Nowhere("so."), State::default(), WhatIsRead::default(), &sender).unwrap();
    world.answered(&not_added);
    assert_eq!(finished(world, &mut inbox), ["a rule was not saved: so."]);
    let mut world = World::start(Keeping::Nowhere("so."), State::default(), WhatIsRead::default(), &sender).unwrap();
    world.answered(&not_added);
    world.save(Change::Remove(PathBuf::new(), RuleId("one".to_owned())));
    assert!(finished(world, &mut inbox).is_empty());
}

#[test]
fn a_second_signal_cuts_the_waiting_short() {
    let (elsewhere, _held) = inbox().unwrap();
    let (sender, mut inbox) = inbox().unwrap();
    sender.send(Arrival::Ended(15)).unwrap();
    let mut world = World::start(Keeping::Nowhere("no"), State::default(), WhatIsRead::default(), &elsewhere).unwrap();
    world.save(Change::Remove(PathBuf::new(), RuleId("one".to_owned())));
    assert_eq!(finished(world, &mut inbox), ["quit before the last change was saved"]);
}

#[test]
fn endings_have_their_status() {
    let cases = [(Ending::Fine, 0), (Ending::Complaints, 1), (Ending::Signal(15), 143), (Ending::Signal(1), 129)];
    for (ending, status) in cases {
        assert_eq!(ending.status(), status);
    }
}
