//! What a reader expects of the order by likeness.

use proptest::prelude::{Just, Strategy, prop, prop_assert_eq, proptest};
use proptest::test_runner::Config;

use super::story::families::library;
use super::{Matrix, by_likeness, matrix};
use crate::article::Article;
use crate::boilerplate::Mask;
use crate::collate::{Cancel, Witness};

fn of_texts(texts: &[String]) -> Matrix {
    let articles: Vec<Article> = texts.iter().map(|text| Article::of_text("text", text)).collect();
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
    matrix(&witnesses, &Cancel::default()).expect("not cancelled")
}

/// The names in the order of likeness.
fn ordered(named: &[(String, String)]) -> Vec<String> {
    let texts: Vec<String> = named.iter().map(|(_, text)| text.clone()).collect();
    let names: Vec<&str> = named.iter().map(|(name, _)| name.as_str()).collect();
    let order = by_likeness(&of_texts(&texts), &names, &Cancel::default()).expect("not cancelled");
    order.into_iter().map(|at| named[at].0.clone()).collect()
}

fn named(texts: Vec<String>) -> Vec<(String, String)> {
    texts.into_iter().enumerate().map(|(at, text)| (format!("{at:03}"), text)).collect()
}

const STORIES: [[&str; 4]; 3] = [
    [
        "the ferry to the outer islands will sail only on even days until the ice has gone",
        "the baker of the upper street sells bread by weight and never by the loaf",
        "a choir of eleven beekeepers rehearses in the cellar under the old customs house",
        "nobody could say who had painted the bridge yellow in the night before the fair",
    ],
    [
        "seven kites were counted above the weather station though the wind had dropped at noon",
        "the clock of the town hall strikes thirteen whenever the mayor is late for supper",
        "a goat was elected to the parish council by a majority of nineteen votes to four",
        "the museum of buttons reopens with a collection that fills forty drawers of oak",
    ],
    [
        "a lantern maker left his whole fortune to the swimming club of the lower village",
        "the last telephone box of the valley is now a library with room for nine novels",
        "every tenth cobblestone of the market square was found to be made of hard cheese",
        "the tide tables of the harbour have been printed upside down since early spring",
    ],
];

/// Writes as many articles as asked of each story, in turns, each with a sentence of its own.
fn stories(each: usize) -> Vec<String> {
    let own = |story: usize, at: usize| format!("Number {story} {at} says {} and {}.", story * 7 + at, at * 13 + 5);
    let article = |at: usize, (story, lines): (usize, &[&str; 4])| {
        let kept = lines.iter().enumerate().filter(|(line, _)| at == 0 || *line != at % 4);
        format!("{}. {}", kept.map(|(_, line)| *line).collect::<Vec<_>>().join(". "), own(story, at))
    };
    (0..each).flat_map(|at| STORIES.iter().enumerate().map(move |story| article(at, story))).collect()
}

#[test]
fn families_stand_together() {
    let names = ordered(&named(stories(6)));
    let story = |name: &String| name.parse::<usize>().expect("a number") % 3;
    let changes = names.windows(2).filter(|pair| story(&pair[0]) != story(&pair[1])).count();
    assert_eq!((names.len(), changes), (18, 2), "{names:?}");
}

#[test]
fn copies_stand_side_by_side_and_strangers_at_the_end() {
    let mut texts = stories(2);
    texts.insert(0, "Nothing of this stands anywhere else at all, not even in part.".to_owned());
    texts.push(texts[4].clone());
    let names = ordered(&named(texts));
    let at = |name: &str| names.iter().position(|known| known == name).expect("is there");
    assert_eq!(at("000"), names.len() - 1, "{names:?}");
    assert_eq!(at("004").abs_diff(at("007")), 1, "{names:?}");
}

#[test]
fn an_order_is_there_for_none_one_and_empty_articles() {
    for texts in [vec![], vec![""], vec!["", ""], vec!["one word"], vec!["", "a", ""]] {
        let texts: Vec<String> = texts.into_iter().map(str::to_owned).collect();
        assert_eq!(ordered(&named(texts.clone())).len(), texts.len());
    }
}

#[test]
fn a_flag_that_is_raised_ends_it_in_time() {
    let library = library(7, 300);
    let matrix = of_texts(&library.texts);
    let names = vec![""; 300];
    let raised = Cancel::default();
    raised.cancel();
    let order = by_likeness(&matrix, &names, &raised);
    assert!(order.is_none_or(|order| order.len() == 300));
}

proptest! {
    #![proptest_config(Config { cases: 24, ..Config::default() })]

    #[test]
    fn the_order_is_of_all_articles_and_does_not_depend_on_the_order_of_opening(
        (articles, shuffled) in prop::sample::select(vec![1, 5, 9, 40])
            .prop_flat_map(|count: usize| {
                let texts = if count == 40 { library(3, 40).texts } else { stories(count.div_ceil(3)) };
                let articles = named(texts);
                (Just(articles.clone()), Just(articles).prop_shuffle())
            })
    ) {
        let order = ordered(&articles);
        let mut all = order.clone();
        all.sort();
        prop_assert_eq!(all, articles.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>());
        prop_assert_eq!(order, ordered(&shuffled));
    }
}
