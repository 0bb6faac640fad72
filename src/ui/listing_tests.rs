//! Lists as the reader sees them.

use super::listing_text::why_below;
use crate::app::ListRow;

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

#[test]
fn why_a_row_is_listed_goes_below_its_place_rather_than_off_the_screen() {
    let why = "number: “1.3 billion” in 1, 3 · “1.2 billion” in 2";
    let row = ListRow { place: "2 harbour ¶14".to_owned(), why: why.to_owned(), ..ListRow::default() };
    assert_eq!(why_below(&row, 65, 2), Vec::<String>::new());
    assert_eq!(why_below(&row, 64, 2), [why]);
    assert_eq!(why_below(&row, 40, 2), ["number: “1.3 billion” in 1, 3 · “1.2", "billion” in 2"]);
}
