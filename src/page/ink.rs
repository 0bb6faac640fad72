//! Marked pieces of text, each on one line and safe to print.

use std::borrow::Cow;

use crate::article::{Article, ParagraphId};
use crate::text::{Span, flow, named, one_line, told_apart, visible, with_strangers};

/// The sign of a note.
pub const NOTED: &str = "†";

/// How a piece of text is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// In both versions.
    Plain,
    /// In both, spelled differently; this is the new spelling.
    Slight,
    /// Only in the old version.
    Old,
    /// Only in the new version.
    New,
    /// Punctuation or case only in the old version, with its word.
    OldMark,
    /// Punctuation or case only in the new version, with its word.
    NewMark,
    /// Moved away from here.
    Went,
    /// Hidden in the new version, and not compared.
    Hidden,
    /// A remark on what follows, in neither version.
    Note,
}

/// A piece of a paragraph: text on one line, safe to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// How it is marked.
    pub ink: Ink,
    /// Its text.
    pub text: String,
    /// The paragraph of the other side that it moved from or to.
    pub moved: Option<ParagraphId>,
}

impl Piece {
    /// Whether it is neither changed nor moved.
    pub fn is_kept(&self) -> bool {
        matches!(self.ink, Ink::Plain | Ink::Slight | Ink::Hidden | Ink::Note) && self.moved.is_none()
    }
}

/// Names what looks the same: an old and a new spelling that cannot be told apart by sight, and letters of other scripts.
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

/// Returns a stretch of an article as a piece; `None` if it is empty.
pub(super) fn piece(article: &Article, span: Span, ink: Ink, moved: Option<ParagraphId>) -> Option<Piece> {
    let text = describe(article, span, ink);
    (!text.is_empty()).then_some(Piece { ink, text, moved })
}

/// Returns a stretch of an article as it is shown in an ink; in changed text, what cannot be told apart by sight is named.
fn describe(article: &Article, span: Span, ink: Ink) -> String {
    match ink {
        Ink::OldMark | Ink::NewMark => visible(&one_line(&named(span.of(&article.text)))).into_owned(),
        Ink::Old | Ink::New | Ink::Plain | Ink::Slight | Ink::Went | Ink::Hidden | Ink::Note => flowing(article, span),
    }
}

/// Returns a stretch of an article as one line, safe to print.
pub(super) fn flowing(article: &Article, span: Span) -> String {
    visible(&flow(&article.text, span)).into_owned()
}
