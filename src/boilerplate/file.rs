//! The text of the rules file, which is changed no more than necessary.
//!
//! The text is kept as the reader wrote it, and edited in place. What is not touched stays byte for byte the same, including line ends and
//! odd spacing; no serializer of a parsed document promises that. Inside a rule, `edit` changes one value.

use super::entry::{Entry, cut};
use super::misread::Misread;
use super::read::entries;
use super::rule::{Rule, RuleId, RuleSet};
use super::write::{HEADER, lines};

/// The text of a rules file as it was written, with comments, order and spacing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RulesText {
    text: String,
    entries: Vec<Entry>,
}

impl RulesText {
    /// Parses a rules file.
    ///
    /// # Errors
    ///
    /// Returns the first mistake with its place: invalid TOML, a key that is unknown, missing or of the wrong type, a repeated id, or a text
    /// without letters.
    pub fn parse(text: &str) -> Result<Self, Misread> {
        Ok(Self { text: text.to_owned(), entries: entries(text)? })
    }

    /// Returns the rules in it.
    pub fn rules(&self) -> RuleSet {
        RuleSet { rules: self.entries.iter().map(|entry| entry.rule.clone()).collect() }
    }

    /// Appends a rule and returns its id. If the id is taken, the rule gets the next free one.
    ///
    /// A rule with blank text is not written, because such a file could not be parsed again. An empty file gets a header that explains it.
    pub fn add(&mut self, rule: &Rule) -> Option<RuleId> {
        if rule.fit.text().trim().is_empty() {
            return None;
        }
        let id = rule.id.free(|id| self.entries.iter().any(|entry| entry.rule.id == *id));
        let rule = Rule { id: id.clone(), ..rule.clone() };
        let line_end = line_end_of(&self.text);
        if self.text.is_empty() {
            self.text.push_str(HEADER);
        }
        // A file without a final line end stays without one.
        let ends_open = !self.text.ends_with('\n');
        self.text.push_str(line_end);
        if ends_open {
            self.text.push_str(line_end);
        }
        let start = self.text.len();
        self.text.push_str(&lines(&rule).join(line_end));
        self.entries.push(Entry { rule, place: start..self.text.len() });
        if !ends_open {
            self.text.push_str(line_end);
        }
        Some(id)
    }

    /// Removes a rule with its comments, and returns whether it was there.
    pub fn remove(&mut self, id: &RuleId) -> bool {
        let Some(at) = self.entries.iter().position(|entry| entry.rule.id == *id) else { return false };
        let floor = at.checked_sub(1).and_then(|before| self.entries.get(before)).map_or(0, |before| before.place.end);
        let gone = cut(&self.text, &self.entries.remove(at).place, floor);
        self.text.replace_range(gone.clone(), "");
        for entry in self.entries.iter_mut().skip(at) {
            entry.place = entry.place.start - gone.len()..entry.place.end - gone.len();
        }
        true
    }

    /// Returns the span of each rule, from its `[[rule]]` to its last value.
    pub(super) fn places(&self) -> Vec<std::ops::Range<usize>> {
        self.entries.iter().map(|entry| entry.place.clone()).collect()
    }

    /// Returns the line on which each rule begins, from 1.
    pub fn lines(&self) -> Vec<usize> {
        let (mut line, mut at) = (1, 0);
        let each = self.entries.iter().map(|entry| {
            // Rules are in the order of the file, so each line end is counted once.
            let between = self.text.get(at..entry.place.start).unwrap_or_default();
            (line, at) = (line + between.matches('\n').count(), entry.place.start);
            line
        });
        each.collect()
    }

    /// Returns the text to be written.
    pub fn text(&self) -> String {
        self.text.clone()
    }
}

/// Returns the first line end of `text`.
pub(super) fn line_end_of(text: &str) -> &'static str {
    let first = text.find('\n').and_then(|newline| text.get(..newline));
    if first.is_some_and(|line| line.ends_with('\r')) { "\r\n" } else { "\n" }
}
