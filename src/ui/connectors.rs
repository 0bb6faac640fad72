//! Connectors: the links of which the screen shows at least one end.

use std::collections::BTreeMap;

use super::role::Role;
use super::visible_rows::{End, VisibleRows};
use crate::app::{Highlight, PairView};
use crate::article::Locus;
use crate::collate::{Class, Tie};
use crate::text::{Pair, Side};

/// A link as the margin draws it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Connector {
    /// Where its ends are.
    pub ends: Pair<End>,
    /// How it looks.
    pub look: Look,
    /// The paragraphs it links; of several with the same ends, the most important ones.
    pub loci: Pair<Locus>,
}

/// How a link looks, the less important ones first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Look {
    /// A repetition.
    Echo,
    /// Shared text in order, or out of it.
    Shared(Class, Order),
    /// The link one stands on.
    Now,
}

/// Whether a link is in the order in which most of the shared text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Order {
    Kept,
    Moved,
}

impl Look {
    /// The role in which it is drawn.
    pub fn role(self) -> Role {
        match self {
            Look::Echo => Role::EchoMark,
            Look::Shared(_, Order::Moved) => Role::Moved,
            Look::Shared(class, Order::Kept) => Role::mark(class),
            Look::Now => Role::LinkNow,
        }
    }
}

/// Gathers the links of the visible paragraphs; several with the same ends on the screen are one. Costs these paragraphs' matches.
pub(super) fn connectors(lit: Highlight, pair: PairView<'_>, shown: Pair<&VisibleRows>) -> Vec<Connector> {
    let Some(collation) = pair.collation else { return Vec::new() };
    let now = pair.now.map(|tie| tie.loci);
    let mut found: BTreeMap<Pair<End>, (Look, Pair<Locus>)> = BTreeMap::new();
    for side in Side::BOTH {
        for tie in shown[side].loci().flat_map(|locus| pair.ties_of(side, locus)) {
            if !lit.links(collation, tie) {
                continue;
            }
            let loci = tie.loci;
            let ends = Pair::from_fn(|side| shown[side].end(loci[side]));
            let look = if now == Some(loci) { Look::Now } else { look(tie) };
            let known = found.entry(ends).or_insert((look, loci));
            if look > known.0 {
                *known = (look, loci);
            }
        }
    }
    found.into_iter().map(|(ends, (look, loci))| Connector { ends, look, loci }).collect()
}

fn look(tie: &Tie) -> Look {
    if tie.echo {
        return Look::Echo;
    }
    Look::Shared(tie.class, if tie.moved { Order::Moved } else { Order::Kept })
}
