//! Groups, drawn: the same letter in a grid of sentences is one group.

use super::cancel::Cancel;
use super::groups::groups;
use super::points::Point;
use crate::text::Pair;

/// Expects the points of a grid (a row for each left sentence, a column for each right one, `.` for none) to hang together as their
/// letters say.
fn check(grid: &[&str]) {
    let mut points: Vec<(Point, char)> = Vec::new();
    for (left, row) in grid.iter().enumerate() {
        points.extend(row.chars().enumerate().filter(|(_, c)| *c != '.').map(|(right, c)| (Pair::new(left, right), c)));
    }
    let all: Vec<Point> = points.iter().map(|(point, _)| *point).collect();
    let letter = |point: &Point| points.iter().find(|(other, _)| other == point).map(|(_, c)| *c);
    let found: Vec<String> = groups(&all, &[], &Cancel::default())
        .iter()
        .map(|group| group.points.iter().filter_map(letter).collect())
        .collect();
    let mut expected: Vec<(char, usize)> = Vec::new();
    for (_, c) in &points {
        match expected.iter_mut().find(|(known, _)| known == c) {
            Some((_, count)) => *count += 1,
            None => expected.push((*c, 1)),
        }
    }
    let expected: Vec<String> = expected.iter().map(|(c, count)| c.to_string().repeat(*count)).collect();
    assert_eq!(found, expected, "{grid:#?}");
}

#[test]
fn what_follows_on_hangs_together_in_any_order() {
    check(&["a....", ".a...", "..a.."]);
    check(&["....a", "...a.", "..a..", "a...."]);
}

#[test]
fn four_sentences_may_stand_between() {
    check(&["a....a"]);
    check(&["a.....b"]);
    check(&["a", ".", ".", ".", ".", "a"]);
    check(&["a", ".", ".", ".", ".", ".", "b"]);
}

#[test]
fn a_gap_on_one_side_is_enough_to_part() {
    check(&["a........", "........b"]);
    check(&["a........", "........b", "a........", "........b"]);
}

#[test]
fn one_point_may_join_two_groups() {
    check(&["a.........", ".....a....", ".........a"]);
    check(&[".........a", "a.........", ".....a...."]);
}

#[test]
fn no_points_are_no_groups() {
    check(&[]);
}
