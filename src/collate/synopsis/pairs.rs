//! Collations of pairs of articles, as far as a synopsis needs them.

use std::ops::Range;

use super::joined::{Together, joined, stretches};
use crate::article::Article;
use crate::collate::cancel::Cancel;
use crate::collate::collation::{Class, Collation, Match};
use crate::collate::engine::collate;
use crate::collate::overruled::overrule;
use crate::collate::set::{DecidedPlaces, Place};
use crate::collate::verdict::{DecidedPair, SentenceVerdict};
use crate::collate::witness::Witness;
use crate::text::{Pair, Side};

/// Articles, and words of all pairs together, up to which every two are read closely. 24 articles of a thousand words are 276 pairs of
/// 2 ms each (a limit).
const FEW: (usize, usize) = (24, 4_000_000);
/// Words that two sentences share at the least to have to do with each other (benches/constants.md).
const SHARED: usize = 3;

/// A reworded match makes one statement of two sentences where at least one word in so many of both is shared, or where what is shared is so
/// rare, in nats. In 46 labelled pairs of real articles, 112 of such matches are right and 58 wrong; of those that pass 98 and 34. In eight
/// invented stories, the precision of who carries a statement rises from .816 to .877, and the recall stays .993 (benches/constants.md).
const STRONG: (usize, usize) = (9, 15);

/// The part of the longer sentence that a match must keep to make one statement of both (chosen: each half of a merged sentence has less;
/// in eight invented stories the precision of who carries a statement is .885 with three quarters, .829 with one half).
const ALIKE: (usize, usize) = (3, 4);

/// What two articles share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairFound {
    /// The articles, by their numbers among the witnesses.
    pub(super) articles: Pair<usize>,
    /// Their sentences that have something in common.
    pub(super) links: Vec<Linked>,
    /// Their sentences that a reworded match joins which is too weak for a statement.
    pub(super) weak: Vec<(Place, Place)>,
    /// Their sentences of which a reworded match holds all.
    pub(super) reworded: Vec<(Place, Place)>,
    /// The words of each that stand in the other.
    pub(super) shared: Pair<Vec<Range<usize>>>,
    /// Of these, the words that an article adds to what the other says.
    pub(super) added: Pair<Vec<Range<usize>>>,
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
    /// Whether a match that keeps the words has most of both sentences, and nothing else: then they are one statement.
    pub alike: bool,
    /// Whether only a reworded match joins them.
    pub reworded: bool,
    /// Whether that match holds all of both sentences and nothing else.
    pub whole: bool,
}

/// The pairs of articles that are worth reading closely: all, or none where that is too much.
pub fn read_closely(articles: &[&Article]) -> Vec<Pair<usize>> {
    let words: usize = articles.iter().map(|article| article.tokens.len()).sum();
    if articles.len() > FEW.0 || words.saturating_mul(articles.len()) > FEW.1 {
        return Vec::new();
    }
    (0..articles.len()).flat_map(|one| (one + 1..articles.len()).map(move |other| Pair::new(one, other))).collect()
}

/// Reads a pair closely; what is decided of its sentences overrules what is found. `None` once `cancel` is raised. Costs a collation.
pub fn shared_by(
    witnesses: &[Witness<'_>],
    articles: Pair<usize>,
    decided: &[DecidedPlaces],
    cancel: &Cancel,
) -> Option<PairFound> {
    let pair = Pair::new(*witnesses.get(articles.left)?, *witnesses.get(articles.right)?);
    let mut collation: Collation = collate(pair, cancel)?;
    let own = decided.iter().filter(|it| {
        let (one, other) = (it.one.article, it.other.article);
        Pair::new(one.min(other), one.max(other)) == articles
    });
    overrule(&mut collation, pair, &own.filter_map(|decided| within(pair, decided)).collect::<Vec<_>>());
    let sides = |side: Side| collation.matches.iter().map(|found| found.passages[side].tokens.clone()).collect();
    let (strong, weak): (Vec<&Match>, Vec<&Match>) = collation.matches.iter().partition(|found| is_strong(found));
    let linked =
        |found: Vec<&Match>| found.into_iter().flat_map(|it| links(pair, articles, it)).collect::<Vec<Linked>>();
    let (mut links, weak) = (linked(strong), linked(weak));
    let is_parted = |link: &Linked| {
        let parts = |it: &DecidedPlaces| {
            let (one, other) = link.places;
            it.verdict == SentenceVerdict::Different
                && ((it.one, it.other) == (one, other) || (it.other, it.one) == (one, other))
        };
        decided.iter().any(parts)
    };
    links.retain(|link| !is_parted(link));
    links.sort_unstable();
    let whole = links.iter().chain(&weak).filter(|link| link.reworded && link.whole);
    let reworded = whole.map(|link| link.places).collect();
    let weak = weak.into_iter().filter(|link| !is_parted(link)).map(|link| link.places).collect();
    let added = Pair::from_fn(|side: Side| collation.added[side].iter().map(|it| it.tokens.clone()).collect());
    Some(PairFound { articles, links, weak, reworded, shared: Pair::from_fn(sides), added })
}

/// Whether a match is enough to make one statement of two sentences.
fn is_strong(found: &Match) -> bool {
    let words: usize = Side::BOTH.iter().map(|&side| found.passages[side].tokens.len()).sum();
    found.class != Class::Reworded
        || found.decided.is_some()
        || found.shared * STRONG.0 >= words.saturating_sub(found.shared)
        || found.rarity >= STRONG.1
}

/// A decision on sentences of a pair, the left one being the earlier article, by where they stand in it.
fn within(pair: Pair<Witness<'_>>, decided: &DecidedPlaces) -> Option<DecidedPair> {
    let DecidedPlaces { one, other, verdict } = *decided;
    let (left, right) = if one.article <= other.article { (one, other) } else { (other, one) };
    let span = |witness: Witness<'_>, at: usize| Some(witness.article.sentences.get(at)?.span);
    let spans = Pair::new(span(pair.left, left.sentence)?, span(pair.right, right.sentence)?);
    Some(DecidedPair { spans, verdict })
}

/// The sentences that a match joins: of a row of them on both sides each with the one that has most of its words, or that stands
/// where it stands.
fn links(pair: Pair<Witness<'_>>, articles: Pair<usize>, found: &Match) -> Vec<Linked> {
    let each = Pair::from_fn(|side: Side| stretches(pair[side].article, found.passages[side].tokens.clone()));
    let length = |article: &Article, at: usize| article.sentences.get(at).map_or(0, |it| it.tokens.len());
    let link = |joined: &Together| {
        let (one, other) = (each.left.get(joined.at.left)?.sentence, each.right.get(joined.at.right)?.sentence);
        let shorter = length(pair.left.article, one).min(length(pair.right.article, other));
        let places =
            (Place { article: articles.left, sentence: one }, Place { article: articles.right, sentence: other });
        let reworded = found.class == Class::Reworded;
        let longer = length(pair.left.article, one).max(length(pair.right.article, other));
        let alone = each.left.len() == 1 && each.right.len() == 1;
        let alike = !reworded && alone && found.shared * ALIKE.1 > longer * ALIKE.0;
        let held = |side: Side, at: usize| found.passages[side].tokens.len() >= length(pair[side].article, at);
        let whole = alone && held(Side::Left, one) && held(Side::Right, other);
        let linked = Linked { places, words: joined.words, most: joined.words * 2 > shorter, alike, reworded, whole };
        (joined.sure || joined.words >= SHARED.min(shorter)).then_some(linked)
    };
    joined(pair, &each).iter().filter_map(link).collect()
}
