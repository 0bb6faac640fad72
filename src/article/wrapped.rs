//! Whether the lines of a unit were wrapped, and to what width: by its own evidence, and where that does not tell by the file's.

use super::clues::{Broken, Clues};
use super::evidence::{Evidence, Joint, Width, evidence, of_joint};
use super::units::{Unit, Units};
use super::clues::Ending;
use crate::text::Span;

/// What speaks against lines that are indented as code is.
const CODE: Evidence = -60;
/// From here on a unit tells to what width the file is wrapped.
const EVIDENT: Evidence = 50;
/// From here on a unit is taken for wrapped to another width than the file.
const NARROWER: Evidence = 25;
/// What the width of a file speaks for lines that fit it.
const WRAPPED_FILE: Evidence = 45;
/// What long lines that stand alone speak against lines that do not.
const UNWRAPPED_FILE: Evidence = -15;
/// What two lines must tell by themselves, where those around them are not wrapped.
const ALONE: Evidence = 55;

/// To what width the paragraphs of a text are wrapped.
#[derive(Debug, Default)]
pub struct File {
    /// The width of prose.
    prose: Option<Width>,
    /// The width of what is indented as code is, if it is prose.
    indented: Option<Width>,
    /// Whether long lines stand alone that are paragraphs.
    unwrapped: bool,
}

/// Gives the width to which lines are wrapped if they are.
fn own_width(lines: &[Clues]) -> Width {
    let mut edges: Vec<usize> = lines.iter().filter(|line| line.breakable).map(|line| line.edge).collect();
    edges.sort_unstable();
    let at = if edges.len() < 10 { edges.len().saturating_sub(1) } else { edges.len() * 9 / 10 };
    let most = edges.get(at).copied().unwrap_or(0);
    Width { most, least: most, known: false, exact: false }
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
    ends.sort_unstable_by_key(|(at, closes, _)| (*at, !closes));
    let all: usize = rooms.iter().map(|room| room.joints).sum();
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
            found = Some(Width { least: *at, most: end, known: true, exact: now * 10 >= all * 9 });
        }
    }
    found
}

impl Units {
    /// Gives the lines of a unit.
    pub fn of(&self, unit: &Unit) -> &[Clues] {
        &self.clues[unit.lines.clone()]
    }
}

/// Weighs whether a unit is wrapped by its own lines.
fn alone(lines: &[Clues], code: bool) -> (Width, Evidence) {
    let own = own_width(lines);
    (own, evidence(lines, own).saturating_add(if code { CODE } else { 0 }))
}

impl File {
    /// Gathers to what widths the units of a text are wrapped that need no other to tell.
    pub fn of(units: &Units) -> Self {
        let mut file = Self::default();
        let (mut prose, mut indented): (Vec<Room>, Vec<Room>) = (Vec::new(), Vec::new());
        let mut long = Vec::new();
        for unit in &units.units {
            let lines = units.of(unit);
            if let [line] = lines {
                if line.inner && line.ending == Ending::Stop {
                    long.push(line.edge);
                }
                continue;
            }
            let (own, sum) = alone(lines, unit.code);
            if sum >= EVIDENT {
                if unit.code { &mut indented } else { &mut prose }.push(Room::of(lines, own));
            }
        }
        file.prose = agreed(&prose);
        file.indented = agreed(&indented);
        let most = file.prose.map_or(60, |width| width.most);
        file.unwrapped = long.iter().filter(|edge| **edge > most * 5 / 4).count() > prose.len();
        file
    }

    /// Adds the paragraphs of a unit.
    pub fn join(&self, lines: &[Clues], code: bool, found: &mut Vec<Span>) {
        if lines.len() == 1 {
            found.extend(lines.iter().map(|line| line.span));
            return;
        }
        let (own, sum) = alone(lines, code);
        if std::env::var("DBG").is_ok() {
            eprintln!("n={} alone={sum} own={own:?} known={:?} file={self:?} code={code} {:?}", lines.len(), self.prose.map(|w| evidence(lines, w) + WRAPPED_FILE), lines[0].span);
        }
        let width = if code { self.indented } else { self.prose };
        if sum >= EVIDENT {
            let exact = width.filter(|width| width.exact && own.most <= width.most && evidence(lines, *width) > sum);
            return joined(lines, exact.unwrap_or(own), found);
        }
        match width {
            Some(width) if own.most <= width.most => {
                if evidence(lines, width) + WRAPPED_FILE > 0 {
                    joined(lines, width, found);
                } else if sum > NARROWER {
                    joined(lines, own, found);
                } else {
                    full_runs(lines, width, found);
                }
            }
            Some(_) if sum > NARROWER => joined(lines, own, found),
            None if sum > if self.unwrapped { -UNWRAPPED_FILE } else { 0 } => joined(lines, own, found),
            _ => found.extend(lines.iter().map(|line| line.span)),
        }
    }
}

/// Joins the lines of a wrapped unit to paragraphs.
fn joined(lines: &[Clues], width: Width, found: &mut Vec<Span>) {
    push(lines, found, |joint| {
        let short = if width.exact && joint.line.ending == Ending::Stop { width.least } else { width.least * 3 / 4 };
        joint.line.broken != Broken::Perhaps && (joint.runs_on() || joint.reaches(short))
    });
}

/// Joins full lines only.
fn full_runs(lines: &[Clues], width: Width, found: &mut Vec<Span>) {
    push(lines, found, |joint| {
        joint.line.broken != Broken::Perhaps
            && joint.line.breakable
            && joint.reaches(width.least)
            && of_joint(joint, width) > ALONE
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
