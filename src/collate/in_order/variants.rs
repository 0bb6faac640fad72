//! Makes the match of a passage, with its differing words and marks.

use std::ops::Range;

use super::exact::{Case, Spaces};
use super::gaps::{self, Gap, differing};
use super::lettering::{is_blank, is_parted_otherwise, is_written_alike};
use super::matched::Draft;
use super::run::Run;
use super::texts::Texts;
use crate::article::ParagraphId;
use crate::collate::collation::{Class, Match, Passage, Variant, Weight};
use crate::collate::engine::with_marks;
use crate::facts::ChangeKinds;
use crate::text::{Pair, Side, Span, letters};

/// Whether a passage stands in the order of the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Kept,
    Moved,
}

/// Makes a match of a passage, with all marks that differ in it.
pub(super) fn matched(texts: &Texts<'_>, draft: &Draft, order: Order) -> Match {
    let shared = draft.shared();
    let passages = Pair::from_fn(|side| passage(texts, side, &draft.range[side]));
    let weight: i64 = draft.runs.iter().map(|run| weight(texts, run.at.left, run.words)).sum();
    let mut found = Found { texts, draft, variants: Vec::new(), aside: Pair::new(0, 0) };
    found.all();
    let Found { variants, mut aside, .. } = found;
    let changed = variants.iter().any(|variant| variant.weight == Weight::Changed);
    for side in Side::BOTH {
        aside[side] += passages[side].tokens.len().saturating_sub(draft.range[side].len());
    }
    Match {
        kinds: ChangeKinds::NONE,
        passages,
        class: if changed { Class::Edited } else { Class::Verbatim },
        moved: order == Order::Moved,
        echo: false,
        decided: None,
        copies: Pair::new(1, 1),
        variants,
        shared,
        aside,
        rarity: (weight / 1024).max(0) as usize,
    }
}

fn passage(texts: &Texts<'_>, side: Side, range: &Range<usize>) -> Passage {
    let row = &texts.words.rows[side];
    let (first, last) = (row[range.start], row[range.end - 1]);
    let tokens = texts.first_token(side, range.start) as usize..last.token as usize + 1;
    let article = texts.articles[side];
    let opening = with_marks(article, &(tokens.start..tokens.start + 1), first.sentence as usize);
    let closing = with_marks(article, &(tokens.end - 1..tokens.end), last.sentence as usize);
    Passage { span: opening.join(closing), paragraph_id: ParagraphId(first.paragraph as usize), tokens }
}

fn weight(texts: &Texts<'_>, start: usize, words: usize) -> i64 {
    let row = &texts.words.rows.left[start..start + words];
    row.iter().map(|word| texts.words.weights[word.id as usize]).sum()
}

/// What differs in a passage, as it is found from its start to its end.
struct Found<'f, 'a> {
    texts: &'f Texts<'a>,
    draft: &'f Draft,
    variants: Vec<Variant>,
    /// Words of each side that differ in marks alone from other words.
    aside: Pair<usize>,
}

impl<'a> Found<'_, 'a> {
    fn all(&mut self) {
        let mut from = self.draft.range.as_ref().map(|range| range.start);
        for run in &self.draft.runs {
            self.between(Pair::from_fn(|side| from[side]..run.at[side]));
            self.within(*run);
            from = Pair::from_fn(|side| run.end(side));
        }
        self.between(Pair::from_fn(|side| from[side]..self.draft.range[side].end));
    }

    /// Compares how the words of a run are written, and what stands between them: in one glance where it is the same, else in parts.
    fn within(&mut self, run: Run) {
        let said = Pair::from_fn(|side| self.span(side, &(run.at[side]..run.end(side))));
        if said.left.of(&self.texts.articles.left.text) == said.right.of(&self.texts.articles.right.text) {
            return;
        }
        if run.words == 1 {
            return self.word(run.at);
        }
        let half = run.words / 2;
        let behind = Run { at: run.at.map(|at| at + half), words: run.words - half };
        self.within(Run { words: half, ..run });
        self.between(behind.at.map(|at| at..at));
        self.within(behind);
    }

    /// Compares what stands between two words that both sides have: `change` are the words, mostly none.
    fn between(&mut self, change: Pair<Range<usize>>) {
        let behind = Pair::from_fn(|side| self.gap(side, change[side].end));
        match (change.left.is_empty(), change.right.is_empty()) {
            (true, true) => {
                if let Some(rest) = differing(behind.left, behind.right) {
                    self.mark(rest.spans);
                }
            }
            (false, false) => self.replaced(&change, &behind),
            (false, true) => self.alone(Side::Left, &change, &behind),
            (true, false) => self.alone(Side::Right, &change, &behind),
        }
    }

    /// The gap before a word of the passage, or behind its last word.
    fn gap(&self, side: Side, at: usize) -> Gap<'a> {
        let range = &self.draft.range[side];
        if at < range.end {
            Gap::before(self.texts, side, at, range.start)
        } else {
            Gap::behind(self.texts, side, at - 1)
        }
    }

    /// Compares words that are put for others; marks that differ right beside them go with them.
    fn replaced(&mut self, change: &Pair<Range<usize>>, behind: &Pair<Gap<'_>>) {
        let before = Pair::from_fn(|side| self.gap(side, change[side].start));
        let mut spans = Pair::from_fn(|side| self.span(side, &change[side]));
        if self.texts.exactness.heeds_marks() {
            let (opens, closes) = (differing(before.left, before.right), differing(behind.left, behind.right));
            match opens {
                Some(rest) if rest.at_end => spans = Pair::from_fn(|side| joined(spans[side], rest.spans[side])),
                rest => rest.into_iter().for_each(|rest| self.mark(rest.spans)),
            }
            match closes {
                Some(rest) if rest.at_start => spans = Pair::from_fn(|side| joined(spans[side], rest.spans[side])),
                rest => {
                    self.change(change, spans);
                    return rest.into_iter().for_each(|rest| self.mark(rest.spans));
                }
            }
        }
        self.change(change, spans);
    }

    /// Takes in words that only `side` has.
    fn alone(&mut self, side: Side, change: &Pair<Range<usize>>, behind: &Pair<Gap<'_>>) {
        let before = self.gap(side, change[side].start);
        let words = self.span(side, &change[side]);
        let found = gaps::around(words, before, behind[side], behind[side.other()]);
        let other = found.other;
        let (own, other) = if self.texts.exactness.heeds_marks() {
            (found.own, other)
        } else {
            (words, Span::new(other.start(), other.start()))
        };
        self.change(change, Pair::from_fn(|this| if this == side { own } else { other }));
    }

    /// Takes in a change. Words of the same letters that a mark parts elsewhere differ in marks alone; what is written the same is none: it begins
    /// an item here, and stands inside a paragraph there.
    fn change(&mut self, change: &Pair<Range<usize>>, spans: Pair<Span>) {
        let parts = |side: Side| spans[side].of(&self.texts.articles[side].text).split_whitespace();
        if !spans.left.is_empty() && parts(Side::Left).eq(parts(Side::Right)) {
            Side::BOTH.iter().for_each(|&side| self.aside[side] += change[side].len());
            return;
        }
        if !self.is_of_same_letters(change) {
            return self.push_changed(self.with_numbers(change, spans));
        }
        let text = Pair::from_fn(|side: Side| spans[side].of(&self.texts.articles[side].text));
        let breaks = text.left.contains('\n') || text.right.contains('\n');
        let wrapped = breaks
            && is_written_alike(text.left, text.right, Case::Heeded)
            && text.left.contains('-') != text.right.contains('-');
        let spaced = |text: &str| text.chars().filter(|c| !is_blank(*c)).collect::<String>();
        let spaceless = self.texts.exactness.spaces() == Spaces::Ignored;
        let joined = spaceless && spaced(text.left) == spaced(text.right);
        if !wrapped && !joined && is_parted_otherwise(text.left, text.right) {
            // Two words are not one, whatever their letters are.
            return self.push_changed(spans);
        }
        for side in Side::BOTH {
            self.aside[side] += change[side].len();
        }
        if !wrapped && !joined {
            self.mark(spans);
        }
    }

    /// Adds a change; one that overlaps the last is one with it.
    fn push_changed(&mut self, spans: Pair<Span>) {
        match self.variants.last_mut().filter(|last| {
            last.weight == Weight::Changed
                && Side::BOTH.iter().any(|&side| last.spans[side].end() > spans[side].start())
        }) {
            Some(last) => last.spans = Pair::from_fn(|side| last.spans[side].join(spans[side])),
            None => self.variants.push(Variant { spans, weight: Weight::Changed, kinds: ChangeKinds::NONE }),
        }
    }

    /// Takes in the number to which a sign belongs that changed: `[-£50-]{+€50+}` reads better than `[-£-]{+€+}50`.
    fn with_numbers(&self, change: &Pair<Range<usize>>, spans: Pair<Span>) -> Pair<Span> {
        let inside = |at: Pair<usize>| Side::BOTH.iter().all(|&side| self.draft.range[side].contains(&at[side]));
        let is_number = |at: usize| self.texts.written(Side::Left, at).starts_with(char::is_numeric);
        let glued = |side: Side, at: usize| self.texts.span(side, at - 1).end() == self.texts.span(side, at).start();
        let some = |side: &Side| !change[*side].is_empty();
        let behind = change.as_ref().map(|range| range.end);
        let sign_ends = |side: Side| self.texts.is_sign(side, behind[side] - 1) && glued(side, behind[side]);
        let before = change.as_ref().map(|range| range.start.checked_sub(1));
        let sign_opens = |side: Side| self.texts.is_sign(side, change[side].start) && glued(side, change[side].start);
        let mut spans = spans;
        if inside(behind) && is_number(behind.left) && Side::BOTH.into_iter().filter(some).any(sign_ends) {
            spans = Pair::from_fn(|side| around(spans[side], self.texts.span(side, behind[side])));
        }
        if let Pair { left: Some(left), right: Some(right) } = before
            && inside(Pair::new(left, right))
            && is_number(left)
            && Side::BOTH.into_iter().filter(some).any(sign_opens)
        {
            let number = Pair::new(left, right);
            spans = Pair::from_fn(|side| around(spans[side], self.texts.span(side, number[side])));
        }
        spans
    }

    fn is_of_same_letters(&self, change: &Pair<Range<usize>>) -> bool {
        let both = !change.left.is_empty() && !change.right.is_empty();
        // Digits that something parts are other numbers: `1/2` is not `12`.
        let written = |side: Side, at: usize| self.texts.written(side, at);
        let digits = |side: Side| {
            let mut pairs = change[side].clone().zip(change[side].clone().skip(1));
            pairs.any(|(at, next)| {
                written(side, at).ends_with(char::is_numeric) && written(side, next).starts_with(char::is_numeric)
            })
        };
        if Side::BOTH.into_iter().any(digits) {
            return false;
        }
        let said =
            |side: Side| change[side].clone().map(|at| letters(self.texts.written(side, at))).collect::<String>();
        both && said(Side::Left) == said(Side::Right)
    }

    /// Compares how two words of the same letters are written.
    fn word(&mut self, at: Pair<usize>) {
        let written = Pair::from_fn(|side| self.texts.bare(side, at[side]));
        if !is_written_alike(&written.left, &written.right, self.texts.exactness.case()) {
            self.mark(Pair::from_fn(|side| self.texts.span(side, at[side])));
        }
    }

    fn mark(&mut self, spans: Pair<Span>) {
        self.variants.push(Variant { spans, weight: Weight::Mark, kinds: ChangeKinds::NONE });
    }

    fn span(&self, side: Side, range: &Range<usize>) -> Span {
        self.texts.span(side, range.start).join(self.texts.span(side, range.end - 1))
    }
}

/// Puts a word to what changed beside it; where nothing did on its side, it is the word.
fn around(changed: Span, word: Span) -> Span {
    if changed.is_empty() { word } else { changed.join(word) }
}

/// Joins words with the marks beside them, if there are any.
fn joined(words: Span, marks: Span) -> Span {
    if marks.is_empty() { words } else { words.join(marks) }
}
