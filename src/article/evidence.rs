//! The evidence for and against lines being wrapped prose.
//!
//! Evidence is counted in tenths of a bit: how much more likely it is that prose was wrapped this way than that somebody wrote each line
//! separately. Lines written separately share a style: all lines of a list, a poem or an address begin and end alike. So what the lines
//! have in common counts once, against the style that explains it best. Only how full each line is, and what connects two of them, counts
//! line by line. The figures are rough, from the READMEs and lists of `benches/wrapped.py`: with any one of them a third smaller, less
//! than half a per cent of the paragraphs there changes.

use super::clues::Clues;
use super::ends::{Ending, Opening};
use super::joint::{Evidence, Joint, joints};

/// The width to which lines are wrapped.
#[derive(Clone, Copy, Debug)]
pub struct Width {
    /// With its next word, each line would have been wider than this.
    pub least: usize,
    /// No line is wider than this.
    pub most: usize,
    /// Whether this is known from other lines.
    pub known: bool,
    /// Whether nearly all of them are filled as far as possible.
    pub exact: bool,
}

/// The approximate width in cells of a word in a script without spaces (benches/constants.md).
const UNSPACED: usize = 4;
/// The prior: lines are more likely not to be wrapped (benches/constants.md).
const PRIOR: Evidence = -20;
/// For a line that is aligned with the text of the item above it (benches/constants.md).
const HANGING: Evidence = 200;
/// The most cells between the mark of an item and its text (benches/constants.md).
const MOST_HANGING: usize = 4;
/// Lines that read like a single sentence, the first of at least so many cells (benches/constants.md).
const ONE_SENTENCE: Evidence = 40;
const SENTENCE: usize = 50;
/// Nobody wraps prose to fewer cells than this (benches/constants.md).
const NARROWEST: usize = 18;
/// Prose is rarely wrapped to fewer cells than this; each cell less counts this much against it (benches/constants.md).
const NARROW: usize = 30;
const A_CELL: Evidence = 2;

/// Weighs whether lines are wrapped to a width.
pub fn evidence(lines: &[Clues], width: Width) -> Evidence {
    let ([first, second, ..], Some(last)) = (lines, lines.last()) else { return 0 };
    if width.most < NARROWEST {
        return Evidence::MIN / 2;
    }
    let under = first.indent + 1..=first.indent + first.first + MOST_HANGING;
    let hangs = first.is_item() && under.contains(&second.indent);
    let spaced = lines.iter().filter(|line| line.spaced).count() * 2 > lines.len();
    let mut tally = LineTally { last: Last::of(last, width), ..LineTally::default() };
    let mut sum = PRIOR + if hangs { HANGING } else { 0 };
    if !width.known {
        sum -= NARROW.saturating_sub(width.most) as Evidence * A_CELL;
    }
    sum += if matches!(last.ending, Ending::Stop | Ending::Colon) { 6 } else { -6 };
    sum += if is_one_sentence(lines) { ONE_SENTENCE } else { 0 };
    // The widest line is as wide as itself, which tells nothing.
    let mut told = width.known || last.edge >= width.most;
    for joint in joints(lines) {
        tally.words(joint);
        if told || joint.line.edge < width.most {
            tally.fills(joint, width);
        }
        told |= joint.line.edge >= width.most;
        sum += joint.tie() + if hangs { 0 } else { joint.likeness() };
        sum -= if joint.line.spaced && !spaced { 30 } else { 0 };
    }
    sum + tally.evidence(width)
}

/// Whether lines read like a single sentence: only the last one ends it, none is wider than the first, and none begins as sentences do. A
/// headline and the sentence beneath it are not one.
fn is_one_sentence(lines: &[Clues]) -> bool {
    let ([first, rest @ ..], Some(last)) = (lines, lines.last()) else { return false };
    let open = |line: &Clues| !matches!(line.ending, Ending::Stop | Ending::Colon | Ending::Comma);
    let goes_on = |joint: Joint<'_>| open(joint.line) && !joint.next.starts;
    let widest = rest.iter().all(|line| line.edge <= first.edge);
    last.ending == Ending::Stop && first.edge >= SENTENCE && widest && joints(lines).all(goes_on)
}

/// Weighs whether one line continues another, in a text that is wrapped to a known width.
pub fn evidence_of_one(joint: Joint<'_>, width: Width) -> Evidence {
    let mut tally = LineTally::default();
    tally.words(joint);
    tally.fills(joint, width);
    joint.tie() + joint.likeness() + tally.evidence(width)
}

/// The evidence of the last line: in a paragraph it ends anywhere, in a poem it is as long as the others.
#[derive(Clone, Copy, Debug)]
enum Last {
    Short,
    Long,
    Full,
}

impl Last {
    fn of(line: &Clues, width: Width) -> Option<Self> {
        match line.edge * 100 / width.most.max(1) {
            0..60 => Some(Self::Short),
            60..85 => Some(Self::Long),
            101.. if !line.breakable => None,
            _ => Some(Self::Full),
        }
    }
}

/// Counts of how lines begin, end and are filled.
#[derive(Clone, Copy, Debug, Default)]
struct LineTally {
    small: Evidence,
    capital: Evidence,
    stops: Evidence,
    commas: Evidence,
    open: Evidence,
    /// The width of the widest line without a stop.
    edge: usize,
    full: Evidence,
    /// The sum of the evidence of full lines.
    filled: Evidence,
    /// Lines that could have held the next word, just so, or that are too wide.
    nearly: Evidence,
    short: Evidence,
    /// Of the short ones, those that end with a stop, as paragraphs do.
    ended: Evidence,
    /// Of those that could have held the next word just so, those that end with a stop.
    paused: Evidence,
    last: Option<Last>,
}

impl LineTally {
    fn words(&mut self, Joint { line, next }: Joint<'_>) {
        match line.ending {
            Ending::Stop | Ending::Colon => self.stops += 1,
            Ending::Comma => self.commas += 1,
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
        } else if joint.reaches(if next.unspaced { width.least * 85 / 100 } else { width.least }) {
            self.full += 1;
            let first = if next.unspaced { next.first.min(UNSPACED) } else { next.first };
            self.filled += bits(width.most * 7 / 10 / (first + 1));
        } else if joint.reaches(width.least * 85 / 100) {
            self.nearly += 1;
            self.paused += Evidence::from(line.ending == Ending::Stop);
        } else {
            self.short += 1;
            self.ended += Evidence::from(line.ending == Ending::Stop);
        }
    }

    /// Weighs what the lines have in common.
    fn evidence(self, width: Width) -> Evidence {
        self.begun() + self.line_by_line(width) - self.wrapped(width)
    }

    /// Weighs how the lines begin. Of the lines of wrapped prose, 22 % begin with a capital letter; of others, nearly all or nearly none.
    fn begun(self) -> Evidence {
        let Self { small, capital, .. } = self;
        (23 + small + 43 * capital).min(3 + 43 * small + capital) - 4 * small - 22 * capital
    }

    /// How unlikely these ends and lengths are in wrapped prose: 6 % of its lines end with a sentence, 9 % with a comma. A program leaves
    /// no line short; a person leaves some.
    fn wrapped(self, width: Width) -> Evidence {
        let Self { stops, commas, open, nearly, short, ended, paused, .. } = self;
        let last = match self.last {
            Some(Last::Short) => 7,
            Some(Last::Long) => 20,
            Some(Last::Full) => 27,
            None => 0,
        };
        let gaps = |each: Evidence, wide: Evidence| each * nearly + wide * (short - ended) + 25 * ended;
        let words = 41 * stops + 35 * commas + 2 * open;
        if width.exact {
            return last + words + gaps(100, 100);
        }
        let filled = words + gaps(40, 60).min(15 + gaps(22, 45));
        // Some authors begin each sentence on a new line and wrap long ones.
        let by_sentences = 20 + 17 * stops + 33 * commas + 4 * open + 40 * (nearly - paused) + 60 * (short - ended);
        last + filled.min(by_sentences)
    }

    /// How unlikely they are in lines written separately, in the style that explains them best: sentences, entries without a mark at the
    /// end, verses with and without one.
    fn line_by_line(self, width: Width) -> Evidence {
        let Self { stops, commas, open, full, filled, nearly, short, .. } = self;
        let (of_list, of_verse) = match self.last {
            Some(Last::Short) => (12, 33),
            Some(Last::Long) => (17, 27),
            Some(Last::Full) => (20, 4),
            None => (0, 0),
        };
        // Verses are of similar length, entries of any; neither follows the width of the surrounding text.
        let any = filled + 23 * nearly + 5 * short;
        let alike = if width.known { any } else { 12 * full + 13 * nearly + 27 * short };
        let (entries, verses) = (of_list + any, of_verse + alike);
        // Lines without a mark at the end are short.
        let rare = match self.edge {
            0..60 => 0,
            60..100 => 12,
            _ => 27,
        };
        let bare = rare + 56 * stops + 50 * commas + open;
        let sentences = 15 + 2 * stops + 46 * commas + 36 * open + entries;
        let marked = 25 + 20 * stops + 13 * commas + 15 * open + verses;
        sentences.min(13 + bare + entries).min(marked).min(35 + bare + verses)
    }
}

/// Returns the binary logarithm of a ratio, in tenths: how many times more likely a line is full if it was wrapped.
fn bits(ratio: usize) -> Evidence {
    // By the ratio (defined).
    const LOG: [Evidence; 16] = [0, 0, 10, 16, 20, 23, 26, 28, 30, 32, 33, 35, 36, 37, 38, 39];
    LOG.get(ratio).copied().unwrap_or(40)
}
