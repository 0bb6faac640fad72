//! Chooses what is highlighted: everything shared, one class, or unmatched text.

use super::at_cursor::{lit_unmatched, stretch_at, stretch_here};
use super::desk::Desk;
use super::follow::carry_along;
use super::highlight::Highlight;
use super::leaving::leave;
use super::step::{say_why_none, step};
use crate::app::keys::Action;
use crate::app::layout::ABOVE;
use crate::collate::Passage;
use crate::text::Side;

/// Highlights only the next class; after the last one, all that is shared again.
pub(in crate::app) fn next_class(desk: &mut Desk) {
    if !desk.has_pair() {
        return say_why_none(desk, Highlight::Shared);
    }
    desk.view.lit = desk.view.lit.next();
    let (lit, next) = (desk.view.lit, desk.key(Action::NextClass));
    desk.say(match lit {
        Highlight::Shared => "Highlighting everything shared".to_owned(),
        _ => format!("Highlighting only {}; {next} shows the next class", lit.matches()),
    });
    if desk.collation().is_some() && desk.stepping_order(lit).is_empty() {
        desk.warn(format!("No {} here; {next} shows the next class", lit.matches()));
    }
}

/// Highlights what has no match: first in the other article, then (with more than two articles) in any other; then what is shared again.
pub(in crate::app) fn only_here(desk: &mut Desk) {
    if !desk.has_pair() {
        return say_why_none(desk, Highlight::Shared);
    }
    let others = desk.library.articles.len().saturating_sub(1);
    desk.view.lit = match desk.view.lit {
        Highlight::OnlyHere if others > 1 => Highlight::InNone,
        lit if lit.is_unmatched() => Highlight::Shared,
        _ => Highlight::OnlyHere,
    };
    let (next, again, list) = (desk.key(Action::NextLink), desk.key(Action::OnlyHere), desk.key(Action::Matches));
    desk.say(match desk.view.lit {
        Highlight::OnlyHere if others > 1 => {
            format!("Highlighting what is unmatched in the other article; {next} steps, {again}: in all others")
        }
        Highlight::OnlyHere => format!("Highlighting unmatched text; {next} steps through it, {again} goes back"),
        Highlight::InNone => {
            let close = desk.synopsis().is_none_or(|synopsis| synopsis.close);
            let reworded = if close { "" } else { " (too many to look for rewording)" };
            format!(
                "Highlighting what is unmatched in all others{reworded}; {next} steps, {list} lists, {again} goes back"
            )
        }
        _ => "Highlighting everything shared".to_owned(),
    });
}

/// Highlights all that is shared again.
pub(in crate::app) fn highlight_all(desk: &mut Desk) {
    desk.view.lit = Highlight::Shared;
    desk.say("Highlighting everything shared");
}

/// The unmatched stretch under the cursor: its number, how many there are, and where it is.
pub fn alone(desk: &Desk) -> Option<(usize, usize, &Passage)> {
    let (at, stretch) = stretch_here(desk)?;
    Some((at + 1, lit_unmatched(desk)?.len(), stretch))
}

/// Steps `times` unmatched stretches forward or back; several on one row count as one.
pub(in crate::app) fn step_alone(desk: &mut Desk, times: isize) {
    let count = lit_unmatched(desk).map_or(0, <[Passage]>::len);
    let Some((at, here)) = stretch_at(desk).filter(|_| count > 0) else {
        let awaited = desk.collating() || (desk.view.lit == Highlight::InNone && desk.narrating.is_awaited());
        desk.warn(if awaited { "Still comparing" } else { "No unmatched text in this article" });
        return;
    };
    let mut to = at as isize;
    for step in 0..times.abs() {
        to = next_row(desk, to, times.signum(), here || step > 0);
    }
    if to < 0 || to >= count as isize {
        desk.say_wrapped();
    }
    leave(desk);
    let place = start_of_stretch(desk, to.rem_euclid(count as isize) as usize);
    go_to_place(desk, desk.row.focus, place);
}

/// The next stretch that begins on another row.
fn next_row(desk: &Desk, from: isize, by: isize, on_it: bool) -> isize {
    if by > 0 && !on_it {
        return from;
    }
    let row = |at: isize| {
        let place = start_of_stretch(desk, usize::try_from(at).ok()?)?;
        Some(desk.focused().page.spot_of(place))
    };
    let here = if on_it { row(from) } else { None };
    let mut to = from + by;
    while here.is_some() && row(to) == here {
        to += by;
    }
    to
}

fn start_of_stretch(desk: &Desk, at: usize) -> Option<usize> {
    lit_unmatched(desk)?.get(at).map(|stretch| stretch.span.start())
}

/// Brings a place into view with the cursor on it; if it was not shown, a quarter of the pane is left above it.
pub(in crate::app) fn go_to_place(desk: &mut Desk, side: Side, place: Option<usize>) {
    let Some(place) = place else { return };
    let (height, top) = (desk.geometry().rows(), desk.row[side].top);
    let pane = &mut desk.row[side];
    pane.cursor = pane.page.place_of(pane.page.spot_of(place));
    let row = pane.row_of(pane.at(), height);
    if !(0..height as isize).contains(&row) {
        pane.put(pane.at(), height / ABOVE);
    }
    pane.show_cursor(height);
    carry_along(desk, side, top);
}

/// Steps through what is highlighted.
pub(in crate::app) fn step_lit(desk: &mut Desk, times: isize) {
    match desk.view.lit {
        lit if lit.is_unmatched() => step_alone(desk, times),
        lit => step(desk, times, lit),
    }
}
