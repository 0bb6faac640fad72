//! Names beside a word of saying of which it is not sure that they speak: `neither Brandt nor Frost said`, `said Brandt's deputy`, `Would Brandt
//! say`.

use super::bare::possessive;
use super::finder::FactFinder;
use crate::text::Span;

/// Words before a name, or at its head, of which nobody is told to have said it.
const ASKED: [&str; 12] =
    ["did", "does", "do", "would", "could", "should", "had", "has", "have", "were", "if", "whether"];
/// Words before a name that does not speak, or not surely.
const DENIED: [&str; 6] = ["neither", "nor", "not", "never", "either", "or"];
/// Words behind a name that is one of two who may speak.
const OTHERWISE: [&str; 4] = [" or ", ", or ", " nor ", ", nor "];

/// Whether it is not sure that a name beside a word of saying speaks. English only.
pub(super) fn is_unsure(finder: &FactFinder<'_>, name: Span, verb: Span) -> bool {
    if finder.language() != "en" {
        return false;
    }
    let text = finder.text();
    let behind = text.get(name.end()..).unwrap_or_default();
    let owner = possessive(name.of(text)) || behind.starts_with("'s ") || behind.starts_with("’s ");
    let later = verb.end() <= name.start();
    let first = name.of(text).split(' ').next().unwrap_or_default().to_lowercase();
    let before = words_before(text, name);
    let told_before = |word: &str| DENIED.contains(&word) || ASKED.contains(&word);
    owner && later
        || ASKED.contains(&first.as_str())
        || before.first().is_some_and(|word| told_before(word))
        || before.first().is_some_and(|word| word == "even") && before.get(1).is_some_and(|word| word == "not")
        || OTHERWISE.iter().any(|other| behind.starts_with(other))
        || later && goes_on(behind)
}

/// The two words before a name in its sentence, the nearest first, in small letters.
fn words_before(text: &str, name: Span) -> Vec<String> {
    let before = text.get(..name.start()).unwrap_or_default();
    let own = before.rsplit(['.', '!', '?', '"', '“', '”', '\n']).next().unwrap_or_default();
    own.split_whitespace().rev().take(2).map(str::to_lowercase).collect()
}

/// Whether another name follows: `said Brandt and Frost on Monday`.
fn goes_on(behind: &str) -> bool {
    behind.strip_prefix(" and ").is_some_and(|rest| rest.starts_with(char::is_uppercase))
}
