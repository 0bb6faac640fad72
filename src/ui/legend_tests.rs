use super::diff_breaks::BROKEN;
use super::pane::{BOTH, FOLDED, MOVED, symbol};
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

#[test]
fn every_mark_of_the_other_screens_is_in_their_legends() {
    let table: [(Phase, &[&str]); 3] = [
        (Phase::Diffing, &["~", "-", "+", MOVED, FOLDED, BROKEN, "✓", NOTED, BOTH, "▸", "›"]),
        (Phase::Listing, &["│", "~", "≈", MOVED, "-", "+", "✓", NOTED, "▸"]),
        (
            Phase::Synopsis,
            &["│", "~", "≈", MOVED, "●", "○", "·", "¬", "#", "D", "N", "\"", FOLDED, "✓", NOTED, BOTH, "▸", "‹"],
        ),
    ];
    for (phase, marks) in table {
        let signs: Vec<&str> = legend(phase).iter().flat_map(|(sign, _)| sign.split(' ')).collect();
        for mark in marks {
            assert!(signs.contains(mark), "{phase:?} {mark}");
        }
    }
}
