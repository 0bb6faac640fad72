//! Parses the text of a rules file, and reports each mistake with its place.

use std::collections::HashMap;
use std::ops::Range;

use toml_edit::{Document, Item, Table, Value};

use super::entry::Entry;
use super::fields::Fields;
use super::misread::Misread;
use super::patterns::ROOM;
use super::read_fit::fit;
use super::rule::{Does, Rule, RuleId, Scope};

const RULE_KEYS: &[&str] = &["id", "name", "match", "does", "scope", "created", "note", "enabled"];
const SCOPE_KEYS: &[&str] = &["article", "source"];
const SCOPE_FORMS: &str = "\"everywhere\", { article = \"…\" } or { source = \"…\" }";

/// Parses the rules of a file, in order.
pub fn entries(text: &str) -> Result<Vec<Entry>, Misread> {
    let document = Document::parse(text).map_err(|error| Misread::of_toml(text, &error))?;
    let mut entries: Vec<Entry> = Vec::new();
    let mut places = HashMap::new();
    let file = Fields { text, table: document.as_table(), place: 0 };
    file.only(&["rule"], "in this file")?;
    let Some(rules) = document.get("rule") else { return Ok(entries) };
    let Some(rules) = rules.as_array_of_tables() else {
        return Err(file.misread("rule", "a rule begins with a line `[[rule]]`, in two brackets"));
    };
    let mut room = ROOM;
    for table in rules {
        let fields = Fields { text, table, place: table.span().map_or(0, |span| span.start) };
        let rule = rule(&fields, &mut room)?;
        if let Some(place) = places.insert(rule.id.clone(), fields.place) {
            let line = Misread::at(text, place, "").line;
            let reason = format!("the rule in line {line} already has this id; expected a unique one");
            return Err(fields.misread("id", &reason));
        }
        entries.push(Entry { rule, place: fields.place..end_of(table) });
    }
    Ok(entries)
}

fn rule(fields: &Fields<'_>, room: &mut usize) -> Result<Rule, Misread> {
    fields.only(RULE_KEYS, "of a rule")?;
    let id = fields.needed("id", "a short unique name, such as id = \"donation-appeal\"")?;
    if id.is_empty() {
        return Err(fields.misread("id", "an empty id; expected a short name, such as \"donation-appeal\""));
    }
    Ok(Rule {
        name: fields.string("name")?.unwrap_or(&id).to_owned(),
        fit: fit(fields, room)?,
        does: does(fields)?,
        scope: scope(fields)?,
        created: created(fields)?,
        note: fields.string("note")?.unwrap_or_default().to_owned(),
        enabled: enabled(fields)?,
        id: RuleId(id),
    })
}

fn does(rule: &Fields<'_>) -> Result<Does, Misread> {
    let all = [Does::Hide, Does::IgnoreInDiff];
    match rule.string("does")? {
        None => Ok(Does::Hide),
        Some(said) => {
            let found = all.into_iter().find(|does| does.name() == said);
            found.ok_or_else(|| rule.unknown("does", said, "\"hide\" or \"ignore-in-diff\""))
        }
    }
}

fn scope(rule: &Fields<'_>) -> Result<Scope, Misread> {
    let Some(item) = rule.table.get("scope") else { return Ok(Scope::Everywhere) };
    if let Some(name) = item.as_str() {
        return match name {
            "everywhere" => Ok(Scope::Everywhere),
            other => Err(rule.unknown("scope", other, SCOPE_FORMS)),
        };
    }
    let Some(table) = item.as_table_like() else {
        return Err(rule.wrong("scope", item, SCOPE_FORMS));
    };
    let fields = Fields { text: rule.text, table, place: rule.place_of("scope") };
    fields.only(SCOPE_KEYS, "of `scope`")?;
    match (fields.string("article")?, fields.string("source")?) {
        (Some(name), None) => Ok(Scope::Article(name.to_owned())),
        (None, Some(name)) => Ok(Scope::Source(name.to_owned())),
        (Some(_), Some(_)) => Err(fields.misread_key("source", "both `article` and `source`; expected one of them")),
        (None, None) => Err(rule.misread("scope", &format!("an empty scope; expected {SCOPE_FORMS}"))),
    }
}

fn created(rule: &Fields<'_>) -> Result<String, Misread> {
    let expected = "a day, such as created = 2026-11-22";
    let Some(item) = rule.table.get("created") else { return Ok(String::new()) };
    if let Some(text) = item.as_str() {
        return Ok(text.to_owned());
    }
    let day = item.as_datetime().and_then(|when| when.date);
    day.map(|day| day.to_string()).ok_or_else(|| rule.wrong("created", item, expected))
}

fn enabled(rule: &Fields<'_>) -> Result<bool, Misread> {
    let Some(item) = rule.table.get("enabled") else { return Ok(true) };
    item.as_bool().ok_or_else(|| rule.wrong("enabled", item, "true or false"))
}

/// Returns the end of the last item in `table`, or of its header.
fn end_of(table: &Table) -> usize {
    let header = table.span().map_or(0, |span: Range<usize>| span.end);
    let ends = table.iter().map(|(_, item)| match item {
        Item::Table(inner) => end_of(inner),
        Item::ArrayOfTables(inner) => inner.iter().map(end_of).max().unwrap_or(0),
        Item::Value(value) => end_of_value(value),
        Item::None => 0,
    });
    ends.max().map_or(header, |end| end.max(header))
}

fn end_of_value(value: &Value) -> usize {
    value.span().map_or(0, |span| span.end)
}
