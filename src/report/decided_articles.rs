//! What somebody decided of whole articles, as reports on many say it.

use serde::Serialize;

use crate::collate::DecidedArticles;

/// A decision on two articles, for programs; they count from 0.
#[derive(Serialize)]
pub(super) struct DecidedJson {
    articles: [usize; 2],
    decision: &'static str,
    template: bool,
}

/// Decisions on articles, for programs.
pub(super) fn decided_json(decided: &[DecidedArticles]) -> Vec<DecidedJson> {
    let json = |it: &DecidedArticles| DecidedJson {
        articles: [it.articles.0, it.articles.1],
        decision: it.verdict.name(),
        template: it.template,
    };
    decided.iter().map(json).collect()
}
