//! Regular expressions of rules, on an engine whose time is linear in the text, and bounded in size.

use std::ops::Range;

use regex::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};

/// The most bytes that one expression takes when it is made ready, and that it takes while it runs.
const SIZE: usize = 1 << 20;
/// As many expressions are looked up together.
const TOGETHER: usize = 50;
/// No expression is longer.
const LONGEST: usize = 4_000;

/// Expressions made ready, each with a number.
#[derive(Debug, Default)]
pub struct Patterns {
    groups: Vec<Group>,
}

#[derive(Debug)]
struct Group {
    /// All of the group at once; none where together they are too large.
    set: Option<RegexSet>,
    each: Vec<(usize, Regex)>,
}

/// Makes one expression ready.
///
/// # Errors
///
/// Says in one sentence what is wrong with it.
pub fn pattern(text: &str) -> Result<Regex, String> {
    if text.len() > LONGEST {
        return Err(format!("a regular expression of more than {LONGEST} bytes"));
    }
    let built = RegexBuilder::new(text).size_limit(SIZE).dfa_size_limit(SIZE).nest_limit(50).build();
    let regex = built.map_err(|error| said(&error))?;
    Ok(regex)
}

/// Puts what the engine says into one sentence; it draws the expression over several lines and says the reason in the last.
fn said(error: &regex::Error) -> String {
    match error {
        regex::Error::CompiledTooBig(_) => {
            "a regular expression that is too large; expected fewer repetitions".to_owned()
        }
        other => {
            let text = other.to_string();
            let reason = text.lines().last().unwrap_or_default().trim_start_matches("error: ");
            format!("no regular expression: {reason}")
        }
    }
}

impl Patterns {
    /// Makes expressions ready; those that are none fit nothing.
    pub fn of(texts: &[(usize, &str)]) -> Self {
        let ready: Vec<(usize, Regex)> =
            texts.iter().filter_map(|(number, text)| Some((*number, pattern(text).ok()?))).collect();
        let groups = ready.chunks(TOGETHER).map(|each| Group { set: together(each), each: each.to_vec() });
        Self { groups: groups.collect() }
    }

    /// Tells whether there are none.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Gives where in `text` each expression fits; what is empty does not count.
    pub fn fitting(&self, text: &str) -> Vec<(usize, Range<usize>)> {
        let mut found = Vec::new();
        for group in &self.groups {
            let fits = group.set.as_ref().map(|set| set.matches(text));
            for (at, (number, regex)) in group.each.iter().enumerate() {
                if fits.as_ref().is_some_and(|fits| !fits.matched(at)) {
                    continue;
                }
                found.extend(
                    regex.find_iter(text).filter(|found| !found.is_empty()).map(|found| (*number, found.range())),
                );
            }
        }
        found
    }
}

fn together(each: &[(usize, Regex)]) -> Option<RegexSet> {
    let texts = each.iter().map(|(_, regex)| regex.as_str());
    let built = RegexSetBuilder::new(texts).size_limit(SIZE * TOGETHER / 4).dfa_size_limit(SIZE * 4).build();
    built.ok().filter(|_| each.len() > 1)
}
