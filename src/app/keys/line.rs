//! A line being typed: its text and the cursor, which is never inside a character as the reader sees it.

use unicode_segmentation::UnicodeSegmentation;

use crate::app::keys::Code;
use crate::app::keys::Key;

/// The longest line, in bytes: nobody types more, but pasted text may have any length.
const LONGEST: usize = 2048;

/// A line being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    text: String,
    cursor: usize,
}

impl Line {
    /// A line with the cursor at its end.
    pub fn of(text: &str) -> Self {
        let mut line = Self::default();
        line.insert(text);
        line
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text before the cursor and the text after it.
    pub fn parts(&self) -> (&str, &str) {
        self.text.split_at_checked(self.cursor).unwrap_or((&self.text, ""))
    }

    /// Inserts text at the cursor; control characters and line breaks become spaces. Leaves out what would make the line too long.
    pub(in crate::app) fn insert(&mut self, written: &str) {
        let mut room = LONGEST.saturating_sub(self.text.len());
        let fits = |c: &char| {
            room = room.saturating_sub(c.len_utf8());
            room > 0
        };
        let written: String = written
            .replace("\r\n", "\n")
            .chars()
            .map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c })
            .take_while(fits)
            .collect();
        self.text.insert_str(self.cursor, &written);
        let end = self.cursor + written.len();
        self.cursor = self.border_from(end);
    }

    /// Takes an editing key; returns whether it was one.
    pub(in crate::app) fn edit(&mut self, key: Key) -> bool {
        match (key.code, key.ctrl) {
            (Code::Char(c), false) if !c.is_control() => self.insert(c.encode_utf8(&mut [0; 4])),
            (Code::Backspace, false) | (Code::Char('h'), true) => self.cut(self.before(), self.cursor),
            (Code::Delete, false) => self.cut(self.cursor, self.after()),
            (Code::Char('w'), true) | (Code::Backspace, true) => self.cut(self.word_before(), self.cursor),
            (Code::Char('u'), true) => self.cut(0, self.cursor),
            (Code::Char('k'), true) => self.cut(self.cursor, self.text.len()),
            (Code::Left, false) | (Code::Char('b'), true) => self.cursor = self.before(),
            (Code::Right, false) | (Code::Char('f'), true) => self.cursor = self.after(),
            (Code::Home, _) | (Code::Char('a'), true) => self.cursor = 0,
            (Code::End, _) | (Code::Char('e'), true) => self.cursor = self.text.len(),
            _ => return false,
        }
        true
    }

    fn cut(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.cursor = self.border_from(from);
    }

    /// The places between the characters, including the start but not the end.
    fn borders(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.text.grapheme_indices(true).map(|(at, _)| at)
    }

    fn border_from(&self, place: usize) -> usize {
        self.borders().find(|border| *border >= place).unwrap_or(self.text.len())
    }

    fn before(&self) -> usize {
        self.borders().rfind(|border| *border < self.cursor).unwrap_or(0)
    }

    fn after(&self) -> usize {
        self.borders().find(|border| *border > self.cursor).unwrap_or(self.text.len())
    }

    /// Where the word before the cursor begins.
    fn word_before(&self) -> usize {
        let (before, _) = self.parts();
        before.trim_end().rfind(char::is_whitespace).map_or(0, |space| {
            let wide = before.get(space..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
            space + wide
        })
    }
}
