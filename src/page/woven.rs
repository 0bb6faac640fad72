//! Weaves two versions of a paragraph into one: the new text, with the old words in place.

use std::ops::Range;

use super::ink::{Ink, Piece, flowing, piece, tell_apart};
use super::settled::{Item, Kind, changes, settle, varied};
use super::versions::Versions;
use crate::article::{Article, ParagraphId};
use crate::collate::{Match, Passage, Weight};
use crate::text::{Pair, Side, Span};

/// Weaves paragraphs of both sides; `is_home` tells which matches are in order here. The others are moved.
pub fn woven(
    versions: &Versions<'_>,
    paragraph_ids: &Pair<Range<usize>>,
    is_home: &dyn Fn(&Match) -> bool,
) -> Vec<Piece> {
    let within = Pair::from_fn(|side| {
        let spans =
            paragraph_ids[side].clone().filter_map(|at| versions.articles[side].paragraphs.get(at).map(|p| p.span));
        spans.reduce(Span::join)
    });
    let Some(whole) = within.right else { return Vec::new() };
    let within = within.map(Option::unwrap_or_default);
    let mut items = items(versions, paragraph_ids, &within, is_home);
    settle(versions, &within, &mut items);
    let mut weave = Weave { versions, pieces: Vec::new(), at: whole.start() };
    items.iter().for_each(|item| weave.item(item));
    weave.plain_until(whole.end(), None);
    tell_apart(&mut weave.pieces);
    weave.pieces
}

/// Weaves a paragraph that only one side has, with its moved parts marked.
pub fn only(versions: &Versions<'_>, side: Side, at: usize) -> Vec<Piece> {
    let article = versions.articles[side];
    let Some(paragraph) = article.paragraphs.get(at) else { return Vec::new() };
    let ink = match side {
        _ if paragraph.tokens.is_empty() && !is_alone(versions, side, at) => Ink::Plain,
        Side::Left => Ink::Old,
        Side::Right => Ink::New,
    };
    let matches = versions.collation.matches_in(side, ParagraphId(at)).iter();
    let moved: Vec<&Match> = matches.filter_map(|&at| versions.collation.matches.get(at)).collect();
    let mut pieces = Vec::new();
    let mut from = paragraph.span.start();
    for m in moved {
        let (span, other) = (m.passages[side].span, m.passages[side.other()].paragraph_id);
        pieces.extend(piece(article, Span::new(from, span.start()), ink, None));
        let ink = if side == Side::Left { Ink::Went } else { Ink::Plain };
        pieces.extend(piece(article, span, ink, Some(other)));
        from = span.end();
    }
    pieces.extend(piece(article, Span::new(from, paragraph.span.end().max(from)), ink, None));
    tell_apart(&mut pieces);
    pieces
}

/// Whether a paragraph without words is only on its side.
fn is_alone(versions: &Versions<'_>, side: Side, at: usize) -> bool {
    !only_in(versions, side, &(at..at + 1)).is_empty()
}

/// Returns a paragraph that moved away as a whole.
pub fn gone(versions: &Versions<'_>, at: usize, to: ParagraphId) -> Piece {
    let article = versions.articles.left;
    let span = article.paragraphs.get(at).map_or(Span::default(), |paragraph| paragraph.span);
    Piece { ink: Ink::Went, text: flowing(article, span), moved: Some(to) }
}

fn items(
    versions: &Versions<'_>,
    paragraph_ids: &Pair<Range<usize>>,
    whole: &Pair<Span>,
    is_home: &dyn Fn(&Match) -> bool,
) -> Vec<Item> {
    let collation = versions.collation;
    let within = |side: Side| {
        let each = paragraph_ids[side].clone().flat_map(move |at| collation.matches_in(side, ParagraphId(at)));
        each.filter_map(|&at| Some((at, collation.matches.get(at)?)))
    };
    let home: Vec<&Match> = within(Side::Left).map(|(_, m)| m).filter(|m| is_home(m)).collect();
    // Where text that only one side has would be on the other.
    let place = |side: Side, passage: &Passage| {
        let after = home.partition_point(|m| m.passages[side].tokens.end <= passage.tokens.start);
        let other = side.other();
        let end = home[..after].last().map_or(whole[other].start(), |m| m.passages[other].span.end());
        Span::new(end, end)
    };
    let mut items: Vec<Item> = home.iter().flat_map(|m| m.variants.iter()).map(varied).collect();
    for passage in only_in(versions, Side::Left, &paragraph_ids.left) {
        let left = Some(with_marks(versions.articles.left, passage));
        items.push(Item { left, right: place(Side::Left, passage), kind: Kind::Changed });
    }
    for passage in only_in(versions, Side::Right, &paragraph_ids.right) {
        let right = with_marks(versions.articles.right, passage);
        items.push(Item { left: Some(place(Side::Right, passage)), right, kind: Kind::Changed });
    }
    for (_, m) in within(Side::Left).filter(|(_, m)| !is_home(m)) {
        let (left, right) = (&m.passages.left, &m.passages.right);
        items.push(Item {
            left: Some(left.span),
            right: place(Side::Left, left),
            kind: Kind::Went(right.paragraph_id),
        });
    }
    for (at, m) in within(Side::Right).filter(|(_, m)| !is_home(m)) {
        items.push(Item { left: None, right: m.passages.right.span, kind: Kind::Came(at) });
    }
    items
}

fn only_in<'r>(versions: &Versions<'r>, side: Side, paragraph_ids: &Range<usize>) -> &'r [Passage] {
    let all = &versions.collation.only_here[side];
    let start = all.partition_point(|passage| passage.paragraph_id.0 < paragraph_ids.start);
    let end = all.partition_point(|passage| passage.paragraph_id.0 < paragraph_ids.end);
    all.get(start..end).unwrap_or_default()
}

/// Returns the span of a passage, with the punctuation that opens its first sentence and closes its last one.
fn with_marks(article: &Article, passage: &Passage) -> Span {
    let sentence = |place: usize| article.sentences.get(article.sentence_at(place));
    let (start, end) = (passage.span.start(), passage.span.end());
    let first = sentence(start).filter(|sentence| sentence.tokens.start == passage.tokens.start);
    let last = sentence(end.saturating_sub(1)).filter(|sentence| sentence.tokens.end == passage.tokens.end);
    Span::new(first.map_or(start, |first| first.span.start()), last.map_or(end, |last| last.span.end()))
}

struct Weave<'r> {
    versions: &'r Versions<'r>,
    pieces: Vec<Piece>,
    /// The end of the new text written so far.
    at: usize,
}

impl Weave<'_> {
    fn item(&mut self, item: &Item) {
        match item.kind {
            Kind::Slight => {
                self.plain_until(item.right.start(), None);
                self.right(item.right.end(), Ink::Slight, None);
            }
            Kind::Changed => self.changed(item.left, item.right, None, Weight::Changed),
            Kind::Mark => self.changed(item.left, item.right, None, Weight::Mark),
            Kind::Went(to) => {
                self.plain_until(item.right.start(), None);
                self.left(item.left.unwrap_or_default(), Ink::Went, Some(to), Followed::ByKept);
            }
            Kind::Came(at) => self.came(item.right, at),
        }
    }

    /// Writes a match that was moved here, with what changed in it.
    fn came(&mut self, span: Span, at: usize) {
        self.plain_until(span.start(), None);
        let versions = self.versions;
        let Some(m) = versions.collation.matches.get(at) else { return };
        let from = Some(m.passages.left.paragraph_id);
        for (change, weight) in changes(versions, m) {
            self.changed(Some(change.left), change.right, from, weight);
        }
        self.plain_until(span.end(), from);
    }

    fn changed(&mut self, left: Option<Span>, right: Span, moved: Option<ParagraphId>, weight: Weight) {
        let (old, new) = if weight == Weight::Mark { (Ink::OldMark, Ink::NewMark) } else { (Ink::Old, Ink::New) };
        self.plain_until(right.start(), moved);
        if let Some(left) = left.filter(|left| !left.is_empty()) {
            let followed = if right.is_empty() { Followed::ByKept } else { Followed::ByNew };
            self.left(left, old, moved, followed);
        }
        self.right(right.end(), new, moved);
    }

    fn plain_until(&mut self, end: usize, moved: Option<ParagraphId>) {
        self.right(end, Ink::Plain, moved);
    }

    fn right(&mut self, end: usize, ink: Ink, moved: Option<ParagraphId>) {
        if end <= self.at {
            return;
        }
        let (article, mask) = (self.versions.articles.right, self.versions.masks.right);
        let whole = Span::new(self.at, end);
        let after = mask.hidden().partition_point(|hidden| hidden.span.end() <= whole.start());
        for hidden in mask.hidden().iter().skip(after).map_while(|hidden| hidden.span.meet(whole)) {
            self.pieces.extend(piece(article, Span::new(self.at, hidden.start()), ink, moved));
            self.pieces.extend(piece(article, hidden, Ink::Hidden, None));
            self.at = hidden.end();
        }
        self.pieces.extend(piece(article, Span::new(self.at, end), ink, moved));
        self.at = end;
    }

    /// Writes old words. If their neighbours are not those of the old text, a space separates them as there.
    fn left(&mut self, span: Span, ink: Ink, moved: Option<ParagraphId>, followed: Followed) {
        let old = self.versions.articles.left.text.as_str();
        let Some(piece) = piece(self.versions.articles.left, span, ink, moved) else { return };
        let space = || Piece { ink: Ink::Plain, text: " ".to_owned(), moved: moved.filter(|_| ink != Ink::Went) };
        let parted = |beside: Option<char>| beside.is_some_and(char::is_whitespace);
        let meets = |one: Option<char>, other: Option<char>| {
            one.is_some_and(char::is_alphanumeric) && other.is_some_and(char::is_alphanumeric)
        };
        let written = self.pieces.last().and_then(|last| last.text.chars().next_back());
        if parted(old[..span.start()].chars().next_back()) && meets(written, piece.text.chars().next()) {
            self.pieces.push(space());
        }
        let next = self.versions.articles.right.text.get(self.at..).and_then(|rest| rest.chars().next());
        let parts = followed == Followed::ByKept
            && old[span.end()..].chars().next().is_none_or(char::is_whitespace)
            && !piece.text.ends_with(char::is_whitespace)
            && next.is_some_and(char::is_alphanumeric);
        self.pieces.push(piece);
        self.pieces.extend(parts.then(space));
    }
}

/// What follows old words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Followed {
    ByKept,
    /// Their replacement.
    ByNew,
}
