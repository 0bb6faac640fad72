//! Units: lines of a block that may be one paragraph, judging by their marks and their place.

use std::ops::Range;

use super::clues::Clues;
use super::ends::{Ending, Opening};
use super::lines::Line;
use super::marks::{Bullet, Kind, kinds};
use crate::text::Span;

/// Lines that may be one paragraph or several.
#[derive(Clone, Debug)]
pub enum Unit {
    /// A line by itself.
    Line(Span),
    /// Lines that are decided by their text and width.
    Lines {
        /// The lines, as indexes into [`Units::clues`].
        lines: Range<usize>,
        /// Whether they are indented like code.
        indented: bool,
    },
}

/// The units of a text.
#[derive(Debug, Default)]
pub struct Units {
    /// The lines of the units that have several.
    pub clues: Vec<Clues>,
    /// In order.
    pub units: Vec<Unit>,
    /// The column where the text of the last item begins, while its list continues.
    list: Option<usize>,
}

/// The extra indent of code, in cells (benches/constants.md).
const CODE: usize = 4;
/// How many lines are searched for another item of the same list (a limit).
const SIBLINGS: usize = 40;

/// Fewer lines than this can all end with a sentence by chance (benches/constants.md).
const FEW: usize = 6;

/// Finds the units of a text.
pub fn units(text: &str, lines: &[Line]) -> Units {
    let kinds = kinds(text, lines);
    let mut found = Units::default();
    let mut at = 0;
    while at < lines.len() {
        let more = lines[at + 1..].iter().position(|line| line.begins);
        let end = more.map_or(lines.len(), |more| at + 1 + more);
        let clues = |at: usize| Clues::of(text, &lines[at], kinds[at]);
        match kinds[at] {
            Kind::Item(_) => found.add(text, (at..end).map(clues).collect()),
            _ if end > at + 1 => found.add(text, (at..end).map(clues).collect()),
            kind => {
                found.list = found.list.filter(|_| kind == Kind::Alone || lines[at].lead > 0);
                found.units.push(Unit::Line(lines[at].span));
            }
        }
        at = end;
    }
    found
}

impl Units {
    /// Adds the units of a block.
    fn add(&mut self, text: &str, block: Vec<Clues>) {
        let mut first = 0;
        for at in 1..=block.len() {
            if at < block.len() && goes_on(&block, first, at) {
                continue;
            }
            self.close(text, &block[first..at]);
            first = at;
        }
    }

    /// Adds a unit.
    fn close(&mut self, text: &str, lines: &[Clues]) {
        let Some(first) = lines.first() else { return };
        let around = if first.is_item() { first.indent } else { self.list.unwrap_or(0) };
        self.list = match first.kind {
            Kind::Item(_) => Some(first.indent + first.first + 1),
            Kind::Text if first.indent == 0 => None,
            _ => self.list,
        };
        if lines.len() == 1 || are_sentences(lines) {
            return self.units.extend(lines.iter().map(|line| Unit::Line(line.span)));
        }
        let start = self.clues.len();
        self.clues.extend_from_slice(lines);
        self.clues[start..].iter_mut().for_each(|line| line.read(text));
        self.units.push(Unit::Lines { lines: start..self.clues.len(), indented: first.indent >= around + CODE });
    }
}

/// Whether nearly all lines are whole sentences or paragraphs. Wrapped prose never is, so they are not examined further.
fn are_sentences(lines: &[Clues]) -> bool {
    let stops = lines.iter().filter(|line| line.ending == Ending::Stop).count();
    lines.len() >= FEW && stops * 4 > lines.len() * 3
}

/// Whether a line can continue the unit that began with `first`, judging by its mark and its place.
fn goes_on(block: &[Clues], first: usize, at: usize) -> bool {
    let (unit, line) = (&block[first..at], &block[at]);
    let (first, before) = (&block[first], &block[at - 1]);
    let alone = first.kind == Kind::Alone || line.kind == Kind::Alone;
    if alone || first.depth != line.depth || before.backslash || is_item(&block[at..], first, before) {
        return false;
    }
    let (deeper, back) = (line.indent > before.indent + 1, line.indent + 1 < before.indent);
    let label = unit.len() == 1 && first.ending == Ending::Colon && line.indent > first.indent;
    if first.field && (line.field || label) {
        return false;
    }
    if first.is_item() && unit.len() == 1 {
        return true;
    }
    let runs_on = before.ending != Ending::Stop && line.opening == Opening::Small;
    if deeper {
        let hangs = unit.len() == 1 && block.get(at + 1).is_none_or(|after| after.indent.abs_diff(line.indent) <= 1);
        return runs_on || (hangs && before.ending != Ending::Stop);
    }
    !back || runs_on || unit.len() == 1
}

/// Whether the first of `lines` certainly begins an item: it continues a list, a line announces it, or another line begins with the same
/// mark. A number in brackets may be there because of wrapping.
fn is_item(lines: &[Clues], first: &Clues, before: &Clues) -> bool {
    let Some((line, after)) = lines.split_first() else { return false };
    let announced = matches!(before.ending, Ending::Stop | Ending::Colon);
    let deeper = line.indent > first.indent + 1;
    let again = || after.iter().take(SIBLINGS).any(|it| it.kind == line.kind && it.indent == line.indent);
    match line.kind {
        Kind::Item(Bullet::Dot) => true,
        Kind::Item(_) if first.kind == line.kind => true,
        Kind::Item(Bullet::Number(style)) if style.opened => deeper || (announced && again()),
        Kind::Item(_) => deeper || announced || again(),
        _ => false,
    }
}
