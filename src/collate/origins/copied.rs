//! Finds which words of an article are also in others, quotations aside, and which quotations both have.

use std::collections::BTreeSet;

use crate::article::Article;
use crate::boilerplate::{Hidden, HiddenBy, Mask};
use crate::collate::cancel::Cancel;
use crate::collate::set::{Cell, Census, Index, Shard, cells};
use crate::collate::witness::Witness;
use crate::text::{Pair, Span, percent_of, quotations};

/// Words in a row that two articles have in common by more than chance. In 46 pairs of articles that outlets wrote of one event each in
/// words of its own, the longest row outside of quotations has nine words, and what all rows of eight words hold comes to nine at the
/// most; articles with text from one agency have rows of 55 words and more (benches/constants.md).
const ROW: usize = 8;
/// Words of such rows that make two articles kin, more than a stock sentence or two have, with how much of the shorter one that is at
/// the least, in percent; and of a brief (benches/constants.md).
const KIN: [(usize, usize); 2] = [(40, 8), (BRIEF, 30)];
/// Words of an article up to which it is short: where a copy of it is edited here and there, hardly any row of eight words is left
/// (benches/constants.md).
const SHORT: usize = 100;
/// Words in rows of five that make a short article kin, with how much of it that is at the least, in percent. Among all stretches of 40 and
/// of 60 words of those 46 pairs, no two share more than eleven (benches/constants.md).
const KIN_OF_SHORT: (usize, usize) = (16, 40);
/// Words that two articles share at the least if they have one text behind them: what an article of fewer is from cannot be told
/// (benches/constants.md).
pub const BRIEF: usize = 20;

/// Pairs that share quotations and are told of at the most (a limit).
const QUOTED: usize = 100_000;

/// Words of such rows that two articles of one family may share where both edited much: too few to join them, enough not to part them
/// (benches/constants.md).
const NEAR: usize = 26;
/// What of some articles stands in others.
#[derive(Debug)]
pub(super) struct Copied {
    /// The index of what stands outside of quotations.
    pub index: Index,
    /// The index of what stands in them.
    pub quotes: Index,
    /// The pairs that may share wording by more than chance, by their articles; of articles with the same words only the first.
    pub kin: Vec<Kinship>,
    /// Articles of which another has much, in so few words that it cannot be told whether one text is behind them; of those with the same
    /// words only the first.
    pub doubtful: BTreeSet<usize>,
    /// The pairs that share words in quotations, with how many, by their articles.
    pub quoted: Vec<((usize, usize), usize)>,
}

/// Two articles that share wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kinship {
    /// The two, the earlier first.
    pub articles: (usize, usize),
    /// Words of rows that stand in both.
    pub words: usize,
    /// How much of the shorter one that is.
    pub percent: usize,
    /// Whether that is enough to join them.
    pub close: bool,
}

/// Finds what stands in several; `None` once `cancel` is raised. Costs two matrices.
pub(super) fn copied(witnesses: &[Witness<'_>], cancel: &Cancel) -> Option<Copied> {
    let (outside, within): (Vec<Mask>, Vec<Mask>) = witnesses.iter().map(parted).unzip();
    let (index, cells) = counted(&seen(witnesses, &outside), cancel)?;
    let (mut kin, mut doubtful) = (Vec::new(), BTreeSet::new());
    for cell in cancel.watched(&cells) {
        kin.extend(kinship(&index, cell));
        doubtful.extend(in_doubt(&index, cell).into_iter().flatten());
    }
    kin.sort_unstable_by_key(|kin| kin.articles);
    let (quotes, cells) = counted(&seen(witnesses, &within), cancel)?;
    let quoted = quoted_pairs(&quotes, &cells, witnesses.len());
    (!cancel.is_cancelled()).then_some(Copied { index, quotes, kin, doubtful, quoted })
}

impl Copied {
    /// Tells of each word of an article whether it stands in another in a row of words.
    pub fn shared(&self, article: usize, other: usize) -> Vec<bool> {
        let first = self.index.first(article);
        if first == self.index.first(other) {
            return Vec::new();
        }
        let rows = self.index.rows_shared(article, other);
        let mut shared = vec![false; rows.last().map_or(0, |row| row.end)];
        rows.into_iter().for_each(|row| shared[row].fill(true));
        shared
    }

    /// Whether both have the same words.
    pub fn are_twins(&self, article: usize, other: usize) -> bool {
        self.index.first(article) == self.index.first(other)
    }
}

/// The longest quotation of an article that is not hidden, the first of several.
pub(super) fn longest_quotation(witness: &Witness<'_>) -> Option<Span> {
    let seen = |span: &Span| witness.mask.at(span.start()).is_none();
    let all = quoted(witness.article).into_iter().filter(seen);
    all.max_by_key(|span| (witness.article.tokens_in(*span).len(), std::cmp::Reverse(span.start())))
}

/// The pairs that share words in quotations. Articles with the same ones are each paired with all that share them.
fn quoted_pairs(index: &Index, cells: &[Cell], articles: usize) -> Vec<((usize, usize), usize)> {
    let mut copies = vec![Vec::new(); articles];
    (0..articles).for_each(|at| copies[index.first(at)].push(at));
    let among = copies.iter().filter(|same| same.first().is_some_and(|at| index.words(*at) >= ROW));
    let same = among.flat_map(|same| {
        let words = same.first().map_or(0, |at| index.words(*at));
        same.iter()
            .enumerate()
            .flat_map(move |(at, one)| same[at + 1..].iter().map(move |other| ((*one, *other), words)))
    });
    let across = cells.iter().flat_map(|cell| {
        let (one, other) = ends(cell);
        let others = &copies[other];
        let each = copies[one].iter().flat_map(move |one| others.iter().map(move |other| (*one, *other)));
        each.map(move |(a, b)| ((a.min(b), a.max(b)), least(cell)))
    });
    let mut found: Vec<((usize, usize), usize)> = same.chain(across).take(QUOTED).collect();
    found.sort_unstable();
    found
}

fn ends(cell: &Cell) -> (usize, usize) {
    (cell.articles.0 as usize, cell.articles.1 as usize)
}

fn least(cell: &Cell) -> usize {
    cell.words.0.min(cell.words.1) as usize
}

/// Whether what two articles share is more than chance.
fn kinship(index: &Index, cell: &Cell) -> Option<Kinship> {
    let articles = ends(cell);
    let shorter = index.words(articles.0).min(index.words(articles.1)).max(1);
    let percent = |words: usize| percent_of(words.min(shorter), shorter);
    let in_rows = least(cell);
    let short = (BRIEF..SHORT).contains(&shorter) && in_rows >= KIN_OF_SHORT.0 && percent(in_rows) >= KIN_OF_SHORT.1;
    if in_rows < NEAR && !short {
        return None;
    }
    let long = long_rows(index, articles.0, articles.1).min(long_rows(index, articles.1, articles.0));
    let words = if short { in_rows } else { long };
    let close = short || KIN.iter().any(|least| words >= least.0 && percent(words) >= least.1);
    (short || words >= NEAR).then_some(Kinship { articles, words, percent: percent(words), close })
}

/// The two articles, if much of both is the same, but in too few words to join them: then neither is known to have a text of its own.
fn in_doubt(index: &Index, cell: &Cell) -> Option<[usize; 2]> {
    let (one, other) = ends(cell);
    let (words, shared) = (Pair::new(index.words(one), index.words(other)), least(cell));
    let few = words.left.min(words.right) < BRIEF || shared < KIN_OF_SHORT.0;
    let much = shared * 100 >= words.left.max(words.right) * KIN_OF_SHORT.1;
    (few && much).then_some([one, other])
}

fn long_rows(index: &Index, article: usize, other: usize) -> usize {
    let mut reached = 0;
    let long = index.rows_shared(article, other).into_iter().filter(|row| row.len() >= ROW);
    long.map(|row| {
        let fresh = row.end - row.start.max(reached).min(row.end);
        reached = reached.max(row.end);
        fresh
    })
    .sum()
}

fn counted(witnesses: &[Witness<'_>], cancel: &Cancel) -> Option<(Index, Vec<Cell>)> {
    let census = Census::new(witnesses);
    let grams = census.grams(Shard::ALL, cancel)?;
    let index = census.index(vec![grams]);
    let cells = cells(&index, Shard::ALL, cancel)?;
    Some((index, cells))
}

fn seen<'a>(witnesses: &[Witness<'a>], masks: &'a [Mask]) -> Vec<Witness<'a>> {
    witnesses.iter().zip(masks).map(|(witness, mask)| Witness { article: witness.article, mask }).collect()
}

/// A mask that hides the quotations too, and one that hides all but these.
fn parted(witness: &Witness<'_>) -> (Mask, Mask) {
    let (article, hidden) = (witness.article, witness.mask.hidden());
    let quoted = quoted(article);
    let mut from = 0;
    let mut between: Vec<Span> = Vec::with_capacity(quoted.len() + 1);
    for span in &quoted {
        between.push(Span::new(from, span.start().max(from)));
        from = span.end();
    }
    between.push(Span::new(from, article.text.len().max(from)));
    let with = |spans: Vec<Span>| {
        let more = spans.into_iter().map(|span| Hidden { span, by: HiddenBy::Session });
        Mask::new(hidden.iter().cloned().chain(more).collect())
    };
    (with(quoted), with(between))
}

fn quoted(article: &Article) -> Vec<Span> {
    article.paragraphs.iter().flat_map(|paragraph| quotations(&article.text, paragraph.span)).collect()
}
