//! Writes a merged text: each paragraph as in the version it comes from, re-wrapped only if it comes from both.

use super::blanks::Blanks;
use super::merged::{MergePart, Merged};
use super::part_break::PartBreak;
use super::text::{MergeText, Trio, Which, line_of, settled};
use super::woven::{Woven, WovenUnit};
use super::wrapping::{hanging, rewraps, widest, width, wrapped};
use crate::text::gap;

/// Prints what was woven.
pub fn printed(texts: &Trio<MergeText<'_>>, woven: &[Woven]) -> Merged {
    let base = width(&texts.base);
    // A slightly different width means nothing if the kept paragraphs are wrapped as before.
    let of = |text: &MergeText<'_>| if rewraps(&texts.base, text) == Some(false) { base } else { width(text) };
    let widths = Trio { base, ours: of(&texts.ours), theirs: of(&texts.theirs) };
    let width = settled(&widths.base, widths.ours, widths.theirs);
    let mut press =
        Press { texts, widths, width, merged: Merged::default(), text: String::new(), last: None, number: None };
    let mut at = 0;
    while let Some(next) = woven.get(at) {
        match next {
            Woven::Conflict(of) => {
                press.conflict(of);
                at += 1;
            }
            Woven::Unit(_) => {
                let units = woven[at..].iter().enumerate().map_while(|(nth, next)| match next {
                    Woven::Unit(unit) if nth == 0 || !unit.opens() => Some(unit),
                    _ => None,
                });
                let units: Vec<&WovenUnit> = units.collect();
                at += units.len();
                press.paragraph(&units);
            }
        }
    }
    press.end(woven.last())
}

/// What was printed last.
#[derive(Clone, Debug)]
enum Pressed {
    Unit(WovenUnit),
    Conflict,
}

struct Press<'a> {
    texts: &'a Trio<MergeText<'a>>,
    widths: Trio<Option<usize>>,
    width: Option<usize>,
    merged: Merged,
    text: String,
    last: Option<Pressed>,
    /// The number of the item printed last, if it was one.
    number: Option<u32>,
}

impl Press<'_> {
    fn paragraph(&mut self, units: &[&WovenUnit]) {
        let (Some(first), Some(last)) = (units.first(), units.last()) else { return };
        let blank = self.before(first);
        self.text.push_str(&blank);
        let number = self.item_number(first);
        let said = match self.version(units) {
            Some((which, from, to)) => self.as_it_stands(which, from, to, number.as_deref()),
            None => self.put_together(units, number.as_deref()),
        };
        self.text.push_str(&said);
        self.last = Some(Pressed::Unit((*last).clone()));
    }

    fn conflict(&mut self, of: &Trio<Vec<WovenUnit>>) {
        let first = [&of.ours, &of.base, &of.theirs].into_iter().find_map(|units| units.first());
        let opens = [&of.ours, &of.base, &of.theirs].iter().any(|units| units.first().is_some_and(WovenUnit::opens));
        let blank = match (&self.last, first) {
            (None, _) => String::new(),
            (Some(Pressed::Conflict), _) => if opens { "\n" } else { "" }.to_owned(),
            (Some(Pressed::Unit(_)), Some(first)) if opens => {
                let blank = self.before(&WovenUnit { part: first.part.max(PartBreak::Line), ..first.clone() });
                blank[..blank.rfind('\n').map_or(0, |at| at + 1)].to_owned()
            }
            (Some(Pressed::Unit(_)), _) => "\n".to_owned(),
        };
        self.text.push_str(&blank);
        let text = std::mem::take(&mut self.text);
        if !text.is_empty() {
            self.merged.parts.push(MergePart::Text(text));
        }
        let each = |units: &[WovenUnit]| {
            let mut out = String::new();
            for (at, unit) in units.iter().enumerate() {
                let Some((which, place)) = unit.source() else { continue };
                let text = self.texts.of(which);
                let Some(own) = text.units.get(place) else { continue };
                if at > 0 {
                    let blank = text.blank(place);
                    let plain = if unit.opens() && !blank.contains('\n') { "\n\n" } else { blank };
                    out.push_str(plain);
                }
                out.push_str(unit.merged.as_deref().unwrap_or(own.span.of(text.text)));
            }
            out
        };
        let parts = Trio { base: each(&of.base), ours: each(&of.ours), theirs: each(&of.theirs) };
        self.merged.parts.push(MergePart::Conflict(parts));
        self.last = Some(Pressed::Conflict);
        self.number = None;
    }

    fn end(mut self, last: Option<&Woven>) -> Merged {
        let tail = |which: Which| {
            let text = self.texts.of(which);
            text.blank(text.units.len()).to_owned()
        };
        match last {
            Some(Woven::Conflict(_)) => {}
            _ => self.text.push_str(&settled(&tail(Which::Base), tail(Which::Ours), tail(Which::Theirs))),
        }
        if !self.text.is_empty() {
            self.merged.parts.push(MergePart::Text(std::mem::take(&mut self.text)));
        }
        self.merged
    }

    /// Returns the white space before a unit.
    fn before(&self, unit: &WovenUnit) -> String {
        let blanks = Blanks { texts: self.texts };
        let last = match &self.last {
            None => return blanks.at_the_start(unit),
            Some(Pressed::Conflict) if !unit.opens() => return String::new(),
            Some(Pressed::Conflict) => None,
            Some(Pressed::Unit(last)) => Some(last),
        };
        let blank = blanks.between(last, unit);
        match last {
            Some(_) => blank,
            None => blank[blank.find('\n').map_or(0, |at| at + 1)..].to_owned(),
        }
    }

    /// Returns the number of a list item, counting on if both versions do.
    fn item_number(&mut self, unit: &WovenUnit) -> Option<String> {
        let of = |which: Which| {
            let at = (*unit.at.of(which))?;
            let text = self.texts.of(which);
            let own = text.units.get(at)?;
            own.number.map(|number| (number.of(text.text).to_owned(), own.counts))
        };
        let told = match (of(Which::Base), of(Which::Ours), of(Which::Theirs)) {
            (Some(base), Some(ours), Some(theirs)) => {
                Some((settled(&base.0, ours.0, theirs.0), settled(&base.1, ours.1, theirs.1)))
            }
            (_, ours, theirs) => ours.or(theirs),
        };
        let follows = |counts: bool| counts || (unit.part == PartBreak::Line && self.began_a_list(unit));
        let told = told.map(|(number, counts)| match self.number.filter(|_| unit.opens() && follows(counts)) {
            Some(before) => (before + 1).to_string(),
            None => number,
        });
        self.number = told.as_ref().and_then(|number| number.parse().ok());
        told
    }

    /// Whether an item was the first of its list in each version it comes from, and does not restart the numbers.
    fn began_a_list(&self, unit: &WovenUnit) -> bool {
        let first = |which: Which| {
            let units = &self.texts.of(which).units;
            let before = units.get(..(*unit.at.of(which))?)?.iter().rfind(|unit| unit.opens);
            Some(before.is_none_or(|before| before.number.is_none()))
        };
        [Which::Ours, Which::Theirs].into_iter().filter_map(first).all(|first| first)
    }

    /// Returns the version that has a paragraph exactly so, and where.
    fn version(&self, units: &[&WovenUnit]) -> Option<(Which, usize, usize)> {
        let (first, last) = (units.first()?, units.last()?);
        let stands = |which: Which| {
            let (from, to) = ((*first.at.of(which))?, (*last.at.of(which))?);
            let text = self.texts.of(which);
            let follows = units.iter().enumerate().all(|(nth, unit)| {
                let at = *unit.at.of(which);
                let joined = nth == 0 || text.units.get(from + nth).is_some_and(|own| !own.opens);
                unit.merged.is_none() && at == Some(from + nth) && joined
            });
            (follows && to + 1 == from + units.len()).then_some((which, from, to))
        };
        let (ours, theirs) = (stands(Which::Ours), stands(Which::Theirs));
        let said = |(which, from, to): (Which, usize, usize)| self.texts.of(which).stretch(from, to);
        let both = ours.zip(theirs).zip(stands(Which::Base));
        match both {
            Some(((ours, theirs), base)) if said(ours) == said(base) => Some(theirs),
            Some(((ours, _), _)) => Some(ours),
            None => ours.or(theirs).filter(|(which, ..)| !self.is_wrapped_anew(*which, units)),
        }
    }

    /// Whether the version that lacks these words re-wrapped its lines.
    fn is_wrapped_anew(&self, which: Which, units: &[&WovenUnit]) -> bool {
        let other = which.other();
        let literal = |which: Which, unit: &WovenUnit| {
            let text = self.texts.of(which);
            (*unit.at.of(which)).map(|at| text.stretch(at, at))
        };
        let differs = |unit: &&&WovenUnit| {
            let base = literal(Which::Base, unit);
            let there = literal(other, unit);
            base.is_some() && there.is_some() && there != base && there != literal(which, unit)
        };
        units.iter().any(|unit| differs(&unit)) || self.width != *self.widths.of(which)
    }

    fn as_it_stands(&self, which: Which, from: usize, to: usize, number: Option<&str>) -> String {
        let text = self.texts.of(which);
        let said = text.stretch(from, to);
        let own = text.units.get(from).and_then(|unit| unit.number);
        match (number, own) {
            (Some(number), Some(own)) => {
                let digits = own.start() - text.units[from].span.start();
                format!("{}{number}{}", &said[..digits], &said[digits + own.len()..])
            }
            _ => said.to_owned(),
        }
    }

    /// Assembles a paragraph that no version has, and wraps it if its lines are wrapped.
    fn put_together(&self, units: &[&WovenUnit], number: Option<&str>) -> String {
        let mut said = String::new();
        let mut around: Vec<&str> = Vec::new();
        for (nth, unit) in units.iter().enumerate() {
            let Some((which, at)) = unit.source() else { continue };
            let text = self.texts.of(which);
            let Some(own) = text.units.get(at) else { continue };
            let line = unit.merged.clone().unwrap_or_else(|| line_of(text.text, own));
            if nth > 0 {
                said.push_str(gap(said.chars().next_back(), line.chars().next()));
            }
            if let Some(digits) = own.number {
                said.push_str(number.filter(|_| nth == 0).unwrap_or_else(|| digits.of(text.text)));
            }
            said.push_str(&line);
            around.push(text.paragraph(at));
        }
        let lines = around.iter().filter_map(|said| widest(said)).max();
        if said.starts_with(['#', '|']) {
            return said;
        }
        let Some(width) = self.width.or(lines) else { return said };
        let hanging = around.iter().find_map(|said| hanging(said)).unwrap_or_default();
        let line = self.text.rfind('\n').map_or(self.text.as_str(), |at| &self.text[at + 1..]);
        wrapped(&said, width, line.chars().count(), hanging)
    }
}
