//! Fields: the keys of one table of the configuration, and problems with them.

use toml_edit::{Item, TableLike};

use super::nearest::nearest;
use crate::boilerplate::Misread;

/// The keys of one table, and problems with them.
pub(in crate::app) struct Fields<'a> {
    /// The text of the file.
    pub text: &'a str,
    /// The table.
    pub table: &'a dyn TableLike,
    /// The problems.
    pub misread: Vec<Misread>,
}

impl Fields<'_> {
    /// Reports each key that is not one of these, and which may have been meant.
    pub(in crate::app) fn only(&mut self, known: &[&str], what: &str) {
        let unknown: Vec<String> =
            self.table.iter().map(|(key, _)| key).filter(|key| !known.contains(key)).map(str::to_owned).collect();
        for key in unknown {
            let meant = nearest(&key, known.iter().copied()).map(|near| format!("; did you mean `{near}`?"));
            let reason = format!("unknown {what} `{}`{}", key.escape_debug(), meant.unwrap_or_default());
            self.misread_at(self.place_of_key(&key), &reason);
        }
    }

    /// Reports that the value of `key` is not what was expected.
    pub(in crate::app) fn wrong(&mut self, key: &str, expected: &str) {
        let found = self.table.get(key).map_or("", Item::type_name);
        let reason = match self.table.get(key).and_then(Item::as_value) {
            Some(value) if !value.is_array() && !value.is_inline_table() => {
                format!("`{key}` is {}; expected {expected}", value.to_string().trim())
            }
            _ => format!("`{key}` has type {found}; expected {expected}"),
        };
        self.misread_at(self.place_of(key), &reason);
    }

    pub(in crate::app) fn misread_at(&mut self, place: usize, reason: &str) {
        self.misread.push(Misread::at(self.text, place, reason));
    }

    /// Where the value of `key` begins.
    pub(in crate::app) fn place_of(&self, key: &str) -> usize {
        self.table.get(key).and_then(Item::span).map_or_else(|| self.place_of_key(key), |span| span.start)
    }

    /// Where `key` itself is.
    pub(in crate::app) fn place_of_key(&self, key: &str) -> usize {
        let span = self.table.key(key).and_then(|key| key.span());
        span.or_else(|| self.table.get(key).and_then(Item::span)).map_or(0, |span| span.start)
    }

    pub(in crate::app) fn theme(&mut self) -> Option<String> {
        let name = self.string("theme")?;
        if !matches!(name.as_str(), "auto" | "dark" | "light" | "high-contrast") && !name.ends_with(".toml") {
            self.wrong(
                "theme",
                "\"auto\", \"dark\", \"light\", \"high-contrast\" or a theme file that ends with .toml",
            );
            return None;
        }
        (name != "auto").then_some(name)
    }

    pub(in crate::app) fn wide_ambiguous(&mut self) -> bool {
        let width = self.string("ambiguous-width");
        if width.as_deref().is_some_and(|width| !matches!(width, "narrow" | "wide")) {
            self.wrong("ambiguous-width", "\"narrow\" or \"wide\"");
        }
        width.as_deref() == Some("wide")
    }

    pub(in crate::app) fn string(&mut self, key: &str) -> Option<String> {
        let item = self.table.get(key)?;
        let read = item.as_str().map(str::to_owned);
        if read.is_none() {
            self.wrong(key, "a name in quotes");
        }
        read
    }

    pub(in crate::app) fn switch(&mut self, key: &str) -> Option<bool> {
        let item = self.table.get(key)?;
        let read = item.as_bool();
        if read.is_none() {
            self.wrong(key, "true or false");
        }
        read
    }

    pub(in crate::app) fn number(&mut self, key: &str, least: u8, most: u8) -> Option<u8> {
        let item = self.table.get(key)?;
        let read = item.as_integer().and_then(|it| u8::try_from(it).ok()).filter(|it| (least..=most).contains(it));
        if read.is_none() {
            self.wrong(key, &format!("a whole number from {least} to {most}"));
        }
        read
    }
}
