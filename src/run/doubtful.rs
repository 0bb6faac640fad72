//! `ibid pairs`: the pairs of sentences of which ibid is least sure whether they make one statement, for a person to decide.

use std::io::{ErrorKind, Write};

use anyhow::{Context, Result, bail};

use super::masked::MaskedArticle;
use super::opened::Opened;
use super::out::{complain, out};
use super::progress::Progress;
use super::thread_pool::ThreadPool;
use crate::boilerplate::Sieve;
use crate::collate::{Cancel, DecidedPair, SentenceVerdict, Weighed, Witness, weighed};
use crate::curation::Rulings;
use crate::report::doubt_json;
use crate::run::ending::Ending;
use crate::text::{Pair, Side, plural};

/// Prints the most doubtful pairs of sentences of every two articles, at most `most`, the most doubtful first.
///
/// # Errors
///
/// There is nothing to compare, or the output cannot be written.
pub fn print(opened: &Opened, most: usize) -> Result<Ending> {
    complain(&opened.complaints);
    complain(&opened.notices);
    if opened.articles.len() < 2 {
        bail!("only one article could be opened; pairs need two");
    }
    let sieve = Sieve::over(&opened.rules);
    let masked: Vec<MaskedArticle<'_>> =
        opened.articles.iter().map(|article| MaskedArticle::of(article, &sieve)).collect();
    let pairs: Vec<(usize, usize)> =
        (0..masked.len()).flat_map(|left| (left + 1..masked.len()).map(move |right| (left, right))).collect();
    let progress = Progress::of_steps("weighing sentences", pairs.len());
    let found = |at: usize| {
        pairs.get(at).and_then(|(left, right)| {
            Some(doubtful(Pair::new(masked.get(*left)?, masked.get(*right)?), &opened.rulings, most))
        })
    };
    let mut all: Vec<(usize, (Weighed, bool))> = Vec::new();
    let mut at = 0;
    ThreadPool::all_hands().in_turn(pairs.len(), found, |found| {
        all.extend(found.into_iter().flatten().map(|weighed| (at, weighed)));
        all.sort_by_key(|(at, (weighed, _))| {
            (weighed.margin.abs(), *at, weighed.spans.left.start(), weighed.spans.right.start())
        });
        all.truncate(most);
        at += 1;
        progress.step();
        Ok::<(), anyhow::Error>(())
    })?;
    drop(progress);
    if all.is_empty() {
        let looked = plural(opened.articles.len(), "article");
        let decided = if opened.rulings.is_empty() { "" } else { ", or they are decided" };
        complain(&[format!(
            "looked at all pairs of {looked}; no sentences in them are close enough to need a decision{decided}"
        )]);
    }
    let mut out = out();
    let line = |(at, (weighed, is_unsure)): &(usize, (Weighed, bool))| {
        let (left, right) = pairs.get(*at)?;
        let articles = Pair::new(masked.get(*left)?.article, masked.get(*right)?.article);
        Some(doubt_json(articles, weighed, *is_unsure) + "\n")
    };
    let written =
        all.iter().filter_map(line).try_for_each(|line| out.write_all(line.as_bytes())).and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
        written => written.context("cannot write the pairs")?,
    }
    Ok(Ending::with(opened.complaints.len()))
}

/// The most doubtful undecided pairs of sentences of two articles, and whether somebody marked them unsure.
fn doubtful(pair: Pair<&MaskedArticle<'_>>, rulings: &Rulings, most: usize) -> Vec<(Weighed, bool)> {
    let witnesses = pair.map(|masked| Witness { article: masked.article, mask: &masked.mask });
    let mut found = weighed(witnesses, &Cancel::default());
    let (decided, _) = rulings.on(pair.map(|masked| masked.article));
    let verdict = |weighed: &Weighed| {
        let is_on =
            |pair: &&DecidedPair| Side::BOTH.into_iter().all(|side| pair.spans[side].overlaps(weighed.spans[side]));
        decided.iter().rfind(is_on).map(|pair| pair.verdict)
    };
    // What both have in the same words is no doubt, even if it is too short for a match.
    let text = |weighed: &Weighed, side: Side| weighed.spans[side].of(&pair[side].article.text);
    found.retain(|weighed| text(weighed, Side::Left) != text(weighed, Side::Right));
    found.retain(|weighed| verdict(weighed).is_none_or(|verdict| verdict == SentenceVerdict::Unsure));
    found.sort_by_key(|weighed| (weighed.margin.abs(), weighed.spans.left.start(), weighed.spans.right.start()));
    found.truncate(most);
    found
        .into_iter()
        .map(|weighed| (verdict(&weighed).is_some(), weighed))
        .map(|(unsure, weighed)| (weighed, unsure))
        .collect()
}
