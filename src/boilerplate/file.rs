//! The rules file's text: read, and changed no more than needed.
//!
//! The text is kept as the reader wrote it and cut or lengthened in place: what is not touched stays the same byte for byte,
//! line ends and odd spacing included, which no writer of a parsed document promises. Inside a rule, `edit`
//! changes one value.

use super::entry::{Entry, cut};
use super::misread::Misread;
use super::read::entries;
use super::rule::{Rule, RuleId, RuleSet};
use super::write::{HEADER, lines};

/// A rules file's text as it was written, with comments, order and spacing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RulesText {
    text: String,
    entries: Vec<Entry>,
}

impl RulesText {
    /// Reads a rules file.
    ///
    /// # Errors
    ///
    /// Says where the first mistake stands: what is no TOML, a key that is unknown, missing or of the wrong type, an id
    /// that is there twice, a text without letters.
    pub fn parse(text: &str) -> Result<Self, Misread> {
        Ok(Self { text: text.to_owned(), entries: entries(text)? })
    }

    /// The rules in it.
    pub fn rules(&self) -> RuleSet {
        RuleSet { rules: self.entries.iter().map(|entry| entry.rule.clone()).collect() }
    }

    /// Writes a rule at the end and gives its id: another may have taken the one it had, then it gets the next free one.
    ///
    /// A rule whose text is blank is not written, since such a file could not be read again. Text that was empty gets a
    /// header that explains the file.
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
        // The file keeps its way with the last line: what ends without a line end does so again.
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

    /// Takes a rule out, with the comments that touch it; tells whether it was there.
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

    /// Where each rule stands, from its `[[rule]]` to its last value.
    pub(super) fn places(&self) -> Vec<std::ops::Range<usize>> {
        self.entries.iter().map(|entry| entry.place.clone()).collect()
    }

    /// The line in which each rule begins, from 1, in the order of the rules.
    pub fn lines(&self) -> Vec<usize> {
        let (mut line, mut at) = (1, 0);
        let each = self.entries.iter().map(|entry| {
            // Rules stand in the order of the file, so that each line end is counted once.
            let between = self.text.get(at..entry.place.start).unwrap_or_default();
            (line, at) = (line + between.matches('\n').count(), entry.place.start);
            line
        });
        each.collect()
    }

    /// The text as it is to be written.
    pub fn text(&self) -> String {
        self.text.clone()
    }
}

/// The line end that `text` uses first.
pub(super) fn line_end_of(text: &str) -> &'static str {
    let first = text.find('\n').and_then(|newline| text.get(..newline));
    if first.is_some_and(|line| line.ends_with('\r')) { "\r\n" } else { "\n" }
}
