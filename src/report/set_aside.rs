//! What two versions differ in, or may, that was not to count: how much of it there is, and what set it aside.

use super::Reported;
use crate::boilerplate::{HiddenBy, RuleId};
use crate::text::{Pair, Side, plural, sign};

/// Rules named at most.
const MOST: usize = 4;

/// Says what was set aside, if anything was: words that differ in diacritics alone, changes of too few words, and what rules ignore.
pub fn set_aside(reported: &Reported<'_>) -> Option<String> {
    let diacritics = match reported.collation.diacritics {
        0 => None,
        1 => Some("1 word differs in diacritics alone".to_owned()),
        words => Some(format!("{words} words differ in diacritics alone")),
    };
    let small = reported.collation.small;
    let small = (small.changes > 0)
        .then(|| format!("{} of fewer than {}", plural(small.changes, "change"), plural(small.least, "word")));
    let said: Vec<String> = [diacritics, small, describe_ignored(&ignored(reported))].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(", "))
}

/// The words of each side that a rule ignores, rule by rule in the order in which they are met, the left side first.
pub fn ignored(reported: &Reported<'_>) -> Vec<(RuleId, Pair<usize>)> {
    let mut found: Vec<(RuleId, Pair<usize>)> = Vec::new();
    for side in Side::BOTH {
        for hidden in reported.masks[side].hidden() {
            let HiddenBy::Rule(id) = &hidden.by else { continue };
            let words = reported.articles[side].tokens_in(hidden.span).len();
            match found.iter_mut().find(|(known, _)| known == id) {
                Some((_, counts)) => counts[side] += words,
                None => found.push((id.clone(), Pair::from_fn(|at| if at == side { words } else { 0 }))),
            }
        }
    }
    found.retain(|(_, words)| words.left + words.right > 0);
    found
}

fn describe_ignored(ignored: &[(RuleId, Pair<usize>)]) -> Option<String> {
    let to = sign(" → ");
    let one = |(id, words): &(RuleId, Pair<usize>)| {
        let Pair { left, right } = *words;
        let words = if left == right { plural(left, "word") } else { format!("{left}{to}{}", plural(right, "word")) };
        format!("{words} by {}", id.0)
    };
    let mut said: Vec<String> = ignored.iter().take(MOST).map(one).collect();
    if ignored.len() > MOST {
        said.push(format!("more by {}", plural(ignored.len() - MOST, "other rule")));
    }
    (!said.is_empty()).then(|| format!("ignored {}", said.join(", ")))
}
