//! Connectors: the links with at least one end on the screen.

use std::collections::BTreeMap;

use super::role::Role;
use super::visible_rows::{End, VisibleRows};
use crate::app::{Highlight, PairView};
use crate::article::ParagraphId;
use crate::collate::{Class, ParagraphLink};
use crate::text::{Pair, Side};

/// A link as the margin draws it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Connector {
    /// Where its ends are.
    pub ends: Pair<End>,
    /// How it looks.
    pub look: Look,
    /// The paragraphs it links; of several links with the same ends, the most important one's.
    pub paragraph_ids: Pair<ParagraphId>,
}

/// The look of a link, the less important ones first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Look {
    /// A repeat.
    Echo,
    /// Shared text, in order or not.
    Shared(Class, LinkOrder),
    /// The current link.
    Now,
}

/// Whether a link is in the order that most of the shared text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum LinkOrder {
    Kept,
    Moved,
}

impl Look {
    /// The role it is drawn in.
    pub fn role(self) -> Role {
        match self {
            Look::Echo => Role::EchoMark,
            Look::Shared(_, LinkOrder::Moved) => Role::Moved,
            Look::Shared(class, LinkOrder::Kept) => Role::mark(class),
            Look::Now => Role::LinkNow,
        }
    }
}

/// Collects the links of the visible paragraphs; several with the same ends on the screen become one. Costs these paragraphs' matches.
pub(super) fn connectors(lit: Highlight, pair: PairView<'_>, shown: Pair<&VisibleRows>) -> Vec<Connector> {
    let Some(collation) = pair.collation else { return Vec::new() };
    let now = pair.now.map(|paragraph_link| paragraph_link.paragraph_ids);
    let mut found: BTreeMap<Pair<End>, (Look, Pair<ParagraphId>)> = BTreeMap::new();
    for side in Side::BOTH {
        for paragraph_link in shown[side].paragraph_ids().flat_map(|paragraph_id| pair.links_of(side, paragraph_id)) {
            if !lit.links(collation, paragraph_link) {
                continue;
            }
            let paragraph_ids = paragraph_link.paragraph_ids;
            let ends = Pair::from_fn(|side| shown[side].end(paragraph_ids[side]));
            let look = if now == Some(paragraph_ids) { Look::Now } else { look(paragraph_link) };
            let known = found.entry(ends).or_insert((look, paragraph_ids));
            if look > known.0 {
                *known = (look, paragraph_ids);
            }
        }
    }
    found.into_iter().map(|(ends, (look, paragraph_ids))| Connector { ends, look, paragraph_ids }).collect()
}

fn look(paragraph_link: &ParagraphLink) -> Look {
    if paragraph_link.echo {
        return Look::Echo;
    }
    Look::Shared(paragraph_link.class, if paragraph_link.moved { LinkOrder::Moved } else { LinkOrder::Kept })
}
