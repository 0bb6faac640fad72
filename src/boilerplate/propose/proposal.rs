//! A proposal and its rule.

use super::found::Why;
use crate::boilerplate::naming::{id, name_of, told_apart, unnamed};
use crate::boilerplate::rule::{Fit, Rule, RuleSet, Scope};
use crate::text::Span;

/// Something that looks like boilerplate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The article, by its place in the list.
    pub article: usize,
    /// Its span.
    pub span: Span,
    /// Why it is proposed.
    pub why: Why,
    /// What its rule would match.
    pub fit: Fit,
    /// The scope of its rule.
    pub scope: Scope,
}

impl Proposal {
    /// Makes its rule, dated `day`, with an id that is free in `rules`.
    pub fn rule(&self, day: &str, rules: &RuleSet) -> Rule {
        let name = told_apart(name_of(self.fit.text(), self.why.name()), rules);
        let id = id(&name, rules);
        Rule { id, name, note: self.why.describe(), ..unnamed(self.fit.clone(), self.scope.clone(), day) }
    }
}
