//! From the text of a rules file to its rules, each mistake with its place.

use std::collections::HashMap;
use std::ops::Range;

use toml_edit::{Document, Item, Table, TableLike, Value};

use super::entry::Entry;
use super::misread::Misread;
use super::rule::{Fit, Rule, RuleId, Scope, Unit};

const RULE_KEYS: &[&str] = &["id", "name", "match", "scope", "created", "note", "enabled"];
const MATCH_KEYS: &[&str] = &["kind", "unit", "text"];
const SCOPE_KEYS: &[&str] = &["article", "source"];
const MATCH_FORM: &str = "{ kind = \"exactly\", text = \"…\" }";
const SCOPE_FORMS: &str = "\"everywhere\", { article = \"…\" } or { source = \"…\" }";

/// Reads the rules of a file, in order.
pub fn entries(text: &str) -> Result<Vec<Entry>, Misread> {
    let document = Document::parse(text).map_err(|error| {
        let place = error.span().map_or(text.len(), |span| span.start);
        Misread::at(text, place, error.message())
    })?;
    let mut entries: Vec<Entry> = Vec::new();
    let mut places = HashMap::new();
    let file = Fields { text, table: document.as_table(), place: 0 };
    file.only(&["rule"], "in this file")?;
    let Some(rules) = document.get("rule") else { return Ok(entries) };
    let Some(rules) = rules.as_array_of_tables() else {
        return Err(file.misread("rule", "a rule begins with a line `[[rule]]`, in two brackets"));
    };
    for table in rules {
        let fields = Fields { text, table, place: table.span().map_or(0, |span| span.start) };
        let rule = rule(&fields)?;
        if let Some(line) = places.insert(rule.id.clone(), Misread::at(text, fields.place, "").line) {
            let reason = format!("the rule in line {line} has this id already; expected one that no other rule has");
            return Err(fields.misread("id", &reason));
        }
        entries.push(Entry { rule, place: fields.place..end_of(table) });
    }
    Ok(entries)
}

fn rule(fields: &Fields<'_>) -> Result<Rule, Misread> {
    fields.only(RULE_KEYS, "of a rule")?;
    let id = fields.needed("id", "a short name of its own, as id = \"donation-appeal\"")?;
    if id.is_empty() {
        return Err(fields.misread("id", "an empty id; expected a short name, as \"donation-appeal\""));
    }
    Ok(Rule {
        name: fields.string("name")?.unwrap_or(&id).to_owned(),
        fit: fit(fields)?,
        scope: scope(fields)?,
        created: created(fields)?,
        note: fields.string("note")?.unwrap_or_default().to_owned(),
        enabled: enabled(fields)?,
        id: RuleId(id),
    })
}

fn fit(rule: &Fields<'_>) -> Result<Fit, Misread> {
    let Some(item) = rule.table.get("match") else {
        return Err(rule.missing("match", &format!("what to hide, as match = {MATCH_FORM}")));
    };
    let Some(table) = item.as_table_like() else {
        return Err(rule.wrong("match", item, MATCH_FORM));
    };
    let fields = Fields { text: rule.text, table, place: rule.place_of("match") };
    fields.only(MATCH_KEYS, "of `match`")?;
    let kind = fields.needed("kind", "\"exactly\", \"begins\" or \"to-end\"")?;
    let unit = unit(&fields)?;
    let text = fields.needed("text", "the words to hide, as text = \"…\"")?;
    if text.trim().is_empty() {
        return Err(fields.misread("text", "an empty text, which hides nothing; expected the words to hide"));
    }
    match kind.as_str() {
        "exactly" if fields.table.contains_key("unit") => {
            let reason = "`unit` means nothing with kind = \"exactly\"; expected it with \"begins\" or \"to-end\" only";
            Err(fields.misread_key("unit", reason))
        }
        "exactly" => Ok(Fit::Exactly(text)),
        "begins" => Ok(Fit::BeginsSo(unit, text)),
        "to-end" => Ok(Fit::ToEnd(unit, text)),
        other => Err(fields.unknown("kind", other, "\"exactly\", \"begins\" or \"to-end\"")),
    }
}

fn unit(fields: &Fields<'_>) -> Result<Unit, Misread> {
    match fields.string("unit")? {
        None | Some("paragraph") => Ok(Unit::Paragraph),
        Some("sentence") => Ok(Unit::Sentence),
        Some(other) => Err(fields.unknown("unit", other, "\"paragraph\" or \"sentence\"")),
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
        (Some(_), Some(_)) => Err(fields.misread_key("source", "`article` and `source` at once; expected one of them")),
        (None, None) => Err(rule.misread("scope", &format!("an empty scope; expected {SCOPE_FORMS}"))),
    }
}

fn created(rule: &Fields<'_>) -> Result<String, Misread> {
    let expected = "a day, as created = 2026-11-22";
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

/// The keys of one table of the file.
struct Fields<'a> {
    text: &'a str,
    table: &'a dyn TableLike,
    /// Where the table begins; stands for what is missing in it.
    place: usize,
}

impl<'a> Fields<'a> {
    fn only(&self, known: &[&str], where_: &str) -> Result<(), Misread> {
        let Some((key, _)) = self.table.iter().find(|(key, _)| !known.contains(key)) else { return Ok(()) };
        let expected = known.join("`, `");
        Err(self.misread_key(key, &format!("unknown key `{}` {where_}; expected `{expected}`", key.escape_debug())))
    }

    fn string(&self, key: &str) -> Result<Option<&'a str>, Misread> {
        let Some(item) = self.table.get(key) else { return Ok(None) };
        item.as_str().map(Some).ok_or_else(|| self.wrong(key, item, "text in quotes"))
    }

    fn needed(&self, key: &str, expected: &str) -> Result<String, Misread> {
        self.string(key)?.map(str::to_owned).ok_or_else(|| self.missing(key, expected))
    }

    fn missing(&self, key: &str, expected: &str) -> Misread {
        Misread::at(self.text, self.place, &format!("`{key}` is missing; expected {expected}"))
    }

    fn wrong(&self, key: &str, item: &Item, expected: &str) -> Misread {
        self.misread(key, &format!("`{key}` is of the type {}; expected {expected}", item.type_name()))
    }

    fn unknown(&self, key: &str, value: &str, expected: &str) -> Misread {
        self.misread(key, &format!("unknown {key} \"{}\"; expected {expected}", value.escape_debug()))
    }

    /// A mistake in the value of `key`.
    fn misread(&self, key: &str, reason: &str) -> Misread {
        Misread::at(self.text, self.place_of(key), reason)
    }

    /// A mistake in `key` itself.
    fn misread_key(&self, key: &str, reason: &str) -> Misread {
        Misread::at(self.text, self.place_of_key(key), reason)
    }

    fn place_of(&self, key: &str) -> usize {
        self.table.get(key).and_then(Item::span).map_or_else(|| self.place_of_key(key), |span| span.start)
    }

    fn place_of_key(&self, key: &str) -> usize {
        let span = self.table.key(key).and_then(|key| key.span());
        span.or_else(|| self.table.get(key).and_then(Item::span)).map_or(self.place, |span| span.start)
    }
}

/// Gives the end of the last thing in `table`, its header included.
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
