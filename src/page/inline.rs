//! Both versions in one column: the new text, with the old words in place.

use super::glyph::Glyph;
use super::ink::{Ink, Piece};
use super::letters::letters_apart;
use super::versions::Versions;
use super::woven::{gone, only, woven};
use super::wrap::{TypesetText, row_glyphs, wrap};
use crate::article::ParagraphId;
use crate::collate::{Band, Fate, Match, TextBreak};
use crate::kinds::Typeset;
use crate::text::{Pair, Side, Span, sign};

/// How many first words identify a paragraph that moved away (chosen).
const OPENING: usize = 8;

/// A band set in one column.
#[derive(Clone, Debug, Default)]
pub struct Column {
    pub(super) text: String,
    /// Where each piece ends, and how it is marked.
    pub(super) inks: Vec<(usize, Ink, Option<ParagraphId>)>,
    /// The letters that differ inside replaced words.
    letters: Vec<Span>,
    /// Where breaks differ, each with how either side breaks there.
    pub(super) breaks: Vec<(usize, Pair<TextBreak>)>,
    rows: Vec<Span>,
}

/// Returns the pieces of a band, with changes marked.
pub fn pieces(versions: &Versions<'_>, band: &Band) -> Vec<Piece> {
    let at = band.paragraph_ids.as_ref().map(|range| range.start);
    match (band.fate, band.home) {
        (Fate::Gone, Some(to)) => vec![gone(versions, at.left, to)],
        (Fate::Moved, Some(from)) => {
            let paragraph_ids = Pair::new(from.0..from.0 + 1, band.paragraph_ids.right.clone());
            let is_home = |m: &Match| {
                m.moved && m.passages.left.paragraph_id == from && m.passages.right.paragraph_id.0 == at.right
            };
            let mut pieces = woven(versions, &paragraph_ids, &is_home);
            // Everything else that was there says where it went.
            pieces.retain(|piece| piece.ink != Ink::Went);
            pieces.iter_mut().filter(|piece| piece.moved.is_none()).for_each(|piece| piece.moved = Some(from));
            pieces
        }
        (Fate::Same, _) if band.paragraph_ids.right.is_empty() => {
            let mut pieces = only(versions, Side::Left, at.left);
            pieces.iter_mut().filter(|piece| piece.ink == Ink::Old).for_each(|piece| piece.ink = Ink::Hidden);
            pieces
        }
        (Fate::Removed, _) => only(versions, Side::Left, at.left),
        (Fate::Added, _) => only(versions, Side::Right, at.right),
        _ => woven(versions, &band.paragraph_ids, &|m| !m.moved),
    }
}

impl Column {
    /// Sets a band in rows of `measure` cells. Of a paragraph that moved away, only the beginning is shown.
    pub fn of(versions: &Versions<'_>, band: &Band, measure: usize) -> Self {
        let mut column = Self::default();
        // Where the last old word stands.
        let mut old: Option<(usize, String)> = None;
        for piece in note(band).into_iter().chain(pieces(versions, band)) {
            let cut = band.fate == Fate::Gone && piece.ink != Ink::Note;
            let text = if cut { opening(&piece.text) } else { piece.text };
            let last = column.inks.last().map(|(_, ink, _)| *ink);
            let replaced = matches!((last, piece.ink), (Some(Ink::Old), Ink::New) | (Some(Ink::OldMark), Ink::NewMark));
            let marks = piece.ink == Ink::NewMark && !text.contains(char::is_alphanumeric);
            if replaced && !marks && run_together(&column.text, &text) {
                column.push(" ", Ink::Plain, piece.moved);
            }
            // A line through or under a space means nothing.
            let lined = !matches!(piece.ink, Ink::Plain | Ink::Slight | Ink::Hidden | Ink::Note);
            let bare = if lined { text.trim_start() } else { &text };
            let (space, rest) = (&text[..text.len() - bare.len()], if lined { bare.trim_end() } else { bare });
            let around = piece.moved.filter(|_| piece.ink != Ink::Went);
            // Where only one version breaks the line, both have a space here.
            if !column.text.ends_with(char::is_whitespace) {
                column.push(space, Ink::Plain, around);
            }
            let start = column.text.len();
            column.push(rest, piece.ink, piece.moved);
            if let (Ink::New, Some((at, word))) = (piece.ink, &old) {
                column.mark_letters(*at, word, start, rest);
            }
            old = (piece.ink == Ink::Old).then(|| (start, rest.to_owned()));
            column.push(&bare[rest.len()..], Ink::Plain, around);
        }
        column.rows = wrap(&column.text, Span::new(0, column.text.len()), measure);
        column
    }

    /// Notes which letters differ in an old word and its replacement, each with its place.
    fn mark_letters(&mut self, old_at: usize, old: &str, new_at: usize, new: &str) {
        let Some(apart) = letters_apart(old, new) else { return };
        let placed = |at: usize, span: &Span| Span::new(at + span.start(), at + span.end());
        self.letters.extend(apart.left.iter().map(|span| placed(old_at, span)));
        self.letters.extend(apart.right.iter().map(|span| placed(new_at, span)));
    }

    /// Whether a place is in letters that differ inside a changed word.
    pub fn is_letter(&self, place: usize) -> bool {
        let after = self.letters.partition_point(|span| span.end() <= place);
        self.letters.get(after).is_some_and(|span| span.contains(place))
    }

    fn push(&mut self, text: &str, ink: Ink, moved: Option<ParagraphId>) {
        if !text.is_empty() {
            self.text.push_str(text);
            self.inks.push((self.text.len(), ink, moved));
        }
    }

    /// Returns its rows.
    pub fn rows(&self) -> &[Span] {
        &self.rows
    }

    /// Returns the breaks that differ on a row: after its first byte and up to its end.
    pub fn breaks_on(&self, row: usize) -> &[(usize, Pair<TextBreak>)] {
        let span = self.rows.get(row).copied().unwrap_or_default();
        let from = self.breaks.partition_point(|(place, _)| *place <= span.start());
        let to = self.breaks.partition_point(|(place, _)| *place <= span.end());
        self.breaks.get(from..to).unwrap_or_default()
    }

    /// Returns the length of its text in bytes.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether it has no text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Returns what is shown on a row, each glyph with how it is marked.
    pub fn glyphs(&self, row: usize, measure: usize) -> impl Iterator<Item = (Glyph<'_>, Ink, Option<ParagraphId>)> {
        let span = self.rows.get(row).copied().unwrap_or_default();
        let last = self.rows.last().copied().unwrap_or_default();
        row_glyphs(TypesetText { text: &self.text, typeset: &Typeset::default() }, span, last, measure).map(|glyph| {
            let (ink, moved) = self.ink_at(glyph.span.start());
            (glyph, ink, moved)
        })
    }

    /// Returns the inks on a row.
    pub fn inks_on(&self, row: usize) -> impl Iterator<Item = (Ink, Option<ParagraphId>)> {
        let span = self.rows.get(row).copied().unwrap_or_default();
        let first = self.inks.partition_point(|(end, ..)| *end <= span.start());
        let starts = first.checked_sub(1).and_then(|at| self.inks.get(at)).map_or(0, |(end, ..)| *end);
        let mut start = starts;
        self.inks.iter().skip(first).map_while(move |(end, ink, moved)| {
            let begins = std::mem::replace(&mut start, *end);
            (begins < span.end()).then_some((*ink, *moved))
        })
    }

    fn ink_at(&self, place: usize) -> (Ink, Option<ParagraphId>) {
        let at = self.inks.partition_point(|(end, ..)| *end <= place);
        self.inks.get(at).map_or((Ink::Plain, None), |(_, ink, moved)| (*ink, *moved))
    }
}

/// Says where moved paragraphs come from or went.
fn note(band: &Band) -> Option<Piece> {
    let number = band.home?.0 + 1;
    let way = if band.fate == Fate::Gone { "to" } else { "from" };
    Some(Piece { ink: Ink::Note, text: format!("moved {way} {}{number}: ", sign("¶")), moved: band.home })
}

/// Whether old words and their replacement would read as one word, so that they need a space between them; replaced punctuation does not.
pub fn run_together(old: &str, new: &str) -> bool {
    let is_word = |text: &str| text.contains(char::is_alphanumeric);
    let last = old.rsplit(char::is_whitespace).next().unwrap_or_default();
    !last.is_empty() && (is_word(last) || is_word(new)) && !new.starts_with(char::is_whitespace)
}

fn opening(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let more = if words.len() > OPENING { sign(" …") } else { "".into() };
    format!("{}{more}", words.get(..OPENING).unwrap_or(&words).join(" "))
}
