//! Reports on all articles: matrix, origins.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::masked::MaskedArticle;
use super::progress::Progress;
use super::report_options::{Layout, Quotes, ReportOptions};
use super::terminal;
use super::thread_pool::ThreadPool;
use crate::article::Article;
use crate::boilerplate::{Hidden, HiddenBy, Mask};
use crate::collate::{Cancel, Census, Matrix, Origins, Witness, cells, origins as told_origins};
use crate::curation::Rulings;
use crate::report::{
    MatrixShown, OriginsShown, matrix_csv, matrix_json, matrix_text, origins_heading, origins_json, origins_markdown,
    origins_text, quoted,
};

/// The most articles for which a matrix and a synopsis begin with the origins, which cost two more matrices.
const HEADED: usize = 1_000;

/// Measures how much of every article is in every other, and writes it in the requested form.
///
/// Quotations that are left out take no part, like hidden text.
pub fn matrix(masked: &[MaskedArticle<'_>], options: ReportOptions, rulings: &Rulings, pool: ThreadPool) -> String {
    let progress = Progress::of("counting what articles share");
    let articles: Vec<&Article> = masked.iter().map(|masked| masked.article).collect();
    let seen = |at: usize| masked.get(at).map(|masked| seen(masked, options.quotes));
    let masks: Vec<Mask> = pool.all(masked.len(), seen).into_iter().flatten().collect();
    let witnesses: Vec<Witness<'_>> =
        articles.iter().zip(&masks).map(|(article, mask)| Witness { article, mask }).collect();
    let matrix = counted(&witnesses, pool);
    let left_out = masked.iter().zip(&masks);
    let quoted = left_out.map(|(masked, mask)| words_hidden(masked.article, mask, &masked.mask)).sum();
    let decided = rulings.articles(&articles);
    let width = terminal::seen_width();
    let surveyed = MatrixShown { articles: &articles, matrix: &matrix, quoted, decided: &decided, width };
    drop(progress);
    match options.layout {
        Layout::Json => matrix_json(&surveyed),
        Layout::Csv => matrix_csv(&surveyed),
        _ => match heading(&witnesses, rulings) {
            said if said.is_empty() => matrix_text(&surveyed),
            said => format!("{said}\n\n{}", matrix_text(&surveyed)),
        },
    }
}

/// Returns for each article the others that share most with it, at most `top`, as pairs in order, the earlier article first. Words count as
/// in the matrix.
pub fn nearest(masked: &[MaskedArticle<'_>], top: usize, pool: ThreadPool) -> BTreeSet<(usize, usize)> {
    let witnesses: Vec<Witness<'_>> =
        masked.iter().map(|masked| Witness { article: masked.article, mask: &masked.mask }).collect();
    let matrix = counted(&witnesses, pool);
    let of = |article: usize| {
        let mut partners = matrix.partners(article);
        let share = |other: usize| Reverse(matrix.shared(article, other) + matrix.shared(other, article));
        partners.sort_by_key(|&other| (share(other), other));
        partners.into_iter().take(top).map(move |other| (article.min(other), article.max(other))).collect::<Vec<_>>()
    };
    (0..masked.len()).flat_map(of).collect()
}

/// Measures what articles share; the threads of the pool divide the words among them, then the articles.
pub(super) fn counted(witnesses: &[Witness<'_>], pool: ThreadPool) -> Matrix {
    let cancel = Cancel::default();
    let census = Census::new(witnesses);
    // Nothing cancels it, so there is always an answer.
    let shards = pool.shards(1);
    let grams = pool.share(&shards, |shard| census.grams(*shard, &cancel)).unwrap_or_default();
    let index = census.index(grams);
    let cells = pool.share(&shards, |shard| cells(&index, *shard, &cancel)).unwrap_or_default();
    index.matrix(cells)
}

fn seen(masked: &MaskedArticle<'_>, quotes: Quotes) -> Mask {
    let mut hidden = masked.mask.hidden().to_vec();
    if quotes == Quotes::LeftOut {
        let spans = quoted(masked.article).into_iter();
        hidden.extend(spans.map(|span| Hidden { span, by: HiddenBy::Session }));
    }
    Mask::new(hidden)
}

fn words_hidden(article: &Article, all: &Mask, rules: &Mask) -> usize {
    all.hidden_words(article).saturating_sub(rules.hidden_words(article))
}

/// Finds which articles come from one text, and writes it in the requested form.
pub fn origins(masked: &[MaskedArticle<'_>], options: ReportOptions, rulings: &Rulings) -> String {
    let progress = Progress::of("looking for origins");
    let witnesses: Vec<Witness<'_>> =
        masked.iter().map(|masked| Witness { article: masked.article, mask: &masked.mask }).collect();
    let articles: Vec<&Article> = masked.iter().map(|masked| masked.article).collect();
    let found = origins_of(&witnesses, rulings);
    drop(progress);
    let shown = OriginsShown { articles: &articles, origins: &found };
    match options.layout {
        Layout::Json => origins_json(&shown),
        Layout::Markdown => origins_markdown(&shown),
        _ => origins_text(&shown),
    }
}

/// Says in one line how many origins the articles have, if there are not too many articles.
pub(super) fn heading(witnesses: &[Witness<'_>], rulings: &Rulings) -> String {
    if witnesses.len() > HEADED {
        return String::new();
    }
    let articles: Vec<&Article> = witnesses.iter().map(|witness| witness.article).collect();
    origins_heading(&articles, &origins_of(witnesses, rulings))
}

pub(super) fn origins_of(witnesses: &[Witness<'_>], rulings: &Rulings) -> Origins {
    let articles: Vec<&Article> = witnesses.iter().map(|witness| witness.article).collect();
    // Nothing cancels it, so there is always an answer.
    told_origins(witnesses, &rulings.articles(&articles), &Cancel::default()).unwrap_or_default()
}
