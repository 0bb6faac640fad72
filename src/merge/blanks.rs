//! The white space between the units of a merged text.

use super::part_break::PartBreak;
use super::text::{MergeText, Trio, Which, settled};
use super::woven::WovenUnit;

/// Finds white space in the three texts.
pub struct Blanks<'a> {
    /// The texts.
    pub texts: &'a Trio<MergeText<'a>>,
}

impl Blanks<'_> {
    /// Returns the white space before the first unit of the merged text.
    pub fn at_the_start(&self, unit: &WovenUnit) -> String {
        let first = |which: Which| (*unit.at.of(which) == Some(0)).then(|| self.texts.of(which).blank(0).to_owned());
        match (first(Which::Base), first(Which::Ours), first(Which::Theirs)) {
            (Some(base), Some(ours), Some(theirs)) => settled(&base, ours, theirs),
            (_, ours, theirs) => ours.or(theirs).unwrap_or_default(),
        }
    }

    /// Returns the white space between two units: as in a text where they are neighbours, else as before the second one.
    pub fn between(&self, last: Option<&WovenUnit>, unit: &WovenUnit) -> String {
        if !unit.opens() {
            return "\n".to_owned();
        }
        let parts = |blank: &&str| blank.contains('\n');
        let blank = |which: Which| {
            let at = (*unit.at.of(which))?;
            let text = self.texts.of(which);
            let opens = at > 0 && text.units.get(at).is_some_and(|own| own.opens);
            Some(text.blank(at)).filter(|blank| opens && parts(blank)).map(str::to_owned)
        };
        let beside = |which: Which| {
            let before = last.and_then(|last| *last.at.of(which));
            let follows = before.is_some_and(|before| *unit.at.of(which) == Some(before + 1));
            if follows { blank(which) } else { None }
        };
        let found = match (beside(Which::Base), beside(Which::Ours), beside(Which::Theirs)) {
            (Some(base), Some(ours), Some(theirs)) => Some(settled(&base, ours, theirs)),
            (_, ours, theirs) => ours.or(theirs),
        }
        .or_else(|| blank(Which::Ours))
        .or_else(|| blank(Which::Theirs))
        .or_else(|| self.behind(last?))
        .unwrap_or_else(|| self.usual());
        fitting(found, unit.part)
    }

    /// Returns the white space after the end of a paragraph.
    fn behind(&self, last: &WovenUnit) -> Option<String> {
        let blank = |which: Which| {
            let next = (*last.at.of(which))? + 1;
            let text = self.texts.of(which);
            text.units.get(next).filter(|unit| unit.opens).map(|_| text.blank(next).to_owned())
        };
        let found = blank(Which::Ours).or_else(|| blank(Which::Theirs)).or_else(|| blank(Which::Base));
        found.filter(|blank| blank.contains('\n'))
    }

    /// Returns what is between two paragraphs of our version, for places where no text tells what should be.
    fn usual(&self) -> String {
        let ours = &self.texts.ours;
        let blanks = (1..ours.units.len()).filter(|at| ours.units[*at].opens).map(|at| ours.blank(at));
        let (lines, spaced) = blanks.fold((0_usize, 0_usize), |(lines, spaced), blank| {
            let empty = blank.matches('\n').count() > 1;
            (lines + usize::from(!empty), spaced + usize::from(empty))
        });
        if lines > spaced { "\n" } else { "\n\n" }.to_owned()
    }
}

/// Adds an empty line to white space, or removes it, as needed.
fn fitting(blank: String, part: PartBreak) -> String {
    let end = if blank.contains("\r\n") { "\r\n" } else { "\n" };
    let (first, last) = (blank.find('\n'), blank.rfind('\n'));
    match (part, first.zip(last)) {
        (PartBreak::Blank, Some((first, last))) if first == last => {
            format!("{}{end}{}", &blank[..=first], &blank[last + 1..])
        }
        (PartBreak::Line, Some((first, last))) if first < last => format!("{}{}", &blank[..=first], &blank[last + 1..]),
        _ => blank,
    }
}
