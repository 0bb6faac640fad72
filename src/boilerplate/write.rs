//! Writes a rule as TOML.

use std::fmt::Write;

use toml_edit::Datetime;

use super::rule::{Does, Fit, Rule, Scope};
use crate::text::is_unseen_command;

/// The header of a new rules file.
pub const HEADER: &str = "\
# What ibid hides, and where. Each [[rule]] is one thing to hide; read, edit, reorder and comment freely.
# match: kind = \"exactly\" or \"loosely\" (numbers, dates and small changes free), or, each with unit = \"paragraph\",
# \"sentence\" or \"words\", \"begins\", \"contains\", \"pattern\" (a regular expression), \"to-end\", \"span\" (with to = \"…\").
# scope: \"everywhere\", { article = \"NAME\" } or { source = \"NAME\" }. enabled = false switches a rule off.
# does = \"ignore-in-diff\": read as ever, but no change between two versions (times, page numbers, running heads).
";

/// Returns `rule` as it is written in a rules file.
pub fn rule_toml(rule: &Rule) -> String {
    lines(rule).join("\n") + "\n"
}

/// Returns the lines of `rule`, its header first, without line ends.
pub fn lines(rule: &Rule) -> Vec<String> {
    let mut lines = vec![
        "[[rule]]".to_owned(),
        format!("id = {}", quoted(&rule.id.0)),
        format!("name = {}", quoted(&rule.name)),
        format!("match = {}", fit(&rule.fit)),
        format!("scope = {}", scope(&rule.scope)),
    ];
    if rule.does != Does::Hide {
        lines.insert(4, format!("does = {}", quoted(rule.does.name())));
    }
    if !rule.created.is_empty() {
        lines.push(format!("created = {}", day(&rule.created)));
    }
    lines.push(format!("note = {}", quoted(&rule.note)));
    lines.push(format!("enabled = {}", rule.enabled));
    lines
}

/// Returns a `match` on one line.
pub(super) fn fit(fit: &Fit) -> String {
    let kind = fit.kind();
    let unit = fit.unit().map_or(String::new(), |unit| format!(", unit = \"{}\"", unit.name()));
    let to = match fit {
        Fit::Between(_, ends) => format!(", to = {}", quoted(&ends.to)),
        _ => String::new(),
    };
    format!("{{ kind = \"{kind}\"{unit}, text = {}{to} }}", quoted(fit.text()))
}

/// Returns a `scope` on one line.
pub(super) fn scope(scope: &Scope) -> String {
    match scope {
        Scope::Article(name) => format!("{{ article = {} }}", quoted(name)),
        Scope::Source(name) => format!("{{ source = {} }}", quoted(name)),
        Scope::Everywhere => "\"everywhere\"".to_owned(),
    }
}

/// Returns a day as a TOML date, anything else as a string.
fn day(created: &str) -> String {
    let date = created.parse::<Datetime>().ok().filter(|when| when.time.is_none() && when.to_string() == created);
    date.map_or_else(|| quoted(created), |date| date.to_string())
}

/// Returns `text` as a one-line TOML string.
///
/// Written by hand, because the writer of the TOML crate uses several lines if the text does; those would change with the file's line ends.
/// Separators that editors take for line ends are escaped too, and so are invisible terminal commands.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if is_unseen_command(c) || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                // Writing into a string cannot fail.
                let _ = write!(quoted, "\\u{:04X}", c as u32);
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
