//! Alignment: which paragraph corresponds to which.

use std::collections::BTreeMap;

use super::collation::{Class, Link, Match, Tie};
use super::witness::Word;
use crate::article::Locus;
use crate::text::{Pair, Side};

/// Links the paragraphs that share a match, and names those that stand alone. A paragraph that is hidden whole is not named.
pub(super) fn align(matches: &[Match], rows: &Pair<Vec<Word>>) -> Vec<Link> {
    let mut shared: BTreeMap<(Locus, Locus), Vec<usize>> = BTreeMap::new();
    for (at, found) in matches.iter().enumerate() {
        shared.entry((found.passages.left.locus, found.passages.right.locus)).or_default().push(at);
    }
    let mut lonely = rows.as_ref().map(|row| {
        let mut loci: Vec<Locus> = row.iter().map(|word| Locus(word.paragraph as usize)).collect();
        loci.dedup();
        loci
    });
    for side in Side::BOTH {
        let linked: std::collections::BTreeSet<Locus> =
            shared.keys().map(|loci| if side == Side::Left { loci.0 } else { loci.1 }).collect();
        lonely[side].retain(|locus| !linked.contains(locus));
    }
    let mut links: Vec<Link> =
        shared.into_iter().map(|(loci, within)| Link::Both(tie(loci, within, matches))).collect();
    links.extend(lonely.left.into_iter().map(|locus| Link::Only(Side::Left, locus)));
    links.sort_by_key(|link| match link {
        Link::Both(tie) => (tie.loci.left, Some(tie.loci.right)),
        Link::Only(_, locus) => (*locus, None),
    });
    links.extend(lonely.right.into_iter().map(|locus| Link::Only(Side::Right, locus)));
    links
}

fn tie((left, right): (Locus, Locus), within: Vec<usize>, matches: &[Match]) -> Tie {
    let words_of = |class: Class| {
        within.iter().map(|&at| &matches[at]).filter(|m| m.class == class).map(|m| m.shared).sum::<usize>()
    };
    let other = [Class::Reworded, Class::Edited].into_iter().max_by_key(|class| words_of(*class));
    let class = other.filter(|class| words_of(*class) > 0).unwrap_or(Class::Verbatim);
    Tie {
        loci: Pair::new(left, right),
        class,
        moved: within.iter().all(|&at| matches[at].moved),
        echo: within.iter().all(|&at| matches[at].echo),
        matches: within,
    }
}
