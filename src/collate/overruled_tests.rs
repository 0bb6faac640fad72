//! What becomes of a collation when somebody has decided of two sentences.

use super::drawn::of_texts;
use super::{Class, Collation, DecidedPair, SentenceVerdict, Witness, overrule};
use crate::article::Article;
use crate::boilerplate::Mask;
use crate::text::{Pair, Side, Span};

const LEFT: &str = "The owners announced a new ferry for the harbour of Lunn on Monday.\n\n\
    Repairs of the old pier took all winter, engineers said.\n\n\
    Nobody in Orrin was asked.\n\nThe mill stays shut.\n";
const RIGHT: &str = "The company announced a new ferry for the harbour of Lunn on Monday.\n\n\
    It took engineers the winter to repair Lunn's pier.\n\n\
    Nobody in Orrin was asked.\n\nBread is dear this year.\n";

fn span(article: &Article, words: &str) -> Span {
    let start = article.text.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn overruled(left: &str, right: &str, verdict: SentenceVerdict) -> (Pair<Article>, Collation, Collation) {
    let (articles, before) = of_texts(LEFT, RIGHT);
    let spans = Pair::new(span(&articles.left, left), span(&articles.right, right));
    let mut after = before.clone();
    let mask = Mask::default();
    let witnesses = articles.as_ref().map(|article| Witness { article, mask: &mask });
    overrule(&mut after, witnesses, &[DecidedPair { spans, verdict }]);
    (articles, before, after)
}

fn between<'c>(
    articles: &Pair<Article>,
    collation: &'c Collation,
    (left, right): (&str, &str),
) -> Vec<&'c super::Match> {
    let spans = Pair::new(span(&articles.left, left), span(&articles.right, right));
    let here = |m: &&super::Match| Side::BOTH.into_iter().all(|side| spans[side].overlaps(m.passages[side].span));
    collation.matches.iter().filter(here).collect()
}

const PIERS: (&str, &str) =
    ("Repairs of the old pier took all winter, engineers said.", "It took engineers the winter to repair Lunn's pier.");
const FERRIES: (&str, &str) = (
    "The owners announced a new ferry for the harbour of Lunn on Monday.",
    "The company announced a new ferry for the harbour of Lunn on Monday.",
);
const ORRIN: (&str, &str) = ("Nobody in Orrin was asked.", "Nobody in Orrin was asked.");
const OTHERS: (&str, &str) = ("The mill stays shut.", "Bread is dear this year.");

#[test]
fn what_is_different_loses_its_match_and_every_figure_follows() {
    for pair in [PIERS, FERRIES] {
        let (articles, before, after) = overruled(pair.0, pair.1, SentenceVerdict::Different);
        assert_eq!(between(&articles, &before, pair).len(), 1);
        assert!(between(&articles, &after, pair).is_empty());
        assert_eq!(after.matches.len(), before.matches.len() - 1);
        for side in Side::BOTH {
            let said = if side == Side::Left { pair.0 } else { pair.1 };
            let words = said.replace('\'', " ").split_whitespace().count();
            let lost = before.coverage[side].shared() - after.coverage[side].shared();
            assert!(lost > 0 && lost <= words, "{lost} of {words}");
            assert_eq!(after.only(side).count(), before.only(side).count() + 1);
            assert!(after.only_here[side].iter().any(|only| only.span.overlaps(span(&articles[side], said))));
        }
    }
}

#[test]
fn words_that_are_the_same_stay_so() {
    let (_, before, after) = overruled(ORRIN.0, ORRIN.1, SentenceVerdict::Different);
    assert_eq!(before, after);
}

#[test]
fn what_is_the_same_has_a_match_that_says_who_found_it() {
    let (articles, before, after) = overruled(OTHERS.0, OTHERS.1, SentenceVerdict::Same);
    assert!(between(&articles, &before, OTHERS).is_empty());
    let found = between(&articles, &after, OTHERS);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].class, found[0].decided, found[0].moved),
        (Class::Reworded, Some(SentenceVerdict::Same), false)
    );
    assert_eq!(found[0].passages.left.span.of(&articles.left.text), OTHERS.0);
    assert_eq!(after.coverage.right.reworded, before.coverage.right.reworded + 5);
    assert_eq!((after.only(Side::Left).count(), after.only(Side::Right).count()), (0, 0));
    assert_eq!(after.matches.iter().filter(|m| m.decided.is_some()).count(), 1);
}

#[test]
fn what_was_found_the_same_is_marked_and_not_doubled() {
    for verdict in [SentenceVerdict::Same, SentenceVerdict::Unsure] {
        let (articles, before, mut after) = overruled(PIERS.0, PIERS.1, verdict);
        assert_eq!(between(&articles, &after, PIERS)[0].decided, Some(verdict));
        after.matches.iter_mut().for_each(|m| m.decided = None);
        assert_eq!(before, after);
    }
}

#[test]
fn unsure_makes_no_match() {
    let (_, before, after) = overruled(OTHERS.0, OTHERS.1, SentenceVerdict::Unsure);
    assert_eq!(before, after);
}

#[test]
fn a_match_that_crosses_the_others_is_moved() {
    let (articles, _, after) = overruled(OTHERS.0, FERRIES.1, SentenceVerdict::Same);
    assert!(between(&articles, &after, (OTHERS.0, FERRIES.1))[0].moved);
}

#[test]
fn a_hidden_sentence_takes_no_part() {
    let (articles, _) = of_texts(LEFT, RIGHT);
    let hidden =
        crate::boilerplate::Hidden { span: span(&articles.left, OTHERS.0), by: crate::boilerplate::HiddenBy::Session };
    let (left, right) = (Mask::new(vec![hidden]), Mask::default());
    let witnesses =
        Pair::new(Witness { article: &articles.left, mask: &left }, Witness { article: &articles.right, mask: &right });
    let before = super::collate(witnesses, &super::Cancel::default()).unwrap();
    let mut after = before.clone();
    let spans = Pair::new(span(&articles.left, OTHERS.0), span(&articles.right, OTHERS.1));
    overrule(&mut after, witnesses, &[DecidedPair { spans, verdict: SentenceVerdict::Same }]);
    assert_eq!(before, after);
}
