//! The rows of all open articles.

use std::sync::Arc;

use super::list_row::Goal;
use super::list_row::ListRow;
use super::list_row::on_one_line;
use crate::article::Article;
use crate::text::plural;

/// Bytes of an article that are enough for its first words on any screen.
const FIRST: usize = 300;

/// Characters of them that are compared with what is typed: in a long text, any few letters occur in a row.
const COMPARED: usize = 60;

/// A row for each open article.
#[derive(Debug)]
pub(in crate::app) struct ArticleRows(pub Vec<Arc<Article>>);

impl ArticleRows {
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The text that is compared with what is typed: number, name, source and first words.
    pub fn compared_text(&self, at: usize) -> Option<String> {
        let article = self.0.get(at)?;
        let source = if article.source == article.name { "" } else { article.source.as_str() };
        let first: String = first_words(article).chars().take(COMPARED).collect();
        let called = match &article.meta.title {
            Some(title) => format!("{title} {}", article.name),
            None => article.name.clone(),
        };
        Some(format!("{} {called} {source} {first}", at + 1))
    }

    /// Makes the row of an article: its number and name, its first words, its source and its number of words.
    pub fn row(&self, at: usize) -> Option<ListRow> {
        let article = self.0.get(at)?;
        let source = article.known_source().unwrap_or_default();
        let (words, digits) = (article.tokens.len(), self.0.len().to_string().len());
        let words = plural(words, "word");
        Some(ListRow {
            place: format!("{:>1$} {2}", at + 1, digits, article.called()),
            words: beside_title(article),
            why: [source, article.meta.day().unwrap_or_default(), &words]
                .into_iter()
                .filter(|it| !it.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            goal: Goal::Article(at),
            ..ListRow::default()
        })
    }
}

/// The first words; after a title the file's name, and the words that follow if the text begins with the title.
fn beside_title(article: &Article) -> String {
    let (called, first) = (article.called(), first_words(article));
    if called == article.name {
        return first;
    }
    let first = if first.trim() == called.trim() { words_of(article, 1) } else { first };
    format!("{} · {first}", article.name).trim_end_matches(" · ").to_owned()
}

fn first_words(article: &Article) -> String {
    words_of(article, 0)
}

/// The words with which a paragraph begins, on one line.
fn words_of(article: &Article, paragraph: usize) -> String {
    let start = article.paragraphs.get(paragraph).map_or(article.text.len(), |paragraph| paragraph.span.start());
    let start = if article.paragraphs.is_empty() { 0 } else { start };
    let rest = article.text.get(start..).unwrap_or_default();
    let end = (0..=FIRST.min(rest.len())).rev().find(|end| rest.is_char_boundary(*end)).unwrap_or(0);
    let first = rest.get(..end).unwrap_or_default();
    on_one_line(first.lines().next().unwrap_or_default())
}
