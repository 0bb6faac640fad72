//! What the list of matches is of: what the open pair shares, what of it has no match, or what is found in the whole story.

use super::listing::Listing;
use super::matches::{match_rows, say_why_no_matches};
use super::mode::Mode;
use super::turn::Turn;
use crate::app::desk::desk::Desk;
use crate::app::desk::highlight::Highlight;
use crate::app::desk::narrate::narrate;
use crate::app::desk::status::STILL_READING;
use crate::app::jobs::{Listed, Rows, StretchRows};
use crate::collate::Passage;

/// The round in which one list gives way to the next.
const ROUND: [Listed; 3] = [Listed::Matches, Listed::Unmatched, Listed::InNone];

/// Lists what is lit: matches, or what has none.
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

/// Lists what comes after a list in the round and has any rows.
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

/// Opens one of these lists; what is told of the whole story as soon as that is known.
pub(in crate::app) fn list(desk: &mut Desk, listed: Listed) -> Turn {
    desk.narrating.wanted = None;
    if !desk.has_pair() {
        desk.warn("Only one article is open; nothing to compare it with");
        return Turn::Stay;
    }
    if is_of_the_story(listed) && !has_story(desk) {
        if desk.library.is_reading() {
            desk.warn(STILL_READING);
        } else if !desk.narrating.is_awaited() {
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

fn is_of_the_story(listed: Listed) -> bool {
    matches!(listed, Listed::InNone)
}

/// Whether the story is known as things are now; else it is asked for.
fn has_story(desk: &mut Desk) -> bool {
    narrate(desk);
    desk.synopsis().is_some() && desk.narrating.found.settled().is_some()
}

/// The rows of a list, and the one on which it opens.
fn rows(desk: &Desk, listed: Listed) -> Option<(Rows, usize)> {
    match listed {
        Listed::Unmatched => {
            let collation = desk.collation()?;
            let focus = desk.row.focus;
            let sides = [focus, focus.other()];
            let each = sides.map(|side| (desk.row[side].article, collation.only_here[side].as_slice()));
            Some(stretch_rows(desk, each.into_iter()))
        }
        Listed::InNone => {
            let story = desk.narrating.story(&desk.library.articles)?;
            Some(stretch_rows(desk, story.unmatched.iter().map(Vec::as_slice).enumerate()))
        }
        _ => match_rows(desk),
    }
}

/// The rows of stretches, from the one at the cursor or the next one below it.
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
        Listed::InNone => desk.say("No passage of several words is unmatched in all other articles"),
        _ => say_why_no_matches(desk),
    }
}
