//! What one article adds to a statement that others tell too: the words that every match leaves over, and that no other article has
//! together.

use std::ops::Range;

use super::pairs::PairFound;
use crate::article::Article;
use crate::collate::cancel::Cancel;
use crate::collate::collation::Passage;
use crate::collate::elsewhere::{Elsewhere, tells};
use crate::collate::set::stretches;
use crate::collate::witness::{Lexicon, Witness};
use crate::text::Side;

/// Sentences of an article with a word from which on it counts as if all had it (a limit).
const COMMON: usize = 32;

/// Returns for each article the passages inside matches that are an addition to each other article in which the sentence has a match, in
/// order. No sentence of any other article has several of their telling words. Costs the words of all articles where anything is added.
pub(super) fn added(witnesses: &[Witness<'_>], pairs: &[PairFound], cancel: &Cancel) -> Vec<Vec<Passage>> {
    let left = left_over(witnesses, pairs);
    if left.iter().all(Vec::is_empty) {
        return vec![Vec::new(); witnesses.len()];
    }
    let told = Told::of(witnesses, cancel);
    let kept = |(at, runs): (usize, Vec<Range<usize>>)| {
        let article = witnesses[at].article;
        let runs = runs.into_iter().filter(|run| told.is_told_by_none_but(at, run));
        runs.filter_map(|run| passage(article, run)).collect()
    };
    left.into_iter().enumerate().map(kept).collect()
}

/// The words of each article that stand in a match with another one and are an addition in each that they stand in, in runs.
fn left_over(witnesses: &[Witness<'_>], pairs: &[PairFound]) -> Vec<Vec<Range<usize>>> {
    let mut over: Vec<Vec<bool>> = witnesses.iter().map(|it| vec![false; it.article.tokens.len()]).collect();
    let mut held = over.clone();
    for pair in pairs {
        for (article, side) in [(pair.articles.left, Side::Left), (pair.articles.right, Side::Right)] {
            let (over, held) = (&mut over[article], &mut held[article]);
            // What is an addition here is no match, so that only what every match leaves over stays.
            let mut own = vec![false; held.len()];
            pair.shared[side].iter().for_each(|tokens| own[tokens.clone()].fill(true));
            for tokens in &pair.added[side] {
                own[tokens.clone()].fill(false);
                over[tokens.clone()].fill(true);
            }
            held.iter_mut().zip(own).for_each(|(held, own)| *held |= own);
        }
    }
    let runs = |(article, (over, held)): (&Article, (&Vec<bool>, &Vec<bool>))| {
        let mut found: Vec<Range<usize>> = Vec::new();
        let sentence = |token: usize| article.sentence_at(article.tokens[token].span.start());
        for token in (0..over.len()).filter(|token| over[*token] && !held[*token]) {
            match found.last_mut().filter(|last| last.end == token && sentence(last.start) == sentence(token)) {
                Some(last) => last.end = token + 1,
                None => found.push(token..token + 1),
            }
        }
        found
    };
    let articles = witnesses.iter().map(|witness| witness.article);
    articles.zip(over.iter().zip(&held)).map(runs).collect()
}

/// The telling words of all articles.
struct Told {
    /// The stem of each word of each article; none of words that tell nothing.
    stems: Vec<Vec<Option<u32>>>,
    elsewhere: Elsewhere,
    /// The first sentence of each article, counted over all, and the number of all at the end.
    first: Vec<u32>,
}

impl Told {
    fn of(witnesses: &[Witness<'_>], cancel: &Cancel) -> Self {
        let mut lexicon = Lexicon::default();
        let (mut stems, mut first, mut places) = (Vec::new(), vec![0], Vec::new());
        for witness in cancel.watched(witnesses) {
            let Witness { article, .. } = *witness;
            let mut own = vec![None; article.tokens.len()];
            let before = first.last().copied().unwrap_or(0);
            for token in stretches(*witness).into_iter().flatten() {
                let word = article.tokens[token];
                let written = word.span.of(&article.text);
                let (stem, kind) = lexicon.stem_of(word.key, written);
                if tells(kind, written) {
                    own[token] = Some(stem);
                    places.push((stem, before + article.sentence_at(word.span.start()) as u32));
                }
            }
            stems.push(own);
            first.push(before + article.sentences.len() as u32);
        }
        let elsewhere = Elsewhere::new(places.into_iter(), COMMON * witnesses.len());
        Self { stems, elsewhere, first }
    }

    fn is_told_by_none_but(&self, at: usize, run: &Range<usize>) -> bool {
        let (Some(all), Some(own)) = (self.stems.get(at), self.first.get(at).zip(self.first.get(at + 1))) else {
            return false;
        };
        let stems = all.get(run.clone()).unwrap_or_default().iter().copied().flatten().collect();
        self.elsewhere.lacks(stems, |sentence| (*own.0..*own.1).contains(&sentence))
    }
}

fn passage(article: &Article, tokens: Range<usize>) -> Option<Passage> {
    let words = article.tokens.get(tokens.clone())?;
    let span = words.first()?.span.join(words.last()?.span);
    Some(Passage { span, paragraph_id: article.paragraph_id_at(span.start()), tokens })
}
