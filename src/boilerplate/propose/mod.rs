//! Proposals: what looks like boilerplate in the open articles, why, and the rule that would hide it.
//!
//! Precision comes before recall: a reader who once finds a sentence of the story hidden trusts no proposal any more. Each finder needs
//! several signs at once, and what a related article also has is never proposed for its looks alone.
//!
//! Typical words of furniture are listed for a dozen languages (`cues`); everything else is recognised by form.

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
