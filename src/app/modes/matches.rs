//! The list of all matches: every link with its class, how much of the paragraph it covers, its first words, and why it is a link.

use crate::app::desk::desk::Desk;
use crate::app::desk::highlight::Highlight;
use crate::app::desk::noting::note_rows;
use crate::app::desk::noting::noted_links;
use crate::app::desk::reviewed::reviewed_links;
use crate::app::desk::step::say_why_none;
use crate::app::desk::step::stand;
use crate::app::jobs::LinkRows;
use std::sync::Arc;

use crate::app::jobs::Rows;

/// The rows for the highlighted matches of the open pair, and the index of the current link.
pub(in crate::app) fn match_rows(desk: &Desk) -> Option<(Rows, usize)> {
    let lit = lit(desk);
    let notes = note_rows(desk);
    if desk.stepping_order(lit).is_empty() && notes.is_empty() {
        return None;
    }
    let links = LinkRows {
        collation: desk.collation().cloned()?,
        links: desk.stepping_order(lit).to_vec(),
        side: desk.row.focus,
        article: Arc::clone(desk.focused().open_article()),
        anchors: desk.row.pairing().anchors.clone(),
        reviewed: reviewed_links(desk),
        noted: noted_links(desk),
        notes,
    };
    let at = stand(desk, lit).0.min(links.len().saturating_sub(1));
    Some((Rows::links(links), at))
}

/// Says why there are no such rows.
pub(in crate::app) fn say_why_no_matches(desk: &mut Desk) {
    say_why_none(desk, lit(desk));
}

fn lit(desk: &Desk) -> Highlight {
    if desk.view.lit.is_unmatched() { Highlight::Shared } else { desk.view.lit }
}
