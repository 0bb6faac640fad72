//! Line and blank-line breaks: whether they count, in the whole text or in the block under the cursor.

use super::desk::Desk;
use super::diff_job::diff_pair;
use super::diff_settings::{CountedBreaks, WhereCounted};
use crate::app::jobs::block_of;
use crate::app::keys::Action;
use crate::app::memory::ReviewMark;
use crate::article::ParagraphId;
use crate::collate::Breaks;
use crate::text::{Side, plural};

/// Makes breaks count in the whole text, or stops it.
pub(in crate::app) fn turn_breaks(desk: &mut Desk, breaks: Breaks) {
    let was = counted(desk);
    let wanted = if was.exactness.breaks() == breaks { Breaks::Ignored } else { breaks };
    desk.diff.manner.exactness = was.exactness.with_breaks(wanted);
    count_anew(desk, CountedBreaks { breaks: wanted, whereabouts: "in the whole text", was });
}

/// Makes breaks count in the block of lines under the cursor, or stops it.
pub(in crate::app) fn turn_block_breaks(desk: &mut Desk, breaks: Breaks) {
    let paragraphs = block_under(desk);
    let Some(first) = paragraphs.first() else { return desk.warn("No text here") };
    if desk.diff.manner.exactness.breaks() >= breaks {
        let name = if breaks == Breaks::Lines { "lines" } else { "paragraphs" };
        return desk.warn(format!("They count in the whole text already; :{name} stops that"));
    }
    let wanted = if desk.diff.blocks.of(*first) == breaks { Breaks::Ignored } else { breaks };
    let was = counted(desk);
    desk.diff.blocks.take(paragraphs, wanted);
    count_anew(desk, CountedBreaks { breaks: wanted, whereabouts: "in this block", was });
}

/// Where breaks count now.
fn counted(desk: &Desk) -> WhereCounted {
    WhereCounted { exactness: desk.diff.manner.exactness, blocks: desk.diff.blocks.clone() }
}

/// Lets breaks count again where they did, if the reader has just stopped it and nothing else differs; returns whether that is so.
pub(in crate::app) fn keep_counting(desk: &mut Desk) -> bool {
    let Some(CountedBreaks { was, .. }) = desk.diff.counting.take() else { return false };
    desk.diff.manner.exactness = was.exactness;
    desk.diff.blocks = was.blocks;
    desk.say("Only breaks differ, so they still count");
    true
}

/// Says how many breaks differ, if the reader asked and it is known.
pub(in crate::app) fn say_breaks(desk: &mut Desk) {
    let Some(CountedBreaks { breaks, whereabouts, .. }) = desk.diff.counting.take() else { return };
    let Some(diff) = &desk.diff.view else { return };
    let next = desk.diff_key(Action::NextChange);
    let differ = match diff.sheet.compared().collation.breaks.len() {
        0 => "none differs".to_owned(),
        1 => format!("1 differs, {next} goes to it"),
        some => format!("{} differ, {next} steps to them", plural(some, "break")),
    };
    desk.say(match breaks {
        Breaks::Ignored => format!("Breaks no longer count {whereabouts}"),
        Breaks::Paragraphs => format!("Blank lines count {whereabouts}: {differ}"),
        Breaks::Lines => format!("Line breaks count {whereabouts}: {differ}"),
    });
}

fn count_anew(desk: &mut Desk, counting: CountedBreaks) {
    desk.diff.counting = Some(counting);
    diff_pair(desk);
}

/// The paragraphs on both sides of the block under the cursor.
fn block_under(desk: &Desk) -> Vec<ReviewMark> {
    let Some(diff) = desk.diff.view.as_deref() else { return Vec::new() };
    let compared = diff.sheet.compared();
    let band = diff.sheet.bands_at(diff.cursor).start;
    let Some(band) = compared.bands.get(band) else { return Vec::new() };
    let whole = |side: Side| {
        let ids = band.paragraph_ids[side].clone();
        ids.flat_map(move |at| block_of(&compared.articles[side], ParagraphId(at)))
    };
    [Side::Right, Side::Left].into_iter().flat_map(whole).collect()
}
