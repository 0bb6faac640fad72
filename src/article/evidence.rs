//! What speaks for it that lines were wrapped, and what against.
//!
//! Evidence is counted in tenths of a bit: how much likelier it is that prose was wrapped so than that somebody wrote each of the lines
//! for itself. Who writes line by line has a style: all lines of a list, a poem or an address begin and end alike. So what the lines have
//! in common counts once, against the style that explains it best; only how full each is, and what ties two together, counts line by
//! line. The shares are rough, after the READMEs and lists of `benches/wrapped.py`; a third more or less changes next to nothing there.

use super::clues::{Clues, Ending, Open, Opening};

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
#[derive(Clone, Copy, Debug)]
pub struct Joint<'a> {
    /// The first.
    pub line: &'a Clues,
    /// The second.
    pub next: &'a Clues,
}

/// Before anything is known of the lines, it is likelier that they were not wrapped.
const PRIOR: Evidence = -20;
/// Under the text of an item stands what goes on with it.
const HANGING: Evidence = 200;
/// Cells that may stand between the mark of an item and its text, at most.
const MOST_HANGING: usize = 4;
/// Lines narrower than this are no prose that anyone wraps.
const NARROWEST: usize = 18;

/// Gives the joints of lines.
pub fn joints(lines: &[Clues]) -> impl Iterator<Item = Joint<'_>> {
    lines.iter().zip(lines.iter().skip(1)).map(|(line, next)| Joint { line, next })
}

/// Weighs whether lines are wrapped to a width.
pub fn evidence(lines: &[Clues], width: Width) -> Evidence {
    let ([first, second, ..], Some(last)) = (lines, lines.last()) else { return 0 };
    if width.most < NARROWEST {
        return Evidence::MIN / 2;
    }
    let under = first.indent + 1..=first.indent + first.first + MOST_HANGING;
    let hangs = first.is_item() && under.contains(&second.indent);
    let spaced = lines.iter().filter(|line| line.spaced).count() * 2 > lines.len();
    let mut tally = Tally { last: Last::of(last, width), ..Tally::default() };
    let mut sum = PRIOR + if hangs { HANGING } else { 0 };
    sum += if matches!(last.ending, Ending::Stop | Ending::Colon) { 6 } else { -6 };
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

/// Weighs whether one line goes on with another, in a text that is wrapped to a known width.
pub fn evidence_of_one(joint: Joint<'_>, width: Width) -> Evidence {
    let mut tally = Tally::default();
    tally.words(joint);
    tally.fills(joint, width);
    joint.tie() + joint.likeness() + tally.evidence(width)
}

/// How far the last line reaches: that of a paragraph anywhere, that of a poem as far as the others.
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
    /// Lines that could have held the next word, just so, or that are too wide.
    nearly: Evidence,
    short: Evidence,
    /// Of the short ones, those that end with a stop, as paragraphs do.
    ended: Evidence,
    last: Option<Last>,
}

impl Tally {
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

    /// Gives how unlikely such ends and lengths are where prose is wrapped: 6 % of the lines end with a sentence, 9 % with a comma, and
    /// a program leaves no line short, a hand some.
    fn wrapped(self, width: Width) -> Evidence {
        let Self { stops, commas, open, nearly, short, ended, .. } = self;
        let last = match self.last {
            Some(Last::Short) => 7,
            Some(Last::Long) => 20,
            Some(Last::Full) => 27,
            None => 0,
        };
        let gaps = |each: Evidence, wide: Evidence| each * nearly + wide * (short - ended) + 25 * ended;
        let filled = if width.exact { gaps(100, 100) } else { gaps(40, 60).min(15 + gaps(22, 45)) };
        41 * stops + 35 * commas + 2 * open + last + filled
    }

    /// Gives how unlikely they are where lines are written by themselves, in the style that explains them best: sentences, entries without
    /// a mark at the end, verses with and without.
    fn line_by_line(self, width: Width) -> Evidence {
        let Self { stops, commas, open, full, filled, nearly, short, .. } = self;
        let (of_list, of_verse) = match self.last {
            Some(Last::Short) => (12, 33),
            Some(Last::Long) => (17, 27),
            Some(Last::Full) => (20, 4),
            None => (0, 0),
        };
        // Verses are about as long as each other, entries anything; neither knows the width of the text around.
        let any = filled + 23 * nearly + 5 * short;
        let alike = if width.known { any } else { 12 * full + 13 * nearly + 27 * short };
        let (entries, verses) = (of_list + any, of_verse + alike);
        // What has no mark at its end is short.
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

    /// Tells whether a picture follows on another, as the badges of a project do.
    fn shows_pictures(self) -> bool {
        self.next.picture && (self.line.picture || self.line.closes)
    }

    /// Weighs what ties the two lines together or parts them.
    fn tie(self) -> Evidence {
        let Joint { line, next } = self;
        let ending = match line.ending {
            Ending::Stop => 0,
            Ending::Small => 18,
            Ending::Colon => 15,
            Ending::Hyphen => 30,
            Ending::Comma | Ending::Open => -4,
        };
        let inner = if line.inner && line.ending != Ending::Stop { 30 } else { 0 };
        let brackets = match line.open {
            _ if line.code || next.code => 0,
            Open::Link if next.closes => 100,
            Open::Link => 50,
            Open::Bracket => 30,
            Open::None if next.closes => 30,
            Open::None => 0,
        };
        let pictures = if self.shows_pictures() { 60 } else { 0 };
        let fields = if line.field && next.field { -60 } else { 0 };
        let columns = match (line.column, next.column) {
            (Some(one), Some(other)) if one.0 == other.0 || one.1 == other.1 => -100,
            (None, None) => 0,
            _ => -10,
        };
        ending + inner + brackets + pictures + fields + columns
    }

    /// Weighs whether the two lines are alike, as those of a list or a program are.
    fn likeness(self) -> Evidence {
        let Joint { line, next } = self;
        let code = match (line.code, next.code) {
            (true, true) => -80,
            (false, false) => 0,
            _ => -40,
        };
        let goes_on = self.shows_pictures() || line.inner || matches!(line.ending, Ending::Comma | Ending::Small);
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

/// Gives the binary logarithm of a ratio, in tenths: so many times as likely a line is full where it was wrapped.
fn bits(ratio: usize) -> Evidence {
    const LOG: [Evidence; 16] = [0, 0, 10, 16, 20, 23, 26, 28, 30, 32, 33, 35, 36, 37, 38, 39];
    LOG.get(ratio).copied().unwrap_or(40)
}
