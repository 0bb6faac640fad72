//! Lists as the reader sees them.

use super::desk::{characters, desk, drawn, layers};

#[test]
fn matches() {
    insta::assert_snapshot!(layers(&drawn(&desk((80, 24), &["L", "↓"]))));
}

#[test]
fn matches_narrowed_on_a_wide_screen() {
    insta::assert_snapshot!(characters(&drawn(&desk((130, 20), &["L", "e", "e", "l"]))));
}

#[test]
fn matches_on_the_smallest_screen() {
    insta::assert_snapshot!(characters(&drawn(&desk((40, 10), &["L"]))));
}

#[test]
fn a_sentence_as_each_article_has_it() {
    insta::assert_snapshot!(layers(&drawn(&desk((80, 24), &["a"]))));
}
