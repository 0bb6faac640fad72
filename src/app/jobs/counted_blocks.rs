//! Blocks of a text in which breaks count, though they do not in all of it: stanzas, addresses, lists.

use std::collections::BTreeMap;

use crate::app::memory::{ReviewMark, mark_of_paragraph};
use crate::article::{Article, ParagraphId};
use crate::collate::{Breaks, ChangedBreak};
use crate::text::{Pair, Side};

/// Blocks in which breaks count. Paragraphs are recognised by their words, so that the blocks survive changes around them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountedBlocks(BTreeMap<ReviewMark, Breaks>);

impl CountedBlocks {
    /// Makes breaks count in some paragraphs, or stops it.
    pub(in crate::app) fn take(&mut self, paragraphs: Vec<ReviewMark>, breaks: Breaks) {
        for paragraph in paragraphs {
            match breaks {
                Breaks::Ignored => self.0.remove(&paragraph),
                breaks => self.0.insert(paragraph, breaks),
            };
        }
    }

    /// Which breaks count in a paragraph beyond those of the whole text.
    pub(in crate::app) fn of(&self, paragraph: ReviewMark) -> Breaks {
        self.0.get(&paragraph).copied().unwrap_or_default()
    }

    /// The breaks that count anywhere, if `all` count in the whole text.
    pub(super) fn widest(&self, all: Breaks) -> Breaks {
        self.0.values().copied().fold(all, Breaks::with)
    }

    /// Keeps those of the changed breaks that count in their place. Looks once at each paragraph beside one.
    pub(super) fn narrow(&self, articles: Pair<&Article>, all: Breaks, changed: &mut Vec<ChangedBreak>) {
        let mut known: BTreeMap<(Side, usize), Breaks> = BTreeMap::new();
        let mut counted = |side: Side, token: usize| {
            let article = articles[side];
            let Some(word) = article.tokens.get(token) else { return Breaks::Ignored };
            let at = article.paragraph_id_at(word.span.start());
            *known.entry((side, at.0)).or_insert_with(|| self.of(mark_of_paragraph(article, at)))
        };
        changed.retain(|one| {
            if one.counts(all) || self.0.is_empty() {
                return one.counts(all);
            }
            let beside = Side::BOTH.into_iter().flat_map(|side| [(side, one.after[side]), (side, one.after[side] + 1)]);
            let around = beside.map(|(side, token)| counted(side, token)).fold(Breaks::Ignored, Breaks::with);
            one.counts(around)
        });
    }
}

/// The marks of the paragraphs in a block: those around a paragraph without a blank line between them.
pub(in crate::app) fn block_of(article: &Article, ParagraphId(at): ParagraphId) -> Vec<ReviewMark> {
    let all = &article.paragraphs;
    let joins = |one: usize| {
        let (Some(before), Some(after)) = (all.get(one), all.get(one + 1)) else { return false };
        let gap = article.text.get(before.span.end()..after.span.start()).unwrap_or_default();
        gap.matches('\n').count() < 2
    };
    let first = (0..at).rev().take_while(|one| joins(*one)).last().unwrap_or(at);
    let last = (at..all.len()).take_while(|one| joins(*one)).last().map_or(at, |one| one + 1);
    (first..=last).map(|at| mark_of_paragraph(article, ParagraphId(at))).collect()
}
