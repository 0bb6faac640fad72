//! Two consecutive lines: what connects them and what separates them.

use super::clues::Clues;
use super::ends::{Ending, Opening};
use super::signs::Open;

/// How much more likely it is that prose was wrapped this way than that the lines were written separately, in tenths of a bit.
pub type Evidence = i32;

/// A line that ends with a longer word after which nothing ends (benches/constants.md).
const BINDING: Evidence = 30;
/// A line of this many cells that begins with a capital and goes on with a small letter on the next one, and what it counts
/// (benches/constants.md).
const WIDE: usize = 45;
const RUNS: Evidence = 20;

/// Two lines of which the second may continue the first.
#[derive(Clone, Copy, Debug)]
pub struct Joint<'a> {
    /// The first line.
    pub line: &'a Clues,
    /// The second line.
    pub next: &'a Clues,
}

/// Returns the pairs of consecutive lines.
pub fn joints(lines: &[Clues]) -> impl Iterator<Item = Joint<'_>> {
    lines.iter().zip(lines.iter().skip(1)).map(|(line, next)| Joint { line, next })
}

impl Joint<'_> {
    /// Returns how wide the line would be with the next word. There may have been two spaces after a sentence.
    pub fn reach(self) -> usize {
        self.line.edge + 1 + usize::from(self.line.ending == Ending::Stop) + self.next.first
    }

    /// Whether the line with the next word would be wider than `width`.
    pub fn reaches(self, width: usize) -> bool {
        self.reach() > width
    }

    /// Whether the next line continues in mid-sentence.
    pub fn runs_on(self) -> bool {
        self.line.ending != Ending::Stop && self.next.opening == Opening::Small
    }

    /// Whether one image follows another, like the badges of a project.
    fn shows_pictures(self) -> bool {
        self.next.signs.picture && (self.line.signs.picture || self.line.signs.closes)
    }

    /// Weighs what connects or separates the two lines.
    pub fn tie(self) -> Evidence {
        let Joint { line, next } = self;
        let ending = match line.ending {
            Ending::Stop => 0,
            Ending::Small => 18,
            Ending::Binding => BINDING,
            Ending::Colon => 15,
            Ending::Hyphen => 30,
            Ending::Comma | Ending::Open => -4,
        };
        let runs = if self.runs_on() && line.opening != Opening::Small && line.edge >= WIDE { RUNS } else { 0 };
        let inner = if line.signs.inner && line.ending != Ending::Stop { 30 } else { 0 };
        let brackets = match line.signs.open {
            _ if line.signs.code || next.signs.code => 0,
            Open::Link if next.signs.closes => 100,
            Open::Link => 50,
            Open::Bracket => 30,
            Open::None if next.signs.closes => 30,
            Open::None => 0,
        };
        let pictures = if self.shows_pictures() { 60 } else { 0 };
        let fields = if line.field && next.field { -60 } else { 0 };
        let columns = match (line.signs.column, next.signs.column) {
            (Some(one), Some(other)) if one.0 == other.0 || one.1 == other.1 => -100,
            (None, None) => 0,
            _ => -10,
        };
        ending + runs + inner + brackets + pictures + fields + columns
    }

    /// Weighs whether the two lines look alike, as in a list or a program.
    pub fn likeness(self) -> Evidence {
        let Joint { line, next } = self;
        let code = match (line.signs.code, next.signs.code) {
            (true, true) => -80,
            (false, false) => 0,
            _ => -40,
        };
        let goes_on = self.shows_pictures()
            || line.signs.inner
            || matches!(line.ending, Ending::Comma | Ending::Small | Ending::Binding);
        let begun = match line.mark() {
            _ if goes_on => 0,
            Some(mark) if next.mark() == Some(mark) => -45,
            _ if !line.breakable && !next.breakable && next.edge < 3 * line.edge => -45,
            _ if line.head == next.head => -15,
            _ => 0,
        };
        code + begun
    }
}
