//! Finds the place of old words in the new text, and which punctuation was removed or added with words.
//!
//! Between two words that both versions have are punctuation and spaces. If words were removed there, the old punctuation before them is
//! compared with what remains from the front, and the old punctuation after them from the back; what is left over went with the words.
//! For added words it is the other way round.

use std::ops::Range;

use super::versions::Versions;
use crate::article::{Article, ParagraphId};
use crate::boilerplate::Mask;
use crate::collate::{Match, Variant, Weight};
use crate::text::{Pair, Side, Span};

/// A change with its place in the new text.
pub(super) struct Item {
    /// Where the old words are, or would be; `None` if they come from elsewhere.
    pub left: Option<Span>,
    /// Where the new words are, or would be.
    pub right: Span,
    pub kind: Kind,
}

pub(super) enum Kind {
    Changed,
    Mark,
    Slight,
    /// Moved to this paragraph.
    Went(ParagraphId),
    /// A match that was moved here, as an index.
    Came(usize),
}

/// Returns the changed words of a match on each side, with their punctuation, and punctuation that changed alone; a span is empty where
/// they would be.
pub fn changes(versions: &Versions<'_>, m: &Match) -> Vec<(Pair<Span>, Weight)> {
    let mut items: Vec<Item> = m.variants.iter().map(varied).collect();
    settle(versions, &m.passages.as_ref().map(|passage| passage.span), &mut items);
    let weight = |kind: &Kind| match kind {
        Kind::Changed => Some(Weight::Changed),
        Kind::Mark => Some(Weight::Mark),
        Kind::Slight | Kind::Went(_) | Kind::Came(_) => None,
    };
    let spans = |item: &Item| Pair::new(item.left.unwrap_or_default(), item.right);
    items.iter().filter_map(|item| Some((spans(item), weight(&item.kind)?))).collect()
}

pub(super) fn varied(variant: &Variant) -> Item {
    let kind = match variant.weight {
        Weight::Slight => Kind::Slight,
        Weight::Mark => Kind::Mark,
        Weight::Changed => Kind::Changed,
    };
    Item { left: Some(variant.spans.left), right: variant.spans.right, kind }
}

/// Sorts items, and gives each change of words on one side its place between the punctuation, and the punctuation that belongs to it,
/// inside the stretches `within`. Takes time linear in items and punctuation, except for sorting and looking up the words around each.
pub(super) fn settle(versions: &Versions<'_>, within: &Pair<Span>, items: &mut [Item]) {
    items.sort_by_key(|item| standing(versions.articles.right, item));
    let ends = ends(items, within);
    // The end of what is settled on each side.
    let mut done = within.as_ref().map(|span| span.start());
    for (item, ends) in items.iter_mut().zip(ends) {
        if let (Kind::Changed | Kind::Went(_), Some(left)) = (&item.kind, item.left) {
            let spans = Pair::new(left, item.right);
            // Something without words comes after everything that is settled.
            let later = |side: Side, span: Span| Span::new(span.start().max(done[side]), span.end().max(done[side]));
            let spans =
                Pair::from_fn(|side| if spans[side].is_empty() { later(side, spans[side]) } else { spans[side] });
            let rooms = Pair::from_fn(|side| room(versions, side, spans[side], done[side]..ends[side]));
            if let Pair { left: Some(left), right: Some(right) } = rooms {
                let spans = settled(versions, &spans, &Pair::new(left, right));
                (item.left, item.right) = (Some(spans.left), spans.right);
            }
        }
        done.left = item.left.map_or(done.left, |left| done.left.max(left.end()));
        done.right = done.right.max(item.right.end());
    }
}

/// Sorting key of items: the new word before which they stand, old words before new ones, then their places.
fn standing(article: &Article, item: &Item) -> (usize, bool, Option<Span>, Span) {
    let word = article.tokens.partition_point(|token| token.span.end() <= item.right.start());
    let has_words = article.tokens.get(word).is_some_and(|token| token.span.start() < item.right.end());
    (word, has_words, item.left, item.right)
}

/// Returns where the next item begins on each side, for each item.
fn ends(items: &[Item], within: &Pair<Span>) -> Vec<Pair<usize>> {
    let mut ends = within.as_ref().map(|span| span.end());
    let mut found = vec![ends; items.len()];
    for (found, item) in found.iter_mut().zip(items).rev() {
        *found = ends;
        // The place of an empty span is not known yet.
        let start = |span: &Span| (!span.is_empty()).then_some(span.start());
        ends.left = ends.left.min(item.left.as_ref().and_then(start).unwrap_or(ends.left));
        ends.right = ends.right.min(start(&item.right).unwrap_or(ends.right));
    }
    found
}

/// The punctuation around a span, up to the words beside it.
#[derive(Clone, Copy)]
struct MarkRoom {
    /// From the word before, or the item before, to the word or item after.
    span: Span,
    /// Where the sentence before ends and the one after begins, with their punctuation.
    others: Pair<usize>,
    /// Whether an item ends it, before and after, rather than a word that both sides have.
    is_cut: Pair<bool>,
}

/// Finds the room around a span, inside `within` and without hidden text. `None` if the span splits a word.
fn room(versions: &Versions<'_>, side: Side, span: Span, within: Range<usize>) -> Option<MarkRoom> {
    let (article, mask): (&Article, &Mask) = (versions.articles[side], versions.masks[side]);
    let before = article.tokens.partition_point(|token| token.span.start() < span.start());
    let inside = article.tokens[before..].iter().take_while(|token| token.span.start() < span.end());
    let after = before + inside.count();
    let ended = |count: usize| count.checked_sub(1).map_or(0, |at| article.tokens[at].span.end());
    if ended(before) > span.start() || ended(after) > span.end() {
        return None;
    }
    let next = article.tokens.get(after).map_or(article.text.len(), |token| token.span.start());
    let hidden = mask.hidden();
    let behind = hidden.partition_point(|passage| passage.span.end() <= span.start());
    let hidden_before = behind.checked_sub(1).map_or(0, |at| hidden[at].span.end());
    let hidden_after = hidden.get(behind).map_or(article.text.len(), |passage| passage.span.start());
    let (start, end) = (ended(before).max(hidden_before).max(within.start), next.min(hidden_after).min(within.end));
    let sentence = |at: usize| article.sentences.get(article.sentence_at(article.tokens.get(at)?.span.start()));
    let ended_before = before.checked_sub(1).and_then(sentence).filter(|sentence| sentence.tokens.end == before);
    let begun = sentence(after).filter(|sentence| sentence.tokens.start == after);
    let others = Pair::new(
        ended_before.map_or(start, |sentence| sentence.span.end().clamp(start, span.start().max(start))),
        begun.map_or(end, |sentence| sentence.span.start().clamp(span.end().min(end), end)),
    );
    let is_cut = Pair::new(start == within.start, end == within.end);
    (start <= span.start().min(end) && span.end() <= end).then(|| MarkRoom {
        span: Span::new(start, end),
        others,
        is_cut,
    })
}

/// Settles a change on one side, with the rooms around it.
fn settled(versions: &Versions<'_>, spans: &Pair<Span>, rooms: &Pair<MarkRoom>) -> Pair<Span> {
    let side = match (spans.left.is_empty(), spans.right.is_empty()) {
        (false, true) => Side::Left,
        (true, false) => Side::Right,
        _ => return Pair::from_fn(|side| with_its_space(versions, side, spans, rooms[side])),
    };
    let (span, MarkRoom { span: room, others, .. }) = (spans[side], rooms[side]);
    let MarkRoom { span: kept, is_cut, .. } = rooms[side.other()];
    let text = versions.articles[side].text.as_str();
    let (before, behind) = (Span::new(room.start(), span.start()), Span::new(span.end(), room.end()));
    let Parted { front, back } =
        parted(kept.of(&versions.articles[side.other()].text), before.of(text), behind.of(text));
    let (start, end) = (room.start() + front.own, room.end() - back.own);
    // If another item is beside it on the other side, the neighbouring sentences are further away there, with their punctuation.
    let own = Span::new(
        if is_cut.left { start.max(others.left) } else { start },
        if is_cut.right { end.min(others.right) } else { end },
    );
    let place = kept.start() + front.kept;
    let mut settled = Pair::new(Span::new(place, place), Span::new(place, place));
    settled[side] = own;
    settled
}

/// A change on both sides; its words take the space before them along if what stands in their place follows the word before directly.
fn with_its_space(versions: &Versions<'_>, side: Side, spans: &Pair<Span>, room: MarkRoom) -> Span {
    let spaced = |side: Side| versions.articles[side].text[..spans[side].start()].ends_with(' ');
    let span = spans[side];
    let fits = span.start() > room.span.start() && !span.is_empty() && !spans[side.other()].is_empty();
    if fits && spaced(side) && !spaced(side.other()) { Span::new(span.start() - 1, span.end()) } else { span }
}

/// How much of the remaining punctuation is the old one before the words, and how much the one after.
struct Parted {
    front: Alike,
    back: Alike,
}

/// How far two stretches are equal, in bytes of each, and what that is worth: punctuation more than a space.
#[derive(Clone, Copy, Default)]
struct Alike {
    own: usize,
    kept: usize,
    worth: usize,
}

/// Divides the remaining punctuation between what was before and what was after.
fn parted(kept: &str, before: &str, behind: &str) -> Parted {
    let front = front_alike(before, kept);
    let rest = kept.get(front.kept..).unwrap_or_default();
    let from_front = Parted { front, back: back_alike(behind, rest) };
    let back = back_alike(behind, kept);
    let rest = kept.get(..kept.len() - back.kept).unwrap_or_default();
    let from_back = Parted { front: front_alike(before, rest), back };
    let worth = |parted: &Parted| parted.front.worth + parted.back.worth;
    if worth(&from_back) > worth(&from_front) { from_back } else { from_front }
}

fn front_alike(own: &str, kept: &str) -> Alike {
    let ahead = |(at, c): (usize, char)| (at + c.len_utf8(), c);
    alike(own.char_indices().map(ahead), kept.char_indices().map(ahead))
}

fn back_alike(own: &str, kept: &str) -> Alike {
    let back = |whole: usize| move |(at, c): (usize, char)| (whole - at, c);
    alike(own.char_indices().rev().map(back(own.len())), kept.char_indices().rev().map(back(kept.len())))
}

/// Compares two stretches as far as they are equal; each character comes with the bytes up to its end. All white space is equal.
fn alike(own: impl Iterator<Item = (usize, char)>, kept: impl Iterator<Item = (usize, char)>) -> Alike {
    let (mut own, mut kept) = (own.peekable(), kept.peekable());
    let mut found = Alike::default();
    while let (Some((mut reached, c)), Some((mut other, d))) = (own.next(), kept.next()) {
        if c.is_whitespace() && d.is_whitespace() {
            while let Some((at, _)) = own.next_if(|(_, c)| c.is_whitespace()) {
                reached = at;
            }
            while let Some((at, _)) = kept.next_if(|(_, c)| c.is_whitespace()) {
                other = at;
            }
            found.worth += 1;
        } else if c == d {
            found.worth += 2;
        } else {
            break;
        }
        (found.own, found.kept) = (reached, other);
    }
    found
}
