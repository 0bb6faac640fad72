//! Sharing: how much of every open article stands in every other, as far as it is known.

use super::desk::Desk;
use std::sync::Arc;

use crate::app::jobs::Effect;
use crate::app::jobs::Gathering;

/// Asks how much of each article stands in each other, unless that is known or asked already.
pub(in crate::app) fn compare(desk: &mut Desk) {
    let known = desk.sharing.order.is_some() && !desk.sharing.outdated;
    if known || desk.sharing.awaited.is_some() || desk.library.reading || !desk.has_pair() {
        return;
    }
    let ticket = desk.next_ticket();
    desk.sharing.awaited = Some((ticket, 0));
    desk.sharing.outdated = false;
    let gathering = Gathering {
        ticket,
        articles: desk.library.articles.clone(),
        session: desk.library.hidden_by_hand.clone(),
        rules: Arc::clone(&desk.rules.books),
    };
    desk.ask(Effect::Compare(gathering));
}

/// Takes note that something else is hidden now; where the reader looks at it, it is asked for anew.
pub(in crate::app) fn compare_anew(desk: &mut Desk) {
    desk.sharing.awaited = None;
    desk.sharing.outdated = true;
    desk.sharing.renewed = true;
}

/// Takes note that the comparison with this ticket failed, so that it can be asked for again.
pub(in crate::app) fn compared_in_vain(desk: &mut Desk, ticket: u64) {
    desk.sharing.awaited.take_if(|(awaited, _)| *awaited == ticket);
}
