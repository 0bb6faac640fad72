//! A rule for tests.

use crate::boilerplate::{Fit, Rule, sample};

/// Makes a rule of this id, named after it, about a text that no other has.
pub fn rule(id: &str) -> Rule {
    about(id, &format!("The text of {id}"))
}

/// Makes a rule of this id about a text.
pub fn about(id: &str, text: &str) -> Rule {
    Rule { created: "2031-04-05".to_owned(), ..sample::rule(id, Fit::Exactly(text.to_owned())) }
}
