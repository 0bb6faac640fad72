//! Makes the new text with a change reverted, or with the old text added.

use super::both::both_versions;
use super::compared::Compared;
use super::setting_of::{LineSetting, set_so, setting_of};
use crate::article::{Article, ParagraphId};
use crate::collate::{Band, Fate};
use crate::text::{Pair, Side, Span};
use std::ops::Range;

/// What to take from a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakeFrom {
    /// The old text, instead of the new one.
    Left,
    /// Both, the old text first.
    Both,
}

/// Returns the new text after taking part of a change; unchanged if nothing changed there. Everything else is kept byte for byte.
pub fn taken(compared: &Compared, band: usize, take: TakeFrom) -> String {
    let text = &compared.articles.right.text;
    let mut out = text.clone();
    let mut edits = compared.bands.get(band).map(|_| edits(compared, band, take)).unwrap_or_default();
    edits.sort_by_key(|(span, _)| (span.start(), span.end()));
    for (span, new) in edits.into_iter().rev() {
        out.replace_range(span.range(), &new);
    }
    out
}

/// Parts of the new text, each with its replacement.
fn edits(compared: &Compared, at: usize, take: TakeFrom) -> Vec<(Span, String)> {
    let Some(band) = compared.bands.get(at) else { return Vec::new() };
    match (band.fate, take) {
        (Fate::Same, TakeFrom::Left) => breaks(compared, at),
        (Fate::Same | Fate::Added, TakeFrom::Both) => Vec::new(),
        (Fate::Edited, TakeFrom::Left) => {
            let old = words_for(compared, at);
            stretch(&compared.articles.right, &band.paragraph_ids.right).map(|span| (span, old)).into_iter().collect()
        }
        (Fate::Edited, TakeFrom::Both) => {
            if let Some(both) = one_of_both(compared, at) {
                return vec![both];
            }
            let old = words_for(compared, at);
            let between = between(compared, Side::Right, band.paragraph_ids.right.start);
            let span = stretch(&compared.articles.right, &band.paragraph_ids.right);
            span.map(|span| (Span::new(span.start(), span.start()), old + &between)).into_iter().collect()
        }
        (Fate::Removed, _) => vec![inserted(compared, at, &band.paragraph_ids.left)],
        (Fate::Added, TakeFrom::Left) => removed(compared, &band.paragraph_ids.right).into_iter().collect(),
        (Fate::Gone, take) => {
            let new = band.home.filter(|_| take == TakeFrom::Left).map(|ParagraphId(home)| home..home + 1);
            let back = new.and_then(|new| removed(compared, &new));
            std::iter::once(inserted(compared, at, &band.paragraph_ids.left)).chain(back).collect()
        }
        (Fate::Moved, take) => {
            let Some(ParagraphId(home)) = band.home else { return Vec::new() };
            let went = compared.bands.iter().position(|other| is_gone_from(other, home));
            let there = went.map(|went| inserted(compared, went, &(home..home + 1)));
            let here = if take == TakeFrom::Left { removed(compared, &band.paragraph_ids.right) } else { None };
            // Without a place for the old text, nothing is removed either.
            if there.is_some() { there.into_iter().chain(here).collect() } else { Vec::new() }
        }
    }
}

/// Returns both versions of a paragraph as one, if all but some of its sentences is the same.
fn one_of_both(compared: &Compared, at: usize) -> Option<(Span, String)> {
    let band = compared.bands.get(at)?;
    let ids = &band.paragraph_ids;
    if ids.left.len() != 1 || ids.right.len() != 1 {
        return None;
    }
    let articles = compared.articles.as_ref().map(|article| article.as_ref());
    let paragraphs =
        Pair::new(articles.left.paragraphs.get(ids.left.start)?, articles.right.paragraphs.get(ids.right.start)?);
    let around = |side: Side| {
        let (article, span) = (articles[side], paragraphs[side].span);
        let whole = stretch(article, &ids[side])?;
        Some((article.text.get(whole.start()..span.start())?.trim(), article.text.get(span.end()..whole.end())?.trim()))
    };
    if around(Side::Left)? != around(Side::Right)? {
        return None;
    }
    let both = both_versions(articles, paragraphs, compared.breaks_in(at).next().is_some())?;
    Some((paragraphs.right.span, with_line_ends(compared, &both)))
}

fn is_gone_from(band: &Band, home: usize) -> bool {
    band.fate == Fate::Gone && band.paragraph_ids.left.contains(&home)
}

/// Returns the lines of a band that differs only in breaks, broken as in the old text, with what separates it from the next band.
fn breaks(compared: &Compared, at: usize) -> Vec<(Span, String)> {
    let Pair { left, right } = &compared.articles;
    let Some(ids) = compared.bands.get(at).map(|band| &band.paragraph_ids) else { return Vec::new() };
    let Some(whole) = stretch(right, &ids.right) else { return Vec::new() };
    let mut found = vec![(whole, as_there(compared, &ids.left))];
    // A break after the last word separates the band from the next.
    let last = right.paragraphs.get(ids.right.end.saturating_sub(1)).map_or(0, |paragraph| paragraph.tokens.end);
    if compared.breaks_in(at).any(|(_, one)| one.after.right + 1 == last) {
        let gap = |article: &Article, end: usize| {
            let (one, next) = (stretch(article, &(end.checked_sub(1)?..end))?, stretch(article, &(end..end + 1))?);
            (one.end() <= next.start()).then(|| Span::new(one.end(), next.start()))
        };
        if let (Some(old), Some(new)) = (gap(left, ids.left.end), gap(right, ids.right.end)) {
            found.push((new, with_line_ends(compared, old.of(&left.text))));
        }
    }
    found
}

/// Returns the old text of a band, wrapped like the new text; deliberate line breaks are kept.
fn words_for(compared: &Compared, at: usize) -> String {
    let Some(band) = compared.bands.get(at) else { return String::new() };
    if compared.breaks_in(at).next().is_some() {
        return as_there(compared, &band.paragraph_ids.left);
    }
    words(compared, &band.paragraph_ids.left, Some(ParagraphId(band.paragraph_ids.right.start)))
}

/// Returns the text of old paragraphs, with what is before them on their line, and with the line ends of the new text. If the paragraphs of
/// the new text are wrapped differently, they are set alike; `like` is the one they replace.
fn words(compared: &Compared, ids: &Range<usize>, like: Option<ParagraphId>) -> String {
    let Pair { left, right } = &compared.articles;
    let settings = compared.articles.as_ref().map(|article| setting_of(article));
    if settings.right == LineSetting::Unknown || settings.left == settings.right {
        return as_there(compared, ids);
    }
    let Some(whole) = stretch(left, ids) else { return String::new() };
    let (mut out, mut from) = (String::new(), whole.start());
    for id in ids.clone() {
        let Some(paragraph) = left.paragraphs.get(id) else { continue };
        out.push_str(left.text.get(from..paragraph.span.start()).unwrap_or_default());
        let other = like.and_then(|like| right.paragraphs.get(like.0)).map(|other| other.span.of(&right.text));
        out.push_str(&set_so(left, paragraph.span, settings.right, other));
        from = paragraph.span.end();
    }
    out.push_str(left.text.get(from..whole.end()).unwrap_or_default());
    with_line_ends(compared, &out)
}

/// Returns the text of old paragraphs, line by line as there.
fn as_there(compared: &Compared, ids: &Range<usize>) -> String {
    let old = stretch(&compared.articles.left, ids).map_or("", |span| span.of(&compared.articles.left.text));
    with_line_ends(compared, old)
}

/// Returns a text with the line ends of the new one.
fn with_line_ends(compared: &Compared, text: &str) -> String {
    let bare = text.replace("\r\n", "\n");
    if compared.articles.right.text.contains("\r\n") { bare.replace('\n', "\r\n") } else { bare }
}

/// Inserts paragraphs at a band that has none in the new text.
fn inserted(compared: &Compared, at: usize, ids: &Range<usize>) -> (Span, String) {
    let right = &compared.articles.right;
    let above = compared.bands.get(..at).unwrap_or_default();
    let before = above.iter().rev().find(|band| !band.paragraph_ids.right.is_empty());
    let (old, gap) = (words(compared, ids, None), between(compared, Side::Left, ids.start));
    let next = before.map(|band| band.paragraph_ids.right.end);
    if let Some((place, below)) = next.and_then(|next| above_next(compared, next, ids)) {
        return (Span::new(place, place), old + &below);
    }
    match before.and_then(|band| stretch(right, &band.paragraph_ids.right)) {
        Some(span) => (Span::new(span.end(), span.end()), gap + &old),
        None => {
            let first = stretch(right, &(0..1)).map_or(0, Span::start);
            (Span::new(first, first), if right.paragraphs.is_empty() { old } else { old + &gap })
        }
    }
}

/// Where a paragraph of the new text begins and what comes before it, if old paragraphs go right before it because what separates it from the
/// one above is what they had above them, and not what they had below.
fn above_next(compared: &Compared, next: usize, ids: &Range<usize>) -> Option<(usize, String)> {
    let Pair { left, right } = &compared.articles;
    let lines = |gap: &str| gap.matches('\n').count();
    let now = lines(gap_above(right, next)?);
    let (above, below) = (gap_above(left, ids.start)?, gap_above(left, ids.end)?);
    let place = stretch(right, &(next..next + 1))?.start();
    (lines(above) == now && lines(below) != now).then(|| (place, with_line_ends(compared, below)))
}

/// What separates a paragraph from the one above, if both are on lines of their own.
fn gap_above(article: &Article, at: usize) -> Option<&str> {
    let (one, next) = (stretch(article, &(at.checked_sub(1)?..at))?, stretch(article, &(at..at + 1))?);
    let gap = article.text.get(one.end()..next.start())?;
    (gap.contains('\n') && gap.trim().is_empty()).then_some(gap)
}

/// Removes paragraphs of the new text, with what separates them from the ones before or after: the narrower gap, or else the one before.
fn removed(compared: &Compared, ids: &Range<usize>) -> Option<(Span, String)> {
    let right = &compared.articles.right;
    let span = stretch(right, ids)?;
    let before = ids.start.checked_sub(1).and_then(|last| stretch(right, &(last..last + 1)));
    let after = stretch(right, &(ids.end..ids.end + 1));
    let lines = |at: usize| gap_above(right, at).map(|gap| gap.matches('\n').count());
    let first_of_list = lines(ids.start).zip(lines(ids.end)).is_some_and(|(above, below)| below < above);
    let whole = match (before, after) {
        (Some(_), Some(after)) if first_of_list => Span::new(span.start(), after.start().max(span.end())),
        (Some(before), _) => Span::new(before.end().min(span.start()), span.end()),
        (None, Some(after)) => Span::new(span.start(), after.start().max(span.end())),
        (None, None) => span,
    };
    Some((whole, String::new()))
}

/// Returns what separates a paragraph of a side from the one before or after it, with the line ends of the new text.
fn between(compared: &Compared, side: Side, at: usize) -> String {
    let article = &compared.articles[side];
    let found = gap_above(article, at).or_else(|| gap_above(article, at + 1)).unwrap_or("\n\n");
    with_line_ends(compared, found)
}

/// Returns the span of paragraphs, with what is before them on their first line and after them on their last, unless that belongs to
/// another paragraph.
fn stretch(article: &Article, ids: &Range<usize>) -> Option<Span> {
    let within = article.paragraphs.get(ids.clone())?;
    let (first, last) = (within.first()?.span, within.last()?.span);
    let floor =
        ids.start.checked_sub(1).and_then(|before| article.paragraphs.get(before)).map_or(0, |it| it.span.end());
    let ceiling = article.paragraphs.get(ids.end).map_or(article.text.len(), |next| next.span.start());
    let line = article.text.get(..first.start())?.rfind('\n').map_or(0, |at| at + 1);
    let rest = article.text.get(last.end()..)?;
    let end = rest.find('\n').map_or(article.text.len(), |at| last.end() + at);
    let end = if article.text.get(..end)?.ends_with('\r') { end - 1 } else { end };
    let start = if line >= floor { line } else { first.start() };
    let end = if end <= ceiling { end } else { last.end() };
    Some(Span::new(start.min(first.start()), end.max(last.end())))
}
