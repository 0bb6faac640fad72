//! A search as the reader sees it.

use super::desk::{characters, desk, drawn, layers};

#[test]
fn hits_are_lit_marked_in_the_strips_and_counted() {
    insta::assert_snapshot!(layers(&drawn(&desk((80, 24), &["/", "k", "e", "e", "p", "Enter", "n"]))));
}

#[test]
fn what_is_typed_is_counted_at_once() {
    let rows = characters(&drawn(&desk((80, 24), &["/", "S", "E", "A"])));
    assert!(rows.contains(" /SEA   1 here · 0 in island.txt\n"), "{rows}");
}
