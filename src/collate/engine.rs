//! The engine: collates two witnesses.

use std::ops::Range;

use super::added::{ReadPair, added};
use super::alignment::align;
use super::alike::Alike;
use super::cancel::Cancel;
use super::clause::Clause;
use super::clauses::{clauses, in_order};
use super::collation::{Class, Collation, Match, Passage, Region, SmallChanges};
use super::copies::count_copies;
use super::coverage::coverage;
use super::edges::with_edges;
use super::ends::with_ends;
use super::inside::with_inside;
use super::kindred::kindred;
use super::known::Known;
use super::only::{only_here, with_added};
use super::order::moved;
use super::partners::Stretch;
use super::points::open;
use super::quoted::quoted;
use super::regions::{Seeded, regions};
use super::reworded::reworded;
use super::ruled::ruled;
use super::runs::{maximal_runs, runs};
use super::seeds::seeds;
use super::sentences::{Bags, Sentences};
use super::short::short;
use super::spelling::settle_names;
use super::stock::stock;
use super::telling::Telling;
use super::traits::Traits;
use super::variants::compare;
use super::whole::with_whole;
use super::witness::{Seen, Witness, WitnessRow, Words};
use crate::article::{Article, ParagraphId};
use crate::facts::ChangeKinds;
use crate::text::{Pair, Side, Span};

/// The least cosine of sentences that are compared for rewording (benches/constants.md).
pub(super) const KIN: f64 = 0.08;

/// How far a collation goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// Verbatim and edited passages only: a fast first answer for long texts.
    Wording,
    /// Everything, with reworded passages and regions.
    Statements,
}

/// Collates two witnesses: finds the passages they share, in any order. Returns `None` once `cancel` is raised.
///
/// Takes about `n log n` time for n words in both, whatever they are, and a small constant amount of memory per word. Says nothing of the
/// kinds of changes: [`tell_kinds`](super::tell_kinds) does, as [`ibid::collate`](crate::collate()) asks it to.
pub fn collate(witnesses: Pair<Witness<'_>>, cancel: &Cancel) -> Option<Collation> {
    collate_to(Depth::Statements, witnesses, cancel)
}

/// Collates two witnesses to a given `depth`.
pub fn collate_to(depth: Depth, witnesses: Pair<Witness<'_>>, cancel: &Cancel) -> Option<Collation> {
    let go_on = || (!cancel.is_cancelled()).then_some(());
    let words = Words::new(witnesses, cancel);
    go_on()?;
    let Stated { mut clauses, told, traits } = stated(depth, witnesses, &words, cancel)?;
    with_inside(&words, &mut clauses, cancel);
    with_whole(&words, &mut clauses, cancel);
    let moved = moved(&clauses, cancel);
    let mut matches = Vec::with_capacity(clauses.len());
    for (clause, moved) in clauses.iter().zip(moved) {
        go_on()?;
        matches.push(matched(witnesses, &words, clause, moved));
    }
    matches.sort_by_key(|m| (m.passages.left.span, m.passages.right.span));
    settle_names(witnesses.map(|witness| witness.article), &mut matches, cancel);
    let rows = words.rows.as_ref().map(Vec::as_slice);
    count_copies(&mut matches, rows, cancel);
    let only_here = Pair::from_fn(|side| {
        only_here(side, WitnessRow { witness: witnesses[side], row: rows[side] }, &matches, cancel)
    });
    let read = ReadPair { witnesses, words: &words, traits: &traits };
    let added = if depth < Depth::Statements { Pair::default() } else { added(&read, &matches, cancel) };
    let collation = Collation {
        of: witnesses.map(|witness| witness.article.id),
        alignment: align(&matches, rows, cancel),
        with_added: with_added(&only_here, &added),
        only_here,
        added,
        coverage: Pair::from_fn(|side| {
            coverage(side, WitnessRow { witness: witnesses[side], row: rows[side] }, &matches, cancel)
        }),
        longest: Pair::from_fn(|side| matches.iter().map(|m| m.passages[side].span.len()).max().unwrap_or(0)),
        by_paragraph: Pair::from_fn(|side| by_paragraph(side, witnesses[side], &matches, cancel)),
        matches,
        regions: told.iter().map(|stretch| region(witnesses, &words, stretch)).collect(),
        marks: 0,
        diacritics: 0,
        small: SmallChanges::default(),
        breaks: Vec::new(),
    };
    go_on().map(|()| collation)
}

/// What two witnesses share, and what their words are.
struct Stated {
    clauses: Vec<Clause>,
    /// The regions.
    told: Vec<Stretch>,
    traits: Traits,
}

/// Finds the shared clauses and the regions, and frees what only they need.
fn stated(depth: Depth, witnesses: Pair<Witness<'_>>, words: &Words, cancel: &Cancel) -> Option<Stated> {
    let go_on = || (!cancel.is_cancelled()).then_some(());
    let seeds = seeds(&words.rows, cancel);
    let traits = Traits::new(words, witnesses.map(|witness| witness.article), cancel);
    let telling = Telling::new(words, &traits, cancel);
    go_on()?;
    let maximal = maximal_runs(words, &telling, seeds, cancel);
    let runs = runs(words, &maximal, cancel);
    let mut clauses = clauses(words, &telling, runs, cancel);
    let quoted = quoted(witnesses, words, cancel);
    let stock = stock(words, &traits, &quoted, &mut clauses);
    go_on()?;
    let bags = Bags::new(words, cancel);
    let plain = Sentences::new(&bags, words, cancel);
    let sentences = plain.by_content(&bags, &traits, cancel);
    go_on()?;
    with_ends(words, &plain, &mut clauses, cancel);
    if depth < Depth::Statements {
        return Some(Stated { clauses, told: Vec::new(), traits });
    }
    let alike = Alike::new(&bags, &traits, cancel);
    let known = Known {
        witnesses,
        words,
        traits: &traits,
        sentences: &sentences,
        alike: &alike,
        quoted: &quoted,
        stock: &stock,
    };
    let told = find_reworded(&known, &Seeded { sentences: &plain, runs: &maximal }, &mut clauses, cancel);
    Some(Stated { clauses, told, traits })
}

/// Adds reworded statements to `clauses`, and returns the regions: both come from one join of the sentences.
fn find_reworded(known: &Known<'_>, seeded: &Seeded<'_>, clauses: &mut Vec<Clause>, cancel: &Cancel) -> Vec<Stretch> {
    let open = open(seeded.sentences, seeded.runs, clauses, cancel);
    let kin = kindred(seeded.sentences, &open, KIN, cancel);
    clauses.extend(ruled(known, clauses, cancel));
    clauses.extend(short(known, clauses, &kin, cancel));
    clauses.extend(reworded(known, clauses, &kin, cancel));
    in_order(clauses, cancel);
    regions(known.words, seeded, &kin, cancel)
}

fn matched(witnesses: Pair<Witness<'_>>, words: &Words, clause: &Clause, moved: bool) -> Match {
    let articles = witnesses.map(|witness| witness.article);
    let passages = Pair::from_fn(|side| {
        let stretch = &words.rows[side][clause.start[side]..clause.end[side]];
        let tokens = stretch[0].token as usize..stretch[stretch.len() - 1].token as usize + 1;
        let span = with_edges(witnesses[side], with_marks(articles[side], &tokens, stretch[0].sentence as usize));
        Passage { span, paragraph_id: ParagraphId(stretch[0].paragraph as usize), tokens }
    });
    let seen = Pair::from_fn(|side| Seen::of(articles[side], &words.rows[side][clause.start[side]..clause.end[side]]));
    let aside = Pair::from_fn(|side| passages[side].tokens.len().saturating_sub(seen[side].words().len()));
    let (rarity, copies) = ((clause.weight / 1024).max(0) as usize, Pair::new(1, 1));
    if clause.reworded && !clause.has_same_words(words) {
        let variants = Vec::new();
        let class = Class::Reworded;
        return Match {
            passages,
            class,
            moved,
            echo: clause.echo,
            decided: None,
            copies,
            variants,
            kinds: ChangeKinds::NONE,
            shared: clause.shared,
            aside,
            rarity,
        };
    }
    let id = |side: Side, at: usize| words.rows[side][clause.start[side] + at].id as usize;
    let apart = |at: Pair<usize>| {
        !words.present.right[id(Side::Left, at.left)] && !words.present.left[id(Side::Right, at.right)]
    };
    let compared = compare(articles, seen.as_ref(), apart);
    let verbatim = Side::BOTH.iter().all(|side| compared.shared == seen[*side].words().len());
    Match {
        passages,
        class: if verbatim { Class::Verbatim } else { Class::Edited },
        moved,
        echo: clause.echo,
        decided: None,
        copies,
        variants: compared.variants,
        kinds: ChangeKinds::NONE,
        shared: compared.shared,
        aside,
        rarity,
    }
}

fn region(witnesses: Pair<Witness<'_>>, words: &Words, stretch: &Pair<Range<usize>>) -> Region {
    let spans = Pair::from_fn(|side| {
        let (row, article) = (&words.rows[side], witnesses[side].article);
        let span = |at: usize| {
            let token = row[at].token as usize;
            with_marks(article, &(token..token + 1), row[at].sentence as usize)
        };
        span(stretch[side].start).join(span(stretch[side].end - 1))
    });
    Region { spans }
}

/// Returns the span of words of a sentence, with the opening or closing marks of the sentence if they are its first or last words.
pub(super) fn with_marks(article: &Article, tokens: &Range<usize>, sentence: usize) -> Span {
    let sentence = &article.sentences[sentence];
    let (first, last) = (article.tokens[tokens.start].span, article.tokens[tokens.end - 1].span);
    let start = if tokens.start == sentence.tokens.start { sentence.span } else { first };
    let end = if tokens.end == sentence.tokens.end { sentence.span } else { last };
    Span::new(start.start(), end.end())
}

/// Returns the matches of each paragraph of a side, in its order.
pub(super) fn by_paragraph(side: Side, witness: Witness<'_>, matches: &[Match], cancel: &Cancel) -> Vec<Vec<usize>> {
    let mut found = vec![Vec::new(); witness.article.paragraphs.len()];
    for (at, m) in cancel.watched(matches.iter().enumerate()) {
        if let Some(within) = found.get_mut(m.passages[side].paragraph_id.0) {
            within.push(at);
        }
    }
    for within in cancel.watched(&mut found) {
        within.sort_by_key(|&at: &usize| matches[at].passages[side].span);
    }
    found
}
