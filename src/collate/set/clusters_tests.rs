//! What a reader of many articles expects to be told of a sentence.

use std::collections::BTreeSet;

use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::test_runner::Config;

use super::bags::Bags;
use super::kin::kin;
use super::reading::Readings;
use super::story::{self, Story, truth};
use super::{Clusters, Member, Place, Wording, clusters};
use crate::article::Article;
use crate::boilerplate::{Hidden, HiddenBy, Mask};
use crate::collate::{Cancel, Witness};
use crate::text::Span;

/// Seeds that no rule was tuned on.
const KEPT_ASIDE: std::ops::Range<u64> = 101..121;

fn gathered(articles: &[Article], masks: &[Mask]) -> Clusters {
    clusters(&witnesses(articles, masks), &Cancel::default()).expect("not cancelled")
}

fn witnesses<'a>(articles: &'a [Article], masks: &'a [Mask]) -> Vec<Witness<'a>> {
    articles.iter().zip(masks).map(|(article, mask)| Witness { article, mask }).collect()
}

fn of_texts(texts: &[&str]) -> Clusters {
    let articles: Vec<Article> = texts.iter().map(|text| Article::of_text("text", text)).collect();
    gathered(&articles, &vec![Mask::default(); articles.len()])
}

fn of_story(story: &Story) -> Vec<Article> {
    let articles: Vec<Article> = story.iter().map(|told| Article::of_text("text", &story::set(told))).collect();
    for (article, told) in articles.iter().zip(story) {
        assert_eq!(article.sentences.len(), told.len(), "{}", article.text);
    }
    articles
}

fn place(article: usize, sentence: usize) -> Place {
    Place { article, sentence }
}

fn judged(seed: u64) -> truth::Judged {
    let story = story::story(seed);
    let articles = of_story(&story);
    let found = gathered(&articles, &vec![Mask::default(); articles.len()]);
    let related: Vec<Vec<BTreeSet<Place>>> = (0..story.len())
        .map(|article| {
            let sentences = 0..story[article].len();
            sentences.map(|at| found.members(place(article, at)).iter().map(|member| member.place).collect()).collect()
        })
        .collect();
    truth::judge(
        &story,
        |a, b| related[a.0][a.1].contains(&place(b.0, b.1)),
        |a, b| found.of(place(a.0, a.1)) == found.of(place(b.0, b.1)),
    )
}

/// Judges single linkage over one threshold, the plainest rule.
fn judged_plainly(seed: u64) -> truth::Judged {
    let story = story::story(seed);
    let articles = of_story(&story);
    let masks = vec![Mask::default(); articles.len()];
    let witnesses = witnesses(&articles, &masks);
    let readings = Readings::new(&witnesses);
    let kin = kin(&Bags::new(&witnesses, &readings), &Cancel::default()).expect("not cancelled");
    let mut root: Vec<usize> = (0..readings.all.len()).collect();
    for pair in kin.iter().filter(|pair| pair.cosine >= 0.6 && pair.ratio <= 1.5) {
        let (to, from) = (root[pair.light], root[pair.heavy]);
        root.iter_mut().filter(|root| **root == from).for_each(|root| *root = to);
    }
    let of = |told: truth::Told| {
        let reading = readings.all.iter().position(|reading| reading.places.contains(&place(told.0, told.1)));
        root[reading.expect("a reading")]
    };
    let holds = |a: truth::Told, b: truth::Told| {
        let (a, b) = (of(a), of(b));
        let part = |light: usize, heavy: usize| {
            let mut parts = kin.iter().filter(|pair| pair.held >= 0.8 && pair.ratio > 1.5);
            parts.any(|pair| root[pair.light] == light && root[pair.heavy] == heavy)
        };
        a == b || part(a, b) || part(b, a)
    };
    truth::judge(&story, holds, |a, b| of(a) == of(b))
}

#[test]
fn a_text_that_is_looked_for_is_found_however_few_its_words_are() {
    let long = "Nobody saw the harbour bell on Monday. The keeper asked for a new one.";
    let other = "Rain fell. A harbour  Bell was sold in Lesk to a man who collects them.";
    for sought in ["harbour bell", "Bell", "A harbour bell was sold in Lesk"] {
        let found = of_texts(&[sought, long, other, "The keeper asked nobody for rain."]);
        let expected = if sought.starts_with("A ") { vec![2] } else { vec![1, 2] };
        assert_eq!(found.also_in(0, 0), expected, "{sought}");
        // The words are there, but not the statement: the longer sentence is not in the short text.
        assert!(found.also_in(1, 0).is_empty(), "{sought}");
    }
    assert!(of_texts(&["gulls", long, other]).also_in(0, 0).is_empty());
}

#[test]
fn puts_the_sentences_of_rewritten_stories_together() {
    let mean = truth::Judged::mean(&KEPT_ASIDE.map(judged).collect::<Vec<_>>());
    assert!(mean.related.f1() >= 0.95, "{mean:?}");
    assert!(mean.related.precision >= 0.97, "{mean:?}");
    assert!(mean.classes.f1() >= 0.89, "{mean:?}");
}

#[test]
fn is_better_than_a_threshold() {
    let seeds = || KEPT_ASIDE.take(3);
    let ours = truth::Judged::mean(&seeds().map(judged).collect::<Vec<_>>());
    let plain = truth::Judged::mean(&seeds().map(judged_plainly).collect::<Vec<_>>());
    assert!(ours.related.f1() > plain.related.f1() + 0.01, "{ours:?} {plain:?}");
    assert!(ours.classes.f1() > plain.classes.f1(), "{ours:?} {plain:?}");
}

const GATE: &str = "The keeper of the seventh gate counted every lantern twice before dawn.";
const DIVERS: &str = "Divers will check the sills of all nine sluices once a month until the autumn.";

#[test]
fn says_who_else_has_a_sentence_and_how() {
    let edited = "The keeper of the seventh gate counted each lantern twice before sunrise.";
    let merged = format!(
        "{} while divers will check the sills of all nine sluices once a month until the autumn.",
        &GATE[..GATE.len() - 1]
    );
    let found = of_texts(&[
        GATE,
        &GATE.to_uppercase(),
        edited,
        &merged,
        DIVERS,
        "Nobody in the town had asked for a second harbour.",
    ]);
    let wordings: Vec<(usize, Wording)> =
        found.members(place(0, 0)).iter().map(|m| (m.place.article, m.wording)).collect();
    assert_eq!(wordings, [(1, Wording::Exact), (2, Wording::Edited), (3, Wording::Whole)]);
    assert_eq!(found.also_in(3, 0), [0, 1, 2, 4], "the merged sentence stands in both");
    assert_eq!(found.also_in(4, 0), [3], "what the other half says has nothing to do with it");
    assert_eq!(found.also_in(5, 0), [0; 0]);
    assert_eq!(found.members(place(4, 0)), [Member { place: place(3, 0), wording: Wording::Whole }]);
}

#[test]
fn tells_speakers_and_numbers_apart() {
    let found = of_texts(&[
        "Mayor Oduya Strand told the council that the harbour needs 400 new pilots before winter.",
        "Captain Merrit Vane told the council that the harbour needs 90 new pilots before winter.",
    ]);
    assert_ne!(found.of(place(0, 0)), found.of(place(1, 0)));
    assert_eq!(found.members(place(0, 0)), [Member { place: place(1, 0), wording: Wording::Clause }]);
}

#[test]
fn lets_the_longest_sentence_of_the_earliest_article_lead() {
    let longer = "The keeper of the seventh gate counted every single lantern twice before dawn.";
    let found = of_texts(&["Something else stands here alone.", &format!("{GATE} {longer}"), GATE]);
    let cluster = found.of(place(2, 0)).expect("a cluster");
    assert_eq!(cluster.lead, place(1, 1));
    assert_eq!(cluster.members, [place(1, 0), place(1, 1), place(2, 0)]);
}

#[test]
fn passes_over_what_is_hidden() {
    let articles = [GATE, GATE, GATE].map(|text| Article::of_text("text", text));
    let hide = |span| Mask::new(vec![Hidden { span, by: HiddenBy::Session }]);
    let masks = [Mask::default(), hide(Span::new(0, GATE.len())), Mask::default()];
    let found = gathered(&articles, &masks);
    assert_eq!(found.also_in(0, 0), [2]);
    assert_eq!(found.of(place(1, 0)), None);
    assert_eq!(found.members(place(1, 0)), []);
}

#[test]
fn puts_up_with_odd_articles() {
    let found = of_texts(&["", "…", "One.", "one", "the the the the the the"]);
    assert_eq!(found.also_in(2, 0), [3]);
    assert_eq!(found.members(place(9, 9)), []);
    assert_eq!(of_texts(&[]).all(), []);
}

#[test]
fn gives_up_when_told_to() {
    let cancel = Cancel::default();
    cancel.cancel();
    let article = Article::of_text("text", GATE);
    let mask = Mask::default();
    assert_eq!(clusters(&[Witness { article: &article, mask: &mask }], &cancel), None);
}

/// The clusters by names that do not depend on the order of the articles.
fn named(found: &Clusters, names: &[usize]) -> BTreeSet<Vec<(usize, usize)>> {
    let of = |place: &Place| (names[place.article], place.sentence);
    let sorted = |places: &[Place]| {
        let mut named: Vec<_> = places.iter().map(of).collect();
        named.sort_unstable();
        named
    };
    found.all().iter().map(|cluster| sorted(&cluster.members)).collect()
}

fn a_shuffled_story() -> impl Strategy<Value = (u64, Vec<usize>)> {
    (0u64..1_000).prop_flat_map(|seed| {
        let order: Vec<usize> = (0..story::story(seed).len()).collect();
        (Just(seed), Just(order).prop_shuffle())
    })
}

proptest! {
    #![proptest_config(Config { cases: 10, failure_persistence: None, ..Config::default() })]

    #[test]
    fn finds_the_same_in_any_order_of_the_articles((seed, order) in a_shuffled_story()) {
        let articles = of_story(&story::story(seed));
        let shuffled: Vec<Article> = order.iter().map(|&at| articles[at].clone()).collect();
        let masks = vec![Mask::default(); articles.len()];
        let (found, again) = (gathered(&articles, &masks), gathered(&shuffled, &masks));
        let names: Vec<usize> = (0..articles.len()).collect();
        prop_assert_eq!(named(&found, &names), named(&again, &order));
        for (at, &article) in order.iter().enumerate() {
            for sentence in 0..articles[article].sentences.len() {
                let also = found.also_in(article, sentence);
                let mut again: Vec<usize> = again.also_in(at, sentence).iter().map(|&other| order[other]).collect();
                again.sort_unstable();
                prop_assert_eq!(also, again);
            }
        }
    }

    #[test]
    fn gives_every_sentence_one_cluster_and_looks_both_ways(seed in 0u64..1_000) {
        let articles = of_story(&story::story(seed));
        let found = gathered(&articles, &vec![Mask::default(); articles.len()]);
        let mut seen = BTreeSet::new();
        for cluster in found.all() {
            prop_assert!(cluster.members.contains(&cluster.lead));
            for &member in &cluster.members {
                prop_assert!(seen.insert(member), "{member:?} stands in two clusters");
            }
        }
        prop_assert_eq!(seen.len(), articles.iter().map(|article| article.sentences.len()).sum::<usize>());
        for &here in &seen {
            for member in found.members(here) {
                let back = found.members(member.place);
                prop_assert!(back.iter().any(|back| back.place == here), "{here:?} {member:?}");
            }
        }
    }
}

#[test]
fn finds_one_quotation_in_unlike_sentences() {
    let found = of_texts(&[
        "Asked at the quay on the morning after, the old engineer of the northern sluice wiped his hands and answered that nobody greases a gate for nine winters.",
        "The council, which met again without its clerk, was told: “Nobody greases a gate for nine winters at our own cost,” as he had put it in a letter to both of the pilots.",
    ]);
    assert_eq!(found.members(place(0, 0)), [Member { place: place(1, 0), wording: Wording::Clause }]);
}
