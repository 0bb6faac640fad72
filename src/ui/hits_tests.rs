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

#[test]
fn how_to_end_a_search_is_said_whole_where_names_are_long() {
    use super::desk::{LEFT, RIGHT, open};
    let named = |name: &str, text| crate::article::Article::of_text(name, text);
    let articles = vec![
        named("harbour.txt", LEFT),
        named("the island council and its supper of eel.txt", RIGHT),
        named("a third of them.txt", RIGHT),
    ];
    let rules = crate::boilerplate::Rulebooks::default();
    let rows = characters(&drawn(&open((articles, rules), (80, 24), &["/", "k", "e", "e", "p", "Enter", "n"])));
    assert!(rows.contains(" /keep  2 of 2 here · 2 in article 2 · 2 in article 3 · Esc ends the search · "), "{rows}");
}
