//! The keys of one table of the rules file, read one by one, each mistake with its place.

use toml_edit::{Item, TableLike};

use super::misread::Misread;

/// The keys of one table of the file.
pub struct Fields<'a> {
    /// The file.
    pub text: &'a str,
    /// The table.
    pub table: &'a dyn TableLike,
    /// Where the table begins; stands for what is missing in it.
    pub place: usize,
}

impl<'a> Fields<'a> {
    /// Makes sure that there are no keys but the `known`.
    pub fn only(&self, known: &[&str], where_: &str) -> Result<(), Misread> {
        let Some((key, _)) = self.table.iter().find(|(key, _)| !known.contains(key)) else { return Ok(()) };
        let expected = known.join("`, `");
        Err(self.misread_key(key, &format!("unknown key `{}` {where_}; expected `{expected}`", key.escape_debug())))
    }

    /// The text under `key`, if there is one.
    pub fn string(&self, key: &str) -> Result<Option<&'a str>, Misread> {
        let Some(item) = self.table.get(key) else { return Ok(None) };
        item.as_str().map(Some).ok_or_else(|| self.wrong(key, item, "text in quotes"))
    }

    /// The text under `key`.
    pub fn needed(&self, key: &str, expected: &str) -> Result<String, Misread> {
        self.string(key)?.map(str::to_owned).ok_or_else(|| self.missing(key, expected))
    }

    /// A mistake: `key` is not there.
    pub fn missing(&self, key: &str, expected: &str) -> Misread {
        Misread::at(self.text, self.place, &format!("`{key}` is missing; expected {expected}"))
    }

    /// A mistake: what stands under `key` is of another type.
    pub fn wrong(&self, key: &str, item: &Item, expected: &str) -> Misread {
        self.misread(key, &format!("`{key}` has type {}; expected {expected}", item.type_name()))
    }

    /// A mistake: what stands under `key` means nothing.
    pub fn unknown(&self, key: &str, value: &str, expected: &str) -> Misread {
        self.misread(key, &format!("unknown {key} \"{}\"; expected {expected}", value.escape_debug()))
    }

    /// A mistake in the value of `key`.
    pub fn misread(&self, key: &str, reason: &str) -> Misread {
        Misread::at(self.text, self.place_of(key), reason)
    }

    /// A mistake in `key` itself.
    pub fn misread_key(&self, key: &str, reason: &str) -> Misread {
        Misread::at(self.text, self.place_of_key(key), reason)
    }

    /// Where the value of `key` begins.
    pub fn place_of(&self, key: &str) -> usize {
        self.table.get(key).and_then(Item::span).map_or_else(|| self.place_of_key(key), |span| span.start)
    }

    fn place_of_key(&self, key: &str) -> usize {
        let span = self.table.key(key).and_then(|key| key.span());
        span.or_else(|| self.table.get(key).and_then(Item::span)).map_or(self.place, |span| span.start)
    }
}
