//! The lists of matches, of unmatched text, and of what is found in the whole story.

use std::sync::Arc;

use super::listing::Listing;
use super::matches::{match_rows, say_why_no_matches};
use super::mode::Mode;
use super::turn::Turn;
use crate::app::desk::comparing::compare;
use crate::app::desk::desk::Desk;
use crate::app::desk::highlight::Highlight;
use crate::app::desk::narrate::narrate;
use crate::app::desk::noting::note_rows;
use crate::app::desk::status::STILL_READING;
use crate::app::jobs::{ListRow, Listed, Rows, Story, StretchRows, figure_rows, origin_rows, quotation_rows};
use crate::article::Article;
use crate::collate::Passage;
use crate::report::differences_found;

/// The order in which the key changes the list.
const ROUND: [Listed; 5] = [Listed::Matches, Listed::Unmatched, Listed::InNone, Listed::Figures, Listed::Quotations];

/// Lists what is highlighted: matches, or unmatched text.
pub(in crate::app) fn list_lit(desk: &mut Desk) -> Turn {
    list(
        desk,
        match desk.view.lit {
            Highlight::OnlyHere => Listed::Unmatched,
            Highlight::InNone => Listed::InNone,
            _ => Listed::Matches,
        },
    )
}

/// Shows the next list that has any rows.
pub(in crate::app) fn list_next(desk: &mut Desk, listed: Listed) -> Turn {
    let Some(at) = ROUND.iter().position(|known| *known == listed) else {
        desk.say("This list has no other contents");
        return Turn::Stay;
    };
    for next in (1..ROUND.len()).map(|by| ROUND[(at + by) % ROUND.len()]) {
        let turn = list(desk, next);
        if matches!(turn, Turn::Open(_)) || desk.narrating.wanted.is_some() {
            return turn;
        }
    }
    Turn::Stay
}

/// Opens one of these lists, or waits until the synopsis it needs is known.
pub(in crate::app) fn list(desk: &mut Desk, listed: Listed) -> Turn {
    desk.narrating.wanted = None;
    if !desk.has_pair() {
        let notes = note_rows(desk);
        if listed == Listed::Matches && !notes.is_empty() {
            return Turn::Open(Mode::Listing(Box::new(Listing::of(Listed::Matches, Rows::made(notes), 0))));
        }
        desk.warn("Only one article is open; nothing to compare it with");
        return Turn::Stay;
    }
    if !is_known(desk, listed) {
        let awaited = desk.narrating.is_awaited() || desk.sharing.found.is_awaited();
        if desk.library.is_reading() {
            desk.warn(STILL_READING);
        } else if !awaited {
            desk.warn("Could not compare all articles");
        } else {
            desk.narrating.wanted = Some(listed);
            desk.say("Comparing all articles …");
        }
        return Turn::Stay;
    }
    let found = rows(desk, listed).filter(|(rows, _)| !rows.is_empty());
    match found {
        Some((rows, at)) => Turn::Open(Mode::Listing(Box::new(Listing::of(listed, rows, at)))),
        None => {
            say_why_none(desk, listed);
            Turn::Stay
        }
    }
}

/// Whether what a list shows is known and up to date; if not, asks for it.
fn is_known(desk: &mut Desk, listed: Listed) -> bool {
    match listed {
        Listed::InNone | Listed::Figures | Listed::Quotations => {
            narrate(desk);
            desk.synopsis().is_some() && desk.narrating.found.settled().is_some()
        }
        Listed::Origins => {
            compare(desk);
            desk.sharing.found.settled().is_some()
        }
        _ => true,
    }
}

/// The rows of a list, and the one it opens on.
fn rows(desk: &Desk, listed: Listed) -> Option<(Rows, usize)> {
    match listed {
        Listed::Unmatched => {
            let collation = desk.collation()?;
            let focus = desk.row.focus;
            let sides = [focus, focus.other()];
            let each = sides.map(|side| (desk.row[side].article, collation.unmatched(side)));
            Some(stretch_rows(desk, each.into_iter()))
        }
        Listed::InNone => {
            let story = desk.narrating.story(&desk.library.articles)?;
            Some(stretch_rows(desk, story.unmatched.iter().map(Vec::as_slice).enumerate()))
        }
        Listed::Figures => story_rows(desk, figure_rows),
        Listed::Quotations => story_rows(desk, quotation_rows),
        Listed::Origins => {
            let articles = &desk.library.articles;
            Some((Rows::made(origin_rows(articles, desk.sharing.origins(articles)?)), 0))
        }
        _ => match_rows(desk),
    }
}

/// How many figures or quotations a list has versions of; nothing of other lists.
pub fn counted(desk: &Desk, listed: Listed) -> Option<usize> {
    let story = || desk.narrating.story(&desk.library.articles);
    match listed {
        Listed::Figures => Some(story()?.synopsis.discords.len()),
        Listed::Quotations => Some(story()?.quotations.len()),
        _ => None,
    }
}

fn story_rows(desk: &Desk, rows: impl Fn(&[Arc<Article>], &Story) -> Vec<ListRow>) -> Option<(Rows, usize)> {
    let articles = &desk.library.articles;
    Some((Rows::made(rows(articles, desk.narrating.story(articles)?)), 0))
}

/// The rows of stretches; the list opens on the one at the cursor or the next one below it.
fn stretch_rows<'a>(desk: &Desk, each: impl Iterator<Item = (usize, &'a [Passage])>) -> (Rows, usize) {
    let all = each.flat_map(|(article, stretches)| stretches.iter().map(move |stretch| (article, stretch.clone())));
    let stretches: Vec<(usize, Passage)> = all.collect();
    let (article, cursor) = (desk.focused().article, desk.focused().cursor);
    let below = |(of, stretch): &(usize, Passage)| *of == article && stretch.span.end() > cursor;
    let at = stretches.iter().position(below).unwrap_or(0);
    (Rows::stretches(StretchRows { articles: desk.library.articles.clone(), stretches }), at)
}

fn say_why_none(desk: &mut Desk, listed: Listed) {
    match listed {
        Listed::Unmatched if desk.collation().is_none() => desk.warn("Still comparing"),
        Listed::Unmatched => desk.say("No unmatched text in these two"),
        Listed::InNone => desk.say("No passage of several words is unmatched in all others"),
        Listed::Figures => {
            let none = desk.narrating.story(&desk.library.articles).map(|story| differences_found(&story.synopsis));
            desk.say(none.unwrap_or_default());
        }
        Listed::Quotations => desk.say("Found no quotations"),
        Listed::Origins => desk.warn("Too many articles are open for this"),
        _ => say_why_no_matches(desk),
    }
}
