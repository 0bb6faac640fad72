//! The shelf: all open articles as a list to choose from.

use crate::app::jobs::ArticleRows;

use super::app::App;
use super::app::Mode;
use super::listing::Listing;
use crate::app::jobs::Effect;
use crate::app::jobs::Listed;
use crate::app::jobs::Rows;

impl App {
    /// Lists all open articles, to put one into the focused pane.
    pub(super) fn list_articles(&mut self) -> Vec<Effect> {
        if !self.has_pair() {
            self.warn("only one article is open: there is no other to choose");
            return Vec::new();
        }
        let rows = Rows::articles(ArticleRows(self.articles.clone()));
        self.mode = Mode::Listing(Box::new(Listing::of(Listed::Articles, rows, self.focused().article)));
        self.compare()
    }

    /// Finds the article that is called so, else the first one in whose name that stands.
    pub(super) fn article_called(&self, said: &str) -> Option<usize> {
        let said = said.trim().to_lowercase();
        let named = || self.articles.iter().map(|article| article.name.to_lowercase());
        named().position(|name| name == said).or_else(|| named().position(|name| name.contains(&said)))
    }
}
