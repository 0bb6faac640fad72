//! A rule for tests.

use crate::boilerplate::{Fit, Rule, sample};

/// Makes a rule with this id, named after it, for a text that no other rule matches.
pub fn rule(id: &str) -> Rule {
    about(id, &format!("The text of {id}"))
}

/// Makes a rule with this id for a text.
pub fn about(id: &str, text: &str) -> Rule {
    Rule { created: "2031-04-05".to_owned(), ..sample::rule(id, Fit::Exactly(text.to_owned())) }
}
