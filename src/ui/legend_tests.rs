use super::pane::{FOLDED, MOVED, symbol};
use crate::app::{Phase, legend};
use crate::collate::Class;
use crate::page::NOTED;

#[test]
fn every_mark_of_the_gutter_is_in_the_legend() {
    let signs: Vec<&str> = legend(Phase::Reading).iter().flat_map(|(sign, _)| sign.split(' ')).collect();
    let marks = Class::ALL.into_iter().map(symbol).chain([FOLDED, MOVED, NOTED, "✓", "▸", "›", "•"]);
    for mark in marks {
        assert!(signs.contains(&mark), "{mark}");
    }
}
