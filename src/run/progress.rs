//! Progress of long work, on standard error if that is a terminal; quick work and pipes get no output.

use std::io::{IsTerminal, stderr};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::out::is_dumb;

/// How long work may take before progress is shown.
const SOON: Duration = Duration::from_millis(500);

/// A progress line, removed when dropped.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    begun: Instant,
}

impl Progress {
    /// Begins work with a known number of steps.
    pub fn of_steps(what: &'static str, steps: usize) -> Self {
        let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::hidden());
        bar.set_style(styled("{msg} {pos}/{len} {wide_bar} {eta}"));
        bar.set_message(what);
        Self { bar, begun: Instant::now() }
    }

    /// Begins work of unknown length.
    pub fn of(what: &'static str) -> Self {
        let bar = ProgressBar::with_draw_target(
            None,
            if is_drawn() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() },
        );
        bar.set_style(styled("{msg} {spinner} {elapsed}"));
        bar.set_message(what);
        if is_drawn() {
            bar.enable_steady_tick(SOON);
        }
        Self { bar, begun: Instant::now() }
    }

    /// Counts a step as done.
    pub fn step(&self) {
        if self.bar.is_hidden() && self.begun.elapsed() >= SOON && is_drawn() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(1);
    }

    /// Runs something that writes, with the progress line out of the way.
    pub fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }
}

/// Whether a line that changes can be read: not by a screen reader, nor on a terminal that cannot move its cursor.
fn is_drawn() -> bool {
    stderr().is_terminal() && !is_dumb()
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

fn styled(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
