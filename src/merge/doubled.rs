//! Text that both versions inserted and that would be there twice: the reader decides whether it should be.

use std::collections::BTreeMap;

use super::text::{MergeText, Trio, Which};
use super::woven::{Woven, WovenUnit};

/// The fewest words from which a unit is surely the same in both versions (chosen).
const SURE_WORDS: usize = 4;

/// Makes a conflict of text that would occur more often than in either version and is not in the base.
pub fn asked(texts: &Trio<MergeText<'_>>, woven: Vec<Woven>) -> Vec<Woven> {
    let mut counts: BTreeMap<u32, Trio<usize>> = BTreeMap::new();
    for which in [Which::Base, Which::Ours, Which::Theirs] {
        for unit in &texts.of(which).units {
            let count = counts.entry(unit.said).or_default();
            match which {
                Which::Base => count.base += 1,
                Which::Ours => count.ours += 1,
                Which::Theirs => count.theirs += 1,
            }
        }
    }
    let mut seen: BTreeMap<u32, usize> = BTreeMap::new();
    let mut found: Vec<Woven> = Vec::with_capacity(woven.len());
    // Whether the last piece is a conflict that was made here.
    let mut asks = false;
    for piece in woven {
        let twice = match &piece {
            Woven::Unit(unit) => new_in(texts, unit).filter(|said| {
                let stands = seen.entry(*said).or_default();
                *stands += 1;
                counts.get(said).is_some_and(|all| all.base == 0 && *stands > all.ours.max(all.theirs))
            }),
            Woven::Conflict(_) => None,
        };
        match (piece, found.last_mut()) {
            (Woven::Unit(unit), Some(Woven::Conflict(last))) if twice.is_some() && asks => add(last, unit),
            (Woven::Unit(unit), _) if twice.is_some() => {
                let mut conflict = Trio::default();
                add(&mut conflict, unit);
                found.push(Woven::Conflict(conflict));
                asks = true;
            }
            (piece, _) => {
                found.push(piece);
                asks = false;
            }
        }
    }
    found
}

/// Returns the text of a unit that only one version has and that is long enough to identify.
fn new_in(texts: &Trio<MergeText<'_>>, unit: &WovenUnit) -> Option<u32> {
    let (which, at) = unit.source().filter(|_| unit.at.base.is_none() && unit.merged.is_none())?;
    texts.of(which).units.get(at).filter(|unit| unit.words.len() >= SURE_WORDS).map(|unit| unit.said)
}

fn add(conflict: &mut Trio<Vec<WovenUnit>>, unit: WovenUnit) {
    if unit.at.theirs.is_some() { &mut conflict.theirs } else { &mut conflict.ours }.push(unit);
}
