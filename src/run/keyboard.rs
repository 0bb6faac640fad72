//! Splits the bytes from the terminal into keys, pastes and answers.
//!
//! No wait is endless. A possible beginning of a sequence waits [`REST`] for the rest. A paste ends after [`PASTE_REST`] without input, or
//! when the reader presses Ctrl-c, and keeps at most [`LONGEST_PASTE`] bytes.

use std::time::{Duration, Instant};

use super::arrival::Arrival;
use super::background::{Asking, Background, PATIENCE};
use super::sequences::{ESC, First, Meaning, first};
use crate::app::{Code, Event, Key};

/// How long a possible beginning of a sequence waits for the rest.
pub const REST: Duration = Duration::from_millis(50);
/// How long a paste waits for more.
pub const PASTE_REST: Duration = Duration::from_secs(1);
/// How long the input must have paused for Ctrl-c within a paste to count as pressed rather than pasted.
pub const BY_HAND: Duration = Duration::from_millis(100);
/// The most bytes of a paste that are kept.
pub const LONGEST_PASTE: usize = 1 << 20;

/// The sequence that ends a paste.
const PASTE_END: &[u8] = b"\x1b[201~";
/// The byte that Ctrl-c sends.
const CTRL_C: u8 = 3;

/// The input from the terminal, as far as it is understood.
#[derive(Debug)]
pub struct Keyboard {
    asking: Asking,
    /// Until when the theme waits for the terminal's answer; `None` when it no longer waits.
    deadline: Option<Instant>,
    /// Bytes that mean nothing without more.
    held: Vec<u8>,
    /// The text of a paste in progress.
    pasted: Option<Vec<u8>>,
    /// When the last byte arrived.
    heard: Instant,
}

impl Keyboard {
    /// The keyboard of a terminal that is now asked for its background, or not.
    pub fn new(asking: Asking, now: Instant) -> Self {
        let deadline = (asking == Asking::Asked).then(|| now + PATIENCE);
        Self { asking, deadline, held: Vec::new(), pasted: None, heard: now }
    }

    /// How long to wait for bytes before [`Keyboard::time_out`]; `None` for as long as it takes.
    pub fn patience(&self, now: Instant) -> Option<Duration> {
        let rest = self.rest().map(|rest| self.heard + rest);
        let first = rest.into_iter().chain(self.deadline).min();
        first.map(|first| first.saturating_duration_since(now))
    }

    fn rest(&self) -> Option<Duration> {
        match (&self.pasted, self.held.is_empty()) {
            (Some(_), _) => Some(PASTE_REST),
            (None, false) => Some(REST),
            (None, true) => None,
        }
    }

    /// Takes bytes; `more` says whether others are already waiting.
    pub fn take(&mut self, bytes: &[u8], more: bool, now: Instant) -> Vec<Arrival> {
        let mut arrivals = Vec::new();
        let was_quiet = now.saturating_duration_since(self.heard) >= BY_HAND;
        if self.pasted.is_some() && was_quiet && bytes.first() == Some(&CTRL_C) {
            arrivals.extend(self.end_paste());
        }
        self.heard = now;
        self.held.extend_from_slice(bytes);
        let held = std::mem::take(&mut self.held);
        let mut rest = held.as_slice();
        while let Some(length) = self.take_first(rest, &mut arrivals) {
            rest = rest.get(length..).unwrap_or_default();
        }
        self.held = rest.to_vec();
        // A single Esc is nearly always the key, so it is held only while an answer is awaited.
        if self.held == [ESC] && self.pasted.is_none() && self.deadline.is_none() && !more {
            self.held.clear();
            arrivals.push(typed(Key::plain(Code::Esc)));
        }
        arrivals
    }

    /// Stops waiting for what did not come in time.
    pub fn time_out(&mut self, now: Instant) -> Vec<Arrival> {
        let mut arrivals = Vec::new();
        if self.rest().is_some_and(|rest| now.saturating_duration_since(self.heard) >= rest) {
            let is_paste = self.pasted.is_some();
            arrivals.extend(self.end_paste());
            if std::mem::take(&mut self.held) == [ESC] && !is_paste {
                arrivals.push(typed(Key::plain(Code::Esc)));
            }
        }
        if self.deadline.take_if(|deadline| *deadline <= now).is_some() {
            arrivals.push(Arrival::Background(None));
        }
        arrivals
    }

    /// Takes the first item of the bytes and returns its length; `None` if more must come.
    fn take_first(&mut self, bytes: &[u8], arrivals: &mut Vec<Arrival>) -> Option<usize> {
        if let Some(pasted) = &mut self.pasted {
            let (inside, end) = paste(bytes);
            let room = LONGEST_PASTE.saturating_sub(pasted.len());
            pasted.extend(bytes.iter().take(inside.min(room)));
            if end > 0 {
                arrivals.extend(self.end_paste());
            }
            return Some(inside + end).filter(|length| *length > 0);
        }
        let First::Whole(length, meaning) = first(bytes) else { return None };
        match meaning {
            Meaning::Key(key) => arrivals.push(typed(key)),
            Meaning::Pointed(cell, gesture) => arrivals.push(Arrival::Pointed(cell, gesture)),
            Meaning::PasteBegins => self.pasted = Some(Vec::new()),
            Meaning::Answer(answer) if self.asking == Asking::Asked => {
                let background = Background::of_answer(&answer);
                self.deadline = self.deadline.filter(|_| background.is_none());
                arrivals.extend(background.map(|background| Arrival::Background(Some(background))));
            }
            Meaning::Offered(offer) if self.asking == Asking::Asked => arrivals.push(Arrival::Offered(offer)),
            Meaning::Rethemed if self.asking == Asking::Asked => {
                // The loop will ask again, so an answer is on its way.
                self.deadline = Some(self.heard + PATIENCE);
                arrivals.push(Arrival::Rethemed);
            }
            Meaning::Answer(_) | Meaning::Offered(_) | Meaning::Rethemed | Meaning::Nothing => {}
        }
        Some(length)
    }

    fn end_paste(&mut self) -> Option<Arrival> {
        let pasted = self.pasted.take()?;
        Some(Arrival::Event(Event::Pasted(String::from_utf8_lossy(&pasted).into_owned())))
    }
}

/// The length of the pasted text, and of the end sequence after it. A possible beginning of the end sequence is left.
fn paste(bytes: &[u8]) -> (usize, usize) {
    if let Some(at) = bytes.windows(PASTE_END.len()).position(|window| window == PASTE_END) {
        return (at, PASTE_END.len());
    }
    let begun = (1..PASTE_END.len()).rev().find(|&begun| bytes.ends_with(PASTE_END.get(..begun).unwrap_or_default()));
    (bytes.len() - begun.unwrap_or_default(), 0)
}

fn typed(key: Key) -> Arrival {
    Arrival::Event(Event::Key(key))
}
