//! A pairing: what two neighbouring panes share, whether it is known, and the reader's place in it.

use super::anchors::anchors;
use super::order::Orders;
use std::sync::Arc;

use super::pane::Pane;
use crate::app::jobs::Answer;
use crate::app::jobs::Lookup;
use crate::article::ParagraphId;
use crate::collate::{Collation, Depth, Link, ParagraphLink};
use crate::text::Pair;

/// What two articles share, and what is derived from it.
#[derive(Debug, Default)]
pub struct Pairing {
    /// The articles, by their indexes.
    pub about: Pair<usize>,
    /// What they share.
    pub(in crate::app) found: Lookup<Arc<Collation>>,
    /// Its links in stepping order.
    pub(in crate::app) orders: Orders,
    /// The paragraphs that correspond in order, by which the panes follow each other.
    pub(in crate::app) anchors: Vec<Pair<ParagraphId>>,
    /// The current or last link, as an index into the alignment.
    pub(in crate::app) current: Option<usize>,
    /// The link to go to once it is known what the two share.
    pub(in crate::app) sought: Option<Pair<ParagraphId>>,
    /// The paragraphs at which the reader came back from a diff, until their link is known.
    pub(in crate::app) landed: Option<Pair<ParagraphId>>,
    /// Whether the panes have been placed, so that the outer one does not come alongside once this is known.
    pub(in crate::app) placed: bool,
}

impl Pairing {
    /// Starts with two articles of which nothing is known.
    pub(in crate::app) fn of(about: Pair<usize>) -> Self {
        Self { about, ..Self::default() }
    }

    /// What the articles in these panes share; `None` if it is not known, or was found in other texts.
    pub(in crate::app) fn collation_of(&self, panes: Pair<&Pane>) -> Option<&Arc<Collation>> {
        let texts = panes.map(|pane| pane.open_article().as_ref());
        self.found.known().filter(|collation| collation.is_of(texts))
    }

    /// The link with this index in the alignment.
    pub(in crate::app) fn link_at(&self, at: usize) -> Option<&ParagraphLink> {
        match self.found.known()?.alignment.get(at)? {
            Link::Both(paragraph_link) => Some(paragraph_link),
            Link::Only(..) => None,
        }
    }

    /// The current link.
    pub(in crate::app) fn paragraph_link(&self) -> Option<&ParagraphLink> {
        self.link_at(self.current?)
    }

    /// Finds the link of two paragraphs.
    pub(in crate::app) fn link_of(&self, paragraph_ids: Pair<ParagraphId>) -> Option<usize> {
        let is_it =
            |link: &Link| matches!(link, Link::Both(ParagraphLink { paragraph_ids: at, .. }) if *at == paragraph_ids);
        self.found.known()?.alignment.iter().position(is_it)
    }

    /// Takes in what the two share, if it is awaited, and stays on the same link. Sorts the links here, once, and not at each key or frame.
    pub(in crate::app) fn take(&mut self, answer: &Answer) -> bool {
        if !self.found.awaits(answer.ticket) {
            return false;
        }
        let stood =
            self.paragraph_link().map(|paragraph_link| paragraph_link.paragraph_ids).or(self.sought).or(self.landed);
        let collation = Arc::clone(&answer.collation);
        (self.orders, self.anchors) = (Orders::of(&collation), anchors(&collation));
        if answer.depth == Depth::Statements {
            (self.sought, self.landed) = (None, None);
            self.found.take(answer.ticket, collation);
        } else {
            self.found.take_part(answer.ticket, collation);
        }
        self.current = stood.and_then(|paragraph_ids| self.link_of(paragraph_ids));
        true
    }
}
