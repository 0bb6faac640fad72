//! Decides whether the lines of a unit were wrapped, and to what width: by their own evidence, or else by that of the whole text.

use super::clues::Clues;
use super::ends::Ending;
use super::evidence::{Width, evidence, evidence_of_one};
use super::joint::{Evidence, Joint, joints};
use super::units::{Unit, Units};
use crate::text::Span;

// In tenths of a bit, from `benches/wrapped.py`. There, ten more or less changes at most 0.1 % of the paragraphs, or 0.3 % for WRAPPED.

/// The evidence against lines that are indented like code (benches/constants.md).
const CODE: Evidence = -60;
/// From this on, a unit shows to what width the text is wrapped (benches/constants.md).
const EVIDENT: Evidence = 50;
/// From this on, a unit counts as wrapped to a different width than the text (benches/constants.md).
const OTHERWISE: Evidence = 25;
/// The evidence for lines that fit the width of the text (benches/constants.md).
const WRAPPED: Evidence = 45;
/// The evidence a line needs if those around it are not wrapped (benches/constants.md).
const BY_ITSELF: Evidence = 55;
/// The evidence a unit needs if other paragraphs are on one long line each (benches/constants.md).
const UNWRAPPED: Evidence = 15;
/// This many lines filled as far as possible were hardly filled by hand (benches/constants.md).
const MANY: usize = 4;
/// A line of this many bytes is a paragraph rather than a heading (benches/constants.md).
const LONG: usize = 75;

/// The width to which the paragraphs of a text are wrapped.
#[derive(Debug, Default)]
pub struct Text {
    /// The width of prose.
    prose: Option<Width>,
    /// The width of prose that is indented like code.
    indented: Option<Width>,
    /// Whether most paragraphs are on one line each.
    unwrapped: bool,
}

/// What the lines of a unit show by themselves.
#[derive(Clone, Copy, Debug)]
pub struct LineEvidence {
    /// The width to which they are wrapped if they are.
    own: Width,
    /// Whether they are.
    sum: Evidence,
    /// Whether they are indented as code is.
    indented: bool,
}

impl LineEvidence {
    fn of(lines: &[Clues], indented: bool) -> Self {
        let own = own_width(lines);
        Self { own, sum: evidence(lines, own) + if indented { CODE } else { 0 }, indented }
    }
}

/// Returns the width to which lines are wrapped, if they are: that of the widest line, except that a tenth of ten or more may be wider.
fn own_width(lines: &[Clues]) -> Width {
    let edges = || lines.iter().filter(|line| line.breakable).map(|line| line.edge);
    let most = if lines.len() < 10 {
        edges().max()
    } else {
        let mut edges: Vec<usize> = edges().collect();
        let at = if edges.len() < 10 { edges.len().saturating_sub(1) } else { edges.len() * 9 / 10 };
        (at < edges.len()).then(|| *edges.select_nth_unstable(at).1)
    };
    let most = most.or_else(|| lines.iter().map(|line| line.edge).max()).unwrap_or(0);
    Width { most, least: most, known: false, exact: false }
}

/// The widths to which the lines of a unit may have been wrapped.
#[derive(Clone, Copy, Debug)]
struct LineRoom {
    /// The widest line.
    least: usize,
    /// The width that each would have exceeded with its next word.
    most: usize,
    joints: usize,
}

impl LineRoom {
    fn of(lines: &[Clues], width: Width) -> Self {
        let full = joints(lines).filter(|joint| joint.line.breakable && joint.reaches(width.most));
        let most = full.map(|joint| joint.reach() - 1).min().unwrap_or(width.most);
        Self { least: width.most, most: most.max(width.most), joints: lines.len() - 1 }
    }
}

/// Returns the width that most lines agree with.
fn agreed(rooms: &[LineRoom]) -> Option<Width> {
    let mut ends: Vec<(usize, bool, usize)> = Vec::with_capacity(rooms.len() * 2);
    for room in rooms {
        ends.push((room.least, true, room.joints));
        ends.push((room.most + 1, false, room.joints));
    }
    ends.sort_unstable();
    let all: usize = rooms.iter().map(|room| room.joints).sum();
    let (mut now, mut best, mut found) = (0, 0, None);
    for (n, (at, opens, joints)) in ends.iter().enumerate() {
        if !opens {
            now -= joints;
            continue;
        }
        now += joints;
        if now > best {
            best = now;
            found = Some((n, *at));
        }
    }
    let (n, least) = found?;
    let most = ends[n..].iter().find(|(_, opens, _)| !opens).map_or(least, |(end, ..)| end - 1);
    Some(Width { least, most, known: true, exact: all >= MANY && best * 10 >= all * 9 })
}

impl Text {
    /// Finds the width of a text from the units that are clear by themselves. Also returns what each unit of several lines shows.
    pub fn of(text: &str, units: &Units) -> (Self, Vec<LineEvidence>) {
        let (mut prose, mut code, mut long, mut each) = (Vec::new(), Vec::new(), 0, Vec::new());
        for unit in &units.units {
            match unit {
                Unit::Line(line) => long += usize::from(line.len() > LONG && line.of(text).ends_with(['.', '!', '?'])),
                Unit::Lines { lines, indented } => {
                    let lines = &units.clues[lines.clone()];
                    let weighed = LineEvidence::of(lines, *indented);
                    if weighed.sum >= EVIDENT {
                        if *indented { &mut code } else { &mut prose }.push(LineRoom::of(lines, weighed.own));
                    }
                    each.push(weighed);
                }
            }
        }
        (Self { prose: agreed(&prose), indented: agreed(&code), unwrapped: long > prose.len() }, each)
    }

    /// Adds the paragraphs of a unit of several lines.
    pub fn join(&self, lines: &[Clues], LineEvidence { own, sum, indented }: LineEvidence, found: &mut Vec<Span>) {
        let around = if indented { self.indented } else { self.prose };
        if sum >= EVIDENT && around.is_none_or(|width| !width.exact) {
            return joined(lines, own, found);
        }
        // If no line could have been broken, none is too wide.
        let loose = lines.iter().any(|line| line.breakable);
        let wider = |width: &Width| loose && own.most > width.most;
        let fits = around.filter(|width| !wider(width) || is_edited(lines, width));
        let weighed = |width: Width| evidence(lines, width) + if wider(&width) { 0 } else { WRAPPED };
        let within = fits.map(|width| (width, weighed(width)));
        match (within, around) {
            (Some((width, more)), _) if sum >= EVIDENT && more > sum => joined(lines, width, found),
            _ if sum >= EVIDENT => joined(lines, own, found),
            (Some((width, more)), _) if more > 0 => joined(lines, width, found),
            (_, Some(_)) if sum > OTHERWISE => joined(lines, own, found),
            (Some((width, _)), _) if !wider(&width) => full_lines(lines, width, found),
            (_, None) if sum > if self.unwrapped { UNWRAPPED } else { 0 } => joined(lines, own, found),
            _ => found.extend(lines.iter().map(|line| line.span)),
        }
    }
}

/// Whether one line alone is wider than the text: somebody added words to it, or joined two paragraphs, and wrapped nothing again.
/// Of 475 paragraphs of READMEs of which one line was so edited, 89 % stay whole, where 59 % did; the width of the text speaks for none
/// of them, else one joint of lists in four hundred more were taken for wrapped.
fn is_edited(lines: &[Clues], width: &Width) -> bool {
    lines.iter().filter(|line| line.breakable && line.edge > width.most).count() == 1
}

/// Joins the lines of a wrapped unit into paragraphs. One ends where a line is far from full, or where a sentence ends with room for the
/// next word in a text that is always filled.
fn joined(lines: &[Clues], width: Width, found: &mut Vec<Span>) {
    push(lines, found, |joint| {
        let ends = width.exact && joint.line.ending == Ending::Stop;
        let full = if ends { width.least } else { width.least * 3 / 4 };
        joint.runs_on() || joint.reaches(full)
    });
}

/// Joins full lines that clearly continue, as in a letter, where other lines are not wrapped.
fn full_lines(lines: &[Clues], width: Width, found: &mut Vec<Span>) {
    push(lines, found, |joint| {
        joint.line.breakable && joint.reaches(width.least) && evidence_of_one(joint, width) > BY_ITSELF
    });
}

fn push(lines: &[Clues], found: &mut Vec<Span>, goes_on: impl Fn(Joint<'_>) -> bool) {
    let spaced = lines.iter().filter(|line| line.spaced).count() * 2 > lines.len();
    found.extend(lines.first().map(|line| line.span));
    for joint in joints(lines) {
        let broken = joint.line.spaced && !spaced;
        match found.last_mut().filter(|_| !broken && goes_on(joint)) {
            Some(last) => *last = last.join(joint.next.span),
            None => found.push(joint.next.span),
        }
    }
}
