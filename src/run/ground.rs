//! The ground: what the terminal says of its background, sifted out of what is typed.
//!
//! A library that asks and waits for the answer itself reads the terminal beside the thread that reads keys: it swallows keys
//! that are typed meanwhile, and an answer that comes after it gave up is read as keys (`]11;rgb:…` chooses articles). So the
//! question is sent once, nobody waits for the answer, and it is sifted out of the keys whenever it comes. The first frame is
//! drawn at once, in the terminal's own colours, which fit any ground; the look follows when the answer is there, or for want
//! of one when [`PATIENCE`] is over.

use std::time::{Duration, Instant};

use xterm_color::Color;

/// Asks for the colour of the background. It ends with the one end that all terminals know.
pub const QUESTION: &str = "\x1b]11;?\x07";
/// How long the look waits for the answer.
pub const PATIENCE: Duration = Duration::from_millis(100);
/// How long what may be the beginning of an answer waits for the rest of it.
const REST: Duration = Duration::from_millis(50);
/// How an answer begins.
const BEGINNING: &str = "\x1b]11;";
/// How an answer may end.
const ENDS: [&str; 2] = ["\x07", "\x1b\\"];
/// The most characters of an answer; longer ones are none.
const LONGEST: usize = 48;

/// What the terminal's text stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Light letters on dark ground.
    Dark,
    /// Dark letters on light ground.
    Light,
}

/// Whether the terminal is asked for its ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// It is.
    Asked,
    /// It is not: the ground is known, or does not matter.
    Needless,
}

/// What is left of what the terminal sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sifted<E> {
    /// Something typed, or the like.
    Event(E),
    /// The ground; none where no answer came in time. One may still come.
    Ground(Option<Ground>),
}

/// Parts answers from keys, and loses no key.
#[derive(Debug)]
pub struct Sluice<E> {
    asking: Asking,
    /// Until when the look waits for the answer; none when it waits no more.
    deadline: Option<Instant>,
    /// What may be a part of an answer, and the characters it stands for.
    held: Vec<E>,
    characters: String,
}

/// How far characters are an answer.
enum Answer {
    Not,
    Begun,
    Whole,
}

impl Ground {
    /// Tells the ground by a colour as terminals write it, as `rgb:1e1e/1e1e/1e1e`.
    pub fn of_colour(colour: &str) -> Option<Self> {
        let colour = Color::parse(colour.as_bytes()).ok()?;
        Some(if colour.perceived_lightness() > 0.5 { Ground::Light } else { Ground::Dark })
    }
}

impl<E> Sluice<E> {
    /// A sluice for a terminal that is asked now.
    pub fn new(asking: Asking, now: Instant) -> Self {
        let deadline = (asking == Asking::Asked).then(|| now + PATIENCE);
        Self { asking, deadline, held: Vec::new(), characters: String::new() }
    }

    /// Gives how long to wait for the next event before [`Sluice::tire`]; none for as long as it takes.
    pub fn patience(&self, now: Instant) -> Option<Duration> {
        let left = self.deadline.map(|deadline| deadline.saturating_duration_since(now));
        if self.held.is_empty() { left } else { Some(REST) }
    }

    /// Takes the next event with the characters it stands for, none where they do not matter.
    pub fn take(&mut self, event: E, characters: Option<String>) -> Vec<Sifted<E>> {
        let Some(characters) = characters.filter(|_| self.asking == Asking::Asked) else {
            let mut sifted = self.release();
            sifted.push(Sifted::Event(event));
            return sifted;
        };
        let whole = format!("{}{characters}", self.characters);
        match self.answer(&whole) {
            Answer::Begun => {
                self.held.push(event);
                self.characters = whole;
                Vec::new()
            }
            Answer::Whole => {
                self.held.clear();
                self.characters.clear();
                let ground = ground(&whole);
                self.deadline = self.deadline.filter(|_| ground.is_none());
                ground.map(|ground| Sifted::Ground(Some(ground))).into_iter().collect()
            }
            Answer::Not if self.held.is_empty() => vec![Sifted::Event(event)],
            Answer::Not => {
                let mut sifted = self.release();
                sifted.extend(self.take(event, Some(characters)));
                sifted
            }
        }
    }

    /// Gives up what was waited for.
    pub fn tire(&mut self, now: Instant) -> Vec<Sifted<E>> {
        let mut sifted = self.release();
        if self.deadline.take_if(|deadline| *deadline <= now).is_some() {
            sifted.push(Sifted::Ground(None));
        }
        sifted
    }

    /// Gives back what was held; nothing where it can only be an answer that was cut short.
    fn release(&mut self) -> Vec<Sifted<E>> {
        let held = std::mem::take(&mut self.held);
        let characters = std::mem::take(&mut self.characters);
        if characters.starts_with(BEGINNING) {
            return Vec::new();
        }
        held.into_iter().map(Sifted::Event).collect()
    }

    fn answer(&self, characters: &str) -> Answer {
        // A lone escape is the key in nearly all cases, so it is held only where an answer is awaited.
        if characters == "\x1b" && self.deadline.is_none() {
            return Answer::Not;
        }
        if BEGINNING.starts_with(characters) {
            return Answer::Begun;
        }
        let Some(rest) = characters.strip_prefix(BEGINNING).filter(|rest| rest.len() <= LONGEST) else {
            return Answer::Not;
        };
        let colour = without_end(rest).unwrap_or(rest.strip_suffix('\x1b').unwrap_or(rest));
        match colour.chars().all(|c| c.is_ascii_alphanumeric() || "#:/.".contains(c)) {
            true if without_end(rest).is_some() => Answer::Whole,
            true => Answer::Begun,
            false => Answer::Not,
        }
    }
}

fn ground(answer: &str) -> Option<Ground> {
    Ground::of_colour(without_end(answer.strip_prefix(BEGINNING)?)?)
}

fn without_end(answer: &str) -> Option<&str> {
    ENDS.iter().find_map(|end| answer.strip_suffix(end))
}
