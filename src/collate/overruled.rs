//! Applies decisions on pairs of sentences to a collation.

use std::ops::Range;

use super::added::{ReadPair, added};
use super::alignment::align;
use super::cancel::Cancel;
use super::collation::{Class, Collation, Match, Passage};
use super::copies::count_copies;
use super::coverage::coverage;
use super::edges::with_edges;
use super::engine::{by_paragraph, with_marks};
use super::only::{only_here, with_added};
use super::traits::Traits;
use super::verdict::{DecidedPair, SentenceVerdict};
use super::witness::{Seen, Witness, WitnessRow, Word, Words};
use crate::article::{Article, ParagraphId};
use crate::facts::ChangeKinds;
use crate::text::{Pair, Side, Span};

/// Applies decisions, which overrule what was found.
///
/// Two sentences that differ lose the edited and reworded matches between them, and a region that goes no further; words that are the
/// same stay matched. Two that are the same have a reworded match if they had none. What is left between two that were found the same, or of which
/// somebody is unsure, is marked. All figures are made anew. A sentence of which nothing is visible takes no part.
pub fn overrule(collation: &mut Collation, witnesses: Pair<Witness<'_>>, decided: &[DecidedPair]) {
    if decided.is_empty() {
        return;
    }
    // Nobody raises the flag: what is done here is short.
    let cancel = &Cancel::default();
    let words = Words::new(witnesses, cancel);
    for pair in decided {
        let sentences = Pair::from_fn(|side| sentence_tokens(witnesses[side].article, pair.spans[side]));
        let (Some(left), Some(right)) = (sentences.left, sentences.right) else { continue };
        let tokens = Pair::new(left, right);
        match pair.verdict {
            SentenceVerdict::Different => part(collation, witnesses, &tokens),
            SentenceVerdict::Unsure => {
                let _ = marked(collation, &tokens, SentenceVerdict::Unsure);
            }
            SentenceVerdict::Same if marked(collation, &tokens, SentenceVerdict::Same) => {}
            SentenceVerdict::Same => {
                let made = reworded_match(witnesses, &words, &tokens);
                let moved = made.as_ref().is_some_and(|made| crosses(&collation.matches, made));
                collation.matches.extend(made.map(|made| Match { moved, ..made }));
            }
        }
    }
    collation.matches.sort_by_key(|m| (m.passages.left.span, m.passages.right.span));
    let rows = words.rows.as_ref().map(Vec::as_slice);
    count_copies(&mut collation.matches, rows, cancel);
    let matches = &collation.matches;
    collation.alignment = align(matches, rows, cancel);
    collation.only_here = Pair::from_fn(|side| {
        only_here(side, WitnessRow { witness: witnesses[side], row: rows[side] }, matches, cancel)
    });
    let traits = Traits::new(&words, witnesses.map(|witness| witness.article), cancel);
    collation.added = added(&ReadPair { witnesses, words: &words, traits: &traits }, matches, cancel);
    collation.with_added = with_added(&collation.only_here, &collation.added);
    collation.coverage =
        Pair::from_fn(|side| coverage(side, WitnessRow { witness: witnesses[side], row: rows[side] }, matches, cancel));
    collation.longest = Pair::from_fn(|side| matches.iter().map(|m| m.passages[side].span.len()).max().unwrap_or(0));
    collation.by_paragraph = Pair::from_fn(|side| by_paragraph(side, witnesses[side], matches, cancel));
}

/// The words of the sentences of which a span has a part.
fn sentence_tokens(article: &Article, span: Span) -> Option<Range<usize>> {
    let first = article.sentences.partition_point(|sentence| sentence.span.end() <= span.start());
    let within = article.sentences.get(first..)?.iter().take_while(|sentence| sentence.span.start() < span.end());
    let tokens = within.map(|sentence| sentence.tokens.clone()).reduce(|all, next| all.start..next.end)?;
    (!tokens.is_empty()).then_some(tokens)
}

/// Whether a match lies between two sentences and goes no further.
fn is_between(found: &Match, tokens: &Pair<Range<usize>>) -> bool {
    Side::BOTH.into_iter().all(|side| {
        let passage = &found.passages[side].tokens;
        tokens[side].start <= passage.start && passage.end <= tokens[side].end
    })
}

/// Takes away what links two sentences, but for words that are the same.
fn part(collation: &mut Collation, witnesses: Pair<Witness<'_>>, tokens: &Pair<Range<usize>>) {
    collation.matches.retain(|found| found.class == Class::Verbatim || !is_between(found, tokens));
    let spans = Pair::from_fn(|side| {
        let words = witnesses[side].article.tokens.get(tokens[side].clone()).unwrap_or_default();
        let ends = words.first().zip(words.last());
        ends.map_or(Span::default(), |(first, last)| first.span.join(last.span))
    });
    // A region has the marks around its words, so it is compared by where these begin and end.
    let goes_further = |side: Side, region: Span| {
        let article = witnesses[side].article;
        let outside = |token: usize| article.tokens.get(token).is_some_and(|token| token.span.overlaps(region));
        outside(tokens[side].end)
            || tokens[side].start.checked_sub(1).is_some_and(outside)
            || !region.overlaps(spans[side])
    };
    collation.regions.retain(|region| Side::BOTH.into_iter().any(|side| goes_further(side, region.spans[side])));
}

/// Marks the matches between two sentences; tells whether there is one.
fn marked(collation: &mut Collation, tokens: &Pair<Range<usize>>, verdict: SentenceVerdict) -> bool {
    let mut any = false;
    for found in collation.matches.iter_mut().filter(|found| is_between(found, tokens)) {
        found.decided = Some(verdict);
        any = true;
    }
    any
}

/// A reworded match of two sentences; none where one of them has no visible word.
fn reworded_match(witnesses: Pair<Witness<'_>>, words: &Words, tokens: &Pair<Range<usize>>) -> Option<Match> {
    let rows = Pair::from_fn(|side| longest_visible(&words.rows[side], &tokens[side]));
    let passage = |side: Side| {
        let (first, last) = (rows[side].first()?, rows[side].last()?);
        let tokens = first.token as usize..last.token as usize + 1;
        let article = witnesses[side].article;
        let begins = with_marks(article, &(tokens.start..tokens.start + 1), first.sentence as usize);
        let span = begins.join(with_marks(article, &(tokens.end - 1..tokens.end), last.sentence as usize));
        let span = with_edges(witnesses[side], span);
        Some(Passage { span, paragraph_id: ParagraphId(first.paragraph as usize), tokens })
    };
    let passages = Pair::new(passage(Side::Left)?, passage(Side::Right)?);
    let ids = rows.map(|row| {
        let mut ids: Vec<u32> = row.iter().map(|word| word.id).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    });
    let shared: Vec<u32> = ids.left.into_iter().filter(|id| ids.right.binary_search(id).is_ok()).collect();
    let weight: i64 = shared.iter().filter_map(|id| words.weights.get(*id as usize)).sum();
    let aside = Pair::from_fn(|side| {
        let seen = Seen::of(witnesses[side].article, rows[side]);
        passages[side].tokens.len().saturating_sub(seen.words().len())
    });
    Some(Match {
        passages,
        class: Class::Reworded,
        moved: false,
        echo: false,
        decided: Some(SentenceVerdict::Same),
        copies: Pair::new(1, 1),
        variants: Vec::new(),
        shared: shared.len(),
        aside,
        kinds: ChangeKinds::NONE,
        rarity: (weight / 1024).max(0) as usize,
    })
}

/// The longest stretch of visible words of one paragraph among some words of an article.
fn longest_visible<'w>(row: &'w [Word], tokens: &Range<usize>) -> &'w [Word] {
    let from = row.partition_point(|word| (word.token as usize) < tokens.start);
    let to = row.partition_point(|word| (word.token as usize) < tokens.end);
    let within = row.get(from..to).unwrap_or_default();
    let stretches = within.chunk_by(|a, b| a.token + 1 == b.token && a.paragraph == b.paragraph);
    // Of two of one length the first.
    stretches.rev().max_by_key(|stretch| stretch.len()).unwrap_or_default()
}

/// Whether a match stands out of the order of those that are in order.
fn crosses(matches: &[Match], added: &Match) -> bool {
    let start = |m: &Match| m.passages.as_ref().map(|passage| passage.tokens.start);
    let at = start(added);
    matches.iter().filter(|m| !m.moved && !m.echo).map(start).any(|other| {
        (other.left < at.left && other.right > at.right) || (other.left > at.left && other.right < at.right)
    })
}
