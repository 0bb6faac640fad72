//! Coverage: how much of a witness matches the other.

use super::cancel::Cancel;
use super::collation::{Class, Coverage, Match};
use super::witness::WitnessRow;
use crate::text::Side;

/// The words of one side that are in matches: for each the most similar class of its passages, and whether one of them is in order.
#[derive(Debug)]
pub struct Covering(Vec<Option<(Class, InOrder)>>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum InOrder {
    Kept,
    Moved,
}

impl Covering {
    /// Marks the matched ones of `words` words of a side. Takes time linear in words and passages.
    pub fn of<'a>(side: Side, words: usize, matches: impl Iterator<Item = &'a Match>) -> Self {
        let mut held = vec![None; words];
        for found in matches {
            let order = if found.moved { InOrder::Moved } else { InOrder::Kept };
            for word in &mut held[found.passages[side].tokens.clone()] {
                *word = Some(word.map_or((found.class, order), |(class, known): (Class, InOrder)| {
                    (class.min(found.class), known.min(order))
                }));
            }
        }
        Self(held)
    }

    /// Counts a word by its class.
    pub fn count(&self, word: usize, sum: &mut Coverage) {
        let Some((class, order)) = self.0.get(word).copied().flatten() else { return };
        match class {
            Class::Verbatim => sum.verbatim += 1,
            Class::Edited => sum.edited += 1,
            Class::Reworded => sum.reworded += 1,
        }
        sum.moved += usize::from(order == InOrder::Moved);
    }
}

/// Counts the words of one side by the most similar class of their passages. Takes time linear in words and passages.
pub(super) fn coverage(side: Side, of: WitnessRow<'_>, matches: &[Match], cancel: &Cancel) -> Coverage {
    let WitnessRow { witness, row } = of;
    let tokens = witness.article.tokens.len();
    let covering = Covering::of(side, tokens, cancel.watched(matches));
    let mut sum = Coverage { words: row.len(), hidden: tokens - row.len(), ..Coverage::default() };
    cancel.watched(row).for_each(|word| covering.count(word.token as usize, &mut sum));
    sum
}
