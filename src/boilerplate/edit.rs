//! Changes a rule in place in its file; everything else stays byte for byte the same.
//!
//! The value of one key is replaced, or a line is added after the rule's last if the key is missing. The result is parsed again and only
//! kept if it says what was wanted and all other rules are unchanged. So unusual formatting that an edit does not understand can never
//! lose anything.

use std::ops::Range;

use toml_edit::{Document, Item};

use super::entry::cut;
use super::file::{RulesText, line_end_of};
use super::rule::{Fit, Rule, RuleId, Scope};
use super::write;

/// A change to one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Switches it on or off.
    Enabled(bool),
    /// Renames it.
    Name(String),
    /// Replaces its remark.
    Note(String),
    /// Changes what it matches.
    Fit(Fit),
    /// Changes its scope.
    Scope(Scope),
}

impl Edit {
    /// Returns the rule after the change.
    pub fn done(&self, rule: &Rule) -> Rule {
        let mut rule = rule.clone();
        match self {
            Edit::Enabled(enabled) => rule.enabled = *enabled,
            Edit::Name(name) => rule.name.clone_from(name),
            Edit::Note(note) => rule.note.clone_from(note),
            Edit::Fit(fit) => rule.fit = fit.clone(),
            Edit::Scope(scope) => rule.scope = scope.clone(),
        }
        rule
    }

    fn key(&self) -> &'static str {
        match self {
            Edit::Enabled(_) => "enabled",
            Edit::Name(_) => "name",
            Edit::Note(_) => "note",
            Edit::Fit(_) => "match",
            Edit::Scope(_) => "scope",
        }
    }

    fn value(&self) -> String {
        match self {
            Edit::Enabled(enabled) => enabled.to_string(),
            Edit::Name(text) | Edit::Note(text) => write::quoted(text),
            Edit::Fit(fit) => write::fit(fit),
            Edit::Scope(scope) => write::scope(scope),
        }
    }
}

/// Changes a rule in place and returns whether it could. It cannot if there is no such rule, if the new value would be invalid, or if the
/// rule is written as nested tables; then nothing is changed.
pub fn edit_rule(rules: &mut RulesText, id: &RuleId, edit: &Edit) -> bool {
    let mut wanted = rules.rules();
    let Some(at) = wanted.rules.iter().position(|rule| rule.id == *id) else { return false };
    let Some(rule) = wanted.rules.get_mut(at) else { return false };
    let after = edit.done(rule);
    if after == *rule {
        return true;
    }
    *rule = after;
    let text = rules.text();
    let replaced = match value_of(&text, at, edit.key()) {
        Some(place) => spliced(&text, place, &edit.value()),
        None => with_line(rules, &text, at, &format!("{} = {}", edit.key(), edit.value())),
    };
    take_if(rules, replaced, |read| read.rules() == wanted)
}

/// Moves a rule and its comments to index `to`, and returns whether it could.
pub fn move_rule(rules: &mut RulesText, id: &RuleId, to: usize) -> bool {
    let mut wanted = rules.rules();
    let Some(from) = wanted.rules.iter().position(|rule| rule.id == *id) else { return false };
    if to == from {
        return true;
    }
    if to >= wanted.rules.len() {
        return false;
    }
    let rule = wanted.rules.remove(from);
    wanted.rules.insert(to, rule);
    let moved = moved(rules, from, to);
    moved.is_some_and(|text| take_if(rules, text, |read| read.rules() == wanted))
}

/// Returns the text with the rule at index `from` moved to index `to`.
fn moved(rules: &RulesText, from: usize, to: usize) -> Option<String> {
    let text = rules.text();
    let end = line_end_of(&text);
    let gone = cut_of(rules, &text, from)?;
    let block = text.get(gone.clone())?.trim_matches(['\n', '\r']).to_owned();
    let mut rest = RulesText::parse(&spliced(&text, gone, "")).ok()?;
    let place = rest.places().get(to).cloned();
    let rest_text = rest.text();
    let at = match place {
        Some(_) => {
            cut_of(&rest, &rest_text, to).map(|cut| cut.start + blank_len(rest_text.get(cut).unwrap_or_default()))?
        }
        None => rest_text.len(),
    };
    let before = rest_text.get(..at)?;
    let gap = match before {
        "" | "\u{feff}" => String::new(),
        before if before.ends_with(&end.repeat(2)) => String::new(),
        before if before.ends_with('\n') => end.to_owned(),
        _ => end.repeat(2),
    };
    let after = if place.is_some() { end.repeat(2) } else { end.to_owned() };
    rest = RulesText::parse(&spliced(&rest_text, at..at, &format!("{gap}{block}{after}"))).ok()?;
    Some(rest.text())
}

/// Returns the bytes that are removed with the rule at index `at`.
fn cut_of(rules: &RulesText, text: &str, at: usize) -> Option<Range<usize>> {
    let places = rules.places();
    let floor = at.checked_sub(1).and_then(|before| places.get(before)).map_or(0, |before| before.end);
    Some(cut(text, places.get(at)?, floor))
}

fn with_line(rules: &RulesText, text: &str, at: usize, line: &str) -> String {
    let end = rules.places().get(at).map_or(text.len(), |place| place.end);
    let line_break = text.get(end..).and_then(|rest| rest.find('\n')).map(|newline| end + newline + 1);
    match line_break {
        Some(place) => spliced(text, place..place, &format!("{line}{}", line_end_of(text))),
        None => format!("{text}{}{line}", line_end_of(text)),
    }
}

fn take_if(rules: &mut RulesText, text: String, is_wanted: impl Fn(&RulesText) -> bool) -> bool {
    let Ok(read) = RulesText::parse(&text) else { return false };
    let wanted = is_wanted(&read);
    if wanted {
        *rules = read;
    }
    wanted
}

fn spliced(text: &str, place: Range<usize>, new: &str) -> String {
    let (before, after) = (text.get(..place.start).unwrap_or_default(), text.get(place.end..).unwrap_or_default());
    format!("{before}{new}{after}")
}

/// Returns the length of the leading blank lines.
fn blank_len(text: &str) -> usize {
    text.len() - text.trim_start_matches(['\n', '\r']).len()
}

/// Returns the span of the value of `key` in the rule at index `at`.
fn value_of(text: &str, at: usize, key: &str) -> Option<Range<usize>> {
    let document = Document::parse(text).ok()?;
    let table = document.get("rule").and_then(Item::as_array_of_tables)?.get(at)?;
    table.get(key)?.as_value()?.span()
}
