//! Marked pieces of text, each on one line and safe to print.

use std::borrow::Cow;

use crate::article::{Article, ParagraphId};
use crate::text::{Span, flow, named, one_line, told_apart, visible, with_strangers};

/// The sign of a note.
pub const NOTED: &str = "†";

/// How a piece of text is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Both versions have it.
    Plain,
    /// Both have it, spelled differently; this is the new spelling.
    Slight,
    /// Only the old version has it.
    Old,
    /// Only the new version has it.
    New,
    /// A mark that only the old version has there, with the word it belongs to.
    OldMark,
    /// A mark that only the new version has there, with the word it belongs to.
    NewMark,
    /// It was here in the old version and moved.
    Went,
    /// It is hidden in the new version, and not compared.
    Hidden,
    /// A remark on what follows, which is in neither version.
    Note,
}

/// A piece of a paragraph: text on one line, safe to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// How it is marked.
    pub ink: Ink,
    /// What it says.
    pub text: String,
    /// The paragraph of the other side from or to which it was moved.
    pub moved: Option<ParagraphId>,
}

impl Piece {
    /// Whether it is neither changed nor moved.
    pub fn is_kept(&self) -> bool {
        matches!(self.ink, Ink::Plain | Ink::Slight | Ink::Hidden | Ink::Note) && self.moved.is_none()
    }
}

/// Names what no one could tell by sight: where the old and the new way to write something look the same, and letters of other scripts.
pub(super) fn tell_apart(pieces: &mut [Piece]) {
    for at in 1..pieces.len() {
        let is_pair =
            matches!((pieces[at - 1].ink, pieces[at].ink), (Ink::Old, Ink::New) | (Ink::OldMark, Ink::NewMark));
        if let Some(apart) = is_pair.then(|| told_apart(&pieces[at - 1].text, &pieces[at].text)).flatten() {
            (pieces[at - 1].text, pieces[at].text) = (apart.left, apart.right);
        }
    }
    for piece in pieces.iter_mut().filter(|piece| matches!(piece.ink, Ink::Old | Ink::New)) {
        if let Cow::Owned(named) = with_strangers(&piece.text) {
            piece.text = named;
        }
    }
}

/// A stretch of an article as a piece; none where it is empty.
pub(super) fn piece(article: &Article, span: Span, ink: Ink, moved: Option<ParagraphId>) -> Option<Piece> {
    let text = describe(article, span, ink);
    (!text.is_empty()).then_some(Piece { ink, text, moved })
}

/// A stretch of an article as it is shown in an ink: what no one could tell by sight is named where it is what changed.
fn describe(article: &Article, span: Span, ink: Ink) -> String {
    match ink {
        Ink::OldMark | Ink::NewMark => visible(&one_line(&named(span.of(&article.text)))).into_owned(),
        Ink::Old | Ink::New | Ink::Plain | Ink::Slight | Ink::Went | Ink::Hidden | Ink::Note => flowing(article, span),
    }
}

/// A stretch of an article as one line, safe to print.
pub(super) fn flowing(article: &Article, span: Span) -> String {
    visible(&flow(&article.text, span)).into_owned()
}
