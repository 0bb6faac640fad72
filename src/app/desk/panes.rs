//! Opens and closes panes, and moves the focus between them.

use super::at_cursor::current_here;
use super::desk::Desk;
use super::leaving::leave;
use super::pair_places::keep_places;
use super::pane::Pane;
use super::status::STILL_READING;
use std::sync::Arc;

use crate::app::keys::Action;
use crate::app::layout::MOST_PANES;
use crate::app::layout::PaneIx;
use crate::app::layout::fitting;
use crate::app::layout::needed;
use crate::page::{Page, spoken};
use crate::text::Side;

/// Opens another pane on the right with this article, counted from 1, or with the next one that is not shown.
pub(in crate::app) fn open_pane(desk: &mut Desk, number: Option<usize>) {
    match for_further_pane(desk, number) {
        Ok(article) => {
            leave(desk);
            open_beside(desk, article);
            let (name, close) = (spoken(&desk.library.articles[article]), desk.key(Action::ClosePane));
            desk.say(format!("Opened {name} on the right; {close} closes the pane with the cursor"));
        }
        Err(why) => desk.warn(why),
    }
}

/// The article that another pane would show.
///
/// # Errors
///
/// Says why there is none, or no room for it.
fn for_further_pane(desk: &Desk, number: Option<usize>) -> Result<usize, String> {
    let (row, room) = (desk.row.articles(), room(desk));
    if room < row.len() {
        return Err(no_room_for(desk, room + 1));
    }
    let wanted = number.map_or_else(|| next_not_shown(desk), |number| number.checked_sub(1));
    let known = wanted.filter(|article| *article < desk.library.articles.len() && desk.has_pair());
    let Some(article) = known else {
        return Err(match number {
            _ if desk.library.is_reading() => STILL_READING.to_owned(),
            _ if !desk.has_pair() => "Only one article is open".to_owned(),
            None => "No other article is open".to_owned(),
            Some(number) => format!("No article {number}; {} are open", desk.library.articles.len()),
        });
    };
    if row.contains(&article) {
        return Err(format!("{} is already shown", spoken(&desk.library.articles[article])));
    }
    if row.len() >= MOST_PANES {
        let close = desk.key(Action::ClosePane);
        return Err(format!("No more than {MOST_PANES} panes; {close} closes this one"));
    }
    if row.len() >= room { Err(no_room_for(desk, room + 1)) } else { Ok(article) }
}

fn no_room_for(desk: &Desk, pane: usize) -> String {
    let nth = if pane == 3 { "third" } else { "fourth" };
    let (needed, width) = (needed(pane, desk.settings.measure), desk.view.size.width);
    format!("No room for a {nth} pane: it needs {needed} columns, there are {width}")
}

/// The next article after that of the last pane that no pane shows; after the last article comes the first.
fn next_not_shown(desk: &Desk) -> Option<usize> {
    let (row, all) = (desk.row.articles(), desk.library.articles.len());
    let last = row.last().copied().unwrap_or(0);
    (last + 1..all).chain(0..last).find(|article| !row.contains(article))
}

/// Opens panes until there are this many, as far as there are articles. Those without room are shown when there is room.
pub(in crate::app) fn fill_row(desk: &mut Desk, panes: usize) {
    while desk.row.panes().len() < panes.min(MOST_PANES) {
        let Some(article) = next_not_shown(desk) else { return };
        open_beside(desk, article);
    }
}

fn open_beside(desk: &mut Desk, article: usize) {
    let pane = opened(desk, article);
    desk.row.push(pane);
}

/// Closes the focused pane; the next one takes its place. Two panes always stay.
pub(in crate::app) fn close_pane(desk: &mut Desk) {
    if desk.row.panes().len() <= 2 {
        desk.warn(format!("At least two panes stay open; {} opens a third", desk.key(Action::OpenPane)));
        return;
    }
    leave(desk);
    keep_places(desk);
    desk.say(format!("Closed {}", spoken(desk.focused().open_article())));
    desk.row.remove(desk.row.ix(desk.row.focus));
}

/// Opens the pair of the focused pane and the one beside it, if that has the article; the focus stays.
pub(in crate::app) fn turn_to_neighbour(desk: &mut Desk, article: usize) {
    if let Some(base) = desk.row.base() {
        let has = |pane: &PaneIx| *pane != base && desk.row.get(*pane).is_some_and(|pane| pane.article == article);
        // Only the base has more than one pane beside it.
        if let Some(pane) = desk.row.places().find(has).filter(|_| desk.row.ix(desk.row.focus) == base) {
            desk.row.focus_on(pane);
            desk.row.focus = desk.row.side(base);
        }
        return;
    }
    let side = desk.row.focus;
    let beside = desk.row.outside(side, 1).and_then(|pane| desk.row.get(pane));
    if beside.is_some_and(|pane| pane.article == article) {
        desk.row.shift(side);
        desk.row.focus = side.other();
    }
}

/// Moves the focus to the next visible pane; after the last one comes the first.
pub(in crate::app) fn focus_next(desk: &mut Desk) {
    let shown = shown_panes(desk);
    let at = shown.iter().position(|pane| *pane == desk.row.ix(desk.row.focus)).unwrap_or(0);
    if let Some(pane) = shown.get((at + 1) % shown.len().max(1)) {
        sit(desk, *pane);
    }
}

/// Moves the focus one pane to a side, even to one without room so far.
pub(in crate::app) fn focus_towards(desk: &mut Desk, side: Side) {
    let here = desk.row.ix(desk.row.focus).0;
    let to = match side {
        Side::Left => here.checked_sub(1),
        Side::Right => Some(here + 1),
    };
    match to.map(PaneIx).filter(|pane| desk.row.get(*pane).is_some()) {
        Some(pane) => sit(desk, pane),
        None => desk.say(format!("Already in the {} pane", if side == Side::Left { "left" } else { "right" })),
    }
}

/// The visible panes, from left to right.
pub fn shown_panes(desk: &Desk) -> Vec<PaneIx> {
    let shown = desk.geometry().shown_beside();
    desk.row.places().filter(|pane| desk.row.out(*pane) <= shown[desk.row.side(*pane)]).collect()
}

/// How many panes have room.
pub(in crate::app) fn room(desk: &Desk) -> usize {
    fitting(desk.view.size.width, desk.settings.measure)
}

/// Moves the focus to a pane of the row, and the open pair with it.
pub(in crate::app) fn sit(desk: &mut Desk, pane: PaneIx) {
    if desk.row.focus_on(pane) && current_here(desk).is_none() {
        // If linked paragraphs are side by side already, theirs is the current link.
        let paragraph_ids = desk.row.both().map(Pane::paragraph_id);
        let pairing = desk.row.pairing_mut();
        pairing.current = pairing.link_of(paragraph_ids);
    }
}

/// Makes a pane for an article.
pub(in crate::app) fn opened(desk: &Desk, article: usize) -> Pane {
    let measure = usize::from(desk.geometry().panes[desk.row.focus].text.width);
    let (open, mask) = (Arc::clone(&desk.library.articles[article]), Arc::clone(&desk.library.masks[article]));
    let mut pane =
        Pane::open(article, Page::new(open, mask, desk.view.folding, measure), desk.library.cursors[article]);
    pane.edge = desk.settings.scroll_offset;
    pane
}

/// Puts an article into a pane of the pair. If a pane beside the pair has that article, it gets the one that was there, or another that no
/// pane shows; if there is none, it is closed.
pub(in crate::app) fn put(desk: &mut Desk, side: Side, article: usize) {
    let was = desk.row[side].article;
    let pane = opened(desk, article);
    desk.row.set(desk.row.ix(side), pane);
    for place in beside_with(desk, article) {
        let row = desk.row.articles();
        let free = std::iter::once(was).chain(0..desk.library.articles.len()).find(|other| !row.contains(other));
        match free.map(|other| opened(desk, other)) {
            Some(pane) => desk.row.set(place, pane),
            None => desk.row.remove(place),
        }
    }
}

/// The panes beside the pair that show an article, the last one first.
fn beside_with(desk: &Desk, article: usize) -> Vec<PaneIx> {
    let has = |pane: &PaneIx| desk.row.get(*pane).is_some_and(|pane| pane.article == article);
    let beside = desk.row.places().filter(|pane| desk.row.out(*pane) > 0 && has(pane));
    let mut all: Vec<PaneIx> = beside.collect();
    all.reverse();
    all
}

/// Sets the row to these articles, with one pair open and maybe a base.
pub(in crate::app) fn set_row(desk: &mut Desk, row: &[usize], open: usize, base: Option<PaneIx>) {
    let mut known: Vec<Option<Pane>> = Vec::new();
    let fresh: Vec<Pane> = row.iter().map(|article| opened(desk, *article)).collect();
    known.extend(desk.row.take_panes().into_iter().map(Some));
    let kept = |new: Pane| {
        let old = known.iter_mut().find(|old| old.as_ref().is_some_and(|old| old.article == new.article));
        old.and_then(Option::take).unwrap_or(new)
    };
    let panes = fresh.into_iter().map(kept).collect();
    desk.row.replace(panes, open, base);
}
