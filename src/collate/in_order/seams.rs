//! Seams: what is between two passages that follow each other on both sides, wherever the paragraphs break.
//!
//! A passage is compared with the marks of its own paragraph. If a line of marks is a paragraph in one version and the end of one in the
//! other, both seem to differ; compared across the seam they do not.

use super::gaps::marks_in;
use crate::article::Article;
use crate::collate::collation::{Match, Variant, Weight};
use crate::text::{Pair, Side, Span};

/// Takes out of `matches` the marks at seams that differ only by where a paragraph breaks. Gives the paragraphs without words that stand
/// at such seams, in order. `is_number` tells of a token that it is no word but the number of an item.
pub(super) fn settle(
    articles: Pair<&Article>,
    matches: &mut [Match],
    is_number: &dyn Fn(Side, usize) -> bool,
) -> Pair<Vec<usize>> {
    let home: Vec<usize> = (0..matches.len()).filter(|&at| !matches[at].moved).collect();
    let mut settled = Pair::new(Vec::new(), Vec::new());
    for at in 0..=home.len() {
        let (before, behind) = (at.checked_sub(1).map(|at| home[at]), home.get(at).copied());
        let Some(seam) = seam(articles, before.map(|at| &matches[at]), behind.map(|at| &matches[at]), is_number) else {
            continue;
        };
        let wordless = Pair::from_fn(|side| wordless(articles[side], seam[side]));
        let inside = |variant: &Variant| {
            variant.weight == Weight::Mark && Side::BOTH.iter().all(|&side| seam[side].covers(variant.spans[side]))
        };
        let ends = [before, behind].into_iter().flatten();
        let differs = ends.clone().any(|at| matches[at].variants.iter().any(inside));
        if !differs && wordless.left.is_empty() && wordless.right.is_empty() {
            continue;
        }
        let said = Pair::from_fn(|side: Side| marks_in(articles[side], seam[side]));
        if said.left == said.right {
            ends.for_each(|at| matches[at].variants.retain(|variant| !inside(variant)));
            for side in Side::BOTH {
                settled[side].extend_from_slice(&wordless[side]);
            }
        }
    }
    settled
}

/// What stands between two passages, or before the first, or behind the last one; nothing where other words do.
fn seam(
    articles: Pair<&Article>,
    before: Option<&Match>,
    behind: Option<&Match>,
    is_number: &dyn Fn(Side, usize) -> bool,
) -> Option<Pair<Span>> {
    let mut found = Pair::new(Span::default(), Span::default());
    for side in Side::BOTH {
        let article = articles[side];
        let last = before.map_or(0, |m| m.passages[side].tokens.end);
        let next = behind.map_or(article.tokens.len(), |m| m.passages[side].tokens.start);
        if last != next {
            return None;
        }
        let start = last.checked_sub(1).map_or(0, |last| article.tokens[last].span.end());
        let word = if next < article.tokens.len() && is_number(side, next) { next + 1 } else { next };
        let end = article.tokens.get(word).map_or(article.text.len(), |token| token.span.start());
        found[side] = Span::new(start, end.max(start));
    }
    Some(found)
}

/// The paragraphs that stand whole in a stretch in which there are no words.
fn wordless(article: &Article, seam: Span) -> Vec<usize> {
    let all = &article.paragraphs;
    let first = all.partition_point(|paragraph| paragraph.span.start() < seam.start());
    let inside = all[first..].iter().take_while(|paragraph| paragraph.span.end() <= seam.end());
    let alone = inside.enumerate().filter(|(_, paragraph)| paragraph.tokens.is_empty());
    alone.map(|(at, _)| first + at).collect()
}
