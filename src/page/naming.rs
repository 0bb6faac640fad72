//! Shortens names in the middle so that they stay distinct.

use super::glyph::glyphs;
use crate::article::Article;
use crate::text::{Pair, Span, sign};

/// Marks where something is left out.
const LEFT_OUT: &str = "…";
/// The columns of an ellipsis with spaces around it (defined).
const SPACED: usize = 3;
/// The bytes that are looked at for each cell of a long text: more than a letter with its marks has (chosen).
const BYTES: usize = 16;
/// The least room in which a name is cut in two places (chosen).
const ROOMY: usize = 9;
/// The most other names from which a name is kept distinct: as many as a tall screen shows (chosen).
const OTHERS: usize = 128;

/// The most columns of an article's name in a message or a row (chosen: with 80 columns, that leaves room for a few words).
const SPOKEN: usize = 32;

/// git's name for the missing side of an added or deleted file.
pub const NO_FILE: &str = "/dev/null";

/// Returns the names of two versions in one line; if one side has no file, the name of the other and what that means.
pub fn both_names(names: Pair<&str>) -> String {
    match names {
        Pair { left: NO_FILE, right } if right != NO_FILE => format!("{right} (new file)"),
        Pair { left, right: NO_FILE } if left != NO_FILE => format!("{left} (removed file)"),
        Pair { left, right } => format!("{left}{}{right}", sign(" → ")),
    }
}

/// Returns an article's title or name for messages and rows, as in the header of a wide pane.
pub fn spoken(article: &Article) -> String {
    shortened(article.called(), &[], SPOKEN)
}

/// Shortens a name to `room` cells: it keeps the beginning and the end, and what differs from other names between these.
pub fn shortened(name: &str, others: &[&str], room: usize) -> String {
    let ends = ends(name, room).filter(|_| others.is_empty()).map(|ends| Glyphs::of(&ends));
    let this = ends.filter(|ends| ends.width(0, ends.count()) > room).unwrap_or_else(|| Glyphs::of(name));
    if this.width(0, this.count()) <= room {
        return name.to_owned();
    }
    let others: Vec<Glyphs> =
        others.iter().filter(|other| **other != name).take(OTHERS).map(|other| Glyphs::of(other)).collect();
    let alike = |kept: &[ShownGlyphs]| others.iter().filter(|other| this.may_be(kept, other)).count();
    let head = room / 2;
    let ends = (this.head(head), this.tail(room.saturating_sub(head + 1)));
    let words = this.at_words(ends.0, ends.1);
    let whole = |(head, tail): (usize, usize)| vec![(0, head), (tail, this.count())];
    let mut best = whole(words);
    let mut fewest = alike(&best);
    if fewest == 0 {
        return this.joined(&best, room);
    }
    let hidden = others.iter().filter(|other| room >= ROOMY && this.may_be(&best, other));
    let apart: Vec<Vec<ShownGlyphs>> =
        hidden.map(|other| this.differing(other)).map(|it| this.around(it.0, it.1, room)).collect();
    // If no choice is distinct, it shows what differs from the first name, with what is around that.
    let (first, fallback) = (fewest, apart.first().cloned());
    let end_alone = vec![(this.tail(room.saturating_sub(1)), this.count())];
    for kept in std::iter::once(whole(ends)).chain(apart).chain([end_alone]) {
        let count = alike(&kept);
        if count < fewest {
            (best, fewest) = (kept, count);
        }
    }
    if fewest == first {
        best = fallback.unwrap_or(best);
    }
    this.joined(&best, room)
}

/// The ends of a text so long that nothing else of it could be shown, if it is.
fn ends(text: &str, room: usize) -> Option<String> {
    let each = room.saturating_mul(BYTES);
    let behind = text.len().checked_sub(each).filter(|behind| *behind > each)?;
    let head = (0..=each).rev().find_map(|at| text.get(..at))?;
    let tail = (behind..=text.len()).find_map(|at| text.get(at..))?;
    Some(format!("{head}{tail}"))
}

/// Glyphs of a name that are shown, from one to before another.
type ShownGlyphs = (usize, usize);

/// The glyphs of a name with their widths.
struct Glyphs(Vec<(String, usize)>);

impl Glyphs {
    fn of(name: &str) -> Self {
        Self(glyphs(name, Span::new(0, name.len())).map(|glyph| (glyph.symbol.to_string(), glyph.width)).collect())
    }

    fn count(&self) -> usize {
        self.0.len()
    }

    fn width(&self, from: usize, to: usize) -> usize {
        self.0.get(from..to).unwrap_or_default().iter().map(|(_, width)| width).sum()
    }

    /// Counts the glyphs from the front that fit.
    fn head(&self, room: usize) -> usize {
        fitting(self.0.iter(), room)
    }

    /// Returns the first of the glyphs at the end that fit.
    fn tail(&self, room: usize) -> usize {
        self.count() - fitting(self.0.iter().rev(), room)
    }

    /// Moves the cuts to the ends of words, if that keeps half of each part.
    fn at_words(&self, head: usize, tail: usize) -> (usize, usize) {
        let parts = |at: &usize| self.0.get(*at).is_some_and(|(symbol, _)| !symbol.contains(char::is_alphanumeric));
        let first = (head / 2..=head).rev().find(parts).filter(|at| *at > 0).unwrap_or(head);
        let last = tail + (self.count() - tail) / 2;
        (first, (tail.saturating_sub(1)..last).find(parts).map_or(tail, |at| at + 1))
    }

    /// Returns the part in which it differs from another name.
    fn differing(&self, other: &Self) -> ShownGlyphs {
        let start = self.0.iter().zip(&other.0).take_while(|(a, b)| a == b).count();
        let most = self.count().min(other.count()) - start;
        let same = self.0.iter().rev().zip(other.0.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
        (start, self.count() - same)
    }

    /// Keeps a part with what is around it, and as much of both ends as fits.
    fn around(&self, start: usize, end: usize, room: usize) -> Vec<ShownGlyphs> {
        let around = (room / 3).saturating_sub(self.width(start, end)) / 2;
        let (mut from, mut to) = (start, end.max(start + 1).min(self.count()));
        while to > from + 1 && self.width(from, to) > room / 3 {
            to -= 1;
        }
        while from > 0 && self.width(from - 1, start) <= around {
            from -= 1;
        }
        while to < self.count() && self.width(end, to + 1) <= around {
            to += 1;
        }
        let ends = room.saturating_sub(2 + self.width(from, to));
        let (first, last) = (self.head(ends / 2), self.tail(ends - ends / 2));
        vec![(0, first.min(from)), (from, to), (last.max(to), self.count())]
    }

    /// Whether another name could be shortened to the same: it begins and ends so, with the same text between.
    fn may_be(&self, kept: &[ShownGlyphs], other: &Self) -> bool {
        let shown = |&(from, to): &ShownGlyphs| self.0.get(from..to).unwrap_or_default();
        let mut from = 0;
        for stretch in kept.iter().filter(|(from, to)| from < to) {
            let part = shown(stretch);
            let rest = other.0.get(from..).unwrap_or_default();
            let found = match (stretch.0 == 0, stretch.1 == self.count()) {
                (true, _) => rest.starts_with(part).then_some(0),
                (_, true) => rest.ends_with(part).then(|| rest.len() - part.len()),
                _ => rest.windows(part.len()).position(|window| window == part),
            };
            let Some(found) = found else { return false };
            from += found + part.len();
        }
        true
    }

    /// Joins the parts, with an ellipsis between them; between whole words it has spaces around it, if there is room.
    fn joined(&self, stretches: &[ShownGlyphs], room: usize) -> String {
        let is_space = |at: Option<usize>| at.and_then(|at| self.0.get(at)).is_some_and(|(symbol, _)| symbol == " ");
        let mut left_out = sign(LEFT_OUT);
        if let [(_, head), (tail, _)] = *stretches
            && is_space(Some(head))
            && is_space(tail.checked_sub(1))
            && self.width(0, head) + SPACED + self.width(tail, self.count()) <= room
        {
            left_out = format!(" {left_out} ").into();
        }
        let mut said = String::new();
        let mut at = 0;
        for (from, to) in stretches.iter().copied().filter(|(from, to)| from < to) {
            said.push_str(if from > at { &left_out } else { "" });
            said.extend(self.0[from..to].iter().map(|(symbol, _)| symbol.as_str()));
            at = to;
        }
        said.push_str(if at < self.count() { &left_out } else { "" });
        said
    }
}

fn fitting<'g>(glyphs: impl Iterator<Item = &'g (String, usize)>, room: usize) -> usize {
    let mut used = 0;
    let fits = |(_, width): &&(String, usize)| {
        used += width;
        used <= room
    };
    glyphs.take_while(fits).count()
}
