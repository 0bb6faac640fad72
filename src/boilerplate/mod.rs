//! Boilerplate: rules, and what they hide in an article.

mod apply;
mod candidates;
mod edit;
mod entry;
mod fields;
mod file;
mod kept;
mod loose;
mod mark;
mod mask;
mod misread;
mod naming;
mod opening;
mod patterns;
mod propose;
mod read;
mod read_fit;
mod rule;
mod rulebook;
mod wordings;
mod write;

#[cfg(test)]
mod apply_tests;
#[cfg(test)]
mod bounds_tests;
#[cfg(test)]
mod candidates_tests;
#[cfg(test)]
mod edit_tests;
#[cfg(test)]
mod file_tests;
#[cfg(test)]
mod fits_tests;
#[cfg(test)]
mod kept_tests;
#[cfg(test)]
mod mark_tests;
#[cfg(test)]
mod mask_tests;
#[cfg(test)]
mod narrow_tests;
#[cfg(test)]
mod propose_tests;
#[cfg(test)]
mod read_tests;
#[cfg(test)]
mod rulebook_tests;

#[cfg(test)]
pub(crate) mod sample;

pub use apply::{Sieve, mask, mask_in_diff};
pub use candidates::{Candidate, Effect, Warning, Way, candidates};
pub use edit::{Edit, edit_rule, move_rule};
pub use file::RulesText;
pub use kept::{kept, text_of};
pub use mark::{Choice, Marked};
pub use mask::{Hidden, HiddenBy, Mask};
pub use misread::Misread;
pub use naming::new_rule;
pub use patterns::pattern;
pub use propose::{Proposal, Why, propose};
pub use rule::{Does, Ends, Fit, Rule, RuleId, RuleSet, Scope, Unit};
pub use rulebook::{Placed, Reach, Rulebook, Rulebooks};
#[doc(hidden)]
pub use write::quoted as quoted_toml;
pub use write::rule_toml;
