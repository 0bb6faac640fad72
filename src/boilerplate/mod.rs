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

pub use apply::mask;
pub use file::RulesText;
pub use mark::{Choice, Marked};
pub use mask::{Hidden, HiddenBy, Mask};
pub use misread::Misread;
pub use rule::{Fit, Rule, RuleId, RuleSet, Scope, Unit};
