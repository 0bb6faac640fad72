//! A collation on paper: as text to read, as JSON for programs.

mod blocks;
mod diff;
mod hiding;
mod json;
mod marked;
mod record;
mod text;
mod unified;
mod woven;

pub use blocks::{Block, Fate, Tally, blocks, tally};
pub use diff::{Writing, diff, stat};
pub use hiding::{Cleaned, Listed, Suggested, cleaned, listed, suggested};
pub use json::{FORMAT, VERSION, json};
pub use marked::Tint;
pub use record::Record;
pub use text::text;
pub use unified::unified;
pub use woven::{Ink, Piece};

use crate::article::Article;
use crate::boilerplate::Mask;
use crate::collate::Collation;
use crate::text::Pair;

/// What a report is made of: a pair of articles, what of them is hidden, and what they share.
#[derive(Clone, Copy, Debug)]
pub struct Reported<'a> {
    /// The articles.
    pub articles: Pair<&'a Article>,
    /// What is hidden of each.
    pub masks: Pair<&'a Mask>,
    /// What they share.
    pub collation: &'a Collation,
}
