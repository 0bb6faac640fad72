//! Reads everything again, and keeps the reader's place and work.

use super::matrix::cell;
use super::matrix::show_cell;
use super::mode::{Marking, Mode};
use super::stack::Modes;
use super::turn::Turn;
use crate::app::desk::carried::carried;
use crate::app::desk::collating::collate_anew;
use crate::app::desk::coming_back::came_back;
use crate::app::desk::desk::Desk;
use crate::app::desk::diff_job::diff_pair;
use crate::app::desk::jumps::Jumps;
use crate::app::desk::library::beside;
use crate::app::desk::narrating::Narrating;
use crate::app::desk::pair_places::keep_places;
use crate::app::desk::panes::fill_row;
use crate::app::desk::searching::look_again;
use crate::app::desk::sharing::Sharing;
use crate::app::desk::stale::offer;
use crate::app::desk::status::STILL_READING;

use crate::app::jobs::Reopened;
use crate::article::Extent;
use crate::curation::Rulings;
use std::sync::Arc;

use crate::app::desk::reopen::{
    Former, carry_hidden, carry_pairs, carry_panes, complain, is_open, known_again, read_in_vain,
};
/// Takes in articles that replace the open ones, and asks what they share. An article is recognised by its origin; cursor, marks and what
/// was hidden for this session are kept as far as its text is the same.
pub(in crate::app) fn take_reopened(modes: &mut Modes, desk: &mut Desk, reopened: Reopened) {
    if !desk.library.reading.awaits(reopened.ticket) {
        return;
    }
    desk.message.take_if(|message| message.text == STILL_READING);
    complain(desk, &reopened.complaints);
    if reopened.articles.is_empty() {
        desk.warn("Nothing could be opened");
        return read_in_vain(desk, reopened.ticket);
    }
    desk.library.reading.take(reopened.ticket, ());
    if is_open(desk, &reopened.articles) {
        offer(desk);
        return;
    }
    keep_places(desk);
    let old = std::mem::replace(&mut desk.library.articles, beside(reopened.articles));
    let named = Rulings::clone(&desk.library.rulings).renamed(desk.library.articles.iter().map(Arc::as_ref));
    desk.library.rulings = Arc::new(named);
    let former = Former { was: known_again(&desk.library.articles, &old), articles: old };
    carry_modes(modes, desk, &former);
    desk.sharing = Sharing::default();
    desk.narrating = Narrating::default();
    modes.tell(|mode| {
        if let Mode::Matrix(grid) = mode {
            show_cell(grid, desk);
        }
        Turn::Stay
    });
    carry_hidden(desk, &former);
    let place = |(at, from): (usize, &Option<usize>)| {
        let from = (*from)?;
        Some(carried(
            &former.articles.get(from)?.text,
            &desk.library.articles.get(at)?.text,
            *desk.library.cursors.get(from)?,
        ))
    };
    desk.library.cursors = former.was.iter().enumerate().map(|from| place(from).unwrap_or(0)).collect();
    carry_pairs(desk, &former);
    carry_panes(desk, &former);
    if (0..former.articles.len()).any(|at| former.was.get(at) != Some(&Some(at))) {
        desk.row.jumps = Jumps::default();
    }
    if former.articles.iter().any(|article| article.extent == Extent::Head) {
        let panes = desk.settings.panes;
        fill_row(desk, panes);
    }
    desk.library.clusters.forget();
    came_back(desk);
    offer(desk);
    collate_anew(desk);
    look_again(desk);
    match desk.has_pair() {
        true if desk.diff.view.is_some() => diff_pair(desk),
        true => {}
        false => desk.diff.view = None,
    }
}

/// Keeps marking the sentences in the place of the marked ones, and stays in the cell of the same two articles. Closes a hide prompt, a
/// list, and a line typed over one, because what it was about may have changed.
fn carry_modes(modes: &mut Modes, desk: &Desk, former: &Former) {
    let from = desk.focused().article;
    let now = former.now(from).and_then(|at| desk.library.articles.get(at));
    let mut gone = false;
    modes.tell(|mode| {
        let stays = match (&mut *mode, now) {
            (Mode::Matrix(grid), _) => {
                let known = |article: usize| former.now(article).unwrap_or(0);
                let (row, column) = cell(desk, grid);
                (grid.row, grid.column) = (known(row), known(column));
                desk.has_pair()
            }
            (Mode::Marking(marking), Some(new)) if !new.sentences.is_empty() => {
                let place =
                    |at: usize| former.articles[from].sentences.get(at).map_or(0, |sentence| sentence.span.start());
                let carried = |at: usize| new.sentence_at(place(at));
                *marking = Marking { from: carried(marking.from), to: carried(marking.to) };
                true
            }
            (Mode::Prompting(_), _) => !gone,
            (mode, _) => matches!(mode, Mode::Helping(_)),
        };
        gone = !stays;
        if stays { Turn::Stay } else { Turn::Close }
    });
}
