//! The list of all matches: every link with its class, how much of the paragraph it is, its first words, and why it is one.

use super::listing::Listing;
use super::mode::Mode;
use super::turn::Turn;
use crate::app::desk::desk::Desk;
use crate::app::desk::highlight::Highlight;
use crate::app::desk::noting::note_rows;
use crate::app::desk::noting::noted_links;
use crate::app::desk::step::say_why_none;
use crate::app::desk::step::stand;
use crate::app::jobs::LinkRows;
use std::sync::Arc;

use crate::app::jobs::Listed;
use crate::app::jobs::Rows;

/// Lists what is lit of what the open pair shares, from the link on which the reader stands.
pub(in crate::app) fn list_matches(desk: &mut Desk) -> Turn {
    let lit = if desk.view.lit == Highlight::OnlyHere { Highlight::Shared } else { desk.view.lit };
    let notes = note_rows(desk);
    if desk.stepping_order(lit).is_empty() && notes.is_empty() {
        say_why_none(desk, lit);
        return Turn::Stay;
    }
    let Some(collation) = desk.collation().cloned() else { return Turn::Stay };
    let links = LinkRows {
        collation,
        links: desk.stepping_order(lit).to_vec(),
        side: desk.row.focus,
        article: Arc::clone(desk.focused().open_article()),
        anchors: desk.row.pairing().anchors.clone(),
        noted: noted_links(desk),
        notes,
    };
    let at = stand(desk, lit).0.min(links.len().saturating_sub(1));
    Turn::Open(Mode::Listing(Box::new(Listing::of(Listed::Matches, Rows::links(links), at))))
}
