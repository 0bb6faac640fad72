//! Whether lines were wrapped to a width: the evidence of the lines themselves, weighed.

use super::clues::{Broken, Clues, Ending, Opening};
use super::marks::Kind;
use super::units::{Unit, Units};
use crate::text::Span;

/// Evidence, in tenths of a bit: how much likelier it is that lines were wrapped than that each was written by itself.
type Evidence = i32;

const PRIOR: Evidence = -20;
const CODE: Evidence = -60;
const EVIDENT: Evidence = 50;
const WRAPPED_FILE: Evidence = 45;
const UNWRAPPED_FILE: Evidence = -15;

/// To what width lines are wrapped.
#[derive(Clone, Copy, Debug)]
pub struct Width {
    /// No line is wider than this.
    most: usize,
    /// With its next word each would have been wider than this.
    least: usize,
}

/// The widths that the lines of a unit agree with: none is wider than the first, and with its next word each would have been wider than
/// the last.
#[derive(Clone, Copy, Debug)]
struct Room {
    least: usize,
    most: usize,
    joints: usize,
}

impl Room {
    fn of(lines: &[Clues], width: Width) -> Self {
        let joints = lines.iter().zip(&lines[1..]).map(|(line, next)| Joint { line, next });
        let full = joints.filter(|joint| joint.line.breakable && joint.reaches(width.most));
        let most = full.map(|joint| joint.reach() - 1).min().unwrap_or(width.most);
        Self { least: width.most, most: most.max(width.most), joints: lines.len() - 1 }
    }
}

/// Gives the width that most lines agree with, as the least and the most that it may be.
fn agreed(rooms: &[Room]) -> Option<Width> {
    let mut ends: Vec<(usize, bool, usize)> = Vec::with_capacity(rooms.len() * 2);
    for room in rooms {
        ends.push((room.least, false, room.joints));
        ends.push((room.most + 1, true, room.joints));
    }
    ends.sort_unstable_by_key(|(at, ends, _)| (*at, !ends));
    let (mut now, mut best, mut found) = (0, 0, None);
    for (n, (at, closes, joints)) in ends.iter().enumerate() {
        if *closes {
            now -= joints;
            continue;
        }
        now += joints;
        if now > best {
            best = now;
            let end = ends[n..].iter().find(|(_, closes, _)| *closes).map_or(*at, |(end, ..)| end - 1);
            found = Some(Width { least: *at, most: end });
        }
    }
    found
}

/// The widths to which the paragraphs of a text are wrapped.
#[derive(Debug, Default)]
pub struct File {
    width: Option<Width>,
    unwrapped: bool,
    indents: Vec<usize>,
}

impl Units {
    /// Gives the lines of a unit.
    pub fn of(&self, unit: &Unit) -> &[Clues] {
        &self.clues[unit.lines.clone()]
    }
}

/// Gives the width to which a unit is wrapped by its own evidence alone.
pub fn own_width(lines: &[Clues]) -> Width {
    let mut edges: Vec<usize> = lines.iter().filter(|line| line.breakable).map(|line| line.edge).collect();
    edges.sort_unstable();
    let most = edges.get((edges.len().saturating_sub(1)) * 9 / 10 + usize::from(edges.len() < 10 && edges.len() > 1)).or(edges.last());
    let most = most.copied().unwrap_or(0);
    Width { most, least: most }
}

/// Weighs whether a unit is wrapped to a width.
pub fn evidence(lines: &[Clues], code: bool, (width, known): (Width, bool)) -> Evidence {
    if width.most < 20 {
        return -100;
    }
    let mut sum = PRIOR + if code { CODE } else { 0 };
    let spaced = lines.iter().filter(|line| line.broken == Broken::Perhaps).count() * 2 > lines.len();
    if lines[0].ending != Ending::Stop {
        sum += if matches!(lines[lines.len() - 1].ending, Ending::Stop | Ending::Colon) { 12 } else if known { 0 } else { -8 };
    }
    let hangs = matches!(lines[0].kind, Kind::Item(_)) && lines[1].indent > lines[0].indent;
    if matches!(lines[0].kind, Kind::Item(_)) {
        sum += if lines[1].indent > lines[0].indent { 70 } else if known { 0 } else { -10 };
    }
    let mut own = !known && lines.last().is_none_or(|last| last.edge < width.most);
    for (line, next) in lines.iter().zip(&lines[1..]) {
        let joint = Joint { line, next };
        sum += joint.wording() + if hangs { 0 } else { joint.likeness() };
        if line.broken == Broken::Perhaps && !spaced {
            sum -= 30;
        }
        let free = own && line.edge >= width.most;
        own &= !free;
        sum += if free { 5 } else { joint.fullness(width) };
    }
    sum
}

/// Two lines of which the second may go on with the first.
#[derive(Clone, Copy)]
pub struct Joint<'a> {
    pub line: &'a Clues,
    pub next: &'a Clues,
}

impl Joint<'_> {
    /// Gives how wide the line would be with the next word; two spaces may have stood after a sentence.
    fn reach(self) -> usize {
        self.line.edge + 1 + usize::from(self.line.ending == Ending::Stop) + self.next.first
    }

    /// Tells whether the line is so full that with the next word it would be wider than `width`.
    pub fn reaches(self, width: usize) -> bool {
        self.reach() > width || !self.line.breakable && self.line.edge >= width
    }

    pub fn runs_on(self) -> bool {
        self.line.ending != Ending::Stop && self.next.opening == Opening::Small
    }

    /// Weighs how the line ends and the next one begins.
    pub fn wording(self) -> Evidence {
        let Joint { line, next } = self;
        let mut sum = 0;
        sum += match line.ending {
            Ending::Stop => -27,
            Ending::Colon => -15,
            _ if line.edge >= 100 => 30,
            _ if line.edge >= 60 => 15,
            _ => -3,
        };
        if line.ending == Ending::Small {
            sum += 22;
        }
        if line.ending != Ending::Stop {
            sum += match next.opening {
                Opening::Small => 23,
                Opening::Capital => -25,
                Opening::Other => -3,
            };
            if line.inner {
                sum += 30;
            }
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
        if line.field && next.field {
            sum -= 60;
        }
        if line.hyphen {
            sum += 30;
        }
        match (line.column, next.column) {
            (Some(a), Some(b)) if a.0 == b.0 || a.1 == b.1 => sum -= 100,
            (None, None) => {}
            _ => sum -= 10,
        }
        sum
    }

    /// Weighs whether the lines are alike, as those of a list or a program are.
    pub fn likeness(self) -> Evidence {
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
    pub fn fullness(self, width: Width) -> Evidence {
        let Joint { line, next } = self;
        if line.edge > width.most && line.breakable {
            return -30;
        }
        if self.reaches(width.least) {
            if !line.breakable {
                return 0;
            }
            return bits(width.most * 7 / 10 / (next.first + 1));
        }
        if self.reaches(width.least * 85 / 100) {
            return -15;
        }
        if line.ending == Ending::Stop { -10 } else { -50 }
    }
}

/// Gives the binary logarithm of a ratio, in tenths.
fn bits(ratio: usize) -> Evidence {
    const LOG: [Evidence; 16] = [0, 0, 10, 16, 20, 23, 26, 28, 30, 32, 33, 35, 36, 37, 38, 40];
    LOG.get(ratio).copied().unwrap_or(40)
}

impl File {
    /// Gathers to what widths the units of a text are wrapped that need no other to tell.
    pub fn of(units: &Units) -> Self {
        let mut file = Self::default();
        let mut rooms: Vec<Room> = Vec::new();
        let mut long = Vec::new();
        for unit in &units.units {
            let lines = units.of(unit);
            if let [line] = lines {
                if line.inner && line.ending == Ending::Stop {
                    long.push(line.edge);
                }
                continue;
            }
            let width = own_width(lines);
            if evidence(lines, unit.code, (width, false)) >= EVIDENT {
                rooms.push(Room::of(lines, width));
                let indent = lines[lines.len() - 1].indent;
                if !file.indents.contains(&indent) && file.indents.len() < 8 {
                    file.indents.push(indent);
                }
            }
        }
        file.width = agreed(&rooms);
        let most = file.width.map_or(60, |width| width.most);
        file.unwrapped = long.iter().filter(|edge| **edge > most * 5 / 4).count() > rooms.len();
        file
    }

    /// Adds the paragraphs of a unit.
    pub fn join(&self, lines: &[Clues], code: bool, found: &mut Vec<Span>) {
        if lines.len() == 1 {
            found.extend(lines.iter().map(|line| line.span));
            return;
        }
        let own = own_width(lines);
        let alone = evidence(lines, code, (own, false));
        let used = !code || self.indents.contains(&lines[lines.len() - 1].indent);
        let file = self.width.filter(|file| used && own.most <= file.most);
        if std::env::var("DBG").is_ok() {
            let known = self.width.map(|w| evidence(lines, false, (w, true)) + WRAPPED_FILE);
            eprintln!("n={} alone={} own={:?} known={:?} file={:?} code={} unwrapped={} {:?}", lines.len(), alone, own, known, file, code, self.unwrapped, lines[0].span);
        }
        if alone < EVIDENT {
            if let Some(width) = file {
                let sum = evidence(lines, false, (width, true)) + WRAPPED_FILE;
                if sum > 0 {
                    return joined(lines, width, found);
                }
                if alone <= 35 {
                    return full_runs(lines, width, found);
                }
            } else if self.width.is_some() && alone <= 35 || alone + if self.unwrapped { UNWRAPPED_FILE } else { 0 } <= 0 {
                found.extend(lines.iter().map(|line| line.span));
                return;
            }
        }
        joined(lines, own, found);
    }
}

/// Joins the lines of a wrapped unit to paragraphs.
fn joined(lines: &[Clues], width: Width, found: &mut Vec<Span>) {
    push(lines, found, |joint| {
        joint.line.broken != Broken::Perhaps && (joint.runs_on() || joint.reaches(width.least * 3 / 4))
    });
}

/// Joins full lines only.
fn full_runs(lines: &[Clues], width: Width, found: &mut Vec<Span>) {
    push(lines, found, |joint| {
        joint.line.broken != Broken::Perhaps
            && joint.line.breakable
            && joint.reaches(width.least)
            && joint.wording() + joint.likeness() + joint.fullness(width) > 40
    });
}

fn push(lines: &[Clues], found: &mut Vec<Span>, goes_on: impl Fn(Joint<'_>) -> bool) {
    found.extend(lines.first().map(|line| line.span));
    for (line, next) in lines.iter().zip(&lines[1..]) {
        match found.last_mut().filter(|_| goes_on(Joint { line, next })) {
            Some(last) => *last = last.join(next.span),
            None => found.push(next.span),
        }
    }
}
