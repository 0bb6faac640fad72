//! Abreast: two panes next to each other as one sees them, the open pair or others.

use std::sync::Arc;

use super::app::App;
use super::lit::Lit;
use super::notes::Notes;
use super::order::Orders;
use super::pane::Pane;
use super::reviewed::Reviewed;
use super::row::Seat;
use crate::article::Locus;
use crate::collate::{Collation, Link, Tie};
use crate::text::{Pair, Side};

/// Two panes next to each other, and what is known of what they share.
#[derive(Clone, Copy, Debug)]
pub struct Abreast<'a> {
    /// The panes.
    pub panes: Pair<&'a Pane>,
    /// What they share; `None` until it is known.
    pub collation: Option<&'a Collation>,
    /// The link one stands on, while the cursor is in it; only of the open pair.
    pub now: Option<&'a Tie>,
    /// Whether more is being found.
    pub collating: bool,
    pub(super) orders: &'a Orders,
    pub(super) anchors: &'a [Pair<Locus>],
    pub(super) reviewed: &'a Reviewed,
    pub(super) notes: &'a Notes,
}

impl App {
    /// Gives a pane of the open pair with the other one, a pane beside it with the next one towards the pair; the pane in the seat stands
    /// on the seat's side of the two. Where nobody sits, the open pair.
    pub fn abreast(&self, seat: Seat) -> Abreast<'_> {
        let pair = Abreast {
            panes: self.panes.as_ref(),
            collation: self.collation().map(Arc::as_ref),
            now: self.tie().filter(|tie| tie.loci[self.focus] == self.focused().locus()),
            collating: self.collating,
            orders: &self.orders,
            anchors: &self.anchors,
            reviewed: &self.reviewed,
            notes: &self.notes,
        };
        let neighbour = seat.out.checked_sub(1).and_then(|at| self.beside[seat.side].get(at));
        let (Some(neighbour), Some(next)) = (neighbour, self.pane(seat.inner())) else { return pair };
        let (pane, between) = (&neighbour.pane, &neighbour.between);
        let panes = Pair::from_fn(|side| if side == seat.side { pane } else { next });
        Abreast {
            panes,
            collation: between.known.of(panes).map(Arc::as_ref),
            now: None,
            collating: between.collating,
            orders: &between.orders,
            anchors: &between.anchors,
            reviewed: &self.reviewed,
            notes: &self.notes,
        }
    }
}

impl<'a> Abreast<'a> {
    /// Gives a link by its place in the alignment.
    pub(super) fn tie_at(self, at: usize) -> Option<&'a Tie> {
        match self.collation?.alignment.get(at)? {
            Link::Both(tie) => Some(tie),
            Link::Only(..) => None,
        }
    }

    /// Gives the links of a paragraph, each once, in the order of the other article.
    pub fn ties_of(self, side: Side, locus: Locus) -> impl Iterator<Item = &'a Tie> {
        let order = self.orders.lit(Lit::Shared).map_or(&[][..], |order| &order[side]);
        let from = order.partition_point(|at| self.tie_at(*at).is_some_and(|tie| tie.loci[side] < locus));
        let rest = order.get(from..).unwrap_or_default();
        rest.iter().map_while(move |at| self.tie_at(*at).filter(|tie| tie.loci[side] == locus))
    }
}
