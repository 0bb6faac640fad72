//! Unmatched text: the words of a witness that are in no match, the exact complement of what is shared.

use super::cancel::Cancel;
use super::collation::{Match, Passage};
use super::witness::WitnessRow;
use crate::article::ParagraphId;
use crate::text::{Pair, Side};

/// Joins unmatched words into passages, each inside one paragraph and without hidden words between, in order. Takes time linear in words
/// and passages.
pub(super) fn only_here(side: Side, of: WitnessRow<'_>, matches: &[Match], cancel: &Cancel) -> Vec<Passage> {
    let WitnessRow { witness, row } = of;
    let article = witness.article;
    let mut shared = vec![false; article.tokens.len()];
    for found in cancel.watched(matches) {
        shared[found.passages[side].tokens.clone()].fill(true);
    }
    let mut stretches: Vec<Passage> = Vec::new();
    for word in cancel.watched(row).filter(|word| !shared[word.token as usize]) {
        let (token, paragraph_id) = (word.token as usize, ParagraphId(word.paragraph as usize));
        let span = article.tokens[token].span;
        match stretches.last_mut().filter(|last| last.paragraph_id == paragraph_id && last.tokens.end == token) {
            Some(last) => (last.span, last.tokens.end) = (last.span.join(span), token + 1),
            None => stretches.push(Passage { span, paragraph_id, tokens: token..token + 1 }),
        }
    }
    stretches
}

/// Puts the additions among the unmatched passages of each witness, in order; those that touch become one. Nothing where there are no
/// additions.
pub(super) fn with_added(only_here: &Pair<Vec<Passage>>, added: &Pair<Vec<Passage>>) -> Pair<Vec<Passage>> {
    Pair::from_fn(|side: Side| match added[side].is_empty() {
        true => Vec::new(),
        false => joined(only_here[side].iter().chain(&added[side]).cloned().collect()),
    })
}

/// Passages in order; those of one paragraph that touch become one.
pub(super) fn joined(mut passages: Vec<Passage>) -> Vec<Passage> {
    passages.sort_by_key(|it| (it.tokens.start, it.tokens.end));
    let mut found: Vec<Passage> = Vec::with_capacity(passages.len());
    for next in passages {
        let touches =
            |last: &&mut Passage| last.paragraph_id == next.paragraph_id && last.tokens.end >= next.tokens.start;
        match found.last_mut().filter(touches) {
            Some(last) => {
                (last.span, last.tokens.end) = (last.span.join(next.span), last.tokens.end.max(next.tokens.end))
            }
            None => found.push(next),
        }
    }
    found
}
