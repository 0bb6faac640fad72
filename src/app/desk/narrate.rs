//! Asks for the synopsis.

use super::desk::Desk;
use crate::app::jobs::Effect;

/// The most articles for which the synopsis is found before anybody asks, and the most words in them: at most a quarter of a second of the
/// processor (chosen).
const FEW: usize = 12;
const SMALL: usize = 30_000;

/// Asks for the synopsis of a few articles as soon as their statements are known, so that “also in” names the same articles before and after
/// somebody looks at it.
pub(in crate::app) fn narrate_a_few(desk: &mut Desk) {
    let articles = &desk.library.articles;
    let words: usize = articles.iter().map(|article| article.tokens.len()).sum();
    if (3..=FEW).contains(&articles.len()) && words <= SMALL {
        narrate(desk);
    }
}

/// Asks for the synopsis, unless it is known or asked for already.
pub(in crate::app) fn narrate(desk: &mut Desk) {
    if !desk.narrating.found.is_open() || desk.library.is_reading() || !desk.has_pair() {
        return;
    }
    let ticket = desk.next_ticket();
    desk.narrating.found.ask(ticket);
    desk.narrating.progress = None;
    let gathering = desk.gathering(ticket);
    desk.ask(Effect::Narrate(gathering));
}
