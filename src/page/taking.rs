//! Taking over: the new text with a change in it taken back, or with what the old one has there, too.

use super::compared::Compared;
use crate::article::{Article, ParagraphId};
use crate::collate::{Band, Fate};
use crate::text::{Side, Span};
use std::ops::Range;

/// What is taken over of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakeFrom {
    /// What the old text has there, in place of what the new one has.
    Left,
    /// What both have, the old one first.
    Both,
}

/// The new text once something is taken over of a change; as it is where nothing changed. All else stays byte for byte.
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

/// Stretches of the new text, each with what stands there afterwards.
fn edits(compared: &Compared, at: usize, take: TakeFrom) -> Vec<(Span, String)> {
    let Some(band) = compared.bands.get(at) else { return Vec::new() };
    match (band.fate, take) {
        (Fate::Same, _) | (Fate::Added, TakeFrom::Both) => Vec::new(),
        (Fate::Edited, TakeFrom::Left) => {
            let old = words(compared, &band.paragraph_ids.left);
            stretch(&compared.articles.right, &band.paragraph_ids.right).map(|span| (span, old)).into_iter().collect()
        }
        (Fate::Edited, TakeFrom::Both) => {
            let old = words(compared, &band.paragraph_ids.left);
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
            // Without a place for it nothing is taken away either.
            if there.is_some() { there.into_iter().chain(here).collect() } else { Vec::new() }
        }
    }
}

fn is_gone_from(band: &Band, home: usize) -> bool {
    band.fate == Fate::Gone && band.paragraph_ids.left.contains(&home)
}

/// What paragraphs of the old text say, with the marks before them on their line, and with the line ends of the new text.
fn words(compared: &Compared, ids: &Range<usize>) -> String {
    let old = stretch(&compared.articles.left, ids).map_or("", |span| span.of(&compared.articles.left.text));
    let bare = old.replace("\r\n", "\n");
    if compared.articles.right.text.contains("\r\n") { bare.replace('\n', "\r\n") } else { bare }
}

/// Paragraphs put in where a band stands that has none in the new text.
fn inserted(compared: &Compared, at: usize, ids: &Range<usize>) -> (Span, String) {
    let right = &compared.articles.right;
    let above = compared.bands.get(..at).unwrap_or_default();
    let before = above.iter().rev().find(|band| !band.paragraph_ids.right.is_empty());
    let (old, gap) = (words(compared, ids), between(compared, Side::Left, ids.start));
    match before.and_then(|band| stretch(right, &band.paragraph_ids.right)) {
        Some(span) => (Span::new(span.end(), span.end()), gap + &old),
        None => {
            let first = stretch(right, &(0..1)).map_or(0, Span::start);
            (Span::new(first, first), if right.paragraphs.is_empty() { old } else { old + &gap })
        }
    }
}

/// Paragraphs of the new text taken out, with what parts them from the ones before, or, where there are none, after.
fn removed(compared: &Compared, ids: &Range<usize>) -> Option<(Span, String)> {
    let right = &compared.articles.right;
    let span = stretch(right, ids)?;
    let before = ids.start.checked_sub(1).and_then(|last| stretch(right, &(last..last + 1)));
    let after = stretch(right, &(ids.end..ids.end + 1));
    let whole = match (before, after) {
        (Some(before), _) => Span::new(before.end().min(span.start()), span.end()),
        (None, Some(after)) => Span::new(span.start(), after.start().max(span.end())),
        (None, None) => span,
    };
    Some((whole, String::new()))
}

/// What parts a paragraph of a side from the one before it, or after it, with the line ends of the new text.
fn between(compared: &Compared, side: Side, at: usize) -> String {
    let article = &compared.articles[side];
    let gap = |one: usize| {
        let (one, next) = (stretch(article, &(one..one + 1))?, stretch(article, &(one + 1..one + 2))?);
        let gap = article.text.get(one.end()..next.start())?;
        (gap.contains('\n') && gap.trim().is_empty()).then(|| gap.replace("\r\n", "\n"))
    };
    let found = at.checked_sub(1).and_then(gap).or_else(|| gap(at)).unwrap_or_else(|| "\n\n".to_owned());
    if compared.articles.right.text.contains("\r\n") { found.replace('\n', "\r\n") } else { found }
}

/// The stretch of paragraphs, with what stands before them on their first line and behind them on their last, unless that is another
/// paragraph's.
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{TakeFrom, taken};
    use crate::article::Article;
    use crate::boilerplate::Mask;
    use crate::collate::{Cancel, Exactness, Witness, collate_in_order};
    use crate::page::Compared;
    use crate::text::Pair;

    const OLD: &str = "# Kites\n\nThe kites fly on the sea wall.\n\nEvery autumn the children build them from old sails and glue, and \
                       paint them.\n\nThe mayor usually wins the prize for the worst landing.\n\n- Bring a needle.\n- Bring old glue.\n";
    const NEW: &str = "# Kites\n\nThe kites fly on the wide\nsea wall.\n\nThe mayor usually wins the prize for the worst landing.\n\n\
                       Every autumn the children build them from old sails and glue, and paint them.\n\nDogs are not allowed there on \
                       kite days.\n\n- Bring a needle.\n- Bring new glue.\n";

    fn compared(old: &str, new: &str) -> Compared {
        let articles = Pair::new(old, new).map(|text| Arc::new(Article::of_text("a", text)));
        let masks = Pair::from_fn(|_| Arc::new(Mask::default()));
        let witnesses = Pair::from_fn(|side| Witness { article: &articles[side], mask: &masks[side] });
        let collation = collate_in_order(witnesses, Exactness::default(), &Cancel::default()).expect("not called off");
        Compared::of(articles, masks, collation)
    }

    #[test]
    fn all_taken_back_one_by_one_makes_the_old_text() {
        for (old, new) in [(OLD, NEW), (NEW, OLD), ("", NEW), (OLD, "One line.\n")] {
            let mut text = new.to_owned();
            for _ in 0..40 {
                let now = compared(old, &text);
                let Some(change) = now.changes.first() else { break };
                let next = taken(&now, *change, TakeFrom::Left);
                assert_ne!(next, text, "{change}");
                text = next;
            }
            assert_eq!(text.trim(), old.trim());
        }
    }

    #[test]
    fn what_is_not_taken_stays_byte_for_byte() {
        let now = compared(OLD, NEW);
        for change in &now.changes {
            let text = taken(&now, *change, TakeFrom::Left);
            let kept = "\n\n- Bring a needle.\n- Bring ";
            assert!(text.contains(kept) && text.starts_with("# Kites\n\n"), "{text}");
        }
    }

    #[test]
    fn both_stand_one_behind_the_other_and_lines_end_as_before() {
        let (old, new) = ("One here.\n\nTwo old words here.\n", "One here.\r\n\r\nTwo new words here.\r\n");
        let now = compared(old, new);
        let change = now.changes[0];
        assert_eq!(taken(&now, change, TakeFrom::Left), "One here.\r\n\r\nTwo old words here.\r\n");
        assert_eq!(
            taken(&now, change, TakeFrom::Both),
            "One here.\r\n\r\nTwo old words here.\r\n\r\nTwo new words here.\r\n"
        );
    }
}
