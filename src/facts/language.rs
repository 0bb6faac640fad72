//! Finds the language of an article by its common words.

use super::lexicon::{FactWords, languages};
use crate::article::Article;

/// How many words are examined: a page is enough.
const LOOKED_AT: usize = 600;

/// Returns the language of an article, or the first of the table if it cannot be found.
pub(super) fn language(article: &Article) -> Option<&'static FactWords> {
    let mut counts = vec![0usize; languages().len()];
    for token in article.tokens.iter().take(LOOKED_AT) {
        let word = token.span.of(&article.text).to_lowercase();
        for (language, count) in languages().iter().zip(&mut counts) {
            *count += usize::from(language.common.contains(word.as_str()));
        }
    }
    let most = counts.iter().copied().max().unwrap_or(0);
    languages().iter().zip(counts).find(|(_, count)| *count == most).map(|(language, _)| language)
}
