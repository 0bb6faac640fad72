//! Reads the keys of one table of the rules file, and reports each mistake with its place.

use toml_edit::{Item, TableLike};

use super::misread::Misread;

/// The keys of one table of the file.
pub struct Fields<'a> {
    /// The file.
    pub text: &'a str,
    /// The table.
    pub table: &'a dyn TableLike,
    /// The start of the table, where missing keys are reported.
    pub place: usize,
}

impl<'a> Fields<'a> {
    /// Checks that there are no keys but the `known` ones.
    pub fn only(&self, known: &[&str], where_: &str) -> Result<(), Misread> {
        let Some((key, _)) = self.table.iter().find(|(key, _)| !known.contains(key)) else { return Ok(()) };
        let expected = known.join("`, `");
        Err(self.misread_key(key, &format!("unknown key `{}` {where_}; expected `{expected}`", key.escape_debug())))
    }

    /// Returns the text of `key`, if it is there.
    pub fn string(&self, key: &str) -> Result<Option<&'a str>, Misread> {
        let Some(item) = self.table.get(key) else { return Ok(None) };
        item.as_str().map(Some).ok_or_else(|| self.wrong(key, item, "text in quotes"))
    }

    /// Returns the text of `key`.
    pub fn needed(&self, key: &str, expected: &str) -> Result<String, Misread> {
        self.string(key)?.map(str::to_owned).ok_or_else(|| self.missing(key, expected))
    }

    /// The error for a missing `key`.
    pub fn missing(&self, key: &str, expected: &str) -> Misread {
        Misread::at(self.text, self.place, &format!("`{key}` is missing; expected {expected}"))
    }

    /// The error for a value of the wrong type.
    pub fn wrong(&self, key: &str, item: &Item, expected: &str) -> Misread {
        self.misread(key, &format!("`{key}` has type {}; expected {expected}", item.type_name()))
    }

    /// The error for an unknown value.
    pub fn unknown(&self, key: &str, value: &str, expected: &str) -> Misread {
        self.misread(key, &format!("unknown {key} \"{}\"; expected {expected}", value.escape_debug()))
    }

    /// An error in the value of `key`.
    pub fn misread(&self, key: &str, reason: &str) -> Misread {
        Misread::at(self.text, self.place_of(key), reason)
    }

    /// An error in `key` itself.
    pub fn misread_key(&self, key: &str, reason: &str) -> Misread {
        Misread::at(self.text, self.place_of_key(key), reason)
    }

    /// Returns where the value of `key` begins.
    pub fn place_of(&self, key: &str) -> usize {
        self.table.get(key).and_then(Item::span).map_or_else(|| self.place_of_key(key), |span| span.start)
    }

    fn place_of_key(&self, key: &str) -> usize {
        let span = self.table.key(key).and_then(|key| key.span());
        span.or_else(|| self.table.get(key).and_then(Item::span)).map_or(self.place, |span| span.start)
    }
}
