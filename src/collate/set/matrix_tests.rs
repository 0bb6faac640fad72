//! What a reader expects of the figures for all pairs of articles.

use std::collections::BTreeSet;

use proptest::prelude::{Just, Strategy, prop, prop_assert, prop_assert_eq, proptest};
use proptest::test_runner::Config;

use super::story::families::{Library, library};
use super::{Census, Matrix, Shard, cells, matrix};
use crate::article::Article;
use crate::boilerplate::{Hidden, HiddenBy, Mask};
use crate::collate::{Cancel, Witness};
use crate::text::Span;

fn witnesses<'a>(articles: &'a [Article], masks: &'a [Mask]) -> Vec<Witness<'a>> {
    articles.iter().zip(masks).map(|(article, mask)| Witness { article, mask }).collect()
}

fn opened<S: AsRef<str>>(texts: &[S]) -> Vec<Article> {
    texts.iter().map(|text| Article::of_text("text", text.as_ref())).collect()
}

fn of_texts<S: AsRef<str>>(texts: &[S]) -> Matrix {
    let masks = vec![Mask::default(); texts.len()];
    matrix(&witnesses(&opened(texts), &masks), &Cancel::default()).expect("not cancelled")
}

fn shared_out(witnesses: &[Witness<'_>], shards: usize) -> Matrix {
    let cancel = Cancel::default();
    let census = Census::new(witnesses);
    let shards = Shard::shared_out(shards);
    let grams = shards.iter().map(|shard| census.grams(*shard, &cancel).expect("not cancelled")).collect();
    let index = census.index(grams);
    let cells = shards.iter().rev().map(|shard| cells(&index, *shard, &cancel).expect("not cancelled")).collect();
    index.matrix(cells)
}

/// Recall and precision over pairs of which one has three of a hundred words or more of the other: kin are two articles that
/// took two sentences or more of one source.
fn figures(library: &Library, found: &Matrix) -> (f64, f64) {
    let truth: BTreeSet<_> = library.kin.iter().filter(|(_, shared)| shared.1 >= 2).map(|(pair, _)| *pair).collect();
    let share = |a: usize, b: usize| found.shared(a, b) * 100 / found.words(a).max(1);
    let pairs: BTreeSet<_> = found.pairs().filter(|&(a, b)| share(a, b).max(share(b, a)) >= 3).collect();
    let right = pairs.iter().filter(|pair| library.kin.contains_key(pair)).count();
    (truth.intersection(&pairs).count() as f64 / truth.len() as f64, right as f64 / pairs.len() as f64)
}

#[test]
fn finds_families_among_strangers_who_share_stock_sentences() {
    for seed in [31, 32] {
        let library = library(seed, 600);
        let (recall, precision) = figures(&library, &of_texts(&library.texts));
        assert!(recall >= 0.97 && precision >= 0.92, "seed {seed}: recall {recall}, precision {precision}");
    }
}

#[test]
fn shows_what_a_few_articles_share_though_it_is_one_sentence() {
    let quoted = "a gate that nobody greases in nine winters is only a wall with a hinge";
    let own = ["She said", "Readers of the letters page wrote", "On the posters stood", "The song has it", "He sang"];
    let found = of_texts(&own.map(|own| format!("{own}: {quoted}.")));
    assert_eq!(found.pairs().count(), 10);
    assert_eq!(found.shared(4, 0), 15);
}

#[test]
fn finds_a_refrain_that_is_all_two_songs_have() {
    let found = of_texts(&[format!("Haul away. {}", "Ho, ".repeat(40)), format!("Pull now. {}", "Ho, ".repeat(12))]);
    assert_eq!((found.shared(0, 1), found.shared(1, 0)), (40, 12));
}

#[test]
fn counts_shared_words_once() {
    let wire = "the ferry to the outer islands left an hour late on friday";
    let found = of_texts(&[
        format!("Reporters wrote that {wire} again."),
        format!("Later {wire}. And once more {wire}."),
        "Nothing of the kind was ever written by anybody else in this town.".to_owned(),
    ]);
    assert_eq!((found.shared(0, 1), found.shared(1, 0)), (12, 24));
    assert_eq!((found.words(0), found.words(1)), (16, 28));
    assert_eq!(found.shared(0, 2), 0);
    assert_eq!(found.pairs().collect::<Vec<_>>(), [(0, 1)]);
}

#[test]
fn covers_copies_whole_however_many_and_however_short() {
    let found = of_texts(&["Gates shut.", "gates  shut!", "Gates shut.", "Gates open.", ""]);
    assert_eq!(found.partners(1), [0, 2]);
    assert_eq!(found.shared(0, 2), 2);
    assert_eq!(found.shared(0, 3), 0);
    assert_eq!(found.partners(4), [0; 0]);
    assert_eq!((found.shared(4, 4), found.shared(9, 0), found.words(9)), (0, 0, 0));
    assert_eq!(of_texts::<&str>(&[]).pairs().count(), 0);
}

#[test]
fn finds_an_edited_wire_story_that_hundreds_have() {
    let words = |from: usize| (from..from + 60).map(|at| format!("word{at}")).collect::<Vec<_>>().join(" ");
    let texts: Vec<String> = (0..150).map(|own| format!("{} own{own} {}", words(0), words(60))).collect();
    let found = of_texts(&texts);
    assert_eq!(found.partners(7).len(), 149);
    assert_eq!(found.shared(7, 149), 120);
}

#[test]
fn passes_over_what_is_hidden() {
    let text = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen.";
    let cut = text.find("nine").expect("nine") + 1;
    let articles = opened(&[text, text]);
    let masks = [Mask::default(), Mask::new(vec![Hidden { span: Span::new(cut, cut + 1), by: HiddenBy::Session }])];
    let found = matrix(&witnesses(&articles, &masks), &Cancel::default()).expect("not cancelled");
    assert_eq!((found.words(1), found.shared(1, 0), found.shared(0, 1)), (15, 15, 15));
    let joined = text.replace("nine ", "");
    let masks = [masks[1].clone(), Mask::default()];
    let found = matrix(&witnesses(&opened(&[text, &joined]), &masks), &Cancel::default()).expect("not cancelled");
    assert_eq!(found.shared(0, 1), 15, "the same words are the same article");
}

#[test]
fn gives_up_when_told_to() {
    let cancel = Cancel::default();
    cancel.cancel();
    let articles = opened(&["One two three four five six seven eight nine ten."]);
    let masks = [Mask::default()];
    assert_eq!(matrix(&witnesses(&articles, &masks), &cancel), None);
}

fn a_library() -> impl Strategy<Value = Vec<String>> {
    (0u64..1_000, 4usize..24).prop_map(|(seed, articles)| library(seed, articles).texts)
}

proptest! {
    #![proptest_config(Config { cases: 10, failure_persistence: None, ..Config::default() })]

    #[test]
    fn finds_the_same_however_the_work_is_shared_out(texts in a_library(), shards in 1usize..9) {
        let articles = opened(&texts);
        let masks = vec![Mask::default(); articles.len()];
        let witnesses = witnesses(&articles, &masks);
        prop_assert_eq!(matrix(&witnesses, &Cancel::default()), Some(shared_out(&witnesses, shards)));
    }

    #[test]
    fn finds_the_same_in_any_order(
        (texts, order) in a_library().prop_flat_map(|texts| {
            let order: Vec<usize> = (0..texts.len()).collect();
            (Just(texts), Just(order).prop_shuffle())
        })
    ) {
        let found = of_texts(&texts);
        let shuffled: Vec<&String> = order.iter().map(|&at| &texts[at]).collect();
        let again = of_texts(&shuffled);
        for (a, &named_a) in order.iter().enumerate() {
            for (b, &named_b) in order.iter().enumerate() {
                prop_assert_eq!(again.shared(a, b), found.shared(named_a, named_b));
            }
        }
    }

    #[test]
    fn never_counts_more_words_than_there_are(texts in prop::collection::vec("([a-d]{1,2}[ .]){0,60}", 0..8)) {
        let found = of_texts(&texts);
        for a in 0..texts.len() {
            prop_assert_eq!(found.shared(a, a), found.words(a));
            for b in 0..texts.len() {
                prop_assert!(found.shared(a, b) <= found.words(a));
                prop_assert_eq!(found.shared(a, b) > 0, found.shared(b, a) > 0);
            }
        }
    }
}
