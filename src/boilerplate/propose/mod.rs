//! Proposals: what of the open articles looks like boilerplate, why, and the rule that would hide it.
//!
//! Precision before recall: a reader who once finds a sentence of the story hidden trusts no proposal any more. Each finder
//! asks for several signs at once, and what a kindred article tells too is never proposed for its looks alone.
//!
//! Words that articles use for their furniture are listed for a dozen languages (`cues`); everything else goes by form.

mod appeals;
mod credits;
mod cues;
mod finders;
mod found;
mod links;
mod lists;
mod narrow;
mod notices;
mod proposal;
mod quotes;
mod recurring;
mod sheet;
mod stamps;
mod widely;

pub use finders::propose;
pub use found::Why;
pub(super) use lists::DATES;
pub use proposal::Proposal;
