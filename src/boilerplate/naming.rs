//! Names a new rule: a name and an id from its first words.

use unicode_normalization::UnicodeNormalization;

use super::rule::{Does, Fit, Rule, RuleId, RuleSet, Scope};

/// The fewest words of a name (chosen).
pub(super) const NAME_WORDS: usize = 4;
/// The most characters of a name (chosen).
pub(super) const LONGEST_NAME: usize = 40;

/// Makes a rule dated `day`, with an id that is free in `rules`.
pub fn new_rule(fit: Fit, scope: Scope, day: &str, rules: &RuleSet) -> Rule {
    let name = match &fit {
        Fit::Pattern(_, text) => first_words(&literal(text)),
        _ => first_words(fit.text()),
    };
    let name = told_apart(if name.is_empty() { "pattern".to_owned() } else { name }, rules);
    let id = id(&name, rules);
    Rule { id, name, ..unnamed(fit, scope, day) }
}

/// A rule that hides, made on a day; it still needs a name and an id.
pub(super) fn unnamed(fit: Fit, scope: Scope, day: &str) -> Rule {
    let (id, name, note) = (RuleId(String::new()), String::new(), String::new());
    Rule { id, name, fit, does: Does::Hide, scope, created: day.to_owned(), note, enabled: true }
}

/// Makes a name from the first words of `text`, or from `what` if it has none.
pub(super) fn name_of(text: &str, what: &str) -> String {
    if text.contains(['\\', '^', '$']) {
        return what.to_owned();
    }
    first_words(text)
}

fn first_words(text: &str) -> String {
    let mut words = text.split_whitespace();
    let mut name = words.by_ref().take(NAME_WORDS).collect::<Vec<_>>().join(" ");
    if name.chars().count() > LONGEST_NAME {
        name = name.chars().take(LONGEST_NAME).collect();
        return name + "…";
    }
    if words.next().is_some() {
        name += " …";
    }
    name
}

/// The words that a regular expression has as they are.
fn literal(pattern: &str) -> String {
    let mut said = String::new();
    let mut chars = pattern.chars().peekable();
    while let Some(next) = chars.next() {
        let until = match next {
            '\\' => {
                chars.next();
                None
            }
            '[' => Some(']'),
            '{' => Some('}'),
            '(' if chars.peek() == Some(&'?') => chars.find(|c| [')', ':', '>'].contains(c)).and(None),
            _ if next.is_alphanumeric() || "'’-".contains(next) => {
                said.push(next);
                continue;
            }
            _ => None,
        };
        if let Some(end) = until {
            chars.find(|c| *c == end);
        }
        said.push(' ');
    }
    let is_word = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 1;
    said.split_whitespace().filter(is_word).collect::<Vec<_>>().join(" ")
}

/// A name that no rule has: if one has it, with a number.
pub(super) fn told_apart(name: String, rules: &RuleSet) -> String {
    let taken = |name: &str| rules.rules.iter().any(|rule| rule.name == name);
    if !taken(&name) {
        return name;
    }
    let numbered = (2..).map(|number| format!("{name} {number}")).find(|name| !taken(name));
    numbered.unwrap_or(name)
}

/// Makes an id from the Latin letters and digits of `name`, or from the number of the rule if it has none.
pub(super) fn id(name: &str, rules: &RuleSet) -> RuleId {
    let taken = |id: &RuleId| rules.get(id).is_some();
    let plain = |word: &str| word.nfkd().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let words: Vec<String> = name.split_whitespace().map(plain).filter(|word| !word.is_empty()).collect();
    if !words.is_empty() {
        return RuleId(words.join("-")).free(taken);
    }
    let numbered = (rules.rules.len() + 1..).map(|number| RuleId(format!("rule-{number}"))).find(|id| !taken(id));
    numbered.unwrap_or_else(|| RuleId(String::new()).free(taken))
}

#[cfg(test)]
mod tests {
    use super::new_rule;
    use crate::boilerplate::{Fit, RuleSet, Scope, Unit};

    #[test]
    fn a_new_pattern_is_called_by_its_words() {
        let named = |fit: Fit| {
            let rule = new_rule(fit, Scope::Everywhere, "2031-04-15", &RuleSet::default());
            (rule.name, rule.id.0)
        };
        for (text, name, id) in [
            (r"Page \d+", "Page", "page"),
            (r"^(?i)updated: [0-9]{1,2}\.\d+ (?:by the )?desk$", "updated by the desk", "updated-by-the-desk"),
            (r"[0-9]+ min read", "min read", "min-read"),
            (r"^\d+\s*$", "pattern", "pattern"),
        ] {
            let pattern = Fit::Pattern(Unit::Words, text.to_owned());
            assert_eq!(named(pattern), (name.to_owned(), id.to_owned()), "{text}");
        }
        let price = named(Fit::Exactly("Only $3 a month".to_owned()));
        assert_eq!(price.1, "only-3-a-month");
    }
}
