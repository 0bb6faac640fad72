//! Ink: writes text on one row of cells. All text reaches the screen through here, so that nothing unsafe does.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::border;
use ratatui::widgets::Block;

use super::role::Role;
use super::theme::Theme;
use crate::app::Area;
use crate::page::{Glyph, glyphs};
use crate::text::{Span, is_ascii, sign};

/// The sign for text that was cut.
const ELLIPSIS: &str = "…";

/// A stretch of cells on one row, written from left to right; what does not fit is left out.
pub(super) struct Pen<'a> {
    buf: &'a mut Buffer,
    x: u16,
    y: u16,
    end: u16,
}

/// Words with their roles, which can be measured before they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Phrase(Vec<(Role, String, Whose)>);

/// Whose words they are: those of the program become ASCII on request, those of an article never do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Ours,
    Theirs,
}

impl<'a> Pen<'a> {
    /// Puts the pen on row `row` of an area, counted from 0.
    pub fn new(buf: &'a mut Buffer, area: Rect, row: u16) -> Self {
        let (y, end) = (area.y.saturating_add(row), area.x.saturating_add(area.width));
        let end = if row < area.height { end } else { area.x };
        Self { buf, x: area.x, y, end }
    }

    /// Skips this many cells.
    pub fn skip(&mut self, cells: usize) -> &mut Self {
        self.x = self.x.saturating_add(cells.min(usize::from(u16::MAX)) as u16).min(self.end);
        self
    }

    /// The number of cells left.
    pub fn room(&self) -> usize {
        usize::from(self.end.saturating_sub(self.x))
    }

    /// Writes a glyph, if it fits.
    pub fn glyph(&mut self, glyph: &Glyph<'_>, style: Style) {
        if matches!(glyph.symbol.as_bytes(), [b' '..=b'~']) {
            return self.letter(&glyph.symbol, style);
        }
        if glyph.symbol.is_empty() || glyph.width > self.room() {
            return;
        }
        if let Some(cell) = self.buf.cell_mut((self.x, self.y)) {
            cell.set_symbol(&glyph.symbol);
            cell.set_style(style);
            // If the terminal draws it wider than the screen library assumes, the cell after it is not written.
            let wide = NonZeroU16::new(glyph.width as u16).filter(|wide| wide.get() != cell.cell_width());
            cell.set_diff_option(wide.map_or(CellDiffOption::None, CellDiffOption::ForcedWidth));
        }
        for beside in 1..glyph.width as u16 {
            if let Some(cell) = self.buf.cell_mut((self.x + beside, self.y)) {
                cell.reset();
                cell.set_style(style);
            }
        }
        self.skip(glyph.width);
    }

    /// Writes a letter or a sign of plain ASCII, as most glyphs are, if it fits.
    fn letter(&mut self, letter: &str, style: Style) {
        if self.x >= self.end {
            return;
        }
        if let Some(cell) = self.buf.cell_mut((self.x, self.y)) {
            // Most cells of a fresh screen hold a space already.
            if letter != " " || cell.symbol() != " " {
                cell.set_symbol(letter);
            }
            cell.set_style(style).set_diff_option(CellDiffOption::None);
        }
        self.x += 1;
    }

    /// Writes text; if it is cut, with an ellipsis.
    pub fn text(&mut self, text: &str, style: Style) -> &mut Self {
        self.run(&[(&sign(text), style)]);
        self
    }

    /// Writes words of an article or of the reader; if they are cut, with an ellipsis.
    pub fn quoted(&mut self, text: &str, style: Style) -> &mut Self {
        self.run(&[(text, style)]);
        self
    }

    /// Writes a phrase; if it is cut, with an ellipsis.
    pub fn phrase(&mut self, phrase: &Phrase, theme: &Theme) -> &mut Self {
        let drawn = |(role, words, said): &'_ (Role, String, Whose)| {
            let words = if *said == Whose::Ours { sign(words).into_owned() } else { words.clone() };
            (words, theme.style(*role))
        };
        let parts: Vec<(String, Style)> = phrase.0.iter().map(drawn).collect();
        self.run(&parts);
        self
    }

    fn run(&mut self, parts: &[(impl AsRef<str>, Style)]) {
        let room = self.room();
        let wide = |width: usize, text: &str| if width > room { width } else { width + measure(text, room) };
        let cut = parts.iter().fold(0, |width, (text, _)| wide(width, text.as_ref())) > room;
        let (from, mut last) = (self.x, Style::default());
        for (text, style) in parts {
            for glyph in safe(text.as_ref()) {
                if cut && glyph.width + 1 > self.room() {
                    self.ellipsis(from, last);
                    return;
                }
                self.glyph(&glyph, *style);
                last = *style;
            }
        }
    }

    /// Ends cut text with one ellipsis, even if it ends with one of its own.
    fn ellipsis(&mut self, from: u16, style: Style) {
        let ellipsis = sign(ELLIPSIS);
        let is =
            |buf: &Buffer, x: u16, y: u16, symbol: &str| buf.cell((x, y)).is_some_and(|cell| cell.symbol() == symbol);
        let space = self.x > from && is(self.buf, self.x - 1, self.y, " ");
        let last = self.x.saturating_sub(1 + u16::from(space));
        if self.x <= from || last < from || !is(self.buf, last, self.y, &ellipsis) {
            safe(&ellipsis).for_each(|glyph| self.glyph(&glyph, style));
        }
        self.end = self.x;
    }
}

impl Phrase {
    /// Adds words.
    pub fn with(mut self, role: Role, words: impl Into<String>) -> Self {
        self.push(role, words);
        self
    }

    /// Adds words.
    pub fn push(&mut self, role: Role, words: impl Into<String>) {
        self.0.push((role, words.into(), Whose::Ours));
    }

    /// Adds words of an article or of the reader.
    pub fn quoted(mut self, role: Role, words: impl Into<String>) -> Self {
        self.push_quoted(role, words);
        self
    }

    /// Adds words of an article or of the reader.
    pub fn push_quoted(&mut self, role: Role, words: impl Into<String>) {
        self.0.push((role, words.into(), Whose::Theirs));
    }

    /// Adds another phrase.
    pub fn join(mut self, other: Phrase) -> Self {
        self.append(other);
        self
    }

    /// Adds another phrase.
    pub fn append(&mut self, other: Phrase) {
        self.0.extend(other.0);
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Its width in cells.
    pub fn width(&self) -> usize {
        self.0.iter().map(|(_, words, _)| measure(words, usize::MAX)).sum()
    }

    /// Its words without their roles.
    #[cfg(test)]
    pub fn words(&self) -> String {
        self.0.iter().map(|(_, words, _)| words.as_str()).collect()
    }
}

/// The width of a text in cells, measured only until it exceeds `most`.
pub(super) fn measure(text: &str, most: usize) -> usize {
    let looked_at = text.as_bytes().iter().take(most.saturating_add(1));
    if looked_at.clone().all(|byte| matches!(byte, b' '..=b'~')) {
        return looked_at.len();
    }
    let mut width = 0;
    for glyph in safe(text) {
        width += glyph.width;
        if width > most {
            break;
        }
    }
    width
}

/// The glyphs of any text.
pub(super) fn safe(text: &str) -> impl Iterator<Item = Glyph<'_>> {
    glyphs(text, Span::new(0, text.len()))
}

/// As much of a text as fits; if it is cut, with an ellipsis.
pub(super) fn cut(text: &str, room: usize) -> String {
    if measure(text, room) <= room {
        return text.to_owned();
    }
    let mut left = room.saturating_sub(1);
    let mut kept = String::new();
    for glyph in safe(text) {
        if glyph.width > left {
            break;
        }
        left -= glyph.width;
        kept.push_str(&glyph.symbol);
    }
    kept.truncate(kept.trim_end_matches([' ', '…']).len());
    kept.push_str(&sign(ELLIPSIS));
    kept
}

/// Wraps one of our sentences into rows of at most `width` cells, between words, and inside longer words, such as paths.
pub(super) fn rows(sentence: &str, width: usize) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for word in sentence.split_whitespace().flat_map(|word| pieces(word, width.max(1))) {
        match rows.last_mut() {
            Some(row) if measure(row, width) + 1 + measure(&word, width) <= width => {
                row.push(' ');
                row.push_str(&word);
            }
            _ => rows.push(word),
        }
    }
    rows
}

/// Cuts a word into pieces of at most `width` cells.
fn pieces(word: &str, width: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut used = 0;
    for glyph in safe(word) {
        if used + glyph.width > width && used > 0 {
            pieces.push(String::new());
            used = 0;
        }
        used += glyph.width;
        if let Some(piece) = pieces.last_mut() {
            piece.push_str(&glyph.symbol);
        }
    }
    pieces
}

/// A frame with a title.
pub(super) fn framed(title: &str, theme: &Theme) -> Block<'static> {
    let ascii = border::Set {
        top_left: "+",
        top_right: "+",
        bottom_left: "+",
        bottom_right: "+",
        vertical_left: "|",
        vertical_right: "|",
        horizontal_top: "-",
        horizontal_bottom: "-",
    };
    let lines = if is_ascii() { ascii } else { border::PLAIN };
    let frame = Block::bordered().border_set(lines).border_style(theme.style(Role::Frame));
    frame.title(sign(title).into_owned()).title_style(theme.style(Role::Title))
}

/// An area as the rectangle the screen library knows.
pub(super) fn rect(area: Area) -> Rect {
    Rect { x: area.x, y: area.y, width: area.width, height: area.height }
}
