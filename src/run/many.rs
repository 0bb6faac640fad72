//! Reports on all articles at once: the matrix, the apparatus, the synopsis.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::convert::Infallible;

use anyhow::{Result, bail};

use super::masked::Masked;
use super::paper::{Layout, Paper, Quotes};
use super::progress::Progress;
use super::thread_pool::ThreadPool;
use crate::article::Article;
use crate::boilerplate::{Hidden, HiddenBy, Mask};
use crate::collate::{
    Cancel, Census, Matrix, PairFound, Witness, cells, clusters, discords, quoted_by_many, read_closely, shared_by,
    synopsis as story,
};
use crate::report::{
    Apparatus, Surveyed, Synoptic, apparatus_json, apparatus_markdown, apparatus_text, figures_json, figures_text,
    matrix_csv, matrix_json, matrix_text, quoted, quotes_json, quotes_text, synopsis_csv, synopsis_html, synopsis_json,
    synopsis_markdown, synopsis_text,
};

/// Counts how much of every article stands in every other, and writes it in the form that is wanted.
///
/// Where quotations are left out they take no part, as what is hidden.
pub fn matrix(masked: &[Masked<'_>], paper: Paper, pool: ThreadPool) -> String {
    let progress = Progress::of("counting what articles share");
    let articles: Vec<&Article> = masked.iter().map(|masked| masked.article).collect();
    let seen = |at: usize| masked.get(at).map(|masked| seen(masked, paper.quotes));
    let masks: Vec<Mask> = pool.all(masked.len(), seen).into_iter().flatten().collect();
    let witnesses: Vec<Witness<'_>> =
        articles.iter().zip(&masks).map(|(article, mask)| Witness { article, mask }).collect();
    let matrix = counted(&witnesses, pool);
    let left_out = masked.iter().zip(&masks);
    let quoted = left_out.map(|(masked, mask)| words_hidden(masked.article, mask, &masked.mask)).sum();
    let surveyed = Surveyed { articles: &articles, matrix: &matrix, quoted };
    drop(progress);
    match paper.layout {
        Layout::Json => matrix_json(&surveyed),
        Layout::Csv => matrix_csv(&surveyed),
        Layout::Text | Layout::Markdown | Layout::Html | Layout::Lines => matrix_text(&surveyed),
    }
}

/// Finds the statements that several articles carry, and writes them in the form that is wanted.
pub fn apparatus(masked: &[Masked<'_>], paper: Paper) -> String {
    let progress = Progress::of("putting statements together");
    let witnesses: Vec<Witness<'_>> =
        masked.iter().map(|masked| Witness { article: masked.article, mask: &masked.mask }).collect();
    let clusters = clusters(&witnesses, &Cancel::default()).unwrap_or_default();
    let apparatus = Apparatus::new(&witnesses, &clusters);
    drop(progress);
    match paper.layout {
        Layout::Json => apparatus_json(&apparatus),
        Layout::Markdown => apparatus_markdown(&apparatus),
        Layout::Text | Layout::Html | Layout::Csv | Layout::Lines => apparatus_text(&apparatus),
    }
}

/// Gives for each article the others that share most with it, at most so many, as pairs with the earlier article first, in order. Words
/// count as in the matrix.
pub fn nearest(masked: &[Masked<'_>], top: usize, pool: ThreadPool) -> BTreeSet<(usize, usize)> {
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

/// Tells the whole story statement by statement, and writes it in the form that is wanted. Pairs are shared out to the pool.
///
/// # Errors
///
/// Says that there is no such article to be the base.
pub fn synopsis(masked: &[Masked<'_>], paper: Paper, pool: ThreadPool) -> Result<String> {
    if let Some(base) = paper.base.filter(|base| *base >= masked.len()) {
        bail!("--base {}: {} articles are open", base + 1, masked.len());
    }
    let witnesses: Vec<Witness<'_>> =
        masked.iter().map(|masked| Witness { article: masked.article, mask: &masked.mask }).collect();
    let articles: Vec<&Article> = masked.iter().map(|masked| masked.article).collect();
    let cancel = Cancel::default();
    let near = read_closely(&articles);
    let progress = Progress::of_steps("reading every two articles", near.len());
    let mut pairs: Vec<PairFound> = Vec::with_capacity(near.len());
    // Nobody raises the flag, so there always is an answer.
    let read = |at: usize| shared_by(&witnesses, *near.get(at)?, &cancel);
    let Ok(()) = pool.in_turn(near.len(), read, |found| {
        pairs.extend(found);
        progress.step();
        Ok::<(), Infallible>(())
    });
    drop(progress);
    let progress = Progress::of("putting statements together");
    let clusters = clusters(&witnesses, &cancel).unwrap_or_default();
    let told = story(&witnesses, &clusters, &pairs, &cancel).unwrap_or_default();
    drop(progress);
    let base = paper.base.unwrap_or_else(|| told.fullest());
    let synoptic = Synoptic { witnesses: &witnesses, synopsis: &told, base };
    Ok(match paper.layout {
        Layout::Json => synopsis_json(&synoptic),
        Layout::Markdown => synopsis_markdown(&synoptic),
        Layout::Csv => synopsis_csv(&synoptic),
        Layout::Html => synopsis_html(&synoptic),
        Layout::Text | Layout::Lines => synopsis_text(&synoptic),
    })
}

/// Counts what articles share; every thread of the pool takes its part of the words, then of the articles.
fn counted(witnesses: &[Witness<'_>], pool: ThreadPool) -> Matrix {
    let cancel = Cancel::default();
    let census = Census::new(witnesses);
    // Nobody raises the flag, so there always is an answer.
    let shards = pool.shards(1);
    let grams = pool.share(&shards, |shard| census.grams(*shard, &cancel)).unwrap_or_default();
    let index = census.index(grams);
    let cells = pool.share(&shards, |shard| cells(&index, *shard, &cancel)).unwrap_or_default();
    index.matrix(cells)
}

fn seen(masked: &Masked<'_>, quotes: Quotes) -> Mask {
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

/// Finds the numbers, dates and names in which articles that tell the same differ, and writes them in the form that is wanted.
pub fn figures(masked: &[Masked<'_>], paper: Paper) -> String {
    let progress = Progress::of("putting statements together");
    let witnesses: Vec<Witness<'_>> =
        masked.iter().map(|masked| Witness { article: masked.article, mask: &masked.mask }).collect();
    let articles: Vec<&Article> = masked.iter().map(|masked| masked.article).collect();
    let clusters = clusters(&witnesses, &Cancel::default()).unwrap_or_default();
    let found = discords(&witnesses, &clusters);
    drop(progress);
    match paper.layout {
        Layout::Json => figures_json(&articles, &found),
        _ => figures_text(&articles, &found),
    }
}

/// Puts the quotations of all articles together, and writes them in the form that is wanted.
pub fn quotations(masked: &[Masked<'_>], paper: Paper) -> String {
    let witnesses: Vec<Witness<'_>> =
        masked.iter().map(|masked| Witness { article: masked.article, mask: &masked.mask }).collect();
    let articles: Vec<&Article> = masked.iter().map(|masked| masked.article).collect();
    let found = quoted_by_many(&witnesses);
    match paper.layout {
        Layout::Json => quotes_json(&articles, &found),
        _ => quotes_text(&articles, &found),
    }
}
