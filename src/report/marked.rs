//! Text with marks for changes, which are clear without colour, and with colour if wanted.

use unicode_width::UnicodeWidthStr;

use crate::page::{Ink, Piece, letters_apart};
use crate::text::{Span, sign};

/// Whether a diff is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tint {
    /// Not at all.
    #[default]
    Plain,
    /// In the terminal's own colours.
    Coloured,
}

/// What a stretch of printed text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Plain,
    Heading,
    Slight,
    Old,
    New,
    /// A mark, not a word.
    OldMark,
    NewMark,
    Moved,
    /// Letters that differ inside a changed word.
    OldLetters,
    NewLetters,
}

/// A text in a tone.
pub(super) fn toned(text: &str, tone: Tone, tint: Tint) -> String {
    let mut out = String::with_capacity(text.len());
    push_toned(&mut out, text, tone, tint);
    out
}

/// The head of a diff, set off from what follows.
pub fn headings(lines: &[String], tint: Tint) -> String {
    lines.iter().map(|line| toned(line, Tone::Heading, tint) + "\n").collect()
}

fn push_toned(out: &mut String, text: &str, tone: Tone, tint: Tint) {
    let code = match tone {
        _ if tint == Tint::Plain || text.is_empty() => return out.push_str(text),
        Tone::Plain => return out.push_str(text),
        Tone::Heading => "1",
        Tone::Slight => "4",
        Tone::Old => "31",
        Tone::New => "32",
        Tone::OldMark => "2;31",
        Tone::NewMark => "2;32",
        Tone::Moved => "36",
        Tone::OldLetters => "7;31",
        Tone::NewLetters => "7;32",
    };
    for part in ["\x1b[", code, "m", text, "\x1b[m"] {
        out.push_str(part);
    }
}

/// Puts marks around pieces: `[-old-]`, `{+new+}`; with `Marks::Moves` also `{⇄¶3 come from there⇄}` and `[⇄¶9 gone there⇄]`.
pub(super) fn marked(pieces: &[Piece], marks: Marks) -> Vec<(Tone, String)> {
    if marks == Marks::Words {
        return by_words(pieces);
    }
    let mut out: Vec<(Tone, String)> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| pieces.get(before));
        let came = |piece: &Piece| piece.moved.filter(|_| piece.ink != Ink::Went);
        if marks == Marks::Moves && before.and_then(came) != came(piece) {
            out.extend(before.and_then(came).map(|_| (Tone::Moved, sign("⇄}").into_owned())));
            out.extend(came(piece).map(|from| (Tone::Moved, format!("{{{}{} ", sign("⇄¶"), from.0 + 1))));
        }
        match letters(pieces, at) {
            Some(apart) => out.extend(lettered(piece, &apart)),
            None => out.push(by_moves(piece)),
        }
    }
    let open = pieces.last().is_some_and(|last| last.moved.is_some() && last.ink != Ink::Went);
    out.extend((marks == Marks::Moves && open).then(|| (Tone::Moved, sign("⇄}").into_owned())));
    out
}

/// The letters of a piece that differ from the word for which it was put, or that was put for it.
pub(super) fn letters(pieces: &[Piece], at: usize) -> Option<Vec<Span>> {
    let piece = pieces.get(at)?;
    match piece.ink {
        Ink::Old => {
            let new = pieces.get(at + 1).filter(|next| next.ink == Ink::New)?;
            letters_apart(&piece.text, &new.text).map(|apart| apart.left)
        }
        Ink::New => {
            let old = pieces.get(at.checked_sub(1)?).filter(|last| last.ink == Ink::Old)?;
            letters_apart(&old.text, &piece.text).map(|apart| apart.right)
        }
        _ => None,
    }
}

/// A changed word with the letters in it that differ.
fn lettered(piece: &Piece, apart: &[Span]) -> Vec<(Tone, String)> {
    let (whole, inside, around) = match piece.ink {
        Ink::Old => (Tone::Old, Tone::OldLetters, ("[-", "-]")),
        _ => (Tone::New, Tone::NewLetters, ("{+", "+}")),
    };
    let mut parts = vec![(whole, around.0.to_owned())];
    let mut from = 0;
    for span in apart {
        parts.push((whole, piece.text[from..span.start()].to_owned()));
        parts.push((inside, span.of(&piece.text).to_owned()));
        from = span.end();
    }
    parts.push((whole, piece.text[from..].to_owned() + around.1));
    parts.retain(|(_, text)| !text.is_empty());
    parts
}

/// Which marks are put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    /// For words that changed; what is moved is taken away and added.
    Words,
    /// For what is moved, too.
    Moves,
    /// For words that changed in a paragraph that is moved as a whole.
    Inside,
}

/// Pieces as stretches of one tone, without marks; inside a paragraph that is moved as a whole, only what changed has another.
pub(super) fn tones(pieces: &[Piece], marks: Marks) -> Vec<(Tone, String)> {
    let mut out: Vec<(Tone, String)> = Vec::new();
    for piece in pieces {
        let tone = match (piece.ink, piece.moved.filter(|_| marks == Marks::Words)) {
            (Ink::Old | Ink::OldMark, Some(_)) => continue,
            (Ink::Old | Ink::Went, _) => Tone::Old,
            (Ink::OldMark, None) => Tone::OldMark,
            (Ink::NewMark, None) => Tone::NewMark,
            (Ink::New, _) | (Ink::Plain | Ink::Slight | Ink::NewMark, Some(_)) => Tone::New,
            (Ink::Slight, None) => Tone::Slight,
            (Ink::Plain, None) | (Ink::Hidden | Ink::Note, _) => Tone::Plain,
        };
        match out.last_mut().filter(|(last, _)| *last == tone) {
            Some((_, text)) => text.push_str(&piece.text),
            None => out.push((tone, piece.text.clone())),
        }
    }
    out
}

fn by_words(pieces: &[Piece]) -> Vec<(Tone, String)> {
    let mark = |(tone, text): (Tone, String)| match tone {
        Tone::Old | Tone::OldMark => old(&text, tone),
        Tone::New | Tone::NewMark => new(&text, tone),
        _ => (tone, text),
    };
    tones(pieces, Marks::Words).into_iter().map(mark).collect()
}

fn by_moves(piece: &Piece) -> (Tone, String) {
    match piece.ink {
        Ink::Plain | Ink::Hidden | Ink::Note => (Tone::Plain, piece.text.clone()),
        Ink::Slight => (Tone::Slight, piece.text.clone()),
        Ink::Old => old(&piece.text, Tone::Old),
        Ink::New => new(&piece.text, Tone::New),
        Ink::OldMark => old(&piece.text, Tone::OldMark),
        Ink::NewMark => new(&piece.text, Tone::NewMark),
        Ink::Went => {
            let to = piece.moved.map_or(0, |to| to.0 + 1);
            (Tone::Moved, around(&format!("[{}{to} ", sign("⇄¶")), &piece.text, &sign("⇄]")))
        }
    }
}

fn old(text: &str, tone: Tone) -> (Tone, String) {
    (tone, around("[-", text, "-]"))
}

fn new(text: &str, tone: Tone) -> (Tone, String) {
    (tone, around("{+", text, "+}"))
}

/// Puts marks around a text, white space at its ends staying outside.
pub(super) fn around(open: &str, text: &str, close: &str) -> String {
    let inside = text.trim();
    let start = text.len() - text.trim_start().len();
    if inside.is_empty() {
        return text.to_owned();
    }
    format!("{}{open}{inside}{close}{}", &text[..start], &text[start + inside.len()..])
}

/// Writes text in lines no wider than `width` cells, each behind `margin`, as far as its words are no wider.
pub(super) fn wrapped(text: &[(Tone, String)], margin: &str, width: usize, tint: Tint) -> String {
    let mut out = String::new();
    let mut line = margin.width();
    let mut blank = true;
    for word in parts(text).chunk_by(|_, next| !next.opens) {
        let wide: usize = word.iter().map(|part| part.text.width()).sum();
        if blank {
            out.push_str(margin);
        } else if line + 1 + wide > width {
            out.push('\n');
            out.push_str(margin);
            line = margin.width();
        } else {
            out.push(' ');
            line += 1;
        }
        blank = false;
        line += wide;
        word.iter().for_each(|part| push_toned(&mut out, part.text, part.tone, tint));
    }
    out.push('\n');
    out
}

/// A part of a word in one tone.
struct TonedPart<'t> {
    tone: Tone,
    text: &'t str,
    /// Whether the word begins with it.
    opens: bool,
}

/// The words of a text, part by part.
fn parts(text: &[(Tone, String)]) -> Vec<TonedPart<'_>> {
    let mut found = Vec::new();
    let mut opens = true;
    for (tone, text) in text {
        for (at, part) in text.split(' ').enumerate() {
            opens |= at > 0;
            if !part.is_empty() {
                found.push(TonedPart { tone: *tone, text: part, opens });
                opens = false;
            }
        }
    }
    found
}
