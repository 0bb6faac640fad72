//! What a rule does, in words.

use crate::boilerplate::{Does, Fit, Reach, Rule, Scope, Unit};
use crate::text::{beginning, one_line, sign};

/// The most characters of a rule's text in a sentence.
pub(super) const SHOWN: usize = 60;

/// What a rule does and where: `hides paragraphs that contain “Read more”, everywhere`. A rule in a folder's file holds below that folder.
pub(super) fn rule_told(rule: &Rule, reach: &Reach) -> String {
    let scope = match &rule.scope {
        Scope::Article(name) => format!("in {name}"),
        Scope::Source(name) => format!("in articles from {}{name}{}", sign("‘"), sign("’")),
        Scope::Everywhere => String::new(),
    };
    let below = match reach {
        Reach::Everywhere => String::new(),
        Reach::Below(folder) => format!("below {}", folder.display()),
    };
    let place = [scope, below].into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join(", ");
    format!("{}, {}", deed_told(rule), if place.is_empty() { "everywhere" } else { &place })
}

/// What a rule does: `hides paragraphs that contain “Read more”`.
pub(super) fn deed_told(rule: &Rule) -> String {
    let does = match rule.does {
        Does::Hide => "hides",
        Does::IgnoreInDiff => "ignores in a diff",
    };
    format!("{does} {}", passages(&rule.fit))
}

fn passages(fit: &Fit) -> String {
    let text = quoted(fit.text());
    let (many, one) = match fit.unit() {
        Some(Unit::Sentence) => ("sentences", "sentence"),
        Some(Unit::Words) => ("words", "passage"),
        Some(Unit::Paragraph) | None => ("paragraphs", "paragraph"),
    };
    match fit {
        Fit::Exactly(_) => format!("sentences that are exactly {text}"),
        Fit::Contains(Unit::Words, _) => text,
        Fit::Loosely(_) => format!("text similar to {text}"),
        Fit::BeginsSo(Unit::Words, _) => format!("{text} at the beginning of a sentence"),
        Fit::BeginsSo(..) => format!("{many} that begin with {text}"),
        Fit::Contains(..) => format!("{many} that contain {text}"),
        Fit::Pattern(..) => format!("{many} that match {text}"),
        Fit::ToEnd(..) => format!("everything from the first {one} that begins with {text}"),
        Fit::Between(_, ends) => {
            format!("everything from a {one} that begins with {text} to one that begins with {}", quoted(&ends.to))
        }
    }
}

fn quoted(text: &str) -> String {
    format!("{}{}{}", sign("“"), beginning(&one_line(text), SHOWN), sign("”"))
}

#[cfg(test)]
#[path = "rule_told_tests.rs"]
mod rule_told_tests;
