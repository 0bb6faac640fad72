//! What the footer says, as tables.

use super::desk::{characters, desk, drawn, open};
use crate::article::Article;
use crate::boilerplate::RuleSet;

fn footer(width: u16, keys: &[&str]) -> Vec<String> {
    let rows = characters(&drawn(&desk((width, 24), keys)));
    rows.lines().skip(22).map(str::to_owned).collect()
}

#[test]
fn says_where_one_stands_and_what_differs() {
    let table: [(&[&str], &str); 7] = [
        (&[], " ¶1 of 6 · 4 matches · n steps to the next"),
        (&["n"], " match 1/4 · edited · ¶1 → ¶2 · ‘spring’ → ‘autumn’"),
        (&["n", "n"], " match 2/4 · edited · ¶2 → ¶3 · + ‘while a choir sang below’"),
        (&["n", "n", "n"], " match 3/4 · verbatim · ¶3 → ¶4 · honoured/honored"),
        (&["4n"], " match 4/4 · verbatim · ¶5 → ¶1 · moved · the same words"),
        (&["4gg"], " ¶4 of 6 stands only here · 4 matches · n steps to the next"),
        (&["G"], " ¶6 of 6 · hidden by ‘coin in the tin’ · 4 matches · n steps to the next"),
    ];
    for (keys, said) in table {
        assert_eq!(footer(100, keys)[0], said, "{keys:?}");
    }
}

#[test]
fn says_what_is_typed_and_what_is_marked() {
    assert_eq!(footer(100, &["2"])[0], " 2 … n N j k repeat · wait: article 2, island.txt");
    assert_eq!(footer(100, &["12"])[0], " 12 … n N j k repeat · G goes to that paragraph");
    assert_eq!(footer(100, &["g"])[0], " g …");
    assert_eq!(footer(100, &["v", "j"])[0], " 2 sentences marked · 37 words");
}

#[test]
fn drops_hints_but_not_help_and_quit() {
    assert_eq!(footer(100, &[])[1], " n next  N previous  Tab other pane  x hide  X hide for good  ? help  q quit");
    assert_eq!(footer(60, &[])[1], " n next  N previous  Tab other pane  x hide  ? help  q quit");
    assert_eq!(footer(40, &[])[1], " n next  N previous  ? help  q quit");
}

#[test]
fn says_how_many_articles_are_open() {
    let articles = ["a", "b", "c"].map(|name| Article::of_text(name, "One word.")).to_vec();
    let rows = characters(&drawn(&open((articles, RuleSet::default()), (100, 24), &[])));
    let last = rows.lines().last().unwrap_or_default().to_owned();
    assert!(last.contains("1-9 article") && last.ends_with("  2 of 3 articles"), "{last}");
}
