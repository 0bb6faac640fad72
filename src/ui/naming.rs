//! Names where there is little room: cut in the middle, so that what tells one from the others is seen.

use super::ink::{measure, safe};

/// What stands where something is left out.
const LEFT_OUT: &str = "…";
/// The least room in which a name is cut in two places.
const ROOMY: usize = 9;

/// As much of a name as has room, its beginning and its end, and where one of the others differs between these alone, that.
pub(super) fn shortened(name: &str, others: &[&str], room: usize) -> String {
    if measure(name, room) <= room {
        return name.to_owned();
    }
    let this = Glyphs::of(name);
    let head = room / 2;
    let plain = this.at_words(this.head(head), this.tail(room.saturating_sub(head + 1)));
    let hidden = others.iter().filter(|other| **other != name).find_map(|other| {
        let (start, end) = this.differing(&Glyphs::of(other));
        (start >= plain.0 && end <= plain.1).then_some((start, end))
    });
    let Some((start, end)) = hidden.filter(|_| room >= ROOMY) else {
        return this.joined(&[(0, plain.0), (plain.1, this.count())]);
    };
    // A third for what differs, with what stands around it, and what is left for the ends.
    let around = (room / 3).saturating_sub(this.width(start, end)) / 2;
    let (mut from, mut to) = (start, end.max(start + 1));
    while to > from + 1 && this.width(from, to) > room / 3 {
        to -= 1;
    }
    while from > 0 && this.width(from - 1, start) <= around {
        from -= 1;
    }
    while to < this.count() && this.width(end, to + 1) <= around {
        to += 1;
    }
    let ends = room.saturating_sub(2 + this.width(from, to));
    let (first, last) = (this.head(ends / 2), this.tail(ends - ends / 2));
    this.joined(&[(0, first.min(from)), (from, to), (last.max(to), this.count())])
}

/// The glyphs of a name with their widths.
struct Glyphs(Vec<(String, usize)>);

impl Glyphs {
    fn of(name: &str) -> Self {
        Self(safe(name).map(|glyph| (glyph.symbol.to_string(), glyph.width)).collect())
    }

    fn count(&self) -> usize {
        self.0.len()
    }

    fn width(&self, from: usize, to: usize) -> usize {
        self.0.get(from..to).unwrap_or_default().iter().map(|(_, width)| width).sum()
    }

    /// How many glyphs from the front have room.
    fn head(&self, room: usize) -> usize {
        fitting(self.0.iter(), room)
    }

    /// The first of the glyphs at the end that have room.
    fn tail(&self, room: usize) -> usize {
        self.count() - fitting(self.0.iter().rev(), room)
    }

    /// Moves the ends of a beginning and an end to where words end and begin, if that leaves half of each.
    fn at_words(&self, head: usize, tail: usize) -> (usize, usize) {
        let parts = |at: &usize| self.0.get(*at).is_some_and(|(symbol, _)| !symbol.contains(char::is_alphanumeric));
        let first = (head / 2..=head).rev().find(parts).filter(|at| *at > 0).unwrap_or(head);
        let last = tail + (self.count() - tail) / 2;
        (first, (tail.saturating_sub(1)..last).find(parts).map_or(tail, |at| at + 1))
    }

    /// The stretch in which it differs from another name.
    fn differing(&self, other: &Self) -> (usize, usize) {
        let start = self.0.iter().zip(&other.0).take_while(|(a, b)| a == b).count();
        let most = self.count().min(other.count()) - start;
        let same = self.0.iter().rev().zip(other.0.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
        (start, self.count() - same)
    }

    /// Puts stretches together, with an ellipsis for what stands between them.
    fn joined(&self, stretches: &[(usize, usize)]) -> String {
        let mut said = String::new();
        let mut at = 0;
        for (from, to) in stretches.iter().copied().filter(|(from, to)| from < to) {
            said.push_str(if from > at { LEFT_OUT } else { "" });
            said.extend(self.0[from..to].iter().map(|(symbol, _)| symbol.as_str()));
            at = to;
        }
        said.push_str(if at < self.count() { LEFT_OUT } else { "" });
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
