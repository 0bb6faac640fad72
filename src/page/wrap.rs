//! Wrapping: splits text into rows.

use unicode_linebreak::linebreaks;

use super::cluster::{Cluster, clusters, snapped};
use super::glyph::{Glyph, glyphs, plain_glyphs, width};
use crate::kinds::{Typeset, is_in};
use crate::text::Span;

/// The soft hyphen.
const SOFT_HYPHEN: &str = "\u{ad}";

/// Breaks `within` into rows of at most `measure` cells (at least one), which together cover `within` without losing a byte.
///
/// Rows break where Unicode's line breaking (UAX 14) allows, as late as possible. White space at a break hangs: it belongs to the row that
/// ends there and takes no cells. A word wider than the measure is cut between clusters, and a cluster wider than the measure has a row of its own.
/// Line breaks of the text count as spaces. Takes time linear in the length.
pub fn wrap(text: &str, within: Span, measure: usize) -> Vec<Span> {
    wrap_dressed(text, &Typeset::default(), within, measure)
}

/// The same for a text of which some bytes are not shown: they take no cells, and a row that may begin with what follows them begins with
/// them.
pub fn wrap_dressed(text: &str, typeset: &Typeset, within: Span, measure: usize) -> Vec<Span> {
    let unseen = typeset.unseen.as_slice();
    let within = snapped(text, within);
    let mut breaks = linebreaks(within.of(text)).map(|(at, _)| within.start() + at).peekable();
    let mut setter =
        Setter { measure: measure.max(1), start: within.start(), width: 0, chance: None, rows: Vec::new() };
    let mut before: Option<Cluster<'_>> = None;
    // Where a row may begin with bytes that are not shown.
    let mut early = None;
    for cluster in clusters(text, within) {
        while breaks.next_if(|at| *at < cluster.start).is_some() {}
        let joined = before.filter(|before| before.space == Some("")).map(|before| (before.start, cluster.start));
        let here = breaks.peek() == Some(&cluster.start);
        if is_in(unseen, cluster.start) {
            let begins = unseen.binary_search_by_key(&cluster.start, |span| span.start()).is_ok();
            early = early.or((here && begins).then_some(cluster.start));
            continue;
        }
        let early = early.take();
        if (here || early.is_some())
            && cluster.space.is_none()
            && !joined.is_some_and(|(start, end)| binds(text, start, end))
        {
            setter.offer(
                early.unwrap_or(cluster.start),
                usize::from(before.is_some_and(|before| before.text == SOFT_HYPHEN)),
            );
        }
        setter.width += typeset.pad_at(cluster.start, measure);
        setter.set(cluster);
        before = Some(cluster);
    }
    setter.rows.push(Span::new(setter.start, within.end()));
    setter.rows
}

/// Whether a gap that is not shown may not be broken: a full stop never begins a row.
fn binds(text: &str, start: usize, end: usize) -> bool {
    let (Some(before), Some(after)) = (text[..start].chars().next_back(), text[end..].chars().next()) else {
        return false;
    };
    let pair = String::from_iter([before, after]);
    !linebreaks(&pair).any(|(at, _)| at == before.len_utf8())
}

/// A text and how it is set.
#[derive(Clone, Copy, Debug)]
pub struct TypesetText<'a, 't> {
    /// The text.
    pub text: &'a str,
    /// How it is set.
    pub typeset: &'t Typeset,
}

/// Returns what is shown of `row`, a row of `text` wrapped to `measure`: without hanging white space, and with a hyphen for a soft hyphen
/// at its end. `last` is the last row of the wrapped stretch.
pub fn row_glyphs<'a>(
    of: TypesetText<'a, '_>,
    row: Span,
    last: Span,
    measure: usize,
) -> impl Iterator<Item = Glyph<'a>> + use<'a> {
    let is_bare = of.typeset.pads.is_empty() && of.typeset.unseen.is_empty();
    let plain = of.text.get(row.range()).filter(|_| is_bare).and_then(|text| plain_glyphs(text, row.start()));
    let set = if plain.is_none() { set_glyphs(of, row, last, measure) } else { Vec::new() };
    plain.into_iter().flatten().chain(set)
}

/// Returns what is shown of a row that is not all printable ASCII.
fn set_glyphs<'a>(of: TypesetText<'a, '_>, row: Span, last: Span, measure: usize) -> Vec<Glyph<'a>> {
    let TypesetText { text, typeset } = of;
    let mut shown = Vec::with_capacity(row.len());
    shown.extend(glyphs(text, row));
    let unseen = typeset.unseen.as_slice();
    if !typeset.pads.is_empty() {
        shown = shown.into_iter().flat_map(|glyph| padded(glyph, typeset, measure)).collect();
    }
    if !unseen.is_empty() {
        for glyph in shown.iter_mut().filter(|glyph| is_in(unseen, glyph.span.start())) {
            (glyph.symbol, glyph.width) = ("".into(), 0);
        }
    }
    let ink = shown.iter().rposition(|glyph| !glyph.symbol.trim().is_empty()).map_or(0, |at| at + 1);
    let (set, hanging) = shown.split_at(ink);
    let used = set.iter().map(|glyph| glyph.width).sum::<usize>();
    let hyphen = match hanging {
        [only] if only.span.of(text) == SOFT_HYPHEN && row != last && 0 < used && used < measure => {
            Some(Glyph { span: only.span, symbol: "-".into(), width: 1 })
        }
        _ => None,
    };
    shown.truncate(ink);
    shown.extend(hyphen);
    shown
}

/// A glyph after the spaces that align it, which belong to no byte.
fn padded<'a>(glyph: Glyph<'a>, typeset: &Typeset, measure: usize) -> impl Iterator<Item = Glyph<'a>> + use<'a> {
    let place = Span::new(glyph.span.start(), glyph.span.start());
    let space = Glyph { span: place, symbol: " ".into(), width: 1 };
    std::iter::repeat_n(space, typeset.pad_at(place.start(), measure)).chain([glyph])
}

/// The current row, and the finished ones.
struct Setter {
    measure: usize,
    /// Where the row begins.
    start: usize,
    /// The cells it takes so far, including trailing white space.
    width: usize,
    /// The last place where it may be broken, and its width up to there.
    chance: Option<(usize, usize)>,
    rows: Vec<Span>,
}

impl Setter {
    /// Notes that the row may be broken at `place`, if there is room for `hyphen` more cells.
    fn offer(&mut self, place: usize, hyphen: usize) {
        if self.width > 0 && (hyphen == 0 || self.width + hyphen <= self.measure) {
            self.chance = Some((place, self.width));
        }
    }

    /// Adds a cluster to the row, breaking the row first if there is no room.
    fn set(&mut self, cluster: Cluster<'_>) {
        let cells = width(cluster);
        if cluster.space.is_none() && cells > 0 {
            self.make_room(cluster.start, cells);
        }
        self.width += cells;
    }

    fn make_room(&mut self, place: usize, cells: usize) {
        if self.width + cells <= self.measure {
            return;
        }
        if let Some((at, width)) = self.chance.take() {
            self.end_row(at, width);
        }
        if self.width > 0 && self.width + cells > self.measure {
            self.end_row(place, self.width);
        }
    }

    fn end_row(&mut self, place: usize, width: usize) {
        self.rows.push(Span::new(self.start, place));
        self.start = place;
        self.width -= width;
    }
}
