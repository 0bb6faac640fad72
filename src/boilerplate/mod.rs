//! Boilerplate: what of an article is hidden, by which rule.

mod apply;
mod file;
mod mask;
mod rule;

pub use apply::mask;
pub use file::{Misread, RulesText};
pub use mask::{Hidden, HiddenBy, Mask};
pub use rule::{Fit, Rule, RuleId, RuleSet, Scope, Unit};
