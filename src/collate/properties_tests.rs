//! What holds for any two texts.

use proptest::prelude::{Strategy, prop, prop_assert, prop_assert_eq, proptest};

use super::drawn::{collated, of_texts};
use super::{Class, Collation, Coverage, Link};
use crate::article::{Article, ParagraphId};
use crate::text::{Pair, Side, Span};

/// Stories put together from a few sentences, so that they share some.
fn story() -> impl Strategy<Value = String> {
    const SENTENCES: [&str; 9] = [
        "The keeper counted nine lanterns before the tide turned on Tuesday evening.",
        "“A gate nobody greases is only a wall,” the engineer told three governments.",
        "Divers will check the sills every month until the autumn comes.",
        "Repairs cost 1.3 billion crowns, the ministry said.",
        "Repairs cost 1.2 billion crowns, the ministry said, about twice the estimate.",
        "The brass band played from the roof of the customs house.",
        "The town's brass band played instead from the customs house roof.",
        "No",
        "Пароход уходит вечером в пятницу с последнего причала у маяка.",
    ];
    let sentence = prop::sample::select(SENTENCES.to_vec());
    let paragraph = prop::collection::vec(sentence, 1..4).prop_map(|sentences| sentences.join(" "));
    prop::collection::vec(paragraph, 0..7).prop_map(|paragraphs| paragraphs.join("\n\n"))
}

/// Collates two texts, then the same with their sides exchanged, and gives what both find, seen from the first pair's side.
fn both_ways(left: &str, right: &str) -> (Told, Told) {
    let (_, there) = of_texts(left, right);
    let (_, back) = of_texts(right, left);
    let found = |collation: &Collation, swap: bool| {
        let each = collation.matches.iter().map(|m| {
            let spans = m.passages.as_ref().map(|passage| passage.span);
            (if swap { spans.swapped() } else { spans }, m.class, m.moved, m.echo)
        });
        let mut all: Vec<Found> = each.collect();
        all.sort_by_key(|(spans, ..)| *spans);
        all
    };
    ((found(&there, false), there.coverage), (found(&back, true), back.coverage.swapped()))
}

/// All that a collation finds, as far as it has sides.
type Told = (Vec<Found>, Pair<Coverage>);
/// Where a match stands, and what it is.
type Found = (Pair<Span>, Class, bool, bool);

#[test]
fn which_of_two_crossing_matches_is_moved_does_not_depend_on_the_side() {
    let band = "The brass band played from the roof of the customs house.";
    let other = "The town's brass band played instead from the customs house roof.";
    let (there, back) = both_ways(&format!("{band} {band} No"), &format!("{band} No {band}\n\nThe tide turned."));
    assert_eq!(there, back);
    let (there, back) = both_ways(&format!("{other}\n\n{other} No"), &format!("{other}\n\nNo {other} {band}"));
    assert_eq!(there, back);
    let once = "Repairs cost 1.3 billion crowns, the ministry said.";
    let twice = "Repairs cost 1.2 billion crowns, the ministry said, about twice the estimate.";
    let keeper = "The keeper counted nine lanterns before the tide turned on Tuesday evening.";
    let (there, back) = both_ways(
        &format!("{twice}\n\n{once} {twice}\n\n{once} {band}"),
        &format!("{once}\n\n{keeper}\n\n{once} {once}"),
    );
    assert_eq!(there, back);
    let (tide, cost) = ("The tide turned on Tuesday at nine.", "Repairs cost 1.2 billion crowns, twice the estimate.");
    let (there, back) =
        both_ways(&format!("{cost}\n\n{tide} {tide} {cost}"), &format!("{tide}\n\n{cost}\n\n{cost} {tide}"));
    assert_eq!(there, back);
}

proptest! {
    #[test]
    fn every_passage_lies_on_words_of_one_paragraph(left in story(), right in story()) {
        let (articles, collation) = of_texts(&left, &right);
        for m in &collation.matches {
            for side in Side::BOTH {
                let (article, passage) = (&articles[side], &m.passages[side]);
                prop_assert!(article.paragraphs[passage.paragraph_id.0].span.covers(passage.span));
                prop_assert!(!passage.tokens.is_empty());
                prop_assert!(passage.span.covers(article.tokens[passage.tokens.start].span));
                prop_assert!(passage.span.covers(article.tokens[passage.tokens.end - 1].span));
                for variant in &m.variants {
                    prop_assert!(passage.span.covers(variant.spans[side]));
                }
            }
            if m.class == Class::Verbatim {
                let keys = Pair::from_fn(|side| {
                    articles[side].tokens[m.passages[side].tokens.clone()].iter().map(|token| token.key).collect::<Vec<_>>()
                });
                prop_assert_eq!(keys.left, keys.right);
            }
        }
    }

    #[test]
    fn coverage_sums_and_every_paragraph_is_linked_or_alone(left in story(), right in story()) {
        let (articles, collation) = of_texts(&left, &right);
        for side in Side::BOTH {
            let coverage = collation.coverage[side];
            prop_assert_eq!(coverage.words, articles[side].tokens.len());
            prop_assert!(coverage.shared() <= coverage.words);
            prop_assert!(coverage.moved <= coverage.shared());
            for (at, paragraph) in articles[side].paragraphs.iter().enumerate() {
                let linked = collation.paragraph_links().any(|paragraph_link| paragraph_link.paragraph_ids[side] == ParagraphId(at));
                let alone = collation.only(side).any(|paragraph_id| paragraph_id == ParagraphId(at));
                prop_assert!(paragraph.tokens.is_empty() || linked != alone);
            }
        }
        let paragraph_links = collation.alignment.iter().filter(|link| matches!(link, Link::Both(_))).count();
        prop_assert_eq!(paragraph_links, collation.paragraph_links().count());
    }

    #[test]
    fn every_word_is_either_shared_or_only_here(left in story(), right in story()) {
        let (articles, collation) = of_texts(&left, &right);
        for side in Side::BOTH {
            let mut times = vec![0; articles[side].tokens.len()];
            let shared = collation.matches.iter().map(|m| &m.passages[side]);
            let mut held = vec![false; times.len()];
            shared.for_each(|passage| held[passage.tokens.clone()].fill(true));
            for stretch in &collation.only_here[side] {
                prop_assert!(articles[side].paragraphs[stretch.paragraph_id.0].span.covers(stretch.span));
                stretch.tokens.clone().for_each(|token| times[token] += 1);
            }
            times.iter_mut().zip(held).for_each(|(times, held)| *times += usize::from(held));
            prop_assert!(times.iter().all(|times| *times == 1), "{side:?}: {times:?}");
        }
    }

    #[test]
    fn an_article_beside_itself_is_all_verbatim(text in story()) {
        let article = Article::of_text("text", &text);
        let articles = Pair::new(article.clone(), article);
        let collation = collated(&articles, &Pair::default());
        let coverage = collation.coverage;
        prop_assert_eq!(coverage.left.verbatim, coverage.left.words);
        prop_assert_eq!(coverage.right.verbatim, coverage.right.words);
    }

    #[test]
    fn no_word_is_verbatim_twice_in_one_link(left in story(), right in story()) {
        let (articles, collation) = of_texts(&left, &right);
        for paragraph_link in collation.paragraph_links() {
            for side in Side::BOTH {
                let mut seen = vec![false; articles[side].tokens.len()];
                let verbatim = paragraph_link.matches.iter().map(|&at| &collation.matches[at]).filter(|m| m.class == Class::Verbatim && !m.echo);
                for token in verbatim.flat_map(|m| m.passages[side].tokens.clone()) {
                    prop_assert!(!std::mem::replace(&mut seen[token], true), "{side:?} word {token}");
                }
            }
        }
    }

    #[test]
    fn exchanging_the_sides_exchanges_the_result(left in story(), right in story()) {
        let (there, back) = both_ways(&left, &right);
        prop_assert_eq!(there, back);
    }

    #[test]
    fn reflow_case_and_quotes_change_nothing(left in story(), right in story()) {
        let (_, plain) = of_texts(&left, &right);
        let shouted = right.to_uppercase().replace(['“', '”'], "\"");
        let (_, same) = of_texts(&left, &shouted);
        let found = |collation: &Collation| {
            let each = collation.matches.iter().map(|m| (m.passages.as_ref().map(|p| p.tokens.clone()), m.class));
            // Names are known by their capitals, so a text that shouts may tell of other reworded statements.
            each.filter(|(_, class)| *class != Class::Reworded).collect::<Vec<_>>()
        };
        prop_assert_eq!(found(&plain), found(&same));
    }

    #[test]
    fn paragraphs_in_another_order_never_stand_alone(text in story(), by in 0usize..7) {
        let mut paragraphs: Vec<&str> = text.split("\n\n").collect();
        let count = paragraphs.len();
        paragraphs.rotate_left(by % count.max(1));
        let (_, collation) = of_texts(&text, &paragraphs.join("\n\n"));
        prop_assert_eq!(collation.only(Side::Left).next(), None);
    }
}
