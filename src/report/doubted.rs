//! Pairs of sentences that may or may not make the same statement, as JSON lines.

use serde::Serialize;

use super::indent::on_one_line;
use crate::article::Article;
use crate::collate::Weighed;
use crate::curation::sentence_id;
use crate::text::{Pair, Span};

#[derive(Serialize)]
struct DoubtJson<'a> {
    cluster: String,
    a: String,
    b: String,
    left: WeighedJson<'a>,
    right: WeighedJson<'a>,
    chance: f64,
    passes: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    decided: Option<&'static str>,
}

#[derive(Serialize)]
struct WeighedJson<'a> {
    article: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
}

/// Writes two sentences that may make the same statement: their places and texts, the probability that they do, whether that is enough for
/// the rule, and whether somebody decided that it is unsure. Offsets are bytes of the files on disk, ends exclusive.
pub fn doubt_json(articles: Pair<&Article>, weighed: &Weighed, is_unsure: bool) -> String {
    let names = articles.map(|article| article.name.as_str());
    let sentence = |article: &'_ Article, span: Span| -> (usize, usize) {
        let on_disk = article.disk.on_disk(span);
        (on_disk.start(), on_disk.end())
    };
    let places = Pair::new(sentence(articles.left, weighed.spans.left), sentence(articles.right, weighed.spans.right));
    let ids = Pair::from_fn(|side| sentence_id(articles[side], weighed.spans[side]));
    let left = WeighedJson {
        article: names.left,
        start: places.left.0,
        end: places.left.1,
        text: weighed.spans.left.of(&articles.left.text),
    };
    let right = WeighedJson {
        article: names.right,
        start: places.right.0,
        end: places.right.1,
        text: weighed.spans.right.of(&articles.right.text),
    };
    on_one_line(&DoubtJson {
        cluster: format!("{} | {}", names.left, names.right),
        a: ids.left,
        b: ids.right,
        left,
        right,
        chance: (weighed.chance() * 1000.0).round() / 1000.0,
        passes: weighed.margin >= 0,
        decided: is_unsure.then_some("unsure"),
    })
}
