//! Groups the quotations of many articles by what was said: whether each is the same, cut or changed, and to whom it is credited.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::synopsis::StoryRow;
use super::witness::Witness;
use super::worded_alike::in_order;
use crate::article::{Article, ParagraphId};
use crate::facts::{ChangeKind, FactFinder, Quotation, Saying, quotations_of};
use crate::text::{Key, Span};

/// Words in a row by which two quotations are one saying (benches/constants.md).
const ROW: usize = 4;
/// Words in a row by which a short quotation is one saying with a longer one that has all its words in their order (benches/constants.md).
const SHORT_ROW: usize = 3;
/// Words in a row that are enough by themselves; fewer are a phrase unless they are half of the shorter quotation (benches/constants.md).
const LONG_ROW: usize = 7;
/// Quotations with the same words in a row that are joined at most: what more have is a phrase (a limit).
const MOST: usize = 400;

/// A quotation, as one or more articles have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// Its versions, by article and place.
    pub takers: Vec<QuoteTaker>,
    /// The index of the longest version, which represents all; the first of equals.
    pub fullest: usize,
}

/// A version of a quotation in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteTaker {
    /// The article, as an index into the witnesses.
    pub article: usize,
    /// The quotation there.
    pub quotation: Quotation,
    /// How its words compare with the longest version.
    pub fate: QuoteFate,
}

/// How the words of a quotation compare with its longest version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteFate {
    /// The same words.
    Same,
    /// Some of the words, and no other words; none that denies is left out from between them.
    Cut,
    /// One of the parts in which an article has all of the words, with something between them: `“…,” said Brandt, “…”`.
    InParts,
    /// Other words, or the words without a `not` between them.
    Changed,
}

impl QuoteFate {
    /// The name that the reader sees.
    pub fn name(self) -> &'static str {
        match self {
            QuoteFate::Same => "the same words",
            QuoteFate::Cut => "cut",
            QuoteFate::InParts => "the same words, in parts",
            QuoteFate::Changed => "changed",
        }
    }
}

/// Groups the quotations of all articles, in the order of their first occurrence. Hidden text is left out. Where a statement of the synopsis
/// has a quotation whose words differ, its versions are one, even if they are too short to be known for one by themselves.
///
/// Costs the sorting of their words.
pub fn quoted_by_many(witnesses: &[Witness<'_>], statements: &[StoryRow]) -> Vec<Quoted> {
    let mut all: Vec<Found> = Vec::new();
    for (article, witness) in witnesses.iter().enumerate() {
        let finder = FactFinder::new(witness.article);
        let seen = |quotation: &Quotation| witness.mask.at(quotation.span.start()).is_none();
        let found = quotations_of(&finder).into_iter().filter(seen);
        all.extend(found.map(|quotation| Found {
            article,
            denials: denials(&finder, &quotation),
            capital: is_capital(witness.article, quotation.tokens.start),
            paragraph: witness.article.paragraph_id_at(quotation.span.start()),
            quotation,
        }));
    }
    let keys: Vec<Vec<Key>> = all
        .iter()
        .map(|found| {
            let words = witnesses.get(found.article).and_then(|w| w.article.tokens.get(found.quotation.tokens.clone()));
            words.unwrap_or_default().iter().map(|token| token.key).collect()
        })
        .collect();
    let mut sayings: Vec<Vec<usize>> = groups(&keys, &in_one_statement(witnesses, statements, &all, &keys));
    sayings.sort();
    let small = |found: &Found, at: usize| {
        let article = witnesses.get(found.article).map(|witness| witness.article);
        article.is_some_and(|article| !is_capital(article, found.quotation.tokens.start + at))
    };
    sayings.into_iter().map(|saying| quoted(&saying, &all, &keys, &small)).collect()
}

/// A quotation in an article.
struct Found {
    article: usize,
    paragraph: ParagraphId,
    quotation: Quotation,
    /// Its negations, each as the index of its last word in the quotation.
    denials: Vec<usize>,
    /// Whether it begins with a capital letter.
    capital: bool,
}

fn denials(finder: &FactFinder<'_>, quotation: &Quotation) -> Vec<usize> {
    let facts = finder.facts(quotation.tokens.clone());
    let denials = facts.iter().filter(|fact| fact.says == Saying::Not && quotation.span.overlaps(fact.span));
    let ends = |span: Span| finder.article().tokens.partition_point(|token| token.span.start() < span.end());
    denials.map(|fact| ends(fact.span).saturating_sub(1 + quotation.tokens.start)).collect()
}

fn is_capital(article: &Article, token: usize) -> bool {
    article.tokens.get(token).is_some_and(|token| token.span.of(&article.text).starts_with(char::is_uppercase))
}

/// Compares those that have a saying with the longest version. `small` tells whether a word of one has a small letter.
fn quoted(saying: &[usize], all: &[Found], keys: &[Vec<Key>], small: &dyn Fn(&Found, usize) -> bool) -> Quoted {
    let longest = saying.iter().map(|&at| keys[at].len()).max().unwrap_or(0);
    let fullest = saying.iter().position(|&at| keys[at].len() == longest).unwrap_or(0);
    let (whole, full) = (&keys[saying[fullest]], &all[saying[fullest]]);
    let takers = saying.iter().map(|&at| {
        let (own, found) = (&keys[at], &all[at]);
        // A sentence that lost the negation before its first word is another one; in a phrase, the words around it may deny it.
        let begins_denied = |at: usize| found.capital && small(full, at) && full.denials.iter().any(|no| no + 1 == at);
        let mut rows = whole.windows(own.len().max(1)).enumerate().filter(|(_, row)| row == own);
        let mut is_row = || own.is_empty() || rows.any(|(at, _)| !begins_denied(at));
        let fate = match fate(own, whole) {
            QuoteFate::Cut if found.denials.len() != full.denials.len() && !is_row() => QuoteFate::Changed,
            fate => fate,
        };
        QuoteTaker { article: found.article, quotation: found.quotation.clone(), fate }
    });
    let mut takers: Vec<QuoteTaker> = takers.collect();
    for range in in_parts(saying, all, keys, whole) {
        for taker in takers.get_mut(range).into_iter().flatten() {
            taker.fate = QuoteFate::InParts;
        }
    }
    Quoted { takers, fullest }
}

/// Finds quotations that one article has one behind the other in a paragraph, and that together are the whole.
fn in_parts(saying: &[usize], all: &[Found], keys: &[Vec<Key>], whole: &[Key]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for from in 0..saying.len() {
        let (mut rest, mut to) = (whole, from);
        while let Some(&at) = saying.get(to) {
            let goes_on = to == from
                || at == saying[to - 1] + 1
                    && (all[at].article, all[at].paragraph) == (all[at - 1].article, all[at - 1].paragraph);
            let Some(behind) = rest.strip_prefix(keys[at].as_slice()).filter(|_| goes_on) else { break };
            (rest, to) = (behind, to + 1);
        }
        if rest.is_empty() && to > from + 1 {
            found.push(from..to);
        }
    }
    found
}

fn fate(own: &[Key], whole: &[Key]) -> QuoteFate {
    if own == whole {
        return QuoteFate::Same;
    }
    let mut rest = whole.iter();
    if own.iter().all(|key| rest.any(|other| other == key)) { QuoteFate::Cut } else { QuoteFate::Changed }
}

/// Finds the quotations that stand for each other in a statement whose quoted words differ: each with that of an article before it with
/// which it has most words in common, at least half of the shorter.
fn in_one_statement(
    witnesses: &[Witness<'_>],
    statements: &[StoryRow],
    all: &[Found],
    keys: &[Vec<Key>],
) -> Vec<(usize, usize)> {
    let within = |row: &StoryRow| {
        let places = row.places().filter_map(|place| {
            let span = witnesses.get(place.article)?.article.sentences.get(place.sentence)?.span;
            let from = all.partition_point(|it| (it.article, it.quotation.span.end()) <= (place.article, span.start()));
            let behind = all.get(from..)?.iter();
            let count =
                behind.take_while(|it| it.article == place.article && it.quotation.span.start() < span.end()).count();
            Some(from..from + count)
        });
        places.flatten().collect::<Vec<usize>>()
    };
    let mut found = Vec::new();
    for row in statements.iter().filter(|row| row.odds.has(ChangeKind::Quotation)) {
        let quoted = within(row);
        for &at in &quoted {
            let before = quoted.iter().filter(|&&other| all[other].article < all[at].article);
            let shared = before.map(|&other| (in_order(&keys[other], &keys[at]), other));
            let most = shared.max_by_key(|(shared, other)| (*shared, std::cmp::Reverse(*other)));
            let kin = most.filter(|(shared, other)| shared * 2 >= keys[*other].len().min(keys[at].len()));
            found.extend(kin.map(|(_, other)| (other, at)));
        }
    }
    found
}

/// Joins quotations that have words in a row in common, or are the same short ones, or that are said to be one.
fn groups(keys: &[Vec<Key>], told: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut holders: FxHashMap<&[Key], Vec<usize>> = FxHashMap::default();
    for (at, words) in keys.iter().enumerate() {
        let rows = words.windows(SHORT_ROW.min(words.len()).max(1));
        for row in rows {
            let held = holders.entry(row).or_default();
            if held.last() != Some(&at) {
                held.push(at);
            }
        }
    }
    let mut leads: Vec<usize> = (0..keys.len()).collect();
    let mut rows: Vec<&Vec<usize>> = holders.values().filter(|held| (2..=MOST).contains(&held.len())).collect();
    rows.sort();
    for held in rows {
        for &at in &held[1..] {
            let (a, b) = (lead(&leads, held[0]), lead(&leads, at));
            if a == b || !are_one(&keys[held[0]], &keys[at]) {
                continue;
            }
            leads[a.max(b)] = a.min(b);
        }
    }
    for &(one, other) in told {
        let (a, b) = (lead(&leads, one), lead(&leads, other));
        leads[a.max(b)] = a.min(b);
    }
    let mut found: Vec<Vec<usize>> = vec![Vec::new(); keys.len()];
    for at in 0..keys.len() {
        found[lead(&leads, at)].push(at);
    }
    found.retain(|group| !group.is_empty());
    found
}

/// Whether two quotations with a row of words in common are one saying: the longest such row is long, or it and other rows are half of the
/// shorter.
fn are_one(one: &[Key], other: &[Key]) -> bool {
    let mut longest = 0;
    let mut before = vec![0; other.len() + 1];
    // Which words of `one` stand in a row that is long enough to count.
    let mut in_rows = vec![false; one.len()];
    for (place, key) in one.iter().enumerate() {
        let mut here = vec![0; other.len() + 1];
        for (at, _) in other.iter().enumerate().filter(|(_, other)| *other == key) {
            here[at + 1] = before[at] + 1;
            longest = longest.max(here[at + 1]);
            if here[at + 1] >= ROW {
                in_rows[place + 1 - here[at + 1]..=place].fill(true);
            }
        }
        before = here;
    }
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let rows = in_rows.iter().filter(|within| **within).count();
    let cut = || longest >= SHORT_ROW.min(short.len()) && fate(short, long) != QuoteFate::Changed;
    longest >= LONG_ROW || longest >= ROW && rows * 2 >= short.len() || cut()
}

fn lead(leads: &[usize], mut at: usize) -> usize {
    while leads[at] != at {
        at = leads[at];
    }
    at
}
