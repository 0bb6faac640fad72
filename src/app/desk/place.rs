//! Says where the reader is.

use super::desk::Desk;
use super::highlight::Highlight;
use super::step::place_in_order;
use crate::collate::{Match, Member, ParagraphLink, Place, Wording, is_sought};
use crate::page::Row;
use crate::text::Span;
use std::cmp::Reverse;

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
    let pane = desk.focused();
    if pane.page.mask().at(pane.cursor).is_some() {
        return Vec::new();
    }
    let place = Place { article: pane.article, sentence: pane.open_article().sentence_at(pane.cursor) };
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

/// The current link, while the cursor is in it.
pub fn standing(desk: &Desk) -> Option<Standing<'_>> {
    let paragraph_link = desk
        .paragraph_link()
        .filter(|paragraph_link| paragraph_link.paragraph_ids[desk.row.focus] == desk.focused().paragraph_id())?;
    let place = |lit: Highlight| Some((lit, (place_in_order(desk, lit)? + 1, desk.stepping_order(lit).len())));
    let (of, number) = place(desk.view.lit).or_else(|| place(Highlight::Shared))?;
    let matches = matches_of(desk, paragraph_link)?;
    Some(Standing { paragraph_link, number, of, matches, copies: copies(desk).len() })
}

/// What the two paragraphs of a link share.
fn matches_of<'a>(desk: &'a Desk, paragraph_link: &ParagraphLink) -> Option<Vec<&'a Match>> {
    let collation = desk.collation()?;
    Some(paragraph_link.matches.iter().filter_map(|&at| collation.matches.get(at)).collect())
}

/// The link of the cursor's paragraph to which stepping would go, while the reader came there by another way; and whether stepping goes
/// to it, or passes it because something else is highlighted.
pub fn passing(desk: &Desk) -> Option<(Standing<'_>, bool)> {
    let (focus, paragraph_id) = (desk.row.focus, desk.focused().paragraph_id());
    let here = |link: &usize| desk.row.pairing().link_at(*link).map(|link| link.paragraph_ids[focus]);
    let first = |lit: Highlight| {
        let order = desk.stepping_order(lit);
        let at = order.partition_point(|link| here(link) < Some(paragraph_id));
        let link = order.get(at).filter(|link| here(link) == Some(paragraph_id))?;
        let paragraph_link = desk.row.pairing().link_at(*link)?;
        let (matches, number) = (matches_of(desk, paragraph_link)?, (at + 1, order.len()));
        Some(Standing { paragraph_link, number, of: lit, matches, copies: copies(desk).len() })
    };
    let lit = first(desk.view.lit);
    let stops = lit.is_some();
    Some((lit.or_else(|| first(Highlight::Shared))?, stops))
}

/// The matches with a passage on the cursor's row: the counterparts of the passage that fills most of it, in the order of the other
/// article.
pub fn copies(desk: &Desk) -> Vec<usize> {
    let (Some(collation), pane) = (desk.collation(), desk.focused()) else { return Vec::new() };
    let Row::Text(row) = pane.page.row(pane.at()) else { return Vec::new() };
    let near: Vec<usize> = collation.matches_on(desk.row.focus, pane.paragraph_id(), row).collect();
    let here = |at: usize| collation.matches.get(at).map(|found| found.passages[desk.row.focus].span);
    let met = |at: usize| here(at).and_then(|span| span.meet(row)).map_or(0, Span::len);
    let echo = |at: usize| collation.matches.get(at).is_some_and(|found| found.echo);
    let Some(main) = near.iter().copied().max_by_key(|&at| (met(at), !echo(at), Reverse(at))).and_then(here) else {
        return Vec::new();
    };
    let alike = |span: Span| span.meet(main).is_some_and(|both| both.len() * 2 > main.len().max(span.len()));
    let mut copies: Vec<usize> = near.iter().copied().filter(|&at| here(at).is_some_and(alike)).collect();
    copies.sort_by_key(|&at| collation.matches.get(at).map(|found| found.passages[desk.row.focus.other()].span));
    copies
}
