//! How much of each open article is in each other, as far as it is known.

use std::sync::Arc;

use crate::app::jobs::Lookup;
use crate::article::Article;
use crate::collate::{Matrix, Origins};

/// How much of every open article stands in every other. It is asked for when it is first looked at.
#[derive(Clone, Debug, Default)]
pub struct Sharing {
    /// What is known.
    pub(in crate::app) found: Lookup<Figures>,
    /// Articles that are settled in the answer that is awaited.
    pub(in crate::app) settled: usize,
    /// Whether it is to be asked for anew where it is looked at, since something else is hidden now.
    pub(in crate::app) renewed: bool,
    /// What there is to show as long as nothing is known.
    none: Figures,
}

/// How much of each article stands in each other, as far as it is found.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Figures {
    /// What is found.
    pub matrix: Arc<Matrix>,
    /// Articles, the first ones, of which every two have been compared.
    pub settled: usize,
    /// The articles so that families stand together, and the place of each there; none until all is known.
    pub order: Option<Arc<(Vec<usize>, Vec<usize>)>>,
    /// Where the articles have their text from; nothing until that is known.
    pub origins: Option<Arc<Origins>>,
}

impl Sharing {
    fn figures(&self) -> &Figures {
        self.found.known().unwrap_or(&self.none)
    }

    /// How much is shared; figures of articles that are not settled are not there yet.
    pub fn matrix(&self) -> &Matrix {
        &self.figures().matrix
    }

    /// Whether it is known how much of one article stands in another.
    pub fn knows(&self, article: usize, other: usize) -> bool {
        article.max(other) < self.figures().settled
    }

    /// Where the articles have their text from; nothing until it is known of these texts.
    pub fn origins(&self, articles: &[Arc<Article>]) -> Option<&Origins> {
        let known = self.figures().origins.as_deref()?;
        known.is_of(articles.iter().map(|article| &**article)).then_some(known)
    }

    /// Whether it is to be asked for: nobody has, something else is hidden now, or the work failed before anything was known.
    pub(in crate::app) fn lacks(&self) -> bool {
        self.found.is_open() || !(self.is_ordered() || self.found.is_awaited())
    }

    /// How many pairs are compared, and how many there are; none where nothing is being compared.
    pub fn progress(&self, articles: usize) -> Option<(usize, usize)> {
        let pairs = |articles: usize| articles * articles.saturating_sub(1) / 2;
        self.found.is_awaited().then(|| (pairs(self.settled), pairs(articles)))
    }

    /// Whether the order by likeness is known.
    pub fn is_ordered(&self) -> bool {
        self.figures().order.is_some()
    }

    /// The article at a place of the order by likeness; as long as that is not known, of the order of opening.
    pub fn article_at(&self, place: usize) -> usize {
        self.figures().order.as_ref().map_or(Some(place), |order| order.0.get(place).copied()).unwrap_or(place)
    }

    /// The place of an article in the same order.
    pub fn place_of(&self, article: usize) -> usize {
        self.figures().order.as_ref().map_or(Some(article), |order| order.1.get(article).copied()).unwrap_or(article)
    }
}
