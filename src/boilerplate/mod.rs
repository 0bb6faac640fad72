//! Boilerplate: what of an article is hidden, by which rule.

mod apply;
mod entry;
mod file;
mod mark;
mod mask;
mod misread;
mod read;
mod rule;
mod wordings;
mod write;

#[cfg(test)]
mod apply_tests;
#[cfg(test)]
mod file_tests;
#[cfg(test)]
mod mark_tests;
#[cfg(test)]
mod mask_tests;
#[cfg(test)]
mod read_tests;
#[cfg(test)]
mod sample;

pub use apply::mask;
pub use file::RulesText;
pub use mark::{Choice, Marked};
pub use mask::{Hidden, HiddenBy, Mask};
pub use misread::Misread;
pub use rule::{Fit, Rule, RuleId, RuleSet, Scope, Unit};
