//! Overrides: what the reader's theme file changes.
//!
//! Each mistake costs its own line and no more: a theme is no reason for a program not to start.

use ratatui::style::{Modifier, Style};
use toml_edit::{Document, Item, TableLike};

use super::colour_words::{AllowedColours, Paint, paint};
use super::role::Role;
use super::theme::Theme;
use crate::boilerplate::Misread;

const LOOKS: &str = "`[dark]`, `[light]` or `[sixteen]`";
const FORM: &str = "a colour, or { fg = \"…\", bg = \"…\", underline = true, bold = true }";
const ATTRIBUTES: [(&str, Modifier); 6] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("reverse", Modifier::REVERSED),
    ("underline", Modifier::UNDERLINED),
    ("strike", Modifier::CROSSED_OUT),
];

/// What a theme file changes, by section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    dark: Vec<(Role, StyleChange)>,
    light: Vec<(Role, StyleChange)>,
    sixteen: Vec<(Role, StyleChange)>,
}

/// What changes of a role's style; the rest stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct StyleChange {
    fg: Option<Paint>,
    bg: Option<Paint>,
    line: Option<Paint>,
    added: Modifier,
    removed: Modifier,
}

impl Overrides {
    /// Reads a theme file. Mistakes are returned with their places; the rest applies.
    pub fn read(text: &str) -> (Self, Vec<Misread>) {
        let mut overrides = Self::default();
        let document = match Document::parse(text) {
            Ok(document) => document,
            Err(error) => return (overrides, vec![Misread::of_toml(text, &error)]),
        };
        let mut reading = Reading { text, colours: AllowedColours::All, misread: Vec::new() };
        let file = document.as_table();
        for (name, item) in file.iter() {
            let look = match name {
                "dark" => &mut overrides.dark,
                "light" => &mut overrides.light,
                "sixteen" => &mut overrides.sixteen,
                other => {
                    reading.key(file, other, &format!("unknown section `{}`; expected {LOOKS}", other.escape_debug()));
                    continue;
                }
            };
            reading.colours = if name == "sixteen" { AllowedColours::Sixteen } else { AllowedColours::All };
            match item.as_table_like() {
                Some(table) => *look = reading.look(table),
                None => {
                    reading.key(file, name, &format!("`{name}` is not a table; expected {LOOKS} on a line of its own"))
                }
            }
        }
        (overrides, reading.misread)
    }

    /// The theme for a dark background.
    pub fn dark(&self) -> Theme {
        changed(Theme::dark(), &self.dark)
    }

    /// The theme for a light background.
    pub fn light(&self) -> Theme {
        changed(Theme::light(), &self.light)
    }

    /// The theme in the terminal's own colours.
    pub fn sixteen(&self) -> Theme {
        changed(Theme::ansi16(), &self.sixteen)
    }

    /// What it makes of themes without any style: dark, light, and in the terminal's own colours.
    #[cfg(test)]
    pub fn alone(&self) -> [Theme; 3] {
        [&self.dark, &self.light, &self.sixteen].map(|changes| changed(Theme::blank(), changes))
    }
}

fn changed(theme: Theme, changes: &[(Role, StyleChange)]) -> Theme {
    changes.iter().fold(theme, |theme, (role, change)| {
        let style = change.over(theme.style(*role));
        theme.with(*role, style)
    })
}

impl StyleChange {
    fn over(&self, style: Style) -> Style {
        Style {
            fg: self.fg.map_or(style.fg, |paint| paint.0),
            bg: self.bg.map_or(style.bg, |paint| paint.0),
            underline_color: self.line.map_or(style.underline_color, |paint| paint.0),
            add_modifier: style.add_modifier.difference(self.removed).union(self.added),
            ..style
        }
    }
}

/// A theme file that is being read.
struct Reading<'a> {
    text: &'a str,
    /// Which colours the present section may have.
    colours: AllowedColours,
    misread: Vec<Misread>,
}

impl Reading<'_> {
    fn look(&mut self, table: &dyn TableLike) -> Vec<(Role, StyleChange)> {
        let mut changes = Vec::new();
        for (name, item) in table.iter() {
            match Role::named(name) {
                Ok(role) => changes.extend(self.change(table, name, item).map(|change| (role, change))),
                Err(nearest) => {
                    let reason = format!("unknown role `{}`; the nearest is `{nearest}`", name.escape_debug());
                    self.key(table, name, &reason);
                }
            }
        }
        changes
    }

    fn change(&mut self, table: &dyn TableLike, name: &str, item: &Item) -> Option<StyleChange> {
        if let Some(style) = item.as_table_like() {
            return Some(self.style(style));
        }
        if item.as_str().is_none() && item.as_integer().is_none() {
            self.value(table, name, &format!("`{name}` has type {}; expected {FORM}", item.type_name()));
            return None;
        }
        let fg = self.paint(table, name, item)?;
        Some(StyleChange { fg: Some(fg), ..StyleChange::default() })
    }

    fn style(&mut self, table: &dyn TableLike) -> StyleChange {
        let mut change = StyleChange::default();
        for (name, item) in table.iter() {
            let attribute = ATTRIBUTES.iter().find(|(known, _)| *known == name).map(|(_, attribute)| *attribute);
            match (name, attribute, item.as_bool()) {
                ("fg", ..) => change.fg = self.paint(table, name, item),
                ("bg", ..) => change.bg = self.paint(table, name, item),
                (_, Some(attribute), Some(true)) => change.added |= attribute,
                (_, Some(attribute), Some(false)) => change.removed |= attribute,
                ("underline", Some(attribute), None) => {
                    change.line = self.paint(table, name, item);
                    change.added |= attribute;
                }
                (_, Some(_), None) => {
                    let kind = item.type_name();
                    self.value(table, name, &format!("`{name}` has type {kind}; expected true or false"));
                }
                (_, None, _) => {
                    let known = ATTRIBUTES.map(|(name, _)| name).join("`, `");
                    let name_shown = name.escape_debug();
                    self.key(table, name, &format!("unknown key `{name_shown}`; expected `fg`, `bg`, `{known}`"));
                }
            }
        }
        change
    }

    fn paint(&mut self, table: &dyn TableLike, name: &str, item: &Item) -> Option<Paint> {
        let found = paint(item, self.colours);
        if found.is_none() {
            let said = item.to_string();
            let said = said.trim();
            self.value(table, name, &format!("{said} is not a colour here; expected {}", self.colours.expected()));
        }
        found
    }

    /// Reports a key.
    fn key(&mut self, table: &dyn TableLike, name: &str, reason: &str) {
        let key = table.key(name).and_then(|key| key.span());
        let place = key.or_else(|| table.get(name).and_then(Item::span)).map_or(0, |span| span.start);
        self.misread.push(Misread::at(self.text, place, reason));
    }

    /// Reports a value.
    fn value(&mut self, table: &dyn TableLike, name: &str, reason: &str) {
        match table.get(name).and_then(Item::span) {
            Some(span) => self.misread.push(Misread::at(self.text, span.start, reason)),
            None => self.key(table, name, reason),
        }
    }
}
