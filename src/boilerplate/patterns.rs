//! Regular expressions of rules, with linear time and bounded size.

use std::ops::Range;

use regex::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};

/// The most bytes of one compiled expression (a limit).
const SIZE: usize = 1 << 20;
/// The size limit of the first try to compile; each further try has four times as much, up to [`SIZE`] (chosen).
const SMALL: usize = 4 << 10;
/// The most bytes of all compiled expressions of a file: about a thousand usual ones. A team's file may come from anyone, and must not
/// exhaust a reader's memory (a limit).
pub const ROOM: usize = 32 << 20;
/// The most bytes of all compiled expressions; further ones match nothing (a limit).
const ALL_ROOM: usize = 2 * ROOM;
/// The most bytes of an expression's states while it runs (a limit).
const STATES: usize = 256 << 10;
/// How many expressions are searched for together (chosen).
const TOGETHER: usize = 50;
/// The longest expression (a limit).
const LONGEST: usize = 4_000;

/// Compiled expressions, each with a number.
#[derive(Debug, Default)]
pub struct Patterns {
    groups: Vec<Group>,
}

#[derive(Debug)]
struct Group {
    /// All of the group at once; `None` if together they are too large.
    set: Option<RegexSet>,
    each: Vec<(usize, Regex)>,
}

/// Compiles an expression.
///
/// # Errors
///
/// Returns what is wrong with it, in one sentence.
pub fn pattern(text: &str) -> Result<Regex, String> {
    weighed(text).map(|(regex, _)| regex)
}

/// Like [`pattern`], and also returns how many bytes it takes at most.
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

/// Turns the error of the regex engine into one sentence. The engine prints the expression over several lines and the reason last.
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
    /// Compiles expressions. Invalid ones, and those over the limit, match nothing.
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

    /// Whether there are no expressions.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Returns where each expression matches in `text`, without empty matches.
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
