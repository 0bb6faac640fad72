//! How much of each open article is in each other, as far as it is known.

use std::sync::Arc;

use crate::app::jobs::Lookup;
use crate::article::Article;
use crate::collate::{Matrix, Origins};

/// How much of every open article is in every other. It is asked for when it is first shown.
#[derive(Clone, Debug, Default)]
pub struct Sharing {
    /// What is known.
    pub(in crate::app) found: Lookup<Figures>,
    /// How many articles are settled in the answer that is awaited.
    pub(in crate::app) settled: usize,
    /// Whether to ask again when it is shown, because other text is hidden now.
    pub(in crate::app) renewed: bool,
    /// What to show while nothing is known.
    none: Figures,
}

/// How much of each article is in each other, as far as it is known.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Figures {
    /// What is found.
    pub matrix: Arc<Matrix>,
    /// How many of the first articles have all been compared with each other.
    pub settled: usize,
    /// The articles ordered so that similar ones are together, and the place of each; `None` until all is known.
    pub order: Option<Arc<(Vec<usize>, Vec<usize>)>>,
    /// Where the articles have their text from; `None` until that is known.
    pub origins: Option<Arc<Origins>>,
}

impl Sharing {
    fn figures(&self) -> &Figures {
        self.found.known().unwrap_or(&self.none)
    }

    /// How much is shared; figures of articles that are not settled are missing.
    pub fn matrix(&self) -> &Matrix {
        &self.figures().matrix
    }

    /// Whether it is known how much of one article is in another.
    pub fn knows(&self, article: usize, other: usize) -> bool {
        article.max(other) < self.figures().settled
    }

    /// Where the articles have their text from; `None` until it is known for these texts.
    pub fn origins(&self, articles: &[Arc<Article>]) -> Option<&Origins> {
        let known = self.figures().origins.as_deref()?;
        known.is_of(articles.iter().map(|article| &**article)).then_some(known)
    }

    /// Whether to ask for it: nobody has, other text is hidden now, or the work failed before anything was known.
    pub(in crate::app) fn lacks(&self) -> bool {
        self.found.is_open() || !(self.is_ordered() || self.found.is_awaited())
    }

    /// How many pairs have been compared, and of how many; `None` if nothing is being compared.
    pub fn progress(&self, articles: usize) -> Option<(usize, usize)> {
        let pairs = |articles: usize| articles * articles.saturating_sub(1) / 2;
        self.found.is_awaited().then(|| (pairs(self.settled), pairs(articles)))
    }

    /// Whether the order by similarity is known.
    pub fn is_ordered(&self) -> bool {
        self.figures().order.is_some()
    }

    /// The article at a place in the order by similarity; until that is known, in the order of opening.
    pub fn article_at(&self, place: usize) -> usize {
        self.figures().order.as_ref().map_or(Some(place), |order| order.0.get(place).copied()).unwrap_or(place)
    }

    /// The place of an article in the same order.
    pub fn place_of(&self, article: usize) -> usize {
        self.figures().order.as_ref().map_or(Some(article), |order| order.1.get(article).copied()).unwrap_or(article)
    }
}
