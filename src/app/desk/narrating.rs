//! The synopsis of all open articles, as far as it is known.

use std::sync::Arc;

use super::story_grid::StoryGrid;
use crate::app::jobs::Listed;
use crate::app::jobs::Lookup;
use crate::app::jobs::Story;
use crate::article::Article;
use crate::boilerplate::Mask;
use crate::collate::Synopsis;

/// The synopsis of all open articles. It is asked for when it is first shown, or, if the articles are few and short, at once.
#[derive(Clone, Debug, Default)]
pub struct Narrating {
    /// What is known.
    pub(in crate::app) found: Lookup<Arc<Story>>,
    /// How many pairs have been compared closely, and of how many, while it is being found.
    pub progress: Option<(usize, usize)>,
    /// Where the reader was when the synopsis was closed.
    pub(in crate::app) left: Option<Box<StoryGrid>>,
    /// Whether going back leads to the synopsis.
    pub(in crate::app) goes_back: bool,
    /// The list to open as soon as the synopsis is known.
    pub(in crate::app) wanted: Option<Listed>,
}

impl Narrating {
    /// The synopsis; `None` until it is known for these texts.
    pub fn synopsis(&self, articles: &[Arc<Article>]) -> Option<&Synopsis> {
        Some(&self.story(articles)?.synopsis)
    }

    /// The story; `None` until it is known for these texts.
    pub(in crate::app) fn story(&self, articles: &[Arc<Article>]) -> Option<&Arc<Story>> {
        let known = self.found.known()?;
        known.synopsis.is_of(articles.iter().map(|article| &**article)).then_some(known)
    }

    /// What was hidden in an article when the synopsis was made.
    pub fn mask(&self, article: usize) -> Option<&Mask> {
        self.found.known()?.masks.get(article)
    }

    /// Whether it is being found.
    pub fn is_awaited(&self) -> bool {
        self.found.is_awaited()
    }
}
