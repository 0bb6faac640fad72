//! Aligns paragraphs: which corresponds to which.

use super::cancel::Cancel;
use super::collation::{Class, Link, Match, ParagraphLink};
use super::sorting::sort;
use super::witness::Word;
use crate::article::ParagraphId;
use crate::text::{Pair, Side};

/// Links the paragraphs that share a match, and lists those without one. A paragraph that is entirely hidden is not listed.
pub(super) fn align(matches: &[Match], rows: Pair<&[Word]>, cancel: &Cancel) -> Vec<Link> {
    let paragraph_ids = |at: usize| matches[at].passages.as_ref().map(|passage| passage.paragraph_id);
    let mut order: Vec<usize> = (0..matches.len()).collect();
    sort(&mut order, |&at| paragraph_ids(at).left.0 as u64, |&at| (paragraph_ids(at), at), cancel);
    let lonely = Pair::from_fn(|side| lonely(side, rows[side], matches));
    let tied = cancel.watched(order.chunk_by(|&a, &b| paragraph_ids(a) == paragraph_ids(b)));
    let mut links: Vec<Link> =
        tied.map(|within| Link::Both(paragraph_link(paragraph_ids(within[0]), within.to_vec(), matches))).collect();
    links.extend(lonely.left.into_iter().map(|paragraph_id| Link::Only(Side::Left, paragraph_id)));
    links.sort_by_key(|link| match link {
        Link::Both(paragraph_link) => (paragraph_link.paragraph_ids.left, Some(paragraph_link.paragraph_ids.right)),
        Link::Only(_, paragraph_id) => (*paragraph_id, None),
    });
    links.extend(lonely.right.into_iter().map(|paragraph_id| Link::Only(Side::Right, paragraph_id)));
    links
}

/// Returns the paragraphs of a side that have words but no match.
fn lonely(side: Side, row: &[Word], matches: &[Match]) -> Vec<ParagraphId> {
    let mut linked = vec![false; row.last().map_or(0, |word| word.paragraph as usize + 1)];
    for found in matches {
        linked[found.passages[side].paragraph_id.0] = true;
    }
    let paragraphs = row.chunk_by(|a, b| a.paragraph == b.paragraph).map(|words| words[0].paragraph as usize);
    paragraphs.filter(|&paragraph| !linked[paragraph]).map(ParagraphId).collect()
}

fn paragraph_link(paragraph_ids: Pair<ParagraphId>, within: Vec<usize>, matches: &[Match]) -> ParagraphLink {
    let words_of = |class: Class| {
        within.iter().map(|&at| &matches[at]).filter(|m| m.class == class).map(|m| m.shared).sum::<usize>()
    };
    let other = [Class::Reworded, Class::Edited].into_iter().max_by_key(|class| words_of(*class));
    let class = other.filter(|class| words_of(*class) > 0).unwrap_or(Class::Verbatim);
    ParagraphLink {
        paragraph_ids,
        class,
        moved: within.iter().all(|&at| matches[at].moved),
        echo: within.iter().all(|&at| matches[at].echo),
        matches: within,
    }
}
