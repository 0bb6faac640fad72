//! Pairs of texts, one a line of JSON, collated one by one: any number in the memory of a few. An engine runs it over its shards.
//!
//! All of a line but the two texts is carried along as it was written. A line that is not an object, or lacks one of them, is passed on as
//! it is, and said.

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

/// The longest line that is read as a whole, in bytes: many times two of the longest articles.
const LONGEST: u64 = 128 << 20;
/// Lines that are shared out at once, and the bytes that they may have together before no more is read.
const TOGETHER: usize = 256;
const MUCH: usize = 8 << 20;

/// By what lines are collated.
struct Collating<'c> {
    pairs: &'c PairLines,
    sieve: Sieve<'c>,
    table: Option<&'c TextTable>,
    rulings: &'c Rulings,
    stale: &'c AtomicUsize,
}

impl Collating<'_> {
    /// The text under a key of a line, or that of the id there.
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

/// Collates what stands in lines of JSON, in the files named or standard input.
///
/// # Errors
///
/// Says what cannot be read or written.
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
                    // What is left of the last line is read from the same place.
                    Err(reason) => sink.pass_on(line, shown, &reason, &mut *lines)?,
                }
            }
        }
    })?;
    let idle = Idle { stale: stale.into_inner(), ..Idle::default() };
    complain(&idle.said().into_iter().collect::<Vec<_>>());
    Ok(ending)
}

/// Reads lines as long as they are not too many, and no further than to one that is not read as a whole.
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

/// Collates some lines, on all threads; each as it is to be written, or why that cannot be.
fn collate_some(by: &Collating<'_>, some: &[JsonLine]) -> Vec<Result<Vec<u8>, String>> {
    let each = ThreadPool::all_hands().all(some.len(), |at| some.get(at).map(|line| collated(line, by)));
    each.into_iter().flatten().collect()
}

/// A line with what its two texts share, or why that cannot be.
fn collated(line: &JsonLine, by: &Collating<'_>) -> Result<Vec<u8>, String> {
    if line.is_empty() {
        return Ok(line.bytes.clone());
    }
    let record = Record::of(line.text()?.trim())?;
    let articles = Pair::new(by.article(&record, &by.pairs.left)?, by.article(&record, &by.pairs.right)?);
    let masks = articles.as_ref().map(|article| by.sieve.mask(article, &[]));
    let (articles, masks) = (articles.as_ref(), masks.as_ref());
    let witnesses = Pair::from_fn(|side| Witness { article: articles[side], mask: masks[side] });
    // Nobody raises the flag, so there always is an answer.
    let mut collation = collate(witnesses, &Cancel::default()).unwrap_or_default();
    let (decided, stale) = by.rulings.on(articles);
    by.stale.fetch_add(stale, Ordering::Relaxed);
    overrule(&mut collation, witnesses, &decided);
    if by.pairs.whole {
        tell_kinds(articles, &mut collation, &Cancel::default());
    }
    let reported = Reported { articles, masks, collation: &collation, remarks: &[] };
    let told = if by.pairs.whole { pair_whole(&reported) } else { pair_measures(&reported) };
    // Ids stay; texts are where the line came from.
    let texts = [by.pairs.left.as_str(), by.pairs.right.as_str()];
    let gone = if by.table.is_some() { &[][..] } else { &texts[..] };
    Ok((record.with_others(gone, &[("collation", &told)]) + "\n").into_bytes())
}
