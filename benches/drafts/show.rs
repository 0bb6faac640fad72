//! Drafts and faults as text.

use std::ops::Range;

use ibid::text::{Pair, Side};

use super::draft::Draft;
use super::found::Found;
use super::score::Fault;
use super::truth::{Fate, Piece};

/// How many words are shown around a fault.
const AROUND: usize = 9;

/// Shows a fault: what truly changed there and what is told.
pub fn fault(draft: &Draft, found: &Found, fault: &Fault) -> String {
    let kind = fault.edit.map_or("nothing near", |edit| edit.name());
    let mut out = format!("seed {}: {} ({}), {kind}\n", draft.seed, fault.what.name(), fault.count);
    let window = window(draft, &fault.at);
    for (what, fates) in [("truth", &draft.fates), ("told ", &found.fates)] {
        for (side, name) in [(Side::Left, "old"), (Side::Right, "new")] {
            out += &format!("  {what} {name}: {}\n", row(draft, fates, side, window[side].clone()));
        }
    }
    out
}

/// Shows a draft whole: both texts, the edits, the truth and what is told.
pub fn draft(draft: &Draft, found: &Found) -> String {
    let mut out = String::new();
    for (side, name) in [(Side::Left, "old"), (Side::Right, "new")] {
        out += &format!("==== {name}\n{}", draft.texts[side]);
    }
    out += "==== edits\n";
    for (edit, said) in &draft.edits {
        out += &format!("{}: {said}\n", edit.name());
    }
    for (what, fates) in [("truth", &draft.fates), ("told", &found.fates)] {
        for (side, name) in [(Side::Left, "old"), (Side::Right, "new")] {
            out += &format!("==== {what}, {name}\n{}\n", row(draft, fates, side, 0..fates[side].len()));
        }
    }
    out
}

/// Gives the words of both sides around a fault.
fn window(draft: &Draft, at: &Piece) -> Pair<Range<usize>> {
    let own = Pair::from_fn(|side: Side| {
        let (start, end) = (at[side].iter().map(|r| r.start).min()?, at[side].iter().map(|r| r.end).max()?);
        Some(start..end)
    });
    Pair::from_fn(|side: Side| {
        let stretch = own[side].clone().or_else(|| {
            let other = own[side.other()].clone()?;
            let stayed = |at: usize| match draft.fates[side.other()][at] {
                Fate::Kept(link) => link,
                Fate::Changed | Fate::Moved(_) => None,
            };
            let before = (0..other.start).rev().find_map(stayed);
            let place = before.map_or(0, |before| before + 1);
            Some(place..place)
        });
        let stretch = stretch.unwrap_or(0..0);
        stretch.start.saturating_sub(AROUND)..(stretch.end + AROUND).min(draft.words[side].len())
    })
}

/// Writes words with what became of them: `[changed]`, `⇄moved⇄`.
fn row(draft: &Draft, fates: &Pair<Vec<Fate>>, side: Side, within: Range<usize>) -> String {
    let mark = |fate: Fate| match fate {
        Fate::Kept(_) => 0,
        Fate::Changed => 1,
        Fate::Moved(_) => 2,
    };
    let mut out = String::new();
    let mut open = 0;
    for at in within {
        let now = mark(fates[side][at]);
        if now != open {
            out += ["", "]", "⇄"][open];
        }
        if !out.is_empty() {
            out.push(' ');
        }
        if now != open {
            out += ["", "[", "⇄"][now];
            open = now;
        }
        out += &draft.texts[side][draft.words[side][at].dressed.clone()];
    }
    out + ["", "]", "⇄"][open]
}
