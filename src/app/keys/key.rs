//! Keys as the program knows them, independent of the terminal.

use crate::text::is_ascii;
use std::fmt;

/// A key of the keyboard.
#[expect(missing_docs, reason = "each is named as the key is")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A key that types a character; capital letters are separate characters.
    Char(char),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12,
}

/// A key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key.
    pub code: Code,
    /// Whether Ctrl was held.
    pub ctrl: bool,
}

/// Keys pressed one after another, such as `gg`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Keys(pub Vec<Key>);

/// Keys that do not type a character, with their names.
const NAMES: &[(&str, Code)] = &[
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Shift-Tab", Code::BackTab),
    ("Backspace", Code::Backspace),
    ("Del", Code::Delete),
    ("↑", Code::Up),
    ("↓", Code::Down),
    ("←", Code::Left),
    ("→", Code::Right),
    ("PgUp", Code::PageUp),
    ("PgDn", Code::PageDown),
    ("Home", Code::Home),
    ("End", Code::End),
    ("F1", Code::F1),
    ("F2", Code::F2),
    ("F3", Code::F3),
    ("F4", Code::F4),
    ("F5", Code::F5),
    ("F6", Code::F6),
    ("F7", Code::F7),
    ("F8", Code::F8),
    ("F9", Code::F9),
    ("F10", Code::F10),
    ("F11", Code::F11),
    ("F12", Code::F12),
    ("Space", Code::Char(' ')),
];

/// Names of keys that are read but not written.
const OTHER_NAMES: &[(&str, Code)] = &[
    ("Return", Code::Enter),
    ("Escape", Code::Esc),
    ("BackTab", Code::BackTab),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("PageUp", Code::PageUp),
    ("PageDown", Code::PageDown),
    ("Delete", Code::Delete),
];
/// How Ctrl is written before a key.
const CTRL: &[&str] = &["Ctrl-", "Ctrl+", "C-", "^"];
/// The most keys in a sequence.
const LONGEST: usize = 4;

impl Code {
    /// The function key with a number.
    pub fn function(number: u32) -> Option<Self> {
        let name = format!("F{number}");
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, code)| *code)
    }
}

impl Key {
    /// A key without Ctrl.
    pub fn plain(code: Code) -> Self {
        Self { code, ctrl: false }
    }

    /// A key with Ctrl.
    pub fn ctrl(code: Code) -> Self {
        Self { code, ctrl: true }
    }
}

impl Keys {
    /// Whether they would type a character where a line is typed.
    pub fn types(&self) -> bool {
        matches!(self.0.as_slice(), [Key { code: Code::Char(_), ctrl: false }])
    }

    /// Reads keys as the keymap writes them: `j`, `gg`, `Ctrl-d`, `PgDn`, with spaces between keys with names, as in `Ctrl-x Enter`.
    /// Anything without a name is read character by character.
    pub fn read(written: &str) -> Self {
        Self(written.split_whitespace().flat_map(read).collect())
    }

    /// Reads keys as a reader may write them, names in any case.
    ///
    /// # Errors
    ///
    /// Says what is not a key.
    pub fn spelled(written: &str) -> Result<Self, String> {
        let mut keys = Vec::new();
        for part in written.split_whitespace() {
            keys.extend(spelled(part).ok_or_else(|| no_key(part))?);
        }
        if keys.is_empty() || keys.len() > LONGEST {
            return Err(format!("\"{}\" is not a key", written.escape_debug()));
        }
        Ok(Self(keys))
    }
}

fn read(written: &str) -> Vec<Key> {
    if let Some(named) = named(written) {
        return vec![Key::plain(named)];
    }
    if let Some(held) = written.strip_prefix("Ctrl-").filter(|held| !held.is_empty()) {
        let code = named(held).or_else(|| held.chars().next().map(Code::Char));
        return code.map(Key::ctrl).into_iter().collect();
    }
    written.chars().map(|c| Key::plain(Code::Char(c))).collect()
}

/// Reads one key by its name or held with Ctrl, or a few character keys.
fn spelled(part: &str) -> Option<Vec<Key>> {
    if let Some(code) = named_loosely(part) {
        return Some(vec![Key::plain(code)]);
    }
    let held = CTRL.iter().find_map(|ctrl| part.get(..ctrl.len()).filter(|it| it.eq_ignore_ascii_case(ctrl)));
    if let Some(key) = held.and_then(|held| part.get(held.len()..)).filter(|key| !key.is_empty()) {
        let mut typed = key.chars();
        let single = typed.next().filter(|_| typed.next().is_none());
        let code = named_loosely(key).or(single.map(|c| Code::Char(c.to_ascii_lowercase())));
        return code.map(|code| vec![Key::ctrl(code)]);
    }
    let typed: Vec<Key> = part.chars().map(|c| Key::plain(Code::Char(c))).collect();
    let names = part.starts_with('<') && part.ends_with('>') || part.contains('-');
    let safe = part.chars().all(|c| !c.is_control());
    (safe && (typed.len() == 1 || typed.len() < LONGEST && !names)).then_some(typed)
}

fn no_key(part: &str) -> String {
    let names: Vec<&str> = NAMES.iter().map(|(name, _)| *name).collect();
    format!("\"{}\" is not a key; write keys as x, gg, Ctrl-d or {}", part.escape_debug(), names.join(", "))
}

fn named_loosely(written: &str) -> Option<Code> {
    let same = |name: &str| name.to_lowercase() == written.to_lowercase();
    NAMES.iter().chain(OTHER_NAMES).find(|(name, _)| same(name)).map(|(_, code)| *code)
}

fn named(written: &str) -> Option<Code> {
    NAMES.iter().find(|(name, _)| *name == written).map(|(_, code)| *code)
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held = if self.ctrl { "Ctrl-" } else { "" };
        match (NAMES.iter().find(|(_, code)| *code == self.code), self.code) {
            // In ASCII, arrows are written by name, as in the code.
            (Some((name, _)), code) if is_ascii() && !name.is_ascii() => write!(out, "{held}{code:?}"),
            (Some((name, _)), _) => write!(out, "{held}{name}"),
            (None, Code::Char(c)) => write!(out, "{held}{c}"),
            (None, code) => write!(out, "{held}{code:?}"),
        }
    }
}

impl fmt::Display for Keys {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let typed = |key: &Key| !key.ctrl && matches!(key.code, Code::Char(c) if c != ' ');
        let between = if self.0.iter().all(typed) { "" } else { " " };
        self.0.iter().enumerate().try_for_each(|(at, key)| {
            out.write_str(if at == 0 { "" } else { between })?;
            key.fmt(out)
        })
    }
}
