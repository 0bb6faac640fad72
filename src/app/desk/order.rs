//! The links in stepping order, sorted once per collation.

use super::highlight::Highlight;
use crate::collate::{Collation, Link, ParagraphLink};
use crate::text::Pair;

/// Links as indexes into a collation's alignment, for each highlight and for each pane in focus.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Orders(Vec<Pair<Vec<usize>>>);

impl Orders {
    /// Sorts the links of a collation.
    pub fn of(collation: &Collation) -> Self {
        let all = Pair::from_fn(|side| {
            let mut order: Vec<(usize, &ParagraphLink)> = paragraph_links(collation).collect();
            order.sort_unstable_by_key(|(at, paragraph_link)| {
                (paragraph_link.paragraph_ids[side], paragraph_link.paragraph_ids[side.other()], *at)
            });
            order
        });
        let lit = |lit: Highlight| {
            all.as_ref().map(|order| {
                let links = order.iter().filter(|(_, paragraph_link)| lit.links(collation, paragraph_link));
                links.map(|(at, _)| *at).collect()
            })
        };
        Self(Highlight::ROUND.into_iter().map(lit).collect())
    }

    /// The highlighted links, in each pane's order; all of them if nothing shared is highlighted.
    pub fn lit(&self, lit: Highlight) -> Option<&Pair<Vec<usize>>> {
        let at = Highlight::ROUND.iter().position(|known| *known == lit).unwrap_or(0);
        self.0.get(at)
    }
}

fn paragraph_links(collation: &Collation) -> impl Iterator<Item = (usize, &ParagraphLink)> {
    collation.alignment.iter().enumerate().filter_map(|(at, link)| match link {
        Link::Both(paragraph_link) => Some((at, paragraph_link)),
        Link::Only(..) => None,
    })
}
