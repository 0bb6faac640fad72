//! Where a passage stands elsewhere.

use super::traces;
use crate::article::Article;
use crate::collate::Cancel;
use crate::text::Span;

/// Looks for a part of the first text in all; gives article, text and percent of what is found.
fn traced(texts: &[&str], passage: &str) -> Vec<(usize, String, Option<usize>)> {
    let articles: Vec<Article> = texts.iter().map(|text| Article::of_text("a", text)).collect();
    let articles: Vec<&Article> = articles.iter().collect();
    let start = texts[0].find(passage).expect("a part of the first text");
    let tokens = articles[0].tokens_in(Span::new(start, start + passage.len()));
    let found = traces(&articles, 0, tokens, &Cancel::default()).expect("not cancelled");
    let told = |trace: super::Trace| {
        let words = &articles[trace.article].tokens[trace.tokens];
        let span = words[0].span.join(words[words.len() - 1].span);
        (trace.article, span.of(texts[trace.article]).to_owned(), trace.percent)
    };
    found.into_iter().map(told).collect()
}

#[test]
fn exactly_before_loosely_and_never_itself() {
    let texts = [
        "The cook trims the lantern twice each winter. Gulls sleep.",
        "Nobody said a word. In the valley the lantern is trimmed by a cook, twice each winter or more.",
        "They say THE COOK\ntrims the ‘lantern’ twice each winter, always.",
        "Rain fell on the pier.",
    ];
    let found = traced(&texts, "The cook trims the lantern twice each winter.");
    assert_eq!(found.len(), 2, "{found:#?}");
    assert_eq!((found[0].0, found[0].2), (2, None));
    assert!(found[0].1.starts_with("THE COOK") && found[0].1.ends_with("winter"), "{found:#?}");
    assert!(found[1].1.starts_with("In the valley") && found[1].2.is_some_and(|percent| percent < 100), "{found:#?}");
}

#[test]
fn a_repetition_in_the_same_article_is_found() {
    let found = traced(&["Ropes hum at night. Boats creak. Ropes hum at night."], "Ropes hum at night.");
    assert_eq!(found, [(0, "Ropes hum at night".to_owned(), None)]);
}

#[test]
fn nothing_is_nothing() {
    assert_eq!(traced(&["Alone here.", "Quite another."], "Alone here."), []);
    let article = Article::of_text("a", "");
    assert_eq!(traces(&[&article], 0, 0..0, &Cancel::default()), Some(Vec::new()));
    assert_eq!(traces(&[], 0, 0..1, &Cancel::default()), None);
}
