//! Finds the language of an article by its common words.

use std::borrow::Cow;

use super::lexicon::{FactWords, common_in, languages};
use crate::article::Article;

/// How many words are examined: a page is enough.
const LOOKED_AT: usize = 600;

/// Returns the language of an article, or the first of the table if it cannot be found.
pub(super) fn language(article: &Article) -> Option<&'static FactWords> {
    let mut counts = vec![0usize; languages().len()];
    for token in article.tokens.iter().take(LOOKED_AT) {
        let word = token.span.of(&article.text);
        let small = word.bytes().all(|byte| byte.is_ascii_lowercase());
        let word = if small { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
        for &language in common_in(&word) {
            counts[language] += 1;
        }
    }
    let most = counts.iter().copied().max().unwrap_or(0);
    languages().iter().zip(counts).find(|(_, count)| *count == most).map(|(language, _)| language)
}
