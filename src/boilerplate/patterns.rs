//! Regular expressions of rules, on an engine whose time is linear in the text, and bounded in size.

use std::ops::Range;

use regex::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};

/// The most bytes that one expression takes when it is made ready.
const SIZE: usize = 1 << 20;
/// Bytes that an expression is first tried with; each further try has four times as many, up to [`SIZE`].
const SMALL: usize = 4 << 10;
/// The most bytes that all expressions of a file may take when they are made ready: some thousand usual ones. A team's file may be
/// anyone's, and must not exhaust the machine of whoever reads an article beside it.
pub const ROOM: usize = 32 << 20;
/// The most bytes that all expressions in force may take; those behind fit nothing.
const ALL_ROOM: usize = 2 * ROOM;
/// The most bytes that an expression's states take while it runs.
const STATES: usize = 256 << 10;
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
    weighed(text).map(|(regex, _)| regex)
}

/// As [`pattern`], and gives how many bytes it takes at most.
///
/// # Errors
///
/// As [`pattern`].
pub fn weighed(text: &str) -> Result<(Regex, usize), String> {
    if text.len() > LONGEST {
        return Err(format!("a regular expression of more than {LONGEST} bytes"));
    }
    let mut size = SMALL;
    loop {
        let built = RegexBuilder::new(text).size_limit(size).dfa_size_limit(STATES).nest_limit(50).build();
        match built {
            Err(regex::Error::CompiledTooBig(_)) if size < SIZE => size *= 4,
            built => return built.map(|regex| (regex, size)).map_err(|error| explain(&error)),
        }
    }
}

/// Puts what the engine says into one sentence; it draws the expression over several lines and says the reason in the last.
fn explain(error: &regex::Error) -> String {
    match error {
        regex::Error::CompiledTooBig(_) => "a regular expression that is too large; use fewer repetitions".to_owned(),
        other => {
            let text = other.to_string();
            let reason = text.lines().last().unwrap_or_default().trim_start_matches("error: ");
            format!("invalid regular expression: {reason}")
        }
    }
}

impl Patterns {
    /// Makes expressions ready; those that are none fit nothing, nor do those for which there is no room any more.
    pub fn of(texts: &[(usize, &str)]) -> Self {
        let mut room = ALL_ROOM;
        let ready = texts.iter().map_while(|(number, text)| {
            let Ok((regex, size)) = weighed(text) else { return Some(None) };
            room = room.checked_sub(size)?;
            Some(Some((*number, regex)))
        });
        let ready: Vec<(usize, Regex)> = ready.flatten().collect();
        let groups = ready.chunks(TOGETHER).map(|each| Group { set: together(each), each: each.to_vec() });
        Self { groups: groups.collect() }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Where in `text` each expression fits; what is empty does not count.
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
