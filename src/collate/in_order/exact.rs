//! Exactness: what of a text counts when two versions are compared.

use super::super::witness::Word;
use crate::article::Article;
use crate::text::Span;

/// What counts when two versions of a text are compared. Where a line or a paragraph breaks never does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Exactness {
    /// The words, but for case, quotes and British or American spelling.
    #[default]
    Words,
    /// Every character: punctuation, case and quotes too.
    Characters(Case, Spaces),
}

/// Whether capitals count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Case {
    /// They do.
    #[default]
    Heeded,
    /// They do not.
    Ignored,
}

/// How white space counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spaces {
    /// Any amount of it is one space.
    #[default]
    AsOne,
    /// Not at all.
    Ignored,
}

/// Gives for each word of a row the stretch of text that counts with it: up to white space on either side, so that every mark belongs
/// to one word. A mark between two spaces goes with the word after it; next to hidden text only the word itself counts.
pub(super) fn extents(article: &Article, row: &[Word]) -> Vec<Span> {
    let text = article.text.as_str();
    let mut found = Vec::with_capacity(row.len());
    let mut start = first_mark(text, row);
    for (at, word) in row.iter().enumerate() {
        let token = article.tokens[word.token as usize].span;
        let next = row.get(at + 1);
        let next_start = match next {
            Some(next) => article.tokens[next.token as usize].span.start(),
            None if word.token as usize + 1 == article.tokens.len() => text.trim_end().len().max(token.end()),
            None => token.end(),
        };
        let follows = next.is_none_or(|next| next.token == word.token + 1);
        let gap = if follows { text.get(token.end()..next_start).unwrap_or_default() } else { "" };
        let kept = if next.is_some() { gap.find(char::is_whitespace).unwrap_or(gap.len()) } else { gap.len() };
        found.push(Span::new(start.min(token.start()), token.end() + kept));
        let rest = &gap[kept..];
        start = if follows { token.end() + kept + rest.len() - rest.trim_start().len() } else { next_start };
    }
    found
}

/// Gives where the marks before the first word begin.
fn first_mark(text: &str, row: &[Word]) -> usize {
    match row.first() {
        Some(word) if word.token == 0 => text.len() - text.trim_start().len(),
        _ => text.len(),
    }
}

/// Gives what counts of a stretch of text.
pub(super) fn counting(text: &str, case: Case, spaces: Spaces) -> String {
    let joiner = if spaces == Spaces::Ignored { "" } else { " " };
    let text = text.trim_start_matches('\u{feff}').split_whitespace().collect::<Vec<_>>().join(joiner);
    if case == Case::Ignored { text.to_lowercase() } else { text }
}
