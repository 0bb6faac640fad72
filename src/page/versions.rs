//! Two versions of a text to compare.

use crate::article::Article;
use crate::boilerplate::Mask;
use crate::collate::Collation;
use crate::text::Pair;

/// Two versions of a text, what of each is hidden, and what they share in order.
#[derive(Clone, Copy, Debug)]
pub struct Versions<'a> {
    /// The articles.
    pub articles: Pair<&'a Article>,
    /// What is hidden in each.
    pub masks: Pair<&'a Mask>,
    /// What they share.
    pub collation: &'a Collation,
}
