//! Alignment: which paragraph corresponds to which.

use super::cancel::Cancel;
use super::collation::{Class, Link, Match, Tie};
use super::sorting::sort;
use super::witness::Word;
use crate::article::Locus;
use crate::text::{Pair, Side};

/// Links the paragraphs that share a match, and names those that stand alone. A paragraph that is hidden whole is not named.
pub(super) fn align(matches: &[Match], rows: Pair<&[Word]>, cancel: &Cancel) -> Vec<Link> {
    let loci = |at: usize| matches[at].passages.as_ref().map(|passage| passage.locus);
    let mut order: Vec<usize> = (0..matches.len()).collect();
    sort(&mut order, |&at| loci(at).left.0 as u64, |&at| (loci(at), at), cancel);
    let lonely = Pair::from_fn(|side| lonely(side, rows[side], matches));
    let tied = cancel.watched(order.chunk_by(|&a, &b| loci(a) == loci(b)));
    let mut links: Vec<Link> = tied.map(|within| Link::Both(tie(loci(within[0]), within.to_vec(), matches))).collect();
    links.extend(lonely.left.into_iter().map(|locus| Link::Only(Side::Left, locus)));
    links.sort_by_key(|link| match link {
        Link::Both(tie) => (tie.loci.left, Some(tie.loci.right)),
        Link::Only(_, locus) => (*locus, None),
    });
    links.extend(lonely.right.into_iter().map(|locus| Link::Only(Side::Right, locus)));
    links
}

/// The paragraphs of a side that have words and no match.
fn lonely(side: Side, row: &[Word], matches: &[Match]) -> Vec<Locus> {
    let mut linked = vec![false; row.last().map_or(0, |word| word.paragraph as usize + 1)];
    for found in matches {
        linked[found.passages[side].locus.0] = true;
    }
    let paragraphs = row.chunk_by(|a, b| a.paragraph == b.paragraph).map(|words| words[0].paragraph as usize);
    paragraphs.filter(|&paragraph| !linked[paragraph]).map(Locus).collect()
}

fn tie(loci: Pair<Locus>, within: Vec<usize>, matches: &[Match]) -> Tie {
    let words_of = |class: Class| {
        within.iter().map(|&at| &matches[at]).filter(|m| m.class == class).map(|m| m.shared).sum::<usize>()
    };
    let other = [Class::Reworded, Class::Edited].into_iter().max_by_key(|class| words_of(*class));
    let class = other.filter(|class| words_of(*class) > 0).unwrap_or(Class::Verbatim);
    Tie {
        loci,
        class,
        moved: within.iter().all(|&at| matches[at].moved),
        echo: within.iter().all(|&at| matches[at].echo),
        matches: within,
    }
}
