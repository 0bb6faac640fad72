//! Sliding: if added words can be placed in several ways, chooses the place that a reader would.

use super::run::Run;
use super::texts::Texts;
use crate::text::{Pair, Side};

/// Words, at most, by which an addition is slid (a limit).
const FAR: usize = 64;

/// Slides what only one side has, between two runs, to where it begins with a paragraph, a sentence or after a mark. `free` tells whether
/// a word is at home in this order.
pub(super) fn slid(texts: &Texts<'_>, mut runs: Vec<Run>, free: impl Fn(Side, usize) -> bool) -> Vec<Run> {
    for at in 1..runs.len() {
        let (before, after) = (runs[at - 1], runs[at]);
        let gap = Pair::from_fn(|side| after.at[side].saturating_sub(before.end(side)));
        let side = match (gap.left, gap.right) {
            (0, 1..) => Side::Right,
            (1.., 0) => Side::Left,
            _ => continue,
        };
        if !(before.end(side)..after.at[side]).all(|place| free(side, place)) {
            continue;
        }
        let (back, ahead) = best(texts, side, before, after);
        runs[at - 1].words = before.words - back + ahead;
        runs[at].words = after.words + back - ahead;
        runs[at].at = after.at.map(|place| place - back + ahead);
    }
    runs
}

/// How many words the gap of a side is best slid back, or ahead; one of them is 0.
fn best(texts: &Texts<'_>, side: Side, before: Run, after: Run) -> (usize, usize) {
    let ids = &texts.ids[side];
    let (start, end) = (before.end(side), after.at[side]);
    let most_back = FAR.min(before.words.saturating_sub(1));
    let back = (0..most_back).take_while(|step| ids[start - 1 - step] == ids[end - 1 - step]).count();
    let most_ahead = FAR.min(after.words.saturating_sub(1));
    let ahead = (0..most_ahead).take_while(|step| ids[start + step] == ids[end + step]).count();
    let here = (border(texts, side, start), (0, 0));
    let backs = (1..=back).map(|by| (border(texts, side, start - by), (by, 0)));
    let aheads = (1..=ahead).map(|by| (border(texts, side, start + by), (0, by)));
    let better = |best: (u8, (usize, usize)), new: (u8, (usize, usize))| if new.0 > best.0 { new } else { best };
    backs.chain(aheads).fold(here, better).1
}

/// How much of a border stands before a word.
fn border(texts: &Texts<'_>, side: Side, at: usize) -> u8 {
    if at == 0 || texts.paragraph(side, at) != texts.paragraph(side, at - 1) {
        return 3;
    }
    if texts.sentence(side, at) != texts.sentence(side, at - 1) {
        return 2;
    }
    let span = |at: usize| texts.articles[side].tokens[texts.words.rows[side][at].token as usize].span;
    let between = texts.articles[side].text.get(span(at - 1).end()..span(at).start()).unwrap_or_default();
    u8::from(between.contains(|c: char| !c.is_whitespace()))
}
