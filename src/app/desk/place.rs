//! Says where the reader is.

use super::at_cursor::{copies, match_here, sentence_here};
use super::desk::Desk;
use super::highlight::Highlight;
use super::step::{next_in_order, place_of_link};
use crate::collate::{Collation, Match, Member, ParagraphLink, Place, Wording, is_sought};

/// Where the reader is among the matches.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// The link.
    pub paragraph_link: &'a ParagraphLink,
    /// Its number and how many there are, from 1 in the order of the focused pane.
    pub number: (usize, usize),
    /// Which matches are counted: those highlighted, or all if it is not among them.
    pub of: Highlight,
    /// What the two paragraphs share.
    pub matches: Vec<&'a Match>,
    /// How many counterparts the passage at the cursor has.
    pub copies: usize,
    /// Whether the reader stepped to it; else the panes may show something else beside it.
    pub stepped: bool,
    /// The number of the match to which the next step goes; `None` if stepping passes this one, because something else is highlighted.
    pub next: Option<usize>,
}

/// The articles beside the open pair that have the statement at the cursor, or part of it, by number. Uses the synopsis if it is known;
/// else words that sentences have in common, which is not enough for single clauses.
pub fn also_in(desk: &Desk) -> Vec<usize> {
    let open = desk.row.pair();
    let others = with_statement(desk).into_iter();
    others.filter(|article| *article != open.left && *article != open.right).map(|at| at + 1).collect()
}

/// The number of the article in the other pane, if the synopsis has the statement at the cursor there too: it may be too short for a match.
pub fn also_beside(desk: &Desk) -> Option<usize> {
    let other = desk.row[desk.row.focus.other()].article;
    with_statement(desk).contains(&other).then_some(other + 1)
}

/// The other articles with the statement at the cursor.
fn with_statement(desk: &Desk) -> Vec<usize> {
    if match_here(desk).is_none() && desk.focused().page.mask().at(desk.focused().cursor).is_some() {
        return Vec::new();
    }
    let place = sentence_here(desk);
    let members = members(desk, place).unwrap_or_default();
    let mut articles: Vec<usize> = members.iter().map(|member| member.place.article).collect();
    articles.retain(|other| *other != place.article);
    articles.dedup();
    articles
}

/// The other sentences that state the same as a sentence, or part of it: those of the synopsis, or until it is known those of the clusters.
/// `None` if neither is known.
///
/// A text that is looked for has only what the clusters found for it: a row of the synopsis may have it for the sake of one article, while
/// the others state what stands around its words there.
pub(in crate::app) fn members(desk: &Desk, place: Place) -> Option<Vec<Member>> {
    let article = desk.library.articles.get(place.article)?;
    match desk.synopsis().filter(|_| !is_sought(article)) {
        Some(synopsis) => Some(synopsis.carriers(place)),
        None => {
            let members = desk.clusters()?.members(place).into_iter();
            Some(members.filter(|member| member.wording != Wording::Clause).collect())
        }
    }
}

/// The match that the cursor is on.
pub fn standing(desk: &Desk) -> Option<Standing<'_>> {
    let here = match_here(desk)?;
    let paragraph_link = desk.row.pairing().link_at(here.link)?;
    let numbered =
        |lit: Highlight| Some((lit, (place_of_link(desk, here.link, lit)? + 1, desk.stepping_order(lit).len())));
    // Among unmatched text, no match has a number.
    let lit = Some(desk.view.lit).filter(|lit| !lit.is_unmatched()).and_then(numbered);
    let (of, number) = lit.or_else(|| numbered(Highlight::Shared))?;
    let collation = desk.collation()?;
    let matches = paragraph_link.matches.iter().filter_map(|&at| collation.matches.get(at)).collect();
    let next = lit.map(|(lit, _)| next_in_order(desk, lit) + 1);
    let (copies, stepped) = (copies(desk).len(), here.stepped);
    Some(Standing { paragraph_link, number, of, matches, copies, stepped, next })
}

/// Whether the cursor's row has no match, though its paragraph has.
pub fn is_row_unmatched(desk: &Desk) -> bool {
    let (focus, pane) = (desk.row.focus, desk.focused());
    let matched = |collation: &Collation| !collation.matches_in(focus, pane.paragraph_id()).is_empty();
    desk.collation().is_some_and(|collation| matched(collation)) && match_here(desk).is_none()
}
