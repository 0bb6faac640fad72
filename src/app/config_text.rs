//! From the text of the configuration to settings. Whatever is wrong in it is said with its place, and the default stands.

use toml_edit::{Document, Item, TableLike};

use super::bound::Keymap;
use super::command::nearest;
use super::config_keys::overrides;
use super::settings::Settings;
use crate::boilerplate::Misread;

/// All options, in the order of the default file.
pub const OPTIONS: &[&str] =
    &["theme", "measure", "scroll-offset", "mouse", "watch", "panes", "lock-scrolling", "sources", "open", "keys"];

/// Reads the settings, and what is wrong with them.
pub fn configured(text: &str) -> (Settings, Vec<Misread>) {
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => {
            let place = error.span().map_or(text.len(), |span| span.start);
            return (Settings::default(), vec![Misread::at(text, place, error.message())]);
        }
    };
    let mut fields = Fields { text, table: document.as_table(), misread: Vec::new() };
    let settings = settings(&mut fields);
    (settings, fields.misread)
}

fn settings(fields: &mut Fields<'_>) -> Settings {
    let usual = Settings::default();
    fields.only(OPTIONS, "option");
    fields.sources();
    fields.commands();
    let keymap = keymap(fields);
    Settings {
        keymap,
        theme: fields.theme(),
        measure: fields.number("measure", (20, 200)).map_or(usual.measure, |it| it as u16),
        scroll_offset: fields.number("scroll-offset", (0, 100)).map_or(usual.scroll_offset, usize::from),
        mouse: fields.switch("mouse").unwrap_or(usual.mouse),
        watch: fields.switch("watch").unwrap_or(usual.watch),
        panes: fields.number("panes", (2, 4)).map_or(usual.panes, usize::from),
        lock_scrolling: fields.switch("lock-scrolling").unwrap_or(usual.lock_scrolling),
    }
}

fn keymap(fields: &mut Fields<'_>) -> Keymap {
    let Some(item) = fields.table.get("keys") else { return Keymap::default() };
    let Some(table) = item.as_table_like() else {
        fields.wrong("keys", "a table of actions and their keys, as [keys]");
        return Keymap::default();
    };
    let mut keys = Fields { text: fields.text, table, misread: Vec::new() };
    let wanted = overrides(&mut keys);
    fields.misread.append(&mut keys.misread);
    let changes: Vec<_> = wanted.iter().map(|(change, _)| change.clone()).collect();
    let (keymap, clashes) = Keymap::with(&changes);
    for clash in clashes {
        let (kept, lost) = (clash.kept, clash.lost);
        let of = |action| wanted.iter().find(|(it, _)| it.phase == clash.phase && it.action == action);
        let place = of(lost.0).or_else(|| of(kept.0)).map_or(0, |(_, place)| *place);
        let ((winner, keys), (loser, others)) = ((kept.0.name(), kept.1), (lost.0.name(), lost.1));
        let reason = match keys == others {
            true => format!("`{keys}` is asked for by {winner} and {loser}; {winner} keeps it"),
            false => format!("`{others}` of {loser} cannot be told from `{keys}` of {winner} and is dropped"),
        };
        fields.misread.push(Misread::at(fields.text, place, &reason));
    }
    keymap
}

/// The keys of one table, and what is wrong with them.
pub(super) struct Fields<'a> {
    /// The text of the file.
    pub text: &'a str,
    /// The table.
    pub table: &'a dyn TableLike,
    /// What is wrong.
    pub misread: Vec<Misread>,
}

impl Fields<'_> {
    /// Says of each key that is none of these that it is unknown, and which may have been meant.
    pub(super) fn only(&mut self, known: &[&str], what: &str) {
        let unknown: Vec<String> =
            self.table.iter().map(|(key, _)| key).filter(|key| !known.contains(key)).map(str::to_owned).collect();
        for key in unknown {
            let meant = nearest(&key, known.iter().copied()).map(|near| format!("; did you mean `{near}`?"));
            let reason = format!("unknown {what} `{}`{}", key.escape_debug(), meant.unwrap_or_default());
            self.misread_at(self.place_of_key(&key), &reason);
        }
    }

    /// Says that the value of `key` is not what was expected.
    pub(super) fn wrong(&mut self, key: &str, expected: &str) {
        let found = self.table.get(key).map_or("", Item::type_name);
        let reason = match self.table.get(key).and_then(Item::as_value) {
            Some(value) if !value.is_array() && !value.is_inline_table() => {
                format!("`{key}` is {}; expected {expected}", value.to_string().trim())
            }
            _ => format!("`{key}` is of the type {found}; expected {expected}"),
        };
        self.misread_at(self.place_of(key), &reason);
    }

    pub(super) fn misread_at(&mut self, place: usize, reason: &str) {
        self.misread.push(Misread::at(self.text, place, reason));
    }

    /// Gives where the value of `key` begins.
    pub(super) fn place_of(&self, key: &str) -> usize {
        self.table.get(key).and_then(Item::span).map_or_else(|| self.place_of_key(key), |span| span.start)
    }

    /// Gives where `key` itself stands.
    pub(super) fn place_of_key(&self, key: &str) -> usize {
        let span = self.table.key(key).and_then(|key| key.span());
        span.or_else(|| self.table.get(key).and_then(Item::span)).map_or(0, |span| span.start)
    }

    fn theme(&mut self) -> Option<String> {
        let name = self.string("theme")?;
        if !matches!(name.as_str(), "auto" | "dark" | "light") && !name.ends_with(".toml") {
            self.wrong("theme", "\"auto\", \"dark\", \"light\" or a theme file that ends with .toml");
            return None;
        }
        (name != "auto").then_some(name)
    }

    fn string(&mut self, key: &str) -> Option<String> {
        let item = self.table.get(key)?;
        let read = item.as_str().map(str::to_owned);
        if read.is_none() {
            self.wrong(key, "a name in quotes");
        }
        read
    }

    fn switch(&mut self, key: &str) -> Option<bool> {
        let item = self.table.get(key)?;
        let read = item.as_bool();
        if read.is_none() {
            self.wrong(key, "true or false");
        }
        read
    }

    fn number(&mut self, key: &str, (least, most): (u8, u8)) -> Option<u8> {
        let item = self.table.get(key)?;
        let read = item.as_integer().and_then(|it| u8::try_from(it).ok()).filter(|it| (least..=most).contains(it));
        if read.is_none() {
            self.wrong(key, &format!("a whole number from {least} to {most}"));
        }
        read
    }
}
