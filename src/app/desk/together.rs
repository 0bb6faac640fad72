//! Keeps the panes beside the pair in step with it.
//!
//! The pair goes first; once it is in place, the panes beside it follow, from the inner to the outer ones. This happens once after each
//! event, whatever moved the pair, unless all panes have been placed already by going back or by scrolling a pane beside the pair.

use super::desk::Desk;
use super::diff_settings::DiffOpening;
use super::follow::carry_along;
use super::follow::follow;
use super::follow::follow_from;
use super::highlight::Highlight;
use super::narrate::narrate;
use super::pages::set_pages;
use super::pair_places::Stand;
use super::pair_places::stands;
use super::rolling::roll;
use super::strips::keep_strips;
use super::unmatched::keep_unmatched;
use crate::app::jobs::Effect;
use crate::app::jobs::Job;
use crate::app::keys::Action;
use crate::app::layout::PaneIx;
use crate::text::{Pair, Side};

/// Does after each event what no single action has to think of: lays out the pages if the number of panes changed, makes the panes beside
/// the pair follow if it moved, forgets what is known of panes that are no longer neighbours, and asks what shown neighbours share.
pub(in crate::app) fn settle(desk: &mut Desk, before: &Stand) {
    let measure = usize::from(desk.geometry().panes.left.text.width).max(1);
    if desk.row.panes().iter().any(|pane| pane.page.measure() != measure) {
        set_pages(desk);
    }
    desk.row.forget_parted();
    if std::mem::take(&mut desk.row.placed) {
        note_placed(desk, true);
    } else {
        let now = stands(desk);
        let ends = Pair::from_fn(|side| desk.row.ix(side).0);
        let pair = |stand: &Stand| Some((*stand.get(ends.left)?, *stand.get(ends.right)?));
        if before.len() != now.len() || pair(before) != pair(&now) {
            note_placed(desk, false);
            bring_along(desk);
        }
    }
    let open = desk.row.pair();
    if desk.diff.about != open {
        desk.diff.asked.forget();
    }
    ask_what_is_shared(desk);
    if desk.view.lit == Highlight::InNone {
        narrate(desk);
    }
    keep_unmatched(desk);
    keep_strips(desk);
}

fn note_placed(desk: &mut Desk, placed: bool) {
    desk.row.pairings_mut().for_each(|pairing| pairing.placed = placed);
}

/// Asks what shown neighbours share if that is neither known nor asked for; the open pair first.
fn ask_what_is_shared(desk: &mut Desk) {
    ask_what_the_pair_shares(desk);
    let shown = desk.geometry().shown_beside();
    let beside = Side::BOTH.into_iter().flat_map(|side| (1..=shown[side]).map(move |out| (side, out)));
    for (side, out) in beside.filter(|_| !desk.library.is_reading()).collect::<Vec<_>>() {
        let Some(pane) = desk.row.outside(side, out) else { continue };
        if desk.row.pairing_at(pane).1.found.is_open() {
            let job = job(desk, desk.row.pairing_at(pane).1.about);
            desk.row.pairing_at_mut(pane).found.ask(job.ticket);
            desk.ask(Effect::CollateNext(job));
        }
    }
}

/// Asks what the open pair shares, unless that is known or asked for; a newly opened pair goes ahead of other jobs. Not while articles are
/// being read, because those will be compared then.
pub(in crate::app) fn ask_what_the_pair_shares(desk: &mut Desk) {
    // A diff does not show it; going back to reading asks then.
    let opens_as_diff = matches!(desk.diff.opening, DiffOpening::Awaited | DiffOpening::Same(_));
    if desk.diff.view.is_some() || opens_as_diff {
        return;
    }
    let hurries = std::mem::take(&mut desk.row.hurries);
    if desk.library.is_reading() || !desk.row.pairing().found.is_open() {
        return;
    }
    if hurries {
        desk.row.pairings_mut().for_each(|pairing| pairing.found.call_off());
    }
    let job = job(desk, desk.row.pair());
    desk.row.pairing_mut().found.ask(job.ticket);
    desk.ask(if hurries { Effect::Collate(job) } else { Effect::CollateNext(job) });
}

/// Makes the job of comparing two articles.
pub(in crate::app) fn job(desk: &mut Desk, articles: Pair<usize>) -> Job {
    let of = articles.map(|index| desk.library.articles[index].as_ref());
    let decided = desk.library.rulings.on(of).0;
    Job {
        ticket: desk.next_ticket(),
        decided,
        articles: articles.map(|index| std::sync::Arc::clone(&desk.library.articles[index])),
        session: articles.map(|index| desk.library.hidden_by_hand[index].clone()),
        rules: std::sync::Arc::clone(&desk.rules.books),
    }
}

/// Makes the panes beside the pair follow it.
pub(in crate::app) fn bring_along(desk: &mut Desk) {
    if let Some(base) = desk.row.base() {
        return bring_along_from_base(desk, base, base);
    }
    for side in Side::BOTH {
        bring_along_from(desk, desk.row.ix(side));
    }
}

/// Scrolls a pane, and those that move with it.
pub(in crate::app) fn roll_along(desk: &mut Desk, pane: PaneIx, rows: isize) {
    let Some(top) = desk.row.get(pane).map(|pane| pane.top) else { return };
    roll(desk, pane, rows);
    let side = desk.row.side(pane);
    if desk.row.out(pane) == 0 {
        carry_along(desk, side, top);
        return;
    }
    desk.row.placed = true;
    if !desk.view.locked {
        return;
    }
    if let Some(base) = desk.row.base() {
        follow_from(desk, pane, base);
        return bring_along_from_base(desk, base, pane);
    }
    bring_along_from(desk, pane);
    let mut lead = pane;
    while desk.row.out(lead) > 0 {
        let inner = desk.row.inner(lead);
        follow_from(desk, lead, inner);
        lead = inner;
    }
    follow(desk, side);
    bring_along_from(desk, desk.row.ix(side.other()));
}

/// Makes all panes follow the base, except `lead`, which leads the base, and the open pair if it leads.
fn bring_along_from_base(desk: &mut Desk, base: PaneIx, lead: PaneIx) {
    let pair_leads = lead == base;
    let places = desk.row.places().filter(|pane| *pane != base && *pane != lead);
    for pane in places.filter(|pane| !pair_leads || desk.row.out(*pane) > 0).collect::<Vec<_>>() {
        if desk.view.locked {
            follow_from(desk, base, pane);
        }
    }
}

/// Makes the panes further out follow this one.
fn bring_along_from(desk: &mut Desk, pane: PaneIx) {
    if !desk.view.locked {
        return;
    }
    let (side, mut out) = (desk.row.side(pane), desk.row.out(pane));
    while let (Some(lead), Some(next)) = (desk.row.outside(side, out), desk.row.outside(side, out + 1)) {
        follow_from(desk, lead, next);
        out += 1;
    }
}

/// Locks the panes, so that one moves the other, or unlocks them.
pub(in crate::app) fn lock(desk: &mut Desk) {
    desk.view.locked = !desk.view.locked;
    if desk.view.locked {
        follow(desk, desk.row.focus);
        bring_along(desk);
        desk.say("Panes locked: they scroll together");
    } else {
        desk.say(format!("Panes unlocked: each scrolls alone; {} locks them", desk.key(Action::Lock)));
    }
}
