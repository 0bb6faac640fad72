//! Words before a number that leave it open, or say on which side of it lies what is meant: `about`, `more than`.

use std::ops::Range;

use super::fact::{Fact, Saying};
use super::figure::{Figure, Leeway};
use super::lexicon::FactWord;
use super::numerals::currency;
use super::row::Row;

/// A number with the words before it that say on which side of it what is meant lies: these are of what it says.
pub(super) fn bounded(row: &Row<'_>, tokens: Range<usize>, figure: Figure) -> Fact {
    let (leeway, words) = leeway(row, tokens.start);
    let article = figure.unit.is_empty() && row.span(tokens.clone()).len() <= ARTICLE;
    let bounds = matches!(leeway, Leeway::Over | Leeway::Below) && !(figure.weak && (article || words < 2));
    let from = if bounds { tokens.start - words } else { tokens.start };
    let says = Saying::Figure(Figure { leeway, weak: figure.weak && !bounds, ..figure });
    Fact { span: row.span(from..tokens.end), says }
}

/// Bytes of an article that is a number as well: `a`, `an`.
const ARTICLE: usize = 2;
/// Words before a number in which it may be left open.
const OPENS: usize = 3;

/// How far the words before a number leave it open, and how many these are.
fn leeway(row: &Row<'_>, at: usize) -> (Leeway, usize) {
    let known = |len: usize| {
        let start = at.checked_sub(len)?;
        if !(start + 1..=at).all(|at| row.goes_on(at) || at == start + len && currency(row.small(at)).is_some()) {
            return None;
        }
        let words: Vec<&str> = (start..at).map(|at| row.small(at)).collect();
        let meant = |it: FactWord| row.lexicon.is(&words.join(" "), it);
        let all = [(FactWord::Over, Leeway::Over), (FactWord::Below, Leeway::Below), (FactWord::About, Leeway::About)];
        all.into_iter().find(|(word, _)| meant(*word)).map(|(_, leeway)| (leeway, len))
    };
    (1..=OPENS).rev().find_map(known).unwrap_or_default()
}
