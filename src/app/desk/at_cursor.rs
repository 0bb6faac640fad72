//! What the cursor is on: a match, an unmatched stretch, or neither. The bottom line and every key that acts on a match ask here, so that
//! they mean the same one.

use super::desk::Desk;
use super::unmatched::unmatched;
use crate::collate::{Match, ParagraphLink, Passage, Place};
use crate::page::Row;
use crate::text::{Pair, Span};
use std::cmp::Reverse;
use std::ops::Range;

/// The match at the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MatchHere {
    /// The link it is in, as an index into the alignment.
    pub(in crate::app) link: usize,
    /// The match, as an index into [`Collation::matches`](crate::collate::Collation::matches).
    pub(in crate::app) found: usize,
    /// Whether the reader stepped to it: the panes show it side by side.
    pub(in crate::app) stepped: bool,
}

/// The match that the cursor is on: that of the last step while the cursor is where the step put it, else the one that fills most of the
/// cursor's row.
pub(in crate::app) fn match_here(desk: &Desk) -> Option<MatchHere> {
    if stretch_here(desk).is_some() {
        return None;
    }
    stepped_to(desk).or_else(|| on_row(desk))
}

/// The current link while the cursor is in its paragraph, and its index.
pub(in crate::app) fn current_here(desk: &Desk) -> Option<(usize, &ParagraphLink)> {
    let link = desk.paragraph_link()?;
    let here = link.paragraph_ids[desk.row.focus] == desk.focused().paragraph_id();
    here.then_some((desk.row.pairing().current?, link))
}

/// A step leaves the cursor on the first row of the paragraph, wherever the match is in it.
fn stepped_to(desk: &Desk) -> Option<MatchHere> {
    let (link, paragraph_link) = current_here(desk)?;
    let (collation, pane, focus) = (desk.collation()?, desk.focused(), desk.row.focus);
    if pane.at() != pane.start_of(pane.paragraph_id()) {
        return None;
    }
    let row = row_here(desk).unwrap_or_default();
    let of = |found: &Match| found.passages[focus].span;
    let met = |found: &Match| of(found).meet(row).map_or(0, Span::len);
    let matches = paragraph_link.matches.iter().filter_map(|&at| Some((at, collation.matches.get(at)?)));
    let (found, _) =
        matches.max_by_key(|(_, it)| (desk.view.lit.lights(it), met(it), !it.echo, Reverse(of(it).start())))?;
    Some(MatchHere { link, found, stepped: true })
}

fn on_row(desk: &Desk) -> Option<MatchHere> {
    let (collation, pane, row) = (desk.collation()?, desk.focused(), row_here(desk)?);
    let met = |at: usize| span_here(desk, at).meet(row).map_or(0, Span::len);
    let echo = |at: usize| collation.matches.get(at).is_some_and(|found| found.echo);
    let near = collation.matches_on(desk.row.focus, pane.paragraph_id(), row);
    let main = near.max_by_key(|&at| (met(at), !echo(at), Reverse(at)))?;
    // Of several counterparts of the same passage, it is the one that the reader went to, else the first.
    let current = current_here(desk);
    let is_current = |at: &usize| current.is_some_and(|(_, link)| link.matches.contains(at));
    let copies = copies_of(desk, main);
    let found = *copies.iter().find(|at| is_current(at)).or(copies.first())?;
    let paragraph_ids = collation.matches.get(found)?.passages.as_ref().map(|passage| passage.paragraph_id);
    let link = desk.link_of(paragraph_ids)?;
    Some(MatchHere { link, found, stepped: current.is_some_and(|(at, _)| at == link) })
}

/// The match at the cursor and the others with the same passage in the focused pane, in the order of the other article.
pub fn copies(desk: &Desk) -> Vec<usize> {
    match_here(desk).map(|here| copies_of(desk, here.found)).unwrap_or_default()
}

/// The matches with the same passage in the focused pane as this one, in the order of the other article.
fn copies_of(desk: &Desk, main: usize) -> Vec<usize> {
    let Some(collation) = desk.collation() else { return Vec::new() };
    let own = span_here(desk, main);
    let alike = |at: &usize| {
        let span = span_here(desk, *at);
        *at == main || span.meet(own).is_some_and(|both| both.len() * 2 > own.len().max(span.len()))
    };
    let near = collation.matches_on(desk.row.focus, desk.focused().paragraph_id(), own);
    let mut copies: Vec<usize> = near.filter(alike).collect();
    copies.sort_by_key(|&at| collation.matches.get(at).map(|found| found.passages[desk.row.focus.other()].span));
    copies
}

/// The sentence in question: that of the match or of the unmatched stretch at the cursor, else the one at the cursor.
pub fn sentence_here(desk: &Desk) -> Place {
    let pane = desk.focused();
    let (article, at) = (pane.open_article(), pane.open_article().sentence_at(pane.cursor));
    let matched = || Some(found_here(desk)?.passages[desk.row.focus].tokens.clone());
    let tokens = stretch_here(desk).map(|(_, stretch)| stretch.tokens.clone()).or_else(matched);
    let Some(tokens) = tokens else { return Place { article: pane.article, sentence: at } };
    // Of several sentences, the one at the cursor counts, unless only a word or two of it are meant.
    let within = |at: usize| {
        let own = article.sentences.get(at).map(|sentence| &sentence.tokens)?;
        let words = common(own, &tokens);
        Some((words * 2 > own.len(), words))
    };
    let first = article.tokens.get(tokens.start).map_or(at, |token| article.sentence_at(token.span.start()));
    let fullest =
        (first..article.sentences.len()).map_while(|at| within(at).filter(|(_, words)| *words > 0).map(|it| (it, at)));
    let sentence = match within(at) {
        Some((true, _)) => at,
        _ => fullest.max_by_key(|((_, words), at)| (*words, Reverse(*at))).map_or(at, |(_, at)| at),
    };
    Place { article: pane.article, sentence }
}

fn common(one: &Range<usize>, other: &Range<usize>) -> usize {
    one.end.min(other.end).saturating_sub(one.start.max(other.start))
}

/// The match at the cursor.
pub(in crate::app) fn found_here(desk: &Desk) -> Option<&Match> {
    desk.collation()?.matches.get(match_here(desk)?.found)
}

/// What both articles share at the cursor: after a step all that the linked paragraphs share, from its beginning to its end.
pub(in crate::app) fn shared_here(desk: &Desk) -> Option<Pair<Span>> {
    let (here, collation) = (match_here(desk)?, desk.collation()?);
    let linked = current_here(desk).filter(|_| here.stepped).map(|(_, link)| link.matches.as_slice());
    let spans = |at: &usize| Some(collation.matches.get(*at)?.passages.as_ref().map(|passage| passage.span));
    let all = linked.unwrap_or(std::slice::from_ref(&here.found)).iter().filter_map(spans);
    all.reduce(|a, b| Pair::new(a.left.join(b.left), a.right.join(b.right)))
}

fn span_here(desk: &Desk, at: usize) -> Span {
    let found = desk.collation().and_then(|collation| collation.matches.get(at));
    found.map_or(Span::default(), |found| found.passages[desk.row.focus].span)
}

fn row_here(desk: &Desk) -> Option<Span> {
    let pane = desk.focused();
    match pane.page.row(pane.at()) {
        Row::Text(row) => Some(row),
        _ => None,
    }
}

/// The text of the focused article that is highlighted as unmatched.
pub(in crate::app) fn lit_unmatched(desk: &Desk) -> Option<&[Passage]> {
    unmatched(desk, desk.row.ix(desk.row.focus))
}

/// The unmatched stretch on the cursor's row or after it, from which stepping continues: its index among those of the focused pane, and
/// whether the cursor is on it.
pub(in crate::app) fn stretch_at(desk: &Desk) -> Option<(usize, bool)> {
    let stretches = lit_unmatched(desk)?;
    let pane = desk.focused();
    let at = stretches.partition_point(|stretch| stretch.span.end() <= pane.cursor);
    let here = stretches.get(at).is_some_and(|next| pane.page.spot_of(next.span.start()) <= pane.at());
    Some((at, here))
}

/// The highlighted unmatched stretch that the cursor is on, and its index.
pub(in crate::app) fn stretch_here(desk: &Desk) -> Option<(usize, &Passage)> {
    let (at, _) = stretch_at(desk).filter(|(_, here)| *here)?;
    Some((at, lit_unmatched(desk)?.get(at)?))
}
