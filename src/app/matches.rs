//! The list of all matches: every link with its class, how much of the paragraph it is, its first words, and why it is one.

use super::app::App;
use super::listing::Listing;
use super::lit::Lit;
use super::mode::Mode;
use super::noting::note_rows;
use super::noting::noted_links;
use super::step::say_why_none;
use super::step::stand;
use crate::app::jobs::LinkRows;
use std::sync::Arc;

use crate::app::jobs::Listed;
use crate::app::jobs::Rows;

/// Lists what is lit of what the open pair shares, from the link on which the reader stands.
pub(super) fn list_matches(app: &mut App) {
    let lit = if app.desk.view.lit == Lit::OnlyHere { Lit::Shared } else { app.desk.view.lit };
    let notes = note_rows(&app.desk);
    if app.desk.stepping_order(lit).is_empty() && notes.is_empty() {
        say_why_none(&mut app.desk, lit);
        return;
    }
    let Some(collation) = app.desk.collation().cloned() else { return };
    let links = LinkRows {
        collation,
        links: app.desk.stepping_order(lit).to_vec(),
        side: app.desk.row.focus,
        article: Arc::clone(app.desk.focused().open_article()),
        anchors: app.desk.row.pairing().anchors.clone(),
        noted: noted_links(&app.desk),
        notes,
    };
    let at = stand(&app.desk, lit).0.min(links.len().saturating_sub(1));
    app.mode = Mode::Listing(Box::new(Listing::of(Listed::Matches, Rows::links(links), at)));
}
