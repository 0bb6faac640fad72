//! Masks: what is hidden in an article.

use std::collections::{BTreeMap, BTreeSet};

use super::rule::RuleId;
use crate::article::Article;
use crate::text::Span;

/// What hides a passage.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HiddenBy {
    /// The reader, in this session only.
    Session,
    /// The page itself, which says that this is not part of the article.
    Page,
    /// A rule.
    Rule(RuleId),
}

/// A hidden passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// Its span: whole words, and for a whole sentence its punctuation too.
    pub span: Span,
    /// What hides it.
    pub by: HiddenBy,
}

/// The hidden passages of one article, in order, without overlaps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mask {
    hidden: Vec<Hidden>,
}

impl Mask {
    /// Makes a mask. If passages overlap, the earlier in `hidden` is kept and the later is cut, into several parts if necessary. Empty passages
    /// hide nothing. Takes n log n time.
    pub fn new(hidden: Vec<Hidden>) -> Self {
        let mut taken = BTreeMap::new();
        let mut parts = Vec::with_capacity(hidden.len());
        for Hidden { span, by } in hidden {
            parts.extend(claim(&mut taken, span).into_iter().map(|span| Hidden { span, by: by.clone() }));
        }
        parts.sort_by_key(|part| part.span);
        Self { hidden: parts }
    }

    /// Returns the hidden passages, in order.
    pub fn hidden(&self) -> &[Hidden] {
        &self.hidden
    }

    /// Returns the hidden passage that contains the byte at `place`.
    pub fn at(&self, place: usize) -> Option<&Hidden> {
        let next = self.hidden.partition_point(|h| h.span.start() <= place);
        self.hidden[..next].last().filter(|h| h.span.contains(place))
    }

    /// Whether every byte of `span` is hidden, by one passage or by several adjacent ones. An empty span is hidden if the byte at its place is.
    pub fn is_hidden(&self, span: Span) -> bool {
        if span.is_empty() {
            return self.at(span.start()).is_some();
        }
        let mut reached = span.start();
        for hidden in self.from(span.start()) {
            if hidden.span.start() > reached || reached >= span.end() {
                break;
            }
            reached = hidden.span.end();
        }
        reached >= span.end()
    }

    /// Returns the parts of `within` that are not hidden, in order.
    pub fn visible(&self, within: Span) -> Vec<Span> {
        let mut parts = Vec::new();
        let mut from = within.start();
        for hidden in self.from(within.start()).iter().map(|h| h.span).take_while(|h| h.start() < within.end()) {
            if hidden.start() > from {
                parts.push(Span::new(from, hidden.start()));
            }
            from = hidden.end();
        }
        if from < within.end() {
            parts.push(Span::new(from, within.end()));
        }
        parts
    }

    /// Counts the words of `article` that are entirely hidden.
    pub fn hidden_words(&self, article: &Article) -> usize {
        self.hidden.iter().map(|h| article.tokens_in(h.span).len()).sum()
    }

    /// Counts the rules that hide something in the article.
    pub fn rule_count(&self) -> usize {
        let rules = self.hidden.iter().filter_map(|h| match &h.by {
            HiddenBy::Rule(id) => Some(id),
            HiddenBy::Session | HiddenBy::Page => None,
        });
        rules.collect::<BTreeSet<_>>().len()
    }

    /// Returns the hidden passages that end after `place`.
    fn from(&self, place: usize) -> &[Hidden] {
        &self.hidden[self.hidden.partition_point(|h| h.span.end() <= place)..]
    }
}

/// Takes `span`, and returns the parts of it that were still free.
///
/// `taken` maps starts to ends, with adjacent ranges merged. So each range is visited once, and many wide spans over many small ones stay
/// cheap.
fn claim(taken: &mut BTreeMap<usize, usize>, span: Span) -> Vec<Span> {
    if span.is_empty() {
        return Vec::new();
    }
    let before = taken.range(..span.start()).next_back().filter(|&(_, &end)| end >= span.start());
    let first = before.map_or(span.start(), |(&start, _)| start);
    let met: Vec<Span> = taken.range(first..span.end()).map(|(&start, &end)| Span::new(start, end)).collect();
    let mut free = Vec::new();
    let mut from = span.start();
    let mut whole = span;
    for other in met {
        taken.remove(&other.start());
        if other.start() > from {
            free.push(Span::new(from, other.start()));
        }
        from = from.max(other.end());
        whole = whole.join(other);
    }
    if from < span.end() {
        free.push(Span::new(from, span.end()));
    }
    taken.insert(whole.start(), whole.end());
    free
}
