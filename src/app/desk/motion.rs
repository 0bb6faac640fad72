//! Moves the cursor and the focus, and puts articles into panes.

use super::desk::Desk;
use super::follow::carry_along;
use super::leaving::leave;
use super::pair_places::keep_places;
use super::pair_places::return_to_pair;
use super::panes::focus_next;
use super::panes::focus_towards;
use super::panes::put;
use super::rolling::roll;
use super::rolling::say_the_end;
use super::status::STILL_READING;
use crate::app::keys::Action;
use crate::app::layout::ABOVE;
use crate::article::{Extent, ParagraphId};
use crate::page::spoken;
use crate::text::Side;

/// Moves the cursor or the focus.
pub(in crate::app) fn moved(desk: &mut Desk, action: Action, count: Option<usize>) {
    let height = desk.geometry().rows().max(1);
    let times = count.unwrap_or(1) as isize;
    let (half, page) = ((height / 2).max(1) as isize, height.saturating_sub(2).max(1) as isize);
    if matches!(action, Action::Top | Action::Bottom) {
        leave(desk);
    }
    let (lead, top, cursor) = (desk.row.focus, desk.focused().top, desk.focused().cursor);
    match action {
        Action::Down => walk(desk, times),
        Action::Up => walk(desk, -times),
        Action::HalfDown => scroll(desk, times * half),
        Action::HalfUp => scroll(desk, -times * half),
        Action::PageDown => scroll(desk, times * page),
        Action::PageUp => scroll(desk, -times * page),
        Action::RollDown => roll(desk, desk.row.ix(lead), times),
        Action::RollUp => roll(desk, desk.row.ix(lead), -times),
        Action::Top => go_to_paragraph(desk, count, 1),
        Action::Bottom => go_to_paragraph(desk, count, usize::MAX),
        Action::OtherPane => return focus_next(desk),
        Action::LeftPane => return focus_towards(desk, Side::Left),
        Action::RightPane => return focus_towards(desk, Side::Right),
        _ => {}
    }
    if (desk.row[lead].top, desk.row[lead].cursor) != (top, cursor) {
        carry_along(desk, lead, top);
    } else if matches!(action, Action::Top | Action::Bottom) && desk.message.is_none() {
        desk.say("Already there");
    }
}

fn walk(desk: &mut Desk, rows: isize) {
    let height = desk.geometry().rows();
    let pane = desk.row.focused_mut();
    if !pane.walk(rows) {
        say_the_end(desk, desk.row.ix(desk.row.focus), rows);
        return;
    }
    pane.show_cursor(height);
}

/// Moves the cursor and the view by the same number of rows.
fn scroll(desk: &mut Desk, rows: isize) {
    let height = desk.geometry().rows();
    let pane = desk.row.focused_mut();
    let last = pane.page.step(pane.page.last(), 1 - height as isize);
    let top = pane.page.step(pane.top, rows).min(last.max(pane.top));
    if !pane.walk(rows) {
        say_the_end(desk, desk.row.ix(desk.row.focus), rows);
        return;
    }
    pane.top = top;
    pane.show_cursor(height);
}

fn go_to_paragraph(desk: &mut Desk, count: Option<usize>, otherwise: usize) {
    let height = desk.geometry().rows();
    let pane = desk.row.focused_mut();
    let article = pane.open_article();
    let number = count.unwrap_or(otherwise).clamp(1, article.paragraphs.len().max(1));
    let end = pane.page.place_of(pane.page.last());
    let cut = number < count.unwrap_or(otherwise) && article.extent == Extent::Head;
    let start = article.paragraphs.get(number - 1).map_or(0, |paragraph| paragraph.span.start());
    let beyond = count.filter(|count| *count > article.paragraphs.len()).map(|_| article.paragraphs.len());
    pane.cursor = if count.is_none() && otherwise > 1 { end } else { start };
    if count.is_none() && otherwise == 1 {
        pane.cursor = pane.page.place_of(pane.page.first());
        pane.top = pane.page.first();
    }
    if count.is_some() && !pane.shows(ParagraphId(number - 1), height) {
        pane.put(pane.at(), height / ABOVE);
    }
    pane.show_cursor(height);
    match beyond {
        _ if cut => say_the_end(desk, desk.row.ix(desk.row.focus), 1),
        Some(last) => desk.say(format!("This article has {last} paragraphs")),
        None => {}
    }
}

/// Puts article `number`, counted from 1, into the focused pane; if the other pane has it, the two are swapped.
pub(in crate::app) fn choose(desk: &mut Desk, number: usize) {
    if desk.library.is_reading() && (!desk.has_pair() || number > desk.library.articles.len()) {
        desk.warn(STILL_READING);
        return;
    }
    if !desk.has_pair() {
        desk.warn("Only one article is open");
        return;
    }
    if number == 0 || number > desk.library.articles.len() {
        desk.warn(format!("No article {number}; {} are open", desk.library.articles.len()));
        return;
    }
    let index = number - 1;
    if desk.row[desk.row.focus].article == index {
        desk.say(format!("{} is already here", spoken(&desk.library.articles[index])));
        return;
    }
    leave(desk);
    keep_places(desk);
    let was = desk.row[desk.row.focus].article;
    if desk.row.articles().contains(&index) {
        desk.say("Swapped the two articles");
    }
    if desk.row[desk.row.focus.other()].article == index {
        put(desk, desk.row.focus.other(), was);
    }
    put(desk, desk.row.focus, index);
    return_to_pair(desk);
}
