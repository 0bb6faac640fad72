//! What speaks for it that lines were wrapped, and what against.
//!
//! Evidence is counted in tenths of a bit: how much likelier it is that prose was wrapped so than that somebody wrote each of the lines
//! for itself. Who writes line by line has a style: all lines of a list, a poem or an address begin and end alike. So what the
//! lines have in common counts once, by the style that explains it best; only how full each line is, and what ties two lines together,
//! counts line by line.

use super::clues::{Broken, Clues, Ending, Opening};
use super::marks::Kind;

/// Tenths of a bit.
pub type Evidence = i32;

/// The width to which lines are wrapped.
#[derive(Clone, Copy, Debug)]
pub struct Width {
    /// With its next word each would have been wider than this.
    pub least: usize,
    /// No line is wider than this.
    pub most: usize,
    /// Whether other lines than those in question tell so.
    pub known: bool,
}

/// Two lines of which the second may go on with the first.
#[derive(Clone, Copy)]
pub struct Joint<'a> {
    /// The first.
    pub line: &'a Clues,
    /// The second.
    pub next: &'a Clues,
}

/// How often lines begin and end so.
#[derive(Clone, Copy, Debug, Default)]
struct Styles {
    small: Evidence,
    capital: Evidence,
    stops: Evidence,
    commas: Evidence,
    open: Evidence,
    /// How wide the widest line without a stop is.
    edge: usize,
}

/// Before anything is known of the lines, it is likelier that they were not wrapped.
const PRIOR: Evidence = -20;
/// Lines narrower than this are no prose that anyone wraps.
const NARROWEST: usize = 16;

/// Weighs whether lines are wrapped to a width.
pub fn evidence(lines: &[Clues], width: Width) -> Evidence {
    let ([first, second, ..], Some(last)) = (lines, lines.last()) else { return 0 };
    if width.most < NARROWEST {
        return Evidence::MIN;
    }
    let hangs = matches!(first.kind, Kind::Item(_)) && second.indent > first.indent;
    let spaced = lines.iter().filter(|line| line.broken == Broken::Perhaps).count() * 2 > lines.len();
    let mut styles = Styles::default();
    let mut sum = PRIOR + ending(last, width) + if hangs { 70 } else { 0 };
    // The widest line is as wide as itself.
    let mut told = width.known || last.edge >= width.most;
    for (line, next) in lines.iter().zip(&lines[1..]) {
        let joint = Joint { line, next };
        styles.add(joint);
        let tells = told || line.edge < width.most;
        told |= !tells;
        sum += joint.tie() + if tells { joint.fullness(width) } else { 0 };
        sum += if hangs { 0 } else { joint.likeness() };
        sum -= if line.broken == Broken::Perhaps && !spaced { 30 } else { 0 };
    }
    sum + styles.evidence()
}

/// Weighs whether one line goes on with another, in a text that is wrapped to a known width.
pub fn of_joint(joint: Joint<'_>, width: Width) -> Evidence {
    let mut styles = Styles::default();
    styles.add(joint);
    joint.tie() + joint.likeness() + joint.fullness(width) + styles.evidence()
}

/// Weighs how far the last line reaches: that of a paragraph anywhere, that of a poem or a list as far as the others.
fn ending(last: &Clues, width: Width) -> Evidence {
    let share = last.edge * 100 / width.most.max(1);
    let stops = if matches!(last.ending, Ending::Stop | Ending::Colon) { 6 } else { -6 };
    stops + match share {
        0..60 => 10,
        60..85 => 3,
        _ => -17,
    }
}

impl Styles {
    fn add(&mut self, Joint { line, next }: Joint<'_>) {
        match line.ending {
            Ending::Stop | Ending::Colon => self.stops += 1,
            _ if line.comma => self.commas += 1,
            _ => self.open += 1,
        }
        if line.ending == Ending::Stop {
            return;
        }
        self.edge = self.edge.max(line.edge);
        match next.opening {
            Opening::Small => self.small += 1,
            Opening::Capital => self.capital += 1,
            Opening::Other => {}
        }
    }

    /// Weighs how lines begin and end against the styles in which lines are written by themselves.
    fn evidence(self) -> Evidence {
        let Self { small, capital, stops, commas, open, edge } = self;
        // Of the lines of wrapped prose 22 % begin with a capital letter; of a list all do or nearly none.
        let capitals = (23 + small + 43 * capital).min(3 + 43 * small + capital);
        let begun = -4 * small - 22 * capital + capitals;
        // 6 % end with a sentence, 9 % with a comma. A line may be a sentence, a line of verse, or have no mark at its end; those are
        // short.
        let bare = match edge {
            0..60 => 13,
            60..100 => 25,
            _ => 40,
        };
        let sentences = 15 + 2 * stops + 46 * commas + 36 * open;
        let verse = 20 + 20 * stops + 13 * commas + 15 * open;
        let bare = bare + 56 * stops + 50 * commas + open;
        let ended = -41 * stops - 35 * commas - 2 * open + sentences.min(verse).min(bare);
        begun + ended
    }
}

impl Joint<'_> {
    /// Gives how wide the line would be with the next word; two spaces may have stood after a sentence.
    pub fn reach(self) -> usize {
        self.line.edge + 1 + usize::from(self.line.ending == Ending::Stop) + self.next.first
    }

    /// Tells whether the line is so full that with the next word it would be wider than `width`.
    pub fn reaches(self, width: usize) -> bool {
        self.reach() > width
    }

    /// Tells whether the next line goes on in mid-sentence.
    pub fn runs_on(self) -> bool {
        self.line.ending != Ending::Stop && self.next.opening == Opening::Small
    }

    /// Weighs what ties the two lines together or parts them.
    fn tie(self) -> Evidence {
        let Joint { line, next } = self;
        let mut sum = match line.ending {
            Ending::Small => 18,
            Ending::Open => -4,
            Ending::Colon => 15,
            Ending::Stop => 0,
        };
        if line.inner && line.ending != Ending::Stop {
            sum += 30;
        }
        if !(line.code || next.code) {
            sum += match line.brackets {
                _ if line.link => 50,
                1.. => 30,
                _ if next.brackets < 0 => 30,
                _ => 0,
            };
        }
        if next.picture && (line.picture || line.brackets < 0) {
            sum += 60;
        }
        if line.hyphen {
            sum += 30;
        }
        if line.field && next.field {
            sum -= 60;
        }
        match (line.column, next.column) {
            (Some(one), Some(other)) if one.0 == other.0 || one.1 == other.1 => sum - 100,
            (None, None) => sum,
            _ => sum - 10,
        }
    }

    /// Weighs whether the two lines are alike, as those of a list or a program are.
    fn likeness(self) -> Evidence {
        let Joint { line, next } = self;
        let code = match (line.code, next.code) {
            (true, true) => -80,
            (false, false) => 0,
            _ => -40,
        };
        let goes_on = line.comma || line.inner || line.ending == Ending::Small;
        let begun = match line.mark() {
            _ if goes_on => 0,
            Some(mark) if next.mark() == Some(mark) => -45,
            _ if line.head == next.head => -25,
            _ => 0,
        };
        code + begun
    }

    /// Weighs how full the line is.
    fn fullness(self, width: Width) -> Evidence {
        let Joint { line, next } = self;
        if !line.breakable {
            return 0;
        }
        if line.edge > width.most {
            return -30;
        }
        if self.reaches(width.least) {
            return bits(width.most * 7 / 10 / (next.first + 1));
        }
        if self.reaches(width.least * 85 / 100) {
            return if width.most < 55 { -30 } else { -15 };
        }
        if line.ending == Ending::Stop { -10 } else { -50 }
    }
}

/// Gives the binary logarithm of a ratio, in tenths.
fn bits(ratio: usize) -> Evidence {
    const LOG: [Evidence; 16] = [0, 0, 10, 16, 20, 23, 26, 28, 30, 32, 33, 35, 36, 37, 38, 39];
    LOG.get(ratio).copied().unwrap_or(40)
}
