//! Compares pairs of texts in JSON lines, one pair per line: any number, holding only a few in memory. An engine runs it over its shards.
//!
//! Everything in a line except the two texts is copied as it was written. A line that is not an object, or lacks a text, is passed on
//! unchanged, with a warning.

use std::io::BufRead;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result};

use super::wanted::PairLines;
use crate::article::Article;
use crate::boilerplate::Sieve;
use crate::collate::{Cancel, Witness, collate, overrule, tell_kinds};
use crate::curation::{Idle, Rulings};
use crate::report::{Record, Reported, pair_measures, pair_whole};
use crate::run::clusters::TextTable;
use crate::run::decisions::rulings;
use crate::run::ending::Ending;
use crate::run::in_force::InForce;
use crate::run::json_lines::{self, JsonLine};
use crate::run::out::complain;
use crate::run::request::Request;
use crate::run::rules::Keeping;
use crate::run::thread_pool::ThreadPool;
use crate::text::Pair;

/// The longest line that is read whole, in bytes: many times two of the longest articles.
const LONGEST: u64 = 128 << 20;
/// Lines that are processed at once, and the bytes after which no more are read.
const TOGETHER: usize = 256;
const MUCH: usize = 8 << 20;

/// What is needed to compare lines.
struct Collating<'c> {
    pairs: &'c PairLines,
    sieve: Sieve<'c>,
    table: Option<&'c TextTable>,
    rulings: &'c Rulings,
    stale: &'c AtomicUsize,
}

impl Collating<'_> {
    /// The text under a key of a line, or the text of the id there.
    fn article(&self, record: &Record<'_>, key: &str) -> Result<Article, String> {
        let Some(table) = self.table else {
            let text = record.string(key)?.ok_or_else(|| format!("has no text for \"{key}\""))?;
            return Ok(Article::of_text(key, &text));
        };
        let id = record.plain(key).ok_or_else(|| format!("has no id for \"{key}\""))?;
        let found = table.article(&id).map_err(|error| format!("{error:#}"))?;
        found.ok_or_else(|| format!("has an id without a text: {id}"))
    }
}

/// Compares the pairs in JSON lines, in the named files or standard input.
///
/// # Errors
///
/// The input cannot be read or the output cannot be written.
pub fn stream(pairs: &PairLines, request: &Request) -> Result<Ending> {
    let in_force = InForce::read(&Keeping::of(request.rules.clone()), &[]);
    complain(&in_force.complaints);
    let table = match pairs.texts.is_empty() {
        true => None,
        false => Some(TextTable::of(&pairs.texts, pairs.id.clone(), &request.with)?),
    };
    let told = table.as_ref().map_or(&[][..], |table| &table.complaints);
    complain(told);
    let (rulings, mistaken) = rulings(&request.decisions)?;
    complain(&mistaken);
    let stale = AtomicUsize::new(0);
    let by = Collating {
        pairs,
        sieve: Sieve::over(&in_force.books),
        table: table.as_ref(),
        rulings: &rulings,
        stale: &stale,
    };
    let wrong = in_force.complaints.len() + told.len() + mistaken.len();
    let ending = json_lines::stream(&request.names, wrong, pairs.packing, |sink, shown, lines| {
        let mut number = 0;
        loop {
            let some = some_lines(lines, &mut number).with_context(|| format!("{shown}:{number}: cannot be read"))?;
            if some.is_empty() {
                return Ok(());
            }
            for (line, collated) in some.iter().zip(collate_some(&by, &some)) {
                match collated {
                    Ok(collated) => sink.write(&collated)?,
                    // The rest of the last line is still in the input.
                    Err(reason) => sink.pass_on(line, shown, &reason, &mut *lines)?,
                }
            }
        }
    })?;
    let idle = Idle { stale: stale.into_inner(), ..Idle::default() };
    complain(&idle.said().into_iter().collect::<Vec<_>>());
    Ok(ending)
}

/// Reads lines until there are enough, and no further than one that is too long.
fn some_lines(lines: &mut dyn BufRead, number: &mut usize) -> std::io::Result<Vec<JsonLine>> {
    let (mut some, mut bytes) = (Vec::new(), 0);
    while some.len() < TOGETHER && bytes < MUCH && some.last().is_none_or(|last: &JsonLine| last.whole) {
        *number += 1;
        let Some(line) = JsonLine::read(lines, *number, LONGEST)? else { break };
        bytes += line.bytes.len();
        some.push(line);
    }
    Ok(some)
}

/// Compares some lines on all threads; returns for each the output, or why there is none.
fn collate_some(by: &Collating<'_>, some: &[JsonLine]) -> Vec<Result<Vec<u8>, String>> {
    let each = ThreadPool::all_hands().all(some.len(), |at| some.get(at).map(|line| collated(line, by)));
    each.into_iter().flatten().collect()
}

/// Returns a line with what its two texts share, or why it cannot be compared.
fn collated(line: &JsonLine, by: &Collating<'_>) -> Result<Vec<u8>, String> {
    if line.is_empty() {
        return Ok(line.bytes.clone());
    }
    let record = Record::of(line.text()?.trim())?;
    let articles = Pair::new(by.article(&record, &by.pairs.left)?, by.article(&record, &by.pairs.right)?);
    let masks = articles.as_ref().map(|article| by.sieve.mask(article, &[]));
    let (articles, masks) = (articles.as_ref(), masks.as_ref());
    let witnesses = Pair::from_fn(|side| Witness { article: articles[side], mask: masks[side] });
    // Nothing cancels it, so there is always an answer.
    let mut collation = collate(witnesses, &Cancel::default()).unwrap_or_default();
    let (decided, stale) = by.rulings.on(articles);
    by.stale.fetch_add(stale, Ordering::Relaxed);
    overrule(&mut collation, witnesses, &decided);
    if by.pairs.whole {
        tell_kinds(articles, &mut collation, &Cancel::default());
    }
    let reported = Reported { articles, masks, collation: &collation, remarks: &[] };
    let told = if by.pairs.whole { pair_whole(&reported) } else { pair_measures(&reported) };
    // Ids are kept; texts are already in the input line.
    let texts = [by.pairs.left.as_str(), by.pairs.right.as_str()];
    let gone = if by.table.is_some() { &[][..] } else { &texts[..] };
    Ok((record.with_others(gone, &[("collation", &told)]) + "\n").into_bytes())
}
