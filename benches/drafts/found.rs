//! What ibid tells of a draft, word for word.

use std::ops::Range;

use ibid::article::Article;
use ibid::boilerplate::Mask;
use ibid::collate::{Cancel, Collation, Exactness, Match, Weight, Witness, collate_in_order};
use ibid::text::{Pair, Side, Span};

use super::draft::Draft;
use super::text::Placed;
use super::truth::Fate;

/// What a comparison tells of a draft.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// What became of each word.
    pub fates: Pair<Vec<Fate>>,
    /// Bytes that are told to be changed, added, removed or moved.
    pub changed: Pair<Vec<Range<usize>>>,
    /// Bytes whose marks are told to be changed.
    pub marks: Pair<Vec<Range<usize>>>,
    /// What it knows.
    pub knows: Knows,
}

/// What a comparison knows of a text. What it cannot know is no fault of it: a word that it shows because of a mark or a capital, or
/// one of two like words of which the other was moved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Knows {
    /// It tells marks from words.
    pub marks: bool,
    /// It tells case from letters.
    pub case: bool,
    /// It tells what was moved.
    pub moves: bool,
}

/// Compares a draft as `ibid diff` does.
pub fn by_ibid(draft: &Draft) -> Found {
    let articles = draft.texts.as_ref().map(|text| Article::of_text("text", text));
    let words = collated(&articles, Exactness::WORDS);
    let exact = collated(&articles, Exactness::default());
    let changed = changed(&words);
    let marks = self::changed(&exact).map(|spans| spans.into_iter().map(Span::range).collect());
    let fates = fates(draft, &words, &changed);
    let changed = changed.map(|spans| spans.into_iter().map(Span::range).collect());
    Found { fates, changed, marks, knows: Knows { marks: true, case: true, moves: true } }
}

fn collated(articles: &Pair<Article>, exactness: Exactness) -> Collation {
    let masks: Pair<Mask> = Pair::default();
    let witnesses = Pair::from_fn(|side| Witness { article: &articles[side], mask: &masks[side] });
    collate_in_order(witnesses, exactness, &Cancel::default()).unwrap_or_default()
}

/// Gives what is told to stand on one side only.
fn changed(collation: &Collation) -> Pair<Vec<Span>> {
    Pair::from_fn(|side: Side| {
        let varied = collation.matches.iter().flat_map(|m| m.variants.iter());
        let varied = varied.filter(|variant| variant.weight != Weight::Slight).map(|variant| variant.spans[side]);
        let only = collation.only_here[side].iter().map(|passage| passage.span);
        let mut all: Vec<Span> = varied.chain(only).filter(|span| !span.is_empty()).collect();
        all.sort();
        all
    })
}

fn fates(draft: &Draft, collation: &Collation, changed: &Pair<Vec<Span>>) -> Pair<Vec<Fate>> {
    let mut fates = Pair::from_fn(|side: Side| {
        let fate = |word: &Placed| if is_in(word, &changed[side]) { Fate::Changed } else { Fate::Kept(None) };
        draft.words[side].iter().map(fate).collect::<Vec<Fate>>()
    });
    for m in &collation.matches {
        for part in parts(m) {
            let within = Pair::from_fn(|side: Side| {
                let inside = |at: &usize| {
                    part[side].overlaps(span(&draft.words[side][*at])) && fates[side][*at] != Fate::Changed
                };
                near(&draft.words[side], part[side]).filter(inside).collect::<Vec<usize>>()
            });
            for (&left, &right) in within.left.iter().zip(&within.right) {
                let fate = |link: usize| if m.moved { Fate::Moved(link) } else { Fate::Kept(Some(link)) };
                fates.left[left] = fate(right);
                fates.right[right] = fate(left);
            }
        }
    }
    fates
}

/// Gives what a match shares, as the stretches before, between and behind its variants.
fn parts(m: &Match) -> Vec<Pair<Span>> {
    let mut found = Vec::new();
    let mut from = m.passages.as_ref().map(|passage| passage.span.start());
    for variant in m.variants.iter().filter(|variant| variant.weight == Weight::Changed) {
        found.push(Pair::from_fn(|side| Span::new(from[side], variant.spans[side].start())));
        from = variant.spans.map(Span::end);
    }
    found.push(Pair::from_fn(|side: Side| Span::new(from[side], m.passages[side].span.end())));
    found
}

fn span(word: &Placed) -> Span {
    Span::new(word.span.start, word.span.end)
}

/// Gives the words that may stand in a stretch, as indexes.
fn near(words: &[Placed], stretch: Span) -> Range<usize> {
    let start = words.partition_point(|word| word.span.end <= stretch.start());
    let end = words.partition_point(|word| word.span.start < stretch.end());
    start..end.max(start)
}

fn is_in(word: &Placed, spans: &[Span]) -> bool {
    spans.iter().any(|other| other.overlaps(span(word)))
}
