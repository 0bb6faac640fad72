//! Maps places in a decoded text back to bytes of the file.
//!
//! A map is a list of runs. In a run, every step of so many bytes in the text is so many bytes on disk. So a UTF-8 file needs one run, and
//! a file of another encoding one for each change between plain and accented letters.

use crate::text::Span;

/// Maps bytes of a decoded text to bytes of the file it was decoded from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiskMap {
    /// In order of the text; never empty.
    runs: Vec<Run>,
    /// The bytes of text and of disk mapped so far.
    end: (usize, usize),
}

/// A stretch of equal steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    text: u32,
    disk: u32,
    step: Step,
}

/// The bytes of one character in the text and on disk, or of several that cannot be separated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Bytes in the text, at least 1.
    pub text: u16,
    /// Bytes on disk.
    pub disk: u16,
}

impl Step {
    const SAME: Self = Self { text: 1, disk: 1 };
}

impl DiskMap {
    /// Returns the map of a UTF-8 file whose text starts after `skipped` bytes (its byte order mark).
    pub fn identity(skipped: usize) -> Self {
        Self { runs: vec![Run { text: 0, disk: skipped as u32, step: Step::SAME }], end: (0, skipped) }
    }

    /// Returns the span on disk of a span of the text; a place inside a character counts as the whole character.
    pub fn on_disk(&self, span: Span) -> Span {
        let start = self.place(span.start(), 0);
        if span.is_empty() {
            return Span::new(start, start);
        }
        Span::new(start, self.place(span.end() - 1, 1))
    }

    /// Adds `len` bytes of text that are the same on disk.
    pub(in crate::kinds) fn push_same(&mut self, len: usize) {
        if len == 0 {
            return;
        }
        self.start_run(Step::SAME);
        self.end.0 += len;
        self.end.1 += len;
    }

    /// Adds one step.
    pub(in crate::kinds) fn push(&mut self, step: Step) {
        self.start_run(step);
        self.end.0 += usize::from(step.text);
        self.end.1 += usize::from(step.disk);
    }

    fn start_run(&mut self, step: Step) {
        let (text, disk) = self.end;
        if self.runs.last().is_some_and(|run| run.step == step) {
            return;
        }
        self.runs.push(Run { text: text as u32, disk: disk as u32, step });
    }

    /// Returns the place on disk of the step at `place`, `further` steps on.
    fn place(&self, place: usize, further: usize) -> usize {
        let next = self.runs.partition_point(|run| run.text as usize <= place);
        let Some(run) = next.checked_sub(1).and_then(|at| self.runs.get(at)) else { return place };
        let steps = (place - run.text as usize) / usize::from(run.step.text.max(1)) + further;
        run.disk as usize + steps * usize::from(run.step.disk)
    }
}
