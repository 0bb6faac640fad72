//! Reads the settings from the configuration. Each problem is reported with its place, and its setting keeps the default.

use toml_edit::Document;

use super::config_keys::overrides;
use super::config_open::commands;
use super::config_sources::sources;
use super::fields::Fields;
use super::settings::Settings;
use crate::app::keys::Keymap;
use crate::boilerplate::Misread;

/// All options, in the order of the default file.
pub const OPTIONS: &[&str] = &[
    "theme",
    "ascii",
    "ambiguous-width",
    "measure",
    "scroll-offset",
    "mouse",
    "watch",
    "panes",
    "lock-scrolling",
    "sources",
    "open",
    "keys",
];

/// Reads the settings, and returns the problems.
pub fn configured(text: &str) -> (Settings, Vec<Misread>) {
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => return (Settings::default(), vec![Misread::of_toml(text, &error)]),
    };
    let mut fields = Fields { text, table: document.as_table(), misread: Vec::new() };
    let settings = settings(&mut fields);
    fields.misread.sort_by_key(|misread| (misread.line, misread.column));
    (settings, fields.misread)
}

fn settings(fields: &mut Fields<'_>) -> Settings {
    let usual = Settings::default();
    fields.only(OPTIONS, "setting");
    sources(fields);
    commands(fields);
    let keymap = keymap(fields);
    Settings {
        keymap,
        theme: fields.theme(),
        ascii: fields.switch("ascii").unwrap_or(usual.ascii),
        wide_ambiguous: fields.wide_ambiguous(),
        measure: fields.number("measure", 20, 200).map_or(usual.measure, |it| it as u16),
        scroll_offset: fields.number("scroll-offset", 0, 100).map_or(usual.scroll_offset, usize::from),
        mouse: fields.switch("mouse").unwrap_or(usual.mouse),
        watch: fields.switch("watch").unwrap_or(usual.watch),
        panes: fields.number("panes", 2, 4).map_or(usual.panes, usize::from),
        lock_scrolling: fields.switch("lock-scrolling").unwrap_or(usual.lock_scrolling),
    }
}

fn keymap(fields: &mut Fields<'_>) -> Keymap {
    let Some(item) = fields.table.get("keys") else { return Keymap::default() };
    let Some(table) = item.as_table_like() else {
        fields.wrong("keys", "a table of actions and their keys: [keys]");
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
            true => format!("`{keys}` is bound to both {winner} and {loser}; {winner} keeps it"),
            false => format!("`{others}` of {loser} cannot be told apart from `{keys}` of {winner}, and is ignored"),
        };
        fields.misread.push(Misread::at(fields.text, place, &reason));
    }
    keymap
}
