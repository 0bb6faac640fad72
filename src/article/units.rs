//! Units: the lines of a block that may be one paragraph, by their marks and where they stand.

use std::ops::Range;

use super::clues::{Broken, Clues, Ending, Opening, clues};
use super::lines::Line;
use super::marks::{Bullet, Kind, kinds};

/// Lines that may be one paragraph or several; nothing but how they are filled tells.
#[derive(Clone, Debug)]
pub struct Unit {
    /// The lines, as indexes into [`Units::clues`].
    pub lines: Range<usize>,
    /// Whether it is indented as code is.
    pub code: bool,
}

/// The units of a text.
#[derive(Debug, Default)]
pub struct Units {
    /// Of each line what tells whether the next one goes on with it.
    pub clues: Vec<Clues>,
    /// In order.
    pub units: Vec<Unit>,
}

/// Lines among which another item of the same list is looked for.
const SIBLINGS: usize = 40;
/// Cells by which code is indented more than what stands around it.
const CODE: usize = 4;

/// Finds the units of a text.
pub fn units(text: &str, lines: &[Line]) -> Units {
    let kinds = kinds(text, lines);
    let mut found = Units { clues: Vec::with_capacity(lines.len()), units: Vec::new() };
    let mut list = None;
    let mut at = 0;
    while at < lines.len() {
        let more = lines[at + 1..].iter().position(|line| line.begins);
        let end = more.map_or(lines.len(), |more| at + 1 + more);
        found.add(text, lines[at..end].iter().zip(kinds[at..end].iter().copied()), &mut list);
        at = end;
    }
    found
}

impl Units {
    /// Adds the units of a block. `list` is where the text of the last item begins, as long as the list goes on.
    fn add<'a>(&mut self, text: &str, block: impl Iterator<Item = (&'a Line, Kind)>, list: &mut Option<usize>) {
        let start = self.clues.len();
        self.clues.extend(block.map(|line| clues(text, line)));
        let end = self.clues.len();
        let mut first = start;
        for at in start..end {
            let line = self.clues[at];
            let goes_on = at > first && !self.is_item(start..end, at, first) && may_go_on(&self.clues[first..at], &line, self.clues.get(at + 1));
            if goes_on {
                continue;
            }
            self.close(first..at, *list);
            first = at;
            match line.kind {
                Kind::Item(_) => *list = Some(line.indent + line.first + 1),
                _ if line.indent == 0 && line.kind == Kind::Text => *list = None,
                _ => {}
            }
        }
        self.close(first..end, *list);
    }

    /// Tells whether a line of a block surely begins an item: it goes on with a list, or begins one of several with the same mark. A
    /// number in brackets may have come there by wrapping, where the line before is full.
    fn is_item(&self, block: Range<usize>, at: usize, first: usize) -> bool {
        let (line, before) = (&self.clues[at], &self.clues[at - 1]);
        let announced = matches!(before.ending, Ending::Stop | Ending::Colon);
        let deeper = line.indent > self.clues[first].indent + 1;
        let again = || self.clues[at + 1..block.end].iter().take(SIBLINGS).any(|it| it.kind == line.kind && it.indent == line.indent);
        match line.kind {
            Kind::Item(Bullet::Dot) => true,
            Kind::Item(_) if self.clues[first].kind == line.kind => true,
            Kind::Item(Bullet::Number(style)) if style.opened => deeper || (announced && again()),
            Kind::Item(_) => deeper || announced || again(),
            _ => false,
        }
    }

    fn close(&mut self, lines: Range<usize>, list: Option<usize>) {
        let Some(first) = self.clues.get(lines.start).filter(|_| !lines.is_empty()) else { return };
        let around = if matches!(first.kind, Kind::Item(_)) { first.indent } else { list.unwrap_or(0) };
        self.units.push(Unit { lines, code: first.indent >= around + CODE });
    }
}

/// Tells whether a line may go on with a unit, by its mark and where it stands.
fn may_go_on(unit: &[Clues], line: &Clues, after: Option<&Clues>) -> bool {
    let (Some(first), Some(before)) = (unit.first(), unit.last()) else { return false };
    if first.kind == Kind::Alone || line.kind == Kind::Alone || first.depth != line.depth || before.broken == Broken::Surely {
        return false;
    }
    let label = unit.len() == 1 && first.field && first.ending == Ending::Colon && line.indent > first.indent;
    if first.field && (line.field || label) {
        return false;
    }
    let item = matches!(first.kind, Kind::Item(_));
    let runs_on = before.ending != Ending::Stop && line.opening == Opening::Small;
    let (deeper, back) = (line.indent > before.indent + 1, line.indent + 1 < before.indent);
    if item && unit.len() == 1 {
        return true;
    }
    if deeper {
        let hangs = unit.len() == 1 && after.is_none_or(|after| after.indent.abs_diff(line.indent) <= 1);
        return runs_on || (hangs && before.ending != Ending::Stop);
    }
    !back || runs_on || unit.len() == 1
}
