//! Finds what one article has and no match was found for in the others.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::pairs::PairFound;
use super::row::StoryRow;
use crate::article::Article;
use crate::collate::collation::Passage;
use crate::collate::edges::in_full;
use crate::collate::set::{Place, stretches};
use crate::collate::witness::Witness;
use crate::text::{Key, Side};

/// Returns for each article the passages of visible words that are unmatched in all others, each inside one paragraph, in order.
///
/// If pairs were compared closely, that is what is in no match with any of them. A sentence that is in a cluster with others counts as
/// matched, even if no match shows how.
pub(super) fn alone(witnesses: &[Witness<'_>], rows: &[StoryRow], pairs: &[PairFound]) -> Vec<Vec<Passage>> {
    let mut shared: Vec<Vec<bool>> = witnesses.iter().map(|it| vec![false; it.article.tokens.len()]).collect();
    for pair in pairs {
        for (article, side) in [(pair.articles.left, Side::Left), (pair.articles.right, Side::Right)] {
            for tokens in &pair.shared[side] {
                fill(&mut shared[article], tokens);
            }
        }
    }
    for row in rows.iter().filter(|row| row.cells.len() > 1) {
        for place in row.places() {
            let Some(tokens) = tokens_of(witnesses, place) else { continue };
            let known = shared[place.article].get(tokens.clone()).unwrap_or_default();
            if !known.contains(&true) {
                fill(&mut shared[place.article], &tokens);
            }
        }
    }
    let mut found: Vec<Vec<Passage>> =
        witnesses.iter().zip(&shared).map(|(witness, shared)| of_article(*witness, shared)).collect();
    leave_out_repeated(witnesses, &mut found);
    found
}

/// First words of a passage by which it is looked for elsewhere: of fewer nothing is told of it (a limit).
const FIRST: usize = 4;

/// Leaves out what stands word for word in another article, though no match has it: phrases such as `according to the ministry`. Whole
/// sentences stay, with their rows. Costs a look at each word.
fn leave_out_repeated(witnesses: &[Witness<'_>], found: &mut [Vec<Passage>]) {
    let mut wanted: BTreeMap<[Key; FIRST], Vec<(usize, usize)>> = BTreeMap::new();
    for (at, (witness, passages)) in witnesses.iter().zip(found.iter()).enumerate() {
        let part = passages.iter().enumerate().filter(|(_, passage)| is_part(witness.article, passage));
        for (number, passage) in part {
            if let Some(first) = keys(witness.article, passage.tokens.clone()).first_chunk::<FIRST>() {
                wanted.entry(*first).or_default().push((at, number));
            }
        }
    }
    let mut repeated: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (at, witness) in witnesses.iter().enumerate() {
        for stretch in stretches(*witness) {
            let words = keys(witness.article, stretch);
            for from in 0..words.len() {
                let ahead = words.get(from..).unwrap_or_default();
                let sought = ahead.first_chunk::<FIRST>().and_then(|first| wanted.get(first));
                for &(of, number) in sought.into_iter().flatten().filter(|(of, _)| *of != at) {
                    let tokens = found[of][number].tokens.clone();
                    if ahead.starts_with(&keys(witnesses[of].article, tokens)) {
                        repeated.insert((of, number));
                    }
                }
            }
        }
    }
    for (at, passages) in found.iter_mut().enumerate() {
        let mut number = 0;
        passages.retain(|_| {
            number += 1;
            !repeated.contains(&(at, number - 1))
        });
    }
}

/// Whether a passage has no whole sentence.
fn is_part(article: &Article, passage: &Passage) -> bool {
    let first = article.sentence_at(passage.span.start());
    let near = article.sentences.get(first..).unwrap_or_default().iter();
    let mut near = near.take_while(|sentence| sentence.tokens.start < passage.tokens.end);
    !near.any(|sentence| passage.tokens.start <= sentence.tokens.start && sentence.tokens.end <= passage.tokens.end)
}

fn keys(article: &Article, tokens: Range<usize>) -> Vec<Key> {
    article.tokens.get(tokens).unwrap_or_default().iter().map(|token| token.key).collect()
}

fn fill(shared: &mut [bool], tokens: &Range<usize>) {
    if let Some(words) = shared.get_mut(tokens.clone()) {
        words.fill(true);
    }
}

fn tokens_of(witnesses: &[Witness<'_>], place: Place) -> Option<Range<usize>> {
    Some(witnesses.get(place.article)?.article.sentences.get(place.sentence)?.tokens.clone())
}

fn of_article(witness: Witness<'_>, shared: &[bool]) -> Vec<Passage> {
    let article = witness.article;
    let mut found: Vec<Passage> = Vec::new();
    for token in stretches(witness).into_iter().flatten().filter(|token| !shared[*token]) {
        let span = article.tokens[token].span;
        let paragraph_id = article.paragraph_id_at(span.start());
        match found.last_mut().filter(|last| last.paragraph_id == paragraph_id && last.tokens.end == token) {
            Some(last) => (last.span, last.tokens.end) = (last.span.join(span), token + 1),
            None => found.push(Passage { span, paragraph_id, tokens: token..token + 1 }),
        }
    }
    found.into_iter().map(|passage| Passage { span: in_full(article, &passage), ..passage }).collect()
}
