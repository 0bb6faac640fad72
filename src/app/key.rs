//! Keys as the program knows them, whatever terminal they come from.

use std::fmt;

/// A key of the keyboard.
#[expect(missing_docs, reason = "each is named as the key is")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A key that types a character; capitals are characters of their own.
    Char(char),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
}

/// A key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key.
    pub code: Code,
    /// Whether Ctrl was held.
    pub ctrl: bool,
}

/// Keys pressed one after the other, such as `gg`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Keys(pub Vec<Key>);

/// Keys that do not type a character, with their names.
const NAMES: &[(&str, Code)] = &[
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Shift-Tab", Code::BackTab),
    ("Backspace", Code::Backspace),
    ("↑", Code::Up),
    ("↓", Code::Down),
    ("←", Code::Left),
    ("→", Code::Right),
    ("PgUp", Code::PageUp),
    ("PgDn", Code::PageDown),
    ("Home", Code::Home),
    ("End", Code::End),
    ("Space", Code::Char(' ')),
];

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
    /// Reads keys as the keymap writes them: `j`, `gg`, `Ctrl-d`, `PgDn`. Whatever has no name is typed character by character.
    pub fn read(written: &str) -> Self {
        if let Some(named) = named(written) {
            return Self(vec![Key::plain(named)]);
        }
        if let Some(held) = written.strip_prefix("Ctrl-").filter(|held| !held.is_empty()) {
            let code = named(held).or_else(|| held.chars().next().map(Code::Char));
            return Self(code.map(Key::ctrl).into_iter().collect());
        }
        Self(written.chars().map(|c| Key::plain(Code::Char(c))).collect())
    }
}

fn named(written: &str) -> Option<Code> {
    NAMES.iter().find(|(name, _)| *name == written).map(|(_, code)| *code)
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held = if self.ctrl { "Ctrl-" } else { "" };
        match (NAMES.iter().find(|(_, code)| *code == self.code), self.code) {
            (Some((name, _)), _) => write!(out, "{held}{name}"),
            (None, Code::Char(c)) => write!(out, "{held}{c}"),
            (None, code) => write!(out, "{held}{code:?}"),
        }
    }
}

impl fmt::Display for Keys {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|key| key.fmt(out))
    }
}
