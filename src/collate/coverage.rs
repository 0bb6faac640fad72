//! Coverage: how much of a witness stands in the other.

use super::cancel::Cancel;
use super::collation::{Class, Coverage, Match};
use super::witness::{Witness, Word};
use crate::text::Side;

/// Counts the words of one side by the most alike class of the passages they stand in. Linear in words and passages.
pub(super) fn coverage(
    side: Side,
    (witness, row): (Witness<'_>, &[Word]),
    matches: &[Match],
    cancel: &Cancel,
) -> Coverage {
    let tokens = witness.article.tokens.len();
    let mut classes: Vec<Option<Class>> = vec![None; tokens];
    let mut in_order = vec![false; tokens];
    for found in cancel.watched(matches) {
        for token in found.passages[side].tokens.clone() {
            classes[token] = Some(classes[token].map_or(found.class, |class| class.min(found.class)));
            in_order[token] |= !found.moved;
        }
    }
    let mut sum = Coverage { words: row.len(), hidden: tokens - row.len(), ..Coverage::default() };
    for word in cancel.watched(row) {
        let token = word.token as usize;
        match classes[token] {
            Some(Class::Verbatim) => sum.verbatim += 1,
            Some(Class::Edited) => sum.edited += 1,
            Some(Class::Reworded) => sum.reworded += 1,
            None => continue,
        }
        sum.moved += usize::from(!in_order[token]);
    }
    sum
}
