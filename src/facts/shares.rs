//! Parts of a whole: `one in three`, `a third of`, `two thirds`, `half of`.

use super::lexicon::{FactWord, FactWords};
use super::numerals::value_of;
use super::row::Row;

/// The whole of a share in words, in thousandths: `in 2019` is none.
const MOST_IN: u128 = 1_000_000;

/// Reads a share as `1 in 3` or `one-in-three`; gives it, and where it ends.
pub(super) fn ratio(row: &Row<'_>, at: usize) -> Option<(u128, usize)> {
    let value = |word: &str| value_of(word, row.lexicon);
    let free = |at: usize| row.cells.get(at).is_some_and(|cell| !cell.taken);
    let (part, whole, end) = match row.small(at).split('-').collect::<Vec<_>>()[..] {
        [part, "in", whole] => (value(part)?, value(whole)?, at + 1),
        [part] if row.small(at + 1) == "in" && row.goes_on(at + 1) && row.goes_on(at + 2) && free(at + 2) => {
            (value(part)?, value(row.small(at + 2))?, at + 3)
        }
        _ => return None,
    };
    let is_share = row.lexicon.name == "en" && (1000..whole).contains(&part) && whole <= MOST_IN;
    is_share.then(|| (part * 1000 / (whole / 1000), end))
}

/// Reads a part of a whole: `a third of`, `two thirds`, `half of`, `2/3`; gives it, and where it ends.
pub(super) fn part(row: &Row<'_>, at: usize) -> Option<(u128, usize)> {
    let parts = |at: usize| {
        let of = |m: &FactWord| if let FactWord::Part(parts) = m { Some(*parts) } else { None };
        row.lexicon.meanings(row.small(at)).iter().find_map(of)
    };
    let of = |at: usize| row.lexicon.is(row.small(at), FactWord::Of) && row.goes_on(at);
    // `half of`, `a quarter of`, `two thirds`: of one part the whole must follow, or it may be the third of a row.
    let word = row.small(at);
    if let Some(2) = parts(at).filter(|_| of(at + 1)) {
        return Some((500_000, at + 1));
    }
    if let Some((count, Some(parts))) = word.split_once('-').map(|(count, part)| (count, part_of(part, row.lexicon))) {
        let count = value_of(count, row.lexicon).filter(|count| (1000..parts * 1000).contains(count))?;
        return Some((count * 1000 / parts, at + 1));
    }
    let count = value_of(word, row.lexicon)?;
    let parts = parts(at + 1).filter(|_| row.goes_on(at + 1))?;
    let whole = count > 1000 || of(at + 2);
    (whole && (1000..parts * 1000).contains(&count)).then_some((count * 1000 / parts, at + 2))
}

fn part_of(word: &str, lexicon: &FactWords) -> Option<u128> {
    lexicon.meanings(word).iter().find_map(|m| if let FactWord::Part(parts) = m { Some(*parts) } else { None })
}
