//! The articles that are compiled into the program.

use super::article::Article;
use super::origin::Origin;

/// The name and text of each, in the order in which they are opened.
const BUNDLED: &[(&str, &str)] = &[
    ("estuary-gazette", include_str!("../../assets/articles/estuary-gazette.txt")),
    ("halvern-herald", include_str!("../../assets/articles/halvern-herald.txt")),
    ("lasmere-courier", include_str!("../../assets/articles/lasmere-courier.txt")),
    ("northern-wire", include_str!("../../assets/articles/northern-wire.txt")),
    ("the-sounding", include_str!("../../assets/articles/the-sounding.txt")),
];

/// Opens the articles that are compiled into the program.
pub fn bundled() -> Vec<Article> {
    BUNDLED.iter().map(|(name, text)| Article::of_text(name, text)).collect()
}

/// Whether an article is one of those compiled into the program.
pub fn is_bundled(article: &Article) -> bool {
    matches!(&article.origin, Origin::Bundled(name) if BUNDLED.iter().any(|(bundled, _)| bundled == name))
}
