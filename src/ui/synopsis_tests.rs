//! The synopsis as the reader sees it.

use super::desk::{characters, drawn, layers, open};
use crate::app::App;
use crate::article::{Article, Origin};
use crate::boilerplate::RuleSet;

const WIRE: [&str; 6] = [
    "The ferry to the outer skerries will carry no goats this winter, the harbour board decided on Monday.",
    "Two of the animals had eaten the captain's tide table and a good part of the passenger list.",
    "A petition with four hundred names was handed in by the cheese makers of the northern shore.",
    "They say that without the ferry their milk turns before it has reached the smallest market.",
    "The board will meet again in March, when the ice has left the mouth of the river.",
    "Until then a man with a rowing boat has offered to take the goats across one at a time.",
];

/// This many articles with some of the wire's sentences, each with a sentence of its own.
fn shown(size: (u16, u16), articles: usize, keys: &[&str]) -> App {
    let text = |at: usize| {
        let taken = WIRE.iter().enumerate().filter(|(line, _)| at.is_multiple_of(3) || !(line + at).is_multiple_of(3));
        let mut told: Vec<String> = taken.map(|(_, said)| (*said).to_owned()).collect();
        if at % 2 == 1 {
            told[0] = told[0].replace("Monday", "Tuesday").replace("four hundred", "450");
        }
        told.push(format!("Reader number {at} of the skerry paper wrote verse {at}{at} about lantern oil."));
        told.join("\n\n")
    };
    let articles: Vec<Article> = (0..articles).map(|at| Article::of_text(&format!("paper-{at}"), &text(at))).collect();
    open((articles, RuleSet::default()), size, keys)
}

#[test]
fn the_synopsis_of_nine_articles_on_a_small_screen() {
    insta::assert_snapshot!(layers(&drawn(&shown((80, 24), 9, &["S", "l"]))));
}

#[test]
fn the_synopsis_on_a_wide_screen() {
    insta::assert_snapshot!(characters(&drawn(&shown((120, 20), 5, &["S", "j", "l", "="]))));
}

#[test]
fn short_names_stand_over_the_columns_where_there_is_room_and_what_is_kept_behind_the_words() {
    let drawn = characters(&drawn(&shown((120, 30), 5, &["S", "r"])));
    let row = |number: usize| drawn.lines().nth(number).unwrap_or_default();
    let named: Vec<&str> = row(5).split_whitespace().collect();
    assert_eq!(named, ["paper-0", "paper-1", "paper-2", "paper-3", "paper-4"], "{drawn}");
    assert!(row(6).contains("The ferry") && row(6).contains(" ✓ "), "{drawn}");
    let low = characters(&super::desk::drawn(&shown((120, 20), 5, &["S"])));
    assert!(!low.contains("paper-3"), "{low}");
}

#[test]
fn many_articles_scroll_and_statements_keep_their_words() {
    let drawn = characters(&drawn(&shown((80, 24), 40, &["S", "$"])));
    let head =
        drawn.lines().find(|line| line.contains("in the words of 1")).expect("the numbers stand there").to_owned();
    assert!(head.contains("40") && !head.contains(" 2 "), "{head}");
    assert!(drawn.contains("▸The ferry to the outer"), "{drawn}");
}

#[test]
fn facts_that_differ_are_counted_on_a_small_screen_too() {
    let drawn = characters(&drawn(&shown((80, 24), 5, &["S"])));
    let title = drawn.lines().find(|line| line.contains("Synopsis")).expect("a title").to_owned();
    assert!(title.contains("7 statements · facts differ in 2"), "{title}");
}

#[test]
fn the_counts_of_the_title_add_up() {
    let three = crate::article::bundled().into_iter().filter(|article| article.name != "lasmere-courier").take(3);
    let drawn = characters(&drawn(&open((three.collect(), RuleSet::default()), (160, 24), &["S"])));
    let title = drawn.lines().find(|line| line.contains("Synopsis")).expect("a title").to_owned();
    let count = |word: &str| -> usize {
        let behind = title.split_once(word).map(|(_, behind)| behind.trim_start()).unwrap_or_else(|| panic!("{title}"));
        behind.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("{title}"))
    };
    let all: usize = title.split(" statements").next().and_then(|it| it.rsplit(' ').next()?.parse().ok()).expect("all");
    let parts = ["unmatched:", "in all 3:", "in 2:", "a weak match only:"];
    assert_eq!(parts.map(count).iter().sum::<usize>(), all, "{title}");
}

#[test]
fn any_size_is_drawn() {
    for size in [(1, 1), (20, 5), (40, 10), (60, 12), (200, 60)] {
        for keys in [&["S"][..], &["S", "G", "$"], &["S", "f", "f"], &["S", "/", "x", "x", "x"]] {
            drawn(&shown(size, 7, keys));
        }
    }
}

#[test]
fn its_help_begins_with_its_marks() {
    let help = characters(&drawn(&shown((120, 40), 5, &["S", "?"])));
    for said in ["Marks", "unmatched: no match was found in the other articles", "only statements with these words"] {
        assert!(help.contains(said), "{said}: {help}");
    }
    let closed = characters(&drawn(&shown((120, 40), 5, &["S", "?", "Esc"])));
    assert!(closed.contains("Synopsis · all"), "{closed}");
}

#[test]
fn a_cell_that_differs_in_more_than_fits_is_drawn() {
    let one = "The council of Lesk voted on Thursday to close the old lido at the end of the season.";
    let other = "The council of Lesk voted on Thursday not to close the old lido at the end of the season, but to ask again in the spring.";
    let third = "The council of Lesk had voted to close the old lido at the very end of the long season.";
    let articles: Vec<Article> = [one, other, third].iter().map(|text| Article::of_text("paper", text)).collect();
    for width in 20..130 {
        drawn(&open((articles.clone(), RuleSet::default()), (width, 24), &["S", "l"]));
    }
}

#[test]
fn a_cut_version_is_no_part_of_another_that_is_as_short() {
    let said = "The harbour office of Lesk said the second gate had closed as planned";
    let texts =
        [format!("{said} and had prevented a far worse flood."), format!("{said}."), format!("{said} on Sunday.")];
    let articles: Vec<Article> = texts
        .iter()
        .enumerate()
        .map(|(at, text)| Article::of_text(&format!("paper-{at}"), &format!("{text}\n\n{}", WIRE[1])))
        .collect();
    let seen = |keys: &[&str]| characters(&drawn(&open((articles.clone(), RuleSet::default()), (100, 24), keys)));
    let whole = seen(&["S", "l"]);
    assert!(whole.contains("part of it"), "{whole}");
    let cut = seen(&["S", "l", "l", "=", "h"]);
    assert!(cut.contains("without") && !cut.contains("part of it"), "{cut}");
}

#[test]
fn columns_are_headed_by_titles_and_words_have_no_markup() {
    let article = |name: &str, said: &str| {
        let text = format!(
            "# {said}\n\nThe **brass band** of [Lesk](https://example.org/a \"A\") played on the quay until {said}.\n"
        );
        let reading = crate::kinds::read(text.as_bytes(), name, &crate::kinds::With::default()).unwrap().remove(0);
        Article::of(name.to_owned(), Origin::Bundled(name.to_owned()), reading)
    };
    let articles =
        vec![article("0001.md", "Midnight came"), article("0002.md", "Rain fell"), article("0003.md", "Fog")];
    let drawn = characters(&drawn(&open((articles, RuleSet::default()), (100, 30), &["S", "j"])));
    // The header of the panes names the files beside the titles.
    let drawn: String = drawn.lines().skip(1).collect::<Vec<_>>().join("\n");
    assert!(drawn.contains("Midnight") && drawn.contains("Rain fell") && !drawn.contains("0002"), "{drawn}");
    assert!(drawn.contains("The brass band of Lesk played") && !drawn.contains(['#', '[']), "{drawn}");
}
