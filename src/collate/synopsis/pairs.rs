//! Collations of pairs of articles, as far as a synopsis needs them.

use std::ops::Range;

use super::joined::{Together, joined, stretches};
use crate::article::Article;
use crate::collate::cancel::Cancel;
use crate::collate::collation::{Collation, Match};
use crate::collate::engine::collate;
use crate::collate::set::Place;
use crate::collate::witness::Witness;
use crate::text::{Pair, Side};

/// Articles, and words of all pairs together, up to which every two are read closely. 24 articles of a thousand words are 276 pairs of
/// 2 ms each.
const FEW: (usize, usize) = (24, 4_000_000);
/// Words that two sentences share at the least to have to do with each other.
const SHARED: usize = 3;

/// What two articles share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairFound {
    /// The articles, by their numbers among the witnesses.
    pub(super) articles: (usize, usize),
    /// Their sentences that have something in common.
    pub(super) links: Vec<Linked>,
    /// The words of each that stand in the other.
    pub(super) shared: Pair<Vec<Range<usize>>>,
}

/// Two sentences with something in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Linked {
    /// The sentence of the one and that of the other.
    pub places: (Place, Place),
    /// Words of the shorter side.
    pub words: usize,
    /// Whether that is most of the shorter sentence.
    pub most: bool,
}

/// The pairs of articles that are worth reading closely: all, or none where that is too much.
pub fn read_closely(articles: &[&Article]) -> Vec<(usize, usize)> {
    let words: usize = articles.iter().map(|article| article.tokens.len()).sum();
    if articles.len() > FEW.0 || words.saturating_mul(articles.len()) > FEW.1 {
        return Vec::new();
    }
    (0..articles.len()).flat_map(|one| (one + 1..articles.len()).map(move |other| (one, other))).collect()
}

/// Reads a pair closely; `None` once `cancel` is raised. Costs a collation.
pub fn shared_by(witnesses: &[Witness<'_>], articles: (usize, usize), cancel: &Cancel) -> Option<PairFound> {
    let pair = Pair::new(*witnesses.get(articles.0)?, *witnesses.get(articles.1)?);
    let collation: Collation = collate(pair, cancel)?;
    let sides = |side: Side| collation.matches.iter().map(|found| found.passages[side].tokens.clone()).collect();
    let mut links: Vec<Linked> = collation.matches.iter().flat_map(|found| links(pair, articles, found)).collect();
    links.sort_unstable();
    Some(PairFound { articles, links, shared: Pair::from_fn(sides) })
}

/// The sentences that a match joins: of a row of them on both sides each with the one that has most of its words, or that stands
/// where it stands.
fn links(pair: Pair<Witness<'_>>, articles: (usize, usize), found: &Match) -> Vec<Linked> {
    let each = Pair::from_fn(|side: Side| stretches(pair[side].article, found.passages[side].tokens.clone()));
    let length = |article: &Article, at: usize| article.sentences.get(at).map_or(0, |it| it.tokens.len());
    let link = |joined: &Together| {
        let (one, other) = (each.left.get(joined.at.left)?.sentence, each.right.get(joined.at.right)?.sentence);
        let shorter = length(pair.left.article, one).min(length(pair.right.article, other));
        let places = (Place { article: articles.0, sentence: one }, Place { article: articles.1, sentence: other });
        let linked = Linked { places, words: joined.words, most: joined.words * 2 > shorter };
        (joined.sure || joined.words >= SHARED.min(shorter)).then_some(linked)
    };
    joined(pair, &each).iter().filter_map(link).collect()
}
