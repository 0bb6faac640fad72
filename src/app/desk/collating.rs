//! Asks for new comparisons when what is hidden changes.

use super::comparing::compare_anew;
use super::desk::Desk;
use super::together::ask_what_the_pair_shares;
use crate::app::jobs::Effect;

/// The most articles for which the statements are found: time and memory grow with their number.
pub(in crate::app) const MOST_GATHERED: usize = 2_000;

/// Asks to compare the open pair and, because other text is hidden now, to find the statements of all articles.
pub(in crate::app) fn collate_anew(desk: &mut Desk) {
    if desk.library.is_reading() {
        return;
    }
    desk.row.pairings_mut().for_each(|pairing| pairing.found.renew());
    desk.row.pairing_mut().landed = None;
    desk.row.hurries = true;
    desk.diff.asked.forget();
    ask_what_the_pair_shares(desk);
    if (3..=MOST_GATHERED).contains(&desk.library.articles.len()) {
        gather(desk);
    } else {
        desk.library.clusters.forget();
    }
    compare_anew(desk);
    desk.narrating.found.renew();
}

/// Asks which articles have which statement.
pub(in crate::app) fn gather(desk: &mut Desk) {
    let ticket = desk.next_ticket();
    desk.library.clusters.ask(ticket);
    let gathering = desk.gathering(ticket);
    desk.ask(Effect::Gather(gathering));
}
