//! Lists as the reader sees them.

use super::listing_text::why_below;
use crate::app::ListRow;

use super::desk::{characters, desk, drawn, layers, open};
use crate::article::Article;
use crate::boilerplate::RuleSet;

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

#[test]
fn the_list_of_matches_shows_which_are_reviewed() {
    let screen = characters(&drawn(&desk((80, 24), &["n", "n", "r", "L"])));
    let reviewed: Vec<&str> = screen.lines().filter(|row| row.contains('✓')).collect();
    assert!(matches!(reviewed.as_slice(), [row] if row.contains("✓ ¶2 → ¶3")), "{screen}");
    assert!(screen.contains("    ¶1 → ¶2"), "the places stay below each other: {screen}");
}

#[test]
fn a_reason_that_is_cut_beside_its_row_is_whole_at_the_bottom() {
    let said = "The keeper of the seventh gate counted every lantern twice before dawn on Monday with 9 of the divers of Lesk.";
    let other = said.replace("Monday", "Tuesday").replace('9', "7").replace("Lesk", "Osterby").replace("every", "each");
    let rest = "Snow fell on the pass of Ardun before the first mule train came down to the inn by the lower bridge.";
    let texts =
        [format!("{said} {rest}\n\nNobody asked."), format!("Nobody else was asked that day.\n\n{other}\n\n{said}")];
    let articles = texts.iter().enumerate().map(|(at, text)| Article::of_text(&format!("{at}.txt"), text)).collect();
    let screen = characters(&drawn(&open((articles, RuleSet::default()), (112, 24), &["L", "↓"])));
    let cut: Vec<&str> = screen.lines().filter(|row| row.contains('▸')).collect();
    let whole = "% of ¶1 matches";
    let bottom: Vec<&str> = screen.lines().filter(|row| row.contains(whole)).collect();
    assert!(!bottom.is_empty(), "{screen}");
    assert!(cut.iter().all(|row| row.contains(whole)) || bottom.iter().any(|row| !row.contains('→')), "{screen}");
}

#[test]
fn lists_of_unmatched_text_say_that_they_count_passages() {
    let screen = characters(&drawn(&desk((80, 24), &["o", "L"])));
    assert!(screen.contains(" Unmatched in the other article · ") && screen.contains(" passage "), "{screen}");
}

#[test]
fn the_list_of_articles_says_what_its_figures_count() {
    let screen = characters(&drawn(&desk((80, 24), &["b"])));
    assert!(screen.contains("counts runs of five or more words"), "{screen}");
}
