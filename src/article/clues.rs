//! Properties of a line that help to decide whether the next line continues it: its width, its beginning and its end.

use super::cells::{cells, closed, width};
use super::ends::{Ending, Opening, begins_sentence, ending, is_field, opening};
use super::lines::Line;
use super::marks::{Kind, content};
use super::signs::Signs;
use crate::text::{Span, is_unspaced};

/// A line in its block.
#[derive(Clone, Copy, Debug)]
pub struct Clues {
    /// Its span, trimmed.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Its quotation depth.
    pub depth: usize,
    /// Its indent in cells, after quotation marks.
    pub indent: usize,
    /// The column of its end, in cells.
    pub edge: usize,
    /// The width of its first word, in cells.
    pub first: usize,
    /// Whether its script has no spaces, so that it is likely shorter.
    pub unspaced: bool,
    /// The first bytes of that word.
    pub head: u64,
    /// Whether it has more than one word besides its mark, so that it could have been wrapped.
    pub breakable: bool,
    /// How it begins.
    pub opening: Opening,
    /// Whether it begins with a word that has a capital only at the beginning of a sentence.
    pub starts: bool,
    /// How it ends.
    pub ending: Ending,
    /// Whether it ends with a backslash: its author broke it there.
    pub backslash: bool,
    /// Whether it ends with two spaces, which may mean the same.
    pub spaced: bool,
    /// Whether it begins like a field (`Name: …`).
    pub field: bool,
    /// What is inside it.
    pub signs: Signs,
}

impl Clues {
    /// Collects the clues that show where a unit ends, without the signs.
    pub fn of(text: &str, line: &Line, kind: Kind) -> Self {
        let whole = line.span.of(text);
        let content = content(whole);
        let quote = &whole[..whole.len() - content.len()];
        let shift = cells(&text[line.span.start() - line.lead..line.span.start()]) + quote.len();
        let depth = quote.bytes().filter(|byte| *byte == b'>').count();
        let behind_mark = || content.split_once(char::is_whitespace).map_or(content, |(_, rest)| rest.trim_start());
        let inner = if matches!(kind, Kind::Item(_)) { behind_mark() } else { content };
        let head = &content[..chunk(content)];
        let whole = if inner.len() < content.len() { chunk(inner) } else { head.len() };
        Self {
            span: line.span,
            kind,
            depth,
            indent: if depth > 0 { (quote.len() - quote.trim_end().len()).saturating_sub(1) } else { shift },
            edge: shift + width(content),
            first: width(head),
            unspaced: head.starts_with(is_unspaced),
            head: head.bytes().take(8).fold(0, |head, byte| head << 8 | u64::from(byte)),
            breakable: whole < inner.len(),
            opening: opening(content),
            starts: begins_sentence(content),
            ending: ending(content),
            backslash: content.ends_with('\\'),
            spaced: line.spaced,
            field: is_field(content),
            signs: Signs::default(),
        }
    }

    /// Adds the other clues.
    pub fn read(&mut self, text: &str) {
        self.signs = Signs::of(content(self.span.of(text)));
    }

    /// Whether it begins a list item.
    pub fn is_item(&self) -> bool {
        matches!(self.kind, Kind::Item(_))
    }

    /// Returns the mark at its start if it begins like a line of a list or program; `0` represents all digits.
    pub fn mark(&self) -> Option<u8> {
        let first = self.head.to_be_bytes().into_iter().find(|byte| *byte != 0)?;
        let marks = matches!(first, b'[' | b'`' | b'*' | b'@' | b'\\' | b'<' | b'#' | b'$' | b'/' | b'-' | b'+');
        match first {
            _ if self.is_item() => None,
            b'0'..=b'9' => Some(b'0'),
            _ => marks.then_some(first),
        }
    }
}

/// The most bytes of a word that wrapping moves as one, in scripts without spaces other than Chinese and Japanese (benches/constants.md).
const UNSPACED: usize = 48;

/// Returns the length of the first unbreakable piece of a line: a word, or code or a tag of several words; in scripts without spaces, a
/// character with its marks.
fn chunk(line: &str) -> usize {
    let plain = |byte: &u8| matches!(byte, b'!'..=b'~') && !matches!(byte, b'`' | b'<');
    let mut at = line.bytes().take_while(plain).count();
    if at == line.len() || line[at..].starts_with(' ') {
        return at;
    }
    loop {
        let rest = &line[at..];
        let ends = |c: char| is_space(c) || matches!(c, '`' | '<') || is_unspaced(c);
        let Some((plain, c)) = rest.char_indices().find(|(_, c)| ends(*c)) else { return line.len() };
        at += plain;
        match c {
            '`' | '<' => at += closed(&line[at..]),
            c if is_space(c) => return at,
            _ if at > 0 => return at,
            _ => return unspaced(line, c),
        }
    }
}

/// Whether a line can be broken at a character.
fn is_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

fn unspaced(line: &str, first: char) -> usize {
    let goes_on =
        |at: usize, c: char| is_unspaced(c) && if first < '\u{2e80}' { at < UNSPACED } else { !c.is_alphanumeric() };
    line.char_indices().skip(1).find(|(at, c)| !goes_on(*at, *c)).map_or(line.len(), |(at, _)| at)
}
