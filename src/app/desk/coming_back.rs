//! Restores the reader's place in a set of articles.

use super::desk::Desk;
use super::pair_places::file_of;
use super::pair_places::return_to_pair;
use super::pair_places::stands;
use super::panes::put;
use super::together::settle;
use crate::app::jobs::Effect;
use crate::app::memory::SetPlaces;
use crate::text::Pair;
use crate::text::Side;
use std::path::PathBuf;
/// Returns to where the reader was in these articles, as far as they are still there: once they are read, unless the reader has done
/// something by then.
pub fn come_back(desk: &mut Desk, kept: SetPlaces) -> Vec<Effect> {
    desk.memory.kept = kept;
    desk.memory.untouched = true;
    if desk.library.is_reading() {
        return Vec::new();
    }
    let before = stands(desk);
    came_back(desk);
    settle(desk, &before);
    desk.outbox.take()
}

pub(in crate::app) fn came_back(desk: &mut Desk) {
    if !std::mem::take(&mut desk.memory.untouched) || desk.memory.kept == SetPlaces::default() {
        return;
    }
    let index = |path: &PathBuf| desk.library.articles.iter().position(|article| file_of(article) == Some(path));
    let open = desk.memory.kept.open.as_ref().map(|open| open.as_ref().map(index));
    // Two articles are opened as they were named.
    let open =
        open.filter(|_| desk.library.articles.len() > 2).and_then(|open| Some(Pair::new(open.left?, open.right?)));
    let other = open.filter(|open| *open != desk.row.pair() && open.left != open.right);
    if let Some(open) = other {
        put(desk, Side::Left, open.left);
        put(desk, Side::Right, open.right);
    }
    desk.row.focus = desk.memory.kept.focus.unwrap_or(desk.row.focus);
    return_to_pair(desk);
}
