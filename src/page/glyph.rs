//! What is shown for a text, cell by cell: the only form in which characters of an article reach the terminal.

use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::cluster::{Cluster, clusters, snapped};
use crate::text::Span;

/// The most characters of one symbol. A longer cluster is cut, so that every cell has a bounded cost; Unicode's own limit for real text is
/// thirty marks (a limit).
const LONGEST: usize = 32;

/// Whether characters of ambiguous width take two cells. It is global because texts are measured in many places, and it is set only once.
static WIDE: AtomicBool = AtomicBool::new(false);

/// Gives characters of ambiguous width two cells for the rest of the run, as the terminal does.
pub fn widen_ambiguous() {
    WIDE.store(true, Ordering::Relaxed);
}

/// Returns the width of characters of ambiguous width.
#[derive(Clone, Copy)]
enum Ambiguous {
    Narrow,
    Wide,
}

impl Ambiguous {
    fn now() -> Self {
        if WIDE.load(Ordering::Relaxed) { Ambiguous::Wide } else { Ambiguous::Narrow }
    }

    fn cells(self, text: &str) -> usize {
        match self {
            Ambiguous::Narrow => text.width(),
            // A combining mark takes no cell of its own.
            Ambiguous::Wide => {
                (text.width_cjk() + text.chars().filter(|c| is_ambiguous_letter(*c)).count()).min(2.max(text.width()))
            }
        }
    }

    fn of(self, c: char) -> usize {
        match self {
            Ambiguous::Narrow => c.width().unwrap_or(0),
            Ambiguous::Wide => c.width_cjk().unwrap_or(0) + usize::from(is_ambiguous_letter(c)),
        }
    }
}

/// Finds letters of ambiguous width (EastAsianWidth.txt) that `unicode-width` always takes for narrow, unlike East Asian terminals.
fn is_ambiguous_letter(c: char) -> bool {
    matches!(c,
        '\u{aa}' | '\u{ba}' | '\u{c6}' | '\u{d0}' | '\u{d8}' | '\u{de}'..='\u{e1}' | '\u{e6}' | '\u{e8}'..='\u{ea}' | '\u{ec}' | '\u{ed}'
        | '\u{f0}' | '\u{f2}' | '\u{f3}' | '\u{f8}'..='\u{fa}' | '\u{fc}' | '\u{fe}' | '\u{101}' | '\u{111}' | '\u{113}' | '\u{11b}'
        | '\u{126}' | '\u{127}' | '\u{12b}' | '\u{131}'..='\u{133}' | '\u{138}' | '\u{13f}'..='\u{142}' | '\u{144}' | '\u{148}'..='\u{14b}'
        | '\u{14d}' | '\u{152}' | '\u{153}' | '\u{166}' | '\u{167}' | '\u{16b}' | '\u{1ce}' | '\u{1d0}' | '\u{1d2}' | '\u{1d4}' | '\u{1d6}'
        | '\u{1d8}' | '\u{1da}' | '\u{1dc}' | '\u{251}' | '\u{261}' | '\u{391}'..='\u{3a1}' | '\u{3a3}'..='\u{3a9}'
        | '\u{3b1}'..='\u{3c1}' | '\u{3c3}'..='\u{3c9}' | '\u{401}' | '\u{410}'..='\u{44f}' | '\u{451}')
}

/// A glyph: what is shown for a piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glyph<'a> {
    /// Its span in the text.
    pub span: Span,
    /// What to show, safe to print; empty if nothing is shown.
    pub symbol: Cow<'a, str>,
    /// Its width in cells: 0 if the symbol is empty, else 1 or 2.
    pub width: usize,
}

/// Returns what is shown for `text` inside `span`, in order. Each byte belongs to one glyph.
///
/// A glyph is a grapheme cluster; one wider than two cells (some syllables of Indic scripts) is several glyphs. White space is a space, and
/// so is a run of it with a line break inside, but nothing between letters of scripts without spaces. Controls are shown as their pictures
/// (U+2400) or, like the characters that change the reading direction, as U+FFFD. Marks without a base get a dotted circle. Invisible
/// characters of Unicode (soft hyphen, zero-width space, byte order mark) are glyphs without a symbol.
pub fn glyphs(text: &str, span: Span) -> impl Iterator<Item = Glyph<'_>> {
    let ambiguous = Ambiguous::now();
    let span = snapped(text, span);
    let letters = span.of(text);
    // Most of what is shown needs no look at its clusters.
    let (is_plain_text, mut at) = (letters.bytes().all(is_plain_byte), 0);
    let (mut clusters, mut open) = (clusters(text, span), None);
    std::iter::from_fn(move || {
        if is_plain_text {
            let symbol = Cow::Borrowed(letters.get(at..=at)?);
            at += 1;
            return Some(Glyph { span: Span::new(span.start() + at - 1, span.start() + at), symbol, width: 1 });
        }
        if let Some(glyph) = open.as_mut().and_then(Iterator::next) {
            return Some(glyph);
        }
        let cluster = clusters.next()?;
        if is_plain(cluster) {
            open = None;
            let symbol = Cow::Borrowed(cluster.text);
            return Some(Glyph { span: Span::new(cluster.start, cluster.start + 1), symbol, width: 1 });
        }
        open.insert(pieces(cluster, ambiguous)).next()
    })
}

/// Returns the same as [`glyphs`] without trailing spaces, for a text of only printable ASCII, as most rows are; `start` is its place.
/// Takes one look at each byte; `None` for any other text.
pub(super) fn plain_glyphs(text: &str, start: usize) -> Option<impl Iterator<Item = Glyph<'_>>> {
    text.bytes().all(is_plain_byte).then(|| {
        text.trim_end_matches(' ').char_indices().map(move |(at, _)| Glyph {
            span: Span::new(start + at, start + at + 1),
            symbol: Cow::Borrowed(text.get(at..=at).unwrap_or_default()),
            width: 1,
        })
    })
}

/// Whether a cluster is a printable ASCII character, which is shown as it is.
fn is_plain(cluster: Cluster<'_>) -> bool {
    matches!(cluster.text.as_bytes(), [byte] if is_plain_byte(*byte))
}

fn is_plain_byte(byte: u8) -> bool {
    matches!(byte, b' '..=b'~')
}

/// Returns the width of a cluster in cells: the sum of its glyphs' widths.
pub fn width(cluster: Cluster<'_>) -> usize {
    if is_plain(cluster) {
        return 1;
    }
    pieces(cluster, Ambiguous::now()).map(|glyph| glyph.width).sum()
}

/// Splits a cluster into glyphs of at most two cells.
fn pieces(cluster: Cluster<'_>, ambiguous: Ambiguous) -> impl Iterator<Item = Glyph<'_>> {
    let mut at = cluster.start;
    let mut rest = cluster.text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (piece, after) = if cluster.space.is_some() { (rest, "") } else { rest.split_at(piece(rest, ambiguous)) };
        let span = Span::new(at, at + piece.len());
        (at, rest) = (span.end(), after);
        let symbol = cluster.space.map_or_else(|| symbol(piece, ambiguous), Cow::Borrowed);
        let width = ambiguous.cells(&symbol);
        Some(Glyph { span, symbol, width })
    })
}

/// Returns the length in bytes of the first piece of a cluster that is at most two cells wide.
fn piece(cluster: &str, ambiguous: Ambiguous) -> usize {
    let short = cluster.chars().nth(LONGEST).is_none();
    if short && ambiguous.cells(&joined(cluster)) <= 2 {
        return cluster.len();
    }
    let mut total = 0;
    for (at, c) in cluster.char_indices() {
        total += match c {
            '\u{fe00}'..='\u{fe0f}' => 2_usize.saturating_sub(total),
            '\u{ff9e}' | '\u{ff9f}' => 0,
            _ => ambiguous.of(c),
        };
        if total > 2 && at > 0 {
            return at;
        }
    }
    cluster.len()
}

/// Returns what is shown for a piece of a cluster.
fn symbol(piece: &str, ambiguous: Ambiguous) -> Cow<'_, str> {
    let Some(first) = piece.chars().next() else { return Cow::Borrowed("") };
    let alone = first.len_utf8() == piece.len();
    match first {
        '\0'..='\u{1f}' => return char::from_u32(0x2400 + first as u32).unwrap_or('\u{fffd}').to_string().into(),
        '\u{7f}' => return Cow::Borrowed("\u{2421}"),
        '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => return Cow::Borrowed("\u{fffd}"),
        '\u{a0}' | '\u{2007}' | '\u{202f}' if alone => return Cow::Borrowed(" "),
        _ => {}
    }
    let end = piece.char_indices().nth(LONGEST).map_or(piece.len(), |(end, _)| end);
    let shown = joined(&piece[..end]);
    match ambiguous.cells(&shown) {
        0 if piece.chars().all(is_unseen) => Cow::Borrowed(""),
        0 => format!("\u{25cc}{shown}").into(),
        1 | 2 => shown,
        _ => Cow::Borrowed("\u{fffd}"),
    }
}

/// Writes half-width sound marks as combining ones, because terminals and width tables disagree on whether the former take a cell.
fn joined(piece: &str) -> Cow<'_, str> {
    if !piece.contains(['\u{ff9e}', '\u{ff9f}']) {
        return Cow::Borrowed(piece);
    }
    piece.replace('\u{ff9e}', "\u{3099}").replace('\u{ff9f}', "\u{309a}").into()
}

/// Whether a character is invisible by default (Unicode's default ignorable ones).
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}
