//! Which sentences decisions mean.

use super::{ClusterDecision, Idle, Judgement, Ledger, Rulings, sentence_id};
use crate::article::Article;
use crate::collate::SentenceVerdict;
use crate::text::{Pair, Span};

const TEXT: &str = "The ferry sails. Nobody in Orrin was asked, they say. Bread is dear.";

fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn decision(ids: (&str, &str), verdict: Judgement, when: &str) -> ClusterDecision {
    ClusterDecision {
        cluster: format!("{} {}", ids.0, ids.1),
        a: Some(ids.0.to_owned()),
        b: Some(ids.1.to_owned()),
        verdict,
        relation: None,
        keep: None,
        who: "ana".to_owned(),
        when: when.to_owned(),
        note: String::new(),
    }
}

fn rulings(decisions: &[ClusterDecision]) -> Rulings {
    let mut ledger = Ledger::default();
    decisions.iter().for_each(|decision| ledger.take(decision.clone()));
    Rulings::of(&ledger)
}

#[test]
fn an_id_leads_back_to_its_sentence_whichever_article_is_left() {
    let (a, b) = (Article::of_text("a: x", TEXT), Article::of_text("b", TEXT));
    let (ferry, bread) = (span(TEXT, "The ferry sails."), span(TEXT, "Bread is dear."));
    let ids = (sentence_id(&a, ferry), sentence_id(&b, bread));
    let rulings = rulings(&[decision((&ids.0, &ids.1), Judgement::Different, "")]);
    let (decided, stale) = rulings.on(Pair::new(&a, &b));
    assert_eq!((decided.len(), stale), (1, 0));
    assert_eq!((decided[0].spans, decided[0].verdict), (Pair::new(ferry, bread), SentenceVerdict::Different));
    assert_eq!(rulings.on(Pair::new(&b, &a)).0[0].spans, Pair::new(bread, ferry));
    assert_eq!(rulings.on(Pair::new(&a, &a)).0, []);
    assert_eq!(rulings.who(Pair::new(&b, &a), Pair::new(bread, ferry)), Some("ana"));
    assert_eq!(rulings.who(Pair::new(&b, &a), Pair::new(ferry, ferry)), None);
}

#[test]
fn the_newest_decision_on_two_sentences_counts_in_whatever_order_they_are_named() {
    let (a, b) = (Article::of_text("a", TEXT), Article::of_text("b", TEXT));
    let at = |article: &Article| sentence_id(article, span(TEXT, "Bread is dear."));
    let (one, other) = (at(&a), at(&b));
    let both = [
        decision((&one, &other), Judgement::Same, "2031-04-15T09:30:00Z"),
        decision((&other, &one), Judgement::Unsure, "2031-04-16T09:30:00Z"),
    ];
    let decided = rulings(&both).on(Pair::new(&a, &b)).0;
    assert_eq!(decided.iter().map(|pair| pair.verdict).collect::<Vec<_>>(), [SentenceVerdict::Unsure]);
}

#[test]
fn what_changes_nothing_is_counted() {
    let (a, b) = (Article::of_text("a", TEXT), Article::of_text("b", TEXT));
    let at = |article: &Article| sentence_id(article, span(TEXT, "Bread is dear."));
    let (one, other) = (at(&a), at(&b));
    let changed = Article::of_text("b", &TEXT.replace("dear.", "late."));
    let decisions = [
        decision((&one, &other), Judgement::Same, ""),
        decision((&one, &other.replace("b:", "c:")), Judgement::Same, ""),
        decision(("a", "b"), Judgement::Same, ""),
        decision(("a", ""), Judgement::Keep, ""),
    ];
    let rulings = rulings(&decisions);
    let counted = Idle { stale: 0, elsewhere: 1, sentences: 1, whole: 1, others: 1 };
    assert_eq!(rulings.idle(&[a.clone(), b]), counted);
    let idle = rulings.idle(&[a.clone(), changed.clone()]);
    assert_eq!(idle, Idle { stale: 1, sentences: 0, ..counted });
    let idle = Idle { whole: 0, ..idle };
    assert_eq!(rulings.on(Pair::new(&a, &changed)), (Vec::new(), 1));
    assert_eq!(
        idle.said().unwrap(),
        "3 decisions change nothing: 1 on sentences that have changed, 1 on articles that are not open, 1 not on two sentences or two articles"
    );
    assert_eq!(Idle::default().said(), None);
}
