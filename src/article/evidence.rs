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
    /// Whether nearly all of them are filled as far as they can be.
    pub exact: bool,
}

/// Two lines of which the second may go on with the first.
#[derive(Clone, Copy)]
pub struct Joint<'a> {
    /// The first.
    pub line: &'a Clues,
    /// The second.
    pub next: &'a Clues,
}

/// How often lines begin, end and are filled so.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    small: Evidence,
    capital: Evidence,
    stops: Evidence,
    commas: Evidence,
    open: Evidence,
    /// How wide the widest line without a stop is.
    edge: usize,
    full: Evidence,
    /// The sum of what each full line tells.
    filled: Evidence,
    nearly: Evidence,
    short: Evidence,
    /// Of the short ones, those that end with a stop.
    ended: Evidence,
    last: Option<Last>,
}

/// How far the last line reaches.
#[derive(Clone, Copy, Debug)]
enum Last {
    Short,
    Long,
    Full,
}

/// Before anything is known of the lines, it is likelier that they were not wrapped.
const PRIOR: Evidence = -20;
/// Under the text of an item stands what goes on with it.
const HANGING: Evidence = 200;
/// Cells that may stand between the mark of an item and its text, at most.
const MOST_HANGING: usize = 4;
/// Lines narrower than this are no prose that anyone wraps.
const NARROWEST: usize = 18;

/// Weighs whether lines are wrapped to a width.
pub fn evidence(lines: &[Clues], width: Width) -> Evidence {
    let ([first, second, ..], Some(last)) = (lines, lines.last()) else { return 0 };
    if width.most < NARROWEST {
        return Evidence::MIN / 2;
    }
    let hangs = matches!(first.kind, Kind::Item(_))
        && (first.indent + 1..=first.indent + first.first + MOST_HANGING).contains(&second.indent);
    let spaced = lines.iter().filter(|line| line.broken == Broken::Perhaps).count() * 2 > lines.len();
    let mut tally = Tally { last: Some(Last::of(last, width)), ..Tally::default() };
    let mut sum = PRIOR + if hangs { HANGING } else { 0 };
    sum += if matches!(last.ending, Ending::Stop | Ending::Colon) { 6 } else { -6 };
    // The widest line is as wide as itself.
    let mut told = width.known || last.edge >= width.most;
    for (line, next) in lines.iter().zip(&lines[1..]) {
        let joint = Joint { line, next };
        tally.ends(joint);
        let tells = told || line.edge < width.most;
        told |= !tells;
        if tells {
            tally.fills(joint, width);
        }
        sum += joint.tie() + if hangs { 0 } else { joint.likeness() };
        sum -= if line.broken == Broken::Perhaps && !spaced { 30 } else { 0 };
    }
    sum + tally.evidence(width)
}

/// Weighs whether one line goes on with another, in a text that is wrapped to a known width.
pub fn of_joint(joint: Joint<'_>, width: Width) -> Evidence {
    let mut tally = Tally::default();
    tally.ends(joint);
    tally.fills(joint, width);
    joint.tie() + joint.likeness() + tally.evidence(width)
}

impl Last {
    fn of(line: &Clues, width: Width) -> Self {
        match line.edge * 100 / width.most.max(1) {
            0..60 => Self::Short,
            60..85 => Self::Long,
            _ => Self::Full,
        }
    }
}

impl Tally {
    fn ends(&mut self, Joint { line, next }: Joint<'_>) {
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

    fn fills(&mut self, joint: Joint<'_>, width: Width) {
        let Joint { line, next } = joint;
        if !line.breakable {
            return;
        }
        if line.edge > width.most {
            self.nearly += 1;
        } else if joint.reaches(width.least) {
            self.full += 1;
            self.filled += bits(width.most * 7 / 10 / (next.first + 1));
        } else if joint.reaches(width.least * 85 / 100) {
            self.nearly += 1;
        } else {
            self.short += 1;
            self.ended += Evidence::from(line.ending == Ending::Stop);
        }
    }

    /// Weighs what the lines have in common.
    fn evidence(self, width: Width) -> Evidence {
        self.begun() + self.line_by_line(width) - self.wrapped(width)
    }

    /// Weighs with what the lines begin. Of the lines of wrapped prose 22 % begin with a capital letter; of others all do or nearly none.
    fn begun(self) -> Evidence {
        let Self { small, capital, .. } = self;
        (23 + small + 43 * capital).min(3 + 43 * small + capital) - 4 * small - 22 * capital
    }

    /// Gives how unlikely such ends and lengths are where prose is wrapped: 6 % of the lines end with a sentence, 9 % with a comma.
    fn wrapped(self, width: Width) -> Evidence {
        let ends = 41 * self.stops + 35 * self.commas + 2 * self.open;
        let last = match self.last {
            Some(Last::Short) => 7,
            Some(Last::Long) => 20,
            Some(Last::Full) => 27,
            None => 0,
        };
        let gaps = |nearly: Evidence, short: Evidence| nearly * self.nearly + short * (self.short - self.ended) + 25 * self.ended;
        let filled = if width.exact { gaps(100, 100) } else { gaps(40, 60).min(15 + gaps(22, 45)) };
        ends + last + filled
    }

    /// Gives how unlikely they are where lines are written by themselves, in the style that explains them best.
    fn line_by_line(self, width: Width) -> Evidence {
        let Self { stops, commas, open, full, filled, nearly, short, .. } = self;
        // Lines without a mark at their ends are short.
        let rare = match self.edge {
            0..60 => 0,
            60..100 => 12,
            _ => 27,
        };
        let (of_list, of_verse) = match self.last {
            Some(Last::Short) => (12, 33),
            Some(Last::Long) => (17, 27),
            Some(Last::Full) => (20, 4),
            None => (0, 0),
        };
        let list = of_list + filled + 23 * nearly + 5 * short;
        let verse = of_verse + if width.known { filled + 23 * nearly + 5 * short } else { 12 * full + 13 * nearly + 27 * short };
        let bare = rare + 56 * stops + 50 * commas + open;
        let sentences = 15 + 2 * stops + 46 * commas + 36 * open + list;
        let entries = 13 + bare + list;
        let verses = 25 + 20 * stops + 13 * commas + 15 * open + verse;
        let bare_verses = 35 + rare + bare + verse;
        sentences.min(entries).min(verses).min(bare_verses)
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
}

/// Gives the binary logarithm of a ratio, in tenths.
fn bits(ratio: usize) -> Evidence {
    const LOG: [Evidence; 16] = [0, 0, 10, 16, 20, 23, 26, 28, 30, 32, 33, 35, 36, 37, 38, 39];
    LOG.get(ratio).copied().unwrap_or(40)
}
