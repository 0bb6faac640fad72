//! Caches the unmatched text of a pane's article, because each drawn row needs it.

use std::sync::Arc;

use crate::app::jobs::Story;
use crate::article::Article;
use crate::collate::{Collation, Passage};
use crate::text::{Side, Span};

/// The fewest words of an unmatched stretch, as in the report: shorter ones are parts of reworded sentences.
const LEAST: usize = 4;

/// An article of the story.
#[derive(Clone, Copy)]
pub(in crate::app) struct StoryArticle<'a> {
    /// Its number in the story.
    pub number: usize,
    /// The article.
    pub article: &'a Article,
}

/// The text of a pane's article that has no match in any other, and what it was computed from.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct InNone {
    of: Option<(Arc<Story>, Arc<Collation>)>,
    stretches: Arc<Vec<Passage>>,
}

impl InNone {
    /// Computes it for an article of the story that is on this side of a collation.
    pub fn find(of: StoryArticle<'_>, story: &Arc<Story>, collation: &Arc<Collation>, side: Side) -> Self {
        let all = story.unmatched.get(of.number).map(Vec::as_slice).unwrap_or_default();
        let stretches = Arc::new(both(of.article, all, collation.unmatched(side)));
        Self { of: Some((Arc::clone(story), Arc::clone(collation))), stretches }
    }

    /// Returns it, if it was computed from these.
    pub fn of(&self, story: &Arc<Story>, collation: &Arc<Collation>) -> Option<&Arc<Vec<Passage>>> {
        self.is_of(story, collation).then_some(&self.stretches)
    }

    fn is_of(&self, story: &Arc<Story>, collation: &Arc<Collation>) -> bool {
        self.of.as_ref().is_some_and(|(of, with)| Arc::ptr_eq(of, story) && Arc::ptr_eq(with, collation))
    }
}

/// What is in both lists: of many articles not all pairs are compared closely, but what the panes link is never called unmatched.
fn both(article: &Article, all: &[Passage], here: &[Passage]) -> Vec<Passage> {
    let mut met = Vec::new();
    let mut first = 0;
    for stretch in all {
        while here.get(first).is_some_and(|other| other.tokens.end <= stretch.tokens.start) {
            first += 1;
        }
        let over = here.iter().skip(first).take_while(|other| other.tokens.start < stretch.tokens.end);
        met.extend(over.filter_map(|other| meeting(article, stretch, other)));
    }
    met
}

fn meeting(article: &Article, stretch: &Passage, other: &Passage) -> Option<Passage> {
    let tokens = stretch.tokens.start.max(other.tokens.start)..stretch.tokens.end.min(other.tokens.end);
    if tokens == stretch.tokens {
        return Some(stretch.clone());
    }
    let words = article.tokens.get(tokens.clone()).filter(|words| words.len() >= LEAST)?;
    let span = Span::new(words.first()?.span.start(), words.last()?.span.end());
    Some(Passage { span, paragraph_id: stretch.paragraph_id, tokens })
}
