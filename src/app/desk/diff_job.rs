//! Compares the open pair as two versions, and shows the diff at the reader's place.

use super::collating::collate_anew;
use super::desk::Desk;
use super::diff_view::DiffView;
use super::leaving::leave;
use super::pages::set_pages;
use super::pane::Pane;
use super::status::STILL_READING;
use crate::app::jobs::DiffJob;
use std::sync::Arc;

use crate::app::jobs::Effect;
use crate::boilerplate::{Does, Placed};
use crate::collate::Breaks;
use crate::page::Compared;
use crate::report::{Reported, set_aside};
use crate::text::{Pair, Side, plural};

/// Asks what changed from the left article to the right one.
pub(in crate::app) fn diff_pair(desk: &mut Desk) {
    if !desk.has_pair() {
        desk.warn("Only one article is open; nothing to compare it with");
        return;
    }
    if desk.library.is_reading() {
        desk.warn(STILL_READING);
        return;
    }
    let open = desk.row.pair();
    let ticket = desk.next_ticket();
    desk.diff.asked.ask(ticket);
    desk.diff.about = open;
    // The reader knows from the panes what rules hide.
    let ignores = |placed: Placed<'_>| placed.rule.enabled && placed.rule.does == Does::IgnoreInDiff;
    desk.diff.tells_aside |= desk.diff.view.is_none() && desk.rules.books.each().any(ignores);
    // Nothing is left out of conflicts, not even a blank line.
    let decides = desk.diff.taking.decides();
    let exactness = desk.diff.manner.exactness;
    let at_least = if decides { Breaks::Paragraphs } else { Breaks::Ignored };
    let job = DiffJob {
        ticket,
        articles: open.map(|index| Arc::clone(&desk.library.articles[index])),
        session: if decides { Pair::default() } else { open.map(|index| desk.library.hidden_by_hand[index].clone()) },
        rules: if decides { Arc::default() } else { Arc::clone(&desk.rules.books) },
        exactness: exactness.with_breaks(exactness.breaks().with(at_least)),
        blocks: desk.diff.blocks.clone(),
        kinds: true,
    };
    desk.ask(Effect::Diff(job));
}

/// Says that no words differ between the two versions, and what does.
pub(in crate::app) fn say_same(desk: &mut Desk, compared: &Compared) {
    match (set_aside(&Reported::of(compared)), compared.collation.marks) {
        (None, 0) => desk.say(uncounted(compared).unwrap_or("No differences")),
        (None, marks) => desk.say(format!("No words differ; punctuation or case does, in {}", plural(marks, "place"))),
        (Some(aside), 0) => desk.say(format!("Nothing else differs: {aside}")),
        (Some(aside), marks) => {
            desk.say(format!("Nothing else differs: {aside}; punctuation/case {marks}"));
        }
    }
}

/// Adds to the message what does not count, if the reader has not seen it yet or has hidden more.
pub(in crate::app) fn say_aside(desk: &mut Desk) {
    if !std::mem::take(&mut desk.diff.tells_aside) {
        return;
    }
    let aside = desk.diff.view.as_ref().and_then(|diff| set_aside(&Reported::of(diff.sheet.compared())));
    if let Some(aside) = aside {
        let said = desk.message.as_ref().map(|message| format!("{} · ", message.text));
        desk.say(format!("{}Not counted: {aside}", said.unwrap_or_default()));
    }
}

/// Returns what differs between two versions without a changed word or mark; `None` if their texts are identical.
pub(in crate::app) fn uncounted(compared: &Compared) -> Option<&'static str> {
    let Pair { left, right } = compared.articles.as_ref().map(|article| article.text.as_str());
    let hides = Side::BOTH.iter().any(|side| compared.collation.coverage[*side].hidden > 0);
    match left == right {
        true => None,
        false if spaceless(left).eq(spaceless(right)) => Some("Only line breaks or spaces differ, which do not count"),
        false if hides => Some("No difference in words, punctuation or case outside hidden text"),
        false => Some("No difference in words, punctuation or case"),
    }
}

fn spaceless(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace())
}

/// Makes punctuation and case count, or stops it.
pub(in crate::app) fn turn_marks(desk: &mut Desk) {
    if desk.diff.taking.decides() {
        return desk.warn("Punctuation and case count while conflicts are decided");
    }
    desk.diff.manner.exactness = desk.diff.manner.exactness.turned();
    desk.say(if desk.diff.manner.exactness.heeds_marks() {
        "Comparing words, punctuation and case"
    } else {
        "Comparing words only"
    });
    diff_pair(desk)
}

/// Shows what changed, with the cursor at the reader's place.
pub(in crate::app) fn show_diff(desk: &mut Desk, compared: Arc<Compared>) {
    let height = desk.geometry().rows();
    let (side, place, row) = match &desk.diff.view {
        Some(diff) => {
            let (side, place) = diff.standing_at(desk.row.focus);
            let place = diff.carried_to(&compared.articles[side], side, place);
            (side, place, diff.row_of(diff.cursor, height))
        }
        None => {
            let pane = desk.focused();
            (desk.row.focus, pane.cursor, pane.row_of(pane.at(), height))
        }
    };
    let mut view = DiffView::new(compared, desk.diff.manner, desk.view.size, desk.settings.measure);
    if let Some(old) = &desk.diff.view {
        view.take_over(old);
    }
    view.edge = desk.settings.scroll_offset;
    view.put(view.sheet.spot_of(side, place), row, height);
    if desk.diff.view.is_none() && desk.focused().top == desk.focused().page.first() {
        view.show_top(height);
    }
    if desk.diff.view.is_none() {
        view.entered = Some(view.cursor);
    }
    desk.row.focus = side;
    desk.diff.view = Some(Box::new(view));
}

/// Closes the diff and returns it. Both panes go to the cursor's place in it; if the cursor never moved, they stay where they were.
pub(in crate::app) fn leave_diff(desk: &mut Desk) -> Option<Box<DiffView>> {
    let diff = desk.diff.view.take()?;
    if desk.row.panes().len() > 2 {
        // Alone on the screen, the two may have had another width.
        set_pages(desk);
    }
    desk.diff.asked.forget();
    if diff.entered != Some(diff.cursor) {
        go_where(desk, &diff);
    }
    if desk.collation().is_none() && !desk.row.pairing().found.is_awaited() {
        collate_anew(desk);
        desk.row.pairing_mut().landed = Some(desk.row.both().map(Pane::paragraph_id));
    }
    Some(diff)
}

/// Moves both panes to the place of a diff's cursor, on the same screen row.
fn go_where(desk: &mut Desk, diff: &DiffView) {
    let height = desk.geometry().rows();
    let row = diff.row_of(diff.cursor, height).clamp(0, height.saturating_sub(1).cast_signed()).unsigned_abs();
    leave(desk);
    desk.row.focus = diff.standing_at(desk.row.focus).0;
    for side in Side::BOTH {
        let pane = &mut desk.row[side];
        let place = diff.carried_to(pane.open_article(), side, diff.place_on(side));
        pane.cursor = pane.page.place_of(pane.page.spot_of(place));
        pane.put(pane.at(), row);
        pane.show_cursor(height);
    }
    let paragraph_ids = Pair::from_fn(|side| desk.row[side].paragraph_id());
    desk.row.pairing_mut().current = desk.link_of(paragraph_ids);
}
