//! The list of open articles.

use super::listing::Listing;
use super::mode::Mode;
use super::turn::Turn;
use crate::app::desk::comparing::compare;
use crate::app::desk::desk::Desk;
use crate::app::jobs::ArticleRows;

use crate::app::jobs::Listed;
use crate::app::jobs::Rows;

/// Lists all open articles, to open one in the focused pane.
pub(in crate::app) fn list_articles(desk: &mut Desk) -> Turn {
    if !desk.has_pair() {
        desk.warn("Only one article is open");
        return Turn::Stay;
    }
    let rows = Rows::articles(ArticleRows(desk.library.articles.clone()));
    compare(desk);
    Turn::Open(Mode::Listing(Box::new(Listing::of(Listed::Articles, rows, desk.focused().article))))
}

/// Finds the article with this name, else the first one whose name contains it.
pub(in crate::app) fn article_called(desk: &Desk, said: &str) -> Option<usize> {
    let said = said.trim().to_lowercase();
    let named = || desk.library.articles.iter().map(|article| article.name.to_lowercase());
    named().position(|name| name == said).or_else(|| named().position(|name| name.contains(&said)))
}
