//! Locked scrolling: the other pane follows, so that corresponding text stays side by side.
//!
//! Anchors are the paragraphs that correspond in order. While the cursor is in one, its counterpart is beside it, first row beside first
//! row, and stays in view as long as the paragraph does. Between two anchors, the rows of one side are spread over those of the other.
//! While the cursor is on the current link, both panes simply move alike, because that may be a moved passage, which has no anchor. All
//! this depends only on the cursor's place, so that going back undoes going forward.

use super::desk::Desk;
use super::pair_view::PairView;
use super::pair_view::pair_view;
use super::pane::Pane;
use crate::app::layout::PaneIx;
use crate::article::ParagraphId;
use crate::page::Spot;
use crate::text::{Pair, Side};

/// The most rows between two anchors that are counted; beyond, the text's length is used instead.
const COUNTED: usize = 400;

/// Where the other pane has to be: this row of its page on that screen row, which may be above the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Facing {
    spot: Spot,
    row: isize,
}

/// Makes the other pane follow `lead`, whose first row was `top` before it moved.
pub(in crate::app) fn carry_along(desk: &mut Desk, lead: Side, top: Spot) {
    if !desk.view.locked || desk.collation().is_none() {
        return;
    }
    let on_link = desk
        .paragraph_link()
        .is_some_and(|paragraph_link| paragraph_link.paragraph_ids[lead] == desk.row[lead].paragraph_id());
    if on_link { move_alike(desk, lead, top) } else { follow(desk, lead) }
}

/// Puts the corresponding text beside the cursor of `lead`, if it is known.
pub(in crate::app) fn follow(desk: &mut Desk, lead: Side) {
    follow_from(desk, desk.row.ix(lead), desk.row.ix(lead.other()));
}

/// Puts the text that corresponds to the cursor of `lead` into the pane next to it.
pub(in crate::app) fn follow_from(desk: &mut Desk, lead: PaneIx, follower: PaneIx) {
    let leading = leading(desk, lead, follower);
    let Some(facing) = leading.facing() else { return };
    let (eye, height) = (leading.eye(), leading.height);
    if let Some(pane) = desk.row.get_mut(follower) {
        pane.face(facing.spot, facing.row, eye, height);
    }
}

/// Whether the other pane is where following puts it.
pub(in crate::app) fn is_alongside(desk: &Desk) -> bool {
    let leading = leading(desk, desk.row.ix(desk.row.focus), desk.row.ix(desk.row.focus.other()));
    let Some(facing) = leading.facing().filter(|_| desk.view.locked) else { return false };
    let pane = &desk.row[desk.row.focus.other()];
    pane.top == pane.page.step(facing.spot, -facing.row)
}

fn leading(desk: &Desk, lead: PaneIx, follower: PaneIx) -> Leading<'_> {
    let height = desk.geometry().rows();
    let outer = if desk.row.out(follower) > desk.row.out(lead) { follower } else { lead };
    let side = if lead < follower { Side::Left } else { Side::Right };
    Leading { view: pair_view(desk, outer), side, height }
}

/// Moves the other pane by as many rows as `lead` moved, but keeps the link's paragraph in view.
fn move_alike(desk: &mut Desk, lead: Side, top: Spot) {
    let Some(paragraph_ids) = desk.paragraph_link().map(|paragraph_link| paragraph_link.paragraph_ids) else { return };
    let (height, eye) = (desk.geometry().rows(), desk.row[lead].eye(desk.geometry().rows()));
    let by = desk.row[lead].page.between(top, desk.row[lead].top, height * 4);
    let rows = Pair::from_fn(|side| desk.row[side].page.rows_of(paragraph_ids[side]).unwrap_or_default());
    let (first, tall) = rows[lead];
    let shown = desk.row[lead].row_of(first, height) + tall as isize;
    let other = &desk.row[lead.other()];
    let (first, tall) = rows[lead.other()];
    let row = other.row_of(first, height * 2) - by;
    let facing = Facing { spot: first, row: in_view(row, tall, shown, height) };
    desk.row[lead.other()].face(facing.spot, facing.row, eye, height);
}

/// A pane that leads, and its neighbour that follows.
struct Leading<'a> {
    view: PairView<'a>,
    /// The side of the leading pane.
    side: Side,
    /// The height of the view in rows.
    height: usize,
}

impl Leading<'_> {
    fn eye(&self) -> isize {
        self.view.panes[self.side].eye(self.height)
    }

    fn facing(&self) -> Option<Facing> {
        self.view.collation?;
        let (lead, anchors) = (self.side, self.view.anchors);
        let paragraph_id = self.view.panes[lead].paragraph_id();
        let after = anchors.partition_point(|anchor| anchor[lead] <= paragraph_id);
        let before = after.checked_sub(1).and_then(|at| anchors.get(at)).copied();
        match before.filter(|anchor| anchor[lead] == paragraph_id) {
            Some(anchor) => self.beside_anchor(anchor),
            None => Some(self.between_anchors(before, anchors.get(after).copied())),
        }
    }

    /// First row beside first row; but if the counterpart would leave the view, as much of it stays as of the paragraph.
    fn beside_anchor(&self, anchor: Pair<ParagraphId>) -> Option<Facing> {
        let (panes, lead) = (self.view.panes, self.side);
        let (first, tall) = panes[lead].page.rows_of(anchor[lead])?;
        let row = panes[lead].row_of(first, tall + self.height);
        let (spot, other) = panes[lead.other()].page.rows_of(anchor[lead.other()])?;
        Some(Facing { spot, row: in_view(row, other, row + tall as isize, self.height) })
    }

    /// Spreads the rows between two anchors over those of the other side. Before the first anchor both articles begin together; after the
    /// last one they advance row by row.
    fn between_anchors(&self, before: Option<Pair<ParagraphId>>, after: Option<Pair<ParagraphId>>) -> Facing {
        let lead = self.side;
        let (here, there) = (self.view.panes[lead], self.view.panes[lead.other()]);
        let row = self.eye();
        let from = before.map(|anchor| Pair::new(here.start_of(anchor[lead]), there.start_of(anchor[lead.other()])));
        let from = from.unwrap_or_else(|| Pair::new(here.page.first(), there.page.first()));
        let passed = here.page.between(from.left, here.at(), COUNTED);
        let Some(after) = after else { return Facing { spot: there.page.step(from.right, passed), row } };
        let to = Pair::new(here.start_of(after[lead]), there.start_of(after[lead.other()]));
        let tall = before.and_then(|anchor| here.page.rows_of(anchor[lead])).map_or(0, |(_, tall)| tall as isize);
        let all = Pair::new(
            here.page.between(from.left, to.left, COUNTED),
            there.page.between(from.right, to.right, COUNTED),
        );
        let most = COUNTED as isize;
        if all.left >= most || all.right >= most {
            return Facing { spot: by_length(here, there, from, to), row };
        }
        let (gap, other) = (all.left - tall, all.right - tall);
        let on = tall + (passed - tall) * other / gap.max(1);
        Facing { spot: there.page.step(from.right, on), row }
    }
}

/// The screen row of the first of `tall` rows that keeps as many of them in view as possible: at least as many as of the other side, of
/// which `shown` rows are below the screen's top.
fn in_view(row: isize, tall: usize, shown: isize, height: usize) -> isize {
    let tall = tall as isize;
    let least = shown.clamp(1, height.max(1) as isize).min(tall);
    row.max(least - tall).min(height.saturating_sub(1) as isize)
}

/// The row of the other page that is as far between two places as the cursor is between its own.
fn by_length(here: &Pane, there: &Pane, from: Pair<Spot>, to: Pair<Spot>) -> Spot {
    let (start, end) = (here.page.place_of(from.left), here.page.place_of(to.left));
    let (first, last) = (there.page.place_of(from.right), there.page.place_of(to.right));
    let part = here.cursor.saturating_sub(start).min(end.saturating_sub(start)) as u128;
    let place = first as u128 + part * last.saturating_sub(first) as u128 / end.saturating_sub(start).max(1) as u128;
    there.page.spot_of(place as usize)
}
